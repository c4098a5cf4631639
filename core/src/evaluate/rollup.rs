//! Statistics over many commitments (汇总).

use super::evaluation::{Outcome, Rollup};
use super::status::{Reason, Status};
use crate::number::RateSum;
use crate::order::sorted;
use crate::{Decimal, Error, Interval, Ratio};

/// The statistics over any group of commitments: a project, a programme, a body, a place.
///
/// What is unknown makes a share an interval, from "nothing of it" to "all of it": worst-case bounds (C. F. Manski,
/// *Partial Identification of Probability Distributions*, 2003), the only ones that assume nothing about why a figure
/// was not published.
///
/// ```
/// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
/// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
/// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
/// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
/// # let programme = pledgeboard::read(text).programme.unwrap();
/// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
/// use pledgeboard::evaluate::rollup;
/// assert_eq!(rollup(evaluation.commitments())?, evaluation.programme);
/// # Ok::<(), pledgeboard::Error>(())
/// ```
pub fn rollup<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>) -> Result<Rollup, Error> {
    let mut all = RollupSum::default();
    for outcome in outcomes {
        all.add(outcome)?;
    }
    Ok(all.finish())
}

/// The statistics of a group while it is gathered: made of integers only, so that sums of any parts, merged in any order, are
/// identical.
///
/// ```
/// use pledgeboard::evaluate::{self, RollupSum, evaluate};
/// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "period": { "start": "2025-01-01", "end": "2025-12-31" },
/// #   "projects": [{ "id": "p", "title": "P", "commitments": [{ "id": "c", "title": "C",
/// #     "target": { "value": "2", "published_on": "2025-01-06" } }, { "id": "d", "title": "D" }] }] }"#;
/// # let programme = pledgeboard::read(text).programme.unwrap();
/// let evaluation = evaluate(&programme, &evaluate::Options::default())?;
/// let mut all = RollupSum::default();
/// for outcome in evaluation.commitments() {
///     let mut part = RollupSum::default();
///     part.add(outcome)?;
///     all.merge(&part)?;
/// }
/// assert_eq!(all.finish(), evaluation.programme);
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RollupSum {
    counts: [usize; 13],
    in_time: Share,
    or_late: Share,
    not_inferred: Share,
    original: Share,
    changed: bool,
    capped: [RateSum; 2],
    reported: RateSum,
}

impl RollupSum {
    /// Adds a commitment.
    ///
    /// ```
    /// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
    /// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
    /// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
    /// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
    /// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
    /// # let programme = pledgeboard::read(text).programme.unwrap();
    /// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
    /// let mut sum = pledgeboard::evaluate::RollupSum::default();
    /// sum.add(&evaluation.projects[0].commitments[0])?;
    /// assert_eq!(sum.finish().commitments, 1);
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn add(&mut self, outcome: &Outcome) -> Result<(), Error> {
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

    /// Adds another group.
    ///
    /// ```
    /// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
    /// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
    /// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
    /// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
    /// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
    /// # let programme = pledgeboard::read(text).programme.unwrap();
    /// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
    /// use pledgeboard::evaluate::RollupSum;
    /// let mut parts = [RollupSum::default(), RollupSum::default()];
    /// for (part, outcome) in parts.iter_mut().zip(evaluation.commitments()) {
    ///     part.add(outcome)?;
    /// }
    /// let [mut all, other] = parts;
    /// all.merge(&other)?;
    /// assert_eq!(all.finish(), evaluation.programme);
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn merge(&mut self, other: &RollupSum) -> Result<(), Error> {
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count += more;
        }
        self.in_time.merge(&other.in_time);
        self.or_late.merge(&other.or_late);
        self.not_inferred.merge(&other.not_inferred);
        self.original.merge(&other.original);
        self.changed |= other.changed;
        for (sum, more) in self.capped.iter_mut().zip(&other.capped) {
            sum.merge(more)?;
        }
        self.reported.merge(&other.reported)
    }

