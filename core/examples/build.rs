//! A programme made in Rust: what is to be known about it, what had come of it by the end of June, and its document.

use pledgeboard::build::{
    AdoptionBuilder, ChangeBuilder, CommitmentBuilder, ProgrammeBuilder, ProjectBuilder, ReportBuilder, SourceBuilder,
    TargetBuilder,
};
use pledgeboard::evaluate::{Options, evaluate};
use pledgeboard::explain::{explain, pairs};
use pledgeboard::programme::{Goal, Percentage};
use pledgeboard::{Date, Error, Locale, Period};

fn main() -> Result<(), Error> {
    let year = Period::new(Date::new(2026, 1, 1)?, Date::new(2026, 12, 31)?)?;
    let summer = Date::new(2026, 6, 30)?;

    // Rows as they come from a table: id, title, unit, promised, reached.
    let rows = [("lifts", "Lifts", "部", "40", "22"), ("beds", "Beds for the old", "张", "150", "61")];
    let mut homes = ProjectBuilder::new("homes", "Homes");
    for (id, title, unit, promised, reached) in rows {
        let target = TargetBuilder::new(Goal::AtLeast(promised.parse()?)).unit(unit);
        let report = ReportBuilder::new(summer).value(reached.parse()?).source("half-year");
        homes = homes.commitments([CommitmentBuilder::new(id, title).source("list").target(target).reports([report])]);
    }

    let trail = Goal::About { value: 2.into(), tolerance: Percentage::new(10.into())? };
    let trail = CommitmentBuilder::new("trail", "Trail along the river")
        .source("list")
        .target(TargetBuilder::new(trail).unit("公里").as_printed("约2公里"))
        .reports([ReportBuilder::new(summer).as_printed("约1.9公里").source("half-year")]);
    // Nobody says when the pool was given up: the reader assumes the same day, and says so.
    let pool = CommitmentBuilder::new("pool", "Swimming pool")
        .source("list")
        .target(TargetBuilder::new(Goal::Done))
        .changes([ChangeBuilder::withdrawn(Date::new(2026, 5, 1)?).reason("no site was found")]);

    let reading = ProgrammeBuilder::new("green-2026", "Green District 2026", year)
        .lang("en")
        .sample(true)
        .bodies(["District government"])
        .adopted(AdoptionBuilder::new(Date::new(2026, 1, 6)?).how("ballot"))
        .sources([
            SourceBuilder::new("list", "The list").date(Date::new(2026, 1, 6)?),
            SourceBuilder::new("half-year", "What was done by summer").date(Date::new(2026, 7, 9)?),
        ])
        .projects([homes, ProjectBuilder::new("open-air", "Open air").commitments([trail, pool])])
        .build();

    for diagnostic in &reading.diagnostics {
        println!("{} {}: {}", diagnostic.pointer, diagnostic.code, diagnostic.message(Locale::En));
    }
    let programme = reading.programme.as_ref().expect("warnings only");
    let evaluation = evaluate(programme, &Options::default())?;
    for (commitment, outcome) in pairs(programme, &evaluation) {
        let words = explain(programme, &evaluation, commitment, outcome, Locale::En);
        println!("{} ({}): {words}", commitment.id, outcome.status.code());
    }
    println!("{}", reading.to_json().expect("a valid document"));
    Ok(())
}
