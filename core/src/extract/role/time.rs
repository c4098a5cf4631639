//! The times that a sentence names: a year over, a day to come, since when.

use super::{Reader, Said, Tense};
use crate::extract::Rule;
use crate::extract::dictionary::ends_with;
use crate::extract::lex::{Kind, Token};
use crate::extract::nature::{Day, Nature};
use crate::extract::sense::Sense;

impl Reader<'_, '_> {
    /// Whether its clause names a day before which it is to be.
    pub(super) fn has_deadline(&self, index: usize) -> bool {
        self.tokens[self.clause_start(index)..index].iter().any(|token| {
            matches!(token.kind, Kind::Figure(_, Nature::Day(Day { month: Some(_), .. })))
                && self.is_deadline(token.end)
        })
    }

    /// 8月底前, 10月20日之前
    pub(super) fn is_deadline(&self, end: usize) -> bool {
        let after = self.text.get(end..).unwrap_or_default();
        let rest = after.trim_start_matches(['底', '末', '初', '中', '上', '下', '旬', '之', '以', '份']);
        rest.starts_with('前') && !rest.starts_with("前三") && !rest.starts_with("前两")
    }

    /// “十三五”期间, and 五年新建学校38所 in a report: what follows is a sum over years.
    pub(super) fn spans_years(&self, index: usize, nature: Nature) -> bool {
        let token = &self.tokens[index];
        let span = self.gap(token.start, token.end);
        let after = self.text.get(token.end..).unwrap_or_default();
        if nature == Nature::Name {
            let after = after.strip_prefix('”').unwrap_or(after);
            let period = ["期间", "以来", "时期"].iter().any(|word| after.starts_with(word));
            return span.ends_with('五') && span.starts_with('十') && period && self.section() != Some(Tense::Target);
        }
        let next = self.tokens.get(index + 1);
        let acts = next
            .is_some_and(|next| matches!(next.sense(), Some(Sense::Verb | Sense::Running)) && next.start == token.end);
        let years = span.ends_with('年') && self.clause_start(index) == index;
        years && acts && self.section().or(self.outline.guess) == Some(Tense::Actual)
    }

    /// An earlier time: what was done in it, or at its end what stood: 去年末全市停放点2108处.
    pub(super) fn past(&mut self, index: usize, ends: bool) {
        // 去年底，污水厂建成通水: the day alone in its clause speaks of the next.
        let own = self.clause_end(index);
        let end = if own == index + 1 && own < self.line.tokens.end { self.clause_end(own + 1) } else { own };
        let before = self.tokens[index + 1..end].iter().take_while(|token| token.amount().is_none());
        let done =
            before.into_iter().any(|token| matches!(token.sense(), Some(Sense::Verb | Sense::Done | Sense::Ended)));
        let stock =
            ends && !done && self.text.get(self.tokens[index].end..).is_some_and(|rest| !rest.starts_with('前'));
        let rule = if stock { Rule::Stock } else { Rule::Past };
        self.said.tense = Some((Tense::Actual, rule));
        self.said.in_year = true;
        self.said.stock = stock;
    }

    /// 今年 behind what was last year's, or with 再 behind anything: what is to come.
    pub(super) fn turns_ahead(&self, index: usize) -> bool {
        let rest = self.text.get(self.tokens[index].end..).unwrap_or_default();
        let goes_on = ["再", "还", "继续", "要", "定为", "拟"].iter().any(|word| rest.starts_with(word));
        let past = self.said.tense.is_some_and(|(_, rule)| rule == Rule::Past);
        self.section() != Some(Tense::Actual) && (past || goes_on)
    }

    /// Whether a time is only what something is held against.
    pub(super) fn is_compared(&self, index: usize) -> bool {
        let before = self.text.get(..self.tokens[index].start);
        before.is_some_and(|before| before.ends_with(['较', '比', '于', '与', '同', '超']))
    }

