//! What had been reached at a date, as published.

use super::figure::Figure;
use crate::Date;

/// What had been reached at a date, as somebody published it (进展).
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Report {
    /// The day the figure is about.
    pub date: Date,
    /// The first of the days it covers, if it covers some (per-period counting).
    pub from: Option<Date>,
    /// The day it was published; a board of an earlier day does not know it.
    pub published_on: Date,
    /// What was reached; `None` if only a stage was reported.
    pub figure: Option<Figure>,
    /// The completion rate that was printed beside it, as printed (`124.19`): a claim that can be checked.
    pub published_rate: Option<String>,
    /// How far a milestone is.
    pub stage: Option<Stage>,
    /// Whether the finished work was accepted (验收); `None` where the document does not speak of it.
    pub accepted: Option<bool>,
    /// A stock or a running total over years: shown, never in a rate.
    pub stock: bool,
    /// The `date` of the report that this one corrects.
    pub replaces: Option<Date>,
    /// Why this report is taken to answer this promise, where its words do not say so. Marked wherever shown.
    pub match_inferred: Option<String>,
    /// The id of its publication.
    pub source: Option<String>,
    /// Anything else worth saying.
    pub note: Option<String>,
}

/// How far a milestone is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Stage {
    /// Nothing has begun.
    NotStarted,
    /// It has begun.
    UnderWay,
    /// It is finished.
    Done,
}

impl Stage {
    /// Every stage with the document's word for it.
    pub const ALL: [(Stage, &'static str); 3] =
        [(Stage::NotStarted, "not_started"), (Stage::UnderWay, "under_way"), (Stage::Done, "done")];

    /// The word of the document.
    pub fn code(self) -> &'static str {
        Stage::ALL.iter().find(|(stage, _)| *stage == self).map_or("", |(_, code)| code)
    }
}
