//! The words and figures of a board, in Chinese and English, in one place.
//!
//! Everything that prints a figure for a reader does it here: grouped digits with their unit, per cent without idle
//! zeros, days written out. Both languages show the same figures.

use crate::evaluate::{Outcome, Reason, Status};
use crate::number::{Rounding, trim_zeros};
use crate::programme::{Basis, Bound, Commitment, Figure, Goal, Report, Stage, Target, Unit};
use crate::{Date, Decimal, Interval, Locale, Ratio, units};

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
    for (index, piece) in pattern.split("{}").enumerate() {
        if index > 0 {
            filled.push_str(gaps.next().copied().unwrap_or_default());
        }
        filled.push_str(piece);
    }
    filled
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

/// A narrow blank that does not break: what GB/T 15835 puts between groups of three digits.
const THIN: char = '\u{202f}';

/// A plain printed number with its whole digits in groups of three: from five digits on, by a thin blank in Chinese;
/// from four on, by a comma in English.
///
/// ```
/// use pledgeboard::{Locale, words::grouped};
/// assert_eq!(grouped("13972", Locale::En), "13,972");
/// assert_eq!(grouped("8000", Locale::ZhCn), "8000");
/// ```
pub fn grouped(number: &str, locale: Locale) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |rest| ("−", rest));
    let whole = digits.split('.').next().unwrap_or(digits);
    let least = if locale == Locale::En { 4 } else { 5 };
    let mut printed = String::from(sign);
    for (index, digit) in digits.chars().enumerate() {
        if whole.len() >= least && index > 0 && index < whole.len() && (whole.len() - index).is_multiple_of(3) {
            printed.push(if locale == Locale::En { ',' } else { THIN });
        }
        printed.push(digit);
    }
    printed
}

/// A unit as a reader sees it: as written in Chinese, by the lexicon's word in English where there is one.
pub fn unit(unit: &Unit, locale: Locale) -> &str {
    let english = units::find(&unit.text).map(|entry| entry.english).filter(|word| !word.is_empty());
    match (locale, english) {
        (Locale::En, Some(english)) => english,
        _ => &unit.text,
    }
}

/// The unit of what is reported: coverage whose whole is not known is reported in per cent.
pub fn reported_unit(target: &Target) -> Unit {
    match target.goal {
        Goal::All { whole: None } => Unit { text: "%".to_owned(), counted: false },
        _ => target.unit.clone(),
    }
}

/// A number with its unit: `39部`, `5公里`; in English with a blank between: `39 units`.
pub fn amount(value: Decimal, unit: &Unit, locale: Locale) -> String {
    with_unit(&grouped(&value.to_string(), locale), unit, locale)
}

/// A printed figure with its unit; in English one of it without the plural: `1 unit`.
pub fn with_unit(figure: &str, of: &Unit, locale: Locale) -> String {
    let word = unit(of, locale);
    let one = figure == "1" && locale == Locale::En && word != of.text;
    let singular = if one { singular(word) } else { String::new() };
    let word = if one { &singular } else { word };
    let blank = locale == Locale::En || word.starts_with(|letter: char| letter.is_ascii_alphabetic());
    let gap = if blank && !word.is_empty() && !word.starts_with('%') { "\u{a0}" } else { "" };
    [figure, gap, word].concat()
}

/// The lexicon's English words stand in the plural.
fn singular(words: &str) -> String {
    let one = |word: &str| match word.strip_suffix('s') {
        Some(stem) if stem.ends_with('s') => word.to_owned(),
        Some(stem) if stem.ends_with("ie") => [stem.trim_end_matches("ie"), "y"].concat(),
        Some(stem) => stem.strip_suffix("sse").map_or_else(|| stem.to_owned(), |class| [class, "ss"].concat()),
        None => word.to_owned(),
    };
    words.split(' ').map(one).collect::<Vec<_>>().join(" ")
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
    let per =
        target.per.as_deref().map_or_else(String::new, |per| fill(pick(locale, "／{}", "\u{a0}per\u{a0}{}"), &[per]));
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
pub fn figure(figure: &Figure, unit: &Unit, locale: Locale) -> String {
    if let Some(printed) = &figure.printed {
        return printed.0.clone();
    }
    match figure.value {
        Some(value) => [sign(figure.bound, locale), &amount(value, unit, locale)].concat(),
        None => interval(&figure.interval, unit, locale),
    }
}

/// An amount known between two ends.
pub fn interval(reached: &Interval<Decimal>, unit: &Unit, locale: Locale) -> String {
    let print = |value: Decimal| grouped(&value.to_string(), locale);
    if let Some(value) = reached.as_exact() {
        return amount(value, unit, locale);
    }
    let figure = match (reached.low(), reached.high()) {
        (Some(low), Some(high)) => [print(low.value), print(high.value)].join("–"),
        (Some(low), None) => [if low.open { ">" } else { "≥" }, &print(low.value)].concat(),
        (None, Some(high)) => [if high.open { "<" } else { "≤" }, &print(high.value)].concat(),
        (None, None) => "?".to_owned(),
    };
    with_unit(&figure, unit, locale)
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

/// The report that an outcome rests on.
pub fn report<'c>(commitment: &'c Commitment, outcome: &Outcome) -> Option<&'c Report> {
    outcome.report.and_then(|used| commitment.reports.get(used.index))
}

