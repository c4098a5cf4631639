//! Digits on paper: rounding happens here, once.

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

/// `±value × 10^−scale` with exactly `scale` decimals, and never −0.
pub(super) fn plain(negative: bool, value: u128, scale: u32) -> String {
    let places = scale as usize;
    let mut digits = value.to_string();
    if digits.len() <= places {
        digits.insert_str(0, &"0".repeat(places + 1 - digits.len()));
    }
    if places > 0 {
        digits.insert(digits.len() - places, '.');
    }
    if negative && value != 0 {
        digits.insert(0, '-');
    }
    digits
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
