//! The words and figures of a board, in Chinese and English, in one place.
//!
//! Everything that prints a figure for a reader does it here: grouped digits with their unit, per cent without idle
//! zeros, days written out. Both languages show the same figures; every picture, table and explanation takes its words
//! from here.

mod figures;

pub use figures::{
    amount, date, day, grouped, interval, percent, percents, plain, plains, points, reported_unit, unit, with_unit,
};

use crate::evaluate::{Outcome, Reason, Status};
use crate::printed::PrintedAmount;
use crate::programme::{Basis, Bound, Commitment, Figure, Goal, Report, Source, Stage, Target, Unit};
use crate::{Locale, Ratio};

/// The Chinese or the English words.
pub fn pick<'w>(locale: Locale, zh: &'w str, en: &'w str) -> &'w str {
    if locale == Locale::En { en } else { zh }
}

/// Fills the gaps `{}` of a sentence one by one.
///
/// ```
/// assert_eq!(pledgeboard::words::fill("{} of {}", &["21", "39"]), "21 of 39");
/// ```
pub fn fill(pattern: &str, gaps: &[&str]) -> String {
    let mut filled = String::new();
    let mut gaps = gaps.iter();
    // By characters: a search for a text brings its whole machinery into the page.
    for piece in pattern.split('{') {
        let rest = piece.strip_prefix('}');
        if rest.is_some() {
            filled.push_str(gaps.next().copied().unwrap_or_default());
        }
        filled.push_str(rest.unwrap_or(piece));
    }
    filled
}

/// Puts words together with something between them.
pub fn join<W: AsRef<str>>(parts: &[W], between: &str) -> String {
    let mut joined = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            joined.push_str(between);
        }
        joined.push_str(part.as_ref());
    }
    joined
}

/// A count in plain digits.
pub fn count(n: usize) -> String {
    crate::number::plain(false, n as u128, 0)
}

/// The word for a status; an unreported promise whose figure is not due yet has its own (`reason`).
pub fn status(status: Status, reason: Option<Reason>, locale: Locale) -> &'static str {
    let (zh, en) = match status {
        Status::Exceeded => ("超额完成", "exceeded"),
        Status::Met => ("完成", "met"),
        Status::MetLate => ("逾期完成", "met late"),
        Status::Ahead => ("超序时进度", "ahead"),
        Status::OnSchedule => ("按序时推进", "on schedule"),
        Status::Behind => ("慢于序时进度", "behind"),
        Status::NotStarted => ("尚未启动", "not started"),
        Status::Missed => ("未完成", "missed"),
        Status::Undecided => ("无法判定", "undecided"),
        Status::Unreported if reason == Some(Reason::NotDueYet) => ("尚未到公布时间", "no figure due yet"),
        Status::Unreported => ("未公布", "not published"),
        Status::NoTarget => ("目标未知", "target unknown"),
        Status::NotMeasurable => ("无法衡量", "not measurable"),
        Status::Withdrawn => ("已撤销", "withdrawn"),
    };
    pick(locale, zh, en)
}

/// How far a milestone is.
pub fn stage(stage: Stage, locale: Locale) -> &'static str {
    let (zh, en) = match stage {
        Stage::NotStarted => ("尚未启动", "not started"),
        Stage::UnderWay => ("进行中", "under way"),
        Stage::Done => ("已办成", "done"),
    };
    pick(locale, zh, en)
}

/// By what the schedule is measured.
pub fn basis(basis: Basis, locale: Locale) -> &'static str {
    let (zh, en) = match basis {
        Basis::Days => ("按天数", "by days"),
        Basis::Months => ("按月份", "by months"),
        Basis::Plan => ("按计划", "by its plan"),
    };
    pick(locale, zh, en)
}

/// The sign before a figure.
pub fn sign(bound: Bound, locale: Locale) -> &'static str {
    let (zh, en) = match bound {
        Bound::MoreThan => ("超", ">"),
        Bound::LessThan => ("低于", "<"),
        Bound::AtMost => ("不超过", "≤"),
        Bound::About => ("约", "about "),
        Bound::AtLeast | Bound::Exact | Bound::Range | Bound::All | Bound::Done => ("", ""),
    };
    pick(locale, zh, en)
}

