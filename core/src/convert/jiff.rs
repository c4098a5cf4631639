//! [`jiff::civil::Date`], which has the years −9999 to 9999.

use crate::{Date, Error};

/// The same day, always.
///
/// ```
/// let due: pledgeboard::Date = "2025-12-31".parse()?;
/// assert_eq!(jiff::civil::Date::from(due), jiff::civil::date(2025, 12, 31));
/// # Ok::<(), pledgeboard::Error>(())
/// ```
impl From<Date> for jiff::civil::Date {
    fn from(date: Date) -> Self {
        let (year, month, day) = (i16::try_from(date.year()), i8::try_from(date.month()), i8::try_from(date.day()));
        let fits = "jiff has every day of these years";
        Self::new(year.expect(fits), month.expect(fits), day.expect(fits)).expect(fits)
    }
}

/// The same day; one before the year 1 is an error ([`Error::is_date`]).
///
/// ```
/// use jiff::civil::date;
/// use pledgeboard::Date;
/// assert_eq!(Date::try_from(date(2025, 6, 30))?.to_string(), "2025-06-30");
/// assert!(Date::try_from(date(0, 12, 31)).unwrap_err().is_date());
/// # Ok::<(), pledgeboard::Error>(())
/// ```
impl TryFrom<jiff::civil::Date> for Date {
    type Error = Error;

    fn try_from(date: jiff::civil::Date) -> Result<Self, Error> {
        let (month, day) = (u32::try_from(date.month()), u32::try_from(date.day()));
        match (month, day) {
            (Ok(month), Ok(day)) => Date::new(i32::from(date.year()), month, day),
            _ => Err(Error::date()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_day_comes_back(day in 0..3_652_059) {
            let ours = Date::new(1, 1, 1).unwrap().after(day).unwrap();
            let theirs = jiff::civil::Date::from(ours);
            prop_assert_eq!(theirs.to_string(), ours.to_string());
            prop_assert_eq!(Date::try_from(theirs), Ok(ours));
        }

        #[test]
        fn earlier_years_are_refused(year in -9999i16..=9999, month in 1i8..=12, day in 1i8..=28) {
            let theirs = jiff::civil::date(year, month, day);
            match Date::try_from(theirs) {
                Ok(ours) => prop_assert_eq!(jiff::civil::Date::from(ours), theirs),
                Err(error) => prop_assert!(error.is_date() && year < 1),
            }
        }
    }

    #[test]
    fn the_ends_of_the_calendar_fit() {
        let first = jiff::civil::date(1, 1, 1);
        for theirs in [first, jiff::civil::Date::MAX] {
            assert_eq!(jiff::civil::Date::from(Date::try_from(theirs).unwrap()), theirs);
        }
        assert!(Date::try_from(first.yesterday().unwrap()).unwrap_err().is_date());
    }
}
