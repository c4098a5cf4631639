//! The amount promised.

use super::builder;
use super::fields::{Fields, Piece};
use crate::programme::Goal;
use crate::read::Value;
use crate::{Date, Decimal};

builder! {
    /// The amount promised by a commitment (目标).
    ///
    /// ```
    /// use pledgeboard::build::{BaselineBuilder, TargetBuilder};
    /// use pledgeboard::programme::{Goal, Percentage};
    /// let trail = Goal::About { value: 2.into(), tolerance: Percentage::new(10.into())? };
    /// let trail = TargetBuilder::new(trail).unit("公里").as_printed("约2公里");
    /// // From 5.1 % down to 4.3 % or less.
    /// let unemployment = TargetBuilder::new(Goal::AtMost("4.3".parse()?))
    ///     .unit("%")
    ///     .baseline(BaselineBuilder::new("5.1".parse()?).date("2024-12-31".parse()?));
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    TargetBuilder {
        /// What is counted or measured, without a multiplier: `部`, `人次`, `公里`.
        unit: &str,
        /// Whether it comes in whole units. Default: from the unit lexicon, else false.
        counted: bool,
        /// What the amount is for each of: `户`.
        per: &str,
        /// Where it started from, for a promise to move a state.
        baseline: BaselineBuilder,
        /// The amount as printed, for showing: `1.9万名`.
        as_printed: &str,
        /// For a target that was never published itself: a sentence saying which published rate gave it away.
        inferred_from: &str,
        /// The first day it was public. Default: the date of the commitment's source, else of adoption, else the period's start
        /// with a warning.
        published_on: Date,
    }
}

impl TargetBuilder {
    /// The promise as a condition on what is reached.
    pub fn new(goal: Goal) -> Self {
        let mut fields = Fields::default().with("bound", goal.bound());
        if let Some(value) = goal.value() {
            fields = fields.with("value", value);
        }
        Self(match goal {
            Goal::Range(span) => fields.with("high", span.high()),
            Goal::About { tolerance, .. } => fields.with("tolerance", tolerance),
            _ => fields,
        })
    }
}

builder! {
    /// Where a promise started from.
    BaselineBuilder {
        /// When that was.
        date: Date,
    }
}

impl BaselineBuilder {
    /// The state before, in the target's unit.
    pub fn new(value: Decimal) -> Self {
        Self(Fields::default().with("value", value))
    }
}
