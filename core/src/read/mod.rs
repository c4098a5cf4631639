//! From the text of a document to a valid programme, with everything that is wrong with it.

mod check;
mod commitment;
mod diagnostic;
mod document;
mod fault;
mod history;
mod json;
mod normal;
mod object;
mod order;
mod report;
mod shape;
mod target;
mod words;

pub use diagnostic::{Diagnostic, Severity};

use fault::Faults;
use object::Object;

use crate::Programme;

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
