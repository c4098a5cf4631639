//! A valid programme: what one body promised for one period, and what was reported since.
//!
//! [`read`](mod@crate::read) makes these values from a document and fills every default in, so that nothing downstream
//! asks again what an absent field means: a commitment knows its due day, a report its day of publication, a target
//! its bound. What cannot be (a range from 5 to 3, a tolerance below zero, a period that ends before it starts) has
//! no value here.

mod figure;
mod report;
mod target;

pub use figure::{Figure, Printed};
pub use report::{Report, Stage};
pub use target::{Baseline, Bound, Goal, Percentage, Span, Target, Unit};

use crate::number::shifted;
use crate::{Date, Decimal, Error, Period};

/// One published list of commitments: a body, a period, its projects (民生实事项目清单).
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Programme {
    /// The language of the document's own words, as BCP 47; `zh-CN` unless it says otherwise.
    pub lang: String,
    /// Its name for links between programmes: `zhonglou-2025`.
    pub id: String,
    /// The headline of the list, as published.
    pub title: String,
    /// Where it applies.
    pub place: Option<Place>,
    /// The level of government (`county`), a word of the document's own.
    pub level: Option<String>,
    /// Who is responsible, unless a project or commitment says otherwise.
    pub affiliation: Affiliation,
    /// The days the promises are about.
    pub period: Period,
    /// When, by whom and how the list was adopted.
    pub adopted: Option<Adoption>,
    /// Whether all promises of the list are known here. If not, every headline says "of N known promises".
    pub complete: bool,
    /// Sample data: every view says so.
    pub sample: bool,
    /// How the share of the period that has passed is computed.
    pub schedule: ScheduleRule,
    /// The publications that the figures come from.
    pub sources: Vec<Source>,
    /// The headings of the list, in its order.
    pub projects: Vec<Project>,
}

impl Programme {
    /// The publication with that id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// All commitments in the order of the list.
    pub fn commitments(&self) -> impl Iterator<Item = &Commitment> {
        self.projects.iter().flat_map(|project| &project.commitments)
    }
}

/// The place that a programme is for.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Place {
    /// Its name as published.
    pub name: String,
    /// An official code, such as the six digits of GB/T 2260.
    pub code: Option<String>,
}

/// Who answers for a commitment, and under which headings it is counted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct Affiliation {
    /// The bodies responsible; the first one leads. A commitment counts in the group of each.
    pub bodies: Vec<String>,
    /// The policy field.
    pub sector: Option<String>,
    /// Further groupings: names with their values, each name once.
    pub labels: Vec<(String, String)>,
}

/// How a programme came into force.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Adoption {
    /// The day.
    pub date: Date,
    /// The body that decided.
    pub by: Option<String>,
    /// How it decided: 票决 (by ballot).
    pub how: Option<String>,
}

/// A publication that figures are taken from.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Source {
    /// Its name inside the document.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// The day it appeared.
    pub date: Option<Date>,
    /// Its address; the reader lets only http and https through.
    pub url: Option<String>,
}

/// How the share of the period that has passed is computed, and how far from it counts as "on schedule" (序时进度).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct ScheduleRule {
    /// By days, by months, or by each commitment's own plan.
    pub basis: Basis,
    /// Percentage points either side of the schedule that still are "on schedule"; both ends included.
    pub tolerance: Percentage,
}

/// What the schedule counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Basis {
    /// Elapsed days over days, ends included.
    Days,
    /// Months whose last day has come over months touched.
    Months,
    /// Linear between the points of the commitment's own plan.
    Plan,
}

impl Basis {
    /// The word of the document.
    pub fn code(self) -> &'static str {
        match self {
            Basis::Days => "days",
            Basis::Months => "months",
            Basis::Plan => "plan",
        }
    }
}

/// One heading of the list (项目 / 工程).
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Project {
    /// Its name inside the document.
    pub id: String,
    /// The heading as published.
    pub title: String,
    /// Who is responsible: the document's, unless the project says otherwise.
    pub affiliation: Affiliation,
    /// The promises under this heading, in their order.
    pub commitments: Vec<Commitment>,
}

