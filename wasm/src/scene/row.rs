//! One commitment as a row: what its bar shows and what stands beside it.

use super::glyph::Sign;
use super::view::Subject;
use pledgeboard::evaluate::{Outcome, Reason};
use pledgeboard::explain::explain;
use pledgeboard::programme::{Commitment, Goal, Project};
use pledgeboard::table::{Cells, cells, notes};
use pledgeboard::words::{self, fill, pick};
use pledgeboard::{Locale, Ratio, Status};

/// A commitment with its outcome.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    pub(super) project: &'a Project,
    pub(super) commitment: &'a Commitment,
    pub(super) outcome: &'a Outcome,
    pub(super) subject: Subject<'a>,
}

/// What is drawn on the bar's track, in shares of the target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Bar {
    /// A rate: the bar ends at `named`; what the figure allows runs from `low` to `high` (no end: open upwards).
    Reached { named: f64, low: f64, high: Option<f64> },
    /// Nothing published though it was due: hatched.
    Unknown,
    /// No figure is due yet: an empty track.
    Waiting,
    /// A promise without a rate: a sign at the target, filled if it is met.
    Milestone { done: bool },
    /// No bar: there is no target to measure against.
    None,
}

impl<'a> Row<'a> {
    pub(super) fn locale(&self) -> Locale {
        self.subject.locale
    }

    pub(crate) fn status(&self) -> Status {
        self.outcome.status
    }

    pub(super) fn sign(&self) -> Sign {
        Sign { status: self.status(), not_due: self.not_due() }
    }

    pub(super) fn not_due(&self) -> bool {
        self.outcome.reason == Some(Reason::NotDueYet)
    }

    pub(super) fn word(&self) -> &'static str {
        words::status(self.status(), self.outcome.reason, self.locale())
    }

    pub(super) fn is_promise(&self) -> bool {
        self.status() != Status::NoTarget
    }

    fn goal(&self) -> Option<Goal> {
        self.outcome.target.as_ref().map(|target| target.goal)
    }

    pub(super) fn bar(&self) -> Bar {
        match (self.status(), &self.outcome.rate) {
            (Status::NoTarget | Status::NotMeasurable | Status::Withdrawn, _) => Bar::None,
            (_, Some(rate)) => {
                let low = rate.low().map_or(0.0, |end| end.value.to_pixels());
                let high = rate.high().map(|end| end.value.to_pixels());
                let named = words::named_rate(self.commitment, self.outcome).map_or(low, |named| named.to_pixels());
                Bar::Reached { named, low, high }
            }
            (Status::Unreported, None) if self.not_due() => Bar::Waiting,
            (Status::Unreported, None) => Bar::Unknown,
            (status, None) => Bar::Milestone { done: matches!(status, Status::Met | Status::MetLate) },
        }
    }

    /// The share of the time that had passed, while that still says something.
    pub(super) fn expected(&self) -> Option<f64> {
        let scheduled = matches!(
            self.status(),
            Status::Ahead | Status::OnSchedule | Status::Behind | Status::NotStarted | Status::Exceeded | Status::Met
        );
        let share = self.outcome.schedule.filter(|_| scheduled && self.outcome.rate.is_some())?.share;
        (share < Ratio::ONE).then(|| share.to_pixels())
    }

    /// The figure that a reader looks for: the rate, else what was reached, else what was promised.
    pub(super) fn headline(&self) -> String {
        let rate = words::short_rate(self.commitment, self.outcome, self.locale());
        rate.or_else(|| self.reached())
            .or_else(|| words::stock(self.commitment, self.outcome, self.locale()))
            .or_else(|| self.promised())
            .unwrap_or_default()
    }

    /// Whether anything but the promise itself can be shown.
    pub(super) fn is_silent(&self) -> bool {
        self.outcome.rate.is_none() && self.reached().is_none()
    }

    /// What was reached, as printed or with its unit.
    pub(super) fn reached(&self) -> Option<String> {
        words::reached(self.commitment, self.outcome, self.locale())
    }

    /// What was promised.
    pub(super) fn promised(&self) -> Option<String> {
        self.outcome.target.as_ref().map(|target| words::target(target, self.locale()))
    }

    /// What the rate is made of: `13 972 / 10 000人次`.
    pub(super) fn parts(&self) -> String {
        let locale = self.locale();
        if self.outcome.rate.is_some()
            && let Some(parts) = words::reached_of_target(self.commitment, self.outcome, locale)
        {
            return words::join(&parts, " / ");
        }
        match self.promised() {
            Some(target) => fill(pick(locale, "目标 {}", "target {}"), &[&target]),
            None if self.status() == Status::NotMeasurable => String::new(),
            None => pick(locale, "目标未知", "target unknown").to_owned(),
        }
    }

    /// The rates that "about" allows, where the headline names its middle: `112.5–137.5%`.
    pub(super) fn range(&self) -> Option<String> {
        words::named_rate(self.commitment, self.outcome)?;
        Some(words::percents(self.outcome.rate.as_ref()?, 2, self.locale()))
    }

    /// What else has to be said: stocks that are not counted, what was inferred.
    pub(super) fn notes(&self) -> Vec<String> {
        notes(self.commitment, self.outcome, self.locale())
    }

    /// The row of the table.
    pub(crate) fn cells(&self) -> Cells {
        cells(self.commitment, self.outcome, self.locale())
    }

    /// The reasons behind the marks of inference, in the document's words.
    pub(super) fn inferences(&self) -> impl Iterator<Item = &'a str> {
        let target = self.commitment.target.as_ref().and_then(|target| target.inferred_from.as_deref());
        let report = words::report(self.commitment, self.outcome);
        let matched = report.and_then(|report| report.match_inferred.as_deref());
        target.into_iter().chain(matched)
    }

    /// The whole row in words, for those who cannot see it: its name and why it has its status.
    pub(super) fn sentence(&self) -> String {
        [self.commitment.title.as_str(), pick(self.locale(), "：", ": "), &self.why()].concat()
    }

    /// Why it has its status.
    pub(crate) fn why(&self) -> String {
        let Subject { programme, evaluation, locale } = self.subject;
        explain(programme, evaluation, self.commitment, self.outcome, locale)
    }

    /// The row in few words: its name, its status, what the rate is made of.
    pub(super) fn brief(&self) -> String {
        let stop = pick(self.locale(), "，", ", ");
        let colon = pick(self.locale(), "：", ": ");
        let parts = self.parts();
        let stop = if parts.is_empty() { "" } else { stop };
        [self.commitment.title.as_str(), colon, self.word(), stop, &parts].concat()
    }

    /// Whether the promise is a milestone without a number.
    pub(super) fn is_milestone(&self) -> bool {
        matches!(self.goal(), Some(Goal::Done) | None)
    }

    /// Whether the promise has no number: a milestone or full coverage.
    pub(super) fn is_qualitative(&self) -> bool {
        matches!(self.goal(), Some(Goal::Done | Goal::All { whole: None }))
    }
}
