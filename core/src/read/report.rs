//! Reports: the figure that their words allow, and what it can be compared with.

use super::document::Context;
use super::fault::{Faults, Kind, fault};
use super::object::Object;
use super::target::ABOUT;
use crate::printed::PrintedAmount;
use crate::programme::{Bound, Counting, Figure, Goal, Printed, Report, Stage, Target};
use crate::{Date, Decimal, End, Interval, Ratio};

/// A report; nothing if it has no date.
pub(super) fn report(
    object: Object<'_, '_>,
    context: &Context<'_>,
    target: Option<&Target>,
    counting: Counting,
    faults: &mut Faults,
) -> Option<Report> {
    let source_date = context.source_date(object, faults);
    let stage = object.str("stage").and_then(|word| Stage::ALL.iter().find(|(_, code)| *code == word));
    let figure = figure(object, target, faults);
    let says = ["value", "low", "high", "as_printed", "stage"].iter().any(|name| object.get(name).is_some());
    if !says {
        fault!(faults, Kind::MissingFigure, object.at, "", "");
    }
    let stock = object.flag("stock").unwrap_or(false);
    if let (Some(figure), Some(target), false) = (&figure, target, stock) {
        unit_fits(object, figure, target, faults);
    }
    let date = object.date("date")?;
    let from = object.date("from");
    if counting == Counting::PerPeriod && !stock && object.get("from").is_none() {
        fault!(faults, Kind::MissingFrom, object.at, "", "");
    }
    if from.is_some_and(|from| from > date) {
        fault!(faults, Kind::FromAfterDate, object.at("from"), &date.to_string(), "");
    }
    let first = from.filter(|_| counting == Counting::PerPeriod);
    if let Some(start) = context.start().filter(|&start| first.unwrap_or(date) < start) {
        let name = if first.is_some() { "from" } else { "date" };
        fault!(faults, Kind::ReportBeforePeriod, object.at(name), &start.to_string(), "");
    }
    Some(Report {
        date,
        from,
        published_on: published_on(object, date, source_date, faults),
        figure,
        published_rate: object.digits("published_rate").map(str::to_owned),
        stage: stage.map(|(stage, _)| *stage),
        accepted: object.flag("accepted"),
        stock,
        replaces: object.date("replaces"),
        match_inferred: object.string("match_inferred"),
        source: object.string("source"),
        note: object.string("note"),
    })
}

/// The day a report became public: as it says, else when its source appeared, else the day it is about.
fn published_on(object: Object<'_, '_>, date: Date, source_date: Option<Date>, faults: &mut Faults) -> Date {
    if let Some(day) = object.date("published_on") {
        if day < date {
            fault!(faults, Kind::PublishedBeforeDate, object.at("published_on"), &date.to_string(), "");
        }
        return day;
    }
    source_date.filter(|&day| day >= date).unwrap_or_else(|| {
        if object.get("published_on").is_none() {
            fault!(faults, Kind::AssumedPublication, object.at, &date.to_string(), "");
        }
        date
    })
}

/// The figure of a report: its ends if it gives them, else what its printed words allow, else its value by its bound.
fn figure(object: Object<'_, '_>, target: Option<&Target>, faults: &mut Faults) -> Option<Figure> {
    let value = object.number("value");
    let (low, high) = (object.number("low"), object.number("high"));
    let word = object.str("bound");
    let named = Bound::ALL.iter().find(|(_, code)| word == Some(code)).map(|(bound, _)| *bound);
    let words = object.str("as_printed");
    let printed = words.and_then(|words| words.parse::<PrintedAmount>().ok());
    if let (Some(words), None) = (words, &printed) {
        faults.leave();
        fault!(faults, Kind::UnreadablePrint, object.at("as_printed"), words, "");
        if value.or(low).or(high).is_none() && object.get("stage").is_none() {
            fault!(faults, Kind::MissingFigure, object.at, "", "");
        }
    }
    // Words that set no bound leave it to the document: "超过" may stand in another part of the sentence.
    let plain = printed.as_ref().is_none_or(|printed| printed.bound == Bound::Exact);
    let bound =
        printed.as_ref().filter(|_| !plain).map_or(named, |printed| Some(printed.bound)).unwrap_or(Bound::Exact);
    if bound != Bound::About && object.get("tolerance").is_some() {
        fault!(faults, Kind::UnusedTolerance, object.at("tolerance"), "", "");
    }
    let tolerance = object.percentage("tolerance", ABOUT)?;
    let end = |value: Option<Decimal>| value.map(|value| End { value, open: false });
    let figure = value.or_else(|| printed.as_ref().map(|printed| printed.value));
    let interval = if low.is_some() || high.is_some() {
        let interval = Interval::new(end(low), end(high));
        if let (None, Some(low), Some(high)) = (interval, low, high) {
            fault!(faults, Kind::WrongWayRange, object.at("high"), &low.to_string(), &high.to_string());
        }
        Ok(interval?)
    } else if let Some(printed) = printed.as_ref().filter(|_| !plain || bound == Bound::Exact) {
        printed.interval(tolerance)
    } else {
        PrintedAmount::of(figure?, bound).interval(tolerance)
    };
    let Ok(interval) = interval else {
        let name = if object.get("value").is_some() { "value" } else { "as_printed" };
        fault!(faults, Kind::OutOfRange, object.at(name), object.digits(name).unwrap_or(""), "");
        return None;
    };
    // "More than 1800" names 1800, which is its open end.
    let inside = |value: Decimal| {
        interval.contains(value) || interval.low().or(interval.high()).is_some_and(|end| end.value == value)
    };
    if let Some(value) = value.filter(|&value| !inside(value)) {
        let within = words.map_or_else(|| ends(&interval), str::to_owned);
        fault!(faults, Kind::ValueOutside, object.at("value"), &value.to_string(), &within);
    }
    Some(Figure {
        interval: share(object, interval, target, faults),
        value: figure,
        bound,
        printed: words.map(|words| Printed(words.to_owned())),
    })
}

