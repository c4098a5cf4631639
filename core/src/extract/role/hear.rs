//! What the words of a sentence say of the figures behind them.

use super::Said;
use super::is_percent;
use super::{Reader, Tense};
use crate::extract::Rule;
use crate::extract::dictionary::{ends_with, head};
use crate::extract::lex::{Kind, Token};
use crate::extract::nature::{Day, Nature};
use crate::extract::sense::Sense;

impl Reader<'_, '_> {
    pub(super) fn hear(&mut self, index: usize, sense: Sense) {
        let token = &self.tokens[index];
        let word = self.gap(token.start, token.end);
        match sense {
            // 本周完成310万元，年内完成5840万元
            Sense::Will if word == "年内完成" && self.section() == Some(Tense::Actual) && self.counts_next(index) =>
            {
                self.said.tense = Some((Tense::Actual, Rule::Reached));
            }
            // 其余109所全部在建
            Sense::Will if matches!(word, "其余" | "剩余" | "剩下" | "余下") => self.rest(index),
            Sense::Will => {
                if word == "将" && !self.leads(index) {
                    return;
                }
                if matches!(word, "计划" | "规划") && self.is_noun(index) {
                    return;
                }
                // 计划46公里，开工46公里: as a noun of promise.
                let figure = self.tokens.get(index + 1).filter(|next| next.amount().is_some());
                if matches!(word, "计划" | "规划" | "安排")
                    && figure.is_some_and(|next| self.gap(token.end, next.start).chars().count() <= 2)
                {
                    return self.aim();
                }
                self.said.tense = Some((Tense::Target, Rule::Promised));
                self.said.stock = false;
            }
            // 比年度计划高17个百分点; 与年度计划持平
            Sense::Aim if self.is_compared(index) && !self.counts_next(index) => (),
            Sense::Aim if self.heads_line(index) => {
                self.said = Said { label: Some(Tense::Target), ..Said::default() };
                self.paragraph = None;
            }
            Sense::Aim => {
                // The 80 % of a target is a rate; the figure right behind the word is promised.
                let leads = index == self.clause_start(index);
                let free = leads || self.said.tense.is_none_or(|(tense, _)| tense == Tense::Target);
                if free && !self.of_percent(index) {
                    self.aim();
                }
            }
            Sense::Done if word == "以来" && self.since(index) => {
                self.said = Said { since: true, stock: true, tense: Some((Tense::Actual, Rule::Stock)), ..self.said };
            }
            // Of "we will have built" the promise counts.
            Sense::Done if word.is_ascii() && self.said.tense.is_some_and(|(_, rule)| rule == Rule::Promised) => (),
            // 自2023年起…，目前已完成14家
            Sense::Done if self.said.since => (),
            // 由目前的112家增至130家
            Sense::Done if self.starts_from(index) => (),
            // 11月30日前全部竣工
            Sense::Done if word.starts_with("全部") && self.has_deadline(index) => {
                self.said.tense = Some((Tense::Target, Rule::Promised));
            }
            Sense::Done => {
                self.said.tense = Some((Tense::Actual, Rule::Reached));
                self.said.stock = false;
                if matches!(word, "今年以来" | "年初以来" | "一年来" | "过去一年" | "这一年" | "so far")
                {
                    self.said.in_year = true;
                }
            }
            // 较上年增加, 不低于上年度: held against, not spoken of.
            Sense::Past if self.is_compared(index) => (),
            Sense::Past => self.past(index, word.ends_with(['末', '底'])),
            // 去年投用21所，今年再建18所
            Sense::Now if self.turns_ahead(index) => {
                self.said.in_year = true;
                self.said.tense = Some((Tense::Target, Rule::Promised));
                self.said.stock = false;
            }
            Sense::Now => {
                self.said.in_year = true;
                if self.said.tense.is_some_and(|(_, rule)| matches!(rule, Rule::Past | Rule::Stock | Rule::Running)) {
                    self.said.tense = None;
                }
            }
            // 后续扶持项目
            Sense::Next if word == "后续" && self.clause_start(index) != index => (),
            Sense::Next => {
                self.said.tense = Some((Tense::Target, Rule::Promised));
                self.paragraph = Some(Tense::Target);
            }
            // 过去五年, 三年来: what the sentence gives is the sum of them.
            Sense::Stock if word.contains('年') && self.said.tense.is_none() && !matches!(word, "历年") => {
                self.said = Said { since: true, stock: true, tense: Some((Tense::Actual, Rule::Stock)), ..self.said };
            }
            Sense::Stock => {
                let start = self.clause_start(index);
                let promised = self.tokens[start..index].iter().any(|token| token.sense() == Some(Sense::Will));
                let ahead = self.said.label == Some(Tense::Target) || promised;
                // 全区建成109个 is what stands there, unless the sentence is about the year.
                let of_year = word.ends_with("建成") && (self.said.in_year || self.section() == Some(Tense::Target));
                if !ahead && !of_year {
                    self.said.tense = Some((Tense::Actual, Rule::Stock));
                    self.said.stock = true;
                }
            }
            Sense::Running if self.said.stock => (),
            Sense::Running => {
                let ahead = self.said.tense.is_some_and(|(_, rule)| rule == Rule::Promised);
                if !ahead {
                    self.said.tense = Some((Tense::Actual, Rule::Running));
                    self.said.stock = !self.said.in_year && !self.flows(index);
                }
            }
            // 自2019年起, since 2019.
            Sense::Since if self.since(index) => {
                self.said = Said { since: true, stock: true, tense: Some((Tense::Actual, Rule::Stock)), ..self.said };
            }
            // 应普查1260公里: what had to be done.
            Sense::Verb if self.is_due(index) => self.said.tense = Some((Tense::Target, Rule::Aim)),
            _ => (),
        }
    }

