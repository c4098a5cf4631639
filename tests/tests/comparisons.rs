//! The real programmes compared, as canonical JSON: `documents/comparisons/OLD.NEW.json`. To write what comes out, run with
//! `UPDATE_EXPECT=1` and read the difference.

use std::fs;
use std::path::Path;

use pledgeboard::compare::{Change, Options, compare};
use pledgeboard::{Programme, Ratio};
use pledgeboard_wasm::calls::compare_text;

fn text(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../www/programmes/{name}.json"))).unwrap()
}

#[test]
fn comparisons_are_as_expected() {
    let record = compare_text(&text("zhonglou-2024"), &text("zhonglou-2025"), None, "en", None).unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("documents/comparisons/zhonglou-2024.zhonglou-2025.json");
    expect_test::expect_file![path].assert_eq(&(record + "\n"));
}

#[test]
fn zhonglou_goes_on_like_this() {
    let [before, after]: [Programme; 2] =
        ["zhonglou-2024", "zhonglou-2025"].map(|name| pledgeboard::read(&text(name)).programme.unwrap());
    let comparison = compare(&before, &after, &Options::default()).unwrap();
    let found = |id: &str| comparison.pairs.iter().find(|pair| pair.next == id && pair.score.is_none()).unwrap();
    let ratio = |a: i64, b: i64| Ratio::of(a.into(), b.into()).unwrap();
    for (id, change, promise, outcome) in [
        ("lifts", Change::Less, 39, 51),
        ("bus-shelters", Change::Less, 42, 14 + 32),
        ("school-places", Change::More, 7000, 3000),
        ("public-training", Change::UnitsDiffer, 8000, 9935),
        ("rescuer-training", Change::UnitsDiffer, 1000, 1098),
    ] {
        let pair = found(id);
        assert_eq!(pair.change, change, "{id}");
        assert_eq!(pair.ambition.unwrap().as_exact(), Some(ratio(promise, outcome)), "{id}");
    }
    assert_eq!(found("bus-shelters").previous, ["bus-shelters-new", "bus-shelters-rebuilt"]);
    // 1.94万 is 19 350 to below 19 450.
    let care = found("home-care").ambition.unwrap();
    assert_eq!(care.low().map(|end| (end.value, end.open)), Some((ratio(19_000, 19_450), true)));
    assert_eq!(care.high().map(|end| (end.value, end.open)), Some((ratio(19_000, 19_350), false)));
    let totals = comparison.totals;
    assert_eq!(totals.continued + totals.new, 73);
    assert_eq!(comparison.unresolved, [""; 0]);
}
