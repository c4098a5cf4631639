//! Many programmes: the same statistics by place, level, year, body, sector or label, and rankings that say what is not known.

use std::collections::{BTreeMap, BTreeSet};

use crate::evaluate::{Evaluation, Rollup, RollupSum};
use crate::explain::pairs;
use crate::programme::{Affiliation, Programme};
use crate::{Error, Interval, Ratio};

/// What programmes are grouped by.
///
/// ```
/// use pledgeboard::portfolio::By;
/// assert!(By::Body.overlaps() && !By::LeadBody.overlaps());
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum By {
    /// The programme's place: by its code where it has one, else by its name.
    Place,
    /// The level of government.
    Level,
    /// The year of the period; `2021–2025` for one that spans several.
    Year,
    /// The first body responsible for a commitment.
    LeadBody,
    /// Every body responsible for a commitment: it counts in the group of each.
    Body,
    /// The policy field.
    Sector,
    /// A label of that name.
    Label(String),
}

impl By {
    /// Whether one commitment can stand in several groups, so that the groups must not be added up. A page has to say so.
    ///
    /// ```
    /// assert!(!pledgeboard::portfolio::By::Sector.overlaps());
    /// ```
    pub fn overlaps(&self) -> bool {
        *self == By::Body
    }

    /// The groups of a commitment; one without a name where it has none.
    fn keys(&self, programme: &Programme, affiliation: &Affiliation) -> Vec<Option<String>> {
        let one = |key: Option<String>| vec![key];
        match self {
            By::Place => one(programme.place.as_ref().map(|place| place.code.as_ref().unwrap_or(&place.name).clone())),
            By::Level => one(programme.level.clone()),
            By::Year => {
                let (from, to) = (programme.period.start().year(), programme.period.end().year());
                let (from, to) = (i64::from(from).to_string(), i64::from(to).to_string());
                one(Some(if from == to { from } else { [from, to].join("–") }))
            }
            By::LeadBody => one(affiliation.bodies.first().cloned()),
            By::Body if affiliation.bodies.is_empty() => one(None),
            By::Body => {
                let bodies: BTreeSet<&String> = affiliation.bodies.iter().collect();
                bodies.into_iter().cloned().map(Some).collect()
            }
            By::Sector => one(affiliation.sector.clone()),
            By::Label(name) => {
                one(affiliation.labels.iter().find(|(label, _)| label == name).map(|(_, value)| value.clone()))
            }
        }
    }
}

/// Many evaluated programmes, gathered in groups. Sums of any parts, merged in any order, are identical.
///
/// ```
/// use pledgeboard::{evaluate::{self, evaluate}, portfolio::{By, Portfolio}, read};
/// # let text = |id: &str, sector: &str, reached: &str| [r#"{ "format": "pledgeboard/1", "id": ""#, id, r#"", "title": "A",
/// #   "period": { "start": "2025-01-01", "end": "2025-12-31" }, "sector": ""#, sector, r#"", "projects": [{ "id": "p",
/// #   "title": "P", "commitments": [{ "id": "c", "title": "C", "target": { "value": "2", "published_on": "2025-01-06" },
/// #   "reports": [{ "date": "2025-12-31", "value": ""#, reached, r#"", "published_on": "2026-01-06" }] }] }] }"#].concat();
/// let mut portfolio = Portfolio::new(By::Sector);
/// for text in [text("a", "housing", "2"), text("b", "health", "1"), text("c", "housing", "0")] {
///     let programme = read::read(&text).programme.unwrap();
///     portfolio.add(&programme, &evaluate(&programme, &evaluate::Options::default())?)?;
/// }
/// let groups = portfolio.finish();
/// assert_eq!(groups[1].key.as_deref(), Some("housing"));
/// assert_eq!((groups[1].programmes, groups[1].rollup.commitments), (2, 2));
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
pub struct Portfolio {
    by: By,
    groups: BTreeMap<Option<String>, Gathered>,
}

#[derive(Clone, PartialEq, Debug, Default)]
struct Gathered {
    sum: RollupSum,
    /// Programmes by id: two documents of one id are one programme.
    programmes: BTreeSet<String>,
    /// Names of places, of which the first is shown.
    names: BTreeSet<String>,
}

