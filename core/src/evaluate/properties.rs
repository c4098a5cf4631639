//! What must hold for any programme: bounds contain every completion and are attained, order says nothing, later news does
//! not reach an earlier day.

use super::completion::{Scale, amounts, whole_units};
use super::*;
use crate::fixture::{change, commitment, day, figure, plan, programme, report, target};
use crate::number::RateSum;
use crate::programme::{Basis, Change, Counting, Figure, Goal, Report, Weight};
use crate::{End, Status};
use proptest::prelude::*;
use proptest::sample::select;

/// The day of every evaluation here.
const AS_OF: &str = "2025-10-15";

fn promises() -> impl Strategy<Value = String> {
    let value = || 1u32..60;
    prop_oneof![
        4 => value().prop_map(|value| format!(">={value} whole")),
        2 => value().prop_map(|value| format!(">={value}")),
        1 => value().prop_map(|value| format!(">{value} whole")),
        1 => value().prop_map(|value| format!(">{value}")),
        1 => value().prop_map(|value| format!("<={value} whole")),
        1 => value().prop_map(|value| format!("<{value}")),
        1 => value().prop_map(|value| format!("~{value}")),
        1 => (value(), 0u32..20).prop_map(|(low, more)| format!("{low}..{} whole", low + more)),
        1 => Just("all".to_owned()),
        1 => (10u32..60).prop_map(|whole| format!("all {whole} whole")),
        1 => Just("done".to_owned()),
        1 => (0u32..20).prop_map(|value| format!("<={value} from 40")),
        1 => (50u32..90).prop_map(|value| format!(">={value} from 40 whole")),
        1 => Just(String::new()),
    ]
}

fn figures() -> impl Strategy<Value = String> {
    let value = || 0u32..60;
    prop_oneof![
        6 => value().prop_map(|value| value.to_string()),
        1 => value().prop_map(|value| format!("~{value}")),
        1 => value().prop_map(|value| format!(">{value}")),
        1 => value().prop_map(|value| format!(">={value}")),
        1 => value().prop_map(|value| format!("<={}", value + 1)),
        1 => (value(), 1u32..12).prop_map(|(low, more)| format!("{low}..{}", low + more)),
        1 => select(vec!["done", "under_way", "not_started", "done accepted", "done declined"]).prop_map(str::to_owned),
        1 => value().prop_map(|value| format!("{value} under_way")),
    ]
}

/// A report of one of nine months' ends, published then or later, perhaps not before [`AS_OF`].
fn reports() -> impl Strategy<Value = Vec<String>> {
    let one = (1u32..=10, figures(), prop_oneof![3 => Just(""), 1 => Just(" stock")], 0u32..3);
    proptest::collection::btree_map(1u32..=10, one, 0..4).prop_map(|by_month| {
        let one = |(month, (_, figure, stock, late)): (u32, (u32, String, &str, u32))| {
            let published =
                if late == 2 { " @2025-11-20".to_owned() } else { format!(" @2025-{:02}-28", (month + late).min(10)) };
            format!("2025-{month:02}-10 {figure}{stock}{published}")
        };
        by_month.into_iter().map(one).collect()
    })
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    prop_oneof![
        6 => Just(Vec::new()),
        1 => Just(vec![change("2025-05-01", "2025-05-02", None)]),
        1 => Just(vec![change("2025-05-01", "2025-12-02", None)]),
        1 => Just(vec![change("2025-05-01", "2025-05-02", Some(">=20 whole"))]),
        1 => Just(vec![change("2025-05-01", "2025-12-02", Some(">=20 whole"))]),
        1 => Just(vec![change("2025-05-01", "2025-05-02", Some(""))]),
    ]
}

