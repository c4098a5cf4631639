//! Targets: which promise the fields make, and whether it can be kept at all.

use super::document::Context;
use super::fault::{Faults, Kind, fault};
use super::object::Object;
use crate::printed::PrintedAmount;
use crate::programme::{Baseline, Goal, Printed, Span, Target, Unit};
use crate::{Date, units};

/// How far an amount "about" a figure may be off: 10 % unless the document says otherwise.
pub(super) const ABOUT: i64 = 10;

/// A target, unless its fields make no promise.
pub(super) fn target(
    object: Object<'_, '_>,
    context: &Context<'_>,
    source_date: Option<Date>,
    faults: &mut Faults,
) -> Option<Target> {
    let baseline = object
        .object("baseline")
        .and_then(|node| node.number("value").map(|value| Baseline { value, date: node.date("date") }));
    let goal = goal(object, faults);
    if let Some(goal) = goal {
        reachable(object, &goal, baseline, faults);
    }
    let text = object.string("unit").unwrap_or_default();
    // Full coverage without a whole is reported in per cent, whatever its unit counts.
    let percent = goal == Some(Goal::All { whole: None });
    let counted = !percent && object.flag("counted").unwrap_or_else(|| units::is_counted(&text));
    if counted {
        for name in ["value", "high"] {
            if let Some(value) = object.number(name).filter(|value| !value.is_integer()) {
                fault!(faults, Kind::FractionalCount, object.at(name), &value.to_string(), &text);
            }
        }
    }
    printed_agrees(object, faults);
    let published_on = object.date("published_on").or(source_date).or(context.adopted).or_else(|| {
        let start = context.start()?;
        fault!(faults, Kind::AssumedPublication, object.at, &start.to_string(), "");
        Some(start)
    });
    let (goal, published_on) = (goal?, published_on?);
    Some(Target {
        goal,
        unit: Unit { text, counted },
        per: object.string("per"),
        baseline,
        printed: object.string("as_printed").map(Printed),
        inferred_from: object.string("inferred_from"),
        published_on,
    })
}

fn goal(object: Object<'_, '_>, faults: &mut Faults) -> Option<Goal> {
    let bound = object.str("bound").unwrap_or("at_least");
    let value = object.number("value");
    let high = object.number("high");
    let missing = |name: &str, faults: &mut Faults| {
        if object.get(name).is_none() {
            fault!(faults, Kind::MissingValue, object.at, name, "");
        }
    };
    if bound != "range" && bound != "done" && high.is_some() {
        fault!(faults, Kind::UnusedHigh, object.at("high"), "", "");
    }
    if bound != "about" && object.get("tolerance").is_some() {
        fault!(faults, Kind::UnusedTolerance, object.at("tolerance"), "", "");
    }
    match bound {
        "done" => {
            for name in ["value", "high", "baseline"] {
                if object.get(name).is_some() {
                    fault!(faults, Kind::UnexpectedValue, object.at(name), name, "");
                }
            }
            return Some(Goal::Done);
        }
        "all" => return Some(Goal::All { whole: value }),
        _ => missing("value", faults),
    }
    if bound == "range" {
        missing("high", faults);
        let (low, high) = (value?, high?);
        let span = Span::new(low, high);
        if span.is_err() {
            fault!(faults, Kind::WrongWayRange, object.at("high"), &low.to_string(), &high.to_string());
        }
        return span.ok().map(Goal::Range);
    }
    let value = value?;
    Some(match bound {
        "more_than" => Goal::MoreThan(value),
        "at_most" => Goal::AtMost(value),
        "less_than" => Goal::LessThan(value),
        "about" => Goal::About { value, tolerance: object.percentage("tolerance", ABOUT)? },
        _ => Goal::AtLeast(value),
    })
}

/// Tells of a target that nothing can be a share of, and of one that lies on the wrong side of its baseline.
fn reachable(object: Object<'_, '_>, goal: &Goal, baseline: Option<Baseline>, faults: &mut Faults) {
    let Some(value) = goal.value() else { return };
    let at = object.at("value");
    if let Some(baseline) = baseline.filter(|_| !matches!(goal, Goal::All { .. })) {
        let forward = if goal.is_ceiling() { value < baseline.value } else { value > baseline.value };
        if !forward {
            let at = object.object("baseline").map_or(at, |node| node.at("value"));
            fault!(faults, Kind::WrongWayBaseline, at, &value.to_string(), &baseline.value.to_string());
        }
        // "About" is so many per cent of the figure itself, which needs a figure above zero.
        if !matches!(goal, Goal::About { .. }) {
            return;
        }
    }
    if value.is_zero() && !goal.is_ceiling() {
        fault!(faults, Kind::ZeroTarget, at, "", "");
    } else if value.is_negative() && !goal.is_ceiling() {
        fault!(faults, Kind::NegativeTarget, at, &value.to_string(), "");
    }
}

/// A target counts as its fields say; the printed words beside it should say the same.
fn printed_agrees(object: Object<'_, '_>, faults: &mut Faults) {
    let (Some(printed), Some(value)) = (object.str("as_printed"), object.number("value")) else { return };
    match printed.parse::<PrintedAmount>() {
        Ok(amount) if amount.value == value => (),
        Ok(_) => fault!(faults, Kind::PrintedDisagrees, object.at("as_printed"), printed, &value.to_string()),
        // "应装尽装" is no figure and needs none; "180至220" is two.
        Err(_) if matches!(object.str("bound"), Some("all" | "range")) => (),
        Err(_) => fault!(faults, Kind::UnreadablePrint, object.at("as_printed"), printed, ""),
    }
}
