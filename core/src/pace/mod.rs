//! How fast it goes, how fast it would have to go, and where it ends at the pace so far.
//!
//! A pace needs two published figures of different days; the start counts only if the document gives a value there (a
//! baseline). Nothing is projected from fewer, and [`Outlook::Nothing`] says why. Every pace assumes that it goes on as
//! before, which works that open all at once do not: it is an aid for questions, no forecast.
//!
//! ```
//! use pledgeboard::{evaluate, explain, pace::{Outlook, outlook}, read, Ratio};
//! let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A",
//!     "period": { "start": "2025-01-01", "end": "2025-12-31" },
//!     "projects": [{ "id": "p", "title": "P", "commitments": [{ "id": "c", "title": "C",
//!         "target": { "value": "40", "unit": "部", "published_on": "2025-01-06" },
//!         "reports": [
//!             { "date": "2025-03-23", "value": "10", "published_on": "2025-04-01" },
//!             { "date": "2025-07-01", "value": "20", "published_on": "2025-07-10" }] }] }] }"#;
//! let programme = read::read(text).programme.unwrap();
//! let evaluation = evaluate::evaluate(&programme, &evaluate::Options::default())?;
//! let (commitment, outcome) = explain::pairs(&programme, &evaluation).next().unwrap();
//! let Outlook::Pace(pace) = outlook(&programme, commitment, outcome, evaluation.as_of)? else { unreachable!() };
//! // 10 lifts in 100 days; 20 more in the 183 days left; so the last one would be there 200 days after 1 July.
//! assert_eq!(pace.observed.as_exact().unwrap(), Ratio::of("0.1".parse()?, "1".parse()?)?);
//! assert_eq!(pace.required.as_exact().unwrap(), Ratio::of("20".parse()?, "183".parse()?)?);
//! assert_eq!(pace.met_on, Some("2026-01-17".parse()?));
//! # Ok::<(), pledgeboard::Error>(())
//! ```
//!
//! The ratio of observed to required pace is how the UN's progress chart and Open SDG judge an indicator. They compare
//! *growth rates* (CAGR), because their indicators start from a level; a count that starts from nothing has no growth rate
//! (a division by zero), so here the paces themselves are compared, in amounts per day.

mod explain;
mod group;
#[cfg(test)]
mod tests;

pub use group::{GroupPace, group_pace};

use crate::bounds::{difference, product, quotient, sum, turned};
use crate::evaluate::{Known, Outcome, Scale, State, Success, amounts};
use crate::number::Rounding;
use crate::programme::{Commitment, Goal, Programme, Target};
use crate::{Date, Decimal, Error, Interval, Ratio, Status};

/// How fast it goes, or why nothing can be said of that.
///
/// ```
/// use pledgeboard::pace::{NoPace, Outlook};
/// assert_ne!(Outlook::Nothing(NoPace::Met), Outlook::Nothing(NoPace::PastDue));
/// ```
#[derive(Clone, PartialEq, Debug)]
pub enum Outlook {
    /// There is a pace.
    Pace(Box<Pace>),
    /// There is none.
    Nothing(NoPace),
}

/// Why there is no pace.
///
/// ```
/// assert_eq!(pledgeboard::pace::NoPace::TooFewReports.code(), "too_few_reports");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum NoPace {
    /// Fewer than two dates have a published figure.
    TooFewReports,
    /// It is met already.
    Met,
    /// The due day has come.
    PastDue,
    /// This kind of promise has no rate, or its target is not known.
    NoRate,
    /// A result would be beyond what can be computed exactly: too many digits, or 10¹⁵ or more.
    OutOfRange,
}

impl NoPace {
    /// The stable word of the data.
    ///
    /// ```
    /// assert_eq!(pledgeboard::pace::NoPace::Met.code(), "met");
    /// ```
    pub fn code(self) -> &'static str {
        match self {
            NoPace::TooFewReports => "too_few_reports",
            NoPace::Met => "met",
            NoPace::PastDue => "past_due",
            NoPace::NoRate => "no_rate",
            NoPace::OutOfRange => "out_of_range",
        }
    }
}

