//! Arithmetic with figures that are known between two ends: everything that two of them allow.
//!
//! Divisors are above zero here (their users see to that); the other figure may be of either sign.

use crate::{Decimal, End, Error, Interval, Ratio};

/// One end of a product or quotient: of two ends that meet in it, either being left out leaves it out, but zero times
/// anything is zero.
fn end(value: Ratio, zero: bool, own: bool, other: bool) -> End<Ratio> {
    End { value, open: own || other && !zero }
}

/// reached ÷ target for all of both.
pub(crate) fn quotient(reached: &Interval<Ratio>, target: &Interval<Ratio>) -> Result<Interval<Ratio>, Error> {
    // The least ratio has the greatest target under it, unless what was reached is below zero.
    let over = |amount: End<Ratio>, greatest: bool| {
        let divisor = if greatest { target.high() } else { target.low() };
        let zero = amount.value == Ratio::ZERO;
        match divisor {
            Some(divisor) => Ok(Some(end(amount.value.checked_div(&divisor.value)?, zero, amount.open, divisor.open))),
            // Over a target without an upper end the ratio comes as near to nothing as one likes.
            None => Ok::<_, Error>(Some(End { value: Ratio::ZERO, open: !zero || amount.open })),
        }
    };
    let low = match reached.low() {
        Some(low) => over(low, !low.value.is_negative())?,
        None => None,
    };
    let high = match reached.high() {
        Some(high) => over(high, high.value.is_negative())?,
        None => None,
    };
    Interval::new(low, high).ok_or_else(Error::out_of_range)
}

/// target × rate for all of both.
pub(crate) fn product(target: &Interval<Ratio>, rate: &Interval<Ratio>) -> Result<Interval<Ratio>, Error> {
    let times = |rate: End<Ratio>, least: bool| {
        let factor = if least { target.low() } else { target.high() };
        let zero = rate.value == Ratio::ZERO;
        match factor {
            Some(factor) => Ok(Some(end(rate.value.checked_mul(&factor.value)?, zero, rate.open, factor.open))),
            None if zero => Ok::<_, Error>(Some(rate)),
            None => Ok(None),
        }
    };
    let low = match rate.low() {
        Some(low) => times(low, !low.value.is_negative())?,
        None => None,
    };
    let high = match rate.high() {
        Some(high) => times(high, high.value.is_negative())?,
        None => None,
    };
    Interval::new(low, high).ok_or_else(Error::out_of_range)
}

/// The same on the other side of zero.
pub(crate) fn turned(interval: &Interval<Ratio>) -> Result<Interval<Ratio>, Error> {
    interval.map(true, |value| Ratio::ZERO.checked_sub(&value))
}

/// reached ÷ rate for all of both, as far as it is above zero: every target that can have been meant. `None` if there is
/// none.
pub(crate) fn divisor(reached: &Interval<Ratio>, rate: &Interval<Ratio>) -> Result<Option<Interval<Ratio>>, Error> {
    let above = Interval::from(Ratio::ZERO, true);
    // A rate and what was reached have one sign; a rate of 0 belongs to 0 reached, whatever the target.
    if reached.contains(Ratio::ZERO) && rate.contains(Ratio::ZERO) {
        return Ok(Some(above));
    }
    let both_positive = reached.intersection(&above).zip(rate.intersection(&above));
    let (reached, rate) = match both_positive {
        Some(both) => both,
        None => match turned(reached)?.intersection(&above).zip(turned(rate)?.intersection(&above)) {
            Some(both) => both,
            None => return Ok(None),
        },
    };
    // From zero upward a quotient has no upper end.
    let high = match (reached.high(), rate.low()) {
        (Some(high), Some(low)) if low.value > Ratio::ZERO => {
            Some(end(high.value.checked_div(&low.value)?, false, high.open, low.open))
        }
        _ => None,
    };
    let low = match (reached.low(), rate.high()) {
        (Some(low), Some(high)) if low.value > Ratio::ZERO => {
            end(low.value.checked_div(&high.value)?, false, low.open, high.open)
        }
        _ => End { value: Ratio::ZERO, open: true },
    };
    Ok(Interval::new(Some(low), high))
}

/// a + b for all of both.
pub(crate) fn sum(a: &Interval<Ratio>, b: &Interval<Ratio>) -> Result<Interval<Ratio>, Error> {
    let end = |a: Option<End<Ratio>>, b: Option<End<Ratio>>| match a.zip(b) {
        Some((a, b)) => Ok::<_, Error>(Some(End { value: a.value.checked_add(&b.value)?, open: a.open || b.open })),
        None => Ok(None),
    };
    Interval::new(end(a.low(), b.low())?, end(a.high(), b.high())?).ok_or_else(Error::out_of_range)
}

/// a − b for all of both.
pub(crate) fn difference(a: &Interval<Ratio>, b: &Interval<Ratio>) -> Result<Interval<Ratio>, Error> {
    sum(a, &turned(b)?)
}

/// a + b for all of both, of amounts.
pub(crate) fn added(a: Interval<Decimal>, b: Interval<Decimal>) -> Result<Interval<Decimal>, Error> {
    let end = |a: Option<End<Decimal>>, b: Option<End<Decimal>>| match (a, b) {
        (Some(a), Some(b)) => {
            let value = a.value.checked_add(b.value)?;
            Ok::<_, Error>(Some(End { value, open: a.open || b.open }))
        }
        _ => Ok(None),
    };
    let (low, high) = (end(a.low(), b.low())?, end(a.high(), b.high())?);
    Interval::new(low, high).ok_or_else(Error::out_of_range)
}