fn commitments() -> impl Strategy<Value = Commitment> {
    let due = select(vec!["2025-06-30", "2025-09-30", "2025-12-31"]);
    let counting =
        prop_oneof![3 => Just(Counting::Cumulative), 1 => Just(Counting::PerPeriod), 1 => Just(Counting::Level)];
    let rare = || prop_oneof![9 => Just(true), 1 => Just(false)];
    let weight = select(vec!["1", "1", "0", "2.5"]);
    ((promises(), reports(), due), (counting, weight, changes()), (rare(), rare(), any::<bool>(), any::<bool>()))
        .prop_map(
            |((promise, reports, due), (counting, weight, changes), (measurable, published, corrected, planned))| {
                let mut one = commitment(&promise, &reports.join(";"));
                if corrected && let Some(first) = one.reports.first().cloned() {
                    one.reports.push(Report {
                        published_on: day("2025-10-14"),
                        replaces: Some(first.date),
                        figure: Some(figure("7")),
                        ..first
                    });
                }
                if planned {
                    one.plan = plan(&[("2025-03-31", "5"), ("2025-07-31", "6")]);
                }
                if let (Some(target), false) = (&mut one.target, published) {
                    target.inferred_from = Some("a rate".to_owned());
                }
                // Parts of periods follow one another, but for a gap where a month has no report.
                for report in &mut one.reports {
                    report.from =
                        (counting == Counting::PerPeriod).then(|| Date::new(2025, report.date.month(), 1).unwrap());
                }
                let weight = Weight::new(weight.parse().unwrap()).unwrap();
                Commitment { due: day(due), counting, weight, changes, measurable, ..one }
            },
        )
}

fn programmes() -> impl Strategy<Value = Programme> {
    let basis = select(vec![Basis::Days, Basis::Months, Basis::Plan]);
    (proptest::collection::vec(commitments(), 1..7), basis).prop_map(|(mut commitments, basis)| {
        for (index, commitment) in commitments.iter_mut().enumerate() {
            commitment.id = format!("c{index}");
        }
        let mut list = programme(commitments);
        list.schedule.basis = basis;
        list
    })
}

fn evaluated(list: &Programme) -> Evaluation {
    evaluate(list, &Options::as_of(day(AS_OF))).unwrap()
}

fn outcome_of(list: &Programme, commitment: &Commitment) -> Outcome {
    outcome(list, commitment, day(AS_OF)).unwrap()
}

/// Values within an interval: its ends (or just inside open ones), its middle, and those around the target.
fn values_in(interval: &Interval<Decimal>, near: &[Decimal], whole: bool) -> Vec<Decimal> {
    let tiny = if whole { Decimal::ONE } else { Decimal::new(1, 9).unwrap() };
    let mut values: Vec<Decimal> = near.to_vec();
    if let Some(low) = interval.low() {
        values.extend([low.value, low.value.checked_add(tiny).unwrap()]);
    }
    if let Some(high) = interval.high() {
        values.extend([high.value, high.value.checked_sub(tiny).unwrap()]);
    }
    for value in values.clone() {
        let ceil = |value: Decimal| Ratio::from(value).to_integer(crate::number::Rounding::Up).unwrap();
        values.extend([ceil(value), ceil(value).checked_sub(Decimal::ONE).unwrap()]);
        values.extend([value.checked_add(tiny).unwrap(), value.checked_sub(tiny).unwrap()]);
    }
    values.extend([Decimal::ZERO, Decimal::from(100_000)]);
    values.retain(|value| interval.contains(*value) && !value.is_negative() && (!whole || value.is_integer()));
    values.sort();
    values.dedup();
    values
}

fn exactly(report: &Report, value: Decimal) -> Report {
    let exact = Figure { interval: Interval::exact(value), value: Some(value), ..figure("0") };
    Report { figure: Some(exact), ..report.clone() }
}

