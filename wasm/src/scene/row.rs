//! One commitment as a row: what its bar shows and what stands beside it.

use super::figures;
use super::glyph::Sign;
use super::words::{fill, pick, status};
use pledgeboard::evaluate::{Outcome, Reason};
use pledgeboard::programme::{Bound, Commitment, Figure, Goal, Report, Stage, Unit};
use pledgeboard::{Locale, Ratio, Status};

/// A commitment with its outcome.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    pub(super) commitment: &'a Commitment,
    pub(super) outcome: &'a Outcome,
    pub(super) locale: Locale,
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
        status(self.status(), self.not_due(), self.locale)
    }

    pub(super) fn is_promise(&self) -> bool {
        self.status() != Status::NoTarget
    }

    fn report(&self) -> Option<&'a Report> {
        self.outcome.report.and_then(|used| self.commitment.reports.get(used.index))
    }

    fn figure(&self) -> Option<&'a Figure> {
        self.report().and_then(|report| report.figure.as_ref())
    }

    fn unit(&self) -> Unit {
        self.outcome.target.as_ref().map_or_else(Unit::default, |target| target.unit.clone())
    }

    fn goal(&self) -> Option<Goal> {
        self.outcome.target.as_ref().map(|target| target.goal)
    }

    /// The rate of the figure that was named ("约400张" of 320 names 125 %), if it is not the rate itself.
    fn named(&self) -> Option<Ratio> {
        let figure = self.figure().filter(|figure| figure.bound == Bound::About)?;
        let target = self.outcome.target.as_ref().filter(|target| target.baseline.is_none())?;
        Ratio::of(figure.value?, target.goal.value()?).ok()
    }

    pub(super) fn bar(&self) -> Bar {
        match (self.status(), &self.outcome.rate) {
            (Status::NoTarget | Status::NotMeasurable | Status::Withdrawn, _) => Bar::None,
            (_, Some(rate)) => {
                let low = rate.low().map_or(0.0, |end| end.value.to_pixels());
                let high = rate.high().map(|end| end.value.to_pixels());
                let named = self.named().map_or(low, |named| named.to_pixels());
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
        if let Some(rate) = &self.outcome.rate {
            if let Some(named) = self.named() {
                let about = figures::sign(Bound::About, self.locale);
                return [about, &figures::percent(&named, self.locale)].concat();
            }
            let printed = figures::percents(rate, 2, self.locale);
            return if self.locale == Locale::En { printed } else { printed.replace('>', "超") };
        }
        self.reached().or_else(|| self.stock()).or_else(|| self.promised()).unwrap_or_default()
    }

    /// Whether anything but the promise itself can be shown.
    pub(super) fn is_silent(&self) -> bool {
        self.outcome.rate.is_none() && self.reached().is_none()
    }

    /// A stock or running total, which no rate counts.
    pub(super) fn stock(&self) -> Option<String> {
        let used = self.outcome.stock?;
        let figure = self.commitment.reports.get(used.index)?.figure.as_ref()?;
        Some(figures::reached(figure, &self.unit(), self.locale))
    }

    /// What was reached, as printed or with its unit.
    pub(super) fn reached(&self) -> Option<String> {
        let unit = self.unit();
        match (self.figure(), &self.outcome.reached) {
            // A sum over several reports is no single printed figure.
            (Some(figure), Some(reached)) if figure.interval == *reached => {
                Some(figures::reached(figure, &unit, self.locale))
            }
            (_, Some(reached)) => Some(figures::interval(reached, &unit, self.locale)),
            (Some(figure), None) => Some(figures::reached(figure, &unit, self.locale)),
            (None, None) => self.report().and_then(|report| report.stage).map(|stage| self.stage(stage).to_owned()),
        }
    }

    /// How far a milestone is, in a word.
    fn stage(&self, stage: Stage) -> &'static str {
        match stage {
            Stage::NotStarted => pick(self.locale, "尚未启动", "not started"),
            Stage::UnderWay => pick(self.locale, "进行中", "under way"),
            Stage::Done => pick(self.locale, "已办成", "done"),
        }
    }

    /// What was promised.
    pub(super) fn promised(&self) -> Option<String> {
        self.outcome.target.as_ref().map(|target| figures::target(target, self.locale))
    }

    /// What the rate is made of: `13 972 / 10 000人次`.
    pub(super) fn parts(&self) -> String {
        let locale = self.locale;
        match (self.promised(), self.reached()) {
            (Some(target), Some(reached)) if self.outcome.rate.is_some() => {
                let unit = self.unit();
                // The unit stands once where both figures carry the same.
                let bare = reached.strip_suffix(unit.text.as_str()).unwrap_or(&reached).trim_end();
                let left = if unit.text.is_empty() || !target.ends_with(&unit.text) { &reached } else { bare };
                [left, " / ", &target].concat()
            }
            (Some(target), _) => fill(pick(locale, "目标 {}", "target {}"), &[&target]),
            (None, _) if self.status() == Status::NotMeasurable => String::new(),
            (None, _) => pick(locale, "目标未知", "target unknown").to_owned(),
        }
    }

    /// What else has to be said: stocks that are not counted, what was inferred.
    pub(super) fn notes(&self) -> Vec<String> {
        let locale = self.locale;
        let mut notes = Vec::new();
        if let Some(stock) = self.stock() {
            // An outcome that has nothing but its stock shows that as its figure.
            notes.push(if self.reached().is_none() && !self.is_promise() {
                pick(locale, "存量或历年累计", "stock or running total").to_owned()
            } else {
                let pattern = pick(locale, "存量或历年累计{}，不计入", "stock or running total {}, not counted");
                fill(pattern, &[&stock])
            });
        }
        if self.outcome.target.as_ref().is_some_and(|target| target.inferred_from.is_some()) {
            notes.push(pick(locale, "※ 目标为推算", "※ target inferred").to_owned());
        }
        if self.report().is_some_and(|report| report.match_inferred.is_some()) {
            notes.push(pick(locale, "※ 对应关系为推定", "※ match inferred").to_owned());
        }
        notes
    }

    /// The reasons behind the marks of inference, in the document's words.
    pub(super) fn inferences(&self) -> impl Iterator<Item = &'a str> {
        let target = self.commitment.target.as_ref().and_then(|target| target.inferred_from.as_deref());
        let matched = self.report().and_then(|report| report.match_inferred.as_deref());
        target.into_iter().chain(matched)
    }

    /// The whole row as one sentence.
    pub(super) fn sentence(&self) -> String {
        let locale = self.locale;
        let mut parts = vec![self.word().to_owned()];
        if let Some(target) = self.promised() {
            parts.push(fill(pick(locale, "目标{}", "target {}"), &[&target]));
        }
        if let Some(reached) = self.reached() {
            parts.push(fill(pick(locale, "公布{}", "reported {}"), &[&reached]));
        }
        if self.outcome.rate.is_some() {
            parts.push(fill(pick(locale, "完成率{}", "completion rate {}"), &[&self.headline()]));
        }
        parts.extend(self.notes());
        [self.commitment.title.as_str(), &parts.join(pick(locale, "，", ", "))].join(pick(locale, "：", ": "))
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
