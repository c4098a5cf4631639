// Written from core/src/wire.rs: UPDATE_EXPECT=1 cargo test -p pledgeboard-tests --test types

/**
 * A programme as it stood on a day, by what had been published by then.
 */
export type Evaluation = { 
/**
 * The day, `YYYY-MM-DD`; nothing published later is in it.
 */
as_of: string, 
/**
 * The statistics over all commitments.
 */
programme: Rollup, 
/**
 * The projects in the document's order.
 */
projects: Array<ProjectOutcome>, };

/**
 * One heading of the list.
 */
export type ProjectOutcome = { 
/**
 * The project's id in the document.
 */
id: string, 
/**
 * The statistics over its commitments.
 */
rollup: Rollup, 
/**
 * Its commitments in the document's order.
 */
commitments: Array<Outcome>, };

/**
 * One promise, or one outcome whose promise is not known.
 */
export type Outcome = { 
/**
 * The commitment's id in the document.
 */
id: string, 
/**
 * Exactly one of thirteen.
 */
status: Status, 
/**
 * What the status alone does not say.
 */
reason: Reason | null, 
/**
 * For `undecided`: the statuses that the uncertain figure allows, in the order of the counts; else empty.
 */
possible: Array<Status>, 
/**
 * What was reached, in the target's unit: the report's figure, or the sum of the periods.
 */
reached: Interval | null, 
/**
 * The completion rate in per cent, below 10^17; may be negative with a baseline. Null for kinds without a rate.
 */
rate: Interval | null, 
/**
 * The share of the time that had passed at the report's date.
 */
schedule: SchedulePoint | null, 
/**
 * Rate − schedule in percentage points: below 0 is behind.
 */
margin: Interval | null, 
/**
 * What the schedule expected at the report's date, in the target's unit; whole for a counted unit.
 */
expected: string | null, 
/**
 * Whether it counts as met: 0 (no) to 1 (yes), `0` to `1` while nobody can know.
 */
met: Interval, 
/**
 * The report the status rests on.
 */
report: ReportUsed | null, 
/**
 * A stock or running total over years, shown beside and in no rate.
 */
stock: ReportUsed | null, 
/**
 * How fast it goes; null without two published figures of different days, once met or past due.
 */
pace: Pace | null, 
/**
 * Why there is no pace.
 */
no_pace: NoPace | null, 
/**
 * The completion rates that were published beside its reports, each checked against the figures.
 */
published_rates: Array<PublishedRate>, 
/**
 * Whether the target was never published itself, but inferred from another figure.
 */
target_inferred: boolean, 
/**
 * Whether nothing but an inference says that this report answers this promise.
 */
match_inferred: boolean, 
/**
 * Inputs, rule and result in a few sentences, in the language asked for.
 */
explanation: string, 
/**
 * The same apart: what it rests on, by which rule, and where that rule comes from.
 */
grounds: Grounds, };

/**
 * The share of the time that had passed.
 */
export type SchedulePoint = { 
/**
 * Per cent, 0 at the start to 100 at the due day.
 */
share: string, 
/**
 * By which method; `days` also where a plan without points fell back to it.
 */
basis: Basis, 
/**
 * The day at which it was read: the date of the report used.
 */
at: string, };

/**
 * A report of the document that was used.
 */
export type ReportUsed = { 
/**
 * Its place in the commitment's `reports`, from 0.
 */
index: number, 
/**
 * The day its figure is about.
 */
date: string, 
/**
 * The day it was published.
 */
published_on: string, 
/**
 * Days from its date to `as_of`.
 */
age_days: number, 
/**
 * The id of its source.
 */
source: string | null, };

/**
 * Figures between two ends: null is no end. A single figure has two equal ends.
 */
export type Interval = { 
/**
 * The lower end.
 */
low: string | null, 
/**
 * The upper end.
 */
high: string | null, 
/**
 * Whether the lower end itself is left out: "more than 1 800".
 */
low_open: boolean, 
/**
 * Whether the upper end itself is left out.
 */
high_open: boolean, };

/**
 * Statistics over many commitments.
 */
