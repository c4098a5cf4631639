//! Two years side by side: what was promised last, what came of it, what is promised now; and how fast the new year goes.

use pledgeboard::compare::{Options, compare};
use pledgeboard::evaluate::{self, evaluate};
use pledgeboard::explain::pairs;
use pledgeboard::number::Rounding;
use pledgeboard::pace::{Outlook, outlook};
use pledgeboard::{Error, Programme, read};

const LAST: &str = include_str!("programmes/green-2024.json");
const NEXT: &str = include_str!("programmes/green-2025.json");

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

    // What was known in August.
    let evaluation = evaluate(&next, &evaluate::Options::as_of("2025-08-31".parse()?))?;
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