/// One checkable promise (事项).
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Commitment {
    /// Its name inside the document, unique over all projects.
    pub id: String,
    /// What is promised, in a few words.
    pub title: String,
    /// The promise in its published words.
    pub text: Option<String>,
    /// The id of the publication that makes it.
    pub source: Option<String>,
    /// The amount promised; `None` is an outcome whose target is not known.
    pub target: Option<Target>,
    /// The last day for it: the period's end, unless the document says otherwise.
    pub due: Date,
    /// Its weight in means.
    pub weight: Weight,
    /// Commitments of earlier programmes that it goes on with (`zhonglou-2024#lifts`).
    pub continues: Vec<String>,
    /// False for a promise that nobody can measure, said so by the editor.
    pub measurable: bool,
    /// What the reports count.
    pub counting: Counting,
    /// Its own schedule, by date.
    pub plan: Vec<PlanPoint>,
    /// What was reported, as the document has it: by no particular order.
    pub reports: Vec<Report>,
    /// What became of the promise itself.
    pub changes: Vec<Change>,
    /// Who is responsible: the project's, unless the commitment says otherwise.
    pub affiliation: Affiliation,
}

/// What the figures of a commitment's reports are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Default)]
pub enum Counting {
    /// Each report is the total so far.
    #[default]
    Cumulative,
    /// Each report covers its own days; the sum counts.
    PerPeriod,
    /// A state, such as a rate or a coverage.
    Level,
}

impl Counting {
    /// Every way of counting.
    pub const ALL: [Counting; 3] = [Counting::Cumulative, Counting::PerPeriod, Counting::Level];

    /// The word of the document.
    pub fn code(self) -> &'static str {
        match self {
            Counting::Cumulative => "cumulative",
            Counting::PerPeriod => "per_period",
            Counting::Level => "level",
        }
    }
}

/// A point of a commitment's own schedule: by that day, that much.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct PlanPoint {
    /// The day.
    pub date: Date,
    /// The total planned by then, in the target's unit.
    pub value: Decimal,
}

/// A change to the promise itself. Nothing promised is overwritten: the old target stays readable.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Change {
    /// The day it took effect.
    pub date: Date,
    /// The day it was made public; boards of earlier days do not know it.
    pub published_on: Date,
    /// What changed.
    pub kind: ChangeKind,
    /// Why, in published words.
    pub reason: Option<String>,
}

/// What a [`Change`] changed.
#[derive(Clone, PartialEq, Debug)]
pub enum ChangeKind {
    /// The promise was taken back.
    Withdrawn,
    /// The target was another one before; `None` if the document does not say which.
    Target {
        /// The target until then.
        old: Option<Box<Target>>,
    },
}

/// The weight of a commitment in means: 0 or more, at most 6 digits; 1 unless the document says otherwise.
///
/// ```
/// use pledgeboard::programme::Weight;
/// assert!(Weight::new("2.5".parse()?).is_ok());
/// assert!(Weight::new("-1".parse()?).is_err());
/// assert!(Weight::new("1234567".parse()?).unwrap_err().is_out_of_range());
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Weight(Decimal);

impl Weight {
    /// The weight of a commitment that has none of its own.
    pub const ONE: Weight = Weight(Decimal::ONE);

    /// A weight of that size; below 0 or with more than 6 digits it is an error ([`Error::is_out_of_range`]).
    pub fn new(value: Decimal) -> Result<Weight, Error> {
        let within = !value.is_negative() && value.scale() <= 6 && value.mantissa() < 1_000_000;
        if within { Ok(Weight(value)) } else { Err(Error::out_of_range()) }
    }

    /// The weight itself.
    pub fn value(&self) -> Decimal {
        self.0
    }

    /// The weight in millionths, for sums of integers.
    pub(crate) fn millionths(&self) -> i128 {
        shifted(self.0.mantissa(), 6 - self.0.scale()).unwrap_or_default()
    }
}
