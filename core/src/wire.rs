//! The records that cross to JavaScript and other hosts.
//!
//! They say what an [`Evaluation`](crate::Evaluation) says, as printed figures: rates, shares and margins as per cent or
//! percentage points with the places that the caller names, decimals and dates as strings, statuses and reasons as codes.
//! A single value is rounded half away from zero; the two ends of a true interval are rounded outward. The keys stand in
//! the order of the fields here, on every host, so that equal evaluations are equal bytes.

mod claim;
mod compare;
#[cfg(feature = "extract")]
mod extract;
mod grounds;
mod pace;

pub use claim::{Check, Checks, PublishedRate, Total, check, checks};
pub use compare::{Comparison, Pair, Totals, comparison};
#[cfg(feature = "extract")]
pub use extract::{Offsets, Quantity, quantities};
pub use grounds::Grounds;
pub use pace::{GroupPace, Pace};

use serde::Serialize;

use crate::evaluate::{self, Reason, Status};
use crate::explain::{self, explain};
use crate::number::{MAX_DECIMALS, Rounding};
use crate::pace::NoPace;
use crate::programme::Basis;
use crate::read;
use crate::{End, Error, Locale, Programme, Ratio};

/// A programme as it stood on a day, by what had been published by then.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Evaluation {
    /// The day, `YYYY-MM-DD`; nothing published later is in it.
    pub as_of: String,
    /// The statistics over all commitments.
    pub programme: Rollup,
    /// The projects in the document's order.
    pub projects: Vec<ProjectOutcome>,
}

/// One heading of the list.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ProjectOutcome {
    /// The project's id in the document.
    pub id: String,
    /// The statistics over its commitments.
    pub rollup: Rollup,
    /// Its commitments in the document's order.
    pub commitments: Vec<Outcome>,
}

/// One promise, or one outcome whose promise is not known.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Outcome {
    /// The commitment's id in the document.
    pub id: String,
    /// Exactly one of thirteen.
    pub status: Status,
    /// What the status alone does not say.
    pub reason: Option<Reason>,
    /// For `undecided`: the statuses that the uncertain figure allows, in the order of the counts; else empty.
    pub possible: Vec<Status>,
    /// What was reached, in the target's unit: the report's figure, or the sum of the periods.
    pub reached: Option<Interval>,
    /// The completion rate in per cent, below 10^17; may be negative with a baseline. Null for kinds without a rate.
    pub rate: Option<Interval>,
    /// The share of the time that had passed at the report's date.
    pub schedule: Option<SchedulePoint>,
    /// Rate − schedule in percentage points: below 0 is behind.
    pub margin: Option<Interval>,
    /// What the schedule expected at the report's date, in the target's unit; whole for a counted unit.
    pub expected: Option<String>,
    /// Whether it counts as met: 0 (no) to 1 (yes), `0` to `1` while nobody can know.
    pub met: Interval,
    /// The report the status rests on.
    pub report: Option<ReportUsed>,
    /// A stock or running total over years, shown beside and in no rate.
    pub stock: Option<ReportUsed>,
    /// How fast it goes; null without two published figures of different days, once met or past due.
    pub pace: Option<Pace>,
    /// Why there is no pace.
    pub no_pace: Option<NoPace>,
    /// The completion rates that were published beside its reports, each checked against the figures.
    pub published_rates: Vec<PublishedRate>,
    /// Whether the target was never published itself, but inferred from another figure.
    pub target_inferred: bool,
    /// Whether nothing but an inference says that this report answers this promise.
    pub match_inferred: bool,
    /// Inputs, rule and result in a few sentences, in the language asked for.
    pub explanation: String,
    /// The same apart: what it rests on, by which rule, and where that rule comes from.
    pub grounds: Grounds,
}

/// Figures between two ends: null is no end. A single figure has two equal ends.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Interval {
    /// The lower end.
    pub low: Option<String>,
    /// The upper end.
    pub high: Option<String>,
    /// Whether the lower end itself is left out: "more than 1 800".
    pub low_open: bool,
    /// Whether the upper end itself is left out.
    pub high_open: bool,
}

