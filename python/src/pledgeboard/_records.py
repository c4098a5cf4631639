"""What an evaluation, a claim, a comparison and a notice come to, record by record.

Written from wasm/js/evaluation.d.ts: UPDATE_EXPECT=1 pytest tests/python/test_records.py
"""

from __future__ import annotations

from typing import Literal, TypedDict

Verdict = Literal["uncheckable", "exact", "truncated", "capped", "consistent", "forced_total", "inconsistent"]
"""What the figures of a claim come to. The first that applies, in this order."""

NoPace = Literal["too_few_reports", "met", "past_due", "no_rate", "out_of_range"]
"""Why there is no pace."""

Bound = Literal["exact", "at_least", "more_than", "at_most", "less_than", "about", "range", "all", "done"]
"""The sense of an amount, as the document names it."""

Role = Literal["target", "actual", "cumulative", "rate", "context"]
"""What a figure is for."""

Rule = Literal["promised", "aim", "answered", "reached", "past", "stock", "running", "label", "paragraph", "section", "column", "default", "published_rate", "gap", "date", "heading", "name", "ordinal", "age", "grade", "base", "listed", "duration", "baseline", "place"]
"""The rule of the grammar that gave a figure its role."""

Change = Literal["more", "same", "less", "undecided", "units_differ", "no_outcome", "zero_outcome", "no_figure", "not_addable", "split"]
"""What a new promise is against the last outcome."""

Status = Literal["exceeded", "met", "met_late", "ahead", "on_schedule", "behind", "not_started", "missed", "undecided", "unreported", "no_target", "not_measurable", "withdrawn"]
"""What can be said of a commitment on a day: exactly one of these. "Not published", "no target" and "not measurable" are never folded into failure or success."""

Reason = Literal["not_due_yet", "not_published", "no_final_report", "ceiling_broken", "not_accepted", "target_not_yet_public", "whole_units"]
"""What a status alone does not say."""

Basis = Literal["days", "months", "plan"]
"""What the schedule counts."""


class Evaluation(TypedDict):
    """A programme as it stood on a day, by what had been published by then."""

    as_of: str
    """The day, ``YYYY-MM-DD``; nothing published later is in it."""
    programme: Rollup
    """The statistics over all commitments."""
    projects: list[ProjectOutcome]
    """The projects in the document's order."""


class ProjectOutcome(TypedDict):
    """One heading of the list."""

    id: str
    """The project's id in the document."""
    rollup: Rollup
    """The statistics over its commitments."""
    commitments: list[Outcome]
    """Its commitments in the document's order."""


class Outcome(TypedDict):
    """One promise, or one outcome whose promise is not known."""

    id: str
    """The commitment's id in the document."""
    status: Status
    """Exactly one of thirteen."""
    reason: Reason | None
    """What the status alone does not say."""
    possible: list[Status]
    """For ``undecided``: the statuses that the uncertain figure allows, in the order of the counts; else empty."""
    reached: Interval | None
    """What was reached, in the target's unit: the report's figure, or the sum of the periods."""
    rate: Interval | None
    """The completion rate in per cent, below 10^17; may be negative with a baseline. Null for kinds without a rate."""
    schedule: SchedulePoint | None
    """The share of the time that had passed at the report's date."""
    margin: Interval | None
    """Rate − schedule in percentage points: below 0 is behind."""
    expected: str | None
    """What the schedule expected at the report's date, in the target's unit; whole for a counted unit."""
    met: Interval
    """Whether it counts as met: 0 (no) to 1 (yes), ``0`` to ``1`` while nobody can know."""
    report: ReportUsed | None
    """The report the status rests on."""
    stock: ReportUsed | None
    """A stock or running total over years, shown beside and in no rate."""
    pace: Pace | None
    """How fast it goes; null without two published figures of different days, once met or past due."""
    no_pace: NoPace | None
    """Why there is no pace."""
    published_rates: list[PublishedRate]
    """The completion rates that were published beside its reports, each checked against the figures."""
    target_inferred: bool
    """Whether the target was never published itself, but inferred from another figure."""
    match_inferred: bool
    """Whether nothing but an inference says that this report answers this promise."""
    explanation: str
    """Inputs, rule and result in a few sentences, in the language asked for."""
    grounds: Grounds
    """The same apart: what it rests on, by which rule, and where that rule comes from."""


class SchedulePoint(TypedDict):
    """The share of the time that had passed."""

    share: str
    """Per cent, 0 at the start to 100 at the due day."""
    basis: Basis
    """By which method; ``days`` also where a plan without points fell back to it."""
    at: str
    """The day at which it was read: the date of the report used."""


class ReportUsed(TypedDict):
    """A report of the document that was used."""

    index: int
    """Its place in the commitment's ``reports``, from 0."""
    date: str
    """The day its figure is about."""
    published_on: str
    """The day it was published."""
    age_days: int
    """Days from its date to ``as_of``."""
    source: str | None
    """The id of its source."""


