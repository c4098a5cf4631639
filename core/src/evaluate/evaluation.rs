//! What an evaluation says: exact values, no printed figures.

use super::status::{Reason, Status};
use crate::number::Rounding;
use crate::programme::{Basis, Goal, Target, Weight};
use crate::{Date, Decimal, Error, Interval, Ratio};

/// A programme as it stood on a day, by what had been published by then.
///
/// ```
/// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
/// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
/// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
/// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
/// # let programme = pledgeboard::read(text).programme.unwrap();
/// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
/// assert_eq!(evaluation.as_of.to_string(), "2025-07-10");
/// assert_eq!(evaluation.programme.commitments, 2);
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Evaluation {
    /// The day; nothing published later is in it.
    pub as_of: Date,
    /// The statistics over all commitments.
    pub programme: Rollup,
    /// The projects in the document's order.
    pub projects: Vec<ProjectOutcome>,
}

impl Evaluation {
    /// All commitments in the order of the list.
    ///
    /// ```
    /// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
    /// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
    /// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
    /// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
    /// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
    /// # let programme = pledgeboard::read(text).programme.unwrap();
    /// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
    /// let ids: Vec<&str> = evaluation.commitments().map(|outcome| outcome.id.as_str()).collect();
    /// assert_eq!(ids, ["lifts", "places"]);
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn commitments(&self) -> impl Iterator<Item = &Outcome> {
        self.projects.iter().flat_map(|project| &project.commitments)
    }
}

/// One project of an [`Evaluation`].
///
/// ```
/// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
/// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
/// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
/// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
/// # let programme = pledgeboard::read(text).programme.unwrap();
/// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
/// let project = &evaluation.projects[0];
/// assert_eq!((project.id.as_str(), project.rollup.commitments), ("p", 2));
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct ProjectOutcome {
    /// The project's id.
    pub id: String,
    /// The statistics over its commitments.
    pub rollup: Rollup,
    /// Its commitments in the document's order.
    pub commitments: Vec<Outcome>,
}

/// One commitment of an [`Evaluation`].
///
/// ```
/// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
/// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
/// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
/// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
/// # let programme = pledgeboard::read(text).programme.unwrap();
/// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
/// use pledgeboard::{Ratio, Status};
/// let lifts = &evaluation.projects[0].commitments[0];
/// assert_eq!(lifts.status, Status::OnSchedule);
/// assert_eq!(lifts.rate.unwrap().as_exact().unwrap(), Ratio::of("21".parse()?, "39".parse()?)?);
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Outcome {
    /// The commitment's id.
    pub id: String,
    /// The target in force on the day, as far as it was public.
    pub target: Option<Target>,
    /// Exactly one of thirteen.
    pub status: Status,
    /// Why this status, where the status alone does not say it.
    pub reason: Option<Reason>,
    /// For `undecided`: the statuses that the uncertain figure allows, in their order; else empty.
    pub possible: Vec<Status>,
    /// What was reached: the report's figure, or the sum of the periods.
    pub reached: Option<Interval<Decimal>>,
    /// The completion rate as a share of the target (1 is 100 %); an interval where the figure is one.
    pub rate: Option<Interval<Ratio>>,
    /// Every rate that enters a mean: of counted units in whole ones, and of all reports that may turn out to settle it.
    pub(super) spread: Option<Interval<Ratio>>,
    /// The share of the time that had passed at the report's date.
    pub schedule: Option<SchedulePoint>,
    /// Rate − schedule, as a share (0.05 is five points).
    pub margin: Option<Interval<Ratio>>,
    /// What the schedule expected at the report's date, in the target's unit; whole for a counted unit, rounded
    /// towards the baseline.
    pub expected: Option<Ratio>,
    /// Whether it counts as met, from 0 (surely not) to 1 (surely): `exact(1)`, `exact(0)` or 0 to 1.
    pub met: Interval<u8>,
    /// Whether the promise as it first was counts as met; `None` if it was neither changed nor taken back.
    pub met_original: Option<Interval<u8>>,
    /// Whether this is a state that is judged at its due day (a rate, a coverage), not a count.
    pub is_level: bool,
    /// Its weight in means.
    pub weight: Weight,
    /// The report the status rests on: its place in the commitment's `reports`.
    pub report: Option<ReportUsed>,
    /// A stock known on the day, shown beside and in no rate: its place in the commitment's `reports`.
    pub stock: Option<ReportUsed>,
}

impl Outcome {
    /// Whether it is counted in shares and means: all but outcomes without a known target and promises taken back.
    ///
    /// ```
    /// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
    /// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
    /// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
    /// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
    /// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
    /// # let programme = pledgeboard::read(text).programme.unwrap();
    /// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
    /// // A silent promise counts: nobody knows whether it is kept.
    /// assert!(evaluation.commitments().all(|outcome| outcome.counts()));
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn counts(&self) -> bool {
        !matches!(self.status, Status::NoTarget | Status::Withdrawn)
    }

    /// What the schedule expected as it is printed: whole for a counted unit, else with the places asked for.
    pub(crate) fn printed_expected(&self, decimals: u32) -> Result<Option<String>, Error> {
        let counted = self.target.as_ref().is_some_and(|target| target.unit.counted);
        let places = if counted { 0 } else { decimals };
        self.expected.map(|expected| expected.decimal(places, Rounding::HalfUp)).transpose()
    }

