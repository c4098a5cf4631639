//! What had been reached.

use super::builder;
use super::fields::{Fields, Piece};
use crate::programme::{Bound, Percentage, Stage};
use crate::read::Value;
use crate::{Date, Decimal};

builder! {
    /// What had been reached at a date, as somebody published it (进展).
    ///
    /// It says a [`value`](Self::value) with its [`bound`](Self::bound), or the ends of a stretch ([`low`](Self::low),
    /// [`high`](Self::high)), or words that say as much ([`as_printed`](Self::as_printed)), or a [`stage`](Self::stage).
    ///
    /// ```
    /// use pledgeboard::build::ReportBuilder;
    /// use pledgeboard::programme::Bound;
    /// let new_year: pledgeboard::Date = "2025-01-06".parse()?;
    /// let trained = ReportBuilder::new("2024-12-31".parse()?).value(9935.into()).published_rate("124.19").published_on(new_year);
    /// let surfaced = ReportBuilder::new("2024-12-31".parse()?).value(1800.into()).bound(Bound::MoreThan);
    /// let visits = ReportBuilder::new("2024-12-31".parse()?).as_printed("1.7万余").published_on(new_year);
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    ReportBuilder {
        /// The first of the days it covers (per-period counting).
        from: Date,
        /// What was reached, in the target's unit.
        value: Decimal,
        /// In which sense the figure was named; `Range`, `All` and `Done` are for targets only. Default: `Exact`.
        bound: Bound,
        /// For `About`: per cent either way. Default: 10.
        tolerance: Percentage,
        /// The low end, included; with `high` it overrides value and bound.
        low: Decimal,
        /// The high end, included.
        high: Decimal,
        /// The figure as printed; sets what it allows: `约400张`.
        as_printed: &str,
        /// The id of its publication.
        source: &str,
        /// The day it became public, not before `date`. Default: the source's date if that is not before `date`, else `date` with a
        /// warning.
        published_on: Date,
        /// The completion rate printed beside it, as printed, with all its zeros: `124.19`.
        published_rate: &str,
        /// How far a milestone is.
        stage: Stage,
        /// Whether the finished work was accepted (验收).
        accepted: bool,
        /// A stock or running total over years: shown, never in a rate. Default: false.
        stock: bool,
        /// The date of the report that this one corrects.
        replaces: Date,
        /// A sentence saying why this report is taken to answer this promise, where its words do not.
        match_inferred: &str,
        /// Anything else worth saying.
        note: &str,
    }
}

impl ReportBuilder {
    /// The day the figure is about.
    pub fn new(date: Date) -> Self {
        Self(Fields::default().with("date", date))
    }
}
