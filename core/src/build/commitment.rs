//! Commitments, and what became of them.

use super::builder;
use super::fields::{Fields, Piece};
use super::report::ReportBuilder;
use super::target::TargetBuilder;
use crate::programme::{Counting, Weight};
use crate::read::Value;
use crate::{Date, Decimal};

builder! {
    /// One checkable promise (事项).
    ///
    /// ```
    /// use pledgeboard::build::{CommitmentBuilder, TargetBuilder};
    /// use pledgeboard::programme::{Counting, Goal};
    /// let fairs = CommitmentBuilder::new("fairs", "Job fairs")
    ///     .target(TargetBuilder::new(Goal::AtLeast(50.into())).unit("场"))
    ///     .counting(Counting::PerPeriod)
    ///     .continues(["zhonglou-2024#fairs"]);
    /// ```
    CommitmentBuilder {
        /// The promise in its published words.
        text: &str,
        /// The id of the publication that makes it.
        source: &str,
        /// The amount promised. Without one it is an outcome whose target is not known.
        target: TargetBuilder,
        /// The last day for it. Default: the period's end.
        due: Date,
        /// Its weight in means. Default: 1.
        weight: Weight,
        /// Commitments of earlier programmes that it goes on with, as `programme#commitment`.
        continues: [text],
        /// False for a promise that nobody can measure. Default: true.
        measurable: bool,
        /// What the reports count. Default: each is the total so far.
        counting: Counting,
        /// Its own schedule, by that day that much in the target's unit, for a programme whose schedule is by plan: in the order
        /// of the days, between the period's start and the due day.
        plan: [(Date, Decimal)],
        /// What was reported, in any order.
        reports: [ReportBuilder],
        /// What became of the promise itself.
        changes: [ChangeBuilder],
        ..affiliation
    }
}

impl CommitmentBuilder {
    /// What is promised, in a few words, with an id that is unique in the whole document.
    pub fn new(id: &str, title: &str) -> Self {
        Self(Fields::default().with("id", id).with("title", title))
    }
}

builder! {
    /// A change to the promise itself. Nothing promised is overwritten: the old target stays readable.
    ///
    /// ```
    /// use pledgeboard::build::{ChangeBuilder, TargetBuilder};
    /// use pledgeboard::programme::Goal;
    /// let raised = ChangeBuilder::target("2025-05-01".parse()?)
    ///     .old(TargetBuilder::new(Goal::AtLeast(30.into())).unit("部"))
    ///     .published_on("2025-05-03".parse()?);
    /// let given_up = ChangeBuilder::withdrawn("2025-05-01".parse()?).reason("The site was sold.");
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    ChangeBuilder {
        /// The day it became public. Default: the day it took effect, with a warning.
        published_on: Date,
        /// Why, in published words.
        reason: &str,
        /// The target until then.
        old: TargetBuilder,
    }
}

impl ChangeBuilder {
    /// From that day on the commitment's target counts; another one did before ([`old`](Self::old)).
    pub fn target(date: Date) -> Self {
        Self(Fields::default().with("date", date).with("kind", "target"))
    }

    /// On that day the promise was taken back.
    pub fn withdrawn(date: Date) -> Self {
        Self(Fields::default().with("date", date).with("kind", "withdrawn"))
    }
}
