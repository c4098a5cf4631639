//! The rules as tables: promise, reports, day, and what follows.

use super::*;
use crate::fixture::{change, commitment, day, number, percent, plan, programme};
use crate::number::Rounding;
use crate::programme::{Basis, Counting, Weight};
use proptest::prelude::*;

fn one(commitment: Commitment, as_of: &str) -> Outcome {
    let evaluation = evaluate(&programme(vec![commitment]), &Options::as_of(day(as_of))).unwrap();
    evaluation.commitments().next().unwrap().clone()
}

/// A status in the words of the tables: its code, the reason after `/`, the possible ones after `:`.
fn said(outcome: &Outcome) -> String {
    let mut said = outcome.status.code().to_owned();
    if let Some(reason) = outcome.reason {
        said = said + "/" + reason.code();
    }
    if !outcome.possible.is_empty() {
        let possible: Vec<&str> = outcome.possible.iter().map(|status| status.code()).collect();
        said = said + ":" + &possible.join(" ");
    }
    said
}

fn check(counting: Counting, rows: &[(&str, &str, &str, &str)]) {
    for &(promise, reports, as_of, expected) in rows {
        let outcome = one(Commitment { counting, ..commitment(promise, reports) }, as_of);
        assert_eq!(said(&outcome), expected, "{promise} | {reports} | {as_of}");
    }
}

#[test]
fn the_bound_decides() {
    let due = "2025-12-31";
    for (promise, reached, expected) in [
        (">=39 whole", "38", "missed"),
        (">=39 whole", "39", "met"),
        (">=39 whole", "40", "exceeded"),
        (">=39", "38.9999", "missed"),
        (">=39", "39.0001", "exceeded"),
        (">100 whole", "100", "missed"),
        (">100 whole", "101", "met"),
        (">100 whole", "102", "exceeded"),
        (">100", "100.5", "met"),
        (">100", "1000", "met"),
        ("~2", "1.79", "missed"),
        ("~2", "1.8", "met"),
        ("~2", "2.2", "met"),
        ("~2", "2.21", "exceeded"),
        ("3..5", "2", "missed"),
        ("3..5", "3", "met"),
        ("3..5", "5", "met"),
        ("3..5", "6", "exceeded"),
        ("<=50 whole", "50", "met"),
        ("<=50 whole", "51", "missed/ceiling_broken"),
        ("<50", "49.9", "met"),
        ("<50", "50", "missed/ceiling_broken"),
        ("<=20 from 40", "20", "met"),
        ("<=20 from 40", "10", "met"),
        ("<=20 from 40", "21", "missed/ceiling_broken"),
        ("all", "100", "met"),
        ("all", "99.9", "missed"),
        ("all 40 whole", "40", "met"),
        ("all 40 whole", "39", "missed"),
        ("done", "done", "met"),
        ("done", "done accepted", "met"),
        ("done", "done declined", "missed/not_accepted"),
        ("done", "under_way", "missed"),
        ("done", "not_started", "missed"),
        ("done", "1", "undecided:met missed"),
        // A figure that is an interval.
        (">=1800 whole", ">1800", "exceeded"),
        (">=1801 whole", ">1800", "met"),
        (">=1801", ">1800", "undecided:exceeded met missed"),
        (">=320 whole", "~400", "exceeded"),
        (">=400 whole", "~400", "undecided:exceeded met missed"),
        (">=360 whole", "~400", "met"),
        (">=500 whole", "~400", "missed"),
        (">=39 whole", ">=39", "met"),
        (">=39 whole", "<39", "missed"),
        ("<=50 whole", "~50", "undecided:met missed"),
        ("~2", "1.8..2.3", "met"),
        // A stage in the place of a figure.
        (">=39 whole", "done", "met"),
        (">=39 whole", "under_way", "missed"),
        ("<=50 whole", "under_way", "undecided:met missed"),
    ] {
        let outcome = one(commitment(promise, &format!("{due} {reached}")), due);
        assert_eq!(said(&outcome), expected, "{promise} | {reached}");
    }
}