/// One group of a [`Portfolio`].
///
/// ```
/// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
/// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
/// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
/// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
/// # let programme = pledgeboard::read(text).programme.unwrap();
/// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
/// use pledgeboard::portfolio::{By, Portfolio};
/// let mut portfolio = Portfolio::new(By::Year);
/// portfolio.add(&programme, &evaluation)?;
/// let groups = portfolio.finish();
/// assert_eq!((groups[0].programmes, groups[0].rollup.commitments), (1, 2));
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Group {
    /// What its commitments have in common; `None` for those that do not say.
    pub key: Option<String>,
    /// What a reader sees: the name of a place whose key is a code, else the key; empty without one.
    pub name: String,
    /// How many programmes have commitments in it.
    pub programmes: usize,
    /// Its statistics.
    pub rollup: Rollup,
}

impl Portfolio {
    /// A portfolio without programmes.
    ///
    /// ```
    /// use pledgeboard::portfolio::{By, Portfolio};
    /// assert!(Portfolio::new(By::Year).finish().is_empty());
    /// ```
    pub fn new(by: By) -> Portfolio {
        Portfolio { by, groups: BTreeMap::new() }
    }

    /// Adds a programme with its evaluation. Nothing is dropped: what has no key makes a group of its own.
    ///
    /// ```
    /// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
    /// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
    /// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
    /// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
    /// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
    /// # let programme = pledgeboard::read(text).programme.unwrap();
    /// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
    /// use pledgeboard::portfolio::{By, Portfolio};
    /// let mut portfolio = Portfolio::new(By::Sector);
    /// portfolio.add(&programme, &evaluation)?;
    /// // No commitment names a sector: one group without a key.
    /// assert_eq!(portfolio.finish()[0].key, None);
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn add(&mut self, programme: &Programme, evaluation: &Evaluation) -> Result<(), Error> {
        for (commitment, outcome) in pairs(programme, evaluation) {
            for key in self.by.keys(programme, &commitment.affiliation) {
                let place = programme.place.as_ref().filter(|_| self.by == By::Place);
                let group = self.groups.entry(key).or_default();
                group.sum.add(outcome)?;
                group.programmes.insert(programme.id.clone());
                group.names.extend(place.map(|place| place.name.clone()));
            }
        }
        Ok(())
    }

    /// Adds another portfolio of the same grouping.
    ///
    /// ```
    /// use pledgeboard::portfolio::{By, Portfolio};
    /// let mut all = Portfolio::new(By::Year);
    /// all.merge(&Portfolio::new(By::Year))?;
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn merge(&mut self, other: &Portfolio) -> Result<(), Error> {
        for (key, theirs) in &other.groups {
            let group = self.groups.entry(key.clone()).or_default();
            group.sum.merge(&theirs.sum)?;
            group.programmes.extend(theirs.programmes.iter().cloned());
            group.names.extend(theirs.names.iter().cloned());
        }
        Ok(())
    }

    /// The groups, those without a key first, the others by their keys.
    ///
    /// ```
    /// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
    /// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
    /// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
    /// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
    /// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
    /// # let programme = pledgeboard::read(text).programme.unwrap();
    /// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
    /// use pledgeboard::portfolio::{By, Portfolio};
    /// let mut portfolio = Portfolio::new(By::Year);
    /// portfolio.add(&programme, &evaluation)?;
    /// assert_eq!(portfolio.finish()[0].name, "2025");
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn finish(self) -> Vec<Group> {
        let groups = self.groups.into_iter().map(|(key, group)| Group {
            name: group.names.into_iter().next().or_else(|| key.clone()).unwrap_or_default(),
            key,
            programmes: group.programmes.len(),
            rollup: group.sum.finish(),
        });
        groups.collect()
    }
}

/// The places that one of many can take.
///
/// ```
/// let ranks = pledgeboard::portfolio::rank([("a", None)]);
/// assert_eq!((ranks[0].id.as_str(), ranks[0].places), ("a", None));
/// ```
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Rank {
    /// Whose.
    pub id: String,
    /// The best and the worst place; `None` without a measure.
    pub places: Option<(usize, usize)>,
    /// What it was ranked by.
    pub measure: Option<Interval<Ratio>>,
}