/// The share of the time that had passed.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SchedulePoint {
    /// Per cent, 0 at the start to 100 at the due day.
    pub share: String,
    /// By which method; `days` also where a plan without points fell back to it.
    pub basis: Basis,
    /// The day at which it was read: the date of the report used.
    pub at: String,
}

/// A report of the document that was used.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReportUsed {
    /// Its place in the commitment's `reports`, from 0.
    pub index: u32,
    /// The day its figure is about.
    pub date: String,
    /// The day it was published.
    pub published_on: String,
    /// Days from its date to `as_of`.
    pub age_days: i32,
    /// The id of its source.
    pub source: Option<String>,
}

/// Statistics over many commitments.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Rollup {
    /// How many commitments, whatever their status.
    pub commitments: u32,
    /// How many have each status.
    pub counts: PerStatus<u32>,
    /// The same in per cent of all with one decimal, adding up to 100.0 (largest remainder); all 0.0 without commitments.
    pub shares: PerStatus<String>,
    /// How many have a promise to be held against: all but `no_target` and `withdrawn`.
    pub with_target: u32,
    /// Met and exceeded in per cent of `with_target`, as worst-case bounds; null without any target.
    pub share_met: Option<Interval>,
    /// The same with those made up after the due day counted in.
    pub share_met_or_late: Option<Interval>,
    /// How many of the targets were inferred.
    pub inferred: u32,
    /// The share met without those; null if no target is inferred, or all are.
    pub share_met_not_inferred: Option<Interval>,
    /// The mean of the rates in per cent, each capped to 0–100, by weight, as worst-case bounds.
    pub mean_capped_rate: Option<Interval>,
    /// The mean of the exact rates as reported, in per cent, uncapped, by weight; no bounds.
    pub mean_reported_rate: Option<String>,
    /// The share met against the original list, in per cent; null if nothing was changed or withdrawn.
    pub share_met_original: Option<Interval>,
    /// The change of the mean capped rate; null without two dates that some of the commitments share, or past the period.
    pub pace: Option<GroupPace>,
    /// Why there is no pace.
    pub no_pace: Option<NoPace>,
    /// What the share met rests on, by which rule, and where that rule comes from.
    pub grounds: Grounds,
}

/// One value for each of the thirteen statuses.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PerStatus<T> {
    /// More than was promised.
    pub exceeded: T,
    /// As promised.
    pub met: T,
    /// As promised, but after the due day.
    pub met_late: T,
    /// Before due, further than the schedule and its tolerance.
    pub ahead: T,
    /// Before due, within the tolerance of the schedule.
    pub on_schedule: T,
    /// Before due, behind the schedule by more than the tolerance.
    pub behind: T,
    /// Before due, and a published figure says that nothing has begun.
    pub not_started: T,
    /// A report dated on or after the due day is below the target, or a ceiling is broken.
    pub missed: T,
    /// The published figure allows several statuses.
    pub undecided: T,
    /// No figure.
    pub unreported: T,
    /// An outcome whose target is not known.
    pub no_target: T,
    /// A promise that nobody can measure.
    pub not_measurable: T,
    /// The promise was taken back.
    pub withdrawn: T,
}

/// One thing to mend or to know about a document.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Diagnostic {
    /// Errors stop the evaluation, warnings do not.
    pub severity: Severity,
    /// The stable name of this kind of fault.
    pub code: String,
    /// Where, as a JSON Pointer (RFC 6901).
    pub pointer: String,
    /// The line, from 1; 0 if the fault is not in the text.
    pub line: u32,
    /// The column in characters, from 1; 0 if the fault is not in the text.
    pub column: u32,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do, in one sentence.
    pub hint: String,
}

/// How bad a diagnostic is.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The document cannot be evaluated until it is mended.
    Error,
    /// Something is kept aside or assumed; the evaluation goes on.
    Warning,
}