#[test]
fn before_due() {
    // 2025-06-30 is day 181 of 365: 49.59 %; of 39 lifts 19.34, so 19 are expected.
    check(
        Counting::Cumulative,
        &[
            (">=39 whole", "", "2025-06-30", "unreported/not_due_yet"),
            (">=39 whole", "", "2025-12-31", "unreported/not_due_yet"),
            (">=39 whole", "", "2026-01-01", "unreported/not_published"),
            (">=39 whole", "2025-03-31 23 stock", "2025-06-30", "unreported/not_due_yet"),
            (">=39 whole", "2025-03-31 -", "2025-06-30", "unreported/not_published"),
            (">=39 whole", "2025-06-30 21", "2025-07-10", "on_schedule"),
            (">=39 whole", "2025-06-30 0", "2025-07-10", "not_started"),
            (">=39 whole", "2025-06-30 0 under_way", "2025-07-10", "behind"),
            (">=39 whole", "2025-06-30 17", "2025-07-10", "behind"),
            (">=39 whole", "2025-06-30 18", "2025-07-10", "on_schedule"),
            (">=39 whole", "2025-06-30 22", "2025-07-10", "ahead"),
            (">=39 whole", "2025-06-30 39", "2025-07-10", "met"),
            (">=39 whole", "2025-06-30 51", "2025-07-10", "exceeded"),
            (">=39 whole", "2025-06-30 under_way", "2025-07-10", "on_schedule"),
            (">=39 whole", "2025-06-30 not_started", "2025-07-10", "not_started"),
            (">=39 whole", "2025-06-30 done", "2025-07-10", "met"),
            (">=39 whole", "2025-06-30 ~20", "2025-07-10", "on_schedule"),
            (">=39 whole", "2025-06-30 >20", "2025-07-10", "on_schedule"),
            (">=39 whole", "2025-06-30 15..20", "2025-07-10", "undecided:on_schedule behind"),
            (">=39 whole", "2025-06-30 0..5", "2025-07-10", "undecided:behind not_started"),
            // A school of four: 1.98 are expected, so 1; one is 24 points behind, but nobody builds 0.98 of a school.
            (">=4 whole", "2025-06-30 1", "2025-07-10", "on_schedule/whole_units"),
            (">=4", "2025-06-30 1", "2025-07-10", "behind"),
            // A stage after a figure adds nothing, unless it says "done".
            (">=39 whole", "2025-03-31 21; 2025-06-30 under_way", "2025-07-10", "ahead"),
            (">=39 whole", "2025-03-31 21; 2025-06-30 done", "2025-07-10", "met"),
            // Milestones.
            ("done", "2025-06-30 not_started", "2025-07-10", "not_started"),
            ("done", "2025-06-30 under_way", "2025-07-10", "on_schedule"),
            ("done", "2025-06-30 done", "2025-07-10", "met"),
            ("done", "2025-06-30 done declined", "2025-07-10", "on_schedule/not_accepted"),
            // Ceilings that count up.
            ("<=50 whole", "2025-06-30 0", "2025-07-10", "on_schedule"),
            ("<=50 whole", "2025-06-30 50", "2025-07-10", "on_schedule"),
            ("<=50 whole", "2025-06-30 51", "2025-07-10", "missed/ceiling_broken"),
            ("<=50 whole", "2025-06-30 ~50", "2025-07-10", "undecided:on_schedule missed"),
            // From a baseline, down: a level with a schedule. By mid-year 20.08 of the 40 − 20 are expected.
            ("<=20 from 40", "2025-06-30 30", "2025-07-10", "on_schedule"),
            ("<=20 from 40", "2025-06-30 33", "2025-07-10", "behind"),
            ("<=20 from 40", "2025-06-30 20", "2025-07-10", "ahead"),
            ("<=20 from 40", "2025-06-30 45", "2025-07-10", "behind"),
            // Coverage is a level: never met before it is due.
            ("all", "2025-06-30 100", "2025-07-10", "on_schedule"),
            ("all", "2025-06-30 5", "2025-07-10", "on_schedule"),
            // Its rate starts from nothing, not from the baseline: no schedule to be ahead of.
            ("all from 30", "2025-06-30 30", "2025-07-10", "on_schedule"),
        ],
    );
    check(
        Counting::Level,
        &[
            (">=95", "2025-06-30 96", "2025-07-10", "on_schedule"),
            (">=95", "2025-06-30 10", "2025-07-10", "on_schedule"),
            (">=95", "2025-06-30 0", "2025-07-10", "on_schedule"),
            (">=95", "2025-06-30 10 not_started", "2025-07-10", "not_started"),
            (">=95 from 85", "2025-06-30 96", "2025-07-10", "ahead"),
            (">=95 from 85", "2025-06-30 86", "2025-07-10", "behind"),
            ("<=50", "2025-06-30 60", "2025-07-10", "on_schedule"),
        ],
    );
}

