//! Published completion rates, and the targets that stand beside them.

use super::{Reader, Tense, is_percent};
use crate::extract::dictionary::{clause_head, head, head_back};
use crate::extract::figure::Figure;
use crate::extract::lex::{Break, Kind};
use crate::extract::nature::Nature;
use crate::extract::sense::Sense;
use crate::programme::Bound;

impl Reader<'_, '_> {
    /// Whether it goes on with a rate of its sentence: 88.6%、90%; 完成率81.4%，其中东塘区92.7%.
    pub(super) fn goes_on(&self, index: usize, figure: &Figure<'_>) -> bool {
        let Some(end) = self.rated else { return false };
        let gap = self.gap(end, figure.start);
        if gap.len() > 2000 {
            return false;
        }
        if !gap.is_empty() && gap.chars().take(8).all(|char| "、和及与，以 ".contains(char)) {
            return true;
        }
        let from = self.line.tokens.start.max(index.saturating_sub(16));
        let between = self.tokens[from..index].iter().rev().take_while(|token| token.start >= end);
        let mut part = false;
        for token in between {
            let names = self.gap(token.start, token.end);
            match token.kind {
                Kind::Break(Break::Pause | Break::Comma | Break::Colon) | Kind::Word(Sense::Place) => part = true,
                Kind::Word(Sense::Done | Sense::Bound) if names.len() <= 3 => (),
                _ => return false,
            }
        }
        part && !gap.contains(['率', '度']) && (gap.contains("其中") || gap.chars().take(11).count() <= 10)
    }

    /// A share that is itself the aim: 控制在5.5%以内的年度目标, 离年初定的80%还差9个百分点; not 完成80%的年度任务.
    pub(super) fn names_aim(&self, index: usize, figure: &Figure<'_>) -> bool {
        let before = head_back(self.text.get(..figure.printed.0).unwrap_or_default(), 4);
        let behind = head(self.text.get(figure.printed.1..).unwrap_or_default(), 8);
        let held = ["定的", "与", "超过", "高于", "低于", "优于", "控制在", "离", "达到"];
        // 未达到年初确定的80%目标
        let set = self.clause_words(index).ends_with("定的") && behind.starts_with("目标");
        let lacks = set || ["还差", "相差", "尚差"].iter().any(|word| behind.starts_with(word));
        let aim = behind.strip_prefix('的').is_some_and(|rest| {
            let near = clause_head(rest, 8);
            ["目标", "计划", "承诺", "指标"].iter().any(|word| near.contains(word))
        });
        let quoted = index.checked_sub(2).is_some_and(|at| {
            // 覆盖率93%（年度目标95%）
            self.tokens[index - 1].sense() == Some(Sense::Aim)
                && self.tokens[index - 1].end == figure.start
                && self.tokens[at].is_break(Break::Open)
                && at.checked_sub(1).is_some_and(|at| self.tokens[at].amount().is_some_and(is_percent))
        });
        // 筛查率82.33%，超出省定目标任务（60%）22.33个百分点
        let exceeded = index.checked_sub(2).is_some_and(|at| {
            self.tokens[index - 1].is_break(Break::Open)
                && self.tokens[at].sense() == Some(Sense::Aim)
                && self.clause_words(index).contains('超')
        });
        quoted
            || exceeded
            || (lacks || aim) && (held.iter().any(|word| before.ends_with(word)) || figure.bound == Bound::AtMost)
    }