/// Every completion of a commitment that the values above make: each interval one of its values, and one final (or, before
/// due, first) report where there is none.
fn completions(list: &Programme, commitment: &Commitment, outcome: &Outcome) -> Vec<Commitment> {
    let Some(target) = &outcome.target else { return vec![commitment.clone()] };
    let whole = target.unit.counted;
    let near: Vec<Decimal> =
        target.goal.value().into_iter().chain(target.baseline.map(|baseline| baseline.value)).collect();
    let near: Vec<Decimal> = match target.goal {
        // What tolerance and high ends make of it.
        Goal::About { value, .. } => {
            [9, 11].map(|tenths| value.checked_mul(Decimal::new(tenths, 1).unwrap()).unwrap()).to_vec()
        }
        Goal::Range(span) => vec![span.low(), span.high()],
        Goal::All { whole } => vec![whole.unwrap_or(Decimal::HUNDRED)],
        _ => near,
    };
    let most = match target.goal {
        Goal::All { whole } => Some(whole.unwrap_or(Decimal::HUNDRED)),
        _ => None,
    };
    let mut done: Vec<Commitment> = vec![commitment.clone()];
    for index in 0..commitment.reports.len() {
        let report = &commitment.reports[index];
        let Some(found) = report.figure.as_ref().filter(|found| !found.interval.is_exact() && !report.stock) else {
            continue;
        };
        let below = most.map_or(Interval::from(Decimal::ZERO, false), |most| Interval::between(Decimal::ZERO, most));
        let Some(allowed) = found.interval.intersection(&below) else { continue };
        let values = values_in(&allowed, &near, whole);
        if values.is_empty() {
            continue;
        }
        done = done
            .into_iter()
            .flat_map(|begun| {
                values.iter().map(move |value| {
                    let mut next = begun.clone();
                    next.reports[index] = exactly(&next.reports[index], *value);
                    next
                })
            })
            .collect();
        // A few uncertain reports are enough.
        done.truncate(3000);
    }
    if outcome.status != Status::Unreported {
        return done;
    }
    // The report that is missing: final where due has passed.
    let as_of = day(AS_OF);
    let date = if as_of > commitment.due { commitment.due } else { as_of };
    let known = Known::on(as_of, commitment, list.period.start()).unwrap();
    let reached = known.states.iter().filter_map(|state| state.reached).next_back();
    let counts_up = commitment.counting != Counting::Level && !outcome.is_level;
    done.into_iter()
        .flat_map(|begun| {
            let mut all = Vec::new();
            if target.goal == Goal::Done {
                for stage in ["done", "under_way"] {
                    let mut next = begun.clone();
                    next.reports.push(Report { published_on: as_of, ..report(&format!("{date} {stage}")) });
                    all.push(next);
                }
                return all;
            }
            // A count can only have grown since.
            let known = Known::on(as_of, &begun, list.period.start()).unwrap();
            let least = known.states.iter().filter_map(|state| state.reached).next_back().or(reached);
            let least = least.and_then(|reached| reached.low()).map_or(Decimal::ZERO, |low| low.value);
            let from = if counts_up { least } else { Decimal::ZERO };
            let range =
                Interval::new(Some(End { value: from, open: false }), most.map(|value| End { value, open: false }));
            for value in values_in(&range.unwrap(), &near, whole) {
                let mut next = begun.clone();
                next.counting = if counts_up { Counting::Cumulative } else { next.counting };
                // One total instead of the parts so far.
                if commitment.counting == Counting::PerPeriod {
                    next.reports.retain(|report| report.stock);
                }
                next.reports.push(exactly(&Report { published_on: as_of, ..report(&format!("{date} 0")) }, value));
                all.push(next);
            }
            all
        })
        .collect()
}

fn ends<T: Ord + Copy>(interval: &Interval<T>) -> (T, T) {
    (interval.low().unwrap().value, interval.high().unwrap().value)
}

fn capped_mean(outcome: &Outcome) -> Option<(Ratio, Ratio)> {
    let heavy = Outcome { weight: Weight::ONE, ..outcome.clone() };
    rollup([&heavy]).unwrap().mean_capped_rate.map(|mean| ends(&mean))
}

