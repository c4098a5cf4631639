//! Decimals as documents write them.

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use super::Ratio;
use crate::Error;

/// The most significant digits a figure may have.
pub const MAX_DIGITS: u32 = 28;
/// The most decimals a figure may have.
pub const MAX_DECIMALS: u32 = 28;

/// What no mantissa reaches: `MAX_DIGITS` digits are below it.
const LIMIT: u128 = 10u128.pow(MAX_DIGITS);

/// An exact decimal number: at most 28 significant digits, at most 28 decimals.
///
/// Equal figures are equal values, however they were written: `1.50` is `1.5`, and there is no −0. What was printed
/// (its zeros, its 万) belongs to the text beside it, not to the number.
///
/// ```
/// use pledgeboard::Decimal;
/// let target: Decimal = "8000".parse()?;
/// assert_eq!("8.0e3".parse::<Decimal>()?, target);
/// assert_eq!("19400.50".parse::<Decimal>()?.to_string(), "19400.5");
/// assert!("1_000".parse::<Decimal>().unwrap_err().is_number());
/// assert!("1e99".parse::<Decimal>().unwrap_err().is_out_of_range());
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// Without trailing zeros where `scale` is above 0.
    mantissa: Mantissa,
    scale: u32,
}

/// A text may hold millions of figures: 20 bytes for each `Decimal`, where the alignment of i128 would make 32 of it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[repr(Rust, packed(4))]
struct Mantissa(i128);

const _: () = assert!(size_of::<Decimal>() == 20);

impl Decimal {
    /// Nothing reached.
    pub const ZERO: Decimal = Decimal { mantissa: Mantissa(0), scale: 0 };
    /// One whole unit.
    pub const ONE: Decimal = Decimal { mantissa: Mantissa(1), scale: 0 };
    /// A hundred, as in per cent.
    pub const HUNDRED: Decimal = Decimal { mantissa: Mantissa(100), scale: 0 };

    /// `mantissa × 10^−scale`, if it is within the limits.
    pub fn new(mantissa: i128, scale: u32) -> Result<Decimal, Error> {
        let (mut mantissa, mut scale) = (mantissa, scale);
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        if scale <= MAX_DECIMALS && mantissa.unsigned_abs() < LIMIT {
            Ok(Decimal { mantissa: Mantissa(mantissa), scale })
        } else {
            Err(Error::out_of_range())
        }
    }

    /// `mantissa × 10^power`, if it is within the limits.
    pub(crate) fn scaled(mantissa: i128, power: i64) -> Result<Decimal, Error> {
        match u32::try_from(power) {
            Ok(zeros) => Decimal::new(shifted(mantissa, zeros)?, 0),
            Err(_) => Decimal::new(mantissa, u32::try_from(-power).map_err(|_| Error::out_of_range())?),
        }
    }

    /// The digits as one integer: 12.5 has 125 and [`scale`](Self::scale) 1.
    pub fn mantissa(&self) -> i128 {
        self.mantissa.0
    }

    /// How many decimals it needs.
    pub fn scale(&self) -> u32 {
        self.scale
    }

    /// Whether this is 0.
    pub fn is_zero(&self) -> bool {
        self.mantissa.0 == 0
    }

    /// Whether this is below 0.
    pub fn is_negative(&self) -> bool {
        self.mantissa.0 < 0
    }

    /// Whether this counts whole things.
    pub fn is_integer(&self) -> bool {
        self.scale == 0
    }

    /// The exact sum, or an error if it has more digits than a figure may have.
    pub fn checked_add(self, other: Decimal) -> Result<Decimal, Error> {
        self.combine(other, i128::checked_add)
    }

    /// The exact difference, or an error if it has more digits than a figure may have.
    pub fn checked_sub(self, other: Decimal) -> Result<Decimal, Error> {
        self.combine(other, i128::checked_sub)
    }

    /// The exact product, or an error if it has more digits than a figure may have.
    pub fn checked_mul(self, other: Decimal) -> Result<Decimal, Error> {
        let mantissa = self.mantissa().checked_mul(other.mantissa()).ok_or_else(Error::out_of_range)?;
        Decimal::new(mantissa, self.scale() + other.scale())
    }

