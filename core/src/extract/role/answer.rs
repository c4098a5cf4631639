//! Amounts that answer each other: what was promised, and what came of it in the same line.

use super::{Decision, Reader, Tense, is_percent, sure};
use crate::extract::dictionary::head_back;
use crate::extract::figure::Figure;
use crate::extract::lex::{Break, Kind};
use crate::extract::nature::Nature;
use crate::extract::sense::Sense;
use crate::extract::{Role, Rule};

impl Reader<'_, '_> {
    /// Two clauses that answer each other: 计划改造8个　完成10个; 培训2000人：培训2136人; 64个管护站中，通电64个.
    pub(super) fn paired(&self, index: usize, figure: &Figure<'_>) -> Option<Decision> {
        if self.section().or(self.outline.guess) != Some(Tense::Actual) || self.said.label.is_some() {
            return None;
        }
        if self.answers(index, figure) {
            return Some(sure(Role::Actual, Rule::Reached));
        }
        let at = (index + 1..self.line.tokens.end.min(index + 7)).find(|at| self.tokens[*at].amount().is_some())?;
        let other = self.tokens[at].amount()?;
        self.answers(at, other).then_some(sure(Role::Target, Rule::Answered))
    }

    /// Whether a clause begins with what was done and gives an amount like the one that ended the clause before.
    fn answers(&self, index: usize, figure: &Figure<'_>) -> bool {
        let start = self.clause_start(index);
        let Some(ended) = start.checked_sub(1).filter(|at| *at > self.line.tokens.start) else { return false };
        let close = &self.tokens[ended];
        let words = self.gap(close.end, figure.printed.0);
        let unquoted = self.tokens[..ended].iter().rposition(|token| !token.is_break(Break::Unquote)).unwrap_or(0);
        let previous = &self.tokens[unquoted];
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
        // “棚户区改造27.76万套”项目，已完成17.18万套
        let quoted = within.starts_with('”') && within.chars().count() <= 6;
        let adjacent = within.trim().is_empty() || among || quoted;
        let since = quoted && words.starts_with('已') && words.chars().count() <= 6;
        let names =
            ["完成", "建成", "兑现", "达到", "竣工", "完工", "开工", "实际", "实际完成", "实际新增", "到货", "实际为"];
        let same = close.is_break(Break::Colon)
            && previous.end == close.start
            && words.chars().count() >= 2
            && head_back(self.gap(self.line.start, promised.printed.0), 60).contains(words);
        // 计划改造12公里，改造完成13公里
        let ended = self.said.tense.is_some_and(|(tense, _)| tense == Tense::Target)
            && names.iter().any(|name| *name != "达到" && words.ends_with(name))
            && words.chars().count() <= 8;
        adjacent
            && !self.aimed(index, figure)
            && (names.contains(&words) || since || ended || same || among && words.chars().count() <= 6)
    }

    /// Whether an amount in the same unit that was reached answers it: 39部，已完成35部; 15个…已完成8个.
    pub(super) fn answered(&self, index: usize, figure: &Figure<'_>) -> bool {
        self.answer_follows(index, figure) && !self.is_outcome(index)
    }

    /// Whether its clause gives an amount for each of those before: 分别完成8个、15公里.
    fn is_each(&self, index: usize) -> bool {
        self.clause_words(index).contains("分别")
    }

    /// Whether its own clause says that it was reached: 收集建议143条，已办结138条; 暑期完成5120间，目前合计6060间.
    fn is_outcome(&self, index: usize) -> bool {
        const RECEIVED: [&str; 13] =
            ["收集", "收到", "接到", "征集", "发现", "交办", "转办", "摸排", "受理", "接待", "办理", "排查", "走访"];
        let own = &self.tokens[self.clause_start(index)..index];
        let has = |words: &[&str]| words.iter().any(|word| self.clause_words(index).contains(word));
        let done = own.iter().any(|token| matches!(token.sense(), Some(Sense::Done | Sense::Ended)));
        let ahead = own.iter().any(|token| matches!(token.sense(), Some(Sense::Will | Sense::Aim)));
        let report = self.section().or(self.outline.guess) == Some(Tense::Actual);
        done || self.section() == Some(Tense::Actual) && has(&RECEIVED)
            || report && !ahead && has(&["完成", "建成", "竣工", "开工"])
    }

