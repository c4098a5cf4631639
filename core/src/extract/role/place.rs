//! Villages, schools and streets in which something is done: where, not how many.

use super::{Reader, is_percent};
use crate::extract::dictionary::head_back;
use crate::extract::figure::Figure;
use crate::extract::lex::{Break, Kind, Token};
use crate::extract::nature::Nature;
use crate::extract::sense::Sense;
use crate::programme::Bound;

impl Reader<'_, '_> {
    /// Villages, schools and the like in which something else is done or counted: 在9所学校安装, 硬化5个组8.6公里,
    /// 67个贫困村新建供水点103处, 支持30个县建设次中心60个. Not 改造5个小区、新增车位300个.
    pub(super) fn is_where(&self, index: usize, figure: &Figure<'_>) -> bool {
        let counts = figure.bound == Bound::Exact && matches!(figure.unit, "" | "个" | "所" | "家" | "处");
        if is_percent(figure) || !counts {
            return false;
        }
        let behind = &self.tokens[index + 1..self.clause_end(index)];
        // 硬化5个组8.6公里
        let groups = behind.first().is_some_and(|token| {
            token.amount().is_some_and(|other| matches!(other.quantity, "length" | "area"))
                && matches!(self.gap(figure.end, token.start), "组" | "村" | "屯" | "社")
        });
        let place = behind.first().filter(|token| {
            let gap = self.gap(figure.end, token.start);
            token.sense() == Some(Sense::Place) && gap.chars().count() <= 6 && !gap.contains(['的', '、', '“', '（'])
        });
        groups
            || place.is_some_and(|place| {
                let spot = Spot { index, figure, behind, place };
                self.adjoins(&spot) || self.led_to(&spot) || self.is_subject(&spot)
            })
    }

    /// By what stands right beside it: 6乡镇7村596户, 9个乡镇43个行政村, 涉及11个小区4,300余户, 开工率达到100%的有7个县区.
    fn adjoins(&self, spot: &Spot<'_, '_>) -> bool {
        let Spot { index, figure, place, .. } = *spot;
        let chained = index.checked_sub(2).is_some_and(|at| {
            let last = &self.tokens[index - 1];
            last.sense() == Some(Sense::Place) && last.end == figure.start && self.tokens[at].amount().is_some()
        });
        let bare = figure.unit.is_empty() && place.start == figure.end;
        let counted = figure.unit == "个" && spot.next().is_some_and(|(token, _)| token.start == place.end);
        bare || chained || counted || self.text.get(..figure.start).is_some_and(|before| before.ends_with("的有"))
    }

    /// By the word before it: 在, 为, 支持, 等.
    fn led_to(&self, spot: &Spot<'_, '_>) -> bool {
        let before = head_back(self.text.get(..spot.figure.start).unwrap_or_default(), 4);
        let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
        if ends(&["于", "涉及", "涉及的", "走访"]) {
            return !spot.is_aimed();
        }
        if ends(&["在"]) {
            return !spot.is_aimed() && self.counted_soon(spot);
        }
        let helped = ["到", "至", "为", "给", "对", "覆盖", "深入", "支持", "帮助", "指导", "组织", "带动"];
        if ends(&helped)
            && !spot.is_aimed()
            && self.counted_soon(spot)
            && self.acted(spot, spot.place.end.max(spot.reach()))
        {
            return true;
        }
        // 樟树里等4个小区雨污分流; not 松原路小学等6个学校建设项目.
        let follows = self.text.get(spot.place.end..).unwrap_or_default();
        let works = ["建设", "改造", "项目", "工程"].iter().any(|word| follows.starts_with(word));
        before.ends_with('等') && spot.figure.unit == "个" && !works && !self.is_led(spot)
    }

    /// By what its clause goes on with: 67个贫困村新建供水点103处, 11个乡镇的学生, 22所中小学全部配备AED，共44台.
    fn is_subject(&self, spot: &Spot<'_, '_>) -> bool {
        let Spot { index, figure, behind, place } = *spot;
        let follows = self.text.get(place.end..).unwrap_or_default();
        let next_clause = self
            .tokens
            .get(index + 1 + behind.len())
            .map_or("", |token| self.text.get(token.end..).unwrap_or_default());
        let first = self.clause_words(index).is_empty();
        if first && (follows.starts_with('的') || follows.starts_with("全部") && next_clause.starts_with('共')) {
            return true;
        }
        let Some((token, amount)) = spot.next().filter(|_| !self.is_led(spot)) else { return false };
        let between = self.gap(figure.end, token.start);
        if between.contains(['、', '和', '及', '，', '（']) || amount.unit == figure.unit {
            return false;
        }
        // 实施5个老旧小区天然气入户1670户
        let carried = self.clause_words(index).ends_with("实施");
        let done = behind
            .iter()
            .take_while(|other| other.start < token.start)
            .any(|token| matches!(token.sense(), Some(Sense::Done | Sense::Ended | Sense::Will)));
        carried || between.contains('共') || !done && (self.acted(spot, token.start) || between.contains('率'))
    }

    /// Whether another figure says how much: in the clause, or in the next. 在100所中小学实施“阳光校园”工程 counts the schools.
    fn counted_soon(&self, spot: &Spot<'_, '_>) -> bool {
        let end = spot.index + 1 + spot.behind.len();
        let counts = |token: &Token<'_>| token.amount().is_some_and(|figure| !is_percent(figure));
        spot.behind.iter().any(counts)
            || self.tokens.get(end).is_some_and(|token| token.is_break(Break::Comma))
                && self.tokens[end + 1..self.clause_end(end + 1)].iter().any(counts)
    }

    /// Whether something is done behind the place.
    fn acted(&self, spot: &Spot<'_, '_>, to: usize) -> bool {
        spot.behind.iter().take_while(|token| token.start < to).any(|token| {
            token.sense() == Some(Sense::Verb) && !matches!(self.gap(token.start, token.end), "完成" | "建成")
        })
    }

    /// Whether a verb before it makes it the object: 改造5个小区.
    fn is_led(&self, spot: &Spot<'_, '_>) -> bool {
        self.tokens[self.clause_start(spot.index)..spot.index]
            .iter()
            .rev()
            .take_while(|token| token.amount().is_none())
            .any(|token| {
                token.sense() == Some(Sense::Verb) && !matches!(self.gap(token.start, token.end), "实施" | "开展")
            })
    }
}

/// A figure with a place behind it.
#[derive(Clone, Copy)]
struct Spot<'a, 't> {
    index: usize,
    figure: &'a Figure<'t>,
    /// The rest of its clause.
    behind: &'a [Token<'t>],
    place: &'a Token<'t>,
}

impl<'a, 't> Spot<'a, 't> {
    /// The next amount of the clause.
    fn next(&self) -> Option<(&'a Token<'t>, &'a Figure<'t>)> {
        self.behind.iter().find_map(|token| match &token.kind {
            Kind::Figure(figure, Nature::Amount) => Some((token, &**figure)),
            _ => None,
        })
    }

    fn reach(&self) -> usize {
        self.behind.last().map_or(0, |token| token.end)
    }

    /// 为800个村配备装备的任务已完成675个: the places are what is counted.
    fn is_aimed(&self) -> bool {
        self.behind.iter().any(|token| matches!(token.sense(), Some(Sense::Aim | Sense::Done)))
    }
}
