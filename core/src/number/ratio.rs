//! Exact fractions.

use core::cmp::Ordering;
use core::fmt;

use super::print::{Rounding, plain};
use super::wide::Wide;
use super::{Decimal, MAX_DECIMALS};
use crate::Error;

/// An exact fraction: a completion rate, a share of the period, the margin between the two.
///
/// Compared by cross-multiplying, never by its decimals, so that 1/3 of a promise is not "behind" because 0.33 is.
///
/// ```
/// use pledgeboard::{Ratio, number::Rounding};
/// let rate = Ratio::of("21".parse()?, "39".parse()?)?;
/// let passed = Ratio::of("181".parse()?, "365".parse()?)?;
/// assert!(rate > passed);
/// assert_eq!(rate.checked_sub(&passed)?.percent(1, Rounding::HalfUp)?, "4.3");
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Ratio {
    negative: u32,
    num: Wide,
    /// Never zero.
    den: Wide,
}

/// Rates are below this, or `out_of_range`: 18 decimals of them still fit 128 bits, also summed over a nation.
const MAX_RATE: u128 = 1_000_000_000_000_000;

/// The decimals of a rate inside sums (see [`Ratio::to_sum`]).
const SUM_DECIMALS: u32 = 18;

impl Ratio {
    /// 0.
    pub const ZERO: Ratio = Ratio { negative: 0, num: Wide::ZERO, den: Wide::ONE };
    /// 1, that is 100 %.
    pub const ONE: Ratio = Ratio { negative: 0, num: Wide::ONE, den: Wide::ONE };

    /// `part / whole`. A zero `whole` is an error ([`Error::is_zero_target`]), a result of 10¹⁵ and more is another
    /// ([`Error::is_out_of_range`]).
    pub fn of(part: Decimal, whole: Decimal) -> Result<Ratio, Error> {
        Ratio::from(part).checked_div(&Ratio::from(whole))
    }

    /// `num / den`; nothing can be a share of zero.
    pub(super) fn new(num: i128, den: u128) -> Option<Ratio> {
        let (negative, num) = (u32::from(num < 0), Wide::from_u128(num.unsigned_abs()));
        (den != 0).then_some(Ratio { negative, num, den: Wide::from_u128(den) })
    }

    /// Whether this is below 0.
    pub fn is_negative(&self) -> bool {
        self.negative != 0 && !self.num.is_zero()
    }

    /// The exact sum.
    pub fn checked_add(&self, other: &Ratio) -> Result<Ratio, Error> {
        // Figures of one document mostly have one denominator; keeping it keeps the fraction short.
        let (a, b, den) = if self.den == other.den {
            (self.num, other.num, self.den)
        } else {
            let (a, b) = cross(self, other)?;
            (a, b, self.den.mul(&other.den).ok_or_else(Error::out_of_range)?)
        };
        let (negative, num) = if self.negative == other.negative {
            (self.negative, a.add(&b))
        } else if a >= b {
            (self.negative, a.sub(&b))
        } else {
            (other.negative, b.sub(&a))
        };
        Ok(Ratio { negative, num: num.ok_or_else(Error::out_of_range)?, den })
    }

    /// The exact difference.
    pub fn checked_sub(&self, other: &Ratio) -> Result<Ratio, Error> {
        self.checked_add(&Ratio { negative: 1 - other.negative, ..*other })
    }

    /// The exact product.
    pub fn checked_mul(&self, other: &Ratio) -> Result<Ratio, Error> {
        let num = self.num.mul(&other.num).ok_or_else(Error::out_of_range)?;
        let den = self.den.mul(&other.den).ok_or_else(Error::out_of_range)?;
        Ok(Ratio { negative: self.negative ^ other.negative, num, den })
    }

    /// The exact quotient; see [`Ratio::of`] for its errors.
    pub fn checked_div(&self, other: &Ratio) -> Result<Ratio, Error> {
        if other.num.is_zero() {
            return Err(Error::zero_target());
        }
        let flipped = Ratio { negative: other.negative, num: other.den, den: other.num };
        let quotient = self.checked_mul(&flipped)?;
        let limit = quotient.den.mul(&Wide::from_u128(MAX_RATE)).ok_or_else(Error::out_of_range)?;
        if quotient.num >= limit { Err(Error::out_of_range()) } else { Ok(quotient) }
    }