    /// Whether an amount that was reached follows, before another sentence or another thing begins.
    fn answer_follows(&self, index: usize, figure: &Figure<'_>) -> bool {
        // 860户，完成率86%: what was reached.
        let end = self.clause_end(index);
        let alone = self.tokens[index + 1..end].iter().all(|token| token.amount().is_none());
        if alone && self.tokens.get(end + 1).is_some_and(|token| token.sense() == Some(Sense::Rate)) {
            return false;
        }
        let to = self.line.tokens.end.min(index + 64);
        let (mut done, mut apart) = (false, false);
        for at in index + 1..to {
            let token = &self.tokens[at];
            match &token.kind {
                // 新增5家，全区已有23家: the whole, not what came of it.
                Kind::Word(Sense::Done) if self.gap(token.start, token.end) == "已有" && at > end => return false,
                // 新建57家，目前总数已有204家
                Kind::Word(Sense::Stock) if at > end => return false,
                // 未完工的2个
                Kind::Word(Sense::Done | Sense::Ended) => {
                    let not = self.text.get(..token.start).is_some_and(|before| before.ends_with('未'));
                    done |= !not && !self.gap(token.start, token.end).is_ascii();
                }
                // 540个  完成612个
                Kind::Word(Sense::Verb)
                    if at == end + 1
                        && self.tokens[end].is_break(Break::Comma)
                        && self.gap(token.start, token.end) == "完成" =>
                {
                    done |= self.tokens.get(at + 1).is_some_and(|next| {
                        next.start == token.end && next.amount().is_some_and(|other| !is_percent(other))
                    });
                }
                Kind::Word(Sense::Will | Sense::Next) => return false,
                // 公园10个、绿道20公里，目前分别完成8个、15公里
                Kind::Figure(other, Nature::Amount) if done && other.unit != figure.unit && self.is_each(at) => (),
                Kind::Figure(other, Nature::Amount) if done => {
                    // 更新管网44公里，目前覆盖率88%
                    let share = is_percent(other) && (is_percent(figure) || !self.clause_words(at).contains('率'));
                    return !self.aimed(at, other) && (share || other.unit == figure.unit || other.unit.is_empty());
                }
                Kind::Break(Break::Semicolon) if figure.unit == "元" => return false,
                // 改造坡道14处；原定9处已完工7处
                Kind::Break(Break::Semicolon) if !done => apart = true,
                Kind::Figure(other, Nature::Amount) if apart && other.unit == figure.unit => return false,
                // 加装77部，其中竣工64部
                Kind::Break(Break::Comma)
                    if self.section() == Some(Tense::Actual)
                        && self.text.get(token.end..).is_some_and(|rest| rest.starts_with("其中")) =>
                {
                    return false;
                }
                // 15所。截至9月底，已完成 goes on; a sentence of its own does not.
                Kind::Break(Break::Stop)
                    if !done
                        && !self.tokens.get(at + 1).is_some_and(|next| {
                            next.start <= token.end + 3 && matches!(next.sense(), Some(Sense::Done | Sense::Ended))
                        }) =>
                {
                    return false;
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

    /// Whether it stands in the first sentence of its line, and the next one begins with how far things are:
    /// 解决500万人饮水安全。截至6月底，…
    pub(super) fn reported_next(&self, index: usize) -> bool {
        let before = &self.tokens[self.line.tokens.start..index];
        let first = before.len() <= 48 && before.iter().all(|token| !token.is_break(Break::Stop));
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
            "完成情况",
            "进展情况",
            "目前进展",
            "落实情况",
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

    /// 完成投资1860万元，占年度计划的62%: the next clause says what share of the plan it is.
    pub(super) fn shared_next(&self, index: usize) -> bool {
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
    pub(super) fn finished(&self, index: usize) -> bool {
        let start = self.clause_start(index);
        let ended = self.tokens.get(start).filter(|_| start + 1 == index && start > self.line.tokens.start);
        let from = self.line.tokens.start.max(start.saturating_sub(16));
        let sentence = self.tokens[from..start].iter().rev().take_while(|token| !token.ends_sentence());
        let aimed = sentence.into_iter().any(|token| token.sense() == Some(Sense::Aim));
        aimed && ended.is_some_and(|token| token.sense() == Some(Sense::Ended) && token.end == self.tokens[index].start)
    }

    /// Whether the clause gave the aimed figure already and goes on with what was done of it.
    pub(super) fn done_since_aim(&self, index: usize) -> bool {
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
}
