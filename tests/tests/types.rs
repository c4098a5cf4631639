//! The TypeScript types of what an evaluation is in JavaScript, written from the Rust records.

use std::fmt::Write as _;
use std::path::Path;

use pledgeboard::claim::Verdict;
use pledgeboard::columns::FIELDS;
use pledgeboard::compare::Change;
use pledgeboard::evaluate::{Reason, Status};
use pledgeboard::extract::{Role, Rule};
use pledgeboard::pace::NoPace;
use pledgeboard::programme::{Basis, Bound};
use pledgeboard::wire;
use ts_rs::{Config, TS};

/// Appends a type with its documentation.
fn declare<T: TS>(file: &mut String, config: &Config) {
    let docs = T::docs().unwrap_or_default();
    write!(file, "\n{docs}export {}\n", T::decl(config)).unwrap();
}

/// The columns with their kinds, in their order.
fn columns() -> String {
    let mut file = String::from(
        "\n/**\n * What the columns of `columns` mean, and of which kind they are.\n */\nexport interface Columns {\n",
    );
    for field in FIELDS {
        writeln!(file, "/** {} */\n{}: {},", field.about, field.name, serde_json::to_string(&field.kind).unwrap())
            .unwrap();
    }
    file + "}\n"
}

#[test]
fn every_column_is_documented() {
    let mut page = String::from(
        "# The columns\n\nOne row per commitment: what `columns` gives in Rust and JavaScript, and `frame` in Python. Where a figure is an exact\n\
         decimal, the column of the same name with `_text` holds it as it is printed. Written from `core/src/columns/field.rs`.\n\n\
         | column | kind | what |\n|---|---|---|\n",
    );
    for field in FIELDS {
        let kind = serde_json::to_value(field.kind).unwrap();
        writeln!(page, "| `{}` | {} | {} |", field.name, kind.as_str().unwrap(), field.about).unwrap();
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/columns.md");
    expect_test::expect_file![path].assert_eq(&page);
}

#[test]
fn types_follow_the_records() {
    let config = Config::default();
    let mut file = String::from(
        "// Written from core/src/wire.rs: UPDATE_EXPECT=1 cargo test -p pledgeboard-tests --test types\n",
    );
    declare::<wire::Evaluation>(&mut file, &config);
    declare::<wire::ProjectOutcome>(&mut file, &config);
    declare::<wire::Outcome>(&mut file, &config);
    declare::<wire::SchedulePoint>(&mut file, &config);
    declare::<wire::ReportUsed>(&mut file, &config);
    declare::<wire::Interval>(&mut file, &config);
    declare::<wire::Rollup>(&mut file, &config);
    declare::<wire::PerStatus<u32>>(&mut file, &config);
    declare::<wire::Grounds>(&mut file, &config);
    declare::<wire::PublishedRate>(&mut file, &config);
    declare::<wire::Check>(&mut file, &config);
    declare::<wire::Checks>(&mut file, &config);
    declare::<wire::Total>(&mut file, &config);
    declare::<Verdict>(&mut file, &config);
    declare::<wire::Pace>(&mut file, &config);
    declare::<wire::GroupPace>(&mut file, &config);
    declare::<NoPace>(&mut file, &config);
    declare::<wire::Comparison>(&mut file, &config);
    declare::<wire::Pair>(&mut file, &config);
    declare::<wire::Totals>(&mut file, &config);
    declare::<wire::Quantity>(&mut file, &config);
    declare::<Bound>(&mut file, &config);
    declare::<Role>(&mut file, &config);
    declare::<Rule>(&mut file, &config);
    declare::<Change>(&mut file, &config);
    declare::<Status>(&mut file, &config);
    declare::<Reason>(&mut file, &config);
    declare::<Basis>(&mut file, &config);
    file.push_str(&columns());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../wasm/js/evaluation.d.ts");
    expect_test::expect_file![path].assert_eq(&file);
}
