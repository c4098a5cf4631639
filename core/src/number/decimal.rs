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
    mantissa: i128,
    scale: u8,
}

impl Decimal {
    /// Nothing reached.
    pub const ZERO: Decimal = Decimal { mantissa: 0, scale: 0 };
    /// One whole unit.
    pub const ONE: Decimal = Decimal { mantissa: 1, scale: 0 };
    /// A hundred, as in per cent.
    pub const HUNDRED: Decimal = Decimal { mantissa: 100, scale: 0 };

    /// `mantissa × 10^−scale`, if it is within the limits.
    pub fn new(mantissa: i128, scale: u32) -> Result<Decimal, Error> {
        let (mut mantissa, mut scale) = (mantissa, scale);
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        let digits = mantissa.unsigned_abs().checked_ilog10().map_or(0, |log| log + 1);
        match u8::try_from(scale) {
            Ok(small) if scale <= MAX_DECIMALS && digits <= MAX_DIGITS => Ok(Decimal { mantissa, scale: small }),
            _ => Err(Error::out_of_range()),
        }
    }

    /// The digits as one integer: 12.5 has 125 and [`scale`](Self::scale) 1.
    pub fn mantissa(&self) -> i128 {
        self.mantissa
    }

    /// How many decimals it needs.
    pub fn scale(&self) -> u32 {
        u32::from(self.scale)
    }

    /// Whether this is 0.
    pub fn is_zero(&self) -> bool {
        self.mantissa == 0
    }

    /// Whether this is below 0.
    pub fn is_negative(&self) -> bool {
        self.mantissa < 0
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
        let mantissa = self.mantissa.checked_mul(other.mantissa).ok_or_else(Error::out_of_range)?;
        Decimal::new(mantissa, self.scale() + other.scale())
    }

    fn combine(self, other: Decimal, operation: fn(i128, i128) -> Option<i128>) -> Result<Decimal, Error> {
        let scale = self.scale().max(other.scale());
        let raise = |value: Decimal| 10i128.checked_pow(scale - value.scale())?.checked_mul(value.mantissa);
        let mantissa = raise(self).zip(raise(other)).and_then(|(a, b)| operation(a, b));
        Decimal::new(mantissa.ok_or_else(Error::out_of_range)?, scale)
    }
}

impl FromStr for Decimal {
    type Err = Error;

    /// Reads the JSON number grammar (`-12.5e3`), nothing else: no `+`, no separators, no leading zeros or points.
    fn from_str(text: &str) -> Result<Decimal, Error> {
        let (negative, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (figure, exponent) = match rest.split_once(['e', 'E']) {
            Some((figure, exponent)) => (figure, Some(exponent)),
            None => (rest, None),
        };
        let (whole, decimals) = match figure.split_once('.') {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (figure, None),
        };
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let unsigned = |part: &str| part.strip_prefix(['+', '-']).unwrap_or(part).to_owned();
        if !digits(whole)
            || (whole.len() > 1 && whole.starts_with('0'))
            || !decimals.is_none_or(digits)
            || !exponent.is_none_or(|part| digits(&unsigned(part)))
        {
            return Err(Error::number());
        }
        let decimals = decimals.unwrap_or("");
        let digits: Vec<u8> = whole.bytes().chain(decimals.bytes()).collect();
        let (Some(first), Some(last)) =
            (digits.iter().position(|&byte| byte != b'0'), digits.iter().rposition(|&byte| byte != b'0'))
        else {
            return Ok(Decimal::ZERO);
        };
        let kept = &digits[first..=last];
        // The figure is `kept` times ten to this power.
        let exponent: i64 = exponent.map_or(Ok(0), str::parse).map_err(|_| Error::out_of_range())?;
        let shift = i64::try_from(whole.len()).ok().zip(i64::try_from(last + 1).ok()).map(|(point, end)| point - end);
        let power = shift.and_then(|shift| exponent.checked_add(shift)).ok_or_else(Error::out_of_range)?;
        if kept.len() > MAX_DIGITS as usize || power > i64::from(MAX_DIGITS) || power < -i64::from(MAX_DECIMALS) {
            return Err(Error::out_of_range());
        }
        let mantissa = kept.iter().fold(0i128, |value, byte| value * 10 + i128::from(byte - b'0'));
        let mantissa = if negative { -mantissa } else { mantissa };
        match u32::try_from(power) {
            Ok(zeros) => {
                let mantissa = 10i128.checked_pow(zeros).and_then(|power| mantissa.checked_mul(power));
                Decimal::new(mantissa.ok_or_else(Error::out_of_range)?, 0)
            }
            Err(_) => Decimal::new(mantissa, u32::try_from(-power).map_err(|_| Error::out_of_range())?),
        }
    }
}

impl fmt::Display for Decimal {
    /// The plain figure, with as many decimals as it needs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&super::print::plain(self.is_negative(), self.mantissa.unsigned_abs(), self.scale()))
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
        Decimal { mantissa: i128::from(value), scale: 0 }
    }
}
