//! The pace of a project or programme.

use std::collections::{BTreeMap, BTreeSet};

use super::{NoPace, days, within_range};
use crate::bounds::{difference, product, quotient, sum};
use crate::evaluate::{Known, Outcome, Scale, amounts};
use crate::number::RateSum;
use crate::programme::{Commitment, Programme};
use crate::{Date, Error, Interval, Ratio};

/// How fast a group of commitments goes: the change of its mean capped rate between two days, over the commitments that
/// were reported on both.
///
/// ```
/// use pledgeboard::{evaluate, explain::pairs, pace::group_pace, read};
/// let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A",
///     "period": { "start": "2025-01-01", "end": "2025-12-31" },
///     "projects": [{ "id": "p", "title": "P", "commitments": [{ "id": "c", "title": "C",
///         "target": { "value": "40", "unit": "部", "published_on": "2025-01-06" },
///         "reports": [
///             { "date": "2025-03-23", "value": "10", "published_on": "2025-04-01" },
///             { "date": "2025-07-01", "value": "20", "published_on": "2025-07-10" }] }] }] }"#;
/// let programme = read::read(text).programme.unwrap();
/// let evaluation = evaluate::evaluate(&programme, &evaluate::Options::default())?;
/// let pace = group_pace(&programme, evaluation.as_of, pairs(&programme, &evaluation))?.unwrap();
/// // From 25 % to 50 % in 100 days.
/// assert_eq!(format!("{:?}", pace.per_day.as_exact().unwrap()), "0.002500000");
/// assert_eq!(pace.commitments, 1);
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct GroupPace {
    /// The first of the two days.
    pub from: Date,
    /// The second.
    pub to: Date,
    /// How many commitments were reported on both: the pace says nothing of the others.
    pub commitments: usize,
    /// The change of their mean capped rate per day, as a share (0.0025 is a quarter of a point).
    pub per_day: Interval<Ratio>,
    /// What it would have to be from the second day on for all of them to be done at the end of the period.
    pub required: Interval<Ratio>,
    /// `per_day` ÷ `required`: 1 is just fast enough; `None` if nothing may be required any more.
    pub ratio: Option<Interval<Ratio>>,
    /// Their mean capped rate at the end of the period at this pace, at most 1.
    pub at_end: Interval<Ratio>,
}

/// The pace of a group of commitments with their outcomes on a day.
///
/// The two days are those that the most commitments share (then the later second, then the earlier first). The other side of
/// the result says why there is no pace.
///
/// ```
/// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
/// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
/// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
/// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
/// # let programme = pledgeboard::read(text).programme.unwrap();
/// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
/// use pledgeboard::{explain::pairs, pace::{NoPace, group_pace}};
/// let pace = group_pace(&programme, evaluation.as_of, pairs(&programme, &evaluation))?;
/// assert_eq!(pace, Err(NoPace::TooFewReports));
/// # Ok::<(), pledgeboard::Error>(())
/// ```
pub fn group_pace<'a>(
    programme: &Programme,
    as_of: Date,
    group: impl IntoIterator<Item = (&'a Commitment, &'a Outcome)>,
) -> Result<Result<GroupPace, NoPace>, Error> {
    within_range(measured(programme, as_of, group))
}