/// The places after the point where the caller names none.
pub const DECIMALS: u32 = 2;

/// The record of an evaluation. More than 28 `decimals` are an error ([`Error::is_out_of_range`]).
pub fn evaluation(
    programme: &Programme,
    evaluation: &evaluate::Evaluation,
    locale: Locale,
    decimals: u32,
) -> Result<Evaluation, Error> {
    if decimals > MAX_DECIMALS {
        return Err(Error::out_of_range());
    }
    let printer = Printer { decimals, locale };
    let mut projects = Vec::with_capacity(evaluation.projects.len());
    for (outcomes, project) in evaluation.projects.iter().zip(&programme.projects) {
        let mut commitments = Vec::with_capacity(outcomes.commitments.len());
        for (outcome, commitment) in outcomes.commitments.iter().zip(&project.commitments) {
            let explanation = explain(programme, evaluation, commitment, outcome, locale);
            let extra = Extra {
                published_rates: claim::published_rates(programme, commitment, evaluation.as_of, locale)?,
                pace: pace::of(programme, commitment, outcome, evaluation.as_of, locale, decimals)?,
                grounds: grounds::of(&crate::grounds::of(programme, commitment, outcome, locale)),
                explanation,
            };
            commitments.push(printer.commitment(commitment, outcome, extra)?);
        }
        let pairs = project.commitments.iter().zip(&outcomes.commitments);
        projects.push(ProjectOutcome {
            id: outcomes.id.clone(),
            rollup: printer.rollup(&outcomes.rollup, pace::of_group(programme, evaluation.as_of, pairs, decimals)?)?,
            commitments,
        });
    }
    let pace = pace::of_group(programme, evaluation.as_of, explain::pairs(programme, evaluation), decimals)?;
    let rollup = printer.rollup(&evaluation.programme, pace)?;
    Ok(Evaluation { as_of: evaluation.as_of.to_string(), programme: rollup, projects })
}

/// The record of a diagnostic.
pub fn diagnostic(diagnostic: &read::Diagnostic, locale: Locale) -> Diagnostic {
    Diagnostic {
        severity: match diagnostic.severity {
            read::Severity::Error => Severity::Error,
            read::Severity::Warning => Severity::Warning,
        },
        code: diagnostic.code.to_owned(),
        pointer: diagnostic.pointer.clone(),
        line: diagnostic.line,
        column: diagnostic.column,
        message: diagnostic.message(locale).to_owned(),
        hint: diagnostic.hint(locale).to_owned(),
    }
}

/// What stands in a commitment's record beside its outcome.
struct Extra {
    published_rates: Vec<PublishedRate>,
    pace: Result<Pace, NoPace>,
    explanation: String,
    grounds: Grounds,
}

#[derive(Clone, Copy)]
struct Printer {
    decimals: u32,
    locale: Locale,
}

impl Printer {
    fn commitment(
        self,
        commitment: &crate::programme::Commitment,
        outcome: &evaluate::Outcome,
        extra: Extra,
    ) -> Result<Outcome, Error> {
        let report = |used: evaluate::ReportUsed| ReportUsed {
            index: u32::try_from(used.index).unwrap_or(u32::MAX),
            date: used.date.to_string(),
            published_on: used.published_on.to_string(),
            age_days: used.age_days,
            source: commitment.reports.get(used.index).and_then(|report| report.source.clone()),
        };
        let schedule = |point: evaluate::SchedulePoint| {
            let share = point.share.percent(self.decimals, Rounding::HalfUp)?;
            Ok::<_, Error>(SchedulePoint { share, basis: point.basis, at: point.at.to_string() })
        };
        let used = outcome.report.and_then(|used| commitment.reports.get(used.index));
        Ok(Outcome {
            id: outcome.id.clone(),
            status: outcome.status,
            reason: outcome.reason,
            possible: outcome.possible.clone(),
            reached: outcome.reached.map(|reached| written(&reached)),
            rate: outcome.rate.map(|rate| self.percents(&rate)).transpose()?,
            schedule: outcome.schedule.map(schedule).transpose()?,
            margin: outcome.margin.map(|margin| self.percents(&margin)).transpose()?,
            expected: outcome.printed_expected(self.decimals)?,
            met: written(&outcome.met),
            report: outcome.report.map(report),
            stock: outcome.stock.map(report),
            no_pace: extra.pace.as_ref().err().copied(),
            pace: extra.pace.ok(),
            published_rates: extra.published_rates,
            target_inferred: outcome.is_target_inferred(),
            match_inferred: used.is_some_and(|report| report.match_inferred.is_some()),
            explanation: extra.explanation,
            grounds: extra.grounds,
        })
    }

