//! Statistics over many commitments (汇总).

use super::evaluation::{Outcome, Rollup};
use super::status::{Reason, Status};
use crate::number::RateSum;
use crate::order::sorted;
use crate::{Error, Interval, Ratio};

/// The statistics over any group of commitments: a project, a programme, a body, a place.
///
/// What is unknown makes a share an interval, from "nothing of it" to "all of it": worst-case bounds (C. F. Manski,
/// *Partial Identification of Probability Distributions*, 2003), the only ones that assume nothing about why a figure
/// was not published.
pub fn rollup<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>) -> Result<Rollup, Error> {
    let mut all = Tally::default();
    for outcome in outcomes {
        all.add(outcome)?;
    }
    Ok(all.finish())
}

/// The statistics of a group while it is gathered.
#[derive(Default)]
pub(super) struct Tally {
    counts: [usize; 13],
    in_time: Share,
    or_late: Share,
    not_inferred: Share,
    original: Share,
    changed: bool,
    capped: [RateSum; 2],
    reported: RateSum,
}

impl Tally {
    pub(super) fn add(&mut self, outcome: &Outcome) -> Result<(), Error> {
        if let Some(count) = self.counts.get_mut(outcome.status as usize) {
            *count += 1;
        }
        let original = outcome.met_original.unwrap_or(outcome.met);
        self.changed |= outcome.met_original.is_some();
        if outcome.status == Status::Withdrawn && outcome.met_original.is_some() {
            self.original.add(original);
        }
        if !outcome.counts() {
            return Ok(());
        }
        self.original.add(original);
        self.in_time.add(outcome.met);
        self.or_late.add(outcome.met_or_late());
        if !outcome.is_target_inferred() {
            self.not_inferred.add(outcome.met);
        }
        let capped = capped(outcome);
        for (sum, rate) in self.capped.iter_mut().zip(capped) {
            sum.add(&rate, outcome.weight)?;
        }
        if let Some(rate) = outcome.rate.and_then(|rate| rate.as_exact()) {
            self.reported.add(&rate, outcome.weight)?;
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Rollup {
        let with_target = self.in_time.of;
        let inferred = with_target - self.not_inferred.of;
        let [low, high] = self.capped;
        let mean = low.mean().zip(high.mean());
        Rollup {
            commitments: self.counts.iter().sum(),
            counts: self.counts,
            shares: thousandths(&self.counts),
            with_target,
            share_met: self.in_time.bounds(),
            share_met_or_late: self.or_late.bounds(),
            inferred,
            share_met_not_inferred: if inferred > 0 { self.not_inferred.bounds() } else { None },
            mean_capped_rate: mean.map(|(low, high)| Interval::between(low, high)),
            mean_reported_rate: self.reported.mean(),
            share_met_original: if self.changed { self.original.bounds() } else { None },
        }
    }
}

/// How many of a group surely do, and how many possibly.
#[derive(Default)]
struct Share {
    surely: usize,
    possibly: usize,
    of: usize,
}

impl Share {
    fn add(&mut self, does: Interval<u8>) {
        self.surely += usize::from(does.low().is_some_and(|low| low.value >= 1));
        self.possibly += usize::from(does.high().is_none_or(|high| high.value >= 1));
        self.of += 1;
    }

    fn bounds(&self) -> Option<Interval<Ratio>> {
        let share = |part: usize| {
            let count = |number: usize| i64::try_from(number).ok().map(crate::Decimal::from);
            Ratio::of(count(part)?, count(self.of)?).ok()
        };
        Some(Interval::between(share(self.surely)?, share(self.possibly)?))
    }
}

/// min(max(rate, 0), 1) with its bounds: what is unknown is taken as nothing, and as all. Kinds without a rate are 0 or 1 once decided.
fn capped(outcome: &Outcome) -> [Ratio; 2] {
    let cap = |rate: Ratio| rate.clamp(Ratio::ZERO, Ratio::ONE);
    let nothing_final = outcome.reason == Some(Reason::NoFinalReport);
    let has_rate = outcome.has_rate();
    match (outcome.rate, outcome.status) {
        (_, Status::Unreported | Status::NotMeasurable) if !nothing_final => [Ratio::ZERO, Ratio::ONE],
        // The days from the last report to the due day are unknown: a count can only have grown, a level also fallen.
        (Some(_), _) if nothing_final && outcome.is_level => [Ratio::ZERO, Ratio::ONE],
        (Some(rate), _) => {
            let low = rate.low().map_or(Ratio::ZERO, |end| cap(end.value));
            let high = rate.high().map_or(Ratio::ONE, |end| cap(end.value));
            [low, if nothing_final { Ratio::ONE } else { high }]
        }
        (None, Status::Exceeded | Status::Met | Status::MetLate) => [Ratio::ONE; 2],
        (None, Status::NotStarted) if has_rate => [Ratio::ZERO; 2],
        (None, Status::Missed) if !has_rate => [Ratio::ZERO; 2],
        (None, _) => [Ratio::ZERO, Ratio::ONE],
    }
}

/// The counts as tenths of a per cent that add up to 1000: whole parts first, then one more to each of the largest
/// remainders (Hamilton's method), ties to the earlier status.
fn thousandths(counts: &[usize; 13]) -> [u32; 13] {
    let total: usize = counts.iter().sum();
    let mut shares = [0; 13];
    if total == 0 {
        return shares;
    }
    let parts = counts.map(|count| {
        let parts = count as u64 * 1000;
        (parts / total as u64, parts % total as u64)
    });
    for (share, (whole, _)) in shares.iter_mut().zip(parts) {
        *share = u32::try_from(whole).unwrap_or(0);
    }
    let missing = 1000usize.saturating_sub(shares.iter().sum::<u32>() as usize);
    let rest = |index: usize| parts.get(index).map(|part| part.1);
    for index in sorted(parts.len(), &|a, b| rest(b).cmp(&rest(a))).into_iter().take(missing) {
        if let Some(share) = shares.get_mut(index) {
            *share += 1;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn shares_add_up(counts: [u16; 13]) {
            let counts = counts.map(usize::from);
            let total: usize = counts.iter().sum();
            let shares = thousandths(&counts);
            prop_assert_eq!(shares.iter().sum::<u32>(), if total == 0 { 0 } else { 1000 });
            for (count, share) in counts.iter().zip(shares) {
                // Each within one of its exact share (the quota rule).
                let exact = *count as u128 * 1000;
                let share = u128::from(share) * total as u128;
                prop_assert!(share.abs_diff(exact) <= total as u128);
            }
        }
    }

    #[test]
    fn ties_go_to_the_earlier_status() {
        let mut counts = [0; 13];
        (counts[0], counts[4], counts[9]) = (1, 1, 1);
        let shares = thousandths(&counts);
        assert_eq!((shares[0], shares[4], shares[9]), (334, 333, 333));
    }
}
