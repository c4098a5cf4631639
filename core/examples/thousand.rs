//! A thousand programmes: what is surely and what is possibly kept, places that overlap, and how late the figures come.

mod documents;

use std::collections::BTreeMap;

use pledgeboard::evaluate::{self, RollupSum, evaluate};
use pledgeboard::number::Rounding;
use pledgeboard::portfolio::rank;
use pledgeboard::{Error, Interval, Ratio, read};

fn main() -> Result<(), Error> {
    let everybody = evaluate::Options::as_of("2025-01-31".parse()?);
    let mut all = RollupSum::default();
    let mut shares = Vec::new();
    let mut lags: BTreeMap<String, Lags> = BTreeMap::new();
    for text in documents::documents(1000, 12, 4) {
        let programme = read(&text).programme.expect("generated documents are valid");
        let evaluation = evaluate(&programme, &everybody)?;
        for (commitment, outcome) in programme.commitments().zip(evaluation.commitments()) {
            all.add(outcome)?;
            let body = lags.entry(commitment.affiliation.bodies[0].clone()).or_default();
            body.promises += 1;
            if let Some(used) = &outcome.report {
                let report = &commitment.reports[used.index];
                body.days.push(report.published_on.days_since(report.date));
            }
        }
        shares.push((programme.id, evaluation.programme.share_met));
    }

    println!("promises,kept_low,kept_high");
    let all = all.finish();
    println!("{},{}", all.with_target, ends(all.share_met.as_ref())?);

    println!("\nprogramme,kept_low,kept_high,best,worst");
    for rank in rank(shares.iter().map(|(id, share)| (id.as_str(), *share))).iter().take(10) {
        let (best, worst) = rank.places.expect("all have targets");
        println!("{},{},{best},{worst}", rank.id, ends(rank.measure.as_ref())?);
    }

    println!("\nbody,reported,promises,median,longest");
    for (body, Lags { promises, mut days }) in lags {
        days.sort_unstable();
        let middle = |index: usize| days[index / 2];
        // Twice the median is whole.
        let twice = middle(days.len() - 1) + middle(days.len());
        let median = Ratio::of(i64::from(twice).into(), 2.into())?.decimal(1, Rounding::HalfUp)?;
        println!("{body},{},{promises},{median},{}", days.len(), days[days.len() - 1]);
    }
    Ok(())
}

/// How late a body's figures came.
#[derive(Default)]
struct Lags {
    promises: usize,
    /// From the day that a figure is about to the day it was published.
    days: Vec<i32>,
}

fn ends(share: Option<&Interval<Ratio>>) -> Result<String, Error> {
    let (low, high) = share.and_then(|share| share.low().zip(share.high())).expect("a share has two ends");
    let print = |end: pledgeboard::End<Ratio>| end.value.percent(2, Rounding::HalfUp);
    Ok([print(low)?, print(high)?].join(","))
}
