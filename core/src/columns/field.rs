//! What the columns are, field by field.

use std::borrow::Cow;

use super::column::{Cell, Kind};
use crate::evaluate::{Evaluation, Outcome, Status};
use crate::number::Rounding;
use crate::programme::{Bound, Commitment, Counting, Goal, Programme, Project, Report, Target};
use crate::{Date, Decimal, Error, Interval, Ratio};

/// One field of a row: the name of a column and what it holds.
///
/// ```
/// use pledgeboard::columns::{FIELDS, Kind};
/// let margin = FIELDS.iter().find(|field| field.name == "margin_low").unwrap();
/// assert_eq!(margin.kind, Kind::Number);
/// assert!(margin.about.contains("percentage points"));
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Field {
    /// The name of its column.
    pub name: &'static str,
    /// What its values are.
    pub kind: Kind,
    /// What it means, with its unit.
    pub about: &'static str,
    get: Get,
}

/// How a field is got out of a row.
#[derive(Clone, Copy, Debug)]
enum Get {
    Word(Word),
    /// One of a known list of words, which is the dictionary whether they occur or not.
    Listed(Word, fn() -> Vec<&'static str>),
    Integer(fn(&Row<'_>) -> Option<i32>),
    Day(fn(&Row<'_>) -> Option<Date>),
    Flag(fn(&Row<'_>) -> Option<bool>),
    Amount(Amounts, End),
    AmountText(Amounts, End),
    Percent(Shares, End),
    PercentText(Shares, End),
    Expected,
    ExpectedText,
}

type Word = for<'a> fn(&Row<'a>) -> Option<&'a str>;
type Amounts = fn(&Row<'_>) -> Option<Interval<Decimal>>;
type Shares = fn(&Row<'_>) -> Option<Interval<Ratio>>;

/// Which end of an interval; a single figure is both.
#[derive(Clone, Copy, Debug)]
enum End {
    Low,
    High,
}

/// A commitment with what stands around it.
pub(super) struct Row<'a> {
    programme: &'a Programme,
    as_of: Date,
    project: &'a Project,
    commitment: &'a Commitment,
    outcome: &'a Outcome,
    /// The report that the status rests on.
    report: Option<&'a Report>,
    decimals: u32,
}

impl<'a> Row<'a> {
    /// The rows of a programme.
    pub(super) fn all(
        programme: &'a Programme,
        evaluation: &'a Evaluation,
        decimals: u32,
    ) -> impl Iterator<Item = Row<'a>> {
        programme.projects.iter().zip(&evaluation.projects).flat_map(move |(project, outcomes)| {
            project.commitments.iter().zip(&outcomes.commitments).map(move |(commitment, outcome)| Row {
                programme,
                as_of: evaluation.as_of,
                project,
                commitment,
                outcome,
                report: outcome.report.and_then(|used| commitment.reports.get(used.index)),
                decimals,
            })
        })
    }

    /// The target in force and public on the day.
    fn target(&self) -> Option<&'a Target> {
        self.outcome.target.as_ref()
    }
}

impl Field {
    /// The words that its dictionary begins with.
    pub(super) fn words(&self) -> Vec<&'static str> {
        if let Get::Listed(_, words) = self.get { words() } else { Vec::new() }
    }

    pub(super) fn of<'a>(&self, row: &Row<'a>) -> Result<Cell<'a>, Error> {
        let text = |text: String| Cell::Word(Cow::Owned(text));
        let cell = match self.get {
            Get::Word(of) | Get::Listed(of, _) => of(row).map(|word| Cell::Word(Cow::Borrowed(word))),
            Get::Integer(of) => of(row).map(Cell::Integer),
            Get::Day(of) => of(row).map(Cell::Date),
            Get::Flag(of) => of(row).map(Cell::Boolean),
            Get::Amount(of, end) => end.of(of(row)).map(|amount| Cell::Number(amount.to_f64())),
            Get::AmountText(of, end) => end.of(of(row)).map(|amount| text(amount.to_string())),
            Get::Percent(of, end) => end.of(of(row)).map(|share| share.percent_f64()).transpose()?.map(Cell::Number),
            Get::PercentText(of, end) => {
                let shares = of(row);
                let rounding = shares.as_ref().map_or(Rounding::HalfUp, |shares| end.rounding(shares));
                end.of(shares).map(|share| share.percent(row.decimals, rounding)).transpose()?.map(text)
            }
            Get::Expected => row.outcome.expected.map(Ratio::to_f64).transpose()?.map(Cell::Number),
            Get::ExpectedText => row.outcome.printed_expected(row.decimals)?.map(text),
        };
        Ok(cell.unwrap_or(Cell::Missing))
    }
}

impl End {
    fn of<T: Ord + Copy>(self, interval: Option<Interval<T>>) -> Option<T> {
        let interval = interval?;
        let end = match self {
            End::Low => interval.low(),
            End::High => interval.high(),
        };
        end.map(|end| end.value)
    }

    fn rounding(self, shares: &Interval<Ratio>) -> Rounding {
        let (low, high) = Rounding::of_ends(shares);
        match self {
            End::Low => low,
            End::High => high,
        }
    }
}

const fn field(name: &'static str, about: &'static str, get: Get) -> Field {
    let kind = match get {
        Get::Word(_) | Get::Listed(..) => Kind::Category,
        Get::Integer(_) => Kind::Integer,
        Get::Day(_) => Kind::Date,
        Get::Flag(_) => Kind::Boolean,
        Get::Amount(..) | Get::Percent(..) | Get::Expected => Kind::Number,
        Get::AmountText(..) | Get::PercentText(..) | Get::ExpectedText => Kind::Decimal,
    };
    Field { name, kind, about, get }
}

fn goal(row: &Row<'_>) -> Option<Interval<Decimal>> {
    let goal = row.target()?.goal;
    match goal {
        Goal::Range(span) => Some(Interval::between(span.low(), span.high())),
        _ => goal.value().map(Interval::exact),
    }
}

fn baseline(row: &Row<'_>) -> Option<Interval<Decimal>> {
    row.target()?.baseline.map(|baseline| Interval::exact(baseline.value))
}

fn reached(row: &Row<'_>) -> Option<Interval<Decimal>> {
    row.outcome.reached
}

fn rate(row: &Row<'_>) -> Option<Interval<Ratio>> {
    row.outcome.rate
}

fn schedule(row: &Row<'_>) -> Option<Interval<Ratio>> {
    row.outcome.schedule.map(|point| Interval::exact(point.share))
}

fn margin(row: &Row<'_>) -> Option<Interval<Ratio>> {
    row.outcome.margin
}

fn status_words() -> Vec<&'static str> {
    Status::ALL.map(Status::code).to_vec()
}

fn bound_words() -> Vec<&'static str> {
    Bound::ALL.map(|(_, code)| code).to_vec()
}