    /// Whether a noun of promise stands right beside it: 年度任务15处, 6家年度任务, 7500个的目标.
    pub(super) fn aimed(&self, index: usize, figure: &Figure<'_>) -> bool {
        let before =
            self.tokens[..index].iter().rev().take(3).find(|token| {
                !matches!(token.kind, Kind::Break(Break::Open | Break::Colon) | Kind::Word(Sense::Bound))
            });
        // 年度目标（80部、60部）
        let listed = index.checked_sub(4).is_some_and(|at| {
            self.tokens[index - 1].is_break(Break::Pause)
                && self.tokens[index - 2].amount().is_some()
                && self.tokens[index - 3].is_break(Break::Open)
                && self.tokens[at].sense() == Some(Sense::Aim)
        });
        // 为预算5000万元的102.4%, 完成总投资11.8亿元的83%
        let whole =
            self.tokens.get(index + 1).is_some_and(|token| {
                token.amount().is_some_and(is_percent) && self.gap(figure.end, token.start) == "的"
            }) && {
                let words = self.clause_words(index);
                ["占", "为", "完成", "达"].iter().any(|word| words.starts_with(word))
            };
        let budget =
            || ["预算", "概算", "估算", "预算约", "概算约"].iter().any(|word| self.clause_words(index).ends_with(word));
        // 设计库容12万立方米
        let designed = || self.clause_words(index).starts_with("设计");
        let named = figure.unit == "元" && budget() || self.section() == Some(Tense::Actual) && designed();
        if listed || whole || named {
            return true;
        }
        let before = before.filter(|token| token.sense() == Some(Sense::Aim)).is_some_and(|token| {
            let gap = self.gap(token.end, figure.printed.0);
            let total = matches!(self.gap(token.start, token.end), "总量" | "总工程量" | "工程量")
                && self.clause_words(index).starts_with('全');
            if total {
                return false;
            }
            // 完成…任务1010公里 is what was done, unless a share of it follows.
            let start = self.clause_start(index);
            let done = self.tokens[start..index]
                .iter()
                .rev()
                .take_while(|other| other.amount().is_none())
                .any(|other| self.gap(other.start, other.end) == "完成" && other.end < token.start);
            let share = self.tokens[index + 1..self.clause_end(index)]
                .iter()
                .any(|token| token.amount().is_some_and(is_percent));
            // 超任务17元 is what came on top.
            let beyond = self.text.get(..token.start).is_some_and(|before| before.ends_with('超'));
            // 已下达287.4亿元
            let issued = self.gap(token.start, token.end) == "下达"
                && self.text.get(..token.start).is_some_and(|before| before.ends_with('已'));
            !issued
                && !beyond
                && (!done || share)
                && gap.chars().count() <= 2
                && gap.chars().all(|char| "为是（(：: 约达".contains(char))
        });
        // 达到800件指标的109.3%
        let measured = self.text.get(figure.printed.1..).is_some_and(|rest| rest.starts_with("指标的"));
        let behind = measured
            || self.tokens.get(index + 1).is_some_and(|token| {
                let gap = self.gap(figure.printed.1, token.start);
                token.sense() == Some(Sense::Aim)
                    && matches!(gap, "" | "的" | "的全年" | "的年度" | "的票决" | "的既定" | "的年初" | "的预定")
            });
        before || behind
    }

    /// Whether a percentage is a published completion rate.
    pub(super) fn is_rate(&self, index: usize, figure: &Figure<'_>) -> bool {
        !self.is_ahead(index, figure)
            && (self.is_worded(index, figure) || self.is_share_of(index, figure) || self.stands_alone(index, figure))
    }

    /// A share that is promised, not published: 力争完成率达到95%, 6月底前开工率100%.
    fn is_ahead(&self, index: usize, figure: &Figure<'_>) -> bool {
        let own = &self.tokens[self.clause_start(index)..index];
        let promised = own.iter().any(|token| token.sense() == Some(Sense::Will));
        // 完成率110% in a sentence that began with a plan.
        let named = own.last().is_some_and(|token| {
            token.sense() == Some(Sense::Rate) && self.gap(token.end, figure.printed.0).chars().count() <= 3
        });
        let silent = self.said.tense.is_none();
        let plan = self.section() == Some(Tense::Target);
        // 要做到：开工率100%
        let listed =
            silent && (self.said.label == Some(Tense::Target) || plan && self.outline.tense == Some(Tense::Target));
        listed
            || self.is_promised()
                && (promised || is_floor(figure) || plan && (!named || self.outline.tense == Some(Tense::Target)))
    }

    /// By the words right beside it: 完成80%, 占概算的68.7%, 80% of the target.
    fn is_worded(&self, index: usize, figure: &Figure<'_>) -> bool {
        const BEHIND: [&str; 8] = [
            "complete",
            "of the target",
            "of target",
            "of the annual target",
            "of its target",
            "of the goal",
            "of the planned",
            "of the sanctioned",
        ];
        const BEFORE: [&str; 7] = ["完成", "完成了", "完工", "超额", "概算的", "预算的", "总投资的"];
        let before = self.text.get(..figure.printed.0).unwrap_or_default().trim_end();
        let after = self.text.get(figure.end..).unwrap_or_default().trim_start_matches(' ');
        // 完成率：89.7%
        let labelled = index.checked_sub(2).is_some_and(|at| {
            self.tokens[index - 1].is_break(Break::Colon) && self.tokens[at].sense() == Some(Sense::Rate)
        });
        let start = self.clause_start(index);
        let back = self.said.tense.map(|(tense, _)| tense).or(self.section()).or(self.outline.guess);
        // 取得证书的占91%, 其中Ⅲ类占66.7% are shares of what was counted.
        let bare = self.clause_words(index).rsplit('、').next() == Some("占");
        let share = bare && back == Some(Tense::Actual) && !self.is_part(start);
        // 任务240套，完工180套，占比75%
        let counted = self.clause_words(index) == "占比" && self.counted_twice(start);
        labelled
            || share
            || counted
            || BEHIND.iter().any(|word| after.starts_with(word))
            || BEFORE.iter().any(|word| before.ends_with(word))
    }

