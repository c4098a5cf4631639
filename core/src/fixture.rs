//! Programmes for the tests of this crate, in few words.

use crate::programme::{
    Affiliation, Baseline, Basis, Bound, Change, ChangeKind, Commitment, Counting, Figure, Goal, Percentage, PlanPoint,
    Programme, Project, Report, ScheduleRule, Stage, Target, Unit, Weight,
};
use crate::{Date, Decimal, End, Interval, Period};

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub(crate) fn percent(text: &str) -> Percentage {
    Percentage::new(number(text)).unwrap()
}

/// A figure in the words of the tests: `21`, `>1800`, `>=3`, `<5`, `<=5`, `~400` (± 10 %), `3..5`.
pub(crate) fn figure(text: &str) -> Figure {
    let end = |value: Decimal, open| Some(End { value, open });
    let one_sided = |rest: &str, bound, low: bool, open| {
        let value = number(rest);
        let interval = if low { Interval::new(end(value, open), None) } else { Interval::new(None, end(value, open)) };
        (interval.unwrap(), Some(value), bound)
    };
    let (interval, value, bound) = if let Some(rest) = text.strip_prefix(">=") {
        one_sided(rest, Bound::AtLeast, true, false)
    } else if let Some(rest) = text.strip_prefix('>') {
        one_sided(rest, Bound::MoreThan, true, true)
    } else if let Some(rest) = text.strip_prefix("<=") {
        one_sided(rest, Bound::AtMost, false, false)
    } else if let Some(rest) = text.strip_prefix('<') {
        one_sided(rest, Bound::LessThan, false, true)
    } else if let Some(rest) = text.strip_prefix('~') {
        let value = number(rest);
        let part = value.checked_mul(number("0.1")).unwrap();
        let (low, high) = (value.checked_sub(part).unwrap(), value.checked_add(part).unwrap());
        (Interval::between(low, high), Some(value), Bound::About)
    } else if let Some((low, high)) = text.split_once("..") {
        (Interval::between(number(low), number(high)), None, Bound::Exact)
    } else {
        (Interval::exact(number(text)), Some(number(text)), Bound::Exact)
    };
    Figure { interval, value, bound, printed: None }
}

/// A target in the words of the tests: `>=39`, `>100`, `<=5`, `<5`, `~2`, `3..5`, `all`, `all 40`, `done`; whole units
/// where `whole` follows, a baseline as `from 40`.
pub(crate) fn target(text: &str) -> Target {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap();
    let (mut counted, mut baseline, mut whole) = (false, None, None);
    while let Some(word) = words.next() {
        match word {
            "whole" => counted = true,
            "from" => baseline = Some(Baseline { value: number(words.next().unwrap()), date: None }),
            value => whole = Some(number(value)),
        }
    }
    let named = || figure(first).value.unwrap();
    let goal = match first {
        "all" => Goal::All { whole },
        "done" => Goal::Done,
        _ if first.contains("..") => {
            let interval = figure(first).interval;
            let value = |end: Option<End<Decimal>>| end.unwrap().value;
            Goal::Range(crate::programme::Span::new(value(interval.low()), value(interval.high())).unwrap())
        }
        _ => match figure(first).bound {
            Bound::MoreThan => Goal::MoreThan(named()),
            Bound::AtMost => Goal::AtMost(named()),
            Bound::LessThan => Goal::LessThan(named()),
            Bound::About => Goal::About { value: named(), tolerance: percent("10") },
            _ => Goal::AtLeast(named()),
        },
    };
    let unit = Unit { text: if counted { "部" } else { "公里" }.to_owned(), counted };
    let published_on = day("2025-01-06");
    Target { goal, unit, per: None, baseline, printed: None, inferred_from: None, published_on }
}

/// A report: `2025-06-30 21`, with `@2025-07-10` for the day of its publication (else the same day), `done`, `under_way`,
/// `not_started`, `accepted`, `declined`, `stock`, `from=2025-04-01`, `replaces=2025-06-30` in any order.
pub(crate) fn report(text: &str) -> Report {
    let mut words = text.split_whitespace();
    let date = day(words.next().unwrap());
    let mut report = Report {
        date,
        from: None,
        published_on: date,
        figure: None,
        published_rate: None,
        stage: None,
        accepted: None,
        stock: false,
        replaces: None,
        match_inferred: None,
        source: None,
        note: None,
    };
    for word in words {
        match word {
            "done" => report.stage = Some(Stage::Done),
            "under_way" => report.stage = Some(Stage::UnderWay),
            "not_started" => report.stage = Some(Stage::NotStarted),
            "accepted" => report.accepted = Some(true),
            "declined" => report.accepted = Some(false),
            "stock" => report.stock = true,
            _ => {
                if let Some(date) = word.strip_prefix('@') {
                    report.published_on = day(date);
                } else if let Some(date) = word.strip_prefix("from=") {
                    report.from = Some(day(date));
                } else if let Some(date) = word.strip_prefix("replaces=") {
                    report.replaces = Some(day(date));
                } else if word != "-" {
                    report.figure = Some(figure(word));
                }
            }
        }
    }
    report
}

/// A commitment due at the end of 2025; reports are parted by `;`.
pub(crate) fn commitment(promise: &str, reports: &str) -> Commitment {
    let parts = reports.split(';').map(str::trim).filter(|part| !part.is_empty());
    Commitment {
        id: "lifts".to_owned(),
        title: "既有住宅加装电梯".to_owned(),
        text: None,
        source: None,
        target: (!promise.is_empty()).then(|| target(promise)),
        due: day("2025-12-31"),
        weight: Weight::ONE,
        continues: Vec::new(),
        measurable: true,
        counting: Counting::Cumulative,
        plan: Vec::new(),
        reports: parts.map(report).collect(),
        changes: Vec::new(),
        affiliation: Affiliation::default(),
    }
}

pub(crate) fn plan(points: &[(&str, &str)]) -> Vec<PlanPoint> {
    points.iter().map(|&(date, value)| PlanPoint { date: day(date), value: number(value) }).collect()
}

/// A change of the promise; `old` as in [`target`], empty where nobody says.
pub(crate) fn change(date: &str, published_on: &str, old: Option<&str>) -> Change {
    let kind = match old {
        None => ChangeKind::Withdrawn,
        Some("") => ChangeKind::Target { old: None },
        Some(old) => ChangeKind::Target { old: Some(Box::new(target(old))) },
    };
    Change { date: day(date), published_on: day(published_on), kind, reason: None }
}

/// A programme of the year 2025 with these promises in one project.
pub(crate) fn programme(commitments: Vec<Commitment>) -> Programme {
    Programme {
        lang: "zh-CN".to_owned(),
        id: "example-2025".to_owned(),
        title: "2025年十项民生实事项目".to_owned(),
        place: None,
        level: None,
        affiliation: Affiliation::default(),
        period: Period::new(day("2025-01-01"), day("2025-12-31")).unwrap(),
        adopted: None,
        complete: true,
        sample: false,
        schedule: ScheduleRule { basis: Basis::Days, tolerance: percent("5") },
        sources: Vec::new(),
        projects: vec![Project {
            id: "housing".to_owned(),
            title: "“常有安居”工程".to_owned(),
            affiliation: Affiliation::default(),
            commitments,
        }],
    }
}