#[test]
fn after_due() {
    check(
        Counting::Cumulative,
        &[
            (">=39 whole", "2025-06-30 21", "2026-01-01", "unreported/no_final_report"),
            (">=39 whole", "2025-06-30 0", "2026-01-01", "unreported/no_final_report"),
            (">=39 whole", "2025-06-30 39", "2026-01-01", "met"),
            (">=39 whole", "2025-11-30 ~40", "2026-01-01", "undecided/no_final_report:exceeded met unreported"),
            (">=39 whole", "2025-12-31 21", "2025-12-31", "missed"),
            (">=39 whole", "2025-12-30 21", "2025-12-31", "behind"),
            (">=39 whole", "2026-02-28 21", "2026-03-01", "missed"),
            (">=39 whole", "2025-06-30 21; 2025-12-31 under_way", "2026-03-01", "missed"),
            // Reached before due, and the final report gives no figure: reached it stays.
            (">=39 whole", "2025-06-30 45; 2025-12-31 under_way", "2026-03-01", "exceeded"),
            (">=39 whole", "2025-11-30 45; 2025-12-31 done", "2026-03-01", "exceeded"),
            (">=39 whole", "2025-11-30 30; 2025-12-31 done", "2026-03-01", "met"),
            (">=39 whole", "2025-06-30 39; 2025-12-31 38", "2026-03-01", "missed"),
            (">=39 whole", "2025-12-31 30; 2026-02-28 under_way", "2026-03-01", "missed"),
            // Broken once, broken for good, unless a correction says that it never was.
            ("<=50 whole", "2025-03-31 60; 2025-06-30 40", "2025-07-10", "missed/ceiling_broken"),
            ("<=50 whole", "2025-03-31 60; 2025-12-31 40", "2026-03-01", "missed/ceiling_broken"),
            ("<=50 whole", "2025-03-31 60; 2025-12-31 under_way", "2026-03-01", "missed/ceiling_broken"),
            ("<=50 whole", "2025-03-31 60; 2025-06-30 40 replaces=2025-03-31", "2025-07-10", "on_schedule"),
            // On time, although published later; in time as far as anybody knows; late.
            (">=39 whole", "2025-12-31 39 @2026-02-10", "2026-01-31", "unreported/not_published"),
            (">=39 whole", "2025-12-31 39 @2026-02-10", "2026-02-10", "met"),
            (">=39 whole", "2025-11-30 30; 2026-02-28 39", "2026-03-01", "met"),
            (">=39 whole", "2025-11-30 30; 2026-02-28 45", "2026-03-01", "exceeded"),
            (">=39 whole", "2025-12-31 30; 2026-02-28 39", "2026-03-01", "met_late"),
            (">=39 whole", "2025-12-31 30; 2026-02-28 45", "2026-03-01", "met_late"),
            (">=39 whole", "2025-12-31 30; 2026-02-28 39", "2026-01-31", "missed"),
            (">=39 whole", "2025-12-31 30; 2026-01-31 35; 2026-02-28 39", "2026-03-01", "met_late"),
            (">=39 whole", "2025-12-31 30; 2026-02-28 ~40", "2026-03-01", "undecided:met_late missed"),
            (">=39 whole", "2025-12-31 ~40; 2026-02-28 45", "2026-03-01", "met_late"),
            (">=39 whole", "2025-12-31 ~40; 2026-02-28 ~40", "2026-03-01", "undecided:exceeded met met_late missed"),
            (">=39 whole", "2025-12-31 39; 2026-02-28 45", "2026-03-01", "met"),
            // Uncertain first, short later: kept in time if the first turns out so.
            (">=39 whole", "2025-12-31 ~40; 2026-02-28 38", "2026-03-01", "undecided:exceeded met missed"),
            (">=39 whole", "2025-11-30 ~40; 2025-12-31 under_way", "2026-03-01", "undecided:exceeded met missed"),
            ("<=50 whole", "2025-11-30 ~50; 2025-12-31 45", "2026-03-01", "undecided:met missed"),
            ("<=50 whole", "2025-03-31 ~50; 2025-06-30 45", "2025-07-10", "undecided:on_schedule missed"),
            ("done", "2025-12-31 under_way; 2026-02-28 done", "2026-03-01", "met_late"),
            ("done", "2025-06-30 under_way", "2026-03-01", "unreported/no_final_report"),
            ("done", "2025-12-31 done declined; 2026-02-28 done accepted", "2026-03-01", "met_late"),
            ("<=50 whole", "2025-11-30 40", "2026-03-01", "unreported/no_final_report"),
            ("<=50 whole", "2025-11-30 60", "2026-03-01", "missed/ceiling_broken"),
            ("<=50 whole", "2025-12-31 40", "2026-03-01", "met"),
            ("<=20 from 40", "2025-12-31 25; 2026-02-28 19", "2026-03-01", "met_late"),
            ("all", "2025-11-30 100", "2026-03-01", "unreported/no_final_report"),
        ],
    );
    check(
        Counting::Level,
        &[
            (">=95", "2025-11-30 96", "2026-01-31", "unreported/no_final_report"),
            (">=95", "2025-12-31 96", "2025-12-31", "exceeded"),
            (">=95", "2025-12-31 96; 2026-02-28 94", "2026-03-01", "exceeded"),
            (">=95", "2025-12-31 94; 2026-02-28 95", "2026-03-01", "met_late"),
            (">=95", "2025-12-31 94; 2026-02-28 93", "2026-03-01", "missed"),
        ],
    );
}

#[test]
fn periods_add_up() {
    check(
        Counting::PerPeriod,
        &[
            (">=39 whole", "2025-03-31 20 from=2025-01-01; 2025-06-30 19 from=2025-04-01", "2025-07-10", "met"),
            (">=39 whole", "2025-03-31 5 from=2025-01-01; 2025-06-30 4 from=2025-04-01", "2025-07-10", "behind"),
            // From July on only: what was before is not known, so the sum is a lower bound.
            (">=39 whole", "2025-09-30 39 from=2025-07-01", "2025-10-10", "met"),
            (
                ">=39 whole",
                "2025-09-30 5 from=2025-07-01",
                "2025-10-10",
                "undecided:exceeded met ahead on_schedule behind",
            ),
            (">=39 whole", "2025-03-31 0 from=2025-01-01", "2025-04-10", "not_started"),
            ("<=50 whole", "2025-03-31 51 from=2025-02-01", "2025-04-10", "missed/ceiling_broken"),
            ("<=50 whole", "2025-03-31 5 from=2025-02-01", "2025-04-10", "undecided:on_schedule missed"),
        ],
    );
    let reports = "2025-03-31 10 from=2025-01-01; 2025-06-30 ~10 from=2025-04-01; 2025-12-31 5 from=2025-10-01";
    let sums = Commitment { counting: Counting::PerPeriod, ..commitment(">=39 whole", reports) };
    assert_eq!(one(sums.clone(), "2025-07-01").reached, Some(Interval::between(number("19"), number("21"))));
    assert_eq!(one(sums, "2025-12-31").reached, Some(Interval::from(number("24"), false)));
}

