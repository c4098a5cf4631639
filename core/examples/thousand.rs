//! A thousand programmes: what is surely and what is possibly kept, places that overlap, and how late the figures come.

mod documents;

use std::collections::BTreeMap;

use pledgeboard::evaluate::{self, evaluate};
use pledgeboard::number::rate;
use pledgeboard::portfolio::{By, Portfolio, rank};
use pledgeboard::{Ratio, read};

fn main() -> Result<(), pledgeboard::Error> {
    let mut sectors = Portfolio::new(By::Sector);
    let mut shares = Vec::new();
    let mut lags: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for text in documents::documents(1000, 10, 4) {
        let programme = read(&text).programme.expect("generated documents are valid");
        let evaluation = evaluate(&programme, &evaluate::Options::default())?;
        sectors.add(&programme, &evaluation)?;
        for (commitment, outcome) in programme.commitments().zip(evaluation.commitments()) {
            if let Some(used) = &outcome.report {
                let body = commitment.affiliation.bodies[0].clone();
                let report = &commitment.reports[used.index];
                lags.entry(body).or_default().push(report.published_on.days_since(report.date).into());
            }
        }
        shares.push((programme.id, evaluation.programme.share_met));
    }

    println!("sector,commitments,share_met_low,share_met_high");
    for group in sectors.finish() {
        let met = group.rollup.share_met.expect("all have targets");
        println!("{},{},{},{}", group.name, group.rollup.with_target, percent(met.low())?, percent(met.high())?);
    }

    println!("\nprogramme,best,worst,share_met_low,share_met_high");
    for rank in rank(shares.iter().map(|(id, share)| (id.as_str(), *share))).iter().take(10) {
        let ((best, worst), met) = (rank.places.expect("a measure"), rank.measure.expect("a measure"));
        println!("{},{best},{worst},{},{}", rank.id, percent(met.low())?, percent(met.high())?);
    }

    println!("\nbody,commitments,mean_lag_days,longest_lag_days");
    for (body, days) in lags {
        let (sum, count): (i64, i64) = (days.iter().sum(), days.len().try_into().expect("a small number"));
        // A rate is in per cent: the mean is its hundredth.
        let mean = rate(&sum.to_string(), &(count * 100).to_string(), 2)?;
        println!("{body},{count},{mean},{}", days.iter().max().expect("a report"));
    }
    Ok(())
}

fn percent(end: Option<pledgeboard::End<Ratio>>) -> Result<String, pledgeboard::Error> {
    end.expect("shares have two ends").value.percent(2, pledgeboard::number::Rounding::HalfUp)
}
