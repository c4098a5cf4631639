//! Days of the civil calendar.

use core::fmt;
use core::str::FromStr;

use crate::Error;
use crate::number::digit;

/// A day of the Gregorian calendar, year 1 to 9999.
///
/// Kept as a day number, so that "elapsed days" is a subtraction. There is no time of day and no time zone: a date in
/// a document is the day that is printed.
///
/// ```
/// use pledgeboard::Date;
/// let due: Date = "2025-12-31".parse()?;
/// let start: Date = "2025-01-01".parse()?;
/// assert_eq!(due.days_since(start), 364);
/// assert_eq!(due.to_string(), "2025-12-31");
/// assert!("2025-02-29".parse::<Date>().is_err());
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Days since 0000-03-01, so that a leap day ends its year.
    day: i32,
}

/// Days of four hundred years, after which the calendar repeats itself.
const ERA: i32 = 146_097;

impl Date {
    /// The day of that year, month (1–12) and day of month.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Date, Error> {
        let lengths = [31, if is_leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let length = (month as usize).checked_sub(1).and_then(|index| lengths.get(index));
        if !(1..=9999).contains(&year) || length.is_none_or(|&length| day == 0 || day > length) {
            return Err(Error::date());
        }
        let (month, day) = (month.cast_signed(), day.cast_signed());
        // Years begin in March here: see `ymd` for the way back.
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * month + 2) / 5 + day - 1;
        Ok(Date { day: era * ERA + year * 365 + year / 4 - year / 100 + of_year })
    }

    /// 1970-01-01, from which data frames count.
    pub(crate) const EPOCH: Date = Date { day: 719_468 };

    /// Year, month (1–12), day of month. The algorithm is Howard Hinnant's `civil_from_days`
    /// ("chrono-Compatible Low-Level Date Algorithms", 2013).
    fn ymd(self) -> (i32, u32, u32) {
        let (era, of_era) = (self.day.div_euclid(ERA), self.day.rem_euclid(ERA));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
        (era * 400 + year, month.cast_unsigned(), day.cast_unsigned())
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.ymd().0
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.ymd().1
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.ymd().2
    }

    /// Days from `earlier` to this day: 0 on the day itself, negative if `earlier` is later.
    pub fn days_since(self, earlier: Date) -> i32 {
        self.day - earlier.day
    }

    /// The day after; after the last day of the calendar comes one that cannot be written, which stays inside the crate.
    pub(crate) fn next(self) -> Date {
        Date { day: self.day + 1 }
    }

    /// The day so many days later, or earlier if below 0; `None` beyond the ends of the calendar.
    ///
    /// ```
    /// use pledgeboard::Date;
    /// let due: Date = "2025-12-31".parse()?;
    /// assert_eq!(due.after(1), Some(Date::new(2026, 1, 1)?));
    /// assert_eq!(Date::new(9999, 12, 31)?.after(1), None);
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn after(self, days: i32) -> Option<Date> {
        let day = Date { day: self.day.checked_add(days)? };
        (1..=9999).contains(&day.year()).then_some(day)
    }

    /// The day before; before the first day of the calendar as above.
    pub(crate) fn previous(self) -> Date {
        Date { day: self.day - 1 }
    }

    /// Whether this is the last day of its month.
    pub fn ends_month(self) -> bool {
        self.next().day() == 1
    }

    /// A running number of the calendar month, so that differences count months.
    pub fn month_number(self) -> i32 {
        let (year, month, _) = self.ymd();
        year * 12 + month.cast_signed() - 1
    }
}

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

impl FromStr for Date {
    type Err = Error;

    /// Reads `YYYY-MM-DD` and nothing else.
    #[allow(clippy::many_single_char_names, reason = "ten places of a text, taken apart and put together")]
    fn from_str(text: &str) -> Result<Date, Error> {
        let [a, b, c, d, b'-', e, f, b'-', g, h] = *text.as_bytes() else {
            return Err(Error::date());
        };
        let number = |digits: &[u8]| {
            digits
                .iter()
                .try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0')))
        };
        let (Some(year), Some(month), Some(day)) = (number(&[a, b, c, d]), number(&[e, f]), number(&[g, h])) else {
            return Err(Error::date());
        };
        Date::new(year.cast_signed(), month, day)
    }
}

impl fmt::Display for Date {
    /// `YYYY-MM-DD`, as in documents.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        let digits = year.cast_unsigned() * 10_000 + month * 100 + day;
        let mut text = String::new();
        for unit in [10_000_000, 1_000_000, 100_000, 10_000, 1000, 100, 10, 1] {
            if unit == 1000 || unit == 10 {
                text.push('-');
            }
            text.push(digit(u128::from(digits / unit)));
        }
        f.write_str(&text)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The span of days that a programme is about, both ends included.
///
/// ```
/// use pledgeboard::Period;
/// let year = Period::new("2025-01-01".parse()?, "2025-12-31".parse()?)?;
/// assert_eq!(year.days(), 365);
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Period {
    start: Date,
    end: Date,
}

impl Period {
    /// The days from `start` to `end`; an end before the start is an error ([`Error::is_date`]).
    pub fn new(start: Date, end: Date) -> Result<Period, Error> {
        if end < start { Err(Error::date()) } else { Ok(Period { start, end }) }
    }

    /// The first day.
    pub fn start(&self) -> Date {
        self.start
    }

    /// The last day.
    pub fn end(&self) -> Date {
        self.end
    }

    /// How many days it has: 1 or more.
    pub fn days(&self) -> i32 {
        self.end.days_since(self.start) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, NaiveDate};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_chrono(days in 0i32..3_652_059) {
            let theirs = NaiveDate::from_num_days_from_ce_opt(days + 1).unwrap();
            let ours = Date::new(theirs.year(), theirs.month(), theirs.day()).unwrap();
            prop_assert_eq!(ours.days_since("0001-01-01".parse().unwrap()), days);
            prop_assert_eq!(ours.to_string(), theirs.to_string());
            prop_assert_eq!((ours.year(), ours.month(), ours.day()), (theirs.year(), theirs.month(), theirs.day()));
            prop_assert_eq!(ours.ends_month(), theirs.succ_opt().is_some_and(|next| next.day() == 1));
        }

        #[test]
        fn takes_the_days_that_chrono_takes(year in 0i32..10_100, month in 0u32..14, day in 0u32..33) {
            let theirs = NaiveDate::from_ymd_opt(year, month, day).filter(|_| (1..=9999).contains(&year));
            prop_assert_eq!(Date::new(year, month, day).is_ok(), theirs.is_some());
        }

        #[test]
        fn any_text_is_a_date_or_an_error(text in "\\PC{0,12}") {
            let _ = text.parse::<Date>();
        }
    }

    #[test]
    fn only_one_way_to_write_a_date() {
        for text in [
            "2025-1-06",
            "2025-01-6",
            "2025/01/06",
            "20250106",
            "2025-01-06T00:00",
            "+025-01-06",
            "0000-01-01",
            "２０２５-01-01",
        ] {
            assert!(text.parse::<Date>().unwrap_err().is_date(), "{text}");
        }
    }

    #[test]
    fn a_period_runs_forward() {
        let day: Date = "2025-01-01".parse().unwrap();
        assert_eq!(Period::new(day, day).unwrap().days(), 1);
        assert!(Period::new(day, day.previous()).unwrap_err().is_date());
    }
}
