//! Whatever the text, there is a reading; and a document that is written again is the same document.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use pledgeboard::read::Severity;
use pledgeboard::{Locale, read};
use proptest::prelude::*;

const DESIGN: &str = include_str!("../documents/valid/design.json");
const ALL: &str = include_str!("../documents/valid/all-fields.json");

/// What must hold of the reading of any text.
fn holds(text: &str) {
    let reading = read(text);
    let errors = reading.diagnostics.iter().any(|fault| fault.severity == Severity::Error);
    assert_eq!(reading.programme.is_none(), errors, "{text}");
    assert_eq!(reading.to_json().is_none(), errors, "{text}");
    let mut last = (0, 0);
    for fault in &reading.diagnostics {
        assert!(last <= (fault.line, fault.column), "in the order of the text");
        last = (fault.line, fault.column);
        assert!(fault.line as usize <= text.matches('\n').count() + 1 && fault.column > 0);
        for locale in [Locale::ZhCn, Locale::En] {
            assert!(!fault.message(locale).is_empty() && !fault.hint(locale).is_empty());
        }
    }
}

#[test]
fn every_truncation_is_told() {
    let text = DESIGN.trim_end();
    for (end, _) in text.char_indices() {
        assert!(read(&text[..end]).programme.is_none());
        holds(&text[..end]);
    }
}

#[test]
fn every_changed_byte_gives_a_reading() {
    for at in 0..DESIGN.len() {
        for byte in [b' ', b'"', b'}', b'0', b',', b'\\', 0, 0xff] {
            let mut bytes = DESIGN.as_bytes().to_vec();
            bytes[at] = byte;
            holds(&String::from_utf8_lossy(&bytes));
        }
    }
}

/// Each figure, date, word and list taken out or replaced: the fields hold together in many ways.
#[test]
fn every_field_taken_out_or_replaced_gives_a_reading() {
    fn visit(value: &mut serde_json::Value, whole: &mut dyn FnMut(&mut serde_json::Value)) {
        let replacements =
            ["null", "0", "-1", "1e400", r#""""#, r#""0""#, r#""2025-06-30""#, r#""done""#, "[]", "{}", "[{}]"];
        let before = value.clone();
        for replacement in replacements.iter().filter_map(|text| serde_json::from_str(text).ok()) {
            *value = replacement;
            whole(value);
        }
        *value = before;
    }
    let document: serde_json::Value = serde_json::from_str(ALL).unwrap();
    let mut pointers = Vec::new();
    collect(&document, String::new(), &mut pointers);
    for pointer in pointers {
        let mut changed = document.clone();
        let mut copy = changed.pointer(&pointer).unwrap().clone();
        visit(&mut copy, &mut |value| {
            *changed.pointer_mut(&pointer).unwrap() = value.clone();
            holds(&changed.to_string());
        });
    }
}

fn collect(value: &serde_json::Value, pointer: String, pointers: &mut Vec<String>) {
    match value {
        serde_json::Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, format!("{pointer}/{index}"), pointers);
            }
        }
        serde_json::Value::Object(members) => {
            for (key, item) in members {
                collect(item, format!("{pointer}/{key}"), pointers);
            }
        }
        _ => (),
    }
    pointers.push(pointer);
}

