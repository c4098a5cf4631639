//! Villages, schools and streets in which something is done: where, not how many.

use super::{Reader, is_percent};
use crate::extract::dictionary::head_back;
use crate::extract::figure::Figure;
use crate::extract::lex::Break;
use crate::extract::sense::Sense;
use crate::programme::Bound;

impl Reader<'_, '_> {
    /// 拟拓宽至5.5米: the next clause says to what.
    pub(super) fn next_clause_turns(&self, end: usize) -> bool {
        self.tokens.get(end).is_some_and(|token| token.is_break(Break::Comma))
            && self.tokens[end + 1..]
                .iter()
                .take(3)
                .take_while(|token| token.amount().is_none())
                .any(|token| token.sense() == Some(Sense::To))
    }

    /// Villages, schools and the like in which something else is done or counted: 在9所学校安装, 硬化5个组8.6公里,
    /// 67个贫困村新建供水点103处, 支持30个县建设次中心60个. Not 改造5个小区、新增车位300个.
    pub(super) fn is_where(&self, index: usize, figure: &Figure<'_>) -> bool {
        if is_percent(figure) || figure.bound != Bound::Exact || !matches!(figure.unit, "" | "个" | "所" | "家" | "处")
        {
            return false;
        }
        let end = self.clause_end(index);
        let behind = &self.tokens[index + 1..end];
        // 硬化5个组8.6公里
        let measured = behind.first().is_some_and(|token| {
            token.amount().is_some_and(|other| matches!(other.quantity, "length" | "area"))
                && matches!(self.gap(figure.end, token.start), "组" | "村" | "屯" | "社")
        });
        if measured {
            return true;
        }
        let Some(place) = behind.first().filter(|token| {
            token.sense() == Some(Sense::Place)
                && self.gap(figure.end, token.start).chars().count() <= 6
                && !self.gap(figure.end, token.start).contains(['的', '、', '“', '（'])
        }) else {
            return false;
        };
        let start = self.clause_start(index);
        let own = &self.tokens[start..index];
        let before = head_back(self.text.get(..figure.start).unwrap_or_default(), 4);
        // 6乡镇7村596户
        if figure.unit.is_empty() && place.start == figure.end {
            return true;
        }
        let led = own
            .iter()
            .rev()
            .take_while(|token| token.amount().is_none())
            .any(|token| token.sense() == Some(Sense::Verb));
        let next = behind.iter().find_map(|token| token.amount().map(|amount| (token, amount)));
        let acted = |to: usize| {
            behind.iter().take_while(|token| token.start < to).any(|token| {
                token.sense() == Some(Sense::Verb) && !matches!(self.gap(token.start, token.end), "完成" | "建成")
            })
        };
        let done = |to: usize| {
            behind
                .iter()
                .take_while(|token| token.start < to)
                .any(|token| matches!(token.sense(), Some(Sense::Done | Sense::Ended | Sense::Will)))
        };
        // 9个乡镇43个行政村
        let chained = index.checked_sub(2).is_some_and(|at| {
            let last = &self.tokens[index - 1];
            last.sense() == Some(Sense::Place) && last.end == figure.start && self.tokens[at].amount().is_some()
        });
        // 开工率达到100%的有7个县区
        if chained || before.ends_with("的有") {
            return true;
        }
        // 硬化5个组8.6公里, 涉及11个小区4,300余户
        if figure.unit == "个" && next.is_some_and(|(token, _)| token.start == place.end) {
            return true;
        }
        let at = ["在", "到", "至", "为", "给", "对", "于", "涉及", "覆盖", "分布在", "走访", "深入"]
            .iter()
            .any(|word| before.ends_with(word));
        let helped = ["支持", "帮助", "指导", "组织", "推动", "带动"].iter().any(|word| before.ends_with(word));
        let reach = behind.last().map_or(place.end, |token| token.end);
        let tasked = behind.iter().any(|token| matches!(token.sense(), Some(Sense::Aim | Sense::Done)));
        if (at || helped) && !tasked && (acted(reach) || before.ends_with(['及', '于', '访'])) {
            return true;
        }
        // 等6个村的主干道
        if !led
            && self.gap(self.tokens[index.saturating_sub(1)].end, figure.start).ends_with('等')
            && figure.unit == "个"
        {
            return true;
        }
        let Some((token, amount)) = next else { return false };
        let between = self.gap(figure.end, token.start);
        let apart = between.contains(['、', '和', '及', '，', '（']);
        !led && !apart
            && !done(token.start)
            && amount.unit != figure.unit
            && (acted(token.start) || between.contains(['率', '共']))
    }
}
