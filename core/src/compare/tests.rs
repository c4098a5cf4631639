//! Ambitions computed by hand, and what must hold for any two programmes.

use super::*;
use crate::fixture::{commitment, figure, programme, report};
use crate::programme::{Counting, Printed};
use proptest::prelude::*;

/// A commitment of last year: `promise | report`, as in the fixture.
fn last(id: &str, promise: &str, reported: &str) -> Commitment {
    Commitment { id: id.to_owned(), title: id.to_owned(), ..commitment(promise, reported) }
}

fn next(id: &str, promise: &str, continues: &[&str]) -> Commitment {
    let continues = continues.iter().map(|id| format!("last#{id}")).collect();
    Commitment { id: id.to_owned(), title: id.to_owned(), continues, ..commitment(promise, "") }
}

fn compared(before: Vec<Commitment>, after: Vec<Commitment>) -> Comparison {
    let before = Programme { id: "last".to_owned(), ..programme(before) };
    compare(&before, &programme(after), &Options::default()).unwrap()
}

fn said(pair: &Pair) -> String {
    let ambition = pair.ambition.map_or("-".to_owned(), |ambition| {
        let end = |end: Option<crate::End<Ratio>>| end.map_or("…".to_owned(), |end| format!("{:?}", end.value));
        if ambition.is_exact() { end(ambition.low()) } else { [end(ambition.low()), end(ambition.high())].join("–") }
    });
    format!("{} {ambition}", pair.change.code())
}

#[test]
fn ambition_by_hand() {
    for (before, promise, expected) in [
        // 39/51 = 0.764705882
        (vec![(">=45 whole", "2025-12-31 51")], ">=39 whole", "less 0.764705882"),
        // 42/(14 + 32) = 42/46 = 0.913043478
        (vec![(">=10 whole", "2025-12-31 14"), (">=30 whole", "2025-12-31 32")], ">=42 whole", "less 0.913043478"),
        // 7000/3000 = 2.333333333
        (vec![(">=3000 whole", "2025-12-31 3000")], ">=7000 whole", "more 2.333333333"),
        (vec![(">=3 whole", "2025-12-31 3")], ">=3 whole", "same 1.000000000"),
        // 8000/9935 = 0.805234021, of persons and kilometres
        (vec![(">=8000", "2025-12-31 9935")], ">=8000 whole", "units_differ 0.805234021"),
        // 19 000/19 450 = 0.976863753, 19 000/19 350 = 0.981912145
        (vec![(">=1 whole", "2025-12-31 19350..19450")], ">=19000 whole", "less 0.976863753–0.981912145"),
        // 400/440 = 0.909090909, 400/360 = 1.111111111
        (vec![(">=320 whole", "2025-12-31 ~400")], ">=400 whole", "undecided 0.909090909–1.111111111"),
        // More than 1800: below 1800/1800.
        (vec![(">=1800 whole", "2025-12-31 >1800")], ">=1800 whole", "less 0.000000000–1.000000000"),
        (vec![(">=45 whole", "2025-12-31 0")], ">=39 whole", "zero_outcome -"),
        // More than nothing may be as little as one likes.
        (vec![(">=45", "2025-12-31 >0")], ">=39", "zero_outcome -"),
        (vec![(">=45 whole", "")], ">=39 whole", "no_outcome -"),
        (vec![(">=45 whole", "2025-12-31 51"), (">=4 whole", "")], ">=39 whole", "no_outcome -"),
        (vec![(">=45 whole", "2025-12-31 51"), (">=4", "2025-12-31 4")], ">=39 whole", "not_addable -"),
        (vec![(">=45 whole", "2025-12-31 51")], "done", "no_figure -"),
        (vec![("<=50 whole", "2025-12-31 40")], "<=45 whole", "no_figure -"),
        (vec![(">=45 whole", "2025-12-31 51 stock")], ">=39 whole", "no_outcome -"),
    ] {
        let ids: Vec<String> = (0..before.len()).map(|index| format!("old{index}")).collect();
        let earlier = ids.iter().zip(&before).map(|(id, (promise, reported))| last(id, promise, reported)).collect();
        let comparison =
            compared(earlier, vec![next("new", promise, &ids.iter().map(String::as_str).collect::<Vec<_>>())]);
        assert_eq!(said(&comparison.pairs[0]), expected, "{before:?} {promise}");
    }
}

#[test]
fn countings_that_differ_are_not_added() {
    let level = Commitment { counting: Counting::Level, ..last("b", ">=3 whole", "2025-12-31 3") };
    let comparison =
        compared(vec![last("a", ">=3 whole", "2025-12-31 3"), level], vec![next("n", ">=6 whole", &["a", "b"])]);
    assert_eq!(comparison.pairs[0].change, Change::NotAddable);
}

