//! Every document that can be evaluated, with what must come out as canonical JSON.
//!
//! `documents/evaluations/X.json` is the evaluation of the document `X` as of its latest publication, and `X@2025-06-30.json`
//! of that day. The test in `node/` holds the wasm to the same bytes. To add a day, make an empty file of that name; to
//! write what comes out, run with `UPDATE_EXPECT=1` and read the difference.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use pledgeboard_wasm::calls::evaluate_text;

/// Where documents stand that can be evaluated.
const DOCUMENTS: [&str; 3] = ["documents/valid", "documents/drawn", "../www/programmes"];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The files of a folder that end in `.json`, by name.
fn documents(name: &str) -> BTreeMap<String, PathBuf> {
    let paths = fs::read_dir(folder(name)).unwrap().map(|entry| entry.unwrap().path());
    let json = paths.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    json.map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), path)).collect()
}

#[test]
fn evaluations_are_as_expected() {
    let documents_by_name: BTreeMap<_, _> = DOCUMENTS.into_iter().flat_map(documents).collect();
    assert!(documents_by_name.len() > 5, "the folders hold documents");
    let expected = documents("documents/evaluations");
    let names = documents_by_name.keys().chain(expected.keys().filter(|name| name.contains('@')));
    for name in names {
        let (document, day) =
            name.split_once('@').map_or((name.as_str(), None), |(document, day)| (document, Some(day)));
        let text = fs::read_to_string(&documents_by_name[document]).unwrap();
        let evaluation = evaluate_text(&text, day.map(str::to_owned), "en", None).unwrap();
        let path = folder("documents/evaluations").join(format!("{name}.json"));
        expect_test::expect_file![path].assert_eq(&(evaluation + "\n"));
    }
    for name in expected.keys() {
        let document = name.split('@').next().unwrap();
        assert!(documents_by_name.contains_key(document), "{name} is the evaluation of no document");
    }
}
