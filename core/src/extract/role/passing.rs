//! Figures named in passing: baselines, comparisons, places, names in quotation marks.

use super::{Reader, Tense, WHOLES};
use crate::extract::Rule;
use crate::extract::dictionary::head_back;
use crate::extract::figure::Figure;
use crate::extract::lex::{Break, Kind, Token};
use crate::extract::nature::Nature;
use crate::extract::sense::Sense;

impl Reader<'_, '_> {
    /// Baselines, comparisons, places counted in passing, figures in a name.
    pub(super) fn passing(&self, index: usize, figure: &Figure<'_>) -> Option<Rule> {
        let start = self.clause_start(index);
        if self.is_part_of_list(index, figure) || self.is_voiced(index, figure) {
            return Some(Rule::Listed);
        }
        let end = self.clause_end(index);
        let quoted = index.checked_sub(1).is_some_and(|at| {
            self.tokens[start.min(at)..=at].iter().rev().find_map(|token| match token.kind {
                Kind::Break(Break::Quote) => Some(true),
                Kind::Break(Break::Unquote) => Some(false),
                _ => None,
            }) == Some(true)
        });
        if quoted && self.in_short_quote(index) {
            return Some(Rule::Name);
        }
        let follows = |sense: Sense| {
            self.tokens[index + 1..end]
                .iter()
                .take_while(|token| !matches!(token.kind, Kind::Figure(..)))
                .any(|token| token.sense() == Some(sense))
        };
        let came = |sense: Sense, most: usize| {
            self.tokens[start..index]
                .iter()
                .rev()
                .take_while(|token| !matches!(token.kind, Kind::Figure(_, Nature::Amount)))
                .any(|token| {
                    token.sense() == Some(sense)
                        && self.gap(token.end, figure.start).chars().take(most + 1).count() <= most
                })
        };
        // 现状路宽3.5米，拟拓宽至5.5米
        let begins = || {
            let words = self.clause_words(index);
            words.contains("现状") || words.starts_with('原')
        };
        if self.next_clause_turns(end) && begins() {
            return Some(Rule::Baseline);
        }
        if came(Sense::From, 16) && (follows(Sense::To) || self.next_clause_begins(end, Sense::To)) {
            return Some(Rule::Baseline);
        }
        let grown = index.checked_sub(1).is_some_and(|at| self.tokens[at].sense() == Some(Sense::Growth));
        // 去年同期为1130人, 去年分别为31分钟
        let held = self.tokens[start..index].iter().any(|token| {
            token.sense() == Some(Sense::Past) && matches!(self.gap(token.end, figure.start), "为" | "分别为" | "是")
        });
        if held || came(Sense::Same, 2) && figure.quantity != "points" && !grown {
            return Some(Rule::Baseline);
        }
        // 分布在18个乡镇, 全市42个乡镇全部开展: where, or all there are.
        let noun = self
            .tokens
            .get(index + 1)
            .is_some_and(|token| token.sense() == Some(Sense::Place) && token.start == figure.end);
        let before = self.text.get(..figure.start).unwrap_or_default();
        let all = || WHOLES.contains(&self.clause_words(index));
        if noun && (all() || before.ends_with("分布在")) {
            return Some(Rule::Place);
        }
        if self.is_where(index, figure) {
            return Some(Rule::Place);
        }
        // across our 19 reserves
        let across = came(Sense::Among, 6)
            && self.text.get(..figure.start).is_some_and(|before| head_back(before, 12).contains("across"));
        if across && figure.unit.is_empty() {
            return Some(Rule::Place);
        }
        let other = self.tokens[index + 1..end].iter().find_map(|token| token.amount().map(|amount| (token, amount)));
        if let Some((token, amount)) = other {
            let between = self.gap(figure.end, amount.start);
            let verb = self.tokens[index + 1..end]
                .iter()
                .take_while(|other| other.start < token.start)
                .any(|other| other.sense() == Some(Sense::Verb));
            // 在5个街道建设20个点: where, not how many.
            if came(Sense::Among, 8) && verb && !between.contains('、') {
                return Some(Rule::Place);
            }
            // 22条街1300余家商户.
            let apart = between.contains(['、', '，', '；', '和', '及', '（', '(']);
            let place = !apart
                && self.tokens[index + 1..end]
                    .iter()
                    .take_while(|other| other.start < token.start)
                    .any(|other| other.sense() == Some(Sense::Place) && other.end == token.start);
            let led = self.tokens[start..index].iter().any(|token| token.sense() == Some(Sense::Verb));
            if place && !led && !verb {
                return Some(Rule::Place);
            }
        }
        None
    }

    /// 共8类22项，其中续建5项
    fn is_part_of_list(&self, index: usize, figure: &Figure<'_>) -> bool {
        if !matches!(figure.unit, "件" | "项") {
            return false;
        }
        let start = self.clause_start(index);
        let words = self.clause_words(index);
        let is_list = |token: &Token<'_>| matches!(token.kind, Kind::Figure(_, Nature::Listed));
        let from = self.line.tokens.start.max(start.saturating_sub(8));
        let mut before = self.tokens[from..start].iter().rev().take_while(|token| !token.is_break(Break::Stop));
        let part = matches!(words, "其中" | "其中有" | "有" | "包括");
        let next = figure.unit == "项" && words.starts_with("其中");
        part && before.any(is_list) || next && start.checked_sub(2).is_some_and(|at| is_list(&self.tokens[at]))
    }

    /// 征集群众意见187条, in a plan: how the list came about.
    fn is_voiced(&self, index: usize, figure: &Figure<'_>) -> bool {
        let plan = self.section() == Some(Tense::Target) && self.outline.tense == Some(Tense::Target);
        if !plan {
            return false;
        }
        let words = self.clause_words(index);
        let behind = self.text.get(figure.printed.1..).unwrap_or_default();
        ["意见", "建议", "有效票"].iter().any(|word| words.ends_with(word))
            || matches!(figure.unit, "条" | "件") && ["意见", "建议"].iter().any(|word| behind.starts_with(word))
    }

    /// 拟拓宽至5.5米: the next clause says to what.
    fn next_clause_turns(&self, end: usize) -> bool {
        self.tokens.get(end).is_some_and(|token| token.is_break(Break::Comma))
            && self.tokens[end + 1..]
                .iter()
                .take(3)
                .take_while(|token| token.amount().is_none())
                .any(|token| token.sense() == Some(Sense::To))
    }

    fn next_clause_begins(&self, end: usize, sense: Sense) -> bool {
        self.tokens.get(end).is_some_and(|token| token.is_break(Break::Comma))
            && self.tokens.get(end + 1).is_some_and(|token| token.sense() == Some(sense))
    }

    /// “1+N”, “15分钟”: a few characters in quotation marks are a name.
    fn in_short_quote(&self, index: usize) -> bool {
        let open = self.tokens[..index].iter().rev().take(12).find(|token| token.is_break(Break::Quote));
        let close = self.tokens[index + 1..].iter().take(12).find(|token| token.is_break(Break::Unquote));
        // “新增公交车50辆” is a promise in words of its own.
        let promise = self.tokens[..index]
            .iter()
            .rev()
            .take(12)
            .take_while(|token| !token.is_break(Break::Quote))
            .any(|token| token.sense() == Some(Sense::Verb));
        !promise
            && open
                .zip(close)
                .is_some_and(|(open, close)| self.gap(open.end, close.start).chars().take(15).count() <= 14)
    }
}
