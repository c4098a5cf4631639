//! Days, months and years, and times of the day: none of them is an amount.

use crate::extract::figure::Figure;
use crate::printed::{Script, narrow, numeral};
use crate::programme::Bound;
use crate::{Date, Decimal};

/// A day that the text names: the parts it gives.
#[allow(clippy::struct_field_names, reason = "a day has a day of the month")]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(in crate::extract) struct Day {
    pub(in crate::extract) year: Option<i32>,
    pub(in crate::extract) month: Option<u32>,
    pub(in crate::extract) day: Option<u32>,
}

impl Day {
    /// The day itself, in a year that is known otherwise.
    pub(in crate::extract) fn date(self, year: Option<i32>) -> Option<Date> {
        Date::new(self.year.or(year)?, self.month?, self.day?).ok()
    }
}

/// A day, month or year that begins with the figure: where it ends and what it names.
pub(in crate::extract) fn day(text: &str, figure: &Figure<'_>) -> Option<(usize, Day)> {
    if figure.script == Script::Arabic
        && let Some(found) = numbered_day(text, figure.start).or_else(|| numbered_month(text, figure.start))
    {
        return Some(found);
    }
    let span = text.get(figure.start..figure.end)?;
    let value = figure.low.or(figure.high).filter(Decimal::is_integer)?;
    let number = i32::try_from(value.mantissa()).ok()?;
    if span.contains(['万', '亿', '.', ',']) && figure.unit != "年" {
        return None;
    }
    let digits = span.chars().filter(|char| narrow(*char).is_ascii_digit() || "〇零一二三四五六七八九".contains(*char));
    let is_year = (1900..=2100).contains(&number) && digits.take(4).count() == 4;
    match figure.unit {
        "年" if is_year => Some(within_year(text, figure.end, number)),
        // 2000 in a table is a round number.
        "" if is_year && number % 100 != 0 && !counts(text, figure) => {
            Some((figure.end, Day { year: Some(number), ..Day::default() }))
        }
        "日" if (1..=31).contains(&number) && figure.bound == Bound::Exact => {
            let lasts = text.get(figure.end..)?.starts_with(['内', '游', '间']);
            (!lasts).then(|| (figure.end, Day { day: u32::try_from(number).ok(), ..Day::default() }))
        }
        "" => month_or_hour(text, figure, number),
        _ => None,
    }
}

/// Whether a number like a year counts something after all: 新增2000个, 新增床位2000; not 2025-2028, “2024常州…”.
fn counts(text: &str, figure: &Figure<'_>) -> bool {
    let after = text.get(figure.end..).unwrap_or_default();
    let follows = after.trim_start_matches(' ');
    let noun = follows.chars().next().is_some_and(|char| !char.is_ascii() && !"，。、；：）”—–-·".contains(char));
    let led = text.get(..figure.start).and_then(|before| before.chars().next_back());
    let led = led.is_some_and(|char| !char.is_ascii() && !"“《（，。；".contains(char));
    let counted = noun && !after.starts_with(' ') && figure.bound != Bound::Range && led;
    follows.starts_with(['个', '余', '多']) || counted
}

/// What follows a year: 2025年度, 2025年1月6日, 2025年1—9月.
fn within_year(text: &str, end: usize, year: i32) -> (usize, Day) {
    let day = Day { year: Some(year), ..Day::default() };
    let rest = text.get(end..).unwrap_or_default();
    let rest = rest.strip_prefix('度').filter(|after| !after.starts_with('假')).unwrap_or(rest);
    let end = text.len() - rest.len();
    let (mut after, mut number) = (rest, 0);
    for _ in 0..2 {
        let Some(found) = numeral(after).filter(|found| !found.is_bare()) else { break };
        let Some(value) = found.value.ok().filter(Decimal::is_integer) else { break };
        number = u32::try_from(value.mantissa()).unwrap_or(0);
        after = after.get(found.len..).unwrap_or_default();
        let Some(next) = after.strip_prefix(['—', '-', '–', '~', '至', '到']) else { break };
        after = next;
    }
    match after.strip_prefix('月').filter(|_| (1..=12).contains(&number)) {
        Some(rest) => day_of_month(text, text.len() - rest.len(), Day { month: Some(number), ..day }),
        None => (end, day),
    }
}

