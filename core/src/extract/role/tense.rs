//! The role by tense: of the words before a figure, of those behind it in its clause, of its paragraph, of its section.

use super::{Decision, Reader, Tense, is_percent, sure};
use crate::extract::figure::Figure;
use crate::extract::lex::{Break, Kind};
use crate::extract::nature::Nature;
use crate::extract::sense::Sense;
use crate::extract::{Role, Rule};
use crate::programme::Bound;

impl Reader<'_, '_> {
    /// The role by tense: of the words before it, of those behind it in its clause, of its paragraph, of its section.
    pub(super) fn tense(&mut self, index: usize, figure: Option<&Figure<'_>>) -> Decision {
        self.said.used = true;
        if let Some(decision) = figure.and_then(|figure| self.turned(index, figure)) {
            return decision;
        }
        if self.not_yet(index) {
            return sure(Role::Target, Rule::Promised);
        }
        if let Some((tense, rule)) = self.said.tense {
            if self.flow_of_clause(index) {
                return sure(Role::Actual, Rule::Reached);
            }
            if tense == Tense::Actual && rule != Rule::Past && figure.is_some_and(|figure| self.stands(index, figure)) {
                return sure(Role::Cumulative, Rule::Stock);
            }
            if tense == Tense::Actual && self.said.stock && !figure.is_some_and(is_percent) {
                if rule == Rule::Running && figure.is_some_and(|figure| self.judged(index, figure)) {
                    return Decision { role: Role::Actual, rule, otherwise: Some(Role::Cumulative) };
                }
                return Decision {
                    role: Role::Cumulative,
                    rule,
                    otherwise: (rule == Rule::Running).then_some(Role::Actual),
                };
            }
            // 任务1.8万亩修复完成1.26万亩
            if rule == Rule::Aim && self.done_since_aim(index) {
                return sure(Role::Actual, Rule::Reached);
            }
            if tense == Tense::Actual && self.since_follows(index) {
                return sure(Role::Cumulative, Rule::Stock);
            }
            return sure(tense.role(), rule);
        }
        let end = self.clause_end(index);
        let behind = self.tokens[index + 1..end].iter();
        let section = self.section();
        if section != Some(Tense::Target) || figure.is_some() {
            for token in behind {
                match token.sense() {
                    // A further 7.3 km will be built.
                    Some(Sense::Will) if !self.counts_between(index, token.start) && !self.in_plan(token.end) => {
                        return sure(Role::Target, Rule::Promised);
                    }
                    Some(Sense::Done) => {
                        if figure.is_some_and(|figure| self.answered(index, figure)) {
                            return sure(Role::Target, Rule::Answered);
                        }
                        return sure(Role::Actual, Rule::Reached);
                    }
                    _ => (),
                }
            }
        }
        if let Some(label) = self.said.label {
            return sure(label.role(), Rule::Label);
        }
        if section != Some(Tense::Target)
            && let Some(figure) = figure.filter(|figure| !is_percent(figure))
        {
            if self.stands(index, figure) {
                return sure(Role::Cumulative, Rule::Stock);
            }
            if self.shared_next(index) || self.finished(index) {
                return sure(Role::Actual, Rule::Reached);
            }
        }
        if figure.is_some_and(|figure| self.answered(index, figure)) {
            return sure(Role::Target, Rule::Answered);
        }
        // 已完成21部。举办招聘会不少于5场。
        let floor = figure.is_some_and(|figure| matches!(figure.cue, "不少于" | "不低于" | "至少"));
        if let Some(tense) = self.paragraph.filter(|tense| *tense != Tense::Actual || !floor) {
            return sure(tense.role(), Rule::Paragraph);
        }
        match section {
            Some(tense) => sure(tense.role(), Rule::Section),
            None if self.ended(index)
                && self.outline.guess == Some(Tense::Actual)
                && !self.said.in_year
                && !figure
                    .is_some_and(|figure| figure.bound == Bound::AtLeast && !matches!(figure.cue, "余" | "多")) =>
            {
                Decision { role: Role::Actual, rule: Rule::Reached, otherwise: Some(Role::Target) }
            }
            None if self.outline.guess == Some(Tense::Actual) && !floor => {
                Decision { role: Role::Actual, rule: Rule::Default, otherwise: Some(Role::Target) }
            }
            None => Decision { role: Role::Target, rule: Rule::Default, otherwise: Some(Role::Actual) },
        }
    }

    /// 未完成21部; 新建学校5所，尚未开工
    fn not_yet(&self, index: usize) -> bool {
        let before = self.text.get(..self.tokens[index].start).unwrap_or_default();
        if ["未完成", "未完工", "未建成", "未开工", "还剩", "仍剩"].iter().any(|words| before.ends_with(words))
        {
            return true;
        }
        let end = self.clause_end(index);
        self.tokens.get(end).is_some_and(|token| {
            let rest = self.text.get(token.end..).unwrap_or_default();
            token.is_break(Break::Comma)
                && ["尚未", "暂未", "目前尚未", "目前未", "未开工"].iter().any(|words| rest.starts_with(words))
        })
    }

