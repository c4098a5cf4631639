//! Commitments: their days, their plan, their changes.

use super::document::{Context, affiliation};
use super::fault::{Faults, Kind, fault};
use super::object::Object;
use super::{history, report, target};
use crate::programme::{Affiliation, Change, ChangeKind, Commitment, Counting, Goal, PlanPoint, Target, Weight};

/// A commitment with what its fields say together.
pub(super) fn commitment(
    object: Object<'_, '_>,
    context: &Context<'_>,
    outer: &Affiliation,
    faults: &mut Faults,
) -> Option<Commitment> {
    let source_date = context.source_date(object, faults);
    let due = object.date("due").or_else(|| Some(context.period?.end()));
    if let (Some(due), Some(start)) = (due, context.start())
        && due < start
    {
        fault!(faults, Kind::DueBeforeStart, object.at("due"), &start.to_string(), "");
    }
    let target = object.object("target").and_then(|node| target::target(node, context, source_date, faults));
    let changes = changes(object, context, source_date, faults);
    let counting = counting(object, target.as_ref(), faults);
    let nodes = object.list("reports");
    let mut reports = Vec::new();
    // Where each of them stands: a report that cannot be read has no place among them.
    let mut places = Vec::new();
    for node in nodes.iter().map(Object::of) {
        if let Some(report) = report::report(node, context, target.as_ref(), counting, faults) {
            reports.push(report);
            places.push(node);
        }
    }
    history::check(&reports, &places, counting, context, faults);
    // The sum of the periods must fit even where no target is known.
    report::rates_fit(target.as_ref(), &reports, &places, counting, faults);
    for old in changes.iter().filter_map(old) {
        report::rates_fit(Some(old), &reports, &places, counting, faults);
    }
    let plan = plan(object, context, due, faults);
    let due = due?;
    Some(Commitment {
        id: object.text("id"),
        title: object.text("title"),
        text: object.string("text"),
        source: object.string("source"),
        plan,
        due,
        weight: object.number("weight").and_then(|weight| Weight::new(weight).ok()).unwrap_or(Weight::ONE),
        continues: object.strings("continues"),
        measurable: object.flag("measurable").unwrap_or(true),
        counting,
        target,
        reports,
        changes,
        affiliation: affiliation(object, outer),
    })
}

/// What the reports count. Full coverage, and a ceiling with a baseline, are states whatever the document says.
fn counting(object: Object<'_, '_>, target: Option<&Target>, faults: &mut Faults) -> Counting {
    let word = object.str("counting");
    let level = target.is_some_and(|target| {
        matches!(target.goal, Goal::All { .. }) || target.goal.is_ceiling() && target.baseline.is_some()
    });
    match word {
        Some(word @ ("cumulative" | "per_period")) if level => {
            fault!(faults, Kind::IsALevel, object.at("counting"), word, "");
            Counting::Level
        }
        Some("per_period") => Counting::PerPeriod,
        Some("level") => Counting::Level,
        _ if level => Counting::Level,
        _ => Counting::Cumulative,
    }
}

fn plan(
    object: Object<'_, '_>,
    context: &Context<'_>,
    due: Option<crate::Date>,
    faults: &mut Faults,
) -> Vec<PlanPoint> {
    let mut points: Vec<PlanPoint> = Vec::new();
    if context.by_plan == Some(true) && object.list("plan").is_empty() && object.get("target").is_some() {
        fault!(faults, Kind::MissingPlan, object.at, "", "");
    }
    if context.by_plan == Some(false) && object.get("plan").is_some() {
        fault!(faults, Kind::UnusedPlan, object.at("plan"), "", "");
    }
    for node in object.list("plan").iter().map(Object::of) {
        let (Some(date), Some(value)) = (node.date("date"), node.number("value")) else { continue };
        if points.last().is_some_and(|last| last.date >= date) {
            fault!(faults, Kind::PlanOrder, node.at("date"), &date.to_string(), "");
        }
        if let (Some(start), Some(due)) = (context.start(), due)
            && !(start..=due).contains(&date)
        {
            let within = start.to_string() + "–" + &due.to_string();
            fault!(faults, Kind::PlanOutside, node.at("date"), &date.to_string(), &within);
        }
        points.push(PlanPoint { date, value });
    }
    points
}

fn changes(
    object: Object<'_, '_>,
    context: &Context<'_>,
    source_date: Option<crate::Date>,
    faults: &mut Faults,
) -> Vec<Change> {
    let mut changes = Vec::new();
    for node in object.list("changes").iter().map(Object::of) {
        let old = node.object("old").and_then(|old| target::target(old, context, source_date, faults));
        let kind = match node.str("kind") {
            Some("withdrawn") => {
                if node.get("old").is_some() {
                    fault!(faults, Kind::UnusedOld, node.at("old"), "", "");
                }
                ChangeKind::Withdrawn
            }
            _ => ChangeKind::Target { old: old.map(Box::new) },
        };
        let Some(date) = node.date("date") else { continue };
        let published_on = node.date("published_on").unwrap_or_else(|| {
            fault!(faults, Kind::AssumedPublication, node.at, &date.to_string(), "");
            date
        });
        changes.push(Change { date, published_on, kind, reason: node.string("reason") });
    }
    changes
}

fn old(change: &Change) -> Option<&Target> {
    match &change.kind {
        ChangeKind::Target { old } => old.as_deref(),
        ChangeKind::Withdrawn => None,
    }
}
