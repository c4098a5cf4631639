//! The schema and the reader judge every document alike, where a schema can see.

use std::path::{Path, PathBuf};

use jsonschema::Validator;
use pledgeboard::read;
use pledgeboard::read::{SCHEMA, Severity};
use serde_json::Value;

/// Faults that a schema cannot see, and why.
const UNSEEN: [(&str, &str); 21] = [
    ("duplicate_key", "a schema sees the parsed object, in which one of the two is gone"),
    ("control_character", "escaped control characters are allowed in JSON"),
    ("lone_surrogate", "other parsers take it, or refuse the text as a whole"),
    ("too_deep", "a limit of the reader"),
    ("duplicate_id", "compares objects in different places"),
    ("unknown_source", "compares objects in different places"),
    ("invalid_period", "compares two days"),
    ("due_before_start", "compares two days"),
    ("plan_order", "compares two days"),
    ("plan_outside", "compares two days"),
    ("from_after_date", "compares two days"),
    ("published_before_date", "compares two days"),
    ("overlapping_reports", "compares days of two reports"),
    ("conflicting_reports", "compares two reports"),
    ("unknown_report", "compares two reports"),
    ("missing_from", "depends on the counting of the commitment and on its target"),
    ("zero_target", "zero may be written in many ways, and is fine with a baseline"),
    ("negative_target", "the same"),
    ("wrong_way_baseline", "compares two figures"),
    ("wrong_way_range", "compares two figures"),
    ("share_out_of_range", "compares two figures"),
];

/// Faults of which a schema sees some: each has a case below.
const HALF_SEEN: [&str; 4] = ["invalid_date", "out_of_range", "value_outside", "missing_figure"];

fn schema() -> Validator {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = [root.join("documents/valid"), root.join("documents/invalid"), root.join("../www/programmes")];
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let mut paths: Vec<_> = files.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths
}

#[test]
fn both_judge_every_document_alike() {
    let schema = schema();
    for path in documents() {
        let text = std::fs::read_to_string(&path).unwrap();
        let reading = read(&text);
        let errors = reading.diagnostics.iter().filter(|fault| fault.severity == Severity::Error);
        let errors: Vec<_> = errors.map(|fault| fault.code).collect();
        let by_schema = serde_json::from_str::<Value>(&text).is_ok_and(|document| schema.is_valid(&document));
        let visible = |code: &&str| !UNSEEN.iter().any(|(unseen, _)| unseen == code) && !HALF_SEEN.contains(code);
        if by_schema {
            assert!(!errors.iter().any(visible), "{path:?}: the schema sees nothing of {errors:?}");
        } else {
            assert!(!errors.is_empty(), "{path:?}: the reader sees nothing wrong, the schema does");
        }
    }
}

/// One fault at a time, so that no other one hides that the schema misses it.
#[test]
fn both_judge_every_single_fault_alike() {
    let schema = schema();
    let document: Value = serde_json::from_str(include_str!("../documents/valid/all-fields.json")).unwrap();
    assert!(schema.is_valid(&document));
    // Where, what, whether the reader takes it, whether the schema takes it.
    for (pointer, value, by_reader, by_schema) in [
        ("/format", r#""pledgeboard/2""#, false, false),
        ("/id", r#""-a""#, false, false),
        ("/id", r#""a b""#, false, false),
        ("/title", r#""  ""#, false, false),
        ("/lang", "null", false, false),
        ("/complete", r#""true""#, false, false),
        ("/labels", r#"{ "a": 1 }"#, false, false),
        ("/bodies", "[1]", false, false),
        ("/bodies", "[]", true, true),
        ("/place", r#"{ "code": "1" }"#, false, false),
        ("/period/start", r#""2025-1-1""#, false, false),
        ("/period/end", r#""2025-11-31""#, false, true),
        ("/schedule/basis", r#""weeks""#, false, false),
        ("/schedule/tolerance", "100.5", false, false),
        ("/schedule/tolerance", r#""100.5""#, false, true),
        ("/schedule/tolerance", r#""5%""#, false, false),
        ("/sources/0/url", r#""ftp://example.org""#, false, false),
        ("/sources/0/url", r#""https://a b""#, false, false),
        ("/sources/0/url", r#""HTTPS://例子.中国/公告?a=1""#, true, true),
        ("/projects/0/commitments/0/target", r#"{ "unit": "部" }"#, false, false),
        ("/projects/0/commitments/0/target", r#"{ "bound": "range", "value": "1" }"#, false, false),
        ("/projects/0/commitments/0/target", r#"{ "bound": "done", "value": "1" }"#, false, false),
        ("/projects/0/commitments/0/target", r#"{ "bound": "exact", "value": "1" }"#, false, false),
        ("/projects/0/commitments/0/target", r#"{ "bound": "done" }"#, true, true),
        ("/projects/0/commitments/0/target/value", r#""1e2""#, true, true),
        ("/projects/0/commitments/0/target/value", r#""01""#, false, false),
        ("/projects/0/commitments/0/target/value", r#""1e99""#, false, true),
        ("/projects/0/commitments/0/target/baseline", "{}", false, false),
        ("/projects/0/commitments/0/weight", "-1", false, false),
        ("/projects/0/commitments/0/weight", r#""-1""#, false, true),
        ("/projects/0/commitments/0/continues/0", r#""lifts""#, false, false),
        ("/projects/0/commitments/1/counting", r#""sum""#, false, false),
        ("/projects/0/commitments/0/plan/0", r#"{ "date": "2025-06-30" }"#, false, false),
        ("/projects/0/commitments/0/reports/0", r#"{ "date": "2025-06-30" }"#, false, false),
        ("/projects/0/commitments/0/reports/0", r#"{ "value": "1" }"#, false, false),
        ("/projects/0/commitments/0/reports/0", r#"{ "date": "2025-06-30", "as_printed": "若干" }"#, false, true),
        ("/projects/0/commitments/0/reports/0/stage", r#""started""#, false, false),
        ("/projects/0/commitments/0/changes/0/kind", r#""gone""#, false, false),
    ] {
        let mut changed = document.clone();
        *changed.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = serde_json::from_str(value).unwrap();
        let reading = read(&changed.to_string());
        assert_eq!(reading.programme.is_some(), by_reader, "reader: {pointer} {value} {:?}", reading.diagnostics);
        assert_eq!(schema.is_valid(&changed), by_schema, "schema: {pointer} {value}");
    }
}