#[test]
fn only_what_was_published_by_then() {
    let corrected = "2025-06-30 21 @2025-07-10; 2025-06-30 17 @2025-08-01";
    let replaced = "2025-06-30 21 @2025-07-10; 2025-07-31 17 @2025-08-01 replaces=2025-06-30";
    check(
        Counting::Cumulative,
        &[
            (">=39 whole", corrected, "2025-07-09", "unreported/not_due_yet"),
            (">=39 whole", corrected, "2025-07-31", "on_schedule"),
            (">=39 whole", corrected, "2025-08-01", "behind"),
            (">=39 whole", replaced, "2025-07-31", "on_schedule"),
            (">=39 whole", replaced, "2025-08-01", "behind"),
            (">=39 whole", "2025-06-30 21", "2025-01-05", "no_target/target_not_yet_public"),
            ("", "2025-06-30 21", "2025-07-10", "no_target"),
            ("", "", "2025-07-10", "no_target"),
        ],
    );
    let changed = Commitment {
        changes: vec![
            change("2025-05-01", "2025-06-01", Some(">=45 whole")),
            change("2025-03-01", "2025-03-01", Some("")),
        ],
        ..commitment(">=20 whole", "2025-02-28 10; 2025-05-31 20")
    };
    for (as_of, expected, original) in [
        // Before March nobody says what was promised.
        ("2025-02-28", "no_target", None),
        ("2025-05-31", "on_schedule", Some(Interval::between(0, 1))),
        ("2025-06-01", "met", Some(Interval::between(0, 1))),
    ] {
        let outcome = one(changed.clone(), as_of);
        assert_eq!((said(&outcome).as_str(), outcome.met_original), (expected, original), "{as_of}");
    }
    // A change of March that became public in September does not undo the one of June, which was public already.
    let late = Commitment {
        changes: vec![
            change("2025-03-01", "2025-09-01", Some(">=10 whole")),
            change("2025-06-01", "2025-06-02", Some(">=15 whole")),
        ],
        ..commitment(">=20 whole", "2025-06-30 12")
    };
    for (as_of, target) in [("2025-06-01", ">=10 whole"), ("2025-07-01", ">=20 whole"), ("2025-09-01", ">=20 whole")] {
        let goal = one(late.clone(), as_of).target.map(|target| target.goal);
        assert_eq!(goal, Some(crate::fixture::target(target).goal), "{as_of}");
    }
    let withdrawn = Commitment {
        changes: vec![change("2025-05-01", "2025-06-01", None)],
        ..commitment(">=39 whole", "2025-02-28 10; 2025-07-31 39")
    };
    for (as_of, expected, original) in [
        ("2025-05-31", "ahead", None),
        ("2025-06-01", "withdrawn", Some(Interval::exact(0))),
        ("2025-07-31", "withdrawn", Some(Interval::exact(1))),
    ] {
        let outcome = one(withdrawn.clone(), as_of);
        assert_eq!((said(&outcome).as_str(), outcome.met_original), (expected, original), "{as_of}");
    }
    let soft = Commitment { measurable: false, ..commitment("done", "2025-12-31 done") };
    assert_eq!(said(&one(soft, "2026-01-01")), "not_measurable");
}

#[test]
fn the_days_a_total_covers_do_not_make_two_reports_of_it() {
    check(
        Counting::Cumulative,
        &[(
            ">=39 whole",
            "2025-06-30 30 from=2025-01-01 @2025-07-10; 2025-06-30 5 @2025-08-01",
            "2025-08-02",
            "behind",
        )],
    );
}

#[test]
fn the_figure_stays_in_sight_when_a_stage_follows() {
    for reports in ["2025-06-30 45; 2025-12-31 under_way", "2025-12-31 30; 2026-02-28 under_way"] {
        assert!(one(commitment(">=39 whole", reports), "2026-03-01").rate.is_some(), "{reports}");
    }
}

#[test]
fn the_latest_publication_is_the_day() {
    let reported = commitment(">=39 whole", "2025-06-30 21 @2025-07-10; 2025-03-31 9 @2025-08-01");
    for (commitment, expected) in [
        (reported.clone(), "2025-08-01"),
        (Commitment { changes: vec![change("2025-05-01", "2025-09-01", None)], ..reported }, "2025-09-01"),
        (commitment(">=39 whole", ""), "2025-01-06"),
        (commitment("", ""), "2025-01-01"),
    ] {
        let evaluation = evaluate(&programme(vec![commitment]), &Options::default()).unwrap();
        assert_eq!(evaluation.as_of, day(expected));
    }
}