/// The promise as a figure: `39部`, `超4000名`, `约2公里`, `全覆盖`.
pub fn target(target: &Target, locale: Locale) -> String {
    let unit = &target.unit;
    let per = target.per.as_deref().map_or_else(String::new, |per| figures::per(per, locale));
    let words = match &target.goal {
        Goal::Done => return pick(locale, "办成", "to be done").to_owned(),
        Goal::All { whole: None } => return pick(locale, "全覆盖", "full coverage").to_owned(),
        Goal::All { whole: Some(whole) } => [pick(locale, "全部", "all "), &amount(*whole, unit, locale)].concat(),
        Goal::Range(span) => {
            let low = grouped(&span.low().to_string(), locale);
            [&low, "–", &amount(span.high(), unit, locale)].concat()
        }
        Goal::AtLeast(value)
        | Goal::MoreThan(value)
        | Goal::AtMost(value)
        | Goal::LessThan(value)
        | Goal::About { value, .. } => [sign(target.goal.bound(), locale), &amount(*value, unit, locale)].concat(),
    };
    words + &per
}

/// The figure of a report: as printed, else the figure with the sign of its bound; an interval by its ends.
///
/// What was printed in Chinese (`1.94万人次`) is for Chinese readers; others get the figures that it stands for.
pub fn figure(figure: &Figure, unit: &Unit, locale: Locale) -> String {
    match &figure.printed {
        Some(printed) if locale == Locale::ZhCn || printed.0.is_ascii() => return printed.0.clone(),
        _ => {}
    }
    // Without a target, the unit stands in the printed words only.
    let printed = figure.printed.as_ref().filter(|_| unit.text.is_empty());
    let printed = printed.and_then(|printed| printed.0.parse::<PrintedAmount>().ok());
    let printed = printed.map(|amount| Unit { text: amount.unit, counted: unit.counted });
    let unit = printed.as_ref().unwrap_or(unit);
    let sign = sign(figure.bound, locale);
    match figure.value {
        Some(value) if !sign.is_empty() => [sign, &amount(value, unit, locale)].concat(),
        _ => interval(&figure.interval, unit, locale),
    }
}

/// What an outcome rests on, in the words of its report: a sum over several reports by its own figure, a milestone by
/// its stage.
pub fn reached(commitment: &Commitment, outcome: &Outcome, locale: Locale) -> Option<String> {
    let report = report(commitment, outcome);
    let unit = outcome.target.as_ref().or(commitment.target.as_ref()).map(reported_unit).unwrap_or_default();
    match (report.and_then(|report| report.figure.as_ref()), &outcome.reached) {
        (Some(named), Some(reached)) if named.interval == *reached => Some(figure(named, &unit, locale)),
        (_, Some(reached)) => Some(interval(reached, &unit, locale)),
        _ => report.and_then(|report| report.stage).map(|at| stage(at, locale).to_owned()),
    }
}

/// What was reached and what was promised, where both are known; the unit stands once where both carry the same:
/// `21` and `39部`.
pub fn reached_of_target(commitment: &Commitment, outcome: &Outcome, locale: Locale) -> Option<[String; 2]> {
    let mut reached = reached(commitment, outcome, locale)?;
    let promise = outcome.target.as_ref()?;
    let promised = target(promise, locale);
    let unit = unit(&promise.unit, locale);
    if let Some(alone) = reached.strip_suffix(unit).filter(|_| !unit.is_empty() && promised.ends_with(unit)) {
        reached = alone.trim_end_matches('\u{a0}').to_owned();
    }
    Some([reached, promised])
}

/// The report that an outcome rests on.
pub fn report<'c>(commitment: &'c Commitment, outcome: &Outcome) -> Option<&'c Report> {
    outcome.report.and_then(|used| commitment.reports.get(used.index))
}

/// A stock or a running total over years, which no rate counts.
pub fn stock(commitment: &Commitment, outcome: &Outcome, locale: Locale) -> Option<String> {
    let named = commitment.reports.get(outcome.stock?.index)?.figure.as_ref()?;
    let unit = outcome.target.as_ref().map(reported_unit).unwrap_or_default();
    Some(figure(named, &unit, locale))
}

