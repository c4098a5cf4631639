//! Digits on paper: rounding happens here, once.

use crate::Interval;

/// Where a figure that needs more digits than are printed goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rounding {
    /// To the nearest, a tie away from zero: printed practice for a single value.
    HalfUp,
    /// Towards −∞: the low end of a true interval.
    Down,
    /// Towards +∞: the high end of a true interval.
    Up,
}

impl Rounding {
    /// How the two ends of a figure are printed: a single value to the nearest, the ends of a true interval outward.
    pub(crate) fn of_ends<T: Ord + Copy>(figure: &Interval<T>) -> (Rounding, Rounding) {
        if figure.is_exact() { (Rounding::HalfUp, Rounding::HalfUp) } else { (Rounding::Down, Rounding::Up) }
    }
}

/// `±value × 10^−scale` with exactly `scale` decimals, and never −0.
pub(crate) fn plain(negative: bool, value: u128, scale: u32) -> String {
    let mut digits = String::new();
    let (mut rest, mut place) = (value, 0);
    while rest > 0 || place <= scale {
        if place == scale && scale > 0 {
            digits.insert(0, '.');
        }
        digits.insert(0, digit(rest));
        (rest, place) = (rest / 10, place + 1);
    }
    if negative && value != 0 {
        digits.insert(0, '-');
    }
    digits
}

/// The last digit of a whole number.
#[allow(clippy::cast_possible_truncation, reason = "a remainder of ten is a digit")]
pub(crate) fn digit(value: u128) -> char {
    char::from(b'0' + (value % 10) as u8)
}

/// A printed figure without the zeros that say nothing: `109.80` → `109.8`, `100.00` → `100`.
///
/// ```
/// assert_eq!(pledgeboard::number::trim_zeros("109.80"), "109.8");
/// assert_eq!(pledgeboard::number::trim_zeros("100"), "100");
/// ```
pub fn trim_zeros(figure: &str) -> &str {
    if figure.contains('.') { figure.trim_end_matches('0').trim_end_matches('.') } else { figure }
}