    /// A share as per cent, at the places that the caller names: 9935/8000 at 2 is `124.19`.
    pub fn percent(&self, decimals: u32, rounding: Rounding) -> Result<String, Error> {
        self.printed(2, decimals, rounding)
    }

    /// The fraction itself with so many decimals: 9935/8000 at 2 is `1.24`.
    pub fn decimal(&self, decimals: u32, rounding: Rounding) -> Result<String, Error> {
        self.printed(0, decimals, rounding)
    }

    /// The rate as an integer of 10⁻¹⁸, rounded once, half away from zero: what sums are made of, so that they merge
    /// in any order and every path gives the same mean.
    pub fn to_sum(&self) -> Result<i128, Error> {
        let value = self.scaled(SUM_DECIMALS, Rounding::HalfUp)?;
        let value = i128::try_from(value).map_err(|_| Error::out_of_range())?;
        Ok(if self.negative != 0 { -value } else { value })
    }

    /// The whole number at or beyond the fraction in the direction asked for.
    pub fn to_integer(&self, rounding: Rounding) -> Result<Decimal, Error> {
        let value = i128::try_from(self.scaled(0, rounding)?).map_err(|_| Error::out_of_range())?;
        Decimal::new(if self.negative != 0 { -value } else { value }, 0)
    }

    /// The nearest floating-point number, for places on a drawing and nothing else.
    #[allow(clippy::cast_precision_loss, reason = "pixels need no more")]
    pub fn to_pixels(&self) -> f64 {
        self.to_sum().map_or(0.0, |value| value as f64 / 1e18)
    }

    /// Numerator and denominator without the sign, if they are that short.
    pub(super) fn magnitudes(&self) -> Option<(u128, u128)> {
        self.num.to_u128().zip(self.den.to_u128())
    }

    fn printed(&self, shift: u32, decimals: u32, rounding: Rounding) -> Result<String, Error> {
        if decimals > MAX_DECIMALS {
            return Err(Error::out_of_range());
        }
        let hundredfold = Wide::pow10(shift).and_then(|power| self.num.mul(&power)).ok_or_else(Error::out_of_range)?;
        let value = Ratio { num: hundredfold, ..*self }.scaled(decimals, rounding)?;
        Ok(plain(self.negative != 0, value, decimals))
    }

    /// The magnitude times `10^decimals` as an integer.
    pub(super) fn scaled(&self, decimals: u32, rounding: Rounding) -> Result<u128, Error> {
        let power = Wide::pow10(decimals).and_then(|power| self.num.mul(&power)).ok_or_else(Error::out_of_range)?;
        let (whole, rest) = power.div_rem(&self.den).ok_or_else(Error::out_of_range)?;
        let away = match rounding {
            // rest ≥ den − rest is 2·rest ≥ den without a bit more.
            Rounding::HalfUp => self.den.sub(&rest).is_some_and(|missing| rest >= missing),
            Rounding::Down => self.negative != 0 && !rest.is_zero(),
            Rounding::Up => self.negative == 0 && !rest.is_zero(),
        };
        let whole = if away { whole.add(&Wide::ONE) } else { Some(whole) };
        whole.and_then(Wide::to_u128).ok_or_else(Error::out_of_range)
    }
}

/// Both numerators over the common denominator.
fn cross(a: &Ratio, b: &Ratio) -> Result<(Wide, Wide), Error> {
    a.num.mul(&b.den).zip(b.num.mul(&a.den)).ok_or_else(Error::out_of_range)
}

impl From<Decimal> for Ratio {
    fn from(value: Decimal) -> Ratio {
        Ratio {
            negative: u32::from(value.is_negative()),
            num: Wide::from_u128(value.mantissa().unsigned_abs()),
            den: Wide::from_u128(10u128.pow(value.scale())),
        }
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Ratio) -> Ordering {
        match (self.is_negative(), other.is_negative()) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (negative, _) => {
                // Fractions too long to multiply out: compare their whole parts first, then the rests.
                let order = match cross(self, other) {
                    Ok((a, b)) => a.cmp(&b),
                    Err(_) => by_division(self, other),
                };
                if negative { order.reverse() } else { order }
            }
        }
    }
}

