//! Many programmes: grouped by sector, ranked with the places that the unknown leaves open, and as columns.

use pledgeboard::columns::{Columns, Values};
use pledgeboard::evaluate::{Evaluation, Options, evaluate};
use pledgeboard::number::Rounding;
use pledgeboard::portfolio::{By, Portfolio, rank};
use pledgeboard::{Error, Interval, Programme, Ratio, read};

/// A district with three promises of ten each; an empty figure was never published.
fn district(id: &str, reached: [&str; 3]) -> Programme {
    let commitments = ["housing", "health", "education"].iter().zip(reached).map(|(sector, reached)| {
        let report = format!(r#"{{"date":"2025-12-31","value":"{reached}","published_on":"2026-01-06"}}"#);
        let reports = if reached.is_empty() { "" } else { &report };
        format!(
            r#"{{"id":"{sector}","title":"{sector}","sector":"{sector}","target":{{"value":"10"}},"reports":[{reports}]}}"#
        )
    });
    let commitments = commitments.collect::<Vec<_>>().join(",");
    let text = format!(
        r#"{{"format":"pledgeboard/1","sample":true,"id":"{id}","title":"{id}","period":{{"start":"2025-01-01","end":"2025-12-31"}},"adopted":{{"date":"2025-01-06"}},"projects":[{{"id":"all","title":"All","commitments":[{commitments}]}}]}}"#
    );
    read(&text).programme.expect("a valid document")
}

fn main() -> Result<(), Error> {
    let programmes = [
        district("east", ["10", "12", "9"]),
        district("north", ["10", "4", "3"]),
        district("south", ["11", "", ""]),
        district("west", ["2", "5", "0"]),
    ];
    let as_of = Options::as_of("2026-01-31".parse()?);
    let evaluated = programmes
        .iter()
        .map(|programme| Ok((programme, evaluate(programme, &as_of)?)))
        .collect::<Result<Vec<_>, Error>>()?;

    let mut sectors = Portfolio::new(By::Sector);
    for (programme, evaluation) in &evaluated {
        sectors.add(programme, evaluation)?;
    }
    for sector in sectors.finish() {
        println!("{}: {} of {} programmes", sector.name, share(sector.rollup.share_met.as_ref())?, sector.programmes);
    }

    // What south kept silent about could put it first or next to last.
    println!();
    let measure =
        |(programme, evaluation): &(&Programme, Evaluation)| (programme.id.clone(), evaluation.programme.share_met);
    let measures: Vec<_> = evaluated.iter().map(measure).collect();
    for rank in rank(measures.iter().map(|(id, share)| (id.as_str(), *share))) {
        let (best, worst) = rank.places.expect("each has a measure");
        println!("{}: place {best} to {worst}, {}", rank.id, share(rank.measure.as_ref())?);
    }

    println!();
    let mut columns = Columns::new(2);
    for (programme, evaluation) in &evaluated {
        columns.add(programme, evaluation)?;
    }
    let rates = columns.column("rate_low").expect("a field of every table");
    let Values::Number(values) = rates.values() else { unreachable!("rates are numbers") };
    let known = rates.valid().map_or(values.len(), |valid| valid.iter().map(|bit| usize::from(*bit)).sum());
    println!("{} rows, {} columns, {known} rates", columns.rows(), columns.iter().count());
    Ok(())
}

/// A share in per cent, its two ends rounded outward.
fn share(share: Option<&Interval<Ratio>>) -> Result<String, Error> {
    let ends = share.and_then(|share| share.low().zip(share.high()));
    let (low, high) = ends.expect("a share of promises is bounded");
    if low == high {
        return Ok(low.value.percent(1, Rounding::HalfUp)? + " %");
    }
    Ok(format!("{}–{} %", low.value.percent(1, Rounding::Down)?, high.value.percent(1, Rounding::Up)?))
}
