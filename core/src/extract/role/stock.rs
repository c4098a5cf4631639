//! Stocks and running totals: what stands, and what of it is the year's.

use super::{Reader, Tense, WHOLES, is_percent};
use crate::extract::Rule;
use crate::extract::figure::Figure;
use crate::extract::lex::{Break, Kind, Token};
use crate::extract::nature::Nature;
use crate::extract::sense::Sense;

impl Reader<'_, '_> {
    /// 新增58家，全市开通机构达到163家: the whole after what was added to it.
    pub(super) fn stands(&self, index: usize, figure: &Figure<'_>) -> bool {
        if is_percent(figure) || self.said.in_year && !self.said.used {
            return false;
        }
        let start = self.clause_start(index);
        let first = if start > self.line.tokens.start { self.tokens[start - 1].end } else { return false };
        let words = self.gap(first, figure.printed.0);
        let whole = WHOLES.iter().any(|word| words.starts_with(word));
        if !whole && !words.contains('总') {
            return false;
        }
        let reaches = ["达", "达到", "已有", "突破", "现有", "总数为", "共有", "增至", "增加到", "扩大到"]
            .iter()
            .any(|word| words.ends_with(word));
        let from = self.line.tokens.start.max(start.saturating_sub(16));
        let added =
            self.tokens[from..start].iter().rev().skip(1).take_while(|token| !token.ends_sentence()).any(|token| {
                token.sense() == Some(Sense::Verb) && {
                    let verb = self.gap(token.start, token.end);
                    verb.starts_with('新') || matches!(verb, "建成" | "配备" | "开通" | "完成" | "增设" | "建设")
                }
            });
        // 全区养老机构27家、床位4320张: what there is, with nothing done to it.
        let own = &self.tokens[start..index];
        let idle = own.iter().all(|token| token.amount().is_some() || token.is_break(Break::Pause));
        let counted = matches!(figure.unit, "家" | "个" | "所" | "处" | "张" | "座" | "人" | "名" | "户");
        let closes = self
            .tokens
            .get(index + 1)
            .is_none_or(|next| next.start == figure.printed.1 && matches!(next.kind, Kind::Break(_)));
        if whole && idle && counted && closes && self.section() == Some(Tense::Actual) && words.chars().count() > 3 {
            return true;
        }
        let held = ["总面积", "总数", "总量", "总人数", "总规模", "里程", "在用", "拥有", "保有", "存量", "总长"];
        // 新增9家，总量44家; 小区总车位增至412个
        let total =
            matches!(words, "总量" | "总数" | "总数达" | "总数为" | "总量达") || words.contains('总') && reaches;
        if total && added {
            return true;
        }
        whole && (reaches && added || held.iter().any(|word| words.contains(word)))
    }

    /// 累计完成131座，今年24座; 146个…，其中2022年新增63个: the year's is a part of it.
    pub(super) fn part_follows(&self, index: usize, figure: &Figure<'_>, rule: Rule) -> bool {
        let end = self.clause_end(index);
        if !self.tokens.get(end).is_some_and(|token| token.is_break(Break::Comma)) {
            return false;
        }
        let words = self.text.get(self.tokens[end].end..).unwrap_or_default();
        let part = words.strip_prefix("其中");
        let rest = part.unwrap_or(words);
        let year = rest.starts_with("今年") && (part.is_some() || rule == Rule::Running)
            || part.is_some() && rest.starts_with("20");
        year && self.tokens[end + 1..self.clause_end(end + 1)]
            .iter()
            .any(|token| token.amount().is_some_and(|other| other.unit == figure.unit))
    }

    /// has opened two centres since taking office in 2022.
    pub(super) fn since_follows(&self, index: usize) -> bool {
        let to = self.line.tokens.end.min(index + 16);
        let goes_on = |token: &&Token<'_>| !token.ends_sentence() && !token.is_break(Break::Semicolon);
        let rest = self.tokens[index + 1..to].iter().take_while(goes_on);
        rest.enumerate().any(|(at, token)| token.sense() == Some(Sense::Since) && self.since(index + 1 + at))
    }

    /// 保有量1.38万台，比年初增加2600台; 累计建成87个，日均服务2600人次: the second is no stock.
    pub(super) fn flow_of_clause(&self, index: usize) -> bool {
        if !self.said.stock || self.said.since {
            return false;
        }
        let start = self.clause_start(index);
        let own = &self.tokens[start..index];
        // 每千人口托位数升至4.7个
        if own.iter().any(|token| token.sense() == Some(Sense::Base)) {
            return true;
        }
        let named = own.iter().any(|token| matches!(token.sense(), Some(Sense::Stock | Sense::Running)));
        // 现有残疾人1.94万名，两项补贴发放2237万元
        let flows = ["发放", "支出", "投入", "拨付", "服务", "救助", "接待", "开展", "举办", "培训"];
        let flowed = own.last().is_some_and(|token| {
            token.end == self.tokens[index].start && flows.contains(&self.gap(token.start, token.end))
        });
        if flowed && !named {
            return true;
        }
        let words = self.clause_words(index);
        !named && ["日均", "年均", "月均", "人均", "比", "较"].iter().any(|word| words.starts_with(word))
    }

    /// Whether a rate against the year's target follows, before the next clause gives another amount of the kind.
    pub(super) fn judged(&self, index: usize, figure: &Figure<'_>) -> bool {
        let end = self.clause_end(index);
        let to = self.line.tokens.end.min(index + 32);
        for at in index + 1..to {
            let token = &self.tokens[at];
            match &token.kind {
                Kind::Break(Break::Stop) => return false,
                Kind::Figure(other, Nature::Amount)
                    if at > end && other.unit == figure.unit && !self.apart(other.start) =>
                {
                    return false;
                }
                Kind::Word(Sense::Rate | Sense::Aim) => return true,
                _ => (),
            }
        }
        false
    }

    /// 年度计划9000万元，累计完成2160万元: the sentence gave the year's target in the same unit.
    pub(super) fn planned(&self, index: usize, figure: &Figure<'_>) -> bool {
        let from = self.line.tokens.start.max(index.saturating_sub(16));
        let before = self.tokens[from..index].iter().rev().take_while(|token| !token.ends_sentence());
        let mut unit = false;
        for token in before {
            match &token.kind {
                Kind::Figure(other, Nature::Amount) => unit = other.unit == figure.unit,
                Kind::Word(Sense::Aim) if unit => return true,
                _ => (),
            }
        }
        false
    }

    /// Whether 分别 stands further on: several amounts, then a rate for each.
    fn apart(&self, from: usize) -> bool {
        let rest: String = self.gap(from, self.line.end).chars().take(60).collect();
        rest.split('。').next().is_some_and(|sentence| sentence.contains("分别"))
    }
}
