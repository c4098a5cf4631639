//! The role by tense: of the words before a figure, of those behind it in its clause, of its paragraph, of its section.

use super::{Decision, Reader, Tense, is_percent, sure};
use crate::extract::dictionary::head_back;
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
            if self.flow_of_clause(index) {
                return sure(Role::Actual, Rule::Reached);
            }
            if tense == Tense::Actual && rule != Rule::Past && figure.is_some_and(|figure| self.stands(index, figure)) {
                return sure(Role::Cumulative, Rule::Stock);
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
                        if self.said.label != Some(Tense::Actual)
                            && figure.is_some_and(|figure| self.answered(index, figure))
                        {
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

    /// Two clauses that answer each other: 计划改造8个　完成10个; 培训2000人：培训2136人; 64个管护站中，通电64个.
    fn paired(&self, index: usize, figure: &Figure<'_>) -> Option<Decision> {
        if self.section().or(self.outline.guess) != Some(Tense::Actual) || self.said.label.is_some() {
            return None;
        }
        if self.answers(index, figure) {
            return Some(sure(Role::Actual, Rule::Reached));
        }
        let at = (index + 1..self.line.tokens.end.min(index + 4)).find(|at| self.tokens[*at].amount().is_some())?;
        let other = self.tokens[at].amount()?;
        self.answers(at, other).then_some(sure(Role::Target, Rule::Answered))
    }

    /// Whether a clause begins with what was done and gives an amount like the one that ended the clause before.
    fn answers(&self, index: usize, figure: &Figure<'_>) -> bool {
        let start = self.clause_start(index);
        let Some(ended) = start.checked_sub(1).filter(|at| *at > self.line.tokens.start) else { return false };
        let close = &self.tokens[ended];
        let words = self.gap(close.end, figure.printed.0);
        let previous = &self.tokens[ended - 1];
        let Some(promised) = previous.amount().filter(|other| other.unit == figure.unit) else { return false };
        let begun = self.tokens[self.clause_start(ended)..ended]
            .iter()
            .any(|token| matches!(token.sense(), Some(Sense::Done | Sense::Ended)));
        if begun {
            return false;
        }
        let within = self.gap(promised.printed.1, close.start);
        // 64个管护站中，通电64个
        let among = within.ends_with('中') && close.is_break(Break::Comma);
        let adjacent = within.trim().is_empty() || among;
        let names =
            ["完成", "建成", "兑现", "达到", "竣工", "完工", "开工", "实际", "实际完成", "实际新增", "到货", "实际为"];
        let same = close.is_break(Break::Colon)
            && previous.end == close.start
            && words.chars().count() >= 2
            && head_back(self.gap(self.line.start, promised.printed.0), 60).contains(words);
        adjacent
            && !self.aimed(index, figure)
            && (names.contains(&words) || same || among && words.chars().count() <= 6)
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
        // 现有残疾人1.94万名，两项补贴发放2237万元
        let flows = ["发放", "支出", "投入", "拨付", "服务", "救助", "接待", "开展", "举办", "培训"];
        let flowed = own.last().is_some_and(|token| {
            token.end == self.tokens[index].start && flows.contains(&self.gap(token.start, token.end))
        });
        if flowed && !named {
            return true;
        }
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
        let reaches = ["达", "达到", "已达", "已有", "突破", "现有", "总数为", "共有", "增至", "增加到", "扩大到"]
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
    fn part_follows(&self, index: usize, figure: &Figure<'_>, rule: Rule) -> bool {
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
    fn since_follows(&self, index: usize) -> bool {
        let to = self.line.tokens.end.min(index + 16);
        let goes_on = |token: &&Token<'_>| !token.ends_sentence() && !token.is_break(Break::Semicolon);
        let rest = self.tokens[index + 1..to].iter().take_while(goes_on);
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
                Kind::Word(Sense::Verb) => done |= matches!(self.gap(token.start, token.end), "完成" | "建成"),
                Kind::Figure(other, Nature::Amount) => {
                    // 17处只销号14处
                    done |= self.gap(figure.end, token.start).contains(['只', '仅']);
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

    /// 年度计划9000万元，累计完成2160万元: the sentence gave the year's target in the same unit.
    fn planned(&self, index: usize, figure: &Figure<'_>) -> bool {
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

    /// Whether an amount in the same unit that was reached answers it: 39部，已完成35部; 15个…已完成8个.
    fn answered(&self, index: usize, figure: &Figure<'_>) -> bool {
        let start = self.clause_start(index);
        if self.tokens[start..index].iter().any(|token| matches!(token.sense(), Some(Sense::Done | Sense::Ended))) {
            return false;
        }
        // 收集建议143条，已办结138条: both are outcomes.
        let received = self.tokens[start..index]
            .iter()
            .any(|token| matches!(self.gap(token.start, token.end), "受理" | "接待" | "办理" | "排查" | "走访"))
            || ["收集", "收到", "接到", "征集", "发现", "交办", "转办", "摸排"]
                .iter()
                .any(|word| self.clause_words(index).contains(word));
        if received && self.section() == Some(Tense::Actual) {
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
                // 新增5家，全区已有23家: the whole, not what came of it.
                Kind::Word(Sense::Done) if self.gap(token.start, token.end) == "已有" && at > end => return false,
                Kind::Word(Sense::Done | Sense::Ended) => done |= !self.gap(token.start, token.end).is_ascii(),
                // 540个  完成612个
                Kind::Word(Sense::Verb)
                    if at == end + 1
                        && self.tokens[end].is_break(Break::Comma)
                        && self.gap(token.start, token.end) == "完成" =>
                {
                    done |=
                        self.tokens.get(at + 1).is_some_and(|next| next.start == token.end && next.amount().is_some());
                }
                Kind::Word(Sense::Will | Sense::Next) => return false,
                Kind::Figure(other, Nature::Amount) if done => {
                    return !self.aimed(at, other)
                        && (is_percent(other) || other.unit == figure.unit || other.unit.is_empty());
                }
                Kind::Break(Break::Semicolon) if figure.unit == "元" => return false,
                // 截至9月底，已完成 goes on; 已全部完成，… does not.
                Kind::Break(Break::Comma | Break::Semicolon | Break::Stop) if done && !self.dated(at) => return false,
                _ => (),
            }
        }
        false
    }

    /// What its clause says before it.
    pub(super) fn clause_words(&self, index: usize) -> &str {
        let start = self.clause_start(index);
        let from = if start > self.line.tokens.start { self.tokens[start - 1].end } else { self.line.start };
        self.gap(from, self.tokens[index].start)
    }

    /// Whether it stands in the first sentence of its line, and the next one begins with how far things are:
    /// 解决500万人饮水安全。截至6月底，…
    fn reported_next(&self, index: usize) -> bool {
        let first = self.tokens[self.line.tokens.start..index].iter().all(|token| !token.is_break(Break::Stop));
        let to = self.line.tokens.end.min(index + 48);
        let stop = (index..to).find(|at| self.tokens[*at].is_break(Break::Stop));
        let silent = |stop: usize| {
            self.tokens[self.line.tokens.start..stop].iter().all(|token| {
                !matches!(
                    token.sense(),
                    Some(
                        Sense::Done
                            | Sense::Past
                            | Sense::Running
                            | Sense::Stock
                            | Sense::Rate
                            | Sense::Now
                            | Sense::Growth
                    )
                )
            })
        };
        let begins = [
            "截至",
            "截止",
            "目前",
            "上半年",
            "前三季度",
            "一季度",
            "今年以来",
            "现已",
            "已完成",
            "全年实际",
            "1—",
            "1-",
            "1至",
        ];
        first
            && stop.filter(|stop| silent(*stop)).is_some_and(|stop| {
                let rest = self.text.get(self.tokens[stop].end..).unwrap_or_default();
                begins.iter().any(|word| rest.starts_with(word))
            })
    }

    /// Whether the clause that ends here holds nothing but 截至 and a date, or 目前.
    fn dated(&self, index: usize) -> bool {
        let start = self.clause_start(index);
        let words = self.tokens.get(start).map_or("", |token| self.gap(token.start, self.tokens[index].start));
        words.starts_with("截") || words.starts_with("目前") || words.starts_with("今年以来")
    }
}
