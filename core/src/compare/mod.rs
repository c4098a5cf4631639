//! Two programmes of one body, one after the other: what was promised last, what came of it, what is promised now.
//!
//! A promise goes on with an earlier one if its document says so (`continues`). Promises without that word are matched by
//! their titles; such a match is *suggested*, carries its score and enters no total.
//!
//! ```
//! use pledgeboard::{Ratio, compare, read};
//! let last = r#"{ "format": "pledgeboard/1", "id": "a-2024", "title": "A", "adopted": { "date": "2024-01-05" },
//!     "period": { "start": "2024-01-01", "end": "2024-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
//!         { "id": "lifts", "title": "加装电梯", "reports": [
//!             { "date": "2024-12-31", "as_printed": "51部", "published_on": "2025-01-06" }] }] }] }"#;
//! let next = r#"{ "format": "pledgeboard/1", "id": "a-2025", "title": "A", "adopted": { "date": "2025-01-06" },
//!     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
//!         { "id": "lifts", "title": "加装电梯", "target": { "value": "39", "unit": "部" },
//!           "continues": ["a-2024#lifts"] }] }] }"#;
//! let [last, next] = [last, next].map(|text| read::read(text).programme.unwrap());
//! let comparison = compare::compare(&last, &next, &compare::Options::default())?;
//! let ambition = comparison.pairs[0].ambition.unwrap().as_exact().unwrap();
//! assert_eq!(ambition, Ratio::of("39".parse()?, "51".parse()?)?);
//! # Ok::<(), pledgeboard::Error>(())
//! ```

mod explain;
mod matching;
#[cfg(test)]
mod tests;

pub use matching::{SUGGESTED_FROM, similarity};

use std::collections::{BTreeMap, BTreeSet};

use crate::bounds::{added, quotient};
use crate::evaluate::{self, Outcome, evaluate};
use crate::printed::PrintedAmount;
use crate::programme::{Commitment, Programme};
use crate::words;
use crate::{Date, Decimal, Error, Interval, Ratio};

/// What a comparison depends on besides the two programmes.
///
/// ```
/// let options = pledgeboard::compare::Options { as_of: Some("2025-01-06".parse()?) };
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// The day whose knowledge of both counts; by default the latest publication of each.
    pub as_of: Option<Date>,
}

/// Two programmes, promise by promise.
///
/// ```
/// # let old = r#"{ "format": "pledgeboard/1", "id": "a-2024", "title": "A", "adopted": { "date": "2024-01-05" },
/// #     "period": { "start": "2024-01-01", "end": "2024-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "加装电梯", "reports": [
/// #         { "date": "2024-12-31", "as_printed": "51部", "published_on": "2025-01-06" }] }] }] }"#;
/// # let new = r#"{ "format": "pledgeboard/1", "id": "a-2025", "title": "A", "adopted": { "date": "2025-01-06" },
/// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "加装电梯", "target": { "value": "39", "unit": "部" }, "continues": ["a-2024#lifts"] }] }] }"#;
/// # let [old, new] = [old, new].map(|text| pledgeboard::read(text).programme.unwrap());
/// use pledgeboard::compare::{Options, compare};
/// let comparison = compare(&old, &new, &Options::default())?;
/// assert_eq!((comparison.totals.continued, comparison.totals.less), (1, 1));
/// assert!(comparison.new.is_empty() && comparison.dropped.is_empty());
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Comparison {
    /// What goes on: first by `continues`, in the order of the next programme, then suggested ones.
    pub pairs: Vec<Pair>,
    /// Ids of the next programme that go on with nothing, in its order; a suggested match does not change that.
    pub new: Vec<String>,
    /// Ids of the previous programme that nothing goes on with, in its order.
    pub dropped: Vec<String>,
    /// References of `continues` that name nothing in the previous programme, as written.
    pub unresolved: Vec<String>,
    /// Counts over the explicit pairs.
    pub totals: Totals,
}

