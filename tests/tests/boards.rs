//! What the real programmes must say, line by line.

use std::path::Path;

use pledgeboard::evaluate::{Options, Reason, Status, evaluate};
use pledgeboard::number::Rounding;
use pledgeboard::programme::Goal;
use pledgeboard::sentence::Tally;
use pledgeboard::{End, Evaluation, Interval, Locale, Programme, Ratio, read, wire};

/// A real programme of the demo on a day.
fn board(name: &str, as_of: Option<&str>) -> (Programme, Evaluation) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/programmes").join(name);
    let programme = read(&std::fs::read_to_string(path).unwrap()).programme.unwrap();
    let as_of = as_of.map(|day| day.parse().unwrap());
    let evaluation = evaluate(&programme, &Options { as_of }).unwrap();
    (programme, evaluation)
}

/// An interval of shares as per cent: `55–100`.
fn percents(share: Option<&Interval<Ratio>>) -> String {
    let share = share.unwrap();
    let printed =
        |end: Option<End<Ratio>>| end.map_or_else(String::new, |end| end.value.percent(2, Rounding::HalfUp).unwrap());
    [printed(share.low()), printed(share.high())].join("–")
}

#[test]
fn the_board_of_2024() {
    for as_of in [None, Some("2025-01-06")] {
        let (_, evaluation) = board("zhonglou-2024.json", as_of);
        let all = &evaluation.programme;
        assert_eq!(evaluation.as_of.to_string(), "2025-01-06");
        assert_eq!((all.count(Status::Exceeded), all.count(Status::Met)), (7, 4));
        assert_eq!((all.count(Status::Unreported), all.count(Status::NoTarget)), (9, 29));
        assert_eq!((all.commitments, all.with_target, all.inferred), (49, 20, 2));
        assert_eq!(percents(all.share_met.as_ref()), "55.00–100.00");
        assert_eq!(percents(all.share_met_not_inferred.as_ref()), "50.00–100.00");
        let outcome = |id: &str| evaluation.commitments().find(|outcome| outcome.id == id).unwrap();
        let adaptation = outcome("home-adaptation");
        assert_eq!(adaptation.status, Status::Exceeded);
        let rate = adaptation.rate.unwrap();
        assert!(rate.high().is_none() && rate.low().is_some_and(|low| low.open));
        let beds = outcome("care-beds");
        assert_eq!((beds.status, percents(beds.rate.as_ref())), (Status::Exceeded, "112.50–137.50".to_owned()));
        let canteens = outcome("community-canteens");
        assert_eq!(canteens.status, Status::Unreported);
        assert!(canteens.stock.is_some() && canteens.rate.is_none());
    }
}

/// Before the vote nobody had published a result, and two targets are known from the results only.
#[test]
fn the_board_of_2024_in_its_summer() {
    let (_, evaluation) = board("zhonglou-2024.json", Some("2024-07-01"));
    let all = &evaluation.programme;
    assert_eq!((all.with_target, all.inferred), (18, 0));
    assert_eq!(all.count(Status::Unreported), 18);
    assert_eq!(percents(all.share_met.as_ref()), "0.00–100.00");
}

#[test]
fn the_board_of_2025() {
    let (_, evaluation) = board("zhonglou-2025.json", Some("2025-01-06"));
    let all = &evaluation.programme;
    assert_eq!((all.commitments, all.count(Status::Unreported)), (73, 73));
    for outcome in evaluation.commitments() {
        assert_eq!(outcome.reason, Some(Reason::NotDueYet), "{}", outcome.id);
    }
    let milestones = evaluation
        .commitments()
        .filter(|outcome| outcome.target.as_ref().is_some_and(|target| target.goal == Goal::Done));
    assert_eq!(milestones.count(), 3);
}

/// Before the list was public it is no list of "outcomes without a target".
#[test]
fn the_board_of_2025_before_the_vote() {
    let (programme, evaluation) = board("zhonglou-2025.json", Some("2025-01-05"));
    for (locale, expected) in
        [(Locale::ZhCn, "这一天清单还没有公布"), (Locale::En, "On this day the list had not been published yet")]
    {
        assert_eq!(Tally::new(&programme, &evaluation, locale).headline(), expected);
    }
}

/// The words of the data are one list, wherever they are written.
#[test]
fn codes_are_the_same_in_every_room() {
    for status in Status::ALL {
        assert_eq!(serde_json::to_value(status).unwrap(), status.code());
    }
    let (programme, evaluation) = board("zhonglou-2024.json", None);
    let record = wire::evaluation(&programme, &evaluation, Locale::En, 2).unwrap();
    let counts = serde_json::to_value(&record.programme.counts).unwrap();
    let codes: Vec<_> = Status::ALL.iter().map(|status| status.code().to_owned()).collect();
    let mut keys: Vec<_> = counts.as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys.len(), 13);
    keys.retain(|key| !codes.contains(key));
    assert!(keys.is_empty(), "{keys:?}");
    assert!(wire::evaluation(&programme, &evaluation, Locale::En, 29).unwrap_err().is_out_of_range());
}
