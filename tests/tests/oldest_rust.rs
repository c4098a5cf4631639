//! The oldest Rust that the crate asks for: one figure, wherever it stands, that holds for all the crate needs.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../core")
}

fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--all-features"])
        .current_dir(core())
        .output()
        .expect("cargo metadata runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON")
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

fn by_id(list: &Value) -> HashMap<&str, &Value> {
    list.as_array().expect("a list").iter().map(|entry| (text(&entry["id"]), entry)).collect()
}

/// The published crate, and after it what it needs outside its own tests, with every feature and on every system.
fn needed(metadata: &Value) -> Vec<&Value> {
    let (packages, nodes) = (by_id(&metadata["packages"]), by_id(&metadata["resolve"]["nodes"]));
    let mut found = vec![text(&metadata["resolve"]["root"])];
    let mut next = 0;
    while next < found.len() {
        for dependency in nodes[found[next]]["deps"].as_array().expect("a list") {
            let mut kinds = dependency["dep_kinds"].as_array().expect("a list").iter();
            let id = text(&dependency["pkg"]);
            if kinds.any(|kind| kind["kind"] != "dev") && !found.contains(&id) {
                found.push(id);
            }
        }
        next += 1;
    }
    found.iter().map(|id| packages[id]).collect()
}

/// 1.71 and 1.71.0 as numbers.
fn version(text: &str) -> Vec<u32> {
    let mut parts: Vec<u32> = text.split('.').map(|part| part.parse().expect("a version of Rust")).collect();
    parts.resize(3, 0);
    parts
}

#[test]
fn no_dependency_needs_a_newer_rust() {
    let metadata = metadata();
    let needed = needed(&metadata);
    let names: Vec<&str> = needed.iter().map(|package| text(&package["name"])).collect();
    assert!(names.contains(&"serde_core") && names.contains(&"ts-rs-macros"), "{names:?}");
    assert!(!names.contains(&"proptest"), "only the tests need it: {names:?}");

    let oldest = text(&needed[0]["rust_version"]);
    let newer: Vec<String> = needed
        .iter()
        .filter_map(|package| Some((text(&package["name"]), package["rust_version"].as_str()?)))
        .filter(|(_, asked)| version(asked) > version(oldest))
        .map(|(name, asked)| format!("{name} needs Rust {asked}"))
        .collect();
    assert!(newer.is_empty(), "pledgeboard promises Rust {oldest}, but {}", newer.join(", "));
}

#[test]
fn the_readme_names_the_oldest_rust() {
    let metadata = metadata();
    let oldest = text(&needed(&metadata)[0]["rust_version"]);
    let readme = fs::read_to_string(core().join("README.md")).expect("a README");
    assert!(readme.contains(&format!("needs Rust {oldest} or newer")), "README.md does not say {oldest}");
}
