//! [`rust_decimal::Decimal`]: 96 bits, which hold every figure of 28 digits and some of 29, and up to 28 decimals.

use crate::{Decimal, Error};

/// The same figure, always: 28 digits with 28 decimals are what both have.
///
/// ```
/// let promised: pledgeboard::Decimal = "2.5".parse()?;
/// let theirs = rust_decimal::Decimal::from(promised);
/// assert_eq!(theirs, rust_decimal::Decimal::new(25, 1));
/// # Ok::<(), pledgeboard::Error>(())
/// ```
impl From<Decimal> for rust_decimal::Decimal {
    fn from(value: Decimal) -> Self {
        Self::from_i128_with_scale(value.mantissa(), value.scale())
    }
}

/// The same figure, without the zeros at the end of its decimals and without a −0; a figure of 29 digits is an error
/// ([`Error::is_out_of_range`]).
///
/// ```
/// use pledgeboard::Decimal;
/// let reached = Decimal::try_from(rust_decimal::Decimal::new(1250, 2))?;
/// assert_eq!(reached.to_string(), "12.5");
/// assert!(Decimal::try_from(rust_decimal::Decimal::MAX).unwrap_err().is_out_of_range());
/// # Ok::<(), pledgeboard::Error>(())
/// ```
impl TryFrom<rust_decimal::Decimal> for Decimal {
    type Error = Error;

    fn try_from(value: rust_decimal::Decimal) -> Result<Self, Error> {
        Decimal::new(value.mantissa(), value.scale())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::{MAX_DECIMALS, MAX_DIGITS};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ours_comes_back(mantissa in -10i128.pow(MAX_DIGITS) + 1..10i128.pow(MAX_DIGITS), scale in 0..=MAX_DECIMALS) {
            let ours = Decimal::new(mantissa, scale).unwrap();
            let theirs = rust_decimal::Decimal::from(ours);
            prop_assert_eq!(theirs.to_string(), ours.to_string());
            prop_assert_eq!(Decimal::try_from(theirs), Ok(ours));
        }

        #[test]
        fn theirs_comes_back_or_has_29_digits(bits in any::<(u32, u32, u32, bool)>(), scale in 0..=MAX_DECIMALS) {
            let theirs = rust_decimal::Decimal::from_parts(bits.0, bits.1, bits.2, bits.3, scale);
            match Decimal::try_from(theirs) {
                Ok(ours) => prop_assert_eq!(rust_decimal::Decimal::from(ours), theirs),
                Err(error) => {
                    prop_assert!(error.is_out_of_range());
                    prop_assert!(theirs.normalize().mantissa().unsigned_abs() >= 10u128.pow(MAX_DIGITS));
                }
            }
        }
    }

    #[test]
    fn there_is_no_negative_zero() {
        let mut zero = rust_decimal::Decimal::ZERO;
        zero.set_sign_negative(true);
        assert_eq!(Decimal::try_from(zero), Ok(Decimal::ZERO));
    }
}
