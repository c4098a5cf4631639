//! Counts of the list itself: 十项民生实事, 10大类30项.

use super::{Nature, Spot};
use crate::extract::lex::{Break, Kind};
use crate::extract::sense::Sense;
use crate::programme::Bound;

/// How many characters on the name of a list is looked for.
const REACH: usize = 14;

/// Whether a figure counts the projects of the list, not what they promise.
pub(super) fn listed(spot: &Spot<'_, '_>) -> bool {
    let unit = spot.figure.unit;
    if !matches!(unit, "" | "项" | "件" | "个" | "条" | "种") || spot.figure.bound != Bound::Exact {
        return false;
    }
    if unit.is_empty() && spot.next == '大' && !spot.follows(&["大型"]) || spot.follows(&["大类"]) {
        return true;
    }
    named_before(spot) || named_behind(spot)
}

/// 实事项目共12件, 票决项目（4个）, 教育类2件, 8类22项.
fn named_before(spot: &Spot<'_, '_>) -> bool {
    let Some(token) = spot.tokens.last() else { return false };
    let gap = spot.text.get(token.end..spot.figure.start).unwrap_or_default();
    let near = gap.chars().take(5).count() <= 4 && !gap.contains(['了', '成']);
    if token.sense() == Some(Sense::List) && near && !spot.figure.unit.is_empty() {
        return true;
    }
    let bracketed = token.is_break(Break::Open) && matches!(spot.next, '）' | ')');
    let before = spot.text.get(..token.start).unwrap_or_default();
    if bracketed && ["项目", "实事", "工程"].iter().any(|word| before.ends_with(word)) {
        return true;
    }
    if gap.ends_with('类') && matches!(spot.figure.unit, "项" | "件" | "个") {
        return true;
    }
    matches!(token.kind, Kind::Figure(_, Nature::Listed | Nature::Grade)) && gap.chars().take(2).count() <= 1
}

/// 十项民生实事, 10件2023年政府实事: the name of the list follows before anything is done.
fn named_behind(spot: &Spot<'_, '_>) -> bool {
    let mut rest = spot.after;
    for _ in 0..REACH {
        let Some(char) = rest.chars().next() else { return false };
        if let Some(after) = rest.get(4..).and_then(|rest| rest.strip_prefix('年')).filter(|_| char.is_ascii_digit()) {
            rest = after;
            continue;
        }
        if char.is_ascii_digit() || "，,。；：、！\n（）|\t".contains(char) {
            return false;
        }
        let len = match spot.lexicon.senses.longest(rest) {
            Some((_, Sense::List)) => return true,
            Some((word, Sense::Verb)) if !matches!(word, "办" | "服务" | "建设" | "改造" | "保障") => {
                return false;
            }
            Some((word, _)) => word.len(),
            None => char.len_utf8(),
        };
        rest = rest.get(len..).unwrap_or_default();
    }
    false
}