class Interval(TypedDict):
    """Figures between two ends: null is no end. A single figure has two equal ends."""

    low: str | None
    """The lower end."""
    high: str | None
    """The upper end."""
    low_open: bool
    """Whether the lower end itself is left out: "more than 1 800"."""
    high_open: bool
    """Whether the upper end itself is left out."""


class Rollup(TypedDict):
    """Statistics over many commitments."""

    commitments: int
    """How many commitments, whatever their status."""
    counts: PerStatusInt
    """How many have each status."""
    shares: PerStatusStr
    """The same in per cent of all with one decimal, adding up to 100.0 (largest remainder); all 0.0 without commitments."""
    with_target: int
    """How many have a promise to be held against: all but ``no_target`` and ``withdrawn``."""
    share_met: Interval | None
    """Met and exceeded in per cent of ``with_target``, as worst-case bounds; null without any target."""
    share_met_or_late: Interval | None
    """The same with those made up after the due day counted in."""
    inferred: int
    """How many of the targets were inferred."""
    share_met_not_inferred: Interval | None
    """The share met without those; null if no target is inferred, or all are."""
    mean_capped_rate: Interval | None
    """The mean of the rates in per cent, each capped to 0–100, by weight, as worst-case bounds."""
    mean_reported_rate: str | None
    """The mean of the exact rates as reported, in per cent, uncapped, by weight; no bounds."""
    share_met_original: Interval | None
    """The share met against the original list, in per cent; null if nothing was changed or withdrawn."""
    pace: GroupPace | None
    """The change of the mean capped rate; null without two dates that some of the commitments share, or past the period."""
    no_pace: NoPace | None
    """Why there is no pace."""
    grounds: Grounds
    """What the share met rests on, by which rule, and where that rule comes from."""


class PerStatusInt(TypedDict):
    """One value for each of the thirteen statuses."""

    exceeded: int
    """More than was promised."""
    met: int
    """As promised."""
    met_late: int
    """As promised, but after the due day."""
    ahead: int
    """Before due, further than the schedule and its tolerance."""
    on_schedule: int
    """Before due, within the tolerance of the schedule."""
    behind: int
    """Before due, behind the schedule by more than the tolerance."""
    not_started: int
    """Before due, and a published figure says that nothing has begun."""
    missed: int
    """A report dated on or after the due day is below the target, or a ceiling is broken."""
    undecided: int
    """The published figure allows several statuses."""
    unreported: int
    """No figure."""
    no_target: int
    """An outcome whose target is not known."""
    not_measurable: int
    """A promise that nobody can measure."""
    withdrawn: int
    """The promise was taken back."""


class PerStatusStr(TypedDict):
    """One value for each of the thirteen statuses."""

    exceeded: str
    """More than was promised."""
    met: str
    """As promised."""
    met_late: str
    """As promised, but after the due day."""
    ahead: str
    """Before due, further than the schedule and its tolerance."""
    on_schedule: str
    """Before due, within the tolerance of the schedule."""
    behind: str
    """Before due, behind the schedule by more than the tolerance."""
    not_started: str
    """Before due, and a published figure says that nothing has begun."""
    missed: str
    """A report dated on or after the due day is below the target, or a ceiling is broken."""
    undecided: str
    """The published figure allows several statuses."""
    unreported: str
    """No figure."""
    no_target: str
    """An outcome whose target is not known."""
    not_measurable: str
    """A promise that nobody can measure."""
    withdrawn: str
    """The promise was taken back."""


class Grounds(TypedDict):
    """What a result rests on."""

    inputs: list[str]
    """The figures that went in, each with its name."""
    rule: str
    """The rule that was applied, in one sentence."""
    source: str
    """Where the rule comes from."""


class PublishedRate(TypedDict):
    """A completion rate that was published beside a report, checked."""

    report: int
    """The report's place in the commitment's ``reports``, from 0."""
    published_rate: str
    """As printed."""
    check: Check
    """What it comes to."""


class Check(TypedDict):
    """What the figures of a claim come to."""

    verdict: Verdict
    """The first of seven that applies."""
    rate: Interval | None
    """Reached ÷ target in per cent: everything that the two printed figures allow, with two places more than were published."""
    reached: Interval | None
    """Target × published rate: what can have been reached; at most four decimals, rounded outward."""
    target: Interval | None
    """Reached ÷ published rate: what can have been promised; at most four decimals, rounded outward."""
    targets: list[str] | None
    """The whole targets that fit: one, several or none. Null without both other figures, for measured units, and if more than a thousand fit."""
    reached_whole: list[str] | None
    """The whole reached figures that fit, likewise."""
    explanation: str
    """How the verdict came about, in one sentence, in the language asked for."""
    grounds: Grounds
    """The same apart: the figures as printed, the rule, and where it comes from."""


