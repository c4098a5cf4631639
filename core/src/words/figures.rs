//! Figures as a board prints them: grouped digits, their unit, per cent without idle zeros, days written out.

use super::{count, fill, join, pick, sign};
use crate::number::{Rounding, trim_zeros};
use crate::programme::{Bound, Goal, Target, Unit};
use crate::{Date, Decimal, End, Interval, Locale, Ratio, units};

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

/// What an amount is for each of: `／户`, ` per household`.
pub(super) fn per(of: &str, locale: Locale) -> String {
    let english = units::find(of).map(|entry| singular(entry.english)).filter(|word| !word.is_empty());
    let word = english.as_deref().filter(|_| locale == Locale::En).unwrap_or(of);
    fill(pick(locale, "／{}", "\u{a0}per\u{a0}{}"), &[word])
}

/// The lexicon's English words stand in the plural.
fn singular(words: &str) -> String {
    let one = |word: &str| match word.strip_suffix('s') {
        None if word == "people" => "person".to_owned(),
        Some("buse") => "bus".to_owned(),
        Some(stem) if stem.ends_with('s') => word.to_owned(),
        Some(stem) if stem.ends_with("ie") => [stem.strip_suffix("ie").unwrap_or(stem), "y"].concat(),
        Some(stem) => stem.strip_suffix("sse").map_or_else(|| stem.to_owned(), |class| [class, "ss"].concat()),
        None => word.to_owned(),
    };
    join(&words.split(' ').map(one).collect::<Vec<_>>(), " ")
}

/// An amount known between two ends.
pub fn interval(reached: &Interval<Decimal>, unit: &Unit, locale: Locale) -> String {
    let print = |value: Decimal| grouped(&value.to_string(), locale);
    if let Some(value) = reached.as_exact() {
        return amount(value, unit, locale);
    }
    let figure = match (reached.low(), reached.high()) {
        (Some(low), Some(high)) => [&print(low.value), "–", &print(high.value)].concat(),
        (Some(low), None) => [above(low.open, locale), &print(low.value)].concat(),
        (None, Some(high)) => [below(high.open, locale), &print(high.value)].concat(),
        (None, None) => "?".to_owned(),
    };
    with_unit(&figure, unit, locale)
}

/// The sign of an interval without an upper end.
fn above(open: bool, locale: Locale) -> &'static str {
    if open { sign(Bound::MoreThan, locale) } else { "≥" }
}

/// The sign of an interval without a lower end.
fn below(open: bool, locale: Locale) -> &'static str {
    if open { sign(Bound::LessThan, locale) } else { "≤" }
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

/// Amounts or ratios known between two ends, with at most so many decimals: `0.76`, `7999.19–8000.17`, `≥3`. A single one is
/// rounded half away from zero, the ends of a true interval outward.
pub fn plains(amounts: &Interval<Ratio>, places: u32, locale: Locale) -> String {
    let print = |end: End<Ratio>, rounding| {
        grouped(trim_zeros(&end.value.decimal(places, rounding).unwrap_or_default()), locale)
    };
    match (amounts.low(), amounts.high()) {
        (Some(low), _) if amounts.is_exact() => print(low, Rounding::HalfUp),
        (Some(low), Some(high)) => [print(low, Rounding::Down), print(high, Rounding::Up)].join("–"),
        (Some(low), None) => [above(low.open, locale), &print(low, Rounding::Down)].concat(),
        (None, Some(high)) => [below(high.open, locale), &print(high, Rounding::Up)].concat(),
        (None, None) => "?".to_owned(),
    }
}

fn rounded(share: &Ratio, places: u32, rounding: Rounding, locale: Locale) -> String {
    share.percent(places, rounding).map_or_else(|_| "?".to_owned(), |printed| grouped(trim_zeros(&printed), locale))
}

/// Shares as per cent: a single one rounded half up, the ends of a true interval outward: `112.5–137.5%`,
/// `超100%`.
pub fn percents(share: &Interval<Ratio>, places: u32, locale: Locale) -> String {
    if let Some(exact) = share.as_exact() {
        return rounded(&exact, places, Rounding::HalfUp, locale) + "%";
    }
    let low = share.low().map(|end| (end.open, rounded(&end.value, places, Rounding::Down, locale)));
    let high = share.high().map(|end| (end.open, rounded(&end.value, places, Rounding::Up, locale)));
    match (low, high) {
        (Some((_, low)), Some((_, high))) => [&low, "–", &high, "%"].concat(),
        (Some((open, low)), None) => [above(open, locale), &low, "%"].concat(),
        (None, Some((open, high))) => [below(open, locale), &high, "%"].concat(),
        (None, None) => "?".to_owned(),
    }
}

/// A day: `2025年1月6日`, `6 Jan 2025`.
pub fn date(date: Date, locale: Locale) -> String {
    let year = count(usize::try_from(date.year()).unwrap_or_default());
    let day = day(date, locale);
    if locale == Locale::En { [&day, "\u{a0}", &year].concat() } else { [&year, "年", &day].concat() }
}

/// A day without its year: `12月31日`, `31 Dec`.
pub fn day(day: Date, locale: Locale) -> String {
    let (month, number) = (day.month(), count(day.day() as usize));
    if locale == Locale::En {
        [&number, "\u{a0}", month_name(month)].concat()
    } else {
        [&count(month as usize), "月", &number, "日"].concat()
    }
}

fn month_name(month: u32) -> &'static str {
    MONTHS.get((month as usize).wrapping_sub(1)).copied().unwrap_or_default()
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
    fn an_amount_for_each_of_something() {
        assert_eq!(per("户", Locale::ZhCn), "／户");
        assert_eq!(per("户", Locale::En), "\u{a0}per\u{a0}household");
    }

    #[test]
    fn one_of_a_unit_stands_in_the_singular() {
        for (plural, expected) in [
            ("units", "unit"),
            ("classes", "class"),
            ("families", "family"),
            ("class hours", "class hour"),
            ("people", "person"),
            ("buses", "bus"),
            ("km", "km"),
        ] {
            assert_eq!(singular(plural), expected);
        }
    }

    #[test]
    fn days_are_written_out() {
        let epiphany = crate::fixture::day("2025-01-06");
        assert_eq!(date(epiphany, Locale::ZhCn), "2025年1月6日");
        assert_eq!(date(epiphany, Locale::En), "6\u{a0}Jan\u{a0}2025");
        assert_eq!([day(epiphany, Locale::ZhCn), day(epiphany, Locale::En)], ["1月6日", "6\u{a0}Jan"]);
    }
}