#[test]
fn an_outcome_without_a_target_carries_its_printed_unit() {
    let mut lifts = last("lifts", "", "");
    let mut printed = figure("51");
    printed.printed = Some(Printed("51部".to_owned()));
    lifts.reports = vec![crate::programme::Report { figure: Some(printed), ..report("2025-12-31 51") }];
    let comparison = compared(vec![lifts], vec![next("n", ">=39 whole", &["lifts"])]);
    assert_eq!(said(&comparison.pairs[0]), "less 0.764705882");
}

#[test]
fn what_is_new_and_what_was_dropped() {
    let before = vec![last("a", ">=1 whole", ""), last("b", ">=1 whole", ""), last("c", ">=1 whole", "")];
    let mut after =
        vec![next("x", ">=1 whole", &["a", "gone"]), next("y", ">=1 whole", &[]), next("z", ">=1 whole", &["b"])];
    after[2].continues.push("other-2023#b".to_owned());
    let comparison = compared(before, after);
    assert_eq!(comparison.new, ["y"]);
    assert_eq!(comparison.dropped, ["c"]);
    assert_eq!(comparison.unresolved, ["last#gone", "other-2023#b"]);
    assert_eq!((comparison.totals.continued, comparison.totals.new, comparison.totals.dropped), (2, 1, 1));
}

#[test]
fn one_promise_split_into_two_has_no_ambition() {
    let comparison = compared(
        vec![last("a", ">=5 whole", "2025-12-31 5")],
        vec![next("x", ">=2 whole", &["a"]), next("y", ">=3 whole", &["a"])],
    );
    assert!(comparison.pairs.iter().all(|pair| pair.change == Change::Split && pair.ambition.is_none()));
}

#[test]
fn suggestions_go_to_the_best_titles_and_into_no_total() {
    let titled =
        |id: &str, title: &str| Commitment { title: title.to_owned(), ..last(id, ">=5 whole", "2025-12-31 5") };
    let before = vec![titled("a", "社区食堂"), titled("b", "社区食堂（老年）"), titled("c", "道路建设")];
    let after = vec![
        Commitment { title: "社区食堂".to_owned(), ..next("x", ">=5 whole", &[]) },
        Commitment { title: "公园".to_owned(), ..next("y", ">=5 whole", &[]) },
        // As like as the first, but its match is taken.
        Commitment { title: "社区食堂".to_owned(), ..next("z", ">=5 whole", &[]) },
    ];
    let comparison = compared(before, after);
    let pairs: Vec<_> =
        comparison.pairs.iter().map(|pair| (pair.previous[0].as_str(), pair.next.as_str(), pair.score)).collect();
    // 社区食堂老年 has 5 pairs, of which 3 are those of 社区食堂: 6/8.
    assert_eq!(pairs, [("a", "x", Some(100)), ("b", "z", Some(75))]);
    let totals = comparison.totals;
    assert_eq!((totals.continued, totals.same, totals.suggested, totals.new, totals.dropped), (0, 0, 2, 3, 3));
}

proptest! {
    /// A programme compared with itself: what was reached is promised again.
    #[test]
    fn going_on_as_before_is_an_ambition_of_one(amounts in proptest::collection::vec(1u32..10_000, 1..8), turn in 0usize..8) {
        let id = |index: usize| format!("c{index}");
        let before: Vec<_> = amounts.iter().enumerate()
            .map(|(index, amount)| last(&id(index), &format!(">={amount} whole"), &format!("2025-12-31 {amount}"))).collect();
        let mut after: Vec<_> = amounts.iter().enumerate()
            .map(|(index, amount)| next(&id(index), &format!(">={amount} whole"), &[&id(index)])).collect();
        let straight = compared(before.clone(), after.clone());
        prop_assert!(straight.pairs.iter().all(|pair| pair.change == Change::Same && pair.ambition == Some(Interval::exact(Ratio::ONE))));
        prop_assert_eq!(straight.totals.same, amounts.len());
        // In another order the same pairs come out.
        let length = after.len();
        after.rotate_left(turn % length);
        let mut earlier = before;
        earlier.reverse();
        let mut turned = compared(earlier, after).pairs;
        turned.sort_by(|a, b| a.next.cmp(&b.next));
        let mut pairs = straight.pairs;
        pairs.sort_by(|a, b| a.next.cmp(&b.next));
        prop_assert_eq!(pairs, turned);
    }

    #[test]
    fn similarity_is_symmetric_and_full_for_the_same(a in ".{0,12}", b in ".{0,12}") {
        prop_assert_eq!(similarity(&a, &b), similarity(&b, &a));
        prop_assert!(similarity(&a, &b) <= 100);
        if a.chars().any(char::is_alphanumeric) {
            prop_assert_eq!(similarity(&a, &a), 100);
        }
    }
}
