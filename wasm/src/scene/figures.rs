//! Figures as a board prints them: grouped digits, their unit, per cent without idle zeros.

use pledgeboard::number::{Rounding, trim_zeros};
use pledgeboard::programme::{Bound, Figure, Goal, Source, Target, Unit};
use pledgeboard::{Date, Decimal, Interval, Locale, Ratio};

/// A narrow blank that does not break: what GB/T 15835 puts between groups of three digits.
const THIN: char = '\u{202f}';

/// A plain printed number with its whole digits in groups of three: from five digits on, by a thin blank in Chinese;
/// from four on, by a comma in English.
pub(super) fn grouped(number: &str, locale: Locale) -> String {
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

/// A number with its unit: `39部`, `5公里`; in English with a blank between.
pub(super) fn amount(value: Decimal, unit: &Unit, locale: Locale) -> String {
    with_unit(&grouped(&value.to_string(), locale), unit, locale)
}

pub(super) fn with_unit(figure: &str, unit: &Unit, locale: Locale) -> String {
    let blank = locale == Locale::En || unit.text.starts_with(|c: char| c.is_ascii_alphabetic());
    let gap = if blank && !unit.text.is_empty() && !unit.text.starts_with('%') { "\u{a0}" } else { "" };
    [figure, gap, &unit.text].concat()
}

/// The promise as a figure: `39部`, `＞4000名`, `约2公里`, `全覆盖`. Printed words come first.
pub(super) fn target(target: &Target, locale: Locale) -> String {
    let en = locale == Locale::En;
    let unit = &target.unit;
    let per = target
        .per
        .as_deref()
        .map_or_else(String::new, |per| if en { ["\u{a0}per\u{a0}", per].concat() } else { ["／", per].concat() });
    let words = match &target.goal {
        Goal::Done => return if en { "to be done" } else { "办成" }.to_owned(),
        Goal::All { whole: None } => return if en { "full coverage" } else { "全覆盖" }.to_owned(),
        Goal::All { whole: Some(whole) } => [if en { "all " } else { "全部" }, &amount(*whole, unit, locale)].concat(),
        Goal::AtLeast(value) => amount(*value, unit, locale),
        Goal::MoreThan(value) => [sign(Bound::MoreThan, locale), &amount(*value, unit, locale)].concat(),
        Goal::AtMost(value) => [sign(Bound::AtMost, locale), &amount(*value, unit, locale)].concat(),
        Goal::LessThan(value) => [sign(Bound::LessThan, locale), &amount(*value, unit, locale)].concat(),
        Goal::About { value, .. } => [sign(Bound::About, locale), &amount(*value, unit, locale)].concat(),
        Goal::Range(span) => {
            let low = grouped(&span.low().to_string(), locale);
            [&low, "–", &amount(span.high(), unit, locale)].concat()
        }
    };
    words + &per
}

/// What was reached: as printed, else the figure with the sign of its bound; an interval by its ends.
pub(super) fn reached(figure: &Figure, unit: &Unit, locale: Locale) -> String {
    if let Some(printed) = &figure.printed {
        return printed.0.clone();
    }
    match figure.value {
        Some(value) => [sign(figure.bound, locale), &amount(value, unit, locale)].concat(),
        None => interval(&figure.interval, unit, locale),
    }
}

/// An amount known between two ends.
pub(super) fn interval(reached: &Interval<Decimal>, unit: &Unit, locale: Locale) -> String {
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

/// The sign before a figure.
pub(super) fn sign(bound: Bound, locale: Locale) -> &'static str {
    let en = locale == Locale::En;
    match bound {
        Bound::MoreThan => {
            if en {
                ">"
            } else {
                "超"
            }
        }
        Bound::LessThan => {
            if en {
                "<"
            } else {
                "低于"
            }
        }
        Bound::AtMost => {
            if en {
                "≤"
            } else {
                "不超过"
            }
        }
        Bound::About => {
            if en {
                "about "
            } else {
                "约"
            }
        }
        Bound::AtLeast | Bound::Exact | Bound::Range | Bound::All | Bound::Done => "",
    }
}

/// A share as per cent with at most two decimals, rounded half up: `124.19%`, `100%`.
pub(super) fn percent(share: &Ratio, locale: Locale) -> String {
    rounded(share, 2, Rounding::HalfUp, locale) + "%"
}

/// An amount that the schedule expects, with at most two decimals.
pub(super) fn plain(amount: &Ratio, locale: Locale) -> String {
    amount.decimal(2, Rounding::HalfUp).map_or_else(|_| "?".to_owned(), |printed| grouped(trim_zeros(&printed), locale))
}

fn rounded(share: &Ratio, places: u32, rounding: Rounding, locale: Locale) -> String {
    share.percent(places, rounding).map_or_else(|_| "?".to_owned(), |printed| grouped(trim_zeros(&printed), locale))
}

/// A true interval of shares as per cent, its ends rounded outward: `112.5–137.5%`, `＞100%`.
pub(super) fn percents(share: &Interval<Ratio>, places: u32, locale: Locale) -> String {
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
pub(crate) fn date(day: Date, locale: Locale) -> String {
    let (year, month, number) = (day.year().to_string(), day.month(), day.day().to_string());
    if locale == Locale::En {
        let name = usize::try_from(month)
            .ok()
            .and_then(|month| MONTHS.get(month.wrapping_sub(1)))
            .copied()
            .unwrap_or_default();
        [&number, "\u{a0}", name, "\u{a0}", &year].concat()
    } else {
        [&year, "年", &month.to_string(), "月", &number, "日"].concat()
    }
}

/// A publication: `现代快报《今年，钟楼区要干这十件民生实事》2024年1月12日`.
pub(crate) fn source(source: &Source, locale: Locale) -> String {
    let publisher = source.publisher.as_deref().unwrap_or_default();
    let day = source.date.map(|day| date(day, locale)).unwrap_or_default();
    if locale == Locale::En {
        let parts = [publisher, &source.title, &day].into_iter().filter(|part| !part.is_empty());
        return parts.collect::<Vec<_>>().join(", ");
    }
    [publisher, "《", &source.title, "》", &day].concat()
}

/// A day without its year: `12月31日`, `31 Dec`.
pub(super) fn day(day: Date, locale: Locale) -> String {
    let full = date(day, locale);
    let year = day.year().to_string();
    let rest = if locale == Locale::En {
        full.strip_suffix(year.as_str()).map(|rest| rest.trim_end_matches('\u{a0}'))
    } else {
        full.strip_prefix(year.as_str()).and_then(|rest| rest.strip_prefix('年'))
    };
    rest.unwrap_or(&full).to_owned()
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

#[cfg(test)]
mod tests {
    use super::*;

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
    fn per_cent_has_no_idle_zeros() {
        let share = |part: i64, whole: i64| Ratio::of(part.into(), whole.into()).unwrap();
        assert_eq!(percent(&share(9935, 8000), Locale::En), "124.19%");
        assert_eq!(percent(&share(1098, 1000), Locale::En), "109.8%");
        assert_eq!(percent(&share(1, 1), Locale::En), "100%");
        let about = Interval::between(share(360, 320), share(440, 320));
        assert_eq!(percents(&about, 2, Locale::En), "112.5–137.5%");
        let third = Interval::between(share(1, 3), share(2, 3));
        assert_eq!(percents(&third, 1, Locale::En), "33.3–66.7%");
    }

    #[test]
    fn days_are_written_out() {
        let day = Date::new(2025, 1, 6).unwrap();
        assert_eq!(date(day, Locale::ZhCn), "2025年1月6日");
        assert_eq!(date(day, Locale::En), "6\u{a0}Jan\u{a0}2025");
    }
}