export type Rollup = { 
/**
 * How many commitments, whatever their status.
 */
commitments: number, 
/**
 * How many have each status.
 */
counts: PerStatus<number>, 
/**
 * The same in per cent of all with one decimal, adding up to 100.0 (largest remainder); all 0.0 without commitments.
 */
shares: PerStatus<string>, 
/**
 * How many have a promise to be held against: all but `no_target` and `withdrawn`.
 */
with_target: number, 
/**
 * Met and exceeded in per cent of `with_target`, as worst-case bounds; null without any target.
 */
share_met: Interval | null, 
/**
 * The same with those made up after the due day counted in.
 */
share_met_or_late: Interval | null, 
/**
 * How many of the targets were inferred.
 */
inferred: number, 
/**
 * The share met without those; null if no target is inferred, or all are.
 */
share_met_not_inferred: Interval | null, 
/**
 * The mean of the rates in per cent, each capped to 0–100, by weight, as worst-case bounds.
 */
mean_capped_rate: Interval | null, 
/**
 * The mean of the exact rates as reported, in per cent, uncapped, by weight; no bounds.
 */
mean_reported_rate: string | null, 
/**
 * The share met against the original list, in per cent; null if nothing was changed or withdrawn.
 */
share_met_original: Interval | null, 
/**
 * The change of the mean capped rate; null without two dates that some of the commitments share, or past the period.
 */
pace: GroupPace | null, 
/**
 * Why there is no pace.
 */
no_pace: NoPace | null, 
/**
 * What the share met rests on, by which rule, and where that rule comes from.
 */
grounds: Grounds, };

/**
 * One value for each of the thirteen statuses.
 */
export type PerStatus<T> = { 
/**
 * More than was promised.
 */
exceeded: T, 
/**
 * As promised.
 */
met: T, 
/**
 * As promised, but after the due day.
 */
met_late: T, 
/**
 * Before due, further than the schedule and its tolerance.
 */
ahead: T, 
/**
 * Before due, within the tolerance of the schedule.
 */
on_schedule: T, 
/**
 * Before due, behind the schedule by more than the tolerance.
 */
behind: T, 
/**
 * Before due, and a published figure says that nothing has begun.
 */
not_started: T, 
/**
 * A report dated on or after the due day is below the target, or a ceiling is broken.
 */
missed: T, 
/**
 * The published figure allows several statuses.
 */
undecided: T, 
/**
 * No figure.
 */
unreported: T, 
/**
 * An outcome whose target is not known.
 */
no_target: T, 
/**
 * A promise that nobody can measure.
 */
not_measurable: T, 
/**
 * The promise was taken back.
 */
withdrawn: T, };

/**
 * What a result rests on.
 */
export type Grounds = { 
/**
 * The figures that went in, each with its name.
 */
inputs: Array<string>, 
/**
 * The rule that was applied, in one sentence.
 */
rule: string, 
/**
 * Where the rule comes from.
 */
source: string, };

/**
 * A completion rate that was published beside a report, checked.
 */
export type PublishedRate = { 
/**
 * The report's place in the commitment's `reports`, from 0.
 */
report: number, 
/**
 * As printed.
 */
published_rate: string, 
/**
 * What it comes to.
 */
check: Check, };

/**
 * What the figures of a claim come to.
 */
export type Check = { 
/**
 * The first of seven that applies.
 */
verdict: Verdict, 
/**
 * Reached ÷ target in per cent: everything that the two printed figures allow, with two places more than were published.
 */
rate: Interval | null, 
/**
 * Target × published rate: what can have been reached; at most four decimals, rounded outward.
 */
reached: Interval | null, 
/**
 * Reached ÷ published rate: what can have been promised; at most four decimals, rounded outward.
 */
target: Interval | null, 
/**
 * The whole targets that fit: one, several or none. Null without both other figures, for measured units, and if more than
 * a thousand fit.
 */
targets: Array<string> | null, 
/**
 * The whole reached figures that fit, likewise.
 */
reached_whole: Array<string> | null, 
/**
 * How the verdict came about, in one sentence, in the language asked for.
 */
explanation: string, 
/**
 * The same apart: the figures as printed, the rule, and where it comes from.
 */
grounds: Grounds, };

/**
 * What several claims of one publication come to.
 */
export type Checks = { 
/**
 * Each of them, in their order.
 */
checks: Array<Check>, 
/**
 * The total against its parts; null if none was given.
 */
total: Total | null, };

