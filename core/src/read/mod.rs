//! From the text of a document to a valid programme, with everything that is wrong with it.

mod diagnostic;

pub use diagnostic::{Diagnostic, Severity};

use crate::Programme;

/// What reading a document gives: the programme, unless there are errors, and all diagnostics in reading order.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Reading {
    /// The programme with all defaults filled in; `None` if a diagnostic is an error.
    pub programme: Option<Programme>,
    /// Everything to mend or to know, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}
