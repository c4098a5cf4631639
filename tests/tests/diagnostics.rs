//! Every document of `documents/valid` and `documents/invalid` against the diagnostics written beside it.
//!
//! To add one, put `X.json` there and run with `UPDATE_EXPECT=1`; then read what came out.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use pledgeboard::{Locale, read};

fn documents(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("documents").join(folder);
    let mut paths: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "{}", folder.display());
    paths
}

fn listed(text: &str) -> String {
    let mut list = String::new();
    for fault in &read(text).diagnostics {
        let (severity, code) = (fault.severity.code(), fault.code);
        writeln!(list, "{severity} {}:{} {} {code}", fault.line, fault.column, fault.pointer).unwrap();
        for locale in [Locale::ZhCn, Locale::En] {
            writeln!(list, "    {} | {}", fault.message(locale), fault.hint(locale)).unwrap();
        }
    }
    list
}

fn check(folder: &str) {
    for path in documents(folder) {
        let text = std::fs::read_to_string(&path).unwrap();
        expect_test::expect_file![path.with_extension("diagnostics.txt")].assert_eq(&listed(&text));
        assert_eq!(read(&text).programme.is_some(), folder == "valid", "{}", path.display());
    }
}

#[test]
fn valid_documents_have_no_errors() {
    check("valid");
}

#[test]
fn invalid_documents_have_the_expected_faults() {
    check("invalid");
}

/// Whoever mends a document wants to see all of its faults, not the first.
#[test]
fn twenty_faults_are_told_in_one_reading() {
    let diagnostics = read(include_str!("../documents/invalid/twenty-faults.json")).diagnostics;
    let lines: Vec<_> = diagnostics.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6, 7, 8, 10, 11, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27]);
    let codes: BTreeSet<_> = diagnostics.iter().map(|fault| fault.code).collect();
    assert_eq!(codes.len(), 20, "{codes:?}");
}

/// The documents of the demo are real ones; nothing may be wrong with them.
#[test]
fn the_programmes_of_the_demo_are_valid() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/programmes");
    for name in ["zhonglou-2024", "zhonglou-2025", "sample-2025"] {
        let text = std::fs::read_to_string(folder.join(name).with_extension("json")).unwrap();
        let reading = read(&text);
        assert!(reading.programme.is_some(), "{name}: {:#?}", reading.diagnostics);
        assert_eq!(reading.diagnostics, [], "{name}");
    }
}
