//! Paces as records.

use serde::Serialize;

use super::{Interval, printed};
use crate::evaluate;
use crate::number::trim_zeros;
use crate::pace::{self, NoPace, Outlook, group_pace, outlook, within_range};
use crate::programme::{Commitment, Programme};
use crate::{Date, Error, Locale, Ratio};

/// How fast a commitment goes, in the target's unit per day.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Pace {
    /// The day of the first figure.
    pub from: String,
    /// The day of the last one.
    pub to: String,
    /// How many dates with a figure there are, 2 or more.
    pub points: u32,
    /// (last − first) ÷ days between, per day, with at most six decimals.
    pub observed: Interval,
    /// (target − last) ÷ days left to the due day, likewise.
    pub required: Interval,
    /// Observed ÷ required: 1 is just fast enough. Null if the target may be reached already.
    pub ratio: Option<Interval>,
    /// The completion rate in per cent on the due day at this pace.
    pub rate_at_due: Interval,
    /// The same at the slowest and the fastest pace seen between two figures; null with only two.
    pub range_at_due: Option<Interval>,
    /// The first day on which it would be met; null if it goes the wrong way.
    pub met_on: Option<String>,
    /// The latest such day where the figures are uncertain.
    pub met_by: Option<String>,
    /// All this in a few words, in the language asked for.
    pub explanation: String,
}

/// How fast a group goes: the change of its mean capped rate between the two days that most of its commitments share.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct GroupPace {
    /// The first of the two days.
    pub from: String,
    /// The second.
    pub to: String,
    /// How many commitments were reported on both.
    pub commitments: u32,
    /// Percentage points per day, with at most six decimals.
    pub per_day: Interval,
    /// What it takes for all of them to be done at the end of the period, likewise.
    pub required: Interval,
    /// `per_day` ÷ `required`; null if nothing may be required any more.
    pub ratio: Option<Interval>,
    /// Their mean capped rate in per cent at the end of the period at this pace, at most 100.
    pub at_end: Interval,
}

fn amounts(per_day: &crate::Interval<Ratio>) -> Result<Interval, Error> {
    printed(per_day, &|figure, rounding| Ok(trim_zeros(&figure.decimal(6, rounding)?).to_owned()))
}

pub(super) fn of(
    programme: &Programme,
    commitment: &Commitment,
    outcome: &evaluate::Outcome,
    as_of: Date,
    locale: Locale,
    decimals: u32,
) -> Result<Result<Pace, NoPace>, Error> {
    let outlook = outlook(programme, commitment, outcome, as_of)?;
    let explanation = outlook.explain(outcome, locale);
    match outlook {
        Outlook::Pace(pace) => within_range(record(&pace, explanation, decimals).map(Ok)),
        Outlook::Nothing(why) => Ok(Err(why)),
    }
}

fn record(pace: &pace::Pace, explanation: String, decimals: u32) -> Result<Pace, Error> {
    let percents =
        |shares: &crate::Interval<Ratio>| printed(shares, &|share, rounding| share.percent(decimals, rounding));
    let ratio = |ratio: &crate::Interval<Ratio>| printed(ratio, &|ratio, rounding| ratio.decimal(decimals, rounding));
    Ok(Pace {
        from: pace.from.to_string(),
        to: pace.to.to_string(),
        points: u32::try_from(pace.points).unwrap_or(u32::MAX),
        observed: amounts(&pace.observed)?,
        required: amounts(&pace.required)?,
        ratio: pace.ratio.as_ref().map(ratio).transpose()?,
        rate_at_due: percents(&pace.rate_at_due)?,
        range_at_due: pace.range_at_due.as_ref().map(percents).transpose()?,
        met_on: pace.met_on.map(|day| day.to_string()),
        met_by: pace.met_by.map(|day| day.to_string()),
        explanation,
    })
}

pub(super) fn of_group<'a>(
    programme: &Programme,
    as_of: Date,
    group: impl IntoIterator<Item = (&'a Commitment, &'a evaluate::Outcome)>,
    decimals: u32,
) -> Result<Result<GroupPace, NoPace>, Error> {
    match group_pace(programme, as_of, group)? {
        Ok(pace) => within_range(group_record(&pace, decimals).map(Ok)),
        Err(why) => Ok(Err(why)),
    }
}

fn group_record(pace: &pace::GroupPace, decimals: u32) -> Result<GroupPace, Error> {
    let points = |share: &crate::Interval<Ratio>| {
        printed(share, &|share, rounding| Ok(trim_zeros(&share.percent(6, rounding)?).to_owned()))
    };
    let ratio = |ratio: &crate::Interval<Ratio>| printed(ratio, &|ratio, rounding| ratio.decimal(decimals, rounding));
    Ok(GroupPace {
        from: pace.from.to_string(),
        to: pace.to.to_string(),
        commitments: u32::try_from(pace.commitments).unwrap_or(u32::MAX),
        per_day: points(&pace.per_day)?,
        required: points(&pace.required)?,
        ratio: pace.ratio.as_ref().map(ratio).transpose()?,
        at_end: printed(&pace.at_end, &|share, rounding| share.percent(decimals, rounding))?,
    })
}