/**
 * A published total against the sum of its parts.
 */
export type Total = { 
/**
 * `exact`, `consistent`, `inconsistent`, or `uncheckable` if a part is missing.
 */
verdict: Verdict, 
/**
 * Total − sum of the parts, at face value; null if a part is missing.
 */
remainder: string | null, 
/**
 * How the verdict came about, in one sentence, in the language asked for.
 */
explanation: string, };

/**
 * What the figures of a claim come to. The first that applies, in this order.
 *
 * ```
 * use pledgeboard::claim::{Claim, Verdict};
 * let claim = |reached, target, rate| Claim::new().reached(reached)?.target(target)?.published_rate(rate)?.check();
 * assert_eq!(claim("1098", "1000", "109.8")?.verdict, Verdict::Exact);
 * assert_eq!(claim("1008", "1100", "91.63")?.verdict, Verdict::Truncated);
 * assert_eq!(claim("51", "39", "100")?.verdict, Verdict::Capped);
 * assert_eq!(claim("1.7万余", "1.4万", "122.30")?.verdict, Verdict::Consistent);
 * assert_eq!(claim("3", "15", "27")?.verdict, Verdict::Inconsistent);
 * # Ok::<(), pledgeboard::Error>(())
 * ```
 */
export type Verdict = "uncheckable" | "exact" | "truncated" | "capped" | "consistent" | "forced_total" | "inconsistent";

/**
 * How fast a commitment goes, in the target's unit per day.
 */
export type Pace = { 
/**
 * The day of the first figure.
 */
from: string, 
/**
 * The day of the last one.
 */
to: string, 
/**
 * How many dates with a figure there are, 2 or more.
 */
points: number, 
/**
 * (last − first) ÷ days between, per day, with at most six decimals.
 */
observed: Interval, 
/**
 * (target − last) ÷ days left to the due day, likewise.
 */
required: Interval, 
/**
 * Observed ÷ required: 1 is just fast enough. Null if the target may be reached already.
 */
ratio: Interval | null, 
/**
 * The completion rate in per cent on the due day at this pace.
 */
rate_at_due: Interval, 
/**
 * The same at the slowest and the fastest pace seen between two figures; null with only two.
 */
range_at_due: Interval | null, 
/**
 * The first day on which it would be met; null if it goes the wrong way.
 */
met_on: string | null, 
/**
 * The latest such day where the figures are uncertain.
 */
met_by: string | null, 
/**
 * All this in a few words, in the language asked for.
 */
explanation: string, };

/**
 * How fast a group goes: the change of its mean capped rate between the two days that most of its commitments share.
 */
export type GroupPace = { 
/**
 * The first of the two days.
 */
from: string, 
/**
 * The second.
 */
to: string, 
/**
 * How many commitments were reported on both.
 */
commitments: number, 
/**
 * Percentage points per day, with at most six decimals.
 */
per_day: Interval, 
/**
 * What it takes for all of them to be done at the end of the period, likewise.
 */
required: Interval, 
/**
 * `per_day` ÷ `required`; null if nothing may be required any more.
 */
ratio: Interval | null, 
/**
 * Their mean capped rate in per cent at the end of the period at this pace, at most 100.
 */
at_end: Interval, };

/**
 * Why there is no pace.
 *
 * ```
 * assert_eq!(pledgeboard::pace::NoPace::TooFewReports.code(), "too_few_reports");
 * ```
 */
export type NoPace = "too_few_reports" | "met" | "past_due" | "no_rate" | "out_of_range";

/**
 * Two programmes, promise by promise.
 */
export type Comparison = { 
/**
 * What goes on: first what the next programme says (`continues`), then what the titles suggest.
 */
pairs: Array<Pair>, 
/**
 * Ids of the next programme that go on with nothing; a suggested match does not change that.
 */
new: Array<string>, 
/**
 * Ids of the previous programme that nothing goes on with.
 */
dropped: Array<string>, 
/**
 * References of `continues` that name nothing in the previous programme.
 */
unresolved: Array<string>, 
/**
 * Counts over the explicit pairs.
 */
totals: Totals, };

/**
 * A promise and what it goes on with.
 */
