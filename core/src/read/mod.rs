//! From the text of a document to a valid programme, with everything that is wrong with it.
//!
//! [`read`](fn@read) runs through a document once and tells all of its faults, each with a stable code, its place (JSON
//! Pointer, line, column), a sentence and a hint in Chinese and English. Errors stop the evaluation, warnings do not.
//!
//! The steps, each a file of its own: `json` (a tree that knows where everything stands), `shape` and `check` (each
//! field by itself, along one table of the format), then `document`, `commitment`, `target`, `report` and `history`
//! (what fields mean together, with the defaults filled in). `words` holds every sentence.
//!
//! # Codes
//!
//! Errors:
//! `too_large`, `empty_text`, `html_not_json`, `unexpected_end`, `invalid_json`, `too_deep`, `trailing_text`,
//! `missing_comma`, `missing_colon`, `trailing_comma`, `wrong_punctuation`, `unquoted_text`, `invalid_escape`,
//! `lone_surrogate`, `control_character`, `invisible_character`, `duplicate_key`, `wrong_type`, `missing_field`, `empty_field`,
//! `unknown_format`, `invalid_id`, `duplicate_id`, `invalid_continues`, `invalid_date`, `invalid_number`,
//! `out_of_range`, `unknown_word`, `unsafe_link`, `unknown_source`, `invalid_period`, `due_before_start`,
//! `zero_target`, `negative_target`, `wrong_way_baseline`, `missing_value`, `unexpected_value`, `wrong_way_range`,
//! `share_out_of_range`, `plan_order`, `plan_outside`, `missing_from`, `from_after_date`, `overlapping_reports`,
//! `published_before_date`, `value_outside`, `conflicting_reports`, `unknown_report`, `missing_figure`, `too_many`.
//!
//! Warnings:
//! `unknown_field`, `unused_field`, `fractional_count`, `is_a_level`, `missing_plan`,
//! `gap_between_reports`, `report_before_period`, `assumed_publication`, `unreadable_print`, `printed_disagrees`,
//! `duplicate_report`, `too_many`.

mod check;
mod commitment;
mod diagnostic;
mod document;
mod fault;
mod history;
mod json;
mod normal;
mod object;
mod report;
mod shape;
mod target;
mod words;

pub use diagnostic::{Diagnostic, Severity};

#[cfg(feature = "build")]
pub(crate) use json::{Member, Node, Value};
#[cfg(feature = "extract")]
pub(crate) use normal::string as json_string;
#[cfg(feature = "build")]
pub(crate) use shape::FORMAT;

use fault::Faults;
use object::Object;

use crate::Programme;

/// The JSON Schema (draft 2020-12) of the format `pledgeboard/1`, for editors that complete and check while one types.
///
/// It describes every field, and agrees with [`read`](fn@read) on all that a schema can see; ids that name nothing,
/// figures that contradict each other and days that do not exist are seen by the reader alone.
pub const SCHEMA: &str = include_str!("../../schema/pledgeboard-1.schema.json");

/// What reading a document gives: the programme, unless there are errors, and all diagnostics in reading order.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Reading {
    /// The programme with all defaults filled in; `None` if a diagnostic is an error.
    pub programme: Option<Programme>,
    /// Everything to mend or to know, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// The text, if it is a valid document.
    text: Option<String>,
}

impl Reading {
    /// The document as it was read, written in one canonical way: the same fields in the same order, unknown ones
    /// kept, figures as decimal strings, nothing filled in. `None` if there are errors.
    ///
    /// ```
    /// let text = r#"{ "format": "pledgeboard/1", "id": "p", "title": "P", "projects": [], "x": 1.0,
    ///                 "period": { "start": "2025-01-01", "end": "2025-12-31" }, "schedule": { "tolerance": 5.0 } }"#;
    /// let document = pledgeboard::read(text).to_json().unwrap();
    /// assert!(document.contains(r#""x":1.0"#) && document.ends_with(r#""schedule":{"tolerance":"5"}}"#));
    /// ```
    pub fn to_json(&self) -> Option<String> {
        let tree = json::parse(self.text.as_deref()?, &mut Faults::default());
        Some(normal::document(&tree.root, &shape::PROGRAMME))
    }
}

/// Reads a document.
///
/// Never fails half-way: a text that is no document at all gives diagnostics too.
///
/// ```
/// let reading = pledgeboard::read("<html>");
/// assert!(reading.programme.is_none());
/// # #[cfg(feature = "diagnostics")]
/// assert_eq!(reading.diagnostics[0].code, "html_not_json");
/// ```
pub fn read(text: &str) -> Reading {
    let mut faults = Faults::default();
    let tree = json::parse(text, &mut faults);
    let mut programme = None;
    if tree.whole {
        check::object(&tree.root, &shape::PROGRAMME, &mut faults);
        programme = document::programme(Object::of(&tree.root), &mut faults);
    }
    let programme = programme.filter(|_| !faults.any_errors());
    let text_kept = programme.is_some().then(|| text.to_owned());
    Reading { programme, diagnostics: faults.tell(text, &tree.root), text: text_kept }
}

/// Reads a document that was put together without a text.
#[cfg(feature = "build")]
pub(crate) fn read_tree(root: &Node<'_>) -> Reading {
    read(&normal::document(root, &shape::PROGRAMME))
}
