//! Sums of rates as integers.

use super::ratio::Ratio;
use super::{Decimal, Rounding};
use crate::Error;
use crate::programme::Weight;

/// 10¹⁸, what one whole rate is inside a sum (see [`Ratio::to_sum`]).
const WHOLE: i128 = 1_000_000_000_000_000_000;

/// The decimals of a mean before it is printed.
const MEAN_DECIMALS: u32 = 15;

/// A weighted sum of rates, made of integers only, so that sums merge in any order and every path gives one mean.
///
/// Each rate is rounded once to 18 decimals ([`Ratio::to_sum`]) and multiplied by its weight in millionths. The whole
/// parts and the decimals are added up apart, because together they could outgrow 128 bits: rates go to 10¹⁵, weights
/// to 10⁶.
///
/// ```
/// use pledgeboard::number::{RateSum, Rounding};
/// use pledgeboard::programme::Weight;
/// use pledgeboard::Ratio;
/// let mut sum = RateSum::default();
/// sum.add(&Ratio::of("1".parse()?, "3".parse()?)?, Weight::ONE)?;
/// sum.add(&Ratio::of("2".parse()?, "3".parse()?)?, Weight::ONE)?;
/// // The two eighteenth decimals round apart; fifteen decimals print the tie as it is.
/// assert_eq!(sum.mean().unwrap().percent(0, Rounding::HalfUp)?, "50");
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct RateSum {
    /// Whole parts × millionths of weight.
    whole: i128,
    /// Decimals in 10⁻¹⁸ × millionths of weight; each from 0 to below a whole.
    decimals: i128,
    /// Weight in millionths.
    weight: i128,
}

impl RateSum {
    /// Adds a rate that counts with this weight.
    pub fn add(&mut self, rate: &Ratio, weight: Weight) -> Result<(), Error> {
        let (rate, weight) = (rate.to_sum()?, weight.millionths());
        self.merge(&RateSum {
            whole: rate.div_euclid(WHOLE) * weight,
            decimals: rate.rem_euclid(WHOLE) * weight,
            weight,
        })
    }

    /// Adds another sum.
    pub fn merge(&mut self, other: &RateSum) -> Result<(), Error> {
        let add = |a: i128, b: i128| a.checked_add(b).ok_or_else(Error::out_of_range);
        *self = RateSum {
            whole: add(self.whole, other.whole)?,
            decimals: add(self.decimals, other.decimals)?,
            weight: add(self.weight, other.weight)?,
        };
        Ok(())
    }

    /// The weighted mean, brought to 15 decimals (half away from zero), so that an exact tie prints right although each
    /// rate was rounded at its 18th; `None` without weight.
    pub fn mean(&self) -> Option<Ratio> {
        let rates = Ratio::new(self.whole, 1)?.checked_add(&Ratio::new(self.decimals, WHOLE.unsigned_abs())?).ok()?;
        let mean = rates.checked_div(&Ratio::new(self.weight, 1)?).ok()?;
        let rounded = mean.scaled(MEAN_DECIMALS, Rounding::HalfUp).ok()?;
        let rounded = i128::try_from(rounded).ok()?;
        Ratio::new(if mean.is_negative() { -rounded } else { rounded }, 10u128.pow(MEAN_DECIMALS))
    }

    /// The weight of everything in the sum.
    pub fn weight(&self) -> Result<Decimal, Error> {
        Decimal::new(self.weight, 6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigInt;
    use proptest::prelude::*;

    fn ratio(a: i64, b: i64) -> Ratio {
        Ratio::of(a.into(), b.into()).unwrap()
    }

    fn sum(parts: &[(i64, i64, u32)]) -> RateSum {
        let mut sum = RateSum::default();
        for &(a, b, weight) in parts {
            sum.add(&ratio(a, b), Weight::new(i64::from(weight).into()).unwrap()).unwrap();
        }
        sum
    }

    proptest! {
        #[test]
        fn order_and_grouping_do_not_matter(
            parts in proptest::collection::vec((-1_000_000i64..1_000_000, 1i64..1000, 0u32..1000), 0..12),
            cut in 0usize..12,
        ) {
            let (left, right) = parts.split_at(cut.min(parts.len()));
            let mut merged = sum(right);
            merged.merge(&sum(left)).unwrap();
            prop_assert_eq!(merged, sum(&parts));
            prop_assert_eq!(merged.mean(), sum(&parts).mean());
        }

        #[test]
        fn means_agree_with_big_integers(parts in proptest::collection::vec((-10i64.pow(12)..10i64.pow(12), 1i64..8, 1u32..1000), 1..8)) {
            // Denominators 1 to 7; 420 makes them whole, so the oracle has no rounding but the last.
            let n: BigInt = parts.iter().map(|&(a, b, w)| BigInt::from(a) * (420 / b) * w).sum();
            let d: BigInt = parts.iter().map(|&(_, _, w)| BigInt::from(w) * 420).sum();
            // Half away from zero: by magnitude, since division of big integers goes towards zero.
            let half = if n < BigInt::ZERO { -&d } else { d.clone() };
            let exact = (&n * BigInt::from(10u64.pow(12)) * 2 + half) / (&d * 2);
            let ours = sum(&parts).mean().unwrap().decimal(12, Rounding::HalfUp).unwrap().replace('.', "");
            // The mean was brought to 15 decimals before: a last place of difference is what that may cost.
            let difference: BigInt = ours.parse::<BigInt>().unwrap() - exact;
            prop_assert!(difference.magnitude() <= &1u32.into(), "{}", difference);
        }
    }

    #[test]
    fn exact_ties_print_right() {
        for (parts, places, expected) in [
            (&[(1, 3, 1), (2, 3, 1)][..], 0, "50"),
            (&[(1, 6, 1), (1, 3, 1)], 0, "25"),
            (&[(1, 1, 1), (0, 1, 2)], 2, "33.33"),
            (&[(-1, 3, 1), (-2, 3, 1)], 0, "-50"),
            (&[(-1, 3, 1), (1, 3, 1)], 2, "0.00"),
            (&[(999_999_999_999_999, 1, 999_999)], 0, "99999999999999900"),
        ] {
            assert_eq!(sum(parts).mean().unwrap().percent(places, Rounding::HalfUp).unwrap(), expected);
        }
        assert_eq!(RateSum::default().mean(), None);
        assert_eq!(sum(&[(1, 2, 0)]).mean(), None);
    }
}