export type Pair = { 
/**
 * The promise of the next programme.
 */
next: string, 
/**
 * The promises of the previous one; several are added up.
 */
previous: Array<string>, 
/**
 * Null for `continues`; else how much the titles agree, 0 to 100: a suggestion, in no total.
 */
score: number | null, 
/**
 * What was promised last.
 */
last_promise: string | null, 
/**
 * What came of it.
 */
last_outcome: Interval | null, 
/**
 * The unit of what came of it.
 */
last_unit: string, 
/**
 * What is promised now.
 */
new_promise: string | null, 
/**
 * Its unit.
 */
new_unit: string, 
/**
 * Whether the two units differ.
 */
units_differ: boolean, 
/**
 * New promise ÷ last outcome: 39 lifts after 51 are 0.76.
 */
ambition: Interval | null, 
/**
 * What the ambition says, or why there is none.
 */
change: Change, 
/**
 * The pair in one sentence, in the language asked for.
 */
explanation: string, };

/**
 * Counts of a comparison.
 */
export type Totals = { 
/**
 * Promises of the next programme that go on with earlier ones.
 */
continued: number, 
/**
 * Of these, how many promise more than came of the last.
 */
more: number, 
/**
 * As much.
 */
same: number, 
/**
 * Less.
 */
less: number, 
/**
 * Promises that go on with nothing.
 */
new: number, 
/**
 * Earlier promises that nothing goes on with.
 */
dropped: number, 
/**
 * Matches by title, which are in no other count.
 */
suggested: number, };

/**
 * One figure of a text.
 */
export type Quantity = { 
/**
 * Its words, from the number to the unit: `1.9万名`.
 */
text: string, 
/**
 * Where they begin in the text; in JavaScript `text.slice(start, end)` gives just them.
 */
start: number, 
/**
 * Where they end.
 */
end: number, 
/**
 * The least that the figure stands for, in base units (1.9万 is `19000`); null if nothing bounds it below, or if it is no
 * amount.
 */
low: string | null, 
/**
 * The most that it stands for.
 */
high: string | null, 
/**
 * In which sense it is meant; `all` is full coverage, without a figure.
 */
bound: Bound, 
/**
 * As written, without the multiplier; empty if there is none.
 */
unit: string, 
/**
 * What it is for.
 */
role: Role, 
/**
 * The word that set the bound (不少于, 以上, about); empty if none did.
 */
cue: string, 
/**
 * The rule that gave the role.
 */
rule: Rule, 
/**
 * Other roles that its words allow.
 */
alternatives: Array<Role>, };

/**
 * The sense of an amount, as the document names it.
 */
export type Bound = "exact" | "at_least" | "more_than" | "at_most" | "less_than" | "about" | "range" | "all" | "done";

/**
 * What a figure is for.
 */
export type Role = "target" | "actual" | "cumulative" | "rate" | "context";

/**
 * The rule of the grammar that gave a figure its role.
 */
export type Rule = "promised" | "aim" | "answered" | "reached" | "past" | "stock" | "running" | "label" | "paragraph" | "section" | "column" | "default" | "published_rate" | "gap" | "date" | "heading" | "name" | "ordinal" | "age" | "grade" | "base" | "listed" | "duration" | "baseline" | "place";

/**
 * What a new promise is against the last outcome.
 *
 * ```
 * assert_eq!(pledgeboard::compare::Change::UnitsDiffer.code(), "units_differ");
 * ```
 */
export type Change = "more" | "same" | "less" | "undecided" | "units_differ" | "no_outcome" | "zero_outcome" | "no_figure" | "not_addable" | "split";

/**
 * What can be said of a commitment on a day: exactly one of these.
 *
 * "Not published", "no target" and "not measurable" are never folded into failure or success.
 *
 * ```
 * use pledgeboard::Status;
 * assert_eq!(Status::MetLate.code(), "met_late");
 * ```
 */
export type Status = "exceeded" | "met" | "met_late" | "ahead" | "on_schedule" | "behind" | "not_started" | "missed" | "undecided" | "unreported" | "no_target" | "not_measurable" | "withdrawn";

/**
 * What a status alone does not say.
 *
 * ```
 * use pledgeboard::evaluate::Reason;
 * assert_eq!(Reason::WholeUnits.code(), "whole_units");
 * ```
 */