fn measured<'a>(
    programme: &Programme,
    as_of: Date,
    group: impl IntoIterator<Item = (&'a Commitment, &'a Outcome)>,
) -> Result<Result<GroupPace, NoPace>, Error> {
    let end = programme.period.end();
    if as_of >= end {
        return Ok(Err(NoPace::PastDue));
    }
    let mut courses = Vec::new();
    for (commitment, outcome) in group {
        if outcome.counts() && commitment.measurable {
            courses.extend(Course::of(programme, commitment, outcome, as_of)?);
        }
    }
    if courses.is_empty() {
        return Ok(Err(NoPace::NoRate));
    }
    let Some((from, to)) = most_shared(&courses) else { return Ok(Err(NoPace::TooFewReports)) };
    let (mut sums, mut commitments) = ([RateSum::default(); 4], 0);
    for course in &courses {
        let (Some(early), Some(late)) = (course.rates.get(&from), course.rates.get(&to)) else { continue };
        commitments += 1;
        for (sum, rate) in sums.iter_mut().zip([early.0, early.1, late.0, late.1]) {
            sum.add(&rate, course.outcome.weight)?;
        }
    }
    let [Some(early_low), Some(early_high), Some(late_low), Some(late_high)] = sums.map(|sum| sum.mean()) else {
        return Ok(Err(NoPace::NoRate));
    };
    let (early, late) = (Interval::between(early_low, early_high), Interval::between(late_low, late_high));
    if late == Interval::exact(Ratio::ONE) {
        return Ok(Err(NoPace::Met));
    }
    let left = Interval::exact(days(to, end)?);
    if to >= end {
        return Ok(Err(NoPace::PastDue));
    }
    let per_day = quotient(&difference(&late, &early)?, &Interval::exact(days(from, to)?))?;
    let required = quotient(&difference(&Interval::exact(Ratio::ONE), &late)?, &left)?;
    let asks = required.low().is_some_and(|low| low.value > Ratio::ZERO);
    let ratio = if asks { Some(quotient(&per_day, &required)?) } else { None };
    let at_end = sum(&late, &product(&left, &per_day)?)?;
    let at_end = at_end.map(false, |mean| Ok::<_, Error>(mean.clamp(Ratio::ZERO, Ratio::ONE)))?;
    Ok(Ok(GroupPace { from, to, commitments, per_day, required, ratio, at_end }))
}

/// The capped rates of a commitment by date.
struct Course<'a> {
    outcome: &'a Outcome,
    rates: BTreeMap<Date, (Ratio, Ratio)>,
}

impl<'a> Course<'a> {
    fn of(
        programme: &Programme,
        commitment: &Commitment,
        outcome: &'a Outcome,
        as_of: Date,
    ) -> Result<Option<Course<'a>>, Error> {
        let Some(target) = &outcome.target else { return Ok(None) };
        let Some(scale) = Scale::of(target)? else { return Ok(None) };
        let cap = |rate: Ratio| rate.clamp(Ratio::ZERO, Ratio::ONE);
        let mut rates = BTreeMap::new();
        for state in Known::on(as_of, commitment, programme.period.start())?.states {
            let Some(reached) = &state.reached else { continue };
            let rate = scale.rate(&amounts(reached)?)?;
            let low = rate.low().map_or(Ratio::ZERO, |low| cap(low.value));
            rates.insert(state.date, (low, rate.high().map_or(Ratio::ONE, |high| cap(high.value))));
        }
        Ok(Some(Course { outcome, rates }))
    }
}

/// The two days on which the most commitments were reported; the later second and the earlier first of equal ones.
fn most_shared(courses: &[Course<'_>]) -> Option<(Date, Date)> {
    let dates: BTreeSet<Date> = courses.iter().flat_map(|course| course.rates.keys()).copied().collect();
    // Reports of a programme come on few days; of very many, the last hundred are looked at.
    let dates: Vec<Date> = dates.into_iter().rev().take(100).collect();
    let mut best: Option<(usize, Date, std::cmp::Reverse<Date>)> = None;
    for (index, to) in dates.iter().enumerate() {
        for from in dates.iter().skip(index + 1) {
            let both = |course: &&Course<'_>| course.rates.contains_key(from) && course.rates.contains_key(to);
            let shared = courses.iter().filter(both).count();
            let candidate = (shared, *to, std::cmp::Reverse(*from));
            if shared > 0 && best.is_none_or(|best| candidate > best) {
                best = Some(candidate);
            }
        }
    }
    best.map(|(_, to, from)| (from.0, to))
}
