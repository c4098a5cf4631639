//! What a programme had come to on a day: completion, schedule, status, roll-ups.
//!
//! [`evaluate`] is a pure function of a programme and a day. It knows only what had been published by that day, decides every
//! status from amounts (never from a rounded rate), and keeps every figure exact: nothing here is printed.
//!
//! Where several readings were possible:
//!
//! - A target that was not public on the day is not known on it: `no_target`, in no rate, whatever was reported.
//! - Reports dated on or after the due day are final. The first that surely keeps the promise settles it, as `met` or
//!   `exceeded` if it is the first of them, else as `met_late`; a running ceiling is settled by the first.
//! - A stage says less than a figure. "Done" without a figure keeps a promise of an amount (no rate, but met); "under way" on
//!   or after the due day breaks it; about a ceiling a stage says nothing.
//! - A last report from before the due day leaves the rest open: a count can only have grown, so its rate runs from the
//!   reported one to 1; a level can also have fallen, so its rate runs from 0 to 1.
//! - An interval of a counted unit is narrowed to whole numbers before it is judged ("超过1800户" is 1801 or more), never
//!   before it is printed.
//! - What was withdrawn counts as not kept against the original list, unless it had been reached by then.

mod completion;
mod decide;
mod evaluation;
mod known;
#[cfg(test)]
mod properties;
mod rollup;
mod schedule;
mod status;
#[cfg(test)]
mod tests;

pub use evaluation::{Evaluation, Outcome, ProjectOutcome, ReportUsed, Rollup, SchedulePoint};
pub use rollup::{RollupSum, rollup, shares};
pub use status::{Reason, Status};

pub(crate) use completion::{Scale, Success, amounts};
use decide::Promise;
pub(crate) use known::{Known, State};
use known::{Original, public_from};
use schedule::Course;

use crate::programme::{Commitment, Programme, Target};
use crate::{Date, Decimal, Error, Interval, Ratio};

/// What an evaluation depends on besides the programme.
///
/// ```
/// use pledgeboard::evaluate::Options;
/// assert_eq!(Options::default().as_of, None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// The day whose knowledge counts. By default the latest day on which the document published something
    /// ([`latest_publication`]), never today: a board says the same tomorrow.
    pub as_of: Option<Date>,
}

impl Options {
    /// As of that day.
    ///
    /// ```
    /// use pledgeboard::evaluate::Options;
    /// assert_eq!(Options::as_of("2025-06-30".parse()?).as_of, Some("2025-06-30".parse()?));
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn as_of(day: Date) -> Options {
        Options { as_of: Some(day) }
    }
}

/// The latest day on which the document published something: reports and changes, else targets, else the period's
/// start.
///
/// ```
/// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
/// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
/// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
/// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
/// # let programme = pledgeboard::read(text).programme.unwrap();
/// assert_eq!(pledgeboard::evaluate::latest_publication(&programme).to_string(), "2025-07-10");
/// # Ok::<(), pledgeboard::Error>(())
/// ```
pub fn latest_publication(programme: &Programme) -> Date {
    let (mut spoken, mut promised) = (None, None);
    for commitment in programme.projects.iter().flat_map(|project| &project.commitments) {
        for report in &commitment.reports {
            spoken = spoken.max(Some(public_from(report)));
        }
        for change in &commitment.changes {
            spoken = spoken.max(Some(change.published_on));
        }
        promised = promised.max(commitment.target.as_ref().map(|target| target.published_on));
    }
    spoken.or(promised).unwrap_or(programme.period.start())
}

/// The programme as it stood on a day, by what had been published by then.
///
/// An error means that a figure cannot be had at all: a target of zero, one on the wrong side of its baseline, a rate of
/// 10¹⁵ and more. [`read`](mod@crate::read) finds the first two before.
///
/// ```
/// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
/// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
/// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
/// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
/// # let programme = pledgeboard::read(text).programme.unwrap();
/// use pledgeboard::{Status, evaluate::{Options, evaluate}};
/// let evaluation = evaluate(&programme, &Options::as_of("2025-07-09".parse()?))?;
/// // The report of 30 June was not public yet.
/// assert_eq!(evaluation.programme.count(Status::Unreported), 2);
/// # Ok::<(), pledgeboard::Error>(())
/// ```
pub fn evaluate(programme: &Programme, options: &Options) -> Result<Evaluation, Error> {
    let as_of = options.as_of.unwrap_or_else(|| latest_publication(programme));
    let mut projects = Vec::with_capacity(programme.projects.len());
    let mut all = RollupSum::default();
    for project in &programme.projects {
        let mut tally = RollupSum::default();
        let mut commitments = Vec::with_capacity(project.commitments.len());
        for commitment in &project.commitments {
            let outcome = outcome(programme, commitment, as_of)?;
            tally.add(&outcome)?;
            all.add(&outcome)?;
            commitments.push(outcome);
        }
        projects.push(ProjectOutcome { id: project.id.clone(), rollup: tally.finish(), commitments });
    }
    Ok(Evaluation { as_of, programme: all.finish(), projects })
}

