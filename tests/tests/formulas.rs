//! Every formula on figures computed by hand: `documents/formulas/statistics.tsv`, one a line.

use pledgeboard_wasm::calls::evaluate_text;
use serde_json::{Value, json};

/// The document of a line: what stands in every one, with the line's own fields over it.
fn document(fields: &str, commitments: &str) -> String {
    let mut commitments: Value = serde_json::from_str(commitments).unwrap();
    for (index, commitment) in commitments.as_array_mut().unwrap().iter_mut().enumerate() {
        commitment["id"] = json!(format!("c{index}"));
        commitment["title"] = json!("C");
        if let Some(target) = commitment.get_mut("target") {
            target["published_on"] = json!("2025-01-06");
        }
        for report in commitment["reports"].as_array_mut().unwrap() {
            if report.get("published_on").is_none() {
                report["published_on"] = report["date"].clone();
            }
        }
    }
    let mut document = json!({
        "format": "pledgeboard/1", "id": "a", "title": "A",
        "period": { "start": "2025-01-01", "end": "2025-12-31" },
        "projects": [{ "id": "p", "title": "P", "commitments": commitments }],
    });
    let fields: Value = serde_json::from_str(fields).unwrap();
    document.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    document.to_string()
}

#[test]
fn every_formula_gives_what_was_computed_by_hand() {
    let table = include_str!("../documents/formulas/statistics.tsv");
    let (mut rows, mut wrong) = (0, Vec::new());
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [day, fields, commitments, place, expected, because] = columns[..] else { panic!("six columns: {line}") };
        let text = evaluate_text(&document(fields, commitments), Some(day.to_owned()), "en", None);
        let evaluation: Value = serde_json::from_str(&text.unwrap_or_else(|found| panic!("{line}\n{found}"))).unwrap();
        let pointer = match place.split_once('.').unwrap() {
            ("c", rest) => format!("/projects/0/commitments/{}", rest.replace('.', "/")),
            ("p", rest) => format!("/programme/{}", rest.replace('.', "/")),
            _ => panic!("{place}: c or p"),
        };
        let found = evaluation.pointer(&pointer).unwrap_or_else(|| panic!("nothing at {pointer}"));
        let found = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
        if found != expected {
            wrong.push(format!("{place} is {found}, not {expected}: {because}\n  {line}"));
        }
        rows += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(rows > 80, "{rows} rows");
}