/// The completion rate: `124.19%`; `约125%（112.5%–137.5%）` where the figure is "about".
pub fn rate(commitment: &Commitment, outcome: &Outcome, locale: Locale) -> Option<String> {
    let rate = outcome.rate.as_ref()?;
    let printed = percents(rate, 2, locale);
    let named = || {
        let figure = report(commitment, outcome)?.figure.as_ref()?;
        let target = outcome.target.as_ref().filter(|target| target.baseline.is_none())?;
        let about = figure.bound == Bound::About && outcome.reached == Some(figure.interval);
        Ratio::of(figure.value.filter(|_| about)?, target.goal.value()?).ok()
    };
    Some(match named() {
        Some(middle) => {
            let about = percent(&middle, locale);
            fill(pick(locale, "约{}（{}）", "about {} ({})"), &[&about, &printed])
        }
        None => printed,
    })
}

/// A share as per cent with at most two decimals, rounded half up: `124.19%`, `100%`.
pub fn percent(share: &Ratio, locale: Locale) -> String {
    rounded(share, 2, Rounding::HalfUp, locale) + "%"
}

/// A share as percentage points with at most two decimals, without its sign: `4.26`.
pub fn points(share: &Ratio, locale: Locale) -> String {
    rounded(share, 2, Rounding::HalfUp, locale).trim_start_matches('−').to_owned()
}

/// An amount that need not be a decimal, with at most two decimals.
pub fn plain(amount: &Ratio, locale: Locale) -> String {
    amount.decimal(2, Rounding::HalfUp).map_or_else(|_| "?".to_owned(), |printed| grouped(trim_zeros(&printed), locale))
}

fn rounded(share: &Ratio, places: u32, rounding: Rounding, locale: Locale) -> String {
    share.percent(places, rounding).map_or_else(|_| "?".to_owned(), |printed| grouped(trim_zeros(&printed), locale))
}

/// Shares as per cent: a single one rounded half up, the ends of a true interval outward: `112.5–137.5%`, `>100%`.
pub fn percents(share: &Interval<Ratio>, places: u32, locale: Locale) -> String {
    if let Some(exact) = share.as_exact() {
        return rounded(&exact, places, Rounding::HalfUp, locale) + "%";
    }
    let low = share.low().map(|end| (end.open, rounded(&end.value, places, Rounding::Down, locale)));
    let high = share.high().map(|end| (end.open, rounded(&end.value, places, Rounding::Up, locale)));
    match (low, high) {
        (Some((_, low)), Some((_, high))) => [&low, "–", &high, "%"].concat(),
        (Some((open, low)), None) => [if open { ">" } else { "≥" }, &low, "%"].concat(),
        (None, Some((open, high))) => [if open { "<" } else { "≤" }, &high, "%"].concat(),
        (None, None) => "?".to_owned(),
    }
}

/// A day: `2025年1月6日`, `6 Jan 2025`.
pub fn date(day: Date, locale: Locale) -> String {
    let (year, month, number) = (day.year().to_string(), day.month(), day.day().to_string());
    if locale == Locale::En {
        let name = MONTHS.get((month as usize).wrapping_sub(1)).copied().unwrap_or_default();
        [&number, "\u{a0}", name, "\u{a0}", &year].concat()
    } else {
        [&year, "年", &month.to_string(), "月", &number, "日"].concat()
    }
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{commitment, day, programme};

    #[test]
    fn digits_are_grouped() {
        for (number, zh, en) in [
            ("999", "999", "999"),
            ("8000", "8000", "8,000"),
            ("13972", "13\u{202f}972", "13,972"),
            ("-1234567.25", "−1\u{202f}234\u{202f}567.25", "−1,234,567.25"),
        ] {
            assert_eq!(grouped(number, Locale::ZhCn), zh);
            assert_eq!(grouped(number, Locale::En), en);
        }
    }

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
            (">=1800 whole", ">1800", "1800部 超1800部 >100%", "1,800 units >1,800 units >100%"),
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

    #[test]
    fn one_of_a_unit_stands_in_the_singular() {
        for (plural, expected) in [
            ("units", "unit"),
            ("classes", "class"),
            ("families", "family"),
            ("class hours", "class hour"),
            ("km", "km"),
        ] {
            assert_eq!(singular(plural), expected);
        }
    }

    #[test]
    fn days_are_written_out() {
        assert_eq!(date(day("2025-01-06"), Locale::ZhCn), "2025年1月6日");
        assert_eq!(date(day("2025-01-06"), Locale::En), "6\u{a0}Jan\u{a0}2025");
    }
}
