//! The amount promised.

use super::figure::Printed;
use crate::{Date, Decimal, Error};

/// The amount promised by a commitment (目标).
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Target {
    /// How much, and in which sense.
    pub goal: Goal,
    /// What is counted or measured.
    pub unit: Unit,
    /// What the amount is for each of (`户`: per household).
    pub per: Option<String>,
    /// Where it started from, for a promise to move a state.
    pub baseline: Option<Baseline>,
    /// The amount as printed: `1.9万名`.
    pub printed: Option<Printed>,
    /// Which published figure gave the target away, for one that was never published itself. Marked wherever shown.
    pub inferred_from: Option<String>,
    /// The first day on which it was public.
    pub published_on: Date,
}

/// The promise as a condition on what is reached.
///
/// Whether it is met follows from this alone, never from a rate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Goal {
    /// 不少于: met from the value on.
    AtLeast(Decimal),
    /// 超过: met above the value.
    MoreThan(Decimal),
    /// 不超过: broken above the value.
    AtMost(Decimal),
    /// 低于: broken from the value on.
    LessThan(Decimal),
    /// 约: met from `value × (1 − tolerance)` on.
    About {
        /// The round figure.
        value: Decimal,
        /// How far below it still meets the promise.
        tolerance: Percentage,
    },
    /// Between two figures: met from the low one on, exceeded above the high one.
    Range(Span),
    /// 应装尽装, 全覆盖: everything.
    All {
        /// How many that are, if known; then reports are parts of it, else percentages.
        whole: Option<Decimal>,
    },
    /// A milestone without a number.
    Done,
}

/// Two figures in ascending order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    low: Decimal,
    high: Decimal,
}

impl Span {
    /// From `low` to `high`; the other way round is an error ([`Error::is_out_of_range`]).
    pub fn new(low: Decimal, high: Decimal) -> Result<Span, Error> {
        if low > high { Err(Error::out_of_range()) } else { Ok(Span { low, high }) }
    }

    /// The low end.
    pub fn low(&self) -> Decimal {
        self.low
    }

    /// The high end.
    pub fn high(&self) -> Decimal {
        self.high
    }
}

/// The sense of an amount, as the document names it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Bound {
    /// Just this (figures of reports only).
    Exact,
    /// The value or more.
    AtLeast,
    /// Above the value.
    MoreThan,
    /// The value or less.
    AtMost,
    /// Below the value.
    LessThan,
    /// Round about the value.
    About,
    /// From one value to another (targets only).
    Range,
    /// Full coverage (targets only).
    All,
    /// A milestone (targets only).
    Done,
}

impl Bound {
    /// Every bound with the document's word for it.
    pub const ALL: [(Bound, &'static str); 9] = [
        (Bound::Exact, "exact"),
        (Bound::AtLeast, "at_least"),
        (Bound::MoreThan, "more_than"),
        (Bound::AtMost, "at_most"),
        (Bound::LessThan, "less_than"),
        (Bound::About, "about"),
        (Bound::Range, "range"),
        (Bound::All, "all"),
        (Bound::Done, "done"),
    ];

    /// The word of the document.
    pub fn code(self) -> &'static str {
        Bound::ALL.iter().find(|(bound, _)| *bound == self).map_or("", |(_, code)| code)
    }
}

impl Goal {
    /// In which sense the amount is meant.
    pub fn bound(&self) -> Bound {
        match self {
            Goal::AtLeast(_) => Bound::AtLeast,
            Goal::MoreThan(_) => Bound::MoreThan,
            Goal::AtMost(_) => Bound::AtMost,
            Goal::LessThan(_) => Bound::LessThan,
            Goal::About { .. } => Bound::About,
            Goal::Range(_) => Bound::Range,
            Goal::All { .. } => Bound::All,
            Goal::Done => Bound::Done,
        }
    }

    /// The figure that a rate divides by: the value, the low end of a range, the whole of a coverage.
    pub fn value(&self) -> Option<Decimal> {
        match *self {
            Goal::AtLeast(value)
            | Goal::MoreThan(value)
            | Goal::AtMost(value)
            | Goal::LessThan(value)
            | Goal::About { value, .. } => Some(value),
            Goal::Range(span) => Some(span.low()),
            Goal::All { whole } => whole,
            Goal::Done => None,
        }
    }

    /// Whether less is better: a ceiling.
    pub fn is_ceiling(&self) -> bool {
        matches!(self, Goal::AtMost(_) | Goal::LessThan(_))
    }
}

/// What an amount counts or measures.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct Unit {
    /// As written: `部`, `人次`, `公里`. Empty if the amount has none.
    pub text: String,
    /// Whether it comes in whole units: nobody builds half a school.
    pub counted: bool,
}

/// Where a promise started from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Baseline {
    /// The state before, in the target's unit.
    pub value: Decimal,
    /// When that was.
    pub date: Option<Date>,
}

/// Per cent or percentage points, 0 to 100.
///
/// ```
/// use pledgeboard::programme::Percentage;
/// assert!(Percentage::new("10".parse()?).is_ok());
/// assert!(Percentage::new("101".parse()?).unwrap_err().is_out_of_range());
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Percentage(Decimal);

impl Percentage {
    /// So many per cent; below 0 or above 100 is an error ([`Error::is_out_of_range`]).
    pub fn new(value: Decimal) -> Result<Percentage, Error> {
        let within = value >= Decimal::ZERO && value <= Decimal::HUNDRED;
        if within { Ok(Percentage(value)) } else { Err(Error::out_of_range()) }
    }

    /// The figure before the per-cent sign.
    pub fn value(&self) -> Decimal {
        self.0
    }
}