    /// The statistics.
    ///
    /// ```
    /// assert_eq!(pledgeboard::evaluate::RollupSum::default().finish().share_met, None);
    /// ```
    pub fn finish(self) -> Rollup {
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
#[derive(Clone, PartialEq, Eq, Debug, Default)]
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

    fn merge(&mut self, other: &Share) {
        self.surely += other.surely;
        self.possibly += other.possibly;
        self.of += other.of;
    }

    fn bounds(&self) -> Option<Interval<Ratio>> {
        let share = |part: usize| {
            let count = |number: usize| i64::try_from(number).ok().map(Decimal::from);
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
    match (outcome.spread, outcome.status) {
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

/// Counts as per cent of their sum at so many places (0 to 9), adding up to exactly 100: whole parts first, then one more to
/// each of the largest remainders (A. Hamilton's method, 1792), ties to the earlier one. All 0 without any.
///
/// More places, or counts beyond what 64 bits hold of them, are an error ([`Error::is_out_of_range`]).
///
/// ```
/// use pledgeboard::evaluate::shares;
/// let shares: Vec<String> = shares(&[1, 1, 1], 2)?.iter().map(ToString::to_string).collect();
/// assert_eq!(shares, ["33.34", "33.33", "33.33"]);
/// # Ok::<(), pledgeboard::Error>(())
/// ```
pub fn shares(counts: &[usize], decimals: u32) -> Result<Vec<Decimal>, Error> {
    if decimals > 9 {
        return Err(Error::out_of_range());
    }
    let parts = apportioned(counts, 100 * 10u64.pow(decimals)).ok_or_else(Error::out_of_range)?;
    parts.into_iter().map(|part| Decimal::new(part.into(), decimals)).collect()
}

/// The counts as tenths of a per cent that add up to 1000.
fn thousandths(counts: &[usize; 13]) -> [u32; 13] {
    let mut shares = [0; 13];
    for (share, part) in shares.iter_mut().zip(apportioned(counts, 1000).unwrap_or_default()) {
        *share = u32::try_from(part).unwrap_or(0);
    }
    shares
}

/// A whole dealt out by counts; nothing if the figures grow too long.
fn apportioned(counts: &[usize], whole: u64) -> Option<Vec<u64>> {
    let total = counts.iter().try_fold(0usize, |total, count| total.checked_add(*count))? as u64;
    if total == 0 {
        return Some(vec![0; counts.len()]);
    }
    let (mut parts, mut rests, mut missing) = (Vec::new(), Vec::new(), whole);
    for count in counts {
        let scaled = (*count as u64).checked_mul(whole)?;
        parts.push(scaled / total);
        rests.push(scaled % total);
        missing -= scaled / total;
    }
    for index in sorted(counts.len(), &|a, b| rests.get(b).cmp(&rests.get(a))) {
        if let Some(part) = parts.get_mut(index).filter(|_| missing > 0) {
            *part += 1;
            missing -= 1;
        }
    }
    Some(parts)
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

    proptest! {
        #[test]
        fn shares_add_up_at_any_places(counts in proptest::collection::vec(0u32..1_000_000, 1..14), places in 0u32..=9) {
            let counts: Vec<usize> = counts.into_iter().map(|count| count as usize).collect();
            let total: usize = counts.iter().sum();
            let found = shares(&counts, places).unwrap();
            let sum = found.iter().try_fold(Decimal::ZERO, |sum, share| sum.checked_add(*share)).unwrap();
            prop_assert_eq!(sum, if total == 0 { Decimal::ZERO } else { Decimal::HUNDRED });
            for (count, share) in counts.iter().zip(found) {
                // Each within one last place of its exact share (the quota rule).
                let share = share.mantissa() * 10i128.pow(places - share.scale());
                let exact = (*count as i128) * 10i128.pow(places + 2);
                prop_assert!((share * total as i128 - exact).abs() <= total as i128);
            }
        }
    }

    #[test]
    fn too_many_places_are_an_error() {
        assert!(shares(&[1], 10).unwrap_err().is_out_of_range());
        assert!(shares(&[usize::MAX, 1], 0).unwrap_err().is_out_of_range());
    }

    #[test]
    fn ties_go_to_the_earlier_status() {
        let mut counts = [0; 13];
        (counts[0], counts[4], counts[9]) = (1, 1, 1);
        let shares = thousandths(&counts);
        assert_eq!((shares[0], shares[4], shares[9]), (334, 333, 333));
    }
}