/// Ranks by an uncertain measure, the greatest first: from 1 + how many are surely above to n − how many are surely below.
///
/// Intervals that overlap are never put in an order by chance, and equal values share their places. What has no measure is
/// listed last, without a place. The ranges are the sharp bounds on ranks under interval data: every place in them is taken
/// in some completion (the worst-case reasoning of C. F. Manski, 2003, applied to order).
///
/// ```
/// use pledgeboard::{Interval, Ratio, portfolio::rank};
/// let share = |low: &str, high: &str| {
///     let of = |part: &str| Ratio::of(part.parse().unwrap(), "100".parse().unwrap()).unwrap();
///     Some(Interval::between(of(low), of(high)))
/// };
/// let ranks = rank([("a", share("55", "100")), ("b", share("60", "60")), ("c", share("20", "50")), ("d", None)]);
/// let places: Vec<_> = ranks.iter().map(|rank| (rank.id.as_str(), rank.places)).collect();
/// assert_eq!(places, [("a", Some((1, 2))), ("b", Some((1, 2))), ("c", Some((3, 3))), ("d", None)]);
/// ```
pub fn rank<'a>(measures: impl IntoIterator<Item = (&'a str, Option<Interval<Ratio>>)>) -> Vec<Rank> {
    let all: Vec<(&str, Option<Interval<Ratio>>)> = measures.into_iter().collect();
    let known: Vec<&Interval<Ratio>> = all.iter().filter_map(|(_, measure)| measure.as_ref()).collect();
    let places = |measure: &Interval<Ratio>| {
        let above = known.iter().filter(|other| is_above(other, measure)).count();
        let below = known.iter().filter(|other| is_above(measure, other)).count();
        (1 + above, known.len() - below)
    };
    let rank = |(id, measure): &(&str, Option<Interval<Ratio>>)| Rank {
        id: (*id).to_owned(),
        places: measure.as_ref().map(places),
        measure: *measure,
    };
    let mut ranks: Vec<Rank> = all.iter().map(rank).collect();
    ranks.sort_by(|a, b| {
        let order = |rank: &Rank| (rank.places.is_none(), rank.places.map(|(best, _)| best));
        order(a).cmp(&order(b)).then_with(|| a.id.cmp(&b.id))
    });
    ranks
}

