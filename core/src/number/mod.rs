//! Exact numbers: decimals as documents write them, ratios as the statistics make them, and their printing.
//!
//! Nothing here is floating point. A [`Decimal`] has declared limits; a [`Ratio`] of two differences of decimals is
//! kept as a fraction, compared by cross-multiplying, and rounded once, where it is printed.

mod decimal;
mod float;
mod print;
mod ratio;
mod sum;
mod wide;

pub(crate) use decimal::shifted;
pub use decimal::{Decimal, MAX_DECIMALS, MAX_DIGITS};
pub use print::{Rounding, trim_zeros};
pub(crate) use print::{digit, plain};
pub use ratio::Ratio;
pub use sum::RateSum;

use crate::Error;

/// The completion rate of two figures as it is printed: reached ÷ target × 100, rounded once, half away from zero.
///
/// Half-up is what statistical offices and newspapers print; any earlier rounding would show. A target of zero is an
/// error of its own ([`Error::is_zero_target`]), so is a figure beyond the limits ([`Error::is_out_of_range`]).
///
/// ```
/// use pledgeboard::number::rate;
/// assert_eq!(rate("9935", "8000", 2)?, "124.19");
/// assert_eq!(rate("1098", "1000", 2)?, "109.80");
/// assert!(rate("1", "0", 2).unwrap_err().is_zero_target());
/// assert!(rate("1", "", 2).unwrap_err().is_missing_target());
/// # Ok::<(), pledgeboard::Error>(())
/// ```
pub fn rate(reached: &str, target: &str, decimals: u32) -> Result<String, Error> {
    if target.trim().is_empty() {
        return Err(Error::missing_target());
    }
    let reached: Decimal = reached.parse()?;
    let target: Decimal = target.parse()?;
    Ratio::of(reached, target)?.percent(decimals, Rounding::HalfUp)
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::{BigInt, Sign};
    use proptest::prelude::*;

    /// The oracle: 100·a/b at `places`, half away from zero, by big integers.
    fn oracle(a: &BigInt, b: &BigInt, places: u32) -> BigInt {
        let (n, d) = (a * BigInt::from(10).pow(places + 2), b.clone());
        let negative = (n.sign() == Sign::Minus) != (d.sign() == Sign::Minus);
        let (n, d) = (n.magnitude(), d.magnitude());
        let rounded = BigInt::from((n * 2u32 + d) / (d * 2u32));
        if negative { -rounded } else { rounded }
    }

    fn scaled(printed: &str) -> BigInt {
        printed.replace('.', "").parse().unwrap()
    }

    proptest! {
        #[test]
        fn rates_agree_with_big_integers(a in -10i64.pow(17)..10i64.pow(17), b in 1i64..10i64.pow(17), places in 0u32..=9) {
            let printed = rate(&a.to_string(), &b.to_string(), places).unwrap();
            prop_assert_eq!(scaled(&printed), oracle(&a.into(), &b.into(), places));
        }

        /// Figures up to the declared limit of 28 digits, with decimals.
        #[test]
        fn long_figures_agree_with_big_integers(
            a in -10i128.pow(28) + 1..10i128.pow(28), s in 0u32..=28, b in 1i128..10i128.pow(28), t in 0u32..=28, places in 0u32..=9,
        ) {
            let (reached, target) = (Decimal::new(a, s).unwrap(), Decimal::new(b, t).unwrap());
            let (n, d) = (BigInt::from(a) * BigInt::from(10).pow(t), BigInt::from(b) * BigInt::from(10).pow(s));
            match rate(&reached.to_string(), &target.to_string(), places) {
                Ok(printed) => prop_assert_eq!(scaled(&printed), oracle(&n, &d, places)),
                // Only a rate of 10^15 and more is refused.
                Err(error) => prop_assert!(error.is_out_of_range() && n.magnitude() >= &(d.magnitude() * 10u64.pow(15))),
            }
        }

        /// Denominators made of 2 and 5 give exact ties at every place.
        #[test]
        fn ties_go_away_from_zero(whole in 0i64..1_000_000, places in 0u32..=9, negative: bool) {
            // (whole + 1/2) units of the last printed place, as reached / target
            let reached = (2 * whole + 1) * if negative { -1 } else { 1 };
            let target = 2 * 10i64.pow(places + 2);
            let printed = rate(&reached.to_string(), &target.to_string(), places).unwrap();
            let expected = (whole + 1) * if negative { -1 } else { 1 };
            prop_assert_eq!(scaled(&printed), expected.into());
        }

        #[test]
        fn decimals_survive_printing(mantissa in -10i128.pow(28) + 1..10i128.pow(28), scale in 0u32..=28) {
            let figure = Decimal::new(mantissa, scale).unwrap();
            prop_assert_eq!(figure.to_string().parse::<Decimal>().unwrap(), figure);
        }

        #[test]
        fn sums_are_exact_or_errors(a in -10i128.pow(20)..10i128.pow(20), s in 0u32..=20, b in -10i128.pow(20)..10i128.pow(20), t in 0u32..=20) {
            let (x, y) = (Decimal::new(a, s).unwrap(), Decimal::new(b, t).unwrap());
            if let Ok(sum) = x.checked_add(y) {
                prop_assert_eq!(sum.checked_sub(y).unwrap(), x);
                prop_assert_eq!(y.checked_add(x).unwrap(), sum);
            }
        }

        #[test]
        fn order_agrees_with_big_integers(a: i64, s in 0u32..=18, b: i64, t in 0u32..=18) {
            let (x, y) = (Decimal::new(a.into(), s).unwrap(), Decimal::new(b.into(), t).unwrap());
            let left = BigInt::from(a) * BigInt::from(10).pow(t);
            let right = BigInt::from(b) * BigInt::from(10).pow(s);
            prop_assert_eq!(x.cmp(&y), left.cmp(&right));
        }
    }

    /// Pairs as newspapers print them and as nobody would; 20 000 in a quick run, a million in `cargo xtask test extra`.
    #[test]
    fn a_million_pairs_agree_with_big_integers() {
        let pairs = std::env::var("PLEDGEBOARD_PAIRS").map_or(20_000, |pairs| pairs.parse().unwrap());
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut draw = |digits: u32| {
            // xorshift64*: Marsaglia 2003, Vigna 2016.
            state ^= state >> 12;
            state ^= state << 25;
            state ^= state >> 27;
            state.wrapping_mul(0x2545_f491_4f6c_dd1d) % 10u64.pow(digits)
        };
        for _ in 0..pairs {
            // 1 to 17 digits.
            let [long, longer] = [draw(2), draw(2)].map(|drawn| 1 + u32::try_from(drawn % 17).unwrap());
            let (a, b, places) = (draw(long), 1 + draw(longer), u32::try_from(draw(1)).unwrap());
            let sign = if draw(1) == 0 { "-" } else { "" };
            let reached = [sign, &a.to_string()].concat();
            let exact = BigInt::from(a) * if sign.is_empty() { 1 } else { -1 };
            match rate(&reached, &b.to_string(), places) {
                Ok(printed) => {
                    assert_eq!(scaled(&printed), oracle(&exact, &b.into(), places), "{reached}/{b} at {places}");
                }
                Err(error) => assert!(error.is_out_of_range() && a / b >= 10u64.pow(15), "{reached}/{b}: {error}"),
            }
        }
    }

    #[test]
    fn published_rates() {
        for (reached, target, places, expected) in [
            ("9935", "8000", 2, "124.19"),
            ("9935", "8000", 4, "124.1875"),
            ("1098", "1000", 2, "109.80"),
            ("13972", "10000", 2, "139.72"),
            ("1", "3", 0, "33"),
            ("2", "3", 9, "66.666666667"),
            ("0.0000000000000000000000000001", "1", 2, "0.00"),
            ("-0.00001", "1", 2, "0.00"),
            // Rounded in two steps these would be 0.45 → 0.5 and 1.245 → 1.25.
            ("0.0044999", "1", 1, "0.4"),
            ("0.01244999", "1", 2, "1.24"),
        ] {
            assert_eq!(rate(reached, target, places).unwrap(), expected, "{reached}/{target}");
        }
    }

    #[test]
    fn each_fault_is_its_own_error() {
        assert!(rate("1", "0.00", 2).unwrap_err().is_zero_target());
        assert!(rate("1", " ", 2).unwrap_err().is_missing_target());
        assert!(rate("12345678901234567890123456789", "1", 2).unwrap_err().is_out_of_range());
        assert!(rate("1", "0.00000000000000000000000000001", 2).unwrap_err().is_out_of_range());
        assert!(rate("1", "1", 29).unwrap_err().is_out_of_range());
        assert!(rate("1e15", "1", 2).unwrap_err().is_out_of_range());
        assert!(rate("约5", "1", 2).unwrap_err().is_number());
    }

    #[test]
    fn only_json_numbers_are_numbers() {
        for (text, expected) in [
            ("0", "0"),
            ("-0", "0"),
            ("-0.0e7", "0"),
            ("0e999999999", "0"),
            ("1.50", "1.5"),
            ("150e-2", "1.5"),
            ("1.5E+3", "1500"),
            ("0.0000000000000000000000000001", "0.0000000000000000000000000001"),
            ("1e27", "1000000000000000000000000000"),
            ("10000000000000000000000000000e-1", "1000000000000000000000000000"),
            ("1.00000000000000000000000000000000000", "1"),
        ] {
            assert_eq!(text.parse::<Decimal>().unwrap().to_string(), expected, "{text}");
        }
        for text in
            ["", "-", "+1", "01", ".5", "5.", "1e", "1e+", "1_000", "1,000", " 1", "１", "0x1", "NaN", "1e1.5", "--1"]
        {
            assert!(text.parse::<Decimal>().unwrap_err().is_number(), "{text}");
        }
        for text in ["1e28", "1e-29", "1e999999999999999999999", "12345678901234567890123456789"] {
            assert!(text.parse::<Decimal>().unwrap_err().is_out_of_range(), "{text}");
        }
    }
}