    /// 保有量1.38万台，比年初增加2600台; 累计建成87个，日均服务2600人次: the second is no stock.
    fn flow_of_clause(&self, index: usize) -> bool {
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
        let first = if start > self.line.tokens.start { self.tokens[start - 1].end } else { self.line.start };
        let words = self.gap(first, self.tokens[index].start);
        !named
            && (["日均", "年均", "月均", "人均"].iter().any(|word| words.starts_with(word))
                || words.starts_with('比')
                || words.starts_with('较'))
    }

    /// Whether the clause gave the aimed figure already and goes on with what was done of it.
    fn done_since_aim(&self, index: usize) -> bool {
        let start = self.clause_start(index);
        let counted = self.tokens[start..index].iter().any(|token| token.amount().is_some());
        let done = index.checked_sub(1).is_some_and(|at| {
            let token = &self.tokens[at];
            let word = self.gap(token.start, token.end);
            let finished = matches!(token.sense(), Some(Sense::Done | Sense::Ended)) || matches!(word, "完成" | "建成");
            finished && self.gap(token.end, self.tokens[index].start).chars().count() <= 2
        });
        counted && done
    }

    /// 完成投资1860万元，占年度计划的62%: the next clause says what share of the plan it is.
    fn shared_next(&self, index: usize) -> bool {
        let end = self.clause_end(index);
        if !self.tokens.get(end).is_some_and(|token| token.is_break(Break::Comma)) {
            return false;
        }
        let words = self.text.get(self.tokens[end].end..).unwrap_or_default();
        let next = &self.tokens[end + 1..self.clause_end(end + 1)];
        let aimed = next.iter().any(|token| matches!(token.sense(), Some(Sense::Aim | Sense::Will)));
        aimed
            && words.starts_with(['占', '为', '是', '完', '达'])
            && next.iter().any(|token| token.amount().is_some_and(is_percent))
    }

    /// 改造任务180个，完工153个: the clause begins with what is finished.
    fn finished(&self, index: usize) -> bool {
        let start = self.clause_start(index);
        let ended = self.tokens.get(start).filter(|_| start + 1 == index && start > self.line.tokens.start);
        let from = self.line.tokens.start.max(start.saturating_sub(16));
        let sentence = self.tokens[from..start].iter().rev().take_while(|token| !token.ends_sentence());
        let aimed = sentence.into_iter().any(|token| token.sense() == Some(Sense::Aim));
        aimed && ended.is_some_and(|token| token.sense() == Some(Sense::Ended) && token.end == self.tokens[index].start)
    }

    /// （计划12公里） speaks for its own figure.
    fn in_plan(&self, end: usize) -> bool {
        let rest = self.text.get(end..).unwrap_or_default();
        rest.starts_with(|char: char| char.is_ascii_digit())
    }

    /// Whether another amount stands between a figure and a place of its clause.
    fn counts_between(&self, index: usize, to: usize) -> bool {
        self.tokens[index + 1..].iter().take_while(|token| token.start < to).any(|token| token.amount().is_some())
    }

    /// 新增58家，全市开通机构达到163家: the whole after what was added to it.
    fn stands(&self, index: usize, figure: &Figure<'_>) -> bool {
        if is_percent(figure) || self.said.in_year && !self.said.used {
            return false;
        }
        let start = self.clause_start(index);
        let first = if start > self.line.tokens.start { self.tokens[start - 1].end } else { return false };
        let words = self.gap(first, figure.printed.0);
        let whole = ["全市", "全县", "全区", "全省", "全镇", "全乡", "全州", "全旗", "全街道"]
            .iter()
            .any(|word| words.starts_with(word));
        let reaches =
            ["达", "达到", "已达", "已有", "突破", "现有", "总数为", "共有"].iter().any(|word| words.ends_with(word));
        let from = self.line.tokens.start.max(start.saturating_sub(16));
        let added =
            self.tokens[from..start].iter().rev().skip(1).take_while(|token| !token.ends_sentence()).any(|token| {
                matches!(self.gap(token.start, token.end), "新增" | "新设" | "新建" | "新装" | "新配备" | "新增加")
            });
        whole && reaches && added
    }

    /// has opened two centres since taking office in 2022.
    fn since_follows(&self, index: usize) -> bool {
        let to = self.line.tokens.end.min(index + 16);
        let rest = self.tokens[index + 1..to].iter().take_while(|token| !token.ends_sentence());
        rest.enumerate().any(|(at, token)| token.sense() == Some(Sense::Since) && self.since(index + 1 + at))
    }

