//! Claims as records.

use serde::Serialize;

use super::{Grounds, Interval, printed};
use crate::claim::{self, Claim, Siblings, Verdict, published_each};
use crate::number::trim_zeros;
use crate::programme::{Commitment, Programme};
use crate::words::pick;
use crate::{Date, Decimal, Error, Locale, Ratio};

/// What the figures of a claim come to.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Check {
    /// The first of seven that applies.
    pub verdict: Verdict,
    /// Reached ÷ target in per cent: everything that the two printed figures allow, with two places more than were published.
    pub rate: Option<Interval>,
    /// Target × published rate: what can have been reached; at most four decimals, rounded outward.
    pub reached: Option<Interval>,
    /// Reached ÷ published rate: what can have been promised; at most four decimals, rounded outward.
    pub target: Option<Interval>,
    /// The whole targets that fit: one, several or none. Null without both other figures, for measured units, and if more than
    /// a thousand fit.
    pub targets: Option<Vec<String>>,
    /// The whole reached figures that fit, likewise.
    pub reached_whole: Option<Vec<String>>,
    /// How the verdict came about, in one sentence, in the language asked for.
    pub explanation: String,
    /// The same apart: the figures as printed, the rule, and where it comes from.
    pub grounds: Grounds,
}

/// What several claims of one publication come to.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Checks {
    /// Each of them, in their order.
    pub checks: Vec<Check>,
    /// The total against its parts; null if none was given.
    pub total: Option<Total>,
}

/// A published total against the sum of its parts.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Total {
    /// `exact`, `consistent`, `inconsistent`, or `uncheckable` if a part is missing.
    pub verdict: Verdict,
    /// Total − sum of the parts, at face value; null if a part is missing.
    pub remainder: Option<String>,
    /// How the verdict came about, in one sentence, in the language asked for.
    pub explanation: String,
}

/// A completion rate that was published beside a report, checked.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PublishedRate {
    /// The report's place in the commitment's `reports`, from 0.
    pub report: u32,
    /// As printed.
    pub published_rate: String,
    /// What it comes to.
    pub check: Check,
}

/// The record of one claim.
pub fn check(of: &Claim, check: &claim::Check, locale: Locale) -> Result<Check, Error> {
    let places = of.places() + 2;
    let percents = |share: &crate::Interval<Ratio>| printed(share, &|share, rounding| share.percent(places, rounding));
    let amounts = |amount: &crate::Interval<Ratio>| {
        printed(amount, &|amount, rounding| Ok(trim_zeros(&amount.decimal(4, rounding)?).to_owned()))
    };
    let wholes =
        |wholes: &Option<Vec<Decimal>>| wholes.as_ref().map(|list| list.iter().map(Decimal::to_string).collect());
    Ok(Check {
        verdict: check.verdict,
        rate: check.rate.as_ref().map(percents).transpose()?,
        reached: check.reached.as_ref().map(amounts).transpose()?,
        target: check.target.as_ref().map(amounts).transpose()?,
        targets: wholes(&check.targets),
        reached_whole: wholes(&check.reached_whole),
        explanation: of.explain(check, locale),
        grounds: super::grounds::of(&crate::grounds::of_claim(of, check, locale)),
    })
}

/// The record of claims that belong together.
pub fn checks(siblings: &Siblings, locale: Locale) -> Result<Checks, Error> {
    let each = siblings.claims.iter().zip(&siblings.checks);
    let total = siblings.total.as_ref().map(|total| Total {
        verdict: total.verdict,
        remainder: total.remainder.map(|remainder| remainder.to_string()),
        explanation: total.explain(locale),
    });
    Ok(Checks { checks: each.map(|(of, one)| check(of, one, locale)).collect::<Result<_, _>>()?, total })
}

pub(super) fn published_rates(
    programme: &Programme,
    commitment: &Commitment,
    as_of: Date,
    locale: Locale,
) -> Result<Vec<PublishedRate>, Error> {
    let mut records = Vec::new();
    for (index, one) in published_each(programme, commitment, as_of)? {
        let record = match one.and_then(|rate| check(&rate.claim, &rate.check, locale)) {
            Err(error) if error.is_out_of_range() => too_long(locale),
            other => other?,
        };
        records.push(PublishedRate {
            report: u32::try_from(index).unwrap_or(u32::MAX),
            published_rate: commitment
                .reports
                .get(index)
                .and_then(|one| one.published_rate.clone())
                .unwrap_or_default(),
            check: record,
        });
    }
    Ok(records)
}

/// A rate whose figures have more digits than can be computed with exactly: it stays unchecked, and the rest of the evaluation stands.
fn too_long(locale: Locale) -> Check {
    let words = pick(
        locale,
        "数字太长，无法精确核对公布的完成率。",
        "The figures are too long to check the published rate exactly.",
    );
    Check {
        verdict: Verdict::Uncheckable,
        rate: None,
        reached: None,
        target: None,
        targets: None,
        reached_whole: None,
        explanation: words.to_owned(),
        grounds: Grounds { inputs: Vec::new(), rule: words.to_owned(), source: String::new() },
    }
}
