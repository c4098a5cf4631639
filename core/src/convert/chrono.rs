//! [`chrono::NaiveDate`], which has some 262 000 years either way.

use chrono::{Datelike, NaiveDate};

use crate::{Date, Error};

/// The same day, always.
///
/// ```
/// use chrono::{Datelike, NaiveDate, Weekday};
/// let due: pledgeboard::Date = "2025-12-31".parse()?;
/// assert_eq!(NaiveDate::from(due).weekday(), Weekday::Wed);
/// # Ok::<(), pledgeboard::Error>(())
/// ```
impl From<Date> for NaiveDate {
    fn from(date: Date) -> Self {
        NaiveDate::from_ymd_opt(date.year(), date.month(), date.day()).expect("chrono has every day of these years")
    }
}

/// The same day; one before the year 1 or after the year 9999 is an error ([`Error::is_date`]).
///
/// ```
/// use chrono::NaiveDate;
/// use pledgeboard::Date;
/// let day = NaiveDate::from_ymd_opt(2025, 6, 30).unwrap();
/// assert_eq!(Date::try_from(day)?.to_string(), "2025-06-30");
/// assert!(Date::try_from(NaiveDate::MAX).unwrap_err().is_date());
/// # Ok::<(), pledgeboard::Error>(())
/// ```
impl TryFrom<NaiveDate> for Date {
    type Error = Error;

    fn try_from(date: NaiveDate) -> Result<Self, Error> {
        Date::new(date.year(), date.month(), date.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every day of the calendar, 0001-01-01 being 0.
    const DAYS: i32 = 3_652_059;

    proptest! {
        #[test]
        fn every_day_comes_back(day in 0..DAYS) {
            let ours = Date::new(1, 1, 1).unwrap().after(day).unwrap();
            let theirs = NaiveDate::from(ours);
            prop_assert_eq!(theirs.num_days_from_ce() - 1, day);
            prop_assert_eq!(Date::try_from(theirs), Ok(ours));
        }

        #[test]
        fn other_years_are_refused(days in any::<i32>()) {
            let Some(theirs) = NaiveDate::from_num_days_from_ce_opt(days % (100 * DAYS)) else { return Ok(()) };
            let ours = Date::try_from(theirs);
            prop_assert_eq!(ours.is_ok(), (1..=9999).contains(&theirs.year()));
            prop_assert!(ours.is_ok_and(|ours| NaiveDate::from(ours) == theirs) || ours.is_err_and(|error| error.is_date()));
        }
    }

    #[test]
    fn the_ends_of_the_calendar_fit() {
        for (date, beyond) in [("0001-01-01", NaiveDate::pred_opt as fn(&_) -> _), ("9999-12-31", NaiveDate::succ_opt)]
        {
            let ours: Date = date.parse().unwrap();
            let theirs = NaiveDate::from(ours);
            assert_eq!(Date::try_from(theirs), Ok(ours));
            assert!(Date::try_from(beyond(&theirs).unwrap()).unwrap_err().is_date());
        }
    }
}