    /// What the rest of its own clause says against the sentence so far: 8所已竣工5所, 另1所力争年底前完工.
    fn turned(&self, index: usize, figure: &Figure<'_>) -> Option<Decision> {
        let said = self.said.tense.map_or(Tense::Actual, |(tense, _)| tense);
        // 2个…已完成1个（50%）、15个…已完成8个: each for itself.
        let apart = index.checked_sub(1).is_some_and(|at| {
            self.tokens[at].is_break(Break::Pause) && self.tokens[at].end == self.tokens[index].start
        });
        let start = if apart { index } else { self.clause_start(index) };
        if self.tokens[start..index].iter().any(|token| {
            matches!(token.sense(), Some(Sense::Done | Sense::Ended | Sense::Running | Sense::Stock | Sense::Past))
        }) && !self.since_date(start, index)
        {
            return None;
        }
        let end = self.clause_end(index);
        if said == Tense::Target {
            // 今年计划新建的3个中，2个已投入使用.
            let own = &self.tokens[start..index];
            let ahead = own.iter().any(|token| matches!(token.sense(), Some(Sense::Will | Sense::Aim | Sense::Next)));
            let done = self.tokens[index + 1..end]
                .iter()
                .take_while(|token| token.amount().is_none())
                .any(|token| token.sense() == Some(Sense::Done));
            return (done && !ahead).then_some(sure(Role::Actual, Rule::Reached));
        }
        let mut done = false;
        for token in &self.tokens[index + 1..end] {
            match &token.kind {
                Kind::Word(Sense::Will) if !self.in_plan(token.end) => {
                    return Some(sure(Role::Target, Rule::Promised));
                }
                Kind::Word(Sense::Done | Sense::Ended) => done = !self.gap(token.start, token.end).is_ascii(),
                // 30个“银龄之家”建设完成33个
                Kind::Word(Sense::Verb) => done = matches!(self.gap(token.start, token.end), "完成" | "建成"),
                Kind::Figure(other, Nature::Amount) => {
                    return (done && other.unit == figure.unit).then_some(sure(Role::Target, Rule::Answered));
                }
                _ => (),
            }
        }
        None
    }

    /// Whether the only word of that kind in a stretch is 截至 with its date.
    fn since_date(&self, from: usize, to: usize) -> bool {
        self.tokens[from..to].iter().all(|token| {
            !matches!(token.sense(), Some(Sense::Ended | Sense::Running | Sense::Stock | Sense::Past))
                && (token.sense() != Some(Sense::Done) || self.gap(token.start, token.end).starts_with("截"))
        })
    }

    /// Whether the clause says that something is finished.
    fn ended(&self, index: usize) -> bool {
        let (start, end) = (self.clause_start(index), self.clause_end(index));
        self.tokens[start..end].iter().any(|token| token.sense() == Some(Sense::Ended))
    }

    /// Whether a rate against the year's target follows, before the next clause gives another amount of the kind.
    fn judged(&self, index: usize, figure: &Figure<'_>) -> bool {
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

    /// Whether 分别 stands further on: several amounts, then a rate for each.
    fn apart(&self, from: usize) -> bool {
        let rest: String = self.gap(from, self.line.end).chars().take(60).collect();
        rest.split('。').next().is_some_and(|sentence| sentence.contains("分别"))
    }

    /// Whether an amount in the same unit that was reached answers it: 39部，已完成35部; 15个…已完成8个.
    fn answered(&self, index: usize, figure: &Figure<'_>) -> bool {
        let start = self.clause_start(index);
        if self.tokens[start..index].iter().any(|token| matches!(token.sense(), Some(Sense::Done | Sense::Ended))) {
            return false;
        }
        // 860户，完成率86%: what was reached.
        let end = self.clause_end(index);
        let alone = self.tokens[index + 1..end].iter().all(|token| token.amount().is_none());
        if alone && self.tokens.get(end + 1).is_some_and(|token| token.sense() == Some(Sense::Rate)) {
            return false;
        }
        let to = self.line.tokens.end.min(index + 64);
        let mut done = false;
        for at in index + 1..to {
            let token = &self.tokens[at];
            match &token.kind {
                Kind::Word(Sense::Done | Sense::Ended) => done |= !self.gap(token.start, token.end).is_ascii(),
                Kind::Word(Sense::Will | Sense::Next) => return false,
                Kind::Figure(other, Nature::Amount) if done => {
                    return is_percent(other)
                        || !self.aimed(at, other) && (other.unit == figure.unit || other.unit.is_empty());
                }
                // 截至9月底，已完成 goes on; 已全部完成，… does not.
                Kind::Break(Break::Comma | Break::Semicolon | Break::Stop) if done && !self.dated(at) => return false,
                _ => (),
            }
        }
        false
    }

    /// Whether the clause that ends here holds nothing but 截至 and a date, or 目前.
    fn dated(&self, index: usize) -> bool {
        let start = self.clause_start(index);
        let words = self.tokens.get(start).map_or("", |token| self.gap(token.start, self.tokens[index].start));
        words.starts_with("截") || words.starts_with("目前") || words.starts_with("今年以来")
    }
}
