//! How much of the time had passed (序时进度).

use super::completion::Scale;
use super::evaluation::SchedulePoint;
use crate::programme::{Basis, PlanPoint};
use crate::{Date, Error, Ratio};

/// The days a commitment has: from the start of the programme's period to its own due day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course<'a> {
    pub(super) start: Date,
    pub(super) due: Date,
    pub(super) basis: Basis,
    pub(super) plan: &'a [PlanPoint],
}

impl Course<'_> {
    /// The share of the time that had passed on a day, from 0 to 1.
    ///
    /// It is read at the date of the report used, so that a silent office does not drift into "behind" by itself. A
    /// plan without points, or for a promise without amounts, falls back to days.
    pub(super) fn at(&self, at: Date, scale: Option<&Scale>) -> Result<SchedulePoint, Error> {
        let point = |share: Ratio, basis| SchedulePoint { share: share.clamp(Ratio::ZERO, Ratio::ONE), basis, at };
        match (self.basis, scale) {
            (Basis::Plan, Some(scale)) if !self.plan.is_empty() => Ok(point(self.planned(at, scale)?, Basis::Plan)),
            (Basis::Months, _) => Ok(point(self.months(at)?, Basis::Months)),
            _ => Ok(point(self.days(at)?, Basis::Days)),
        }
    }

    /// Elapsed days ÷ days, both ends included: 2025-06-30 is day 181 of 365.
    fn days(&self, at: Date) -> Result<Ratio, Error> {
        if at >= self.due {
            return Ok(Ratio::ONE);
        }
        let day = |date: Date| i64::from(date.days_since(self.start)) + 1;
        share(day(at), day(self.due))
    }

    /// Months whose last day has come ÷ months touched, 1 at the due day: the end of November is 11/12 = 91.67 %, the bar
    /// that Zhangjiajie published for January to November 2018.
    fn months(&self, at: Date) -> Result<Ratio, Error> {
        if at >= self.due {
            return Ok(Ratio::ONE);
        }
        let month = |date: Date| i64::from(date.month_number() - self.start.month_number());
        share(month(at) + i64::from(at.ends_month()), month(self.due) + 1)
    }

    /// Linear in days through the commitment's own points, from (the day before the start, baseline) to (due, target).
    fn planned(&self, at: Date, scale: &Scale) -> Result<Ratio, Error> {
        let mut from = (self.start.previous(), Ratio::ZERO);
        let mut to = (self.due, Ratio::ONE);
        if at >= self.due {
            return Ok(Ratio::ONE);
        }
        if at <= from.0 {
            return Ok(Ratio::ZERO);
        }
        // The nearest point on either side; the ends of the course are fixed, whatever a point says about them.
        for point in self.plan.iter().filter(|point| point.date >= self.start && point.date < self.due) {
            let place = || scale.progress(&point.value.into());
            if point.date <= at && point.date >= from.0 {
                from = (point.date, place()?);
            } else if point.date > at && point.date < to.0 {
                to = (point.date, place()?);
            }
        }
        let days = |a: Date, b: Date| i64::from(b.days_since(a));
        let passed = share(days(from.0, at), days(from.0, to.0))?;
        from.1.checked_add(&to.1.checked_sub(&from.1)?.checked_mul(&passed)?)
    }
}

/// A share of a whole, never of nothing: a course without days has passed.
fn share(part: i64, whole: i64) -> Result<Ratio, Error> {
    if whole <= 0 { Ok(Ratio::ONE) } else { Ratio::of(part.into(), whole.into()) }
}
