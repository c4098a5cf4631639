//! What had been published of a commitment by a day: nothing later reaches a board.

use super::completion::whole_units;
use crate::bounds::added;
use crate::order::sorted;
use crate::programme::{Change, ChangeKind, Commitment, Counting, Report, Stage, Target};
use crate::{Date, Decimal, End, Error, Interval};

/// What a day knows of a commitment.
#[derive(Debug)]
pub(crate) struct Known<'a> {
    /// The target in force, as far as it was public.
    pub(crate) target: Option<&'a Target>,
    /// There is a target, but it was not public yet.
    pub(crate) target_to_come: bool,
    /// What was promised at first.
    pub(crate) original: Original<'a>,
    /// The promise was taken back.
    pub(crate) withdrawn: bool,
    /// What was reached, by date.
    pub(crate) states: Vec<State>,
    /// The latest stock: its place in the commitment's reports.
    pub(crate) stock: Option<usize>,
    /// Whether anything but stocks was ever published.
    pub(crate) spoken_of: bool,
}

/// What was promised at first, seen from a day.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Original<'a> {
    /// What still holds.
    InForce,
    /// Another target, changed since.
    Was(&'a Target),
    /// It was changed since, and nobody says what it was.
    Unknown,
}

/// How far a commitment was at a date: one report, or the sum of the periods up to it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct State {
    /// The report's place in the commitment's `reports`.
    pub(crate) index: usize,
    pub(crate) date: Date,
    /// The total or level; `None` if only a stage was reported.
    pub(crate) reached: Option<Interval<Decimal>>,
    pub(crate) stage: Option<Stage>,
    pub(crate) accepted: Option<bool>,
}

/// The first day that can know a report: figures about a day to come are not known before it.
pub(super) fn public_from(report: &Report) -> Date {
    report.published_on.max(report.date)
}

/// The day from which a change holds: it has taken effect, and is public.
fn effective(change: &Change) -> Date {
    change.published_on.max(change.date)
}

