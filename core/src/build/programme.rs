//! The document itself, and what stands directly in it.

use super::builder;
use super::commitment::CommitmentBuilder;
use super::fields::{Fields, Piece};
use crate::programme::{Basis, Percentage};
use crate::read::{FORMAT, Reading, Value, read_tree};
use crate::{Date, Period};

builder! {
    /// A programme: one published list for one body and period.
    ///
    /// ```
    /// use pledgeboard::build::{AdoptionBuilder, PlaceBuilder, ProgrammeBuilder};
    /// use pledgeboard::{Date, Period};
    /// let year = Period::new(Date::new(2025, 1, 1)?, Date::new(2025, 12, 31)?)?;
    /// let reading = ProgrammeBuilder::new("zhonglou-2025", "2025年钟楼区十项民生实事项目", year)
    ///     .place(PlaceBuilder::new("常州市钟楼区").code("320404"))
    ///     .adopted(AdoptionBuilder::new(Date::new(2025, 1, 6)?).how("票决"))
    ///     .bodies(["区政府"])
    ///     .labels([("batch", "1")])
    ///     .build();
    /// let programme = reading.programme.unwrap();
    /// assert_eq!(programme.place.unwrap().code.as_deref(), Some("320404"));
    /// assert!(programme.complete, "which is the default");
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    ProgrammeBuilder {
        /// The language of the document's own words, as BCP 47. Default: `zh-CN`.
        lang: &str,
        /// Where the programme applies.
        place: PlaceBuilder,
        /// The level of government, in a word of your own: `county`, `city`.
        level: &str,
        /// When, by whom and how the list was adopted.
        adopted: AdoptionBuilder,
        /// Whether all promises of the list are known here; if not, every headline says "of N known promises". Default: true.
        complete: bool,
        /// Sample data (示例数据): every view says so. Default: false.
        sample: bool,
        /// How the share of the period that has passed is computed. Default: by days, ±5 points.
        schedule: ScheduleBuilder,
        /// The publications that the figures come from.
        sources: [SourceBuilder],
        /// The headings of the list, in its order.
        projects: [ProjectBuilder],
        ..affiliation
    }
}

impl ProgrammeBuilder {
    /// The list of that id (letters, digits, `.`, `_`, `-`) and headline, for the days of that period, without any project yet.
    pub fn new(id: &str, title: &str, period: Period) -> Self {
        let days = Fields::default().with("start", period.start()).with("end", period.end());
        let fields = Fields::default().with("format", FORMAT).with("id", id).with("title", title).with("period", days);
        Self(fields)
    }

    /// The programme, unless there are errors, and everything that is to be mended or known about it. Diagnostics have a JSON
    /// Pointer; their line and column are those of the document in its canonical form, which is one line.
    pub fn build(self) -> Reading {
        // The format requires the list of projects, be it empty.
        read_tree(&self.projects([]).0.into_node())
    }
}

builder! {
    /// The place that a programme is for.
    PlaceBuilder {
        /// An official code, such as the six digits of GB/T 2260.
        code: &str,
    }
}

impl PlaceBuilder {
    /// The place of that name, as published.
    pub fn new(name: &str) -> Self {
        Self(Fields::default().with("name", name))
    }
}

builder! {
    /// How a programme came into force.
    AdoptionBuilder {
        /// The body that decided.
        by: &str,
        /// How it decided: 票决 (by ballot).
        how: &str,
    }
}

impl AdoptionBuilder {
    /// Adopted on that day.
    pub fn new(date: Date) -> Self {
        Self(Fields::default().with("date", date))
    }
}

builder! {
    /// How the share of the period that has passed is computed (序时进度).
    ///
    /// ```
    /// use pledgeboard::build::ScheduleBuilder;
    /// use pledgeboard::programme::{Basis, Percentage};
    /// let by_months = ScheduleBuilder::new(Basis::Months).tolerance(Percentage::new("2.5".parse()?)?);
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    ScheduleBuilder {
        /// Percentage points either side of the schedule that still are "on schedule"; both ends included. Default: 5.
        tolerance: Percentage,
    }
}

impl ScheduleBuilder {
    /// By days, by months, or by each commitment's own plan.
    pub fn new(basis: Basis) -> Self {
        Self(Fields::default().with("basis", basis))
    }
}

builder! {
    /// A publication that figures are taken from.
    ///
    /// ```
    /// use pledgeboard::build::SourceBuilder;
    /// let list = SourceBuilder::new("s1", "2025年钟楼区十项民生实事项目出炉").date("2025-01-06".parse()?);
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    SourceBuilder {
        /// Who published it.
        publisher: &str,
        /// The day it appeared: when figures taken from it became public, unless they say otherwise.
        date: Date,
        /// Its address, http or https only.
        url: &str,
    }
}

impl SourceBuilder {
    /// The publication of that headline; commitments and reports name it by its id.
    pub fn new(id: &str, title: &str) -> Self {
        Self(Fields::default().with("id", id).with("title", title))
    }
}

builder! {
    /// One heading of the list (项目 / 工程).
    ///
    /// ```
    /// use pledgeboard::build::{CommitmentBuilder, ProjectBuilder};
    /// let homes = ProjectBuilder::new("housing", "“常有安居”工程")
    ///     .bodies(["区住房和城乡建设局"])
    ///     .sector("housing")
    ///     .commitments([CommitmentBuilder::new("lifts", "既有住宅加装电梯")]);
    /// ```
    ProjectBuilder {
        /// The promises under this heading, in their order.
        commitments: [CommitmentBuilder],
        ..affiliation
    }
}

impl ProjectBuilder {
    /// The heading as published, with an id that is unique among the projects, without any promise yet.
    pub fn new(id: &str, title: &str) -> Self {
        Self(Fields::default().with("id", id).with("title", title)).commitments([])
    }
}
