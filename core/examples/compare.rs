//! Two years side by side: what was promised last, what came of it, what is promised now; and how fast the new year goes.

use pledgeboard::compare::{Options, compare};
use pledgeboard::evaluate::{self, evaluate};
use pledgeboard::explain::pairs;
use pledgeboard::number::Rounding;
use pledgeboard::pace::{Outlook, outlook};
use pledgeboard::{Error, Programme, read};

const LAST: &str = r#"{
  "format": "pledgeboard/1", "id": "green-2024", "title": "Green District 2024", "sample": true,
  "period": { "start": "2024-01-01", "end": "2024-12-31" }, "adopted": { "date": "2024-01-05" },
  "projects": [{ "id": "homes", "title": "安居", "commitments": [
    { "id": "lifts", "title": "既有住宅加装电梯", "target": { "value": "40", "unit": "部" },
      "reports": [{ "date": "2024-12-31", "value": "51", "published_on": "2025-01-06" }] },
    { "id": "trained", "title": "救护培训", "target": { "value": "8000", "unit": "人次" },
      "reports": [{ "date": "2024-12-31", "value": "9935", "published_on": "2025-01-06" }] },
    { "id": "trail", "title": "健身步道", "target": { "value": "2", "unit": "公里" } }
  ] }]
}"#;

const NEXT: &str = r#"{
  "format": "pledgeboard/1", "id": "green-2025", "title": "Green District 2025", "sample": true,
  "period": { "start": "2025-01-01", "end": "2025-12-31" }, "adopted": { "date": "2025-01-06" },
  "projects": [{ "id": "homes", "title": "安居", "commitments": [
    { "id": "lifts", "title": "既有住宅加装电梯", "target": { "value": "39", "unit": "部" }, "continues": ["green-2024#lifts"],
      "reports": [{ "date": "2025-03-31", "value": "9", "published_on": "2025-04-10" },
                  { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
    { "id": "trained", "title": "救护培训", "target": { "value": "8000", "unit": "人" }, "continues": ["green-2024#trained"] },
    { "id": "fairs", "title": "招聘会", "target": { "value": "5", "unit": "场" } }
  ] }]
}"#;

fn main() -> Result<(), Error> {
    let [last, next]: [Programme; 2] = [LAST, NEXT].map(|text| read(text).programme.expect("a valid document"));

    let comparison = compare(&last, &next, &Options::default())?;
    for pair in &comparison.pairs {
        let ambition = pair.ambition.and_then(|ambition| ambition.as_exact());
        let ambition = ambition.map(|ratio| ratio.decimal(2, Rounding::HalfUp)).transpose()?;
        println!(
            "{} ({}): new promise / last outcome = {}",
            pair.next,
            pair.change.code(),
            ambition.as_deref().unwrap_or("?")
        );
    }
    println!("new: {}; dropped: {}", comparison.new.join(", "), comparison.dropped.join(", "));

    let evaluation = evaluate(&next, &evaluate::Options::default())?;
    for (commitment, outcome) in pairs(&next, &evaluation) {
        match outlook(&next, commitment, outcome, evaluation.as_of)? {
            Outlook::Nothing(why) => println!("{}: no pace ({})", commitment.id, why.code()),
            Outlook::Pace(pace) => {
                let exact = |paces: pledgeboard::Interval<pledgeboard::Ratio>| {
                    let pace = paces.as_exact().expect("its figures are exact");
                    pace.decimal(4, Rounding::HalfUp)
                };
                println!("{}: {} a day, {} needed", commitment.id, exact(pace.observed)?, exact(pace.required)?);
                println!("{}: at that pace met on {}", commitment.id, pace.met_on.expect("it grows"));
            }
        }
    }
    Ok(())
}