proptest! {
    #[test]
    fn any_text_gives_a_reading(text in ".{0,200}") {
        holds(&text);
    }

    #[test]
    fn anything_like_json_gives_a_reading(text in r#"[\[\]{}:,"\\0-9a-z约，“” \n]{0,200}"#) {
        holds(&text);
    }

    #[test]
    fn every_string_survives_being_written_again(title in "\\PC{1,40}", note in r#"[\x00-\x07\x0e-\x1f\t\n\r\x7f"\\a约😀]{0,20}"#) {
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        let text = DESIGN
            .replacen(r#""2025年钟楼区十项民生实事项目""#, &quoted(&title), 1)
            .replacen(r#""level": "county""#, &format!(r#""level": {}"#, quoted(&note)), 1);
        let reading = read(&text);
        let json = reading.to_json();
        if let Some(programme) = reading.programme {
            prop_assert_eq!(programme.title, title);
            let again: serde_json::Value = serde_json::from_str(&json.unwrap()).unwrap();
            prop_assert_eq!(again["level"].as_str(), Some(note.as_str()));
        }
    }
}

#[test]
fn a_document_written_again_is_the_same_document() {
    for text in [DESIGN, ALL, include_str!("../documents/valid/warnings.json")] {
        let reading = read(text);
        let json = reading.to_json().unwrap();
        let again = read(&json);
        assert_eq!(again.programme, reading.programme);
        assert_eq!(again.to_json().unwrap(), json, "canonical");
        assert_eq!(again.diagnostics.len(), reading.diagnostics.len());
        let keys = |text: &str| {
            let mut pointers = Vec::new();
            collect(&serde_json::from_str(text).unwrap(), String::new(), &mut pointers);
            pointers
        };
        assert_eq!(keys(&json), keys(text), "nothing dropped, nothing added");
    }
}

#[test]
fn figures_are_strings_when_written_again() {
    let json = read(ALL).to_json().unwrap();
    for part in [r#""tolerance":"2.5""#, r#""value":"39""#, r#""weight":"2.5""#, r#""published_rate":"51.30""#] {
        assert!(json.contains(part), "{part} in {json}");
    }
    let json = read(include_str!("../documents/valid/warnings.json")).to_json().unwrap();
    assert!(json.contains(r#""my own":{"value":1.0,"nested":[null,true,{"a/b~c":"😀"}]}"#), "{json}");
}

/// Two seconds is what a reader of a page waits; this is a debug build.
#[test]
fn hostile_texts_are_answered_in_time() {
    let long = "字".repeat(3_300_000);
    let commitments = (0..40_000).fold(String::new(), |mut list, index| {
        write!(list, r#"{{"id":"c{index}","title":"C","source":"s{index}"}},"#).unwrap();
        list
    });
    let reports = (0..60_000).fold(String::new(), |mut list, index| {
        write!(
            list,
            r#"{{"date":"2025-06-30","value":"{index}","published_on":"2025-07-01","replaces":"2025-06-30"}},"#
        )
        .unwrap();
        list
    });
    let document = |commitments: &str, more: &str| {
        format!(
            r#"{{"format":"pledgeboard/1","id":"p","title":"P","period":{{"start":"2025-01-01","end":"2025-12-31"}},
                "projects":[{{"id":"a","title":"A","commitments":[{}]}}]{more}}}"#,
            commitments.trim_end_matches(',')
        )
    };
    let keys = (0..300_000).fold(String::new(), |mut list, index| {
        write!(list, r#","titl{}":0"#, index / 2).unwrap();
        list
    });
    let one = format!(r#"{{"id":"c","title":"C","reports":[{}]}}"#, reports.trim_end_matches(','));
    let printed = |words: &str| {
        let report = format!(r#"{{"date":"2025-06-30","published_on":"2025-07-01","as_printed":"{words}"}}"#);
        document(&format!(r#"{{"id":"c","title":"C","reports":[{report}]}}"#), "")
    };
    for (name, text, code) in [
        ("long print", printed(&"1".repeat(4_000_000)), Some("unreadable_print")),
        ("one string", format!("\"{long}\""), Some("wrong_type")),
        ("open string", format!("\"{long}"), Some("unexpected_end")),
        ("too large", "[".repeat(10_000_001), Some("too_large")),
        ("deep lists", "[".repeat(10_000), Some("too_deep")),
        ("deep objects", r#"{"a":"#.repeat(10_000), Some("too_deep")),
        ("commas", ",".repeat(9_000_000), Some("invalid_json")),
        ("quotes", "\"".repeat(9_000_000), Some("trailing_text")),
        ("escapes", format!("\"{}\"", "\\u0000".repeat(1_000_000)), Some("invisible_character")),
        ("numbers", format!("[{}1]", "1 ".repeat(1_000_000)), Some("missing_comma")),
        ("one number", "1".repeat(9_000_000), Some("wrong_type")),
        ("blanks", " ".repeat(9_000_000), Some("empty_text")),
        ("unknown sources", document(&commitments, ""), Some("unknown_source")),
        ("unknown fields", document("", &keys), Some("duplicate_key")),
        ("many reports of a day", document(&one, ""), None),
    ] {
        let start = Instant::now();
        let reading = read(&text);
        let took = start.elapsed();
        assert!(took < Duration::from_secs(2), "{name}: {took:?}");
        if let Some(code) = code {
            let codes: Vec<_> = reading.diagnostics.iter().map(|fault| fault.code).take(3).collect();
            assert!(codes.contains(&code), "{name}: {codes:?}");
        }
        assert!(reading.diagnostics.len() <= 1001, "{name}");
    }
}