    /// Whether a time is only what something is held against.
    fn is_compared(&self, index: usize) -> bool {
        let before = self.text.get(..self.tokens[index].start);
        before.is_some_and(|before| before.ends_with(['较', '比', '于', '与', '同']))
    }

    /// 比计划的120部多: the figure itself is what the word names.
    fn counts_next(&self, index: usize) -> bool {
        let next = self.tokens.get(index + 1);
        next.is_some_and(|next| {
            next.amount().is_some() && self.gap(self.tokens[index].end, next.start).chars().count() <= 2
        })
    }

    /// 年度目标 新增泊位3000个: a label without a colon.
    fn heads_line(&self, index: usize) -> bool {
        index == self.line.tokens.start
            && self.line.number.is_none()
            && self.gap(self.line.start, self.tokens[index].start).trim().is_empty()
            && self.text.get(self.tokens[index].end..).is_some_and(|rest| rest.starts_with([' ', '\u{3000}']))
    }

    /// 由目前的112家增至130家
    fn starts_from(&self, index: usize) -> bool {
        let before = self.text.get(..self.tokens[index].start);
        before.is_some_and(|before| before.ends_with(['由', '从']))
    }

    /// Whether its clause names a day before which it is to be.
    fn has_deadline(&self, index: usize) -> bool {
        self.tokens[self.clause_start(index)..index].iter().any(|token| {
            matches!(token.kind, Kind::Figure(_, Nature::Day(Day { month: Some(_), .. })))
                && self.is_deadline(token.end)
        })
    }

    /// 8月底前, 10月20日之前
    fn is_deadline(&self, end: usize) -> bool {
        let after = self.text.get(end..).unwrap_or_default();
        let rest = after.trim_start_matches(['底', '末', '初', '中', '上', '下', '旬', '之', '以', '份']);
        rest.starts_with('前') && !rest.starts_with("前三") && !rest.starts_with("前两")
    }

