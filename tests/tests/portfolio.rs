//! The two programmes of Zhonglou as a portfolio, with figures counted by hand in their documents.

use pledgeboard::evaluate::{Options, evaluate};
use pledgeboard::portfolio::{By, Group, Portfolio, rank};
use pledgeboard::{Interval, Ratio};

fn groups(by: By) -> Vec<Group> {
    let mut portfolio = Portfolio::new(by);
    for text in [
        include_str!("../../www/programmes/zhonglou-2024.json"),
        include_str!("../../www/programmes/zhonglou-2025.json"),
    ] {
        let programme = pledgeboard::read(text).programme.unwrap();
        let day = "2025-01-06".parse().unwrap();
        portfolio.add(&programme, &evaluate(&programme, &Options::as_of(day)).unwrap()).unwrap();
    }
    portfolio.finish()
}

fn share(part: i64, whole: i64) -> Ratio {
    Ratio::of(part.into(), whole.into()).unwrap()
}

#[test]
fn by_year() {
    let groups = groups(By::Year);
    let said: Vec<_> =
        groups.iter().map(|group| (group.name.as_str(), group.programmes, group.rollup.commitments)).collect();
    assert_eq!(said, [("2024", 1, 49), ("2025", 1, 73)]);
    // 11 of 20 known promises are met, nothing is known of 9; of 2025 nothing is known at all.
    assert_eq!(groups[0].rollup.share_met, Some(Interval::between(share(11, 20), Ratio::ONE)));
    assert_eq!(groups[1].rollup.share_met, Some(Interval::between(Ratio::ZERO, Ratio::ONE)));
    // So neither year can be put above the other.
    let ranks = rank(groups.iter().map(|group| (group.name.as_str(), group.rollup.share_met)));
    assert!(ranks.iter().all(|rank| rank.places == Some((1, 2))));
}

#[test]
fn by_place_both_are_one() {
    let groups = groups(By::Place);
    let [place] = &groups[..] else { panic!("one place") };
    assert_eq!((place.key.as_deref(), place.name.as_str(), place.programmes), (Some("320404"), "常州市钟楼区", 2));
    // 20 + 73 with a target, of which 11 are met and 9 + 73 are open.
    assert_eq!(place.rollup.with_target, 93);
    assert_eq!(place.rollup.share_met, Some(Interval::between(share(11, 93), Ratio::ONE)));
}

#[test]
fn what_names_no_body_is_a_group_of_its_own() {
    for by in [By::LeadBody, By::Body, By::Label("theme".to_owned())] {
        let groups = groups(by);
        assert_eq!(groups.iter().map(|group| group.rollup.commitments).sum::<usize>(), 122);
        assert_eq!(groups[0].key, None);
    }
}