class Checks(TypedDict):
    """What several claims of one publication come to."""

    checks: list[Check]
    """Each of them, in their order."""
    total: Total | None
    """The total against its parts; null if none was given."""


class Total(TypedDict):
    """A published total against the sum of its parts."""

    verdict: Verdict
    """``exact``, ``consistent``, ``inconsistent``, or ``uncheckable`` if a part is missing."""
    remainder: str | None
    """Total − sum of the parts, at face value; null if a part is missing."""
    explanation: str
    """How the verdict came about, in one sentence, in the language asked for."""


Pace = TypedDict(
    "Pace",
    {
        # The day of the first figure.
        "from": "str",
        # The day of the last one.
        "to": "str",
        # How many dates with a figure there are, 2 or more.
        "points": "int",
        # (last − first) ÷ days between, per day, with at most six decimals.
        "observed": "Interval",
        # (target − last) ÷ days left to the due day, likewise.
        "required": "Interval",
        # Observed ÷ required: 1 is just fast enough. Null if the target may be reached already.
        "ratio": "Interval | None",
        # The completion rate in per cent on the due day at this pace.
        "rate_at_due": "Interval",
        # The same at the slowest and the fastest pace seen between two figures; null with only two.
        "range_at_due": "Interval | None",
        # The first day on which it would be met; null if it goes the wrong way.
        "met_on": "str | None",
        # The latest such day where the figures are uncertain.
        "met_by": "str | None",
        # All this in a few words, in the language asked for.
        "explanation": "str",
    },
)
"""How fast a commitment goes, in the target's unit per day."""


GroupPace = TypedDict(
    "GroupPace",
    {
        # The first of the two days.
        "from": "str",
        # The second.
        "to": "str",
        # How many commitments were reported on both.
        "commitments": "int",
        # Percentage points per day, with at most six decimals.
        "per_day": "Interval",
        # What it takes for all of them to be done at the end of the period, likewise.
        "required": "Interval",
        # ``per_day`` ÷ ``required``; null if nothing may be required any more.
        "ratio": "Interval | None",
        # Their mean capped rate in per cent at the end of the period at this pace, at most 100.
        "at_end": "Interval",
    },
)
"""How fast a group goes: the change of its mean capped rate between the two days that most of its commitments share."""


class Comparison(TypedDict):
    """Two programmes, promise by promise."""

    pairs: list[Pair]
    """What goes on: first what the next programme says (``continues``), then what the titles suggest."""
    new: list[str]
    """Ids of the next programme that go on with nothing; a suggested match does not change that."""
    dropped: list[str]
    """Ids of the previous programme that nothing goes on with."""
    unresolved: list[str]
    """References of ``continues`` that name nothing in the previous programme."""
    totals: Totals
    """Counts over the explicit pairs."""


class Pair(TypedDict):
    """A promise and what it goes on with."""

    next: str
    """The promise of the next programme."""
    previous: list[str]
    """The promises of the previous one; several are added up."""
    score: int | None
    """Null for ``continues``; else how much the titles agree, 0 to 100: a suggestion, in no total."""
    last_promise: str | None
    """What was promised last."""
    last_outcome: Interval | None
    """What came of it."""
    last_unit: str
    """The unit of what came of it."""
    new_promise: str | None
    """What is promised now."""
    new_unit: str
    """Its unit."""
    units_differ: bool
    """Whether the two units differ."""
    ambition: Interval | None
    """New promise ÷ last outcome: 39 lifts after 51 are 0.76."""
    change: Change
    """What the ambition says, or why there is none."""
    explanation: str
    """The pair in one sentence, in the language asked for."""


class Totals(TypedDict):
    """Counts of a comparison."""

    continued: int
    """Promises of the next programme that go on with earlier ones."""
    more: int
    """Of these, how many promise more than came of the last."""
    same: int
    """As much."""
    less: int
    """Less."""
    new: int
    """Promises that go on with nothing."""
    dropped: int
    """Earlier promises that nothing goes on with."""
    suggested: int
    """Matches by title, which are in no other count."""


class Quantity(TypedDict):
    """One figure of a text."""

    text: str
    """Its words, from the number to the unit: ``1.9万名``."""
    start: int
    """Where they begin in the text; in JavaScript ``text.slice(start, end)`` gives just them."""
    end: int
    """Where they end."""
    low: str | None
    """The least that the figure stands for, in base units (1.9万 is ``19000``); null if nothing bounds it below, or if it is no amount."""
    high: str | None
    """The most that it stands for."""
    bound: Bound
    """In which sense it is meant; ``all`` is full coverage, without a figure."""
    unit: str
    """As written, without the multiplier; empty if there is none."""
    role: Role
    """What it is for."""
    cue: str
    """The word that set the bound (不少于, 以上, about); empty if none did."""
    rule: Rule
    """The rule that gave the role."""
    alternatives: list[Role]
    """Other roles that its words allow."""