/// The order of two magnitudes by their continued fractions: exact, and without a product.
fn by_division(a: &Ratio, b: &Ratio) -> Ordering {
    let (mut a, mut b) = ((a.num, a.den), (b.num, b.den));
    let mut flipped = false;
    loop {
        let (Some((x, rest_a)), Some((y, rest_b))) = (a.0.div_rem(&a.1), b.0.div_rem(&b.1)) else {
            return Ordering::Equal;
        };
        let order = x.cmp(&y).then_with(|| match (rest_a.is_zero(), rest_b.is_zero()) {
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            _ => Ordering::Equal,
        });
        if order != Ordering::Equal || rest_a.is_zero() {
            return if flipped { order.reverse() } else { order };
        }
        (a, b) = ((a.1, rest_a), (b.1, rest_b));
        flipped = !flipped;
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Ratio) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ratio {}

impl fmt::Debug for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.decimal(9, Rounding::HalfUp) {
            Ok(printed) => f.write_str(&printed),
            Err(_) => f.write_str("out of range"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ratio(a: i64, b: i64) -> Ratio {
        Ratio::of(a.into(), b.into()).unwrap()
    }

    proptest! {
        #[test]
        fn the_order_is_the_same_by_either_way(a in 0i64..1000, b in 1i64..1000, c in 0i64..1000, d in 1i64..1000) {
            let (x, y) = (ratio(a, b), ratio(c, d));
            prop_assert_eq!(x.cmp(&y), (a * d).cmp(&(c * b)));
            prop_assert_eq!(by_division(&x, &y), (a * d).cmp(&(c * b)));
        }

        #[test]
        fn arithmetic_is_a_field(a in -1000i64..1000, b in 1i64..1000, c in -1000i64..1000, d in 1i64..1000) {
            let (x, y) = (ratio(a, b), ratio(c, d));
            prop_assert_eq!(x.checked_add(&y).unwrap(), ratio(a * d + c * b, b * d));
            prop_assert_eq!(x.checked_sub(&y).unwrap(), ratio(a * d - c * b, b * d));
            prop_assert_eq!(x.checked_mul(&y).unwrap(), ratio(a * c, b * d));
            if c != 0 {
                prop_assert_eq!(x.checked_div(&y).unwrap(), Ratio::of((a * d).into(), (b * c).into()).unwrap());
            }
        }

        #[test]
        fn the_ends_of_an_interval_are_rounded_outward(a in -1000i64..1000, b in 1i64..1000, places in 0u32..4) {
            let x = ratio(a, b);
            let read = |text: String| Ratio::from(text.parse::<Decimal>().unwrap());
            let down = read(x.decimal(places, Rounding::Down).unwrap());
            let up = read(x.decimal(places, Rounding::Up).unwrap());
            prop_assert!(down <= x && x <= up);
            let step = Ratio::from(Decimal::new(1, places).unwrap());
            prop_assert!(up.checked_sub(&down).unwrap() <= step);
        }
    }

    #[test]
    fn the_longest_figures_still_compare() {
        let long: Decimal = "9999999999999999999999999999".parse().unwrap();
        let fine: Decimal = "0.0000000000000000000000000001".parse().unwrap();
        let difference = |a, b| Ratio::from(a).checked_sub(&Ratio::from(b)).unwrap();
        let rate = difference(long, fine).checked_div(&difference(long, Decimal::from(1))).unwrap();
        assert!(rate > Ratio::ONE);
        let margin = rate.checked_sub(&ratio(181, 365)).unwrap();
        let tolerance = Ratio::from("5.000000000000000000000000001".parse::<Decimal>().unwrap());
        assert!(margin.checked_mul(&Decimal::HUNDRED.into()).unwrap() > tolerance);
    }
}