fn whole(count: usize) -> Option<i32> {
    i32::try_from(count).ok()
}

/// The columns, in their order.
pub const FIELDS: &[Field] = &[
    field("programme", "The programme's id.", Get::Word(|row| Some(&row.programme.id))),
    field("programme_title", "Its title.", Get::Word(|row| Some(&row.programme.title))),
    field("place", "The name of its place.", Get::Word(|row| Some(&row.programme.place.as_ref()?.name))),
    field("place_code", "The place's official code.", Get::Word(|row| row.programme.place.as_ref()?.code.as_deref())),
    field("level", "The level of government, in the document's word.", Get::Word(|row| row.programme.level.as_deref())),
    field(
        "year",
        "The year in which the period starts.",
        Get::Integer(|row| Some(row.programme.period.start().year())),
    ),
    field("period_start", "The first day of the period.", Get::Day(|row| Some(row.programme.period.start()))),
    field("period_end", "Its last day.", Get::Day(|row| Some(row.programme.period.end()))),
    field("complete", "Whether all promises of the list are known.", Get::Flag(|row| Some(row.programme.complete))),
    field("sample", "Whether these are sample data.", Get::Flag(|row| Some(row.programme.sample))),
    field("as_of", "The day of the evaluation: nothing published later is in it.", Get::Day(|row| Some(row.as_of))),
    field("project", "The project's id.", Get::Word(|row| Some(&row.project.id))),
    field("project_title", "Its heading.", Get::Word(|row| Some(&row.project.title))),
    field("commitment", "The commitment's id, unique in its programme.", Get::Word(|row| Some(&row.commitment.id))),
    field("title", "What is promised, in a few words.", Get::Word(|row| Some(&row.commitment.title))),
    field(
        "body",
        "The body that answers for it; the first, where there are several.",
        Get::Word(|row| row.commitment.affiliation.bodies.first().map(String::as_str)),
    ),
    field("sector", "The policy field.", Get::Word(|row| row.commitment.affiliation.sector.as_deref())),
    field("due", "The last day for it.", Get::Day(|row| Some(row.commitment.due))),
    field(
        "weight",
        "Its weight in means.",
        Get::Amount(|row| Some(Interval::exact(row.commitment.weight.value())), End::Low),
    ),
    field(
        "counting",
        "What its reports count: cumulative, per_period, level.",
        Get::Listed(|row| Some(row.commitment.counting.code()), || Counting::ALL.map(Counting::code).to_vec()),
    ),
    field(
        "bound",
        "In which sense the target is meant; missing without one.",
        Get::Listed(|row| Some(row.target()?.goal.bound().code()), bound_words),
    ),
    field("unit", "The target's unit.", Get::Word(|row| Some(&row.target()?.unit.text))),
    field("counted", "Whether only whole units count.", Get::Flag(|row| Some(row.target()?.unit.counted))),
    field("target", "The amount promised, in the unit: the low end of a range.", Get::Amount(goal, End::Low)),
    field("target_text", "The same, exact.", Get::AmountText(goal, End::Low)),
    field("target_high", "The high end of a range, else as target.", Get::Amount(goal, End::High)),
    field("target_high_text", "The same, exact.", Get::AmountText(goal, End::High)),
    field("baseline", "Where it started from, in the unit.", Get::Amount(baseline, End::Low)),
    field("baseline_text", "The same, exact.", Get::AmountText(baseline, End::Low)),
    field(
        "target_inferred",
        "Whether another figure gave the target away.",
        Get::Flag(|row| Some(row.target()?.inferred_from.is_some())),
    ),
    field(
        "target_published_on",
        "The first day on which the target was public.",
        Get::Day(|row| Some(row.target()?.published_on)),
    ),
    field("status", "Exactly one of thirteen.", Get::Listed(|row| Some(row.outcome.status.code()), status_words)),
    field("reason", "What the status alone does not say.", Get::Word(|row| Some(row.outcome.reason?.code()))),
    field(
        "reached_low",
        "What was reached, in the unit: at least; missing if nothing bounds it.",
        Get::Amount(reached, End::Low),
    ),
    field("reached_low_text", "The same, exact.", Get::AmountText(reached, End::Low)),
    field("reached_low_open", "Whether that end itself is left out.", Get::Flag(|row| Some(reached(row)?.low()?.open))),
    field("reached_high", "What was reached: at most.", Get::Amount(reached, End::High)),
    field("reached_high_text", "The same, exact.", Get::AmountText(reached, End::High)),
    field(
        "reached_high_open",
        "Whether that end itself is left out.",
        Get::Flag(|row| Some(reached(row)?.high()?.open)),
    ),
    field("rate_low", "The completion rate in per cent: at least.", Get::Percent(rate, End::Low)),
    field(
        "rate_low_text",
        "The same as printed; the ends of a true interval are rounded outward.",
        Get::PercentText(rate, End::Low),
    ),
    field("rate_low_open", "Whether that end itself is left out.", Get::Flag(|row| Some(rate(row)?.low()?.open))),
    field("rate_high", "The completion rate in per cent: at most.", Get::Percent(rate, End::High)),
    field("rate_high_text", "The same as printed.", Get::PercentText(rate, End::High)),
    field("rate_high_open", "Whether that end itself is left out.", Get::Flag(|row| Some(rate(row)?.high()?.open))),
    field(
        "schedule",
        "The share of the time that had passed at the report's date, in per cent.",
        Get::Percent(schedule, End::Low),
    ),
    field("schedule_text", "The same as printed.", Get::PercentText(schedule, End::Low)),
    field(
        "margin_low",
        "Rate − schedule in percentage points: at least; below 0 is behind.",
        Get::Percent(margin, End::Low),
    ),
    field("margin_low_text", "The same as printed.", Get::PercentText(margin, End::Low)),
    field("margin_high", "Rate − schedule in percentage points: at most.", Get::Percent(margin, End::High)),
    field("margin_high_text", "The same as printed.", Get::PercentText(margin, End::High)),
    field("expected", "What the schedule expected at the report's date, in the unit.", Get::Expected),
    field("expected_text", "The same as printed; whole for a counted unit.", Get::ExpectedText),
    field(
        "met_low",
        "1 if it surely counts as met, else 0: the low end of a share.",
        Get::Integer(|row| Some(row.outcome.met.low()?.value.into())),
    ),
    field(
        "met_high",
        "0 if it surely does not count as met, else 1.",
        Get::Integer(|row| Some(row.outcome.met.high()?.value.into())),
    ),
    field(
        "counts",
        "Whether it enters shares and means: all but no_target and withdrawn.",
        Get::Flag(|row| Some(row.outcome.counts())),
    ),
    field("report_date", "The day that the report used is about.", Get::Day(|row| Some(row.report?.date))),
    field("report_published_on", "The day it was published.", Get::Day(|row| Some(row.report?.published_on))),
    field(
        "report_lag_days",
        "Days from the one to the other: how late the office reported.",
        Get::Integer(|row| row.report.map(|report| report.published_on.days_since(report.date))),
    ),
    field(
        "report_age_days",
        "Days from the report's date to as_of.",
        Get::Integer(|row| Some(row.outcome.report?.age_days)),
    ),
    field("report_source", "The id of its source.", Get::Word(|row| row.report?.source.as_deref())),
    field(
        "published_rate",
        "The completion rate that was printed beside it, as printed.",
        Get::Word(|row| row.report?.published_rate.as_deref()),
    ),
    field(
        "match_inferred",
        "Whether nothing but an inference says that the report answers this promise.",
        Get::Flag(|row| Some(row.report?.match_inferred.is_some())),
    ),
    field(
        "reports",
        "How many reports of it were public on the day.",
        Get::Integer(|row| {
            whole(row.commitment.reports.iter().filter(|report| report.published_on <= row.as_of).count())
        }),
    ),
];
