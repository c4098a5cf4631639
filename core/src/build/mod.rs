//! Programmes made in Rust, without a text.
//!
//! Each builder is an object of the document, each of its methods a field of that name; what the format requires is asked for by
//! `new`. A field that is given again counts in the place of the former, a list grows. [`ProgrammeBuilder::build`] hands the whole
//! to [`read`](mod@crate::read), so that defaults, faults and their words are those of any other document, and
//! [`to_json`](crate::read::Reading::to_json) of what comes out is the document as others read it.
//!
//! ```
//! use pledgeboard::build::{CommitmentBuilder, ProgrammeBuilder, ProjectBuilder, ReportBuilder, SourceBuilder, TargetBuilder};
//! use pledgeboard::programme::Goal;
//! use pledgeboard::{Date, Period, Status, evaluate};
//!
//! let year = Period::new(Date::new(2025, 1, 1)?, Date::new(2025, 12, 31)?)?;
//! let lifts = CommitmentBuilder::new("lifts", "Lifts added to houses")
//!     .source("list")
//!     .target(TargetBuilder::new(Goal::AtLeast(39.into())).unit("部"))
//!     .reports([ReportBuilder::new("2025-06-30".parse()?).value(21.into()).published_on("2025-07-10".parse()?)]);
//! let reading = ProgrammeBuilder::new("example-2025", "Ten projects", year)
//!     .lang("en")
//!     .sources([SourceBuilder::new("list", "The list").date("2025-01-06".parse()?)])
//!     .projects([ProjectBuilder::new("housing", "Housing").commitments([lifts])])
//!     .build();
//!
//! assert!(reading.diagnostics.is_empty());
//! let programme = reading.programme.unwrap();
//! let evaluation = evaluate::evaluate(&programme, &evaluate::Options::default())?;
//! assert_eq!(evaluation.commitments().next().unwrap().status, Status::OnSchedule);
//! # Ok::<(), pledgeboard::Error>(())
//! ```
//!
//! What types cannot say is said by the diagnostics, here that nothing is called so:
//!
//! ```
//! use pledgeboard::build::{CommitmentBuilder, ProgrammeBuilder, ProjectBuilder};
//! use pledgeboard::{Date, Period};
//! # let year = Period::new(Date::new(2025, 1, 1)?, Date::new(2025, 12, 31)?)?;
//! let lifts = CommitmentBuilder::new("lifts", "Lifts").source("nowhere");
//! let homes = ProjectBuilder::new("homes", "Homes").commitments([lifts]);
//! let reading = ProgrammeBuilder::new("p", "P", year).projects([homes]).build();
//! assert!(reading.programme.is_none());
//! # #[cfg(feature = "diagnostics")] {
//! assert_eq!(reading.diagnostics[0].code, "unknown_source");
//! assert_eq!(reading.diagnostics[0].pointer, "/projects/0/commitments/0/source");
//! # }
//! # Ok::<(), pledgeboard::Error>(())
//! ```

mod commitment;
mod fields;
mod programme;
mod report;
mod target;

pub use commitment::{ChangeBuilder, CommitmentBuilder};
pub use programme::{AdoptionBuilder, PlaceBuilder, ProgrammeBuilder, ProjectBuilder, ScheduleBuilder, SourceBuilder};
pub use report::ReportBuilder;
pub use target::{BaselineBuilder, TargetBuilder};

/// A builder, and its methods by the names of the document: `name: kind` sets a field, `name: [kind]` or `[text]` adds to a list,
/// `name: {text}` adds to an object of texts.
macro_rules! builder {
    ($(#[$about:meta])* $builder:ident { $($fields:tt)* }) => {
        $(#[$about])*
        #[must_use = "a builder does nothing until it stands in a programme that is built"]
        #[derive(Clone, PartialEq, Debug)]
        pub struct $builder(Fields);

        impl Piece for $builder {
            fn into_value(self) -> Value<'static> {
                self.0.into_value()
            }
        }

        impl $builder {
            builder!(@ $($fields)*);
        }
    };
    (@ $(#[$about:meta])* $name:ident: [text], $($rest:tt)*) => {
        $(#[$about])*
        ///
        /// Called again, it adds to what was given.
        pub fn $name<'n>(self, $name: impl IntoIterator<Item = &'n str>) -> Self {
            Self(self.0.with_more(stringify!($name), $name))
        }
        builder!(@ $($rest)*);
    };
    (@ $(#[$about:meta])* $name:ident: [$kind:ty], $($rest:tt)*) => {
        $(#[$about])*
        ///
        /// Called again, it adds to what was given.
        pub fn $name(self, $name: impl IntoIterator<Item = $kind>) -> Self {
            Self(self.0.with_more(stringify!($name), $name))
        }
        builder!(@ $($rest)*);
    };
    (@ $(#[$about:meta])* $name:ident: {text}, $($rest:tt)*) => {
        $(#[$about])*
        ///
        /// Called again, it adds to what was given.
        pub fn $name<'n>(self, $name: impl IntoIterator<Item = (&'n str, &'n str)>) -> Self {
            Self(self.0.with_texts(stringify!($name), $name))
        }
        builder!(@ $($rest)*);
    };
    (@ $(#[$about:meta])* $name:ident: $kind:ty, $($rest:tt)*) => {
        $(#[$about])*
        pub fn $name(self, $name: $kind) -> Self {
            Self(self.0.with(stringify!($name), $name))
        }
        builder!(@ $($rest)*);
    };
    // Who is responsible: the same three fields on documents, projects and commitments.
    (@ ..affiliation) => {
        builder!(@
            /// Who is responsible; the first one leads. The inner list counts instead of the outer.
            bodies: [text],
            /// The policy field. The inner one counts instead of the outer.
            sector: &str,
            /// Further groupings, name and value. Names are merged, the inner over the outer.
            labels: {text},
        );
    };
    (@) => {};
}
use builder;
