//! Floating-point numbers of exact ones, for data frames. Nothing here is decided or printed by them.

use super::print::Rounding;
use super::{Decimal, Ratio};
use crate::Error;

/// Up to here every whole number is a floating-point number.
const EXACT: u128 = 1 << 53;

/// Powers of ten that are floating-point numbers themselves.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

#[allow(clippy::cast_precision_loss, reason = "whole numbers up to 2^53 lose nothing")]
fn whole(value: u128) -> Option<f64> {
    (value <= EXACT).then_some(value as f64)
}

impl Decimal {
    /// The floating-point number nearest to it.
    pub(crate) fn to_f64(self) -> f64 {
        let short = whole(self.mantissa().unsigned_abs()).zip(POWERS.get(self.scale() as usize));
        match short {
            // A quotient of two exact numbers is rounded once.
            Some((digits, power)) if self.is_negative() => -digits / power,
            Some((digits, power)) => digits / power,
            None => self.to_string().parse().unwrap_or(f64::NAN),
        }
    }
}

impl Ratio {
    /// A share as per cent: the floating-point number nearest to it, of long fractions the one nearest to its first 18 decimals.
    pub(crate) fn percent_f64(&self) -> Result<f64, Error> {
        self.float(2)
    }

    /// The fraction itself, in the same way.
    pub(crate) fn to_f64(self) -> Result<f64, Error> {
        self.float(0)
    }

    fn float(&self, shift: u32) -> Result<f64, Error> {
        let short = self.magnitudes().and_then(|(num, den)| {
            let num = num.checked_mul(10_u128.pow(shift)).and_then(whole)?;
            Some(num / whole(den)?)
        });
        match short {
            Some(value) if self.is_negative() => Ok(-value),
            Some(value) => Ok(value),
            None => {
                let text =
                    if shift == 0 { self.decimal(18, Rounding::HalfUp) } else { self.percent(18, Rounding::HalfUp) };
                text?.parse().map_err(|_| Error::out_of_range())
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "the nearest number is one number")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_decimal_is_what_its_digits_parse_to(mantissa in -10_i128.pow(27)..10_i128.pow(27), scale in 0u32..28) {
            let decimal = Decimal::new(mantissa, scale).unwrap();
            prop_assert_eq!(decimal.to_f64(), decimal.to_string().parse::<f64>().unwrap());
        }

        #[test]
        fn a_percentage_is_the_nearest_number(a in -1_000_000_i64..1_000_000, b in 1_i64..1_000_000) {
            let share = Ratio::of(a.into(), b.into()).unwrap();
            // 25 decimals are more than a floating-point number of this size can tell apart.
            let printed: f64 = share.percent(25, Rounding::HalfUp).unwrap().parse().unwrap();
            prop_assert_eq!(share.percent_f64().unwrap(), printed);
        }
    }

    #[test]
    fn long_fractions_are_taken_by_their_decimals() {
        let long =
            Ratio::of("1234567890123456789012345.678".parse().unwrap(), "9876543210987654321098765".parse().unwrap());
        assert_eq!(long.unwrap().percent_f64().unwrap(), 12.499_999_886_093_75);
        assert_eq!(Ratio::ZERO.to_f64().unwrap().to_bits(), 0);
    }
}
