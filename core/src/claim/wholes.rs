//! Whole-number reasoning: nobody builds 3.34 schools.

use super::Check;
use crate::bounds::product;
use crate::number::Rounding;
use crate::{Decimal, End, Error, Interval, Ratio};

/// The whole numbers of an interval by their ends, `None` if it has no upper or no lower end; empty as `(1, 0)`.
fn ends(interval: &Interval<Ratio>) -> Result<Option<(Decimal, Decimal)>, Error> {
    let inward = |end: End<Ratio>, rounding, step: i64| {
        let whole = end.value.to_integer(rounding)?;
        if end.open && Ratio::from(whole) == end.value { whole.checked_add(step.into()) } else { Ok(whole) }
    };
    let (Some(low), Some(high)) = (interval.low(), interval.high()) else { return Ok(None) };
    Ok(Some((inward(low, Rounding::Up, 1)?, inward(high, Rounding::Down, -1)?)))
}

/// Whether an interval holds a whole number. Without an end it surely does.
fn has_whole(interval: &Interval<Ratio>) -> Result<bool, Error> {
    Ok(ends(interval)?.is_none_or(|(low, high)| low <= high))
}

/// The whole numbers of an interval that pass, if there are no more than are listed.
fn list(
    interval: &Interval<Ratio>,
    mut passes: impl FnMut(Decimal) -> Result<bool, Error>,
) -> Result<Option<Vec<Decimal>>, Error> {
    let Some((low, high)) = ends(interval)? else { return Ok(None) };
    let most = Decimal::from(i64::try_from(Check::MOST).unwrap_or(i64::MAX));
    if high.checked_sub(low)? >= most {
        return Ok(None);
    }
    let (mut wholes, mut next) = (Vec::new(), low);
    while next <= high {
        if passes(next)? {
            wholes.push(next);
        }
        next = next.checked_add(Decimal::ONE)?;
    }
    Ok(Some(wholes))
}

/// The whole targets for what was reached and the rate; for counted units with a whole reached figure each.
pub(super) fn targets(
    target: &Interval<Ratio>,
    reached: &Interval<Ratio>,
    rate: &Interval<Ratio>,
    counted: bool,
) -> Result<Option<Vec<Decimal>>, Error> {
    list(target, |whole| {
        if !counted || reached.is_exact() {
            return Ok(true);
        }
        let made = product(&Interval::exact(whole.into()), rate)?;
        made.intersection(reached).map_or(Ok(false), |both| has_whole(&both))
    })
}

/// The whole reached figures for the target and the rate; for counted units with a whole target each.
pub(super) fn reached(
    target: &Interval<Ratio>,
    rate: &Interval<Ratio>,
    counted: bool,
) -> Result<Option<Vec<Decimal>>, Error> {
    list(&product(target, rate)?, |whole| {
        if !counted || target.is_exact() {
            return Ok(true);
        }
        let promised = crate::bounds::divisor(&Interval::exact(whole.into()), rate)?;
        promised.and_then(|promised| promised.intersection(target)).map_or(Ok(false), |both| has_whole(&both))
    })
}

/// Whether a whole reached figure over a whole target gives the rate. Where more targets than are listed are possible,
/// some pair fits, and nobody is blamed.
pub(super) fn pair(reached: &Interval<Ratio>, target: &Interval<Ratio>, rate: &Interval<Ratio>) -> Result<bool, Error> {
    Ok(list(target, |whole| {
        let made = product(&Interval::exact(whole.into()), rate)?;
        made.intersection(reached).map_or(Ok(false), |both| has_whole(&both))
    })?
    .is_none_or(|targets| !targets.is_empty()))
}