    fn combine(self, other: Decimal, operation: fn(i128, i128) -> Option<i128>) -> Result<Decimal, Error> {
        let scale = self.scale().max(other.scale());
        let raise = |value: Decimal| shifted(value.mantissa(), scale - value.scale());
        Decimal::new(operation(raise(self)?, raise(other)?).ok_or_else(Error::out_of_range)?, scale)
    }
}

/// A whole number with that many zeros behind it.
pub(crate) fn shifted(mut value: i128, zeros: u32) -> Result<i128, Error> {
    // Ten too many is out of range whatever the number; only zero would go on.
    for _ in 0..zeros.min(2 * MAX_DIGITS) {
        value = value.checked_mul(10).ok_or_else(Error::out_of_range)?;
    }
    Ok(value)
}

impl FromStr for Decimal {
    type Err = Error;

    /// Reads the JSON number grammar (`-12.5e3`), nothing else: no `+`, no separators, no leading zeros or points.
    fn from_str(text: &str) -> Result<Decimal, Error> {
        let (negative, rest) = after(text.as_bytes(), b"-");
        let (whole, rest) = digits(rest);
        let (pointed, rest) = after(rest, b".");
        let (decimals, rest) = if pointed { digits(rest) } else { (&b""[..], rest) };
        let (raised, rest) = after(rest, b"eE");
        let (below, rest) = if raised { after(rest, b"-") } else { (false, rest) };
        let (_, rest) = if raised && !below { after(rest, b"+") } else { (false, rest) };
        let (exponent, rest) = if raised { digits(rest) } else { (&b"0"[..], rest) };
        let zero_first = whole.len() > 1 && whole.first() == Some(&b'0');
        if whole.is_empty() || zero_first || pointed == decimals.is_empty() || exponent.is_empty() || !rest.is_empty() {
            return Err(Error::number());
        }
        // The figure without the zeros at its end, which are counted until another digit follows them.
        let (mut mantissa, mut length, mut zeros) = (0i128, 0, 0);
        for digit in whole.iter().chain(decimals) {
            if *digit == b'0' {
                zeros += u32::from(mantissa != 0);
                continue;
            }
            length += zeros + 1;
            if length > MAX_DIGITS {
                return Err(Error::out_of_range());
            }
            mantissa = shifted(mantissa, zeros + 1)? + i128::from(digit - b'0');
            zeros = 0;
        }
        if mantissa == 0 {
            return Ok(Decimal::ZERO);
        }
        let exponent =
            exponent.iter().fold(0i64, |power, digit| power.saturating_mul(10).saturating_add(i64::from(digit - b'0')));
        let exponent = if below { -exponent } else { exponent };
        let places = i64::try_from(decimals.len()).map_err(|_| Error::out_of_range())?;
        let power = exponent.saturating_add(i64::from(zeros)).saturating_sub(places);
        if power > i64::from(MAX_DIGITS) || power < -i64::from(MAX_DECIMALS) {
            return Err(Error::out_of_range());
        }
        Decimal::scaled(if negative { -mantissa } else { mantissa }, power)
    }
}

/// Whether a text begins with one of these signs, and what follows.
fn after<'t>(text: &'t [u8], signs: &[u8]) -> (bool, &'t [u8]) {
    match text {
        [first, rest @ ..] if signs.contains(first) => (true, rest),
        _ => (false, text),
    }
}

/// The digits at the start of a text, and what follows.
fn digits(text: &[u8]) -> (&[u8], &[u8]) {
    text.split_at(text.iter().take_while(|byte| byte.is_ascii_digit()).count())
}

impl fmt::Display for Decimal {
    /// The plain figure, with as many decimals as it needs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&super::print::plain(self.is_negative(), self.mantissa().unsigned_abs(), self.scale()))
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        Ratio::from(*self).cmp(&Ratio::from(*other))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Decimal {
        Decimal { mantissa: Mantissa(i128::from(value)), scale: 0 }
    }
}
