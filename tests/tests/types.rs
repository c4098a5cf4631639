//! The TypeScript types of what an evaluation is in JavaScript, written from the Rust records.

use std::fmt::Write as _;
use std::path::Path;

use pledgeboard::claim::Verdict;
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
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../wasm/js/evaluation.d.ts");
    expect_test::expect_file![path].assert_eq(&file);
}
