//! The reports of a commitment beside each other: which of two counts, what days are covered twice or not at all.

use super::document::Context;
use super::fault::{Faults, Kind, fault};
use super::object::Object;
use crate::Date;
use crate::order::sorted;
use crate::programme::{Counting, Report};

/// Checks the reports of one commitment, each with the place where it stands.
pub(super) fn check(
    reports: &[Report],
    places: &[Object<'_, '_>],
    counting: Counting,
    context: &Context<'_>,
    faults: &mut Faults,
) {
    corrections(reports, places, faults);
    let per_period = counting == Counting::PerPeriod;
    let first = |report: &Report| if per_period { report.from } else { None };
    // What makes two reports of one kind and date; of these the one published later counts.
    let key = |report: &Report| (report.stock, first(report), report.date);
    let order = sorted(reports.len(), &|a, b| {
        let published = |index: usize| reports[index].published_on;
        key(&reports[a]).cmp(&key(&reports[b])).then(published(a).cmp(&published(b)))
    });
    for pair in order.windows(2) {
        let (earlier, later) = (&reports[pair[0]], &reports[pair[1]]);
        let corrects = |report: &Report| report.replaces == Some(report.date);
        let corrected = corrects(earlier) != corrects(later);
        if key(earlier) != key(later) || earlier.published_on != later.published_on || corrected {
            continue;
        }
        let kind = if same(earlier, later) { Kind::DuplicateReport } else { Kind::ConflictingReports };
        fault!(faults, kind, places[pair[1]].at, &later.date.to_string(), "");
    }
    if per_period {
        coverage(reports, places, &order, context, faults);
    }
}

/// Whether two reports say the same, whoever says it.
fn same(a: &Report, b: &Report) -> bool {
    (&a.figure, a.stage, a.accepted) == (&b.figure, b.stage, b.accepted)
}

/// A correction must name a report that is there, and not itself.
fn corrections(reports: &[Report], places: &[Object<'_, '_>], faults: &mut Faults) {
    if reports.iter().all(|report| report.replaces.is_none()) {
        return;
    }
    let order = sorted(reports.len(), &|a, b| reports[a].date.cmp(&reports[b].date));
    let count = |day: Date| {
        let below = |limit: Date| order.partition_point(|&index| reports[index].date < limit);
        order[below(day)..].iter().take(2).filter(|&&index| reports[index].date == day).count()
    };
    for (report, place) in reports.iter().zip(places) {
        let Some(day) = report.replaces else { continue };
        if count(day) < 1 + usize::from(day == report.date) {
            fault!(faults, Kind::UnknownReport, place.at("replaces"), &day.to_string(), "");
        }
    }
}

/// The days that the reports of a per-period count cover, in the order of their first days.
fn coverage(
    reports: &[Report],
    places: &[Object<'_, '_>],
    order: &[usize],
    context: &Context<'_>,
    faults: &mut Faults,
) {
    // The last day covered so far, and by which report.
    let mut covered: Option<(Date, Option<&Report>)> = context.start().map(|start| (start.previous(), None));
    for &index in order {
        let report = &reports[index];
        // What tells no figure covers no days.
        let counts = !report.stock && report.figure.is_some();
        let Some(from) = report.from.filter(|&from| counts && from <= report.date) else { continue };
        if let Some((last, by)) = covered {
            // The same days again are a correction; so is a report that says so.
            let again = by.is_some_and(|by| (by.from, by.date) == (report.from, report.date));
            let corrects = by.is_some_and(|by| report.replaces == Some(by.date) || by.replaces == Some(report.date));
            let (kind, place) =
                (if from <= last { Kind::OverlappingReports } else { Kind::GapBetweenReports }, places[index]);
            let overlaps = from <= last && by.is_some() && !again && !corrects;
            if overlaps || from > last.next() {
                fault!(faults, kind, place.at("from"), &last.to_string(), "");
            }
        }
        if covered.is_none_or(|(last, _)| report.date >= last) {
            covered = Some((report.date, Some(report)));
        }
    }
}