/// How fast a commitment goes. Amounts are in the target's unit; figures known between two ends give worst cases.
///
/// ```
/// use pledgeboard::pace::Pace;
/// // Fast enough: at least as much a day as is needed.
/// fn in_time(pace: &Pace) -> bool {
///     pace.ratio.and_then(|ratio| ratio.low()).is_some_and(|low| low.value >= pledgeboard::Ratio::ONE)
/// }
/// ```
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Pace {
    /// The day of the first figure.
    pub from: Date,
    /// The day of the last one.
    pub to: Date,
    /// How many dates with a figure there are, 2 or more.
    pub points: usize,
    /// (last − first) ÷ days between, per day; below 0 where it fell.
    pub observed: Interval<Ratio>,
    /// (target − last) ÷ days left to the due day, per day.
    pub required: Interval<Ratio>,
    /// Observed ÷ required: 1 is just fast enough. `None` if the target may be reached already, so that nothing is required.
    pub ratio: Option<Interval<Ratio>>,
    /// The completion rate on the due day at the observed pace.
    pub rate_at_due: Interval<Ratio>,
    /// The same at the slowest and the fastest pace seen between two neighbouring figures; `None` with only two.
    pub range_at_due: Option<Interval<Ratio>>,
    /// The first day on which it would be met at the observed pace; `None` if that goes the wrong way or beyond the year 9999.
    pub met_on: Option<Date>,
    /// The latest such day where the figures are uncertain; the same as `met_on` where they are not.
    pub met_by: Option<Date>,
}

/// The pace of a commitment, by what had been published on a day.
///
/// `outcome` is its outcome in the evaluation of that day. An error is a target on the wrong side of its baseline.
///
/// ```
/// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
/// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
/// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
/// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
/// # let programme = pledgeboard::read(text).programme.unwrap();
/// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
/// use pledgeboard::{explain::pairs, pace::{NoPace, Outlook, outlook}};
/// let (commitment, outcome) = pairs(&programme, &evaluation).next().unwrap();
/// // One report is no pace.
/// assert_eq!(outlook(&programme, commitment, outcome, evaluation.as_of)?, Outlook::Nothing(NoPace::TooFewReports));
/// # Ok::<(), pledgeboard::Error>(())
/// ```
pub fn outlook(
    programme: &Programme,
    commitment: &Commitment,
    outcome: &Outcome,
    as_of: Date,
) -> Result<Outlook, Error> {
    Ok(within_range(measured(programme, commitment, outcome, as_of).map(|pace| pace.map(Box::new)))?
        .map_or_else(Outlook::Nothing, Outlook::Pace))
}

/// Figures too long to compute with are a reason for no pace, and no reason to lose everything else.
pub(crate) fn within_range<T>(pace: Result<Result<T, NoPace>, Error>) -> Result<Result<T, NoPace>, Error> {
    match pace {
        Err(error) if error.is_out_of_range() => Ok(Err(NoPace::OutOfRange)),
        other => other,
    }
}

fn measured(
    programme: &Programme,
    commitment: &Commitment,
    outcome: &Outcome,
    as_of: Date,
) -> Result<Result<Pace, NoPace>, Error> {
    let nothing = |why| Ok(Err(why));
    let Some(target) = &outcome.target else { return nothing(NoPace::NoRate) };
    let Some(scale) = Scale::of(target)?.filter(|_| outcome.counts() && commitment.measurable) else {
        return nothing(NoPace::NoRate);
    };
    if matches!(outcome.status, Status::Exceeded | Status::Met | Status::MetLate) {
        return nothing(NoPace::Met);
    }
    if as_of >= commitment.due {
        return nothing(NoPace::PastDue);
    }
    let known = Known::on(as_of, commitment, programme.period.start())?;
    let points = points(target, &known.states, programme.period.start())?;
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return nothing(NoPace::TooFewReports) };
    if first.0 == last.0 {
        return nothing(NoPace::TooFewReports);
    }
    let (left, end) = (days(last.0, commitment.due)?, scale.amount(&Ratio::ONE)?);
    let observed = per_day(first, last)?;
    let at_due = |pace: &Interval<Ratio>| {
        let gained = product(&Interval::exact(left), pace)?;
        let rate = scale.rate(&sum(&last.1, &gained)?)?;
        // Nobody covers more than everything.
        let all = matches!(target.goal, Goal::All { .. });
        if all { rate.map(false, |rate| Ok(rate.min(Ratio::ONE))) } else { Ok(rate) }
    };
    let required = quotient(&difference(&Interval::exact(end), &last.1)?, &Interval::exact(left))?;
    let (forward_observed, forward_required) =
        if scale.falls() { (turned(&observed)?, turned(&required)?) } else { (observed, required) };
    let asks = forward_required.low().is_some_and(|low| low.value > Ratio::ZERO);
    let ratio = if asks { Some(quotient(&forward_observed, &forward_required)?) } else { None };
    let paces = points.windows(2).map(|pair| match pair {
        [earlier, later] => per_day(earlier, later),
        _ => Ok(observed),
    });
    let paces = paces.collect::<Result<Vec<_>, _>>()?;
    let range = paces.iter().copied().reduce(|range, pace| range.hull(&pace)).filter(|_| paces.len() > 1);
    let range_at_due = range.map(|range| at_due(&range)).transpose()?;
    let (met_on, met_by) = meets(target, &last.1, &forward_observed, last.0, scale.falls())?;
    Ok(Ok(Pace {
        from: first.0,
        to: last.0,
        points: points.len(),
        observed,
        required,
        ratio,
        rate_at_due: at_due(&observed)?,
        range_at_due,
        met_on,
        met_by,
    }))
}

