//! Two years of Zhonglou District: what was kept, and how the new promises compare with the last outcomes.
//!
//! `zhonglou 2024.json 2025.json`; without paths, the documents of the repository.

use std::path::{Path, PathBuf};

use pledgeboard::compare::{self, compare};
use pledgeboard::evaluate::{self, evaluate};
use pledgeboard::number::Rounding;
use pledgeboard::{Decimal, End, Error, Interval, Programme, Ratio, read};

fn main() -> Result<(), Error> {
    let paths: Vec<PathBuf> = match std::env::args_os().skip(1).map(PathBuf::from).collect::<Vec<_>>() {
        given if !given.is_empty() => given,
        _ => ["zhonglou-2024.json", "zhonglou-2025.json"].map(|name| repository().join(name)).to_vec(),
    };
    let programmes: Vec<Programme> = paths.iter().map(|path| open(path)).collect();

    println!("programme,as_of,commitments,with_target,share_met_low,share_met_high,mean_capped_low,mean_capped_high");
    for programme in &programmes {
        let evaluation = evaluate(programme, &evaluate::Options::default())?;
        let all = &evaluation.programme;
        let (met, capped) =
            (ends(all.share_met.as_ref(), Ratio::percent)?, ends(all.mean_capped_rate.as_ref(), Ratio::percent)?);
        println!("{},{},{},{},{met},{capped}", programme.id, evaluation.as_of, all.commitments, all.with_target);
    }

    let [previous, next] = programmes.as_slice() else { return Ok(()) };
    println!("\nprevious,next,outcome_low,outcome_high,unit,new_promise,ambition_low,ambition_high");
    for pair in compare(previous, next, &compare::Options::default())?.pairs {
        // A match of titles that nobody declared is a suggestion, no figure.
        let (None, Some(outcome)) = (pair.score, pair.last_outcome) else { continue };
        let amount = |amount: Option<Decimal>| amount.map_or(String::new(), |amount| amount.to_string());
        let ambition = ends(pair.ambition.as_ref(), Ratio::decimal)?;
        println!(
            "{},{},{},{},{},{},{}",
            pair.previous.join(" "),
            pair.next,
            amount(outcome.low().map(|end| end.value)),
            amount(outcome.high().map(|end| end.value)),
            pair.last_unit,
            amount(pair.new_promise),
            ambition,
        );
    }
    Ok(())
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/programmes")
}

fn open(path: &Path) -> Programme {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    read(&text).programme.unwrap_or_else(|| panic!("{} is no valid programme", path.display()))
}

/// The two ends with two decimals: of a single figure to the nearest, else outward.
fn ends(figure: Option<&Interval<Ratio>>, print: Print) -> Result<String, Error> {
    let Some(figure) = figure else { return Ok(",".to_owned()) };
    let (down, up) =
        if figure.is_exact() { (Rounding::HalfUp, Rounding::HalfUp) } else { (Rounding::Down, Rounding::Up) };
    let end = |end: Option<End<Ratio>>, rounding| end.map_or(Ok(String::new()), |end| print(&end.value, 2, rounding));
    Ok([end(figure.low(), down)?, end(figure.high(), up)?].join(","))
}

/// As a share in per cent, or as it is.
type Print = fn(&Ratio, u32, Rounding) -> Result<String, Error>;