fn share_met(outcome: &Outcome) -> Option<(Ratio, Ratio)> {
    rollup([outcome]).unwrap().share_met.map(|share| ends(&share))
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 4000, ..ProptestConfig::default() })]

    /// Commitments do not depend on one another, so that extreme completions of each make extreme ones of the whole.
    #[test]
    fn bounds_contain_every_completion_and_are_attained(list in programmes()) {
        for commitment in &list.projects[0].commitments {
            let uncertain = outcome_of(&list, commitment);
            let (Some(met), Some(mean)) = (share_met(&uncertain), capped_mean(&uncertain)) else { continue };
            let (mut met_seen, mut mean_seen) = ((Ratio::ONE, Ratio::ZERO), (Ratio::ONE, Ratio::ZERO));
            for completion in completions(&list, commitment, &uncertain) {
                let certain = outcome_of(&list, &completion);
                let (Some(one_met), Some(one_mean)) = (share_met(&certain), capped_mean(&certain)) else { continue };
                prop_assert!(met.0 <= one_met.0 && one_met.1 <= met.1, "share met {met:?} of {:?} holds {one_met:?} of {:?}", commitment, completion.reports);
                prop_assert!(mean.0 <= one_mean.0 && one_mean.1 <= mean.1, "mean {mean:?} of {:?} holds {one_mean:?} of {:?}", commitment, completion.reports);
                met_seen = (met_seen.0.min(one_met.0), met_seen.1.max(one_met.1));
                mean_seen = (mean_seen.0.min(one_mean.0), mean_seen.1.max(one_mean.1));
            }
            // An end that is left out is approached: to a millionth.
            let near = |a: Ratio, b: Ratio| a.max(b).checked_sub(&a.min(b)).unwrap() <= Ratio::of(Decimal::ONE, Decimal::from(1_000_000)).unwrap();
            // A level or a ceiling is judged at its due day: until then nothing that can be reported makes it met, and what is
            // not reported is unknown all the same.
            let ceiling = uncertain.target.as_ref().is_some_and(|target| target.goal.is_ceiling());
            if commitment.due < day(AS_OF) || !(uncertain.is_level || ceiling) {
                prop_assert_eq!(met_seen, met, "{:?}", commitment);
            }
            prop_assert!(near(mean_seen.0, mean.0) && near(mean_seen.1, mean.1), "mean {:?}, seen {:?}: {:?}", mean, mean_seen, commitment);
        }
    }

    /// News never makes less known.
    #[test]
    fn a_first_report_never_widens_the_bounds(list in programmes(), which in 0usize..7, figure in figures()) {
        let mut told = list.clone();
        let commitments = &mut told.projects[0].commitments;
        let index = which % commitments.len();
        let silent = &mut commitments[index];
        silent.reports.retain(|report| report.stock);
        let mut list = list.clone();
        list.projects[0].commitments[index] = silent.clone();
        silent.reports.push(Report { published_on: day(AS_OF), from: Some(list.period.start()), ..report(&format!("2025-10-01 {figure}")) });
        let (before, after) = (evaluated(&list).programme, evaluated(&told).programme);
        for (before, after) in [
            (before.share_met, after.share_met),
            (before.mean_capped_rate, after.mean_capped_rate),
            (before.share_met_or_late, after.share_met_or_late),
        ] {
            if let (Some(before), Some(after)) = (before, after) {
                let ((low, high), (lower, higher)) = (ends(&before), ends(&after));
                prop_assert!(low <= lower && higher <= high, "{before:?} became {after:?}");
            }
        }
    }

    #[test]
    fn statuses_partition_the_commitments(list in programmes()) {
        let evaluation = evaluated(&list);
        let all = evaluation.commitments().count();
        prop_assert_eq!(evaluation.programme.counts.iter().sum::<usize>(), all);
        for (status, count) in Status::ALL.into_iter().zip(evaluation.programme.counts) {
            prop_assert_eq!(evaluation.commitments().filter(|outcome| outcome.status == status).count(), count);
        }
        prop_assert_eq!(shares(&evaluation.programme.counts, 3).unwrap().iter().try_fold(Decimal::ZERO, |sum, share| sum.checked_add(*share)).unwrap(), Decimal::HUNDRED);
    }

    #[test]
    fn parts_merge_to_the_whole(list in programmes(), cut in 0usize..7) {
        let evaluation = evaluated(&list);
        let (mut left, mut right) = (RollupSum::default(), RollupSum::default());
        for (index, outcome) in evaluation.commitments().enumerate() {
            if index < cut { left.add(outcome).unwrap() } else { right.add(outcome).unwrap() }
        }
        let mut other = right.clone();
        other.merge(&left).unwrap();
        left.merge(&right).unwrap();
        prop_assert_eq!(left.finish(), evaluation.programme.clone());
        prop_assert_eq!(other.finish(), evaluation.programme);
    }

    /// min(max(r, 0), 1) ≤ max(r, 0), one by one and in the mean over the same reported commitments.
    #[test]
    fn a_capped_mean_is_not_above_the_uncapped_one(list in programmes()) {
        let (mut capped, mut uncapped) = (RateSum::default(), RateSum::default());
        for outcome in evaluated(&list).commitments().filter(|outcome| outcome.counts()) {
            let Some(rate) = outcome.rate.and_then(|rate| rate.as_exact()) else { continue };
            let (low, high) = (rate.clamp(Ratio::ZERO, Ratio::ONE), rate.max(Ratio::ZERO));
            prop_assert!(low <= high);
            capped.add(&low, outcome.weight).unwrap();
            uncapped.add(&high, outcome.weight).unwrap();
        }
        prop_assert!(capped.mean() <= uncapped.mean());
    }

    #[test]
    fn order_says_nothing(list in programmes(), turn in 0usize..7) {
        let mut turned = list.clone();
        let commitments = &mut turned.projects[0].commitments;
        let length = commitments.len();
        commitments.rotate_left(turn % length);
        for commitment in commitments.iter_mut() {
            commitment.reports.reverse();
            commitment.changes.reverse();
            commitment.plan.reverse();
        }
        let (straight, turned) = (evaluated(&list), evaluated(&turned));
        prop_assert_eq!(&straight.programme, &turned.programme);
        for outcome in straight.commitments() {
            let other = turned.commitments().find(|other| other.id == outcome.id).unwrap();
            // A report is named by its place, which is another one now.
            let unnamed = |outcome: &Outcome| Outcome { report: None, stock: None, ..outcome.clone() };
            prop_assert_eq!(unnamed(outcome), unnamed(other));
        }
    }

    #[test]
    fn a_day_knows_nothing_of_what_came_later(list in programmes()) {
        let as_of = day(AS_OF);
        let mut then = list.clone();
        for commitment in &mut then.projects[0].commitments {
            commitment.reports.retain(|report| public_from(report) <= as_of);
        }
        let known = evaluated(&then);
        prop_assert_eq!(&known.programme, &evaluated(&list).programme);
        for commitment in &mut then.projects[0].commitments {
            commitment.reports.push(Report { published_on: day("2025-10-16"), ..report("2025-09-30 59") });
            commitment.changes.push(change("2025-10-16", "2025-10-16", None));
        }
        prop_assert_eq!(&known.programme, &evaluated(&then).programme);
    }

    /// Made up after the deadline stays made up after the deadline.
    #[test]
    fn late_stays_late(target in 2u32..60, short in 1u32..60, days in 0i32..300) {
        let short = short.min(target - 1);
        let reports = format!("2025-06-30 {short}; 2025-08-31 {target}; 2025-09-30 {}", target + 5);
        let late = Commitment { due: day("2025-06-30"), ..commitment(&format!(">={target} whole"), &reports) };
        let list = programme(vec![late]);
        let later = evaluate(&list, &Options::as_of(day("2025-08-31").after(days).unwrap())).unwrap();
        prop_assert_eq!(later.commitments().next().unwrap().status, Status::MetLate);
    }
}

/// What the mean counts of an uncertain figure of whole units: only whole ones.
#[test]
fn means_of_counted_units_are_of_whole_ones() {
    let list = programme(vec![commitment(">=10 whole", "2025-10-01 >7")]);
    let outcome = outcome_of(&list, &list.projects[0].commitments[0]);
    let counted = whole_units(&outcome.reached.unwrap()).unwrap();
    let scale = Scale::of(&target(">=10 whole")).unwrap().unwrap();
    assert_eq!(
        scale.rate(&amounts(&counted).unwrap()).unwrap().low().unwrap().value,
        Ratio::of(8.into(), 10.into()).unwrap()
    );
    assert_eq!(capped_mean(&outcome), Some((Ratio::of(8.into(), 10.into()).unwrap(), Ratio::ONE)));
}