/// A day with everything that was said to be reached on it.
type Point = (Date, Interval<Ratio>);

/// The published figures by date; the baseline is one if the document gives it.
fn points(target: &Target, states: &[State], start: Date) -> Result<Vec<Point>, Error> {
    let mut points: Vec<Point> = Vec::new();
    if let Some(baseline) = target.baseline {
        // A baseline without a day of its own is how it stood when the period began.
        points.push((baseline.date.unwrap_or(start.previous()), Interval::exact(baseline.value.into())));
    }
    for state in states {
        let Some(reached) = &state.reached else { continue };
        // Figures from before the baseline's day, or of that day, give way to it.
        if points.first().is_some_and(|first| target.baseline.is_some() && state.date <= first.0) {
            continue;
        }
        let point = (state.date, amounts(reached)?);
        match points.last_mut() {
            Some(last) if last.0 == point.0 => *last = point,
            _ => points.push(point),
        }
    }
    Ok(points)
}

fn per_day(from: &Point, to: &Point) -> Result<Interval<Ratio>, Error> {
    quotient(&difference(&to.1, &from.1)?, &Interval::exact(days(from.0, to.0)?))
}

fn days(from: Date, to: Date) -> Result<Ratio, Error> {
    Ratio::of(i64::from(to.days_since(from)).into(), Decimal::ONE)
}

/// The first and the last day on which the pace can have met the promise.
fn meets(
    target: &Target,
    reached: &Interval<Ratio>,
    pace: &Interval<Ratio>,
    from: Date,
    falls: bool,
) -> Result<(Option<Date>, Option<Date>), Error> {
    let Some(success) = Success::of(target)? else { return Ok((None, None)) };
    let line = if falls { success.met.high() } else { success.met.low() };
    let Some(line) = line else { return Ok((None, None)) };
    // What is missing, counted in the direction of the target.
    let missing = difference(&Interval::exact(line.value), reached)?;
    let missing = if falls { turned(&missing)? } else { missing };
    let day = |missing: Option<crate::End<Ratio>>, pace: Option<crate::End<Ratio>>| {
        let (Some(missing), Some(pace)) = (missing, pace) else { return Ok(None) };
        if missing.value <= Ratio::ZERO && !line.open {
            return Ok(Some(from));
        }
        if pace.value <= Ratio::ZERO {
            return Ok(None);
        }
        // What is too large to compute is far beyond the year 9999.
        let Ok(exact) = missing.value.checked_div(&pace.value) else { return Ok(None) };
        let Ok(whole) = exact.to_integer(Rounding::Up) else { return Ok(None) };
        // "More than" is met the day after it is just reached.
        let past = line.open && Ratio::from(whole) == exact;
        let days = i32::try_from(whole.mantissa()).ok().and_then(|days| days.checked_add(past.into()));
        Ok::<_, Error>(days.and_then(|days| from.after(days)))
    };
    Ok((day(missing.low(), pace.high())?, day(missing.high(), pace.low())?))
}