fn ends(interval: &Interval<Decimal>) -> String {
    let print = |end: Option<End<Decimal>>| end.map_or_else(String::new, |end| end.value.to_string());
    print(interval.low()) + "–" + &print(interval.high())
}

/// A share of full coverage lies between nothing and everything: figures outside of that are told, and an interval
/// without an end gets that end ("95%以上" is 95 to 100).
fn share(
    object: Object<'_, '_>,
    interval: Interval<Decimal>,
    target: Option<&Target>,
    faults: &mut Faults,
) -> Interval<Decimal> {
    let Some(Target { goal: Goal::All { whole }, .. }) = target else { return interval };
    let stock = object.flag("stock").unwrap_or(false);
    let whole = whole.unwrap_or(Decimal::HUNDRED);
    let mut fine = true;
    for name in ["value", "low", "high"] {
        if let Some(value) = object.number(name).filter(|&value| !stock && (value.is_negative() || value > whole)) {
            fault!(faults, Kind::ShareOutOfRange, object.at(name), &value.to_string(), &whole.to_string());
            fine = false;
        }
    }
    let closed = |value| End { value, open: false };
    let low = interval.low().filter(|low| !low.value.is_negative()).unwrap_or(closed(Decimal::ZERO));
    let high = interval.high().filter(|high| high.value <= whole).unwrap_or(closed(whole));
    match Interval::new(Some(low), Some(high)) {
        _ if stock => interval,
        Some(share) => share,
        None => {
            if fine {
                fault!(faults, Kind::ShareOutOfRange, object.at("as_printed"), &ends(&interval), &whole.to_string());
            }
            interval
        }
    }
}

/// Whether the figure is of the kind that the target is measured in.
fn unit_fits(object: Object<'_, '_>, figure: &Figure, target: &Target, faults: &mut Faults) {
    if target.goal == Goal::Done {
        fault!(faults, Kind::UnusedFigure, object.at("value"), "", "");
    }
    if let Some(value) = figure.value.filter(|value| target.unit.counted && !value.is_integer()) {
        // A printed "1.94万" has decimals, the 19400 it stands for has none.
        fault!(faults, Kind::FractionalCount, object.at("value"), &value.to_string(), &target.unit.text);
    }
}

/// Tells of figures whose rate would be beyond all limits, here where the figure stands and not in the evaluation.
pub(super) fn rates_fit(
    target: Option<&Target>,
    reports: &[Report],
    places: &[Object<'_, '_>],
    counting: Counting,
    faults: &mut Faults,
) {
    let mut sums = [Decimal::ZERO; 2];
    for (report, place) in reports.iter().zip(places).filter(|(report, _)| !report.stock) {
        let Some(figure) = &report.figure else { continue };
        let ends = [figure.interval.low(), figure.interval.high()];
        for (sum, end) in sums.iter_mut().zip(ends) {
            let Some(end) = end else { continue };
            let total = match counting {
                Counting::PerPeriod => sum.checked_add(end.value).ok(),
                _ => Some(end.value),
            };
            if let Some(total) = total.filter(|&total| target.is_none_or(|target| rate_fits(target, total))) {
                *sum = total;
            } else {
                let name = ["value", "high", "low", "as_printed"].into_iter().find(|name| place.get(name).is_some());
                fault!(faults, Kind::OutOfRange, place.at(name.unwrap_or("value")), &end.value.to_string(), "");
                break;
            }
        }
    }
}

fn rate_fits(target: &Target, reached: Decimal) -> bool {
    let Some(value) = target.goal.value() else { return true };
    let rate = match target.baseline {
        Some(baseline) => {
            let way = |to: Decimal| Ratio::from(to).checked_sub(&Ratio::from(baseline.value));
            way(reached).and_then(|done| done.checked_div(&way(value)?))
        }
        None if target.goal.is_ceiling() => return true,
        None => Ratio::of(reached, value),
    };
    // A target of zero is told where it stands.
    rate.is_ok_and(|_| true) || rate.is_err_and(|error| error.is_zero_target())
}