    /// An earlier time: what was done in it, or at its end what stood: 去年末全市停放点2108处.
    fn past(&mut self, index: usize, ends: bool) {
        let end = self.clause_end(index);
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
    fn turns_ahead(&self, index: usize) -> bool {
        let rest = self.text.get(self.tokens[index].end..).unwrap_or_default();
        let goes_on = ["再", "还", "继续", "要", "定为", "拟"].iter().any(|word| rest.starts_with(word));
        let past = self.said.tense.is_some_and(|(_, rule)| rule == Rule::Past);
        self.section() != Some(Tense::Actual) && (past && self.said.used || goes_on)
    }

    /// A noun of promise speaks for its clause.
    fn aim(&mut self) {
        if self.said.tense.is_none_or(|(_, rule)| rule != Rule::Aim) {
            self.said.before = self.said.tense;
        }
        self.said.tense = Some((Tense::Target, Rule::Aim));
    }

    /// 剩余4座 is still to come, 其余正在施工 is how things are.
    fn rest(&mut self, index: usize) {
        let end = self.clause_end(index);
        let to = self.tokens.get(end).map_or(self.line.end, |token| token.start);
        let words = head(self.gap(self.tokens[index].end, to), 40);
        if !["在建", "正在", "均已", "均在", "由", "都由", "已"].iter().any(|word| words.contains(word)) {
            self.aim();
        }
    }

    /// 累计发放, 累计培训 in a report on the year: what flowed since its beginning, not what stands.
    fn flows(&self, index: usize) -> bool {
        let rest = self.text.get(self.tokens[index].end..).unwrap_or_default();
        let flow = [
            "完成", "发放", "开展", "培训", "救助", "筛查", "服务", "举办", "接待", "办理", "受理", "支出", "投入",
            "组织", "免费", "检查", "走访", "慰问", "核发", "拨付", "减免", "下达", "兑付", "争取",
        ];
        self.outline.tense == Some(Tense::Actual)
            && self.section() == Some(Tense::Actual)
            && flow.iter().any(|word| rest.starts_with(word))
    }

    fn is_due(&self, index: usize) -> bool {
        let before = self.text.get(..self.tokens[index].start).unwrap_or_default();
        let mut chars = before.chars().rev();
        chars.next() == Some('应') && !chars.next().is_some_and(|char| "响供反效适对感呼相".contains(char))
    }

    /// 将 promises, unless it only moves a thing: 将农贸市场改造纳入.
    fn leads(&self, index: usize) -> bool {
        let token = &self.tokens[index];
        let rest = self.text.get(token.end..).unwrap_or_default();
        let near: String = rest.chars().take(16).collect();
        !["纳入", "列入", "作为", "列为"].iter().any(|word| near.contains(word))
    }

    /// 计划 as a noun: 按计划, 计划的80%.
    fn is_noun(&self, index: usize) -> bool {
        let token = &self.tokens[index];
        let rest = self.text.get(token.end..).unwrap_or_default();
        let before = self.text.get(..token.start).unwrap_or_default();
        rest.starts_with(['的', '”', '》', '，', '。', '、']) || before.ends_with(['按', '原', '“', '依'])
    }

    /// Whether a percentage of this very word follows: 年度目标的80%, 全年计划110%.
    fn of_percent(&self, index: usize) -> bool {
        let end = self.clause_end(index);
        let Some(figure) = self.tokens[index + 1..end]
            .iter()
            .find_map(|token| if let Kind::Figure(figure, _) = &token.kind { Some(figure) } else { None })
        else {
            return false;
        };
        let gap = self.gap(self.tokens[index].end, figure.start);
        is_percent(figure) && gap.chars().count() <= 8 && (gap.ends_with('的') || gap.is_empty() || gap.contains("的"))
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
        let clause = if start > self.line.tokens.start { self.tokens[start - 1].end } else { self.line.start };
        if start > self.line.tokens.start && self.gap(clause, self.tokens[index].start) == "至" && day.month.is_some()
        {
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
        self.said.in_year = true;
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