#[test]
fn the_schedule_is_read_at_the_report() {
    let half = &[("2025-06-30", "10")][..];
    let back_loaded = &[("2025-09-30", "30"), ("2025-03-31", "5")][..];
    for (basis, points, at, share, expected) in [
        (Basis::Days, &[][..], "2025-01-01", "0.27", "0"),
        (Basis::Days, &[], "2025-06-30", "49.59", "19"),
        (Basis::Days, &[], "2025-12-30", "99.73", "38"),
        (Basis::Days, &[], "2025-12-31", "100.00", "39"),
        (Basis::Days, half, "2025-06-30", "49.59", "19"),
        (Basis::Months, &[], "2025-01-30", "0.00", "0"),
        (Basis::Months, &[], "2025-01-31", "8.33", "3"),
        (Basis::Months, &[], "2025-11-30", "91.67", "35"),
        (Basis::Months, &[], "2025-12-30", "91.67", "35"),
        (Basis::Months, &[], "2025-12-31", "100.00", "39"),
        (Basis::Plan, &[], "2025-06-30", "49.59", "19"),
        (Basis::Plan, half, "2025-06-30", "25.64", "10"),
        (Basis::Plan, half, "2025-03-31", "12.75", "4"),
        (Basis::Plan, half, "2025-12-31", "100.00", "39"),
        (Basis::Plan, half, "2024-12-31", "0.00", "0"),
        (Basis::Plan, back_loaded, "2025-03-31", "12.82", "5"),
        (Basis::Plan, back_loaded, "2025-06-30", "44.70", "17"),
    ] {
        let lifts = Commitment { plan: plan(points), ..commitment(">=39 whole", &format!("{at} 3")) };
        let mut list = programme(vec![lifts]);
        list.schedule.basis = basis;
        let evaluation = evaluate(&list, &Options::as_of(day("2026-01-01"))).unwrap();
        let outcome = evaluation.commitments().next().unwrap();
        let point = outcome.schedule.unwrap();
        assert_eq!(point.share.percent(2, Rounding::HalfUp).unwrap(), share, "{basis:?} {points:?} {at}");
        assert_eq!(outcome.expected.unwrap(), Ratio::from(number(expected)), "{basis:?} {points:?} {at}");
        let fell_back = basis == Basis::Plan && points.is_empty();
        assert_eq!(point.basis, if fell_back { Basis::Days } else { basis });
    }
}

#[test]
fn a_commitment_due_in_june_has_its_own_course() {
    let june = |reports| Commitment { due: day("2025-06-30"), ..commitment(">=39 whole", reports) };
    let outcome = one(june("2025-03-31 10"), "2025-04-10");
    assert_eq!(outcome.schedule.unwrap().share, Ratio::of(90.into(), 181.into()).unwrap());
    assert_eq!(said(&one(june("2025-06-30 38"), "2025-07-10")), "missed");
    assert_eq!(
        said(&one(Commitment { due: day("2024-06-30"), ..commitment(">=39", "") }, "2025-01-06")),
        "unreported/not_published"
    );
}

#[test]
fn both_ends_of_the_tolerance_are_on_schedule() {
    // A period of 100 days whose 50th has passed: the share is exactly one half.
    for (reached, tolerance, expected) in [
        ("450", "5", "on_schedule"),
        ("449", "5", "behind"),
        ("550", "5", "on_schedule"),
        ("551", "5", "ahead"),
        ("500", "0", "on_schedule"),
        ("499", "0", "behind"),
        ("501", "0", "ahead"),
        ("0", "100", "not_started"),
        ("1", "100", "on_schedule"),
    ] {
        let report = format!("2025-02-19 {reached}");
        let mut list = programme(vec![Commitment { due: day("2025-04-10"), ..commitment(">=1000 whole", &report) }]);
        list.schedule.tolerance = percent(tolerance);
        let evaluation = evaluate(&list, &Options::as_of(day("2025-02-20"))).unwrap();
        let outcome = evaluation.commitments().next().unwrap();
        assert_eq!(outcome.schedule.unwrap().share, Ratio::of(1.into(), 2.into()).unwrap());
        assert_eq!(said(outcome), expected, "{reached} ± {tolerance}");
    }
}

#[test]
fn expected_whole_amounts_are_rounded_towards_the_baseline() {
    for (promise, expected) in [
        (">=39 whole", "19"),
        (">=39", "19.3397"),
        // Half of the way from 40 down to 20 is 30.08: 31 complaints are the whole amount on the baseline's side.
        ("<=20 whole from 40", "31"),
        ("<=20 from 40", "30.0822"),
        (">=60 whole from 40", "49"),
        ("all 40 whole", "19"),
    ] {
        let outcome = one(commitment(promise, "2025-06-30 30"), "2025-07-10");
        let printed = outcome.expected.unwrap().decimal(4, Rounding::HalfUp).unwrap();
        assert_eq!(crate::number::trim_zeros(&printed), expected, "{promise}");
    }
}