/// A promise and what it goes on with.
///
/// ```
/// # let old = r#"{ "format": "pledgeboard/1", "id": "a-2024", "title": "A", "adopted": { "date": "2024-01-05" },
/// #     "period": { "start": "2024-01-01", "end": "2024-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "加装电梯", "reports": [
/// #         { "date": "2024-12-31", "as_printed": "51部", "published_on": "2025-01-06" }] }] }] }"#;
/// # let new = r#"{ "format": "pledgeboard/1", "id": "a-2025", "title": "A", "adopted": { "date": "2025-01-06" },
/// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "加装电梯", "target": { "value": "39", "unit": "部" }, "continues": ["a-2024#lifts"] }] }] }"#;
/// # let [old, new] = [old, new].map(|text| pledgeboard::read(text).programme.unwrap());
/// use pledgeboard::compare::{Options, compare};
/// let pair = &compare(&old, &new, &Options::default())?.pairs[0];
/// assert_eq!((pair.next.as_str(), pair.previous[0].as_str(), pair.last_unit.as_str()), ("lifts", "lifts", "部"));
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Pair {
    /// The promise of the next programme.
    pub next: String,
    /// The promises of the previous one; several are added up.
    pub previous: Vec<String>,
    /// How much the titles agree, 0 to 100, for a match that nobody declared; `None` for `continues`.
    pub score: Option<u8>,
    /// What was promised last, added up; `None` if it is not known or has no figure.
    pub last_promise: Option<Decimal>,
    /// What came of it, added up.
    pub last_outcome: Option<Interval<Decimal>>,
    /// The unit of what came of it.
    pub last_unit: String,
    /// What is promised now; `None` for promises without a figure.
    pub new_promise: Option<Decimal>,
    /// Its unit.
    pub new_unit: String,
    /// Whether the two units differ: 9935 人次 and 8000 人 can be set side by side, but are not the same thing.
    pub units_differ: bool,
    /// New promise ÷ last outcome: 39 lifts after 51 are 0.76. An uncertain outcome gives an interval.
    pub ambition: Option<Interval<Ratio>>,
    /// What the ambition says, or why there is none.
    pub change: Change,
}

/// What a new promise is against the last outcome.
///
/// ```
/// assert_eq!(pledgeboard::compare::Change::UnitsDiffer.code(), "units_differ");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Change {
    /// More than came of the last one.
    More,
    /// The same.
    Same,
    /// Less.
    Less,
    /// The outcome is uncertain and allows more than one of these.
    Undecided,
    /// There is a ratio, but of different units.
    UnitsDiffer,
    /// No outcome was published.
    NoOutcome,
    /// Nothing may have been reached, and nothing can be a share of that.
    ZeroOutcome,
    /// The new promise has no figure, or is a ceiling.
    NoFigure,
    /// Several earlier promises of different units or countings, which cannot be added.
    NotAddable,
    /// Several new promises go on with the same earlier one, and nobody says in which parts.
    Split,
}

impl Change {
    /// The stable word of the data.
    ///
    /// ```
    /// assert_eq!(pledgeboard::compare::Change::More.code(), "more");
    /// ```
    pub fn code(self) -> &'static str {
        match self {
            Change::More => "more",
            Change::Same => "same",
            Change::Less => "less",
            Change::Undecided => "undecided",
            Change::UnitsDiffer => "units_differ",
            Change::NoOutcome => "no_outcome",
            Change::ZeroOutcome => "zero_outcome",
            Change::NoFigure => "no_figure",
            Change::NotAddable => "not_addable",
            Change::Split => "split",
        }
    }
}

/// Counts of a comparison; suggested matches are in none but their own.
///
/// ```
/// let totals = pledgeboard::compare::Totals::default();
/// assert_eq!(totals.continued, 0);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct Totals {
    /// Promises of the next programme that go on with earlier ones.
    pub continued: usize,
    /// Of these, how many promise more than came of the last.
    pub more: usize,
    /// As much.
    pub same: usize,
    /// Less.
    pub less: usize,
    /// Promises that go on with nothing.
    pub new: usize,
    /// Earlier promises that nothing goes on with.
    pub dropped: usize,
    /// Matches by title.
    pub suggested: usize,
}

/// One commitment with its outcome on the day.
struct Side<'a> {
    commitment: &'a Commitment,
    outcome: Outcome,
}