/// Whether a rate can be had against this target: an error if it is zero or on the wrong side of its baseline.
///
/// ```
/// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
/// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
/// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
/// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
/// # let programme = pledgeboard::read(text).programme.unwrap();
/// let target = programme.projects[0].commitments[0].target.as_ref().unwrap();
/// assert!(pledgeboard::evaluate::check_target(target).is_ok());
/// # Ok::<(), pledgeboard::Error>(())
/// ```
pub fn check_target(target: &Target) -> Result<(), Error> {
    Scale::of(target).map(drop)
}

fn outcome(programme: &Programme, commitment: &Commitment, as_of: Date) -> Result<Outcome, Error> {
    let known = Known::on(as_of, commitment, programme.period.start())?;
    let used = |index: usize| {
        let report = commitment.reports.get(index)?;
        let (date, published_on) = (report.date, report.published_on);
        Some(ReportUsed { index, date, published_on, age_days: as_of.days_since(date) })
    };
    let promise = |target| Promise {
        target,
        counting: commitment.counting,
        course: Course {
            start: programme.period.start(),
            due: commitment.due,
            basis: programme.schedule.basis,
            plan: &commitment.plan,
        },
        tolerance: Ratio::of(programme.schedule.tolerance.value(), Decimal::HUNDRED).unwrap_or(Ratio::ZERO),
        as_of,
    };
    let latest = known.states.last();
    let mut outcome = Outcome {
        id: commitment.id.clone(),
        target: known.target.cloned(),
        status: Status::Unreported,
        reason: None,
        possible: Vec::new(),
        reached: latest.and_then(|state| state.reached),
        rate: None,
        spread: None,
        schedule: None,
        margin: None,
        expected: None,
        met: Interval::between(0, 1),
        met_original: None,
        is_level: known.target.is_some_and(|target| promise(target).is_level()),
        weight: commitment.weight,
        report: latest.and_then(|state| used(state.index)),
        stock: known.stock.and_then(used),
    };
    if known.withdrawn || known.original != Original::InForce {
        outcome.met_original = met_original(&known, commitment, promise)?;
    }
    if known.withdrawn {
        outcome.status = Status::Withdrawn;
        outcome.met = Interval::exact(0);
        return Ok(outcome);
    }
    if !commitment.measurable {
        outcome.status = Status::NotMeasurable;
        return Ok(outcome);
    }
    let Some(target) = known.target else {
        outcome.status = Status::NoTarget;
        outcome.reason = known.target_to_come.then_some(Reason::TargetNotYetPublic);
        return Ok(outcome);
    };
    let promise = promise(target);
    let Some(verdict) = promise.decide(&known.states)? else {
        let nothing_yet = as_of <= commitment.due && !known.spoken_of;
        outcome.reason = Some(if nothing_yet { Reason::NotDueYet } else { Reason::NotPublished });
        return Ok(outcome);
    };
    outcome.status = verdict.possible.verdict();
    outcome.reason = verdict.reason;
    outcome.met = verdict.met;
    if outcome.status == Status::Undecided {
        outcome.possible = verdict.possible.iter().collect();
    }
    outcome.spread = promise.spread(&verdict)?;
    rest_on(&mut outcome, verdict.state, &promise)?;
    outcome.report = used(verdict.state.index);
    Ok(outcome)
}

/// The figures at the report that the status rests on.
fn rest_on(outcome: &mut Outcome, state: &State, promise: &Promise<'_>) -> Result<(), Error> {
    let scale = Scale::of(promise.target)?;
    let schedule = promise.course.at(state.date, scale.as_ref())?;
    outcome.reached = state.reached;
    outcome.schedule = Some(schedule);
    let Some(scale) = scale else { return Ok(()) };
    outcome.expected = Some(scale.expected(&schedule.share, promise.target.unit.counted)?);
    let Some(reached) = &state.reached else { return Ok(()) };
    let rate = scale.rate(&amounts(reached)?)?;
    outcome.rate = Some(rate);
    outcome.margin = Some(rate.map(false, |rate| rate.checked_sub(&schedule.share))?);
    Ok(())
}

/// Whether the promise as it first was is kept; `None` if it never had a target.
///
/// What was taken back and had not been kept by then is not kept.
fn met_original<'a>(
    known: &Known<'a>,
    commitment: &'a Commitment,
    promise: impl Fn(&'a Target) -> Promise<'a>,
) -> Result<Option<Interval<u8>>, Error> {
    let target = match known.original {
        // Nobody says what was promised at first, so nobody knows whether it was kept.
        Original::Unknown => return Ok(Some(Interval::between(0, 1))),
        Original::Was(original) => Some(original),
        Original::InForce => known.target,
    };
    let unknown = Interval::between(0, 1);
    let met = match target {
        Some(target) if commitment.measurable => {
            Some(promise(target).decide(&known.states)?.map_or(unknown, |verdict| verdict.met))
        }
        Some(_) => Some(unknown),
        None => None,
    };
    Ok(met.map(|met| if known.withdrawn && met != Interval::exact(1) { Interval::exact(0) } else { met }))
}