#[test]
fn rates_and_margins_are_exact() {
    let outcome = one(commitment(">=39 whole", "2025-06-30 21"), "2025-07-10");
    let margin = outcome.margin.unwrap().as_exact().unwrap();
    assert_eq!(margin.percent(2, Rounding::HalfUp).unwrap(), "4.26");
    assert_eq!(outcome.report.unwrap().age_days, 10);
    for (promise, reached, low, high) in [
        (">=8000 whole", "9935", "124.1875", "124.1875"),
        (">=320 whole", "~400", "112.5000", "137.5000"),
        ("<=20 from 40", "25..30", "50.0000", "75.0000"),
        ("3..5", "4", "133.3333", "133.3333"),
        ("all", "80", "80.0000", "80.0000"),
        ("all 40 whole", "30", "75.0000", "75.0000"),
    ] {
        let rate = one(commitment(promise, &format!("2025-12-31 {reached}")), "2025-12-31").rate.unwrap();
        let printed = |end: Option<crate::End<Ratio>>| end.unwrap().value.percent(4, Rounding::HalfUp).unwrap();
        assert_eq!((printed(rate.low()).as_str(), printed(rate.high()).as_str()), (low, high), "{promise} {reached}");
    }
    let open = one(commitment(">=1800 whole", "2025-12-31 >1800"), "2025-12-31").rate.unwrap();
    assert_eq!(open, Interval::from(Ratio::ONE, true));
    for promise in ["<=50", "done"] {
        assert_eq!(one(commitment(promise, "2025-12-31 40 done"), "2025-12-31").rate, None);
    }
}

#[test]
fn targets_without_a_rate_are_errors() {
    let fails = |promise| {
        let list = programme(vec![commitment(promise, "2025-06-30 21")]);
        let error = evaluate(&list, &Options::default()).unwrap_err();
        assert_eq!(check_target(&crate::fixture::target(promise)), Err(error));
        error
    };
    assert!(fails(">=0").is_zero_target());
    assert!(fails(">=5 from 5").is_zero_target());
    assert!(fails(">=5 from 8").is_wrong_way());
    assert!(fails("<=8 from 5").is_wrong_way());
    assert!(fails(">=-5").is_wrong_way());
    assert!(check_target(&crate::fixture::target("<=0")).is_ok());
}

fn percents(interval: Option<&Interval<Ratio>>) -> String {
    let Some(interval) = interval else {
        return "-".to_owned();
    };
    let printed = |end: Option<crate::End<Ratio>>| end.unwrap().value.percent(2, Rounding::HalfUp).unwrap();
    printed(interval.low()) + "–" + &printed(interval.high())
}

