//! How far a figure is on the way from nothing to the target, and where the promise is kept.

use crate::number::Rounding;
use crate::programme::{Goal, Target};
use crate::{Decimal, Error, Interval, Ratio};

/// The line on which progress is measured: 0 at the baseline (or nothing), 1 at the target.
///
/// Without a baseline the completion rate is reached ÷ target. With one it is (reached − baseline) ÷ (target −
/// baseline), in either direction: from 40 complaints down to 20, 25 is 75 % of the way. (The rule of "falling targets" as
/// indicator databases use it: (base − actual) ÷ (base − target).)
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    start: Ratio,
    span: Ratio,
}

impl Scale {
    /// The scale of a target; `None` for kinds that have no rate: a ceiling without a baseline, a milestone.
    ///
    /// A target at its baseline is an error ([`Error::is_zero_target`]), one on the wrong side of it too
    /// ([`Error::is_wrong_way`]).
    pub(crate) fn of(target: &Target) -> Result<Option<Scale>, Error> {
        let ceiling = target.goal.is_ceiling();
        let end = match target.goal {
            Goal::Done => return Ok(None),
            Goal::AtMost(_) | Goal::LessThan(_) if target.baseline.is_none() => return Ok(None),
            Goal::All { whole } => whole.unwrap_or(Decimal::HUNDRED),
            // `value` is there for every other goal.
            goal => goal.value().unwrap_or(Decimal::ZERO),
        };
        // A coverage is the share covered, wherever it started from.
        let from = target.baseline.filter(|_| !matches!(target.goal, Goal::All { .. }));
        let start = Ratio::from(from.map_or(Decimal::ZERO, |baseline| baseline.value));
        let span = Ratio::from(end).checked_sub(&start)?;
        if span == Ratio::ZERO {
            return Err(Error::zero_target());
        }
        if span.is_negative() != ceiling {
            return Err(Error::wrong_way());
        }
        Ok(Some(Scale { start, span }))
    }

    /// Whether less is better.
    pub(crate) fn falls(&self) -> bool {
        self.span.is_negative()
    }

    /// Where an amount stands on the way: 0 at the baseline, 1 at the target, any other number beyond.
    pub(crate) fn progress(&self, amount: &Ratio) -> Result<Ratio, Error> {
        amount.checked_sub(&self.start)?.checked_div(&self.span)
    }

    /// The amount at that share of the way.
    pub(crate) fn amount(&self, share: &Ratio) -> Result<Ratio, Error> {
        self.start.checked_add(&self.span.checked_mul(share)?)
    }

    /// The completion rate of everything that a report allows.
    pub(crate) fn rate(&self, reached: &Interval<Ratio>) -> Result<Interval<Ratio>, Error> {
        reached.map(self.falls(), |amount| self.progress(&amount))
    }

    /// What is expected at that share of the way; for a counted unit in whole ones, rounded towards the baseline:
    /// nobody builds half a school.
    pub(crate) fn expected(&self, share: &Ratio, counted: bool) -> Result<Ratio, Error> {
        let amount = self.amount(share)?;
        let rounding = if self.falls() { Rounding::Up } else { Rounding::Down };
        if counted { Ok(amount.to_integer(rounding)?.into()) } else { Ok(amount) }
    }
}

/// A figure as the exact fractions that everything here is computed in.
pub(crate) fn amounts(figure: &Interval<Decimal>) -> Result<Interval<Ratio>, Error> {
    figure.map(false, |amount| Ok(Ratio::from(amount)))
}

/// The amounts that keep a promise, and those that do more.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Success {
    /// Met or exceeded.
    pub(crate) met: Interval<Ratio>,
    /// Exceeded; `None` for promises that cannot be.
    pub(crate) exceeded: Option<Interval<Ratio>>,
}

impl Success {
    /// By the bound, never by the rate: the table of the design. `None` for a milestone, which has no amounts.
    pub(crate) fn of(target: &Target) -> Result<Option<Success>, Error> {
        let zero = Decimal::ZERO;
        // The figure and whether it is left out; the figure above which the promise is exceeded, and whether that is
        // left out; how many per cent either of them lies off.
        let (value, open, beyond, off) = match target.goal {
            Goal::AtLeast(value) => (value, false, Some((value, true)), zero),
            // 超过100所: 101 keeps it, 102 is more than was promised. A length has no next value, so nothing is.
            Goal::MoreThan(value) if target.unit.counted => {
                let second = Ratio::from(value).to_integer(Rounding::Down)?.checked_add(Decimal::from(2))?;
                (value, true, Some((second, false)), zero)
            }
            Goal::MoreThan(value) | Goal::LessThan(value) => (value, true, None, zero),
            Goal::AtMost(value) => (value, false, None, zero),
            Goal::About { value, tolerance } => (value, false, Some((value, true)), tolerance.value()),
            Goal::Range(span) => (span.low(), false, Some((span.high(), true)), zero),
            // More than everything is an error of the figure, not a success beyond the promise.
            Goal::All { whole } => (whole.unwrap_or(Decimal::HUNDRED), false, None, zero),
            Goal::Done => return Ok(None),
        };
        let off = Ratio::of(off, Decimal::HUNDRED)?;
        let value = Ratio::from(value).checked_mul(&Ratio::ONE.checked_sub(&off)?)?;
        let met = if target.goal.is_ceiling() { Interval::up_to(value, open) } else { Interval::from(value, open) };
        let exceeded = match beyond {
            Some((value, open)) => {
                Some(Interval::from(Ratio::from(value).checked_mul(&Ratio::ONE.checked_add(&off)?)?, open))
            }
            None => None,
        };
        Ok(Some(Success { met, exceeded }))
    }

    /// The amounts that break the promise.
    pub(crate) fn failed(&self) -> Interval<Ratio> {
        match (self.met.low(), self.met.high()) {
            (Some(low), _) => Interval::up_to(low.value, !low.open),
            (None, Some(high)) => Interval::from(high.value, !high.open),
            // No bound is made like this; nothing fails what asks nothing.
            (None, None) => Interval::up_to(Ratio::ZERO, true),
        }
    }
}

/// What a figure allows when only whole units exist: "超过1800户" is 1801 or more.
///
/// Used to decide, never to print. A figure that is exact, or that no whole number fits, stays as it is.
pub(crate) fn whole_units(figure: &Interval<Decimal>) -> Result<Interval<Decimal>, Error> {
    if figure.is_exact() {
        return Ok(*figure);
    }
    let inward = |end: crate::End<Decimal>, rounding, step: i64| {
        let whole = Ratio::from(end.value).to_integer(rounding)?;
        let past = if end.open && whole == end.value { whole.checked_add(step.into())? } else { whole };
        Ok(crate::End { value: past, open: false })
    };
    let low = figure.low().map(|end| inward(end, Rounding::Up, 1)).transpose()?;
    let high = figure.high().map(|end| inward(end, Rounding::Down, -1)).transpose()?;
    Ok(Interval::new(low, high).unwrap_or(*figure))
}
