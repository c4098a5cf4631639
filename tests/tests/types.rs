//! The TypeScript types of what an evaluation is in JavaScript, written from the Rust records.

use std::fmt::Write as _;
use std::path::Path;

use pledgeboard::Status;
use pledgeboard::evaluate::Reason;
use pledgeboard::wire;
use ts_rs::{Config, TS};

fn one_of<'c>(codes: impl Iterator<Item = &'c str>) -> String {
    codes.map(|code| format!("'{code}'")).collect::<Vec<_>>().join(" | ")
}

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
    let statuses = one_of(Status::ALL.iter().map(|status| status.code()));
    let reasons = one_of(Reason::ALL.iter().map(|reason| reason.code()));
    write!(
        file,
        "\n/** What can be said of a commitment on a day: exactly one of these. */\nexport type Status = {statuses};\n"
    )
    .unwrap();
    write!(file, "\n/** What a status alone does not say. */\nexport type Reason = {reasons};\n").unwrap();
    declare::<wire::Evaluation>(&mut file, &config);
    declare::<wire::ProjectOutcome>(&mut file, &config);
    declare::<wire::Outcome>(&mut file, &config);
    declare::<wire::TargetInForce>(&mut file, &config);
    declare::<wire::SchedulePoint>(&mut file, &config);
    declare::<wire::ReportUsed>(&mut file, &config);
    declare::<wire::Interval>(&mut file, &config);
    declare::<wire::Rollup>(&mut file, &config);
    declare::<wire::Counts<String>>(&mut file, &config);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../wasm/js/evaluation.d.ts");
    expect_test::expect_file![path].assert_eq(&file);
}