impl<'a> Known<'a> {
    pub(crate) fn on(day: Date, commitment: &'a Commitment, start: Date) -> Result<Known<'a>, Error> {
        let withdrawn =
            commitment.changes.iter().any(|change| change.kind == ChangeKind::Withdrawn && effective(change) <= day);
        let in_force = target_in_force(commitment, Some(day));
        let changed = commitment
            .changes
            .iter()
            .any(|change| matches!(change.kind, ChangeKind::Target { .. }) && effective(change) <= day);
        let target = in_force.filter(|target| target.published_on <= day);
        let reports = standing(day, &commitment.reports, commitment.counting);
        let stocks = reports.iter().filter(|(_, report)| report.stock);
        Ok(Known {
            target,
            target_to_come: in_force.is_some() && target.is_none(),
            original: match target_in_force(commitment, None) {
                _ if !changed => Original::InForce,
                Some(target) => Original::Was(target),
                None => Original::Unknown,
            },
            withdrawn,
            stock: stocks
                .max_by_key(|(index, report)| (report.date, report.published_on, *index))
                .map(|(index, _)| *index),
            spoken_of: commitment.reports.iter().any(|report| !report.stock && public_from(report) <= day),
            states: states(&reports, commitment.counting, start, in_force.is_some_and(|target| target.unit.counted))?,
        })
    }
}

/// The target that held on a day (`None`: at first): every change that came later is undone. An earlier change that
/// became public later than its successor is not: the successor's target was public already.
fn target_in_force(commitment: &Commitment, day: Option<Date>) -> Option<&Target> {
    let known = |change: &Change| day.is_some_and(|day| effective(change) <= day);
    let targets = || {
        commitment.changes.iter().filter_map(|change| match &change.kind {
            ChangeKind::Target { old } => Some((change, old.as_deref())),
            ChangeKind::Withdrawn => None,
        })
    };
    let latest = targets().filter(|(change, _)| known(change)).map(|(change, _)| change.date).max();
    let undone = targets()
        .filter(|(change, _)| !known(change) && latest.is_none_or(|latest| change.date > latest))
        .map(|(change, old)| (change.date, old));
    match undone.min_by_key(|(date, _)| *date) {
        Some((_, old)) => old,
        None => commitment.target.as_ref(),
    }
}

/// The reports that a day knows and that nothing it knows has corrected, with their places.
///
/// Of two reports of one date and kind the later published counts, and a report that `replaces` a date stands for
/// that one. Of equally late ones, which the reader refuses, the last in the document counts.
fn standing(day: Date, reports: &[Report], counting: Counting) -> Vec<(usize, &Report)> {
    let public = || reports.iter().enumerate().filter(|(_, report)| public_from(report) <= day);
    let corrects = |(i, a): (usize, &Report), (j, b): (usize, &Report)| {
        let (ours, theirs) = (a.replaces == Some(b.date), b.replaces == Some(a.date));
        let same = a.date == b.date && (counting != Counting::PerPeriod || a.from == b.from);
        a.stock == b.stock && (same || ours) && (a.published_on, ours, i) > (b.published_on, theirs, j)
    };
    public().filter(|&report| !public().any(|other| corrects(other, report))).collect()
}

fn states(reports: &[(usize, &Report)], counting: Counting, start: Date, counted: bool) -> Result<Vec<State>, Error> {
    let key = |index: usize| reports.get(index).map(|(_, report)| (report.date, report.from));
    let mut sum = PeriodSum::from(start);
    let mut states = Vec::new();
    for place in sorted(reports.len(), &|a, b| key(a).cmp(&key(b))) {
        let Some(&(index, report)) = reports.get(place) else { continue };
        if report.stock || report.figure.is_none() && report.stage.is_none() {
            continue;
        }
        let figure = report.figure.as_ref().map(|figure| figure.interval);
        let reached = match (figure, counting) {
            // A sum is nobody's print: its parts are whole where the unit is.
            (Some(figure), Counting::PerPeriod) if counted => Some(sum.add(report, whole_units(&figure)?)?),
            (Some(figure), Counting::PerPeriod) => Some(sum.add(report, figure)?),
            (figure, _) => figure,
        };
        states.push(State { index, date: report.date, reached, stage: report.stage, accepted: report.accepted });
    }
    Ok(states)
}

/// The sum of what each period brought.
struct PeriodSum {
    total: Interval<Decimal>,
    start: Date,
    /// The first day after those that reports have covered.
    covered_to: Option<Date>,
    whole: bool,
}

impl PeriodSum {
    fn from(start: Date) -> PeriodSum {
        PeriodSum { total: Interval::exact(Decimal::ZERO), start, covered_to: None, whole: true }
    }

    /// Adds the days of one report. Days that nobody reported, or that two did, make the sum a lower bound: it is
    /// open upward.
    fn add(&mut self, report: &Report, figure: Interval<Decimal>) -> Result<Interval<Decimal>, Error> {
        let next = self.covered_to.unwrap_or(self.start);
        let from = report.from.unwrap_or(next);
        let gap = from > next;
        // The reader refuses an overlap; what the later report brought anew is not known.
        let overlap = self.covered_to.is_some_and(|covered| from < covered);
        self.whole &= !gap && !overlap;
        if !overlap {
            // "At most 5" is 0 to 5: a period brings nothing or more.
            let nothing = Some(End { value: Decimal::ZERO, open: false });
            let figure = Interval::new(figure.low().or(nothing), figure.high()).unwrap_or(figure);
            self.total = added(self.total, figure)?;
        }
        self.covered_to = Some(next.max(report.date.next()));
        Ok(if self.whole { self.total } else { open_upward(self.total) })
    }
}

fn open_upward(figure: Interval<Decimal>) -> Interval<Decimal> {
    Interval::new(figure.low(), None).unwrap_or(figure)
}