/// 6月, 三季度, 9时, 17:30.
fn month_or_hour(text: &str, figure: &Figure<'_>, number: i32) -> Option<(usize, Day)> {
    let after = text.get(figure.end..)?.trim_start_matches(' ');
    let from = text.len() - after.len();
    if let Some(rest) = after.strip_prefix('月') {
        let month = u32::try_from(number).ok().filter(|month| (1..=12).contains(month))?;
        let named = !rest.starts_with('龄');
        return named
            .then(|| day_of_month(text, text.len() - rest.len(), Day { month: Some(month), ..Day::default() }));
    }
    if after.starts_with("季度") {
        return Some((from + "季度".len(), Day::default()));
    }
    if !(0..=24).contains(&number) {
        return None;
    }
    if figure.script == Script::Arabic && after.starts_with(':') {
        let time = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b':' | b'-');
        let digits = after.bytes().skip(1).take(12).take_while(time).count();
        if digits > 0 {
            return Some((from + 1 + digits, Day::default()));
        }
    }
    let sharp = |rest: &str| rest.is_empty() || rest.starts_with(['至', '到', '前', '半', '钟', '-', '—', '，', '。']);
    let hour = after.starts_with('时') || after.strip_prefix('点').is_some_and(sharp);
    hour.then(|| (from + '时'.len_utf8(), Day::default()))
}

/// 6日 behind a month.
fn day_of_month(text: &str, end: usize, mut day: Day) -> (usize, Day) {
    let rest = text.get(end..).unwrap_or_default();
    if let Some(found) = numeral(rest).filter(|found| !found.is_bare())
        && let Some(after) = rest.get(found.len..).and_then(|after| after.strip_prefix(['日', '号']))
        && let Some(value) = found.value.ok().filter(Decimal::is_integer)
    {
        day.day = u32::try_from(value.mantissa()).ok().filter(|day| (1..=31).contains(day));
        return (text.len() - after.len(), day);
    }
    (end, day)
}

/// 2026.10: a year and a month.
fn numbered_month(text: &str, at: usize) -> Option<(usize, Day)> {
    let rest = text.get(at..)?;
    let (year, month) = (rest.get(..4)?.parse::<i32>().ok()?, rest.get(4..)?.strip_prefix('.')?);
    let digits = month.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let number = month.get(..digits)?.parse::<u32>().ok()?;
    let ends =
        !month.get(digits..)?.starts_with(|char: char| char.is_alphanumeric() || matches!(char, '.' | '%' | '％'));
    let valid = (1900..=2100).contains(&year) && (1..=12).contains(&number) && (1..=2).contains(&digits) && ends;
    valid.then(|| (at + 5 + digits, Day { year: Some(year), month: Some(number), day: None }))
}

/// 2025-01-06, 2025.1.6, 2025/01/06.
fn numbered_day(text: &str, at: usize) -> Option<(usize, Day)> {
    let rest = text.get(at..)?;
    let mut numbers = [0u32; 3];
    let mut end = 0;
    for (index, number) in numbers.iter_mut().enumerate() {
        let digits = rest.get(end..)?.bytes().take(5).take_while(u8::is_ascii_digit).count();
        if index == 0 && digits != 4 || index > 0 && !(1..=2).contains(&digits) {
            return None;
        }
        *number = rest.get(end..end + digits)?.parse().ok()?;
        end += digits;
        if index < 2 {
            rest.get(end..).filter(|rest| rest.starts_with(['-', '.', '/']))?;
            end += 1;
        }
    }
    let [year, month, day] = numbers;
    let valid = (1900..=2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then(|| (at + end, Day { year: i32::try_from(year).ok(), month: Some(month), day: Some(day) }))
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// An English month with its day and year: June 2025, 31 March 2026 (from its month), March 31, 2026.
#[allow(clippy::type_complexity, reason = "month, year and day of one date")]
pub(in crate::extract) fn month(text: &str, at: usize) -> Option<((u32, Option<i32>, Option<u32>), usize)> {
    let rest = text.get(at..)?;
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = rest.get(..letters)?;
    let month = MONTHS.iter().position(|month| {
        month.eq_ignore_ascii_case(word)
            || letters == 3 && month.get(..3).is_some_and(|short| short.eq_ignore_ascii_case(word))
    })?;
    // "May" is a verb too.
    if !word.starts_with(|char: char| char.is_ascii_uppercase()) {
        return None;
    }
    let (mut end, mut day, mut year) = (at + letters, None, None);
    for _ in 0..2 {
        let rest = text.get(end..)?;
        let blank = rest.len() - rest.trim_start_matches([' ', ',']).len();
        let digits = rest.bytes().skip(blank).take_while(u8::is_ascii_digit).count();
        let Ok(number) = rest.get(blank..blank + digits)?.parse::<u32>() else { break };
        if digits == 4 && (1900..=2100).contains(&number) && year.is_none() {
            year = i32::try_from(number).ok();
        } else if digits <= 2 && (1..=31).contains(&number) && day.is_none() && year.is_none() {
            day = Some(number);
        } else {
            break;
        }
        end += blank + digits;
    }
    (word != "May" || year.is_some() || day.is_some()).then_some(((u32::try_from(month).ok()? + 1, year, day), end))
}
