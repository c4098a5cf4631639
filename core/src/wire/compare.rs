//! Comparisons as records.

use serde::Serialize;

use super::{Interval, printed, written};
use crate::compare::{self, Change};
use crate::{Error, Locale};

/// Two programmes, promise by promise.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Comparison {
    /// What goes on: first what the next programme says (`continues`), then what the titles suggest.
    pub pairs: Vec<Pair>,
    /// Ids of the next programme that go on with nothing; a suggested match does not change that.
    pub new: Vec<String>,
    /// Ids of the previous programme that nothing goes on with.
    pub dropped: Vec<String>,
    /// References of `continues` that name nothing in the previous programme.
    pub unresolved: Vec<String>,
    /// Counts over the explicit pairs.
    pub totals: Totals,
}

/// A promise and what it goes on with.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Pair {
    /// The promise of the next programme.
    pub next: String,
    /// The promises of the previous one; several are added up.
    pub previous: Vec<String>,
    /// Null for `continues`; else how much the titles agree, 0 to 100: a suggestion, in no total.
    pub score: Option<u8>,
    /// What was promised last.
    pub last_promise: Option<String>,
    /// What came of it.
    pub last_outcome: Option<Interval>,
    /// The unit of what came of it.
    pub last_unit: String,
    /// What is promised now.
    pub new_promise: Option<String>,
    /// Its unit.
    pub new_unit: String,
    /// Whether the two units differ.
    pub units_differ: bool,
    /// New promise ÷ last outcome: 39 lifts after 51 are 0.76.
    pub ambition: Option<Interval>,
    /// What the ambition says, or why there is none.
    pub change: Change,
    /// The pair in one sentence, in the language asked for.
    pub explanation: String,
}

/// Counts of a comparison.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Totals {
    /// Promises of the next programme that go on with earlier ones.
    pub continued: u32,
    /// Of these, how many promise more than came of the last.
    pub more: u32,
    /// As much.
    pub same: u32,
    /// Less.
    pub less: u32,
    /// Promises that go on with nothing.
    pub new: u32,
    /// Earlier promises that nothing goes on with.
    pub dropped: u32,
    /// Matches by title, which are in no other count.
    pub suggested: u32,
}

/// The record of a comparison. More than 28 `decimals` are an error ([`Error::is_out_of_range`]).
pub fn comparison(of: &compare::Comparison, locale: Locale, decimals: u32) -> Result<Comparison, Error> {
    let ratio =
        |ratio: &crate::Interval<crate::Ratio>| printed(ratio, &|ratio, rounding| ratio.decimal(decimals, rounding));
    let pair = |pair: &compare::Pair| {
        Ok(Pair {
            next: pair.next.clone(),
            previous: pair.previous.clone(),
            score: pair.score,
            last_promise: pair.last_promise.map(|amount| amount.to_string()),
            last_outcome: pair.last_outcome.as_ref().map(written),
            last_unit: pair.last_unit.clone(),
            new_promise: pair.new_promise.map(|amount| amount.to_string()),
            new_unit: pair.new_unit.clone(),
            units_differ: pair.units_differ,
            ambition: pair.ambition.as_ref().map(ratio).transpose()?,
            change: pair.change,
            explanation: pair.explain(locale),
        })
    };
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let totals = of.totals;
    Ok(Comparison {
        pairs: of.pairs.iter().map(pair).collect::<Result<_, Error>>()?,
        new: of.new.clone(),
        dropped: of.dropped.clone(),
        unresolved: of.unresolved.clone(),
        totals: Totals {
            continued: count(totals.continued),
            more: count(totals.more),
            same: count(totals.same),
            less: count(totals.less),
            new: count(totals.new),
            dropped: count(totals.dropped),
            suggested: count(totals.suggested),
        },
    })
}
