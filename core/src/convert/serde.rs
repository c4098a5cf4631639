//! Figures and days as texts, as the document writes them.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::{Date, Decimal, Error};

/// As the plain figure in a text, `"12.5"`, so that no reader makes a float of it.
///
/// ```
/// use pledgeboard::Decimal;
/// assert_eq!(serde_json::to_string(&Decimal::new(125, 1)?)?, r#""12.5""#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// From a text in the grammar of [`FromStr`]. Anything else is an error, a number too: most formats hand it over as a float, which
/// has lost its digits.
///
/// ```
/// use pledgeboard::Decimal;
/// assert_eq!(serde_json::from_str::<Decimal>(r#""12.50""#)?, Decimal::new(125, 1)?);
/// assert!(serde_json::from_str::<Decimal>("12.5").is_err());
/// assert!(serde_json::from_str::<Decimal>(r#""1e99""#).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text { what: "a decimal number in a text, such as \"12.5\"", value: PhantomData })
    }
}

/// As `"2025-06-30"`.
///
/// ```
/// use pledgeboard::Date;
/// assert_eq!(serde_json::to_string(&Date::new(2025, 6, 30)?)?, r#""2025-06-30""#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// From `"2025-06-30"`; anything that is no day of the years 1 to 9999 is an error.
///
/// ```
/// use pledgeboard::Date;
/// assert_eq!(serde_json::from_str::<Date>(r#""2025-06-30""#)?, Date::new(2025, 6, 30)?);
/// assert!(serde_json::from_str::<Date>(r#""2025-02-29""#).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text { what: "a day in a text, such as \"2025-06-30\"", value: PhantomData })
    }
}

/// Takes a text and parses it.
struct Text<T> {
    what: &'static str,
    value: PhantomData<T>,
}

impl<T: FromStr<Err = Error>> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::{MAX_DECIMALS, MAX_DIGITS};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn figures_come_back(mantissa in -10i128.pow(MAX_DIGITS) + 1..10i128.pow(MAX_DIGITS), scale in 0..=MAX_DECIMALS) {
            let value = Decimal::new(mantissa, scale).unwrap();
            let text = serde_json::to_string(&value).unwrap();
            prop_assert_eq!(&text, &format!("\"{value}\""));
            prop_assert_eq!(serde_json::from_str::<Decimal>(&text).unwrap(), value);
        }

        #[test]
        fn days_come_back(day in 0..3_652_059) {
            let date = Date::new(1, 1, 1).unwrap().after(day).unwrap();
            let text = serde_json::to_string(&date).unwrap();
            prop_assert_eq!(&text, &format!("\"{date}\""));
            prop_assert_eq!(serde_json::from_str::<Date>(&text).unwrap(), date);
        }
    }

    #[test]
    fn an_error_says_what_was_expected() {
        let error = |text| serde_json::from_str::<Decimal>(text).unwrap_err().to_string();
        assert!(error("12.5").contains("a decimal number in a text"));
        assert!(error(r#""twelve""#).contains("This is not a number"));
        assert!(serde_json::from_str::<Date>("20250630").unwrap_err().to_string().contains("a day in a text"));
    }
}
