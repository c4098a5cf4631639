//! The rates that stand beside the reports of a document.

use super::{Amount, Check, Claim};
use crate::evaluate::{Known, Outcome};
use crate::programme::{Commitment, Goal, Programme, Report, Target};
use crate::{Date, Decimal, Error, Interval};

/// A published rate of a report, checked against the document's own figures.
///
/// ```
/// use pledgeboard::{claim, evaluate, explain, read};
/// let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A",
///     "period": { "start": "2025-01-01", "end": "2025-12-31" },
///     "projects": [{ "id": "p", "title": "P", "commitments": [{ "id": "c", "title": "C",
///         "target": { "value": "39", "unit": "部", "published_on": "2025-01-06" },
///         "reports": [{ "date": "2025-06-30", "value": "21", "published_on": "2025-07-10", "published_rate": "53.8" }] }] }] }"#;
/// let programme = read::read(text).programme.unwrap();
/// let evaluation = evaluate::evaluate(&programme, &evaluate::Options::default())?;
/// let (commitment, outcome) = explain::pairs(&programme, &evaluation).next().unwrap();
/// let published = claim::published(commitment, outcome)?.unwrap();
/// assert_eq!(published.check.verdict, claim::Verdict::Exact);
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct PublishedRate {
    /// The report's place in the commitment's `reports`.
    pub report: usize,
    /// The figures as printed.
    pub claim: Claim,
    /// What they come to.
    pub check: Check,
}

/// The published rate of the report that an outcome rests on; `None` if it has none.
///
/// ```
/// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
/// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
/// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
/// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
/// # let programme = pledgeboard::read(text).programme.unwrap();
/// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
/// // No rate was published beside the report.
/// let (commitment, outcome) = pledgeboard::explain::pairs(&programme, &evaluation).next().unwrap();
/// assert!(pledgeboard::claim::published(commitment, outcome)?.is_none());
/// # Ok::<(), pledgeboard::Error>(())
/// ```
pub fn published(commitment: &Commitment, outcome: &Outcome) -> Result<Option<PublishedRate>, Error> {
    let Some(used) = outcome.report else { return Ok(None) };
    let Some(report) = commitment.reports.get(used.index) else { return Ok(None) };
    of_report(used.index, report, outcome.reached.as_ref(), outcome.target.as_ref())
}

/// The published rates of all reports that a day knows and nothing has corrected, by date.
///
/// ```
/// use pledgeboard::{claim, evaluate, read};
/// let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A",
///     "period": { "start": "2025-01-01", "end": "2025-12-31" },
///     "projects": [{ "id": "p", "title": "P", "commitments": [{ "id": "c", "title": "C",
///         "target": { "value": "8000", "unit": "人", "published_on": "2025-01-06" },
///         "reports": [
///             { "date": "2025-06-30", "value": "5400", "published_on": "2025-07-10", "published_rate": "67.5" },
///             { "date": "2025-09-30", "value": "8360", "published_on": "2025-10-10", "published_rate": "105.4" }] }] }] }"#;
/// let programme = read::read(text).programme.unwrap();
/// let commitment = programme.commitments().next().unwrap();
/// let all = claim::published_all(&programme, commitment, "2025-10-10".parse()?)?;
/// let verdicts: Vec<_> = all.iter().map(|one| one.check.verdict.code()).collect();
/// assert_eq!(verdicts, ["exact", "inconsistent"]);
/// assert_eq!(claim::published_all(&programme, commitment, "2025-10-09".parse()?)?.len(), 1);
/// # Ok::<(), pledgeboard::Error>(())
/// ```
pub fn published_all(programme: &Programme, commitment: &Commitment, as_of: Date) -> Result<Vec<PublishedRate>, Error> {
    published_each(programme, commitment, as_of)?.into_iter().map(|(_, one)| one).collect()
}

/// A report's place and its published rate, or why that cannot be checked.
type Judged = (usize, Result<PublishedRate, Error>);

/// [`published_all`], where figures too long for one check do not hide the others: each with its report's place.
pub(crate) fn published_each(
    programme: &Programme,
    commitment: &Commitment,
    as_of: Date,
) -> Result<Vec<Judged>, Error> {
    let known = Known::on(as_of, commitment, programme.period.start())?;
    let each = known.states.iter().filter_map(|state| {
        let report = commitment.reports.get(state.index)?;
        let one = of_report(state.index, report, state.reached.as_ref(), known.target).transpose()?;
        Some((state.index, one))
    });
    Ok(each.collect())
}

fn of_report(
    index: usize,
    report: &Report,
    reached: Option<&Interval<Decimal>>,
    target: Option<&Target>,
) -> Result<Option<PublishedRate>, Error> {
    let Some(rate) = report.published_rate.as_deref().and_then(|rate| rate.parse().ok()) else { return Ok(None) };
    let mut claim = Claim { rate: Some(rate), ..Claim::default() };
    claim.reached = match (&report.figure, reached) {
        (Some(figure), Some(reached)) if figure.interval == *reached => Some(Amount::of_figure(figure)?),
        // A sum over periods, or a share that a whole limits.
        (_, Some(reached)) => Some(Amount::sum(reached)?),
        _ => None,
    };
    if let Some(target) = target {
        claim.target = Amount::of_target(target)?;
        claim.counted = Some(target.unit.counted);
        claim.inferred = target.inferred_from.is_some();
        claim.lower_is_better = Some(target.goal.is_ceiling() && target.baseline.is_none());
        let from = target.baseline.filter(|_| !matches!(target.goal, Goal::All { .. }));
        if let Some(from) = from {
            let way = |amount: &Option<Amount>| {
                amount.as_ref().map(|amount| amount.way_from(from.value, target.goal.is_ceiling())).transpose()
            };
            (claim.reached, claim.target) = (way(&claim.reached)?, way(&claim.target)?);
        }
    }
    let check = claim.check()?;
    Ok(Some(PublishedRate { report: index, claim, check }))
}