impl Side<'_> {
    /// The unit of what was reached: the target's, else the one printed beside the figure.
    fn unit(&self) -> String {
        if let Some(target) = &self.outcome.target {
            let per = target.per.as_deref();
            return [target.unit.text.as_str(), if per.is_some() { "／" } else { "" }, per.unwrap_or_default()]
                .concat();
        }
        let printed =
            words::report(self.commitment, &self.outcome).and_then(|report| report.figure.as_ref()?.printed.clone());
        printed
            .and_then(|printed| printed.0.parse::<PrintedAmount>().ok())
            .map(|amount| amount.unit)
            .unwrap_or_default()
    }

    fn promise(&self) -> Option<Decimal> {
        self.outcome.target.as_ref().and_then(|target| target.goal.value())
    }
}

/// Compares a programme with the one before it.
///
/// An error is a figure beyond all limits ([`Error::is_out_of_range`]).
///
/// ```
/// # let old = r#"{ "format": "pledgeboard/1", "id": "a-2024", "title": "A", "adopted": { "date": "2024-01-05" },
/// #     "period": { "start": "2024-01-01", "end": "2024-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "加装电梯", "reports": [
/// #         { "date": "2024-12-31", "as_printed": "51部", "published_on": "2025-01-06" }] }] }] }"#;
/// # let new = r#"{ "format": "pledgeboard/1", "id": "a-2025", "title": "A", "adopted": { "date": "2025-01-06" },
/// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "加装电梯", "target": { "value": "39", "unit": "部" }, "continues": ["a-2024#lifts"] }] }] }"#;
/// # let [old, new] = [old, new].map(|text| pledgeboard::read(text).programme.unwrap());
/// use pledgeboard::compare::{Options, compare};
/// // On the last day of 2024 nobody knew the outcome, nor the new promise.
/// let comparison = compare(&old, &new, &Options { as_of: Some("2024-12-31".parse()?) })?;
/// assert_eq!(comparison.pairs[0].ambition, None);
/// # Ok::<(), pledgeboard::Error>(())
/// ```
pub fn compare(previous: &Programme, next: &Programme, options: &Options) -> Result<Comparison, Error> {
    let before = sides(previous, options.as_of)?;
    let after = sides(next, options.as_of)?;
    let places: BTreeMap<&str, usize> =
        before.iter().enumerate().map(|(index, side)| (side.commitment.id.as_str(), index)).collect();
    let mut unresolved = Vec::new();
    let mut explicit: Vec<(usize, Vec<usize>)> = Vec::new();
    for (index, side) in after.iter().enumerate() {
        let mut found = Vec::new();
        for reference in &side.commitment.continues {
            let place = reference.split_once('#').filter(|(programme, _)| *programme == previous.id);
            match place.and_then(|(_, id)| places.get(id)) {
                Some(place) if !found.contains(place) => found.push(*place),
                Some(_) => (),
                None => unresolved.push(reference.clone()),
            }
        }
        if !found.is_empty() {
            explicit.push((index, found));
        }
    }
    let continued: BTreeSet<usize> = explicit.iter().map(|(index, _)| *index).collect();
    let gone_on: Vec<usize> = explicit.iter().flat_map(|(_, found)| found).copied().collect();
    let mut pairs = Vec::new();
    for (index, found) in &explicit {
        let split = found.iter().any(|place| gone_on.iter().filter(|other| *other == place).count() > 1);
        let earlier: Vec<&Side<'_>> = found.iter().filter_map(|place| before.get(*place)).collect();
        if let Some(side) = after.get(*index) {
            pairs.push(pair(&earlier, side, None, split)?);
        }
    }
    let is_new = |index: &usize| !continued.contains(index);
    let is_dropped = |index: &usize| !gone_on.contains(index);
    let titles = |sides: &[Side<'_>], keep: &dyn Fn(&usize) -> bool| -> Vec<(usize, String, String)> {
        let all = sides.iter().enumerate().filter(|(index, _)| keep(index));
        all.map(|(index, side)| (index, side.commitment.title.clone(), side.commitment.id.clone())).collect()
    };
    for (old, new, score) in matching::suggest(&titles(&before, &is_dropped), &titles(&after, &is_new)) {
        if let (Some(old), Some(new)) = (before.get(old), after.get(new)) {
            pairs.push(pair(&[old], new, Some(score), false)?);
        }
    }
    let ids = |sides: &[Side<'_>], keep: &dyn Fn(&usize) -> bool| -> Vec<String> {
        let all = sides.iter().enumerate().filter(|(index, _)| keep(index));
        all.map(|(_, side)| side.commitment.id.clone()).collect()
    };
    let (new, dropped) = (ids(&after, &is_new), ids(&before, &is_dropped));
    let count = |change| pairs.iter().filter(|pair| pair.score.is_none() && pair.change == change).count();
    let totals = Totals {
        continued: explicit.len(),
        more: count(Change::More),
        same: count(Change::Same),
        less: count(Change::Less),
        new: new.len(),
        dropped: dropped.len(),
        suggested: pairs.len() - explicit.len(),
    };
    Ok(Comparison { pairs, new, dropped, unresolved, totals })
}