#[test]
fn roll_ups_keep_the_unknown_apart() {
    let due = "2025-12-31";
    let report = |figure: &str| format!("{due} {figure}");
    let rollup = |commitments: Vec<Commitment>| {
        evaluate(&programme(commitments), &Options::as_of(day("2026-03-01"))).unwrap().programme
    };
    // The shape of the board of 2024: 7 exceeded, 4 met, 9 not published, some without a target.
    let mut list = Vec::new();
    for figure in ["200"; 7].into_iter().chain(["100"; 4]) {
        list.push(commitment(">=100 whole", &report(figure)));
    }
    list.extend((0..9).map(|_| commitment(">=100 whole", "")));
    list.extend((0..29).map(|_| commitment("", &report("5"))));
    for inferred in list.iter_mut().take(2) {
        inferred.target.as_mut().unwrap().inferred_from = Some("124.19%".to_owned());
    }
    let board = rollup(list.clone());
    assert_eq!((board.count(Status::Exceeded), board.count(Status::Met)), (7, 4));
    assert_eq!((board.count(Status::Unreported), board.count(Status::NoTarget)), (9, 29));
    assert_eq!((board.commitments, board.with_target, board.inferred), (49, 20, 2));
    assert_eq!(percents(board.share_met.as_ref()), "55.00–100.00");
    assert_eq!(percents(board.share_met_not_inferred.as_ref()), "50.00–100.00");
    assert_eq!(percents(board.mean_capped_rate.as_ref()), "55.00–100.00");
    assert_eq!(board.mean_reported_rate.unwrap().percent(2, Rounding::HalfUp).unwrap(), "163.64");
    assert_eq!(board.share_met_original, None);
    assert_eq!(board.shares.iter().sum::<u32>(), 1000);
    list.reverse();
    assert_eq!(rollup(list), board);

    let nothing = rollup(Vec::new());
    assert_eq!((nothing.share_met, nothing.mean_capped_rate, nothing.shares), (None, None, [0; 13]));

    // One row each: the commitment, share met, with the late ones, mean capped rate, against the original list.
    let half = commitment(">=100 whole", "2025-06-30 50");
    for (commitment, expected) in [
        (commitment(">=100 whole", &report("80")), "0.00–0.00 0.00–0.00 80.00–80.00 -"),
        (commitment(">=100 whole", &report("180")), "100.00–100.00 100.00–100.00 100.00–100.00 -"),
        (commitment(">=100 whole", &report("~100")), "0.00–100.00 0.00–100.00 90.00–100.00 -"),
        (commitment(">=100 whole", "2025-12-31 80; 2026-02-28 120"), "0.00–0.00 100.00–100.00 100.00–100.00 -"),
        (half.clone(), "0.00–100.00 0.00–100.00 50.00–100.00 -"),
        (Commitment { counting: Counting::Level, ..half.clone() }, "0.00–100.00 0.00–100.00 0.00–100.00 -"),
        (Commitment { measurable: false, ..half.clone() }, "0.00–100.00 0.00–100.00 0.00–100.00 -"),
        (commitment("done", &report("done")), "100.00–100.00 100.00–100.00 100.00–100.00 -"),
        (commitment("done", &report("under_way")), "0.00–0.00 0.00–0.00 0.00–0.00 -"),
        (commitment("done", "2025-06-30 under_way"), "0.00–100.00 0.00–100.00 0.00–100.00 -"),
        (commitment("<=5", &report("6")), "0.00–0.00 0.00–0.00 0.00–0.00 -"),
        (commitment("~100", &report("95")), "100.00–100.00 100.00–100.00 95.00–95.00 -"),
        // Perhaps the early figure kept it, from 18.9 on; else the stage did, which has no rate and counts as all.
        (commitment("~21", "2025-01-10 >0; 2025-12-31 done"), "100.00–100.00 100.00–100.00 90.00–100.00 -"),
        (commitment("~21", "2025-01-10 >0; 2025-12-31 under_way"), "0.00–100.00 0.00–100.00 0.00–100.00 -"),
        (commitment("<=20 from 40", &report("45")), "0.00–0.00 0.00–0.00 0.00–0.00 -"),
        (Commitment { weight: Weight::new(number("0")).unwrap(), ..half.clone() }, "0.00–100.00 0.00–100.00 - -"),
        (
            Commitment {
                changes: vec![change("2025-06-01", "2025-06-01", Some(">=200 whole"))],
                ..commitment(">=100 whole", &report("150"))
            },
            "100.00–100.00 100.00–100.00 100.00–100.00 0.00–0.00",
        ),
        (Commitment { changes: vec![change("2025-06-01", "2025-06-01", None)], ..half }, "- - - 0.00–0.00"),
    ] {
        let rollup = rollup(vec![commitment.clone()]);
        let said = [rollup.share_met, rollup.share_met_or_late, rollup.mean_capped_rate, rollup.share_met_original];
        assert_eq!(said.each_ref().map(|share| percents(share.as_ref())).join(" "), expected, "{commitment:?}");
    }
}

#[test]
fn weights_weigh_means_and_nothing_else() {
    let weighted = |reached: &str, weight: &str| Commitment {
        weight: Weight::new(number(weight)).unwrap(),
        ..commitment(">=100 whole", &format!("2025-12-31 {reached}"))
    };
    let list = programme(vec![weighted("50", "3"), weighted("100", "0.5"), weighted("0", "0")]);
    let rollup = evaluate(&list, &Options::default()).unwrap().programme;
    assert_eq!(percents(rollup.mean_capped_rate.as_ref()), "57.14–57.14");
    assert_eq!(percents(rollup.share_met.as_ref()), "33.33–33.33");
}

fn figures() -> impl Strategy<Value = (i64, i64, bool, bool)> {
    (0i64..60, 0i64..20, any::<bool>(), any::<bool>())
}

fn promises() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        ">=39 whole",
        ">=39",
        ">39 whole",
        ">39",
        "~39",
        "20..39",
        "<=39",
        "<39",
        "<=20 from 50",
        ">=39 from 10",
        "all 39",
        "done",
    ])
}

fn days() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec!["2025-03-31", "2025-06-30", "2025-12-31", "2026-02-28"])
}

fn with_figure(promise: &str, date: &str, interval: Interval<Decimal>, level: bool) -> Commitment {
    let mut commitment = commitment(promise, &format!("{date} 1"));
    commitment.counting = if level { Counting::Level } else { Counting::Cumulative };
    for report in &mut commitment.reports {
        report.figure.as_mut().unwrap().interval = interval;
    }
    commitment
}