/// The rate that a figure with "about" names: "约400张" of 320 names 125 %, the middle of its interval.
pub fn named_rate(commitment: &Commitment, outcome: &Outcome) -> Option<Ratio> {
    let figure = report(commitment, outcome)?.figure.as_ref()?;
    let target = outcome.target.as_ref().filter(|target| target.baseline.is_none())?;
    let about = figure.bound == Bound::About && outcome.reached == Some(figure.interval);
    Ratio::of(figure.value.filter(|_| about)?, target.goal.value()?).ok()
}

/// The completion rate in short: `124.19%`, `超100%`; `约125%` where the figure is "about".
pub fn short_rate(commitment: &Commitment, outcome: &Outcome, locale: Locale) -> Option<String> {
    let rate = outcome.rate.as_ref()?;
    Some(match named_rate(commitment, outcome) {
        Some(middle) => [sign(Bound::About, locale), &percent(&middle, locale)].concat(),
        None => percents(rate, 2, locale),
    })
}

/// The completion rate: `124.19%`; `约125%（112.5–137.5%）` where the figure is "about".
pub fn rate(commitment: &Commitment, outcome: &Outcome, locale: Locale) -> Option<String> {
    let short = short_rate(commitment, outcome, locale)?;
    match (named_rate(commitment, outcome), &outcome.rate) {
        (Some(_), Some(rate)) => Some(fill(pick(locale, "{}（{}）", "{} ({})"), &[&short, &percents(rate, 2, locale)])),
        _ => Some(short),
    }
}

/// A publication: `现代快报《今年，钟楼区要干这十件民生实事》2024年1月12日`.
pub fn source(source: &Source, locale: Locale) -> String {
    let publisher = source.publisher.as_deref().unwrap_or_default();
    let day = source.date.map(|day| date(day, locale)).unwrap_or_default();
    if locale == Locale::En {
        let mut parts = vec![publisher, &source.title, &day];
        parts.retain(|part| !part.is_empty());
        return join(&parts, ", ");
    }
    [publisher, "《", &source.title, "》", &day].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{commitment, programme};

    #[test]
    fn targets_and_rates_in_words() {
        for (promise, reported, zh, en) in [
            (">=39 whole", "51", "39部 51部 130.77%", "39 units 51 units 130.77%"),
            (">1800 whole", "2000", "超1800部 2000部 111.11%", ">1,800 units 2,000 units 111.11%"),
            (
                ">=320 whole",
                "~400",
                "320部 约400部 约125%（112.5–137.5%）",
                "320 units about 400 units about 125% (112.5–137.5%)",
            ),
            (">=1800 whole", ">1800", "1800部 超1800部 超100%", "1,800 units >1,800 units >100%"),
            ("<=50 whole", "48..49", "不超过50部 48–49部 -", "≤50 units 48–49 units -"),
            ("~2", "2.5", "约2公里 2.5公里 125%", "about 2 km 2.5 km 125%"),
            ("3..5", "1", "3–5公里 1公里 33.33%", "3–5 km 1 km 33.33%"),
            ("all", "80", "全覆盖 80% 80%", "full coverage 80% 80%"),
            ("all 40 whole", "20", "全部40部 20部 50%", "all 40 units 20 units 50%"),
            ("done", "done", "办成 已办成 -", "to be done done -"),
        ] {
            let list = programme(vec![commitment(promise, &format!("2025-12-31 {reported}"))]);
            let evaluation = crate::evaluate::evaluate(&list, &crate::evaluate::Options::default()).unwrap();
            let (commitment, outcome) = (list.commitments().next().unwrap(), evaluation.commitments().next().unwrap());
            for (locale, expected) in [(Locale::ZhCn, zh), (Locale::En, en)] {
                let said = [
                    target(outcome.target.as_ref().unwrap(), locale),
                    reached(commitment, outcome, locale).unwrap(),
                    rate(commitment, outcome, locale).unwrap_or("-".to_owned()),
                ];
                assert_eq!(said.join(" ").replace('\u{a0}', " "), expected);
            }
        }
    }
}
