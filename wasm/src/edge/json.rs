//! The little JSON that this room writes itself: diagnostics. Everything else comes as text from the core.

use pledgeboard::read::Diagnostic;
use pledgeboard::{Error, Locale};
use std::fmt::Write as _;

/// The diagnostics as a JSON array, in the field order of the TypeScript types.
pub(super) fn diagnostics(found: &[Diagnostic], locale: Locale) -> String {
    let records = found.iter().map(|one| {
        let texts = [one.severity.code(), one.code, &one.pointer, one.message(locale), one.hint(locale)];
        record(texts, (one.line, one.column))
    });
    ["[", &records.collect::<Vec<_>>().join(","), "]"].concat()
}

/// An error that no text has a place for, as the same array.
pub(super) fn error(error: Error, locale: Locale) -> String {
    ["[", &record(["error", error.code(), "", error.message(locale), ""], (0, 0)), "]"].concat()
}

fn record([severity, code, pointer, message, hint]: [&str; 5], (line, column): (u32, u32)) -> String {
    let mut json = String::from("{");
    for (name, text) in [("severity", severity), ("code", code), ("pointer", pointer)] {
        field(&mut json, name, text);
    }
    let _ = write!(json, "\"line\":{line},\"column\":{column},");
    field(&mut json, "message", message);
    field(&mut json, "hint", hint);
    // The comma after the last field.
    json.pop();
    json.push('}');
    json
}

fn field(json: &mut String, name: &str, text: &str) {
    quote(json, name);
    json.push(':');
    quote(json, text);
    json.push(',');
}

fn quote(json: &mut String, text: &str) {
    json.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            c if c < ' ' => {
                let _ = write!(json, "\\u{:04x}", c as u32);
            }
            c => json.push(c),
        }
    }
    json.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diagnostics_are_json() {
        let found = pledgeboard::read("\"\u{1}").diagnostics;
        let json = diagnostics(&found, Locale::En);
        assert!(json.starts_with("[{\"severity\":\"error\",\"code\":\""), "{json}");
        assert!(json.ends_with("\"}]"), "{json}");
    }

    #[test]
    fn texts_are_quoted() {
        let mut json = String::new();
        quote(&mut json, "a\"\\\n部");
        assert_eq!(json, "\"a\\\"\\\\\\u000a部\"");
    }
}
