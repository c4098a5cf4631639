//! The public API of the crate as a list, `core/api.txt`: what a release can break shows in its diff.
//!
//! The list says what `cargo public-api` says of all features together, less what follows from the rest: the functions of traits that a
//! type implements, blanket and automatic implementations (but what is *not* `Send`, say, is there). The implementations of `ts_rs::TS`
//! are for one test of ours.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::{Write as _, stderr};
use std::path::{Path, PathBuf};
use std::process::Command;

use public_api::{Builder, PublicItem};
use serde_json::Value;

/// What rustdoc says of the crate, as JSON. Only unstable options make it, which `RUSTC_BOOTSTRAP` lets a stable Rust take.
fn rustdoc() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("api");
    let output = Command::new(env!("CARGO"))
        .args(["rustdoc", "--locked", "--package", "pledgeboard", "--lib", "--all-features", "--target-dir"])
        .arg(&target)
        .args(["--", "-Z", "unstable-options", "--output-format", "json"])
        .env("RUSTC_BOOTSTRAP", "pledgeboard")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo rustdoc runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    target.join("doc/pledgeboard.json")
}

fn listing(json: &Path) -> String {
    let items = |without_automatic| {
        let builder =
            Builder::from_rustdoc_json(json).omit_blanket_impls(true).omit_auto_trait_impls(without_automatic);
        builder.build().expect("rustdoc's JSON is read").into_items().map(|item| (item.to_string(), item))
    };
    let is_impl = |line: &str| line.starts_with("impl");
    let ours = |line: &str| !line.contains("ts_rs::") && !line.contains("core::marker::StructuralPartialEq");
    let written: Vec<(String, PublicItem)> = items(true).collect();
    let of_traits: HashMap<_, &str> = written
        .iter()
        .filter(|(line, _)| is_impl(line) && line.contains(" for "))
        .map(|(line, item)| (item.id(), line.as_str()))
        .collect();
    let said = |line: &str, item: &PublicItem| match item.parent_id().and_then(|parent| of_traits.get(&parent)) {
        Some(implementation) => ours(implementation) && !line.starts_with("pub fn"),
        None => ours(line) && (!is_impl(line) || line.contains(" for ")),
    };
    let said = written.iter().filter(|(line, item)| said(line, item)).map(|(line, _)| line.clone());
    let refused = items(false).map(|(line, _)| line).filter(|line| is_impl(line) && line.contains('!'));
    said.chain(refused).map(|line| line + "\n").collect()
}

/// The lines of one list that stand nowhere in the other.
fn missing(sign: &str, list: &str, other: &str) -> Vec<String> {
    let other: HashSet<&str> = other.lines().collect();
    list.lines().filter(|line| !other.contains(line)).map(|line| format!("{sign} {line}")).collect()
}

#[test]
fn the_public_api_is_the_listed_one() {
    let updates = std::env::var_os("UPDATE_EXPECT").is_some();
    let json = rustdoc();
    let written: Value = serde_json::from_slice(&fs::read(&json).expect("rustdoc wrote it")).expect("JSON");
    let (format, known) = (&written["format_version"], rustdoc_types::FORMAT_VERSION);
    if *format != known {
        let why =
            format!("rustdoc of this Rust writes format {format}; the listing is read from format {known} (Rust 1.95)");
        assert!(!updates, "core/api.txt cannot be written: {why}");
        // Not by a macro: the runner would keep what it prints to itself.
        writeln!(stderr(), "skipped: core/api.txt was not compared: {why}").expect("a place to say so");
        return;
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/api.txt");
    let (listed, found) = (fs::read_to_string(&path).unwrap_or_default(), listing(&json));
    // Two lists of this length side by side are nothing to read.
    let differences = [missing("-", &listed, &found), missing("+", &found, &listed)].concat().join("\n");
    assert!(
        differences.is_empty() || updates,
        "the public API is another than core/api.txt lists (CONTRIBUTING.md says what to do):\n{differences}"
    );
    expect_test::expect_file![path].assert_eq(&found);
}
