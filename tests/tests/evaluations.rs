//! Every valid document with its expected evaluation beside it, as canonical JSON.
//!
//! `X.json` is evaluated as of its latest publication and must give `X.evaluation.json`; a file
//! `X@2025-06-30.evaluation.json` asks for another day. The test in `node/` holds the wasm to the same bytes. To change
//! them, run with `UPDATE_EXPECT=1` and read the difference.

use std::path::{Path, PathBuf};

use pledgeboard_wasm::edge::evaluate_text;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn evaluated(document: &Path, as_of: Option<&str>) -> String {
    let text = std::fs::read_to_string(document).unwrap();
    evaluate_text(&text, as_of.map(str::to_owned), "en", None).unwrap() + "\n"
}

#[test]
fn evaluations_are_as_expected() {
    let documents = ["documents/valid", "documents/drawn"].map(folder);
    let named = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let mut count = 0;
    for folder in &documents {
        for path in files(folder) {
            let name = named(&path);
            let Some(name) = name.strip_suffix(".json").filter(|name| !name.ends_with(".evaluation")) else { continue };
            let expected = path.with_file_name(format!("{name}.evaluation.json"));
            expect_test::expect_file![expected].assert_eq(&evaluated(&path, None));
            count += 1;
        }
        for path in files(folder) {
            let name = named(&path);
            let Some((document, day)) = name.strip_suffix(".evaluation.json").and_then(|name| name.split_once('@'))
            else {
                continue;
            };
            let document = path.with_file_name(format!("{document}.json"));
            expect_test::expect_file![path].assert_eq(&evaluated(&document, Some(day)));
            count += 1;
        }
    }
    assert!(count > 3, "the folders hold documents");
}
