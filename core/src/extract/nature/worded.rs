//! Numbers in words: which of them count.

use super::{Found, Nature, Spot};
use crate::extract::sense::Sense;
use crate::programme::Bound;

/// What follows a Chinese numeral and 个 where parts of a thing are told apart, not counted.
const PARTS: [&str; 12] =
    ["阶段", "环节", "维度", "层面", "坚持", "必须", "一批", "一体", "统一", "确保", "聚焦", "方面"];

/// What follows "one" where it counts nothing.
const OTHERS: [&str; 13] =
    ["of", "another", "in", "or", "more", "and", "hand", "day", "that", "which", "to", "stop", ""];

pub(super) fn worded(spot: &Spot<'_, '_>) -> Found {
    if spot.is_arabic() {
        return spot.is(Nature::Amount);
    }
    let latin = spot.text.get(spot.figure.start..)?.starts_with(|char: char| char.is_ascii_alphabetic());
    if latin { english(spot) } else { chinese(spot) }
}

/// One of, no one, one-stop count nothing.
fn english(spot: &Spot<'_, '_>) -> Found {
    let word =
        spot.after.trim_start_matches(' ').split(|char: char| !char.is_ascii_alphabetic()).next().unwrap_or_default();
    let idle = spot.whole() == Some(1) && (spot.next == '-' || OTHERS.contains(&word));
    if idle { None } else { spot.is(Nature::Amount) }
}

/// 体育公园一处: a thing and how many of it; not 这是一处, 是其中一个.
fn is_thing(spot: &Spot<'_, '_>) -> bool {
    let units = ["处", "座", "所", "栋", "幢", "条", "台", "辆", "间", "家", "套", "部", "块", "口", "盏", "艘", "顶"];
    let named = spot.previous.is_alphabetic() && !"的这那哪每同另某任有是第其各唯首作为".contains(spot.previous);
    named && units.contains(&spot.figure.unit)
}

/// A Chinese numeral counts if a unit follows it; one thing only where something is done with it.
fn chinese(spot: &Spot<'_, '_>) -> Found {
    let figure = spot.figure;
    let span = spot.text.get(figure.start..figure.end)?;
    let marked = figure.bound != Bound::Exact || span.contains(['万', '亿', '余', '多', '点']);
    if figure.unit.is_empty() {
        return spot.is(if marked { Nature::Amount } else { Nature::Name });
    }
    if spot.follows(&PARTS) || figure.unit == "个" && matches!(spot.next, '“' | '一' | '月') {
        return spot.is(Nature::Name);
    }
    if spot.whole() == Some(1) && !marked {
        // 改造一批山塘, 免费体检一次
        if matches!(figure.unit, "批" | "次") {
            return None;
        }
        let clause = spot.tokens.iter().rev().take(8).take_while(|token| !token.ends_clause());
        let mut verbs = clause.filter(|token| token.sense() == Some(Sense::Verb));
        let gap = |from: usize| spot.text.get(from..figure.start).unwrap_or_default();
        let near = verbs.clone().any(|token| gap(token.end).chars().take(3).count() <= 2);
        // 建成县级共配中心一个，配套食堂一座，
        let closes = "，,。、；）\n".contains(spot.next) && (verbs.next().is_some() || is_thing(spot));
        return if near || closes { spot.is(Nature::Amount) } else { None };
    }
    spot.is(Nature::Amount)
}