    /// 由目前的112家增至130家
    pub(super) fn starts_from(&self, index: usize) -> bool {
        let before = self.text.get(..self.tokens[index].start);
        before.is_some_and(|before| before.ends_with(['由', '从']))
    }

    /// 自2019年起 with an earlier year than the text's.
    pub(super) fn since(&self, index: usize) -> bool {
        let word = self.gap(self.tokens[index].start, self.tokens[index].end);
        let year = |token: &Token<'_>| match token.kind {
            Kind::Figure(_, Nature::Day(Day { year, .. })) => year,
            _ => None,
        };
        let own = self.line.year.or(self.outline.year);
        let found = if word.eq_ignore_ascii_case("since") {
            self.tokens[index + 1..self.clause_end(index)].iter().find_map(year)
        } else {
            let start = self.clause_start(index);
            let named = self.tokens[start..index]
                .iter()
                .rev()
                .find(|token| matches!(token.kind, Kind::Figure(_, Nature::Day(_))));
            named
                .filter(|token| {
                    let before = self.text.get(..token.start).unwrap_or_default().trim_end();
                    before.ends_with('自') || before.ends_with('从')
                })
                .and_then(year)
        };
        // Without a title nobody knows the programme's year; 以来 looks back all the same.
        let sure = self.outline.title.is_some() || word == "起";
        found.is_some_and(|year| own.is_none_or(|own| year < own || !sure))
    }

    /// A year says which time the rest of its sentence speaks of.
    pub(super) fn date(&mut self, index: usize, day: Day) {
        // 计划新建40座，至8月底建成46座
        let start = self.clause_start(index);
        if start > self.line.tokens.start && self.clause_words(index) == "至" && day.month.is_some() {
            self.said.tense = Some((Tense::Actual, Rule::Reached));
        }
        let before = self.text.get(..self.tokens[index].start).unwrap_or_default().trim_end();
        let after = self.text.get(self.tokens[index].end..).unwrap_or_default();
        // 较2020年, 截至2024年12月底 and the like name a time for comparison or a state.
        if before.ends_with(['较', '比', '从', '自', '至', '到', '末']) && day.month.is_some()
            || before.ends_with(['较', '比', '从', '自'])
            || ends_with(before, "since")
            || before.ends_with("截至")
            || before.ends_with("截止")
        {
            return;
        }
        if self.is_deadline(self.tokens[index].end) {
            // 11月底前完成4处; not 2000年前建成.
            if day.month.is_some() {
                self.said.tense = Some((Tense::Target, Rule::Promised));
            }
            if day.month.is_some() || day.year < self.line.year.or(self.outline.year) {
                return;
            }
        }
        // Of 63家，其中2025年新建15家 the year is a part's.
        self.said.in_year |= !before.ends_with("其中");
        let Some(year) = day.year else {
            // 全年计划3.6亿元，1—8月完成2.71亿元.
            let span = self.gap(self.tokens[index].start, self.tokens[index].end);
            let period = span.contains(['—', '-', '–', '至', '到', '～', '~']) || after.starts_with(['至', '—', '到']);
            if self.said.tense.is_none()
                && self.section() != Some(Tense::Target)
                && day.month.is_some()
                && (period || after.starts_with("完成"))
            {
                self.said.tense = Some((Tense::Actual, Rule::Reached));
            }
            return;
        };
        let own = self.line.year.or(self.outline.year);
        let Some(own) = own else { return };
        // 五年新增5.9万个，其中2025年新增1.2万个
        if self.said.since && before.ends_with("其中") {
            self.said = Said { since: false, stock: false, tense: Some((Tense::Actual, Rule::Reached)), ..self.said };
            return;
        }
        if year < own {
            self.past(index, after.starts_with(['末', '底']));
        } else if year > own || before.ends_with('到') || before.ends_with("by") {
            self.said.tense = Some((Tense::Target, Rule::Promised));
        } else if !self.said.since
            && self.said.tense.is_some_and(|(_, rule)| matches!(rule, Rule::Past | Rule::Running | Rule::Stock))
        {
            self.said.tense = None;
        }
    }
}
