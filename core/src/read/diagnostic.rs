//! What is wrong with a document, and where.

use crate::{Error, Locale};

/// One thing to mend or to know about a document.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Diagnostic {
    /// Errors stop the evaluation, warnings do not.
    pub severity: Severity,
    /// The stable name of this kind of fault.
    pub code: &'static str,
    /// Where, as a JSON Pointer (RFC 6901): `/projects/0/commitments/2/target/value`.
    pub pointer: String,
    /// The line, from 1; 0 if the fault is not in the text.
    pub line: u32,
    /// The column in characters, from 1; 0 if the fault is not in the text.
    pub column: u32,
    pub(crate) message: [String; 2],
    pub(crate) hint: [String; 2],
}

/// How bad a [`Diagnostic`] is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Severity {
    /// The document cannot be evaluated until it is mended.
    Error,
    /// Something is kept aside or assumed; the evaluation goes on.
    Warning,
}

impl Severity {
    /// The stable word of the data.
    pub fn code(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

impl Diagnostic {
    /// One sentence: what is wrong.
    pub fn message(&self, locale: Locale) -> &str {
        &self.message[locale as usize]
    }

    /// One sentence: what to do.
    pub fn hint(&self, locale: Locale) -> &str {
        &self.hint[locale as usize]
    }
}

impl From<Error> for Diagnostic {
    /// The error as a diagnostic that stands nowhere in a text.
    fn from(error: Error) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            code: error.code(),
            pointer: String::new(),
            line: 0,
            column: 0,
            message: [Locale::ZhCn, Locale::En].map(|locale| error.message(locale).to_owned()),
            hint: [const { String::new() }; 2],
        }
    }
}