export type Reason = "not_due_yet" | "not_published" | "no_final_report" | "ceiling_broken" | "not_accepted" | "target_not_yet_public" | "whole_units";

/**
 * What the schedule counts.
 */
export type Basis = "days" | "months" | "plan";

/**
 * What the columns of `columns` mean, and of which kind they are.
 */
export interface Columns {
/** The programme's id. */
programme: "category",
/** Its title. */
programme_title: "category",
/** The name of its place. */
place: "category",
/** The place's official code. */
place_code: "category",
/** The level of government, in the document's word. */
level: "category",
/** The year in which the period starts. */
year: "integer",
/** The first day of the period. */
period_start: "date",
/** Its last day. */
period_end: "date",
/** Whether all promises of the list are known. */
complete: "boolean",
/** Whether these are sample data. */
sample: "boolean",
/** The day of the evaluation: nothing published later is in it. */
as_of: "date",
/** The project's id. */
project: "category",
/** Its heading. */
project_title: "category",
/** The commitment's id, unique in its programme. */
commitment: "category",
/** What is promised, in a few words. */
title: "category",
/** The body that answers for it; the first, where there are several. */
body: "category",
/** The policy field. */
sector: "category",
/** The last day for it. */
due: "date",
/** Its weight in means. */
weight: "number",
/** What its reports count: cumulative, per_period, level. */
counting: "category",
/** In which sense the target is meant; missing without one. */
bound: "category",
/** The target's unit. */
unit: "category",
/** Whether only whole units count. */
counted: "boolean",
/** The amount promised, in the unit: the low end of a range. */
target: "number",
/** The same, exact. */
target_text: "decimal",
/** The high end of a range, else as target. */
target_high: "number",
/** The same, exact. */
target_high_text: "decimal",
/** Where it started from, in the unit. */
baseline: "number",
/** The same, exact. */
baseline_text: "decimal",
/** Whether another figure gave the target away. */
target_inferred: "boolean",
/** The first day on which the target was public. */
target_published_on: "date",
/** Exactly one of thirteen. */
status: "category",
/** What the status alone does not say. */
reason: "category",
/** What was reached, in the unit: at least; missing if nothing bounds it. */
reached_low: "number",
/** The same, exact. */
reached_low_text: "decimal",
/** Whether that end itself is left out. */
reached_low_open: "boolean",
/** What was reached: at most. */
reached_high: "number",
/** The same, exact. */
reached_high_text: "decimal",
/** Whether that end itself is left out. */
reached_high_open: "boolean",
/** The completion rate in per cent: at least. */
rate_low: "number",
/** The same as printed; the ends of a true interval are rounded outward. */
rate_low_text: "decimal",
/** Whether that end itself is left out. */
rate_low_open: "boolean",
/** The completion rate in per cent: at most. */
rate_high: "number",
/** The same as printed. */
rate_high_text: "decimal",
/** Whether that end itself is left out. */
rate_high_open: "boolean",
/** The share of the time that had passed at the report's date, in per cent. */
schedule: "number",
/** The same as printed. */
schedule_text: "decimal",
/** Rate − schedule in percentage points: at least; below 0 is behind. */
margin_low: "number",
/** The same as printed. */
margin_low_text: "decimal",
/** Rate − schedule in percentage points: at most. */
margin_high: "number",
/** The same as printed. */
margin_high_text: "decimal",
/** What the schedule expected at the report's date, in the unit. */
expected: "number",
/** The same as printed; whole for a counted unit. */
expected_text: "decimal",
/** 1 if it surely counts as met, else 0: the low end of a share. */
met_low: "integer",
/** 0 if it surely does not count as met, else 1. */
met_high: "integer",
/** Whether it enters shares and means: all but no_target and withdrawn. */
counts: "boolean",
/** The day that the report used is about. */
report_date: "date",
/** The day it was published. */
report_published_on: "date",
/** Days from the one to the other: how late the office reported. */
report_lag_days: "integer",
/** Days from the report's date to as_of. */
report_age_days: "integer",
/** The id of its source. */
report_source: "category",
/** The completion rate that was printed beside it, as printed. */
published_rate: "category",
/** Whether nothing but an inference says that the report answers this promise. */
match_inferred: "boolean",
/** How many reports of it were public on the day. */
reports: "integer",
}