/// Whether every value of the first is above every value of the second.
fn is_above(a: &Interval<Ratio>, b: &Interval<Ratio>) -> bool {
    match a.low().zip(b.high()) {
        Some((low, high)) => low.value > high.value || low.value == high.value && (low.open || high.open),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::{Options, evaluate};
    use crate::fixture::{commitment, day, programme};
    use proptest::prelude::*;

    fn evaluated(id: &str, promises: &[(&str, &str, &[&str])]) -> (Programme, Evaluation) {
        let commitments = promises.iter().enumerate().map(|(index, (promise, reports, bodies))| {
            let mut one = commitment(promise, reports);
            one.id = index.to_string();
            one.affiliation.bodies = bodies.iter().map(ToString::to_string).collect();
            one
        });
        let programme = Programme { id: id.to_owned(), ..programme(commitments.collect()) };
        let evaluation = evaluate(&programme, &Options::as_of(day("2026-01-31"))).unwrap();
        (programme, evaluation)
    }

    #[test]
    fn a_commitment_of_two_bodies_counts_in_both() {
        let (programme, evaluation) = evaluated(
            "a",
            &[
                (">=2 whole", "2025-12-31 2", &["housing", "finance"]),
                (">=2 whole", "2025-12-31 1", &["finance"]),
                (">=2 whole", "", &[]),
            ],
        );
        let said = |by: By| -> Vec<(String, usize, usize)> {
            let mut portfolio = Portfolio::new(by);
            portfolio.add(&programme, &evaluation).unwrap();
            let groups = portfolio.finish().into_iter();
            groups.map(|group| (group.name, group.rollup.commitments, group.rollup.count(crate::Status::Met))).collect()
        };
        let row = |name: &str, all, met| (name.to_owned(), all, met);
        assert_eq!(said(By::Body), [row("", 1, 0), row("finance", 2, 1), row("housing", 1, 1)]);
        assert_eq!(said(By::LeadBody), [row("", 1, 0), row("finance", 1, 0), row("housing", 1, 1)]);
        assert_eq!(said(By::Year), [row("2025", 3, 1)]);
    }

    #[test]
    fn an_end_that_is_left_out_parts_equal_ones() {
        let half = Ratio::of(1.into(), 2.into()).unwrap();
        let above = Interval::from(half, true).intersection(&Interval::up_to(Ratio::ONE, false));
        let ranks = rank([("half", Some(Interval::exact(half))), ("more", above)]);
        let places: Vec<_> = ranks.iter().map(|rank| (rank.id.as_str(), rank.places)).collect();
        assert_eq!(places, [("more", Some((1, 1))), ("half", Some((2, 2)))]);
    }

    proptest! {
        #[test]
        fn any_partition_in_any_order_gives_the_same(
            programmes in proptest::collection::vec(proptest::collection::vec((1u32..50, 0u32..60, 0usize..4), 1..6), 1..7),
            turn in 0usize..7,
            cut in 0usize..7,
        ) {
            const BODIES: [&[&str]; 4] = [&[], &["a"], &["b"], &["a", "b"]];
            let all: Vec<_> = programmes.iter().enumerate().map(|(index, promises)| {
                let words: Vec<_> = promises.iter()
                    .map(|(target, reached, body)| (format!(">={target}"), format!("2025-12-31 {reached}"), BODIES[*body])).collect();
                let promises: Vec<_> = words.iter().map(|(promise, report, bodies)| (promise.as_str(), report.as_str(), *bodies)).collect();
                evaluated(&index.to_string(), &promises)
            }).collect();
            for by in [By::Body, By::LeadBody, By::Year] {
                let gather = |members: &[&(Programme, Evaluation)]| {
                    let mut portfolio = Portfolio::new(by.clone());
                    for (programme, evaluation) in members {
                        portfolio.add(programme, evaluation).unwrap();
                    }
                    portfolio
                };
                let straight: Vec<_> = all.iter().collect();
                let mut turned = straight.clone();
                turned.rotate_left(turn % straight.len());
                let (left, right) = turned.split_at(cut.min(turned.len()));
                let mut merged = gather(right);
                merged.merge(&gather(left)).unwrap();
                let whole = gather(&straight).finish();
                prop_assert_eq!(&merged.finish(), &whole);
                if !by.overlaps() {
                    let counted: usize = whole.iter().map(|group| group.rollup.commitments).sum();
                    prop_assert_eq!(counted, all.iter().map(|(programme, _)| programme.commitments().count()).sum::<usize>());
                }
            }
        }

        /// Every completion gives each one a place in its range, and both ends of the range are taken.
        #[test]
        fn ranges_of_places_are_sharp(ends in proptest::collection::vec((0i64..5, 0i64..5), 1..5)) {
            let value = |value: i64| Ratio::of(value.into(), 10.into()).unwrap();
            let names: Vec<String> = (0..ends.len()).map(|index| index.to_string()).collect();
            let measures = names.iter().zip(&ends).map(|(name, (a, b))| (name.as_str(), Some(Interval::between(value(*a), value(*b)))));
            let ranks = rank(measures);
            let mut completions: Vec<Vec<i64>> = vec![Vec::new()];
            for (a, b) in &ends {
                completions = completions.into_iter().flat_map(|begun| {
                    (*a.min(b)..=*a.max(b)).map(move |value| [begun.clone(), vec![value]].concat())
                }).collect();
            }
            for (index, name) in names.iter().enumerate() {
                let (best, worst) = ranks.iter().find(|rank| rank.id == *name).unwrap().places.unwrap();
                let mut seen = (usize::MAX, 0);
                for completion in &completions {
                    // Equal values may stand in either order.
                    let above = completion.iter().filter(|value| **value > completion[index]).count();
                    let below = completion.iter().filter(|value| **value < completion[index]).count();
                    let (first, last) = (1 + above, completion.len() - below);
                    prop_assert!(best <= first && last <= worst);
                    seen = (seen.0.min(first), seen.1.max(last));
                }
                prop_assert_eq!(seen, (best, worst));
            }
        }
    }
}
