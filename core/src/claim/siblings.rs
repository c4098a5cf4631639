//! Claims that belong together: shares of one whole, parts of a total.

use super::{Amount, Check, Claim, Rate, Verdict};
use crate::number::Rounding;
use crate::{Decimal, Error, Interval, Ratio};

/// What several claims of one publication come to, each and together.
///
/// ```
/// use pledgeboard::claim::{Claim, check_siblings};
/// let parts = ["24", "9", "11"].map(|part| Claim::new().reached(part).unwrap());
/// let siblings = check_siblings(&parts, Some("45"))?;
/// assert_eq!(siblings.checks.len(), 3);
/// assert_eq!(siblings.total.unwrap().remainder, Some("1".parse()?));
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Siblings {
    /// The claims as they were judged, in their order: one that gave no target is a share of the total where that fits.
    pub claims: Vec<Claim>,
    /// Their checks.
    pub checks: Vec<Check>,
    /// The total against its parts; `None` if no total was given.
    pub total: Option<Total>,
}

/// A published total against the sum of its parts.
///
/// ```
/// use pledgeboard::claim::{Claim, Verdict, check_siblings};
/// let parts = ["1.2万", "0.8万"].map(|part| Claim::new().reached(part).unwrap());
/// let total = check_siblings(&parts, Some("20012"))?.total.unwrap();
/// // Off by 12, which the rounding of the parts can hide.
/// assert_eq!((total.verdict, total.remainder), (Verdict::Consistent, Some("12".parse()?)));
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Total {
    /// `exact`, `consistent` (the rounding of the parts can hide the difference), `inconsistent`, or `uncheckable` if a part
    /// is missing.
    pub verdict: Verdict,
    /// Total − sum of the parts, at face value.
    pub remainder: Option<Decimal>,
    /// The sum of the parts, at face value.
    pub sum: Option<Decimal>,
    pub(super) printed: String,
}

/// Checks each claim, then what they say together.
///
/// - **Shares bent to 100.** Shares of one whole, each properly rounded, often add up to 99 or 101; offices bend one of them so
///   that the printed ones add to 100. A share that is off by less than one last place for that reason is `forced_total`.
/// - **Parts of a total.** The reached figures (or the targets, or the rates, whichever all of them give) are added and
///   held against `total`, whatever the single verdicts are.
/// - A claim with a rate and no target is taken as a share of the `total` if that makes at least one of them right.
///
/// ```
/// use pledgeboard::claim::{Claim, Verdict, check_siblings};
/// // 7, 5 and 5 of 17 works, printed as 42, 29 and 29 %.
/// let share = |reached, rate| Claim::new().reached(reached)?.target("17")?.published_rate(rate);
/// let shares = [share("7", "42")?, share("5", "29")?, share("5", "29")?];
/// let verdicts: Vec<_> = check_siblings(&shares, None)?.checks.iter().map(|check| check.verdict).collect();
/// assert_eq!(verdicts, [Verdict::ForcedTotal, Verdict::Exact, Verdict::Exact]);
/// # Ok::<(), pledgeboard::Error>(())
/// ```
pub fn check_siblings(claims: &[Claim], total: Option<&str>) -> Result<Siblings, Error> {
    let total = total.map(Amount::reached).transpose()?;
    let claims = match &total {
        Some(total) => as_shares(claims, total)?,
        None => claims.to_vec(),
    };
    let mut checks = claims.iter().map(Claim::check).collect::<Result<Vec<_>, _>>()?;
    if is_bent(&claims)? {
        for (check, claim) in checks.iter_mut().zip(&claims) {
            if check.verdict == Verdict::Inconsistent && claim.is_almost()? {
                check.verdict = Verdict::ForcedTotal;
            }
        }
    }
    let total = total.map(|total| Total::of(&total, &claims)).transpose()?;
    Ok(Siblings { claims, checks, total })
}

/// Claims without a target as shares of the total, if at least one of them is right that way.
fn as_shares(claims: &[Claim], total: &Amount) -> Result<Vec<Claim>, Error> {
    let lacking = |claim: &Claim| claim.target.is_none() && claim.reached.is_some() && claim.rate.is_some();
    let shares: Vec<Claim> = claims
        .iter()
        .map(
            |claim| if lacking(claim) { Claim { target: Some(total.clone()), ..claim.clone() } } else { claim.clone() },
        )
        .collect();
    for (share, claim) in shares.iter().zip(claims) {
        let right = |verdict| !matches!(verdict, Verdict::Inconsistent | Verdict::Uncheckable | Verdict::Capped);
        if lacking(claim) && right(share.check()?.verdict) {
            return Ok(shares);
        }
    }
    Ok(claims.to_vec())
}