    fn rollup(self, rollup: &evaluate::Rollup, pace: Result<GroupPace, NoPace>) -> Result<Rollup, Error> {
        let share =
            |share: &Option<crate::Interval<Ratio>>| share.as_ref().map(|share| self.percents(share)).transpose();
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let tenths = |tenths: u32| [(tenths / 10).to_string(), (tenths % 10).to_string()].join(".");
        let mean = |mean: Ratio| mean.percent(self.decimals, Rounding::HalfUp);
        Ok(Rollup {
            commitments: count(rollup.commitments),
            counts: per_status(rollup.counts.map(count)),
            shares: per_status(rollup.shares.map(tenths)),
            with_target: count(rollup.with_target),
            share_met: share(&rollup.share_met)?,
            share_met_or_late: share(&rollup.share_met_or_late)?,
            inferred: count(rollup.inferred),
            share_met_not_inferred: share(&rollup.share_met_not_inferred)?,
            mean_capped_rate: share(&rollup.mean_capped_rate)?,
            mean_reported_rate: rollup.mean_reported_rate.map(mean).transpose()?,
            share_met_original: share(&rollup.share_met_original)?,
            no_pace: pace.as_ref().err().copied(),
            pace: pace.ok(),
            grounds: grounds::of(&crate::grounds::of_rollup(rollup, self.locale)),
        })
    }

    fn percents(self, shares: &crate::Interval<Ratio>) -> Result<Interval, Error> {
        printed(shares, &|share, rounding| share.percent(self.decimals, rounding))
    }
}

/// Figures as they are: exact, with all their digits.
fn written<T: Ord + Copy + ToString>(figures: &crate::Interval<T>) -> Interval {
    let end = |end: Option<End<T>>| end.map(|end| end.value.to_string());
    Interval {
        low: end(figures.low()),
        high: end(figures.high()),
        low_open: figures.low().is_some_and(|end| end.open),
        high_open: figures.high().is_some_and(|end| end.open),
    }
}

/// A single value rounded half away from zero, the ends of a true interval outward.
fn printed(
    figures: &crate::Interval<Ratio>,
    print: &dyn Fn(&Ratio, Rounding) -> Result<String, Error>,
) -> Result<Interval, Error> {
    let (down, up) = Rounding::of_ends(figures);
    let (low, high) = (figures.low(), figures.high());
    Ok(Interval {
        low: low.map(|end| print(&end.value, down)).transpose()?,
        high: high.map(|end| print(&end.value, up)).transpose()?,
        low_open: low.is_some_and(|end| end.open),
        high_open: high.is_some_and(|end| end.open),
    })
}

fn per_status<T>(values: [T; 13]) -> PerStatus<T> {
    let [
        exceeded,
        met,
        met_late,
        ahead,
        on_schedule,
        behind,
        not_started,
        missed,
        undecided,
        unreported,
        no_target,
        not_measurable,
        withdrawn,
    ] = values;
    PerStatus {
        exceeded,
        met,
        met_late,
        ahead,
        on_schedule,
        behind,
        not_started,
        missed,
        undecided,
        unreported,
        no_target,
        not_measurable,
        withdrawn,
    }
}