fn sides(programme: &Programme, as_of: Option<Date>) -> Result<Vec<Side<'_>>, Error> {
    let evaluation = evaluate(programme, &evaluate::Options { as_of })?;
    let outcomes = evaluation.projects.into_iter().flat_map(|project| project.commitments);
    Ok(programme.commitments().zip(outcomes).map(|(commitment, outcome)| Side { commitment, outcome }).collect())
}

fn pair(earlier: &[&Side<'_>], side: &Side<'_>, score: Option<u8>, split: bool) -> Result<Pair, Error> {
    let units: BTreeSet<String> = earlier.iter().map(|one| one.unit()).collect();
    let countings: BTreeSet<&str> = earlier.iter().map(|one| one.commitment.counting.code()).collect();
    let addable = units.len() <= 1 && countings.len() <= 1;
    let last_unit = if addable { units.into_iter().next().unwrap_or_default() } else { String::new() };
    let new_unit = side.unit();
    let mut last_outcome = addable.then(|| Interval::exact(Decimal::ZERO));
    let mut last_promise = addable.then_some(Decimal::ZERO);
    for one in earlier {
        last_outcome = match last_outcome.zip(one.outcome.reached) {
            Some((total, reached)) => Some(added(total, reached)?),
            None => None,
        };
        last_promise = match last_promise.zip(one.promise()) {
            Some((total, promise)) => Some(total.checked_add(promise)?),
            None => None,
        };
    }
    // Nothing is said of a unit where nothing was reported; nothing contradicts it.
    let units_differ = last_outcome.is_some() && addable && last_unit != new_unit;
    let mut pair = Pair {
        next: side.commitment.id.clone(),
        previous: earlier.iter().map(|one| one.commitment.id.clone()).collect(),
        score,
        last_promise,
        last_outcome,
        last_unit,
        new_promise: side.promise(),
        new_unit,
        units_differ,
        ambition: None,
        change: Change::NoOutcome,
    };
    pair.change = pair.weigh(side, addable, split)?;
    Ok(pair)
}

impl Pair {
    /// Sets the ambition and says what it means.
    fn weigh(&mut self, side: &Side<'_>, addable: bool, split: bool) -> Result<Change, Error> {
        let ceiling = side.outcome.target.as_ref().is_some_and(|target| target.goal.is_ceiling());
        let Some(promise) = self.new_promise.filter(|_| !ceiling) else { return Ok(Change::NoFigure) };
        if split {
            return Ok(Change::Split);
        }
        let Some(outcome) = self.last_outcome else {
            return Ok(if addable { Change::NoOutcome } else { Change::NotAddable });
        };
        let outcome = outcome.map(false, |amount| Ok::<_, Error>(Ratio::from(amount)))?;
        if outcome.low().is_none_or(|low| low.value <= Ratio::ZERO) {
            return Ok(Change::ZeroOutcome);
        }
        let promise = Ratio::from(promise);
        self.ambition = Some(quotient(&Interval::exact(promise), &outcome)?);
        if self.units_differ {
            return Ok(Change::UnitsDiffer);
        }
        let one = Interval::exact(promise);
        let touches = |stretch: Interval<Ratio>| outcome.intersection(&stretch).is_some();
        let possible = [
            (touches(Interval::up_to(promise, true)), Change::More),
            (outcome.intersection(&one).is_some(), Change::Same),
            (touches(Interval::from(promise, true)), Change::Less),
        ];
        let mut changes = possible.into_iter().filter_map(|(possible, change)| possible.then_some(change));
        Ok(match (changes.next(), changes.next()) {
            (Some(change), None) => change,
            _ => Change::Undecided,
        })
    }
}