impl Claim {
    /// Reached ÷ target at face value.
    fn face_ratio(&self) -> Option<Ratio> {
        let face = |amount: &Option<Amount>| amount.as_ref().and_then(|amount| amount.face);
        Ratio::of(face(&self.reached)?, face(&self.target)?).ok()
    }

    /// Whether the published rate is off by less than one unit of its last place.
    fn is_almost(&self) -> Result<bool, Error> {
        let Some((rate, ratio)) = self.rate.as_ref().zip(self.face_ratio()) else { return Ok(false) };
        let printed = Ratio::of(rate.value, Decimal::HUNDRED)?;
        let off = printed.max(ratio).checked_sub(&printed.min(ratio))?;
        Ok(off < rate.last_place()?)
    }
}

/// Whether these are shares of one whole whose printed rates add to 100, and properly rounded ones do not.
fn is_bent(claims: &[Claim]) -> Result<bool, Error> {
    let whole = |claim: &Claim| claim.target.as_ref().and_then(|target| target.face);
    let first = claims.first().and_then(whole);
    if claims.len() < 2 || first.is_none() || claims.iter().any(|claim| whole(claim) != first) {
        return Ok(false);
    }
    let (mut printed, mut proper) = (Decimal::ZERO, Decimal::ZERO);
    for claim in claims {
        let Some((rate, ratio)) = claim.rate.as_ref().zip(claim.face_ratio()) else { return Ok(false) };
        printed = printed.checked_add(rate.value)?;
        proper = proper.checked_add(ratio.percent(rate.places, Rounding::HalfUp)?.parse()?)?;
    }
    Ok(printed == Decimal::HUNDRED && proper != Decimal::HUNDRED)
}

impl Total {
    fn of(total: &Amount, claims: &[Claim]) -> Result<Total, Error> {
        let mut found =
            Total { verdict: Verdict::Uncheckable, remainder: None, sum: None, printed: total.printed.clone() };
        let Some(parts) = parts(claims) else { return Ok(found) };
        let (mut sum, mut allowed) = (Some(Decimal::ZERO), Interval::exact(Ratio::ZERO));
        for (face, part) in parts {
            sum = match sum.zip(face) {
                Some((sum, face)) => Some(sum.checked_add(face)?),
                None => None,
            };
            allowed = crate::bounds::sum(&allowed, &part)?;
        }
        found.sum = sum;
        found.remainder = match total.face.zip(sum) {
            Some((total, sum)) => Some(total.checked_sub(sum)?),
            None => None,
        };
        found.verdict = if found.remainder == Some(Decimal::ZERO) {
            Verdict::Exact
        } else if allowed.intersection(&total.allowed).is_some() {
            Verdict::Consistent
        } else {
            Verdict::Inconsistent
        };
        Ok(found)
    }
}

/// A part of a total: its face value and everything that it may stand for.
type Part = (Option<Decimal>, Interval<Ratio>);

/// The figures that make up a total: of the first kind that every claim gives.
fn parts(claims: &[Claim]) -> Option<Vec<Part>> {
    let all = |kind: fn(&Claim) -> Option<Part>| claims.iter().map(kind).collect::<Option<Vec<Part>>>();
    if claims.is_empty() {
        return None;
    }
    all(|claim| claim.reached.as_ref().map(Amount::part))
        .or_else(|| all(|claim| claim.target.as_ref().map(Amount::part)))
        .or_else(|| all(|claim| claim.rate.as_ref()?.part().ok()))
}

impl Amount {
    fn part(&self) -> Part {
        (self.face, self.allowed)
    }
}

impl Rate {
    /// In per cent, as a total of rates is printed.
    fn part(&self) -> Result<Part, Error> {
        let percent = |share: Ratio| share.checked_mul(&Decimal::HUNDRED.into());
        Ok((Some(self.value), self.allowed.map(false, percent)?))
    }
}