proptest! {
    /// Whatever the true value is, its own status is among those that the interval allows, its success is not
    /// overstated, and its rate and its part in the roll-ups lie within the interval's.
    #[test]
    fn an_interval_allows_the_truth(
        promise in promises(), date in days(), level: bool, (low, width, open_low, open_high) in figures(), inner in 0i64..=20,
    ) {
        let end = |value: i64, open| Some(crate::End { value: Decimal::from(value), open });
        let interval = Interval::new(end(low, open_low), if width == 19 { None } else { end(low + width, open_high) });
        // A milestone has no amounts.
        prop_assume!(interval.is_some() && promise != "done");
        let interval = interval.unwrap();
        let truth = Decimal::new(i128::from(2 * low + inner), 0).unwrap();
        let truth = Ratio::of(truth, 2.into()).unwrap();
        // Halves, so that open ends and whole units are met from both sides.
        let truth: Decimal = truth.decimal(1, Rounding::HalfUp).unwrap().parse().unwrap();
        let counted = promise.contains("whole");
        prop_assume!(interval.contains(truth) && (truth.is_integer() || !counted));
        let as_of = "2026-03-01".min(if date < "2026" { "2025-12-31" } else { "2026-03-01" });
        for as_of in [as_of, "2026-03-01"] {
            let vague = one(with_figure(promise, date, interval, level), as_of);
            let exact = one(with_figure(promise, date, Interval::exact(truth), level), as_of);
            if vague.status == Status::Undecided {
                prop_assert!(vague.possible.contains(&exact.status), "{:?} not in {:?}", exact.status, vague.possible);
                prop_assert!(vague.possible.len() > 1);
            } else if vague.status.is_success() {
                prop_assert!(exact.status.is_success() && exact.status <= vague.status);
            } else {
                prop_assert_eq!(exact.status, vague.status);
            }
            prop_assert_eq!(exact.met.intersection(&vague.met), Some(exact.met));
            let (vague, exact) = (rollup([&vague]).unwrap(), rollup([&exact]).unwrap());
            for (vague, exact) in [
                (vague.share_met, exact.share_met),
                (vague.share_met_or_late, exact.share_met_or_late),
                (vague.mean_capped_rate, exact.mean_capped_rate),
            ] {
                let (vague, exact) = (vague.unwrap(), exact.unwrap());
                prop_assert_eq!(vague.intersection(&exact), Some(exact), "{:?} {:?}", vague, exact);
            }
        }
    }

    /// A board of an earlier day is the same whether or not later publications stand in the document.
    #[test]
    fn nothing_later_is_used(promise in promises(), figures in proptest::collection::vec((0i64..60, 0usize..4, 0usize..4), 0..5), as_of in days()) {
        let all = ["2025-03-31", "2025-06-30", "2025-12-31", "2026-02-28"];
        let reports: Vec<String> = figures
            .iter()
            .map(|&(value, date, published)| format!("{} {value} @{}", all[date], all[date.max(published)]))
            .collect();
        let full = commitment(promise, &reports.join("; "));
        let mut earlier = full.clone();
        earlier.reports.retain(|report| report.published_on <= day(as_of));
        let (mut full, mut earlier) = (one(full, as_of), one(earlier, as_of));
        (full.report, earlier.report) = (None, None);
        prop_assert_eq!(full, earlier);
    }

    /// Any filling of what is not known lies within the bounds.
    #[test]
    fn bounds_hold_every_completion(
        known in proptest::collection::vec(0i64..80, 0..6), unknown in proptest::collection::vec(0i64..80, 0..6), cut in 0usize..12,
    ) {
        let report = |value: &i64| commitment(">=39 whole", &format!("2025-12-31 {value}"));
        let rollup = |list: Vec<Commitment>| evaluate(&programme(list), &Options::as_of(day("2026-01-01"))).unwrap().programme;
        let silent = unknown.iter().map(|_| commitment(">=39 whole", ""));
        let board = rollup(known.iter().map(report).chain(silent).collect());
        let mut truth: Vec<Commitment> = known.iter().chain(&unknown).map(report).collect();
        prop_assume!(!truth.is_empty());
        let middle = cut % truth.len();
        truth.rotate_left(middle);
        let truth = rollup(truth);
        for (bounds, exact) in [(board.share_met, truth.share_met), (board.mean_capped_rate, truth.mean_capped_rate)] {
            let (bounds, exact) = (bounds.unwrap(), exact.unwrap());
            prop_assert!(exact.is_exact());
            prop_assert_eq!(bounds.intersection(&exact), Some(exact));
        }
    }

    /// No figure within the limits makes a panic.
    #[test]
    fn the_longest_figures_do_not_panic(
        target in -10i128.pow(28) + 1..10i128.pow(28), a in 0u32..=28, reached in -10i128.pow(28) + 1..10i128.pow(28), b in 0u32..=28,
        baseline in -10i128.pow(28) + 1..10i128.pow(28), c in 0u32..=28, promise in promises(), counted: bool,
    ) {
        let mut commitment = commitment(promise, "2025-06-30 1");
        let value = |mantissa, scale| Decimal::new(mantissa, scale).unwrap();
        if let Some(promise) = commitment.target.as_mut() {
            promise.goal = match promise.goal {
                crate::programme::Goal::AtMost(_) => crate::programme::Goal::AtMost(value(target, a)),
                crate::programme::Goal::About { tolerance, .. } => crate::programme::Goal::About { value: value(target, a), tolerance },
                _ => crate::programme::Goal::AtLeast(value(target, a)),
            };
            promise.unit.counted = counted;
            promise.baseline = promise.baseline.map(|_| crate::programme::Baseline { value: value(baseline, c), date: None });
        }
        commitment.reports[0].figure.as_mut().unwrap().interval = Interval::exact(value(reached, b));
        let _ = evaluate(&programme(vec![commitment]), &Options::as_of(day("2025-07-10")));
    }
}
