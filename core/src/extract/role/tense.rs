//! The role by tense: of the words before a figure, of those behind it in its clause, of its paragraph, of its section.

use super::{Decision, Reader, Tense, is_percent, sure};
use crate::extract::figure::Figure;
use crate::extract::lex::{Break, Kind, Token};
use crate::extract::nature::Nature;
use crate::extract::sense::Sense;
use crate::extract::{Role, Rule};
use crate::programme::Bound;

impl Reader<'_, '_> {
    /// The role by tense: of the words before it, of those behind it in its clause, of its paragraph, of its section.
    pub(super) fn tense(&mut self, index: usize, figure: Option<&Figure<'_>>) -> Decision {
        self.said.used = true;
        if let Some(decision) = figure.and_then(|figure| self.paired(index, figure)) {
            if decision.role == Role::Actual {
                self.said.tense = Some((Tense::Actual, Rule::Reached));
                self.said.stock = false;
            }
            return decision;
        }
        if let Some(decision) = figure.and_then(|figure| self.turned(index, figure)) {
            return decision;
        }
        if self.not_yet(index) {
            return sure(Role::Target, Rule::Promised);
        }
        if let Some((tense, rule)) = self.said.tense {
            return self.told(index, figure, tense, rule);
        }
        if let Some(decision) = self.said_behind(index, figure) {
            return decision;
        }
        let section = self.section();
        if let Some(label) = self.said.label {
            return sure(label.role(), Rule::Label);
        }
        if self.reported_next(index) {
            return sure(Role::Target, Rule::Answered);
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

    /// By what was said before it in its sentence.
    fn told(&self, index: usize, figure: Option<&Figure<'_>>, tense: Tense, rule: Rule) -> Decision {
        if self.flow_of_clause(index) {
            return sure(Role::Actual, Rule::Reached);
        }
        if tense == Tense::Actual && rule != Rule::Past && figure.is_some_and(|figure| self.stands(index, figure)) {
            return sure(Role::Cumulative, Rule::Stock);
        }
        // 23,700 since 2016, including 1,940 this year
        let of_year = self.text.get(..self.tokens[index].start).is_some_and(|before| before.ends_with("including "))
            && self.text.get(self.tokens[index].end..).is_some_and(|rest| rest.starts_with(" this year"));
        if of_year && tense == Tense::Actual {
            return sure(Role::Actual, Rule::Reached);
        }
        if tense == Tense::Actual && self.said.stock && !figure.is_some_and(is_percent) {
            let judged = |figure| self.judged(index, figure) || self.planned(index, figure);
            if rule == Rule::Running && figure.is_some_and(judged) {
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
        let whole = figure.is_some_and(|figure| self.part_follows(index, figure, rule));
        if tense == Tense::Actual && (self.since_follows(index) || whole) {
            return sure(Role::Cumulative, Rule::Stock);
        }
        sure(tense.role(), rule)
    }

    /// By what its clause says behind it.
    fn said_behind(&self, index: usize, figure: Option<&Figure<'_>>) -> Option<Decision> {
        if self.section() == Some(Tense::Target) && figure.is_none() {
            return None;
        }
        for token in &self.tokens[index + 1..self.clause_end(index)] {
            match token.sense() {
                // A further 7.3 km will be built.
                Some(Sense::Will) if !self.counts_between(index, token.start) && !self.in_plan(token.end) => {
                    return Some(sure(Role::Target, Rule::Promised));
                }
                // 4所已全部开工: on the way, and none finished.
                Some(Sense::Done) if self.begins_all(token) && self.section() == Some(Tense::Actual) => {
                    return Some(sure(Role::Target, Rule::Answered));
                }
                Some(Sense::Done) if self.begins_all(token) => {}
                Some(Sense::Done) => {
                    let answered = self.said.label != Some(Tense::Actual)
                        && figure.is_some_and(|figure| self.answered(index, figure));
                    return Some(if answered {
                        sure(Role::Target, Rule::Answered)
                    } else {
                        sure(Role::Actual, Rule::Reached)
                    });
                }
                _ => (),
            }
        }
        None
    }

    /// 全部开工, 已全部开工
    fn begins_all(&self, token: &Token<'_>) -> bool {
        let word = self.gap(token.start, token.end);
        let rest = self.text.get(token.end..).unwrap_or_default();
        word == "全部开工" || matches!(word, "已" | "均已" | "已经") && rest.starts_with("全部开工")
    }

    /// 未完成21部; 新建学校5所，尚未开工
    fn not_yet(&self, index: usize) -> bool {
        let before = self.text.get(..self.tokens[index].start).unwrap_or_default();
        let before = before.strip_suffix('的').unwrap_or(before);
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

    /// （计划12公里） speaks for its own figure.
    fn in_plan(&self, end: usize) -> bool {
        let rest = self.text.get(end..).unwrap_or_default();
        rest.starts_with(|char: char| char.is_ascii_digit())
    }

    /// Whether another amount stands between a figure and a place of its clause.
    fn counts_between(&self, index: usize, to: usize) -> bool {
        self.tokens[index + 1..].iter().take_while(|token| token.start < to).any(|token| token.amount().is_some())
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
                .take_while(|token| token.amount().is_none() && token.sense() != Some(Sense::Will))
                .any(|token| token.sense() == Some(Sense::Done));
            return (done && !ahead).then_some(sure(Role::Actual, Rule::Reached));
        }
        // 其中：西秀区完成6962人、平坝区完成3619人
        if ["完成", "建成", "开工"].iter().any(|word| self.clause_words(index).ends_with(word)) {
            return None;
        }
        let mut done = false;
        for token in &self.tokens[index + 1..end] {
            match &token.kind {
                Kind::Word(Sense::Will) if !self.in_plan(token.end) => {
                    return Some(sure(Role::Target, Rule::Promised));
                }
                Kind::Word(Sense::Done | Sense::Ended) => done = !self.gap(token.start, token.end).is_ascii(),
                // 30个“银龄之家”建设完成33个
                Kind::Word(Sense::Verb) => done |= matches!(self.gap(token.start, token.end), "完成" | "建成"),
                Kind::Figure(other, Nature::Amount) => {
                    // 17处只销号14处
                    let between = self.gap(figure.end, token.start);
                    done |= between.contains(['只', '仅']) || between.ends_with('中');
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
}