    /// By what its clause names before it: 完成率, 年度任务的80%, 39部的89.7%.
    fn is_share_of(&self, index: usize, figure: &Figure<'_>) -> bool {
        let start = self.clause_start(index);
        let before = self.text.get(..figure.printed.0).unwrap_or_default().trim_end();
        let compared = before.ends_with(['比', '较']);
        let mut part = false;
        for token in self.tokens[start..index].iter().rev() {
            let gap = self.gap(token.end, figure.start);
            match token.kind {
                Kind::Word(Sense::Rate) => return true,
                Kind::Word(Sense::Aim) => {
                    if is_floor(figure) && !gap.contains('的') {
                        return false;
                    }
                    let far = self.text.get(..token.start).unwrap_or_default();
                    // 覆盖率目标85%, 年初目标是93%
                    if gap.is_empty() && far.ends_with('率') || matches!(gap, "是" | "为") {
                        return false;
                    }
                    return gap.contains('的') || gap.chars().count() <= 2 && !far.ends_with(['比', '较']) && !compared;
                }
                // 满意度从第一年的88.2%升到今年的97.6%
                Kind::Word(Sense::To) if self.gap(token.start, token.end) != "达到" => return false,
                Kind::Word(Sense::Will | Sense::Plan) if gap.starts_with('的') || gap.is_empty() || part => {
                    return true;
                }
                Kind::Figure(_, Nature::Amount) if part && (gap.starts_with('、') || gap == "和") => {}
                Kind::Figure(_, Nature::Amount)
                    if !part && gap.trim_end().ends_with('的') && gap.chars().count() <= 8 =>
                {
                    part = true;
                }
                Kind::Figure(_, Nature::Amount) if part => return false,
                Kind::Figure(_, Nature::Amount) => {
                    let only = gap.trim_matches(['（', '(', '）', ')', ' ', '，', '占', '达']).is_empty();
                    return only && gap.contains(['（', '(', '，']);
                }
                _ => (),
            }
        }
        part && before.ends_with('的')
    }

    /// A share with nothing else in its clause, or in brackets behind an amount: 已完成8个，53%; 8个（53%）.
    fn stands_alone(&self, index: usize, figure: &Figure<'_>) -> bool {
        let start = self.clause_start(index);
        let words = self.gap(self.tokens[start.saturating_sub(1)].end, figure.start).trim();
        let alone = start == index
            && start > self.line.tokens.start
            && self.clause_end(index) == index + 1
            && self.said.tense.is_some_and(|(tense, _)| tense == Tense::Actual)
            && matches!(words, "" | "仅" | "只有" | "已达");
        alone || self.alone_in_brackets(index)
    }

    /// 其中民生类2.14万件，占6%; 全县达198个，占96.6%: a share of the whole, not of the plan.
    fn is_part(&self, start: usize) -> bool {
        let Some(last) = start.checked_sub(1).filter(|last| *last >= self.line.tokens.start) else { return false };
        let words = self.clause_words(last);
        words.starts_with("其中") || words.starts_with(['全']) && words.contains('达')
    }

    /// Whether the sentence gave two amounts of one unit before: the promised and the reached.
    fn counted_twice(&self, start: usize) -> bool {
        let from = self.line.tokens.start.max(start.saturating_sub(24));
        let mut amounts = self.tokens[from..start]
            .iter()
            .rev()
            .take_while(|token| !token.ends_sentence())
            .filter_map(|token| token.amount());
        amounts.next().is_some_and(|last| amounts.any(|other| other.unit == last.unit))
    }

    fn alone_in_brackets(&self, index: usize) -> bool {
        let opened = index.checked_sub(1).is_some_and(|at| self.tokens[at].is_break(Break::Open));
        let closed = self.tokens.get(index + 1).is_some_and(|token| token.is_break(Break::Close));
        let figure = index
            .checked_sub(2)
            .is_some_and(|at| matches!(self.tokens[at].kind, Kind::Figure(_, Nature::Amount) | Kind::Word(_)));
        opened && closed && figure
    }

    pub(super) fn is_gap(&self, index: usize) -> bool {
        let start = self.clause_start(index);
        self.tokens[start..index].iter().any(|token| token.sense() == Some(Sense::Gap))
    }
}

/// 不低于95%, 超过90%
fn is_floor(figure: &Figure<'_>) -> bool {
    matches!(figure.bound, Bound::AtLeast | Bound::MoreThan)
}