    /// Whether the target was never published itself but inferred from another figure.
    ///
    /// ```
    /// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
    /// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
    /// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
    /// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
    /// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
    /// # let programme = pledgeboard::read(text).programme.unwrap();
    /// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
    /// assert!(!evaluation.projects[0].commitments[0].is_target_inferred());
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn is_target_inferred(&self) -> bool {
        self.target.as_ref().is_some_and(|target| target.inferred_from.is_some())
    }

    /// Whether this kind of promise has a completion rate: a milestone has none, nor a ceiling without a baseline.
    ///
    /// ```
    /// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
    /// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
    /// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
    /// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
    /// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
    /// # let programme = pledgeboard::read(text).programme.unwrap();
    /// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
    /// assert!(evaluation.projects[0].commitments[0].has_rate());
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn has_rate(&self) -> bool {
        self.target
            .as_ref()
            .is_some_and(|target| target.goal != Goal::Done && (!target.goal.is_ceiling() || target.baseline.is_some()))
    }

    /// [`met`](Outcome::met) with what was made up after the due day counted in.
    ///
    /// ```
    /// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
    /// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
    /// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
    /// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
    /// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
    /// # let programme = pledgeboard::read(text).programme.unwrap();
    /// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
    /// use pledgeboard::Interval;
    /// assert_eq!(evaluation.projects[0].commitments[0].met_or_late(), Interval::exact(0));
    /// assert_eq!(evaluation.projects[0].commitments[1].met_or_late(), Interval::between(0, 1));
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn met_or_late(&self) -> Interval<u8> {
        let (surely, possibly) = (self.status == Status::MetLate, self.possible.contains(&Status::MetLate));
        let low = self.met.low().map_or(0, |end| end.value);
        let high = self.met.high().map_or(1, |end| end.value);
        Interval::between(low.max(surely.into()), high.max((surely || possibly).into()))
    }
}

/// Which report was used, and how old it was.
///
/// ```
/// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
/// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
/// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
/// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
/// # let programme = pledgeboard::read(text).programme.unwrap();
/// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
/// let report = evaluation.projects[0].commitments[0].report.unwrap();
/// assert_eq!((report.index, report.age_days), (0, 10));
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct ReportUsed {
    /// Its index in [`Commitment::reports`](crate::programme::Commitment::reports).
    pub index: usize,
    /// The day its figure is about.
    pub date: Date,
    /// The day it was published.
    pub published_on: Date,
    /// Days from its date to the day of the evaluation.
    pub age_days: i32,
}

/// The share of the time that had passed.
///
/// ```
/// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
/// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
/// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
/// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
/// # let programme = pledgeboard::read(text).programme.unwrap();
/// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
/// use pledgeboard::number::Rounding;
/// let point = evaluation.projects[0].commitments[0].schedule.unwrap();
/// // Day 181 of 365.
/// assert_eq!(point.share.percent(2, Rounding::HalfUp)?, "49.59");
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct SchedulePoint {
    /// From 0 at the start to 1 at the due day.
    pub share: Ratio,
    /// By which method; `days` also where a plan without points fell back to it.
    pub basis: Basis,
    /// The day at which it was read: the date of the report used.
    pub at: Date,
}

/// Statistics over many commitments (汇总).
///
/// ```
/// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
/// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
/// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
/// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
/// # let programme = pledgeboard::read(text).programme.unwrap();
/// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
/// use pledgeboard::{Interval, Ratio};
/// // One is not met yet, of the other nothing is known: 0 to 1 of 2.
/// let half = Ratio::of("1".parse()?, "2".parse()?)?;
/// assert_eq!(evaluation.programme.share_met, Some(Interval::between(Ratio::ZERO, half)));
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Rollup {
    /// How many commitments, whatever their status.
    pub commitments: usize,
    /// How many have each status, in the order of [`Status::ALL`].
    pub counts: [usize; 13],
    /// The same as per cent of all, in tenths of a per cent, adding up to 1000 (largest remainder); all 0 without
    /// commitments.
    pub shares: [u32; 13],
    /// How many have a promise to be held against: all but `no_target` and `withdrawn`. What the shares below are of.
    pub with_target: usize,
    /// (met + exceeded) ÷ with target, as worst-case bounds; `None` without any target.
    pub share_met: Option<Interval<Ratio>>,
    /// The same with those made up after the due day counted in.
    pub share_met_or_late: Option<Interval<Ratio>>,
    /// How many of the targets were inferred.
    pub inferred: usize,
    /// The share met without those; `None` if no target is inferred, or all are.
    pub share_met_not_inferred: Option<Interval<Ratio>>,
    /// The mean of the rates, each capped to 0–100 %, by weight, as worst-case bounds; summed as integers and brought to
    /// 15 decimals ([`RateSum`](crate::number::RateSum)). `None` without weight.
    pub mean_capped_rate: Option<Interval<Ratio>>,
    /// The mean of the rates as reported, uncapped, over reported commitments with an exact rate only, by weight; 15
    /// decimals, no bounds.
    pub mean_reported_rate: Option<Ratio>,
    /// The share met against the original list: withdrawn promises counted as not met and changed targets as they
    /// were first; `None` if nothing was withdrawn or changed.
    pub share_met_original: Option<Interval<Ratio>>,
}

impl Rollup {
    /// How many have that status.
    ///
    /// ```
    /// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
    /// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
    /// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
    /// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
    /// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
    /// # let programme = pledgeboard::read(text).programme.unwrap();
    /// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
    /// use pledgeboard::Status;
    /// assert_eq!(evaluation.programme.count(Status::Unreported), 1);
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn count(&self, status: Status) -> usize {
        self.counts.get(status as usize).copied().unwrap_or(0)
    }
}
