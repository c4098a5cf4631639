//! Paces computed by hand, and what must hold for any reports.

use super::*;
use crate::evaluate::{Options, evaluate};
use crate::explain::pairs;
use crate::fixture::{commitment, day, programme};
use crate::programme::Counting;
use proptest::prelude::*;

fn of(commitment: Commitment, as_of: &str) -> Outlook {
    let list = programme(vec![commitment]);
    let evaluation = evaluate(&list, &Options::as_of(day(as_of))).unwrap();
    let (commitment, outcome) = pairs(&list, &evaluation).next().unwrap();
    outlook(&list, commitment, outcome, day(as_of)).unwrap()
}

fn figures(interval: &Interval<Ratio>) -> String {
    let end = |end: Option<crate::End<Ratio>>| {
        end.map_or("…".to_owned(), |end| {
            crate::number::trim_zeros(&end.value.decimal(5, Rounding::HalfUp).unwrap()).to_owned()
        })
    };
    if interval.is_exact() { end(interval.low()) } else { [end(interval.low()), end(interval.high())].join("–") }
}

/// observed, required, ratio, rate at due, its range, the days on which it is met.
fn said(outlook: &Outlook) -> String {
    match outlook {
        Outlook::Nothing(why) => why.code().to_owned(),
        Outlook::Pace(pace) => {
            let maybe = |figure: &Option<Interval<Ratio>>| figure.as_ref().map_or("-".to_owned(), figures);
            let date = |date: Option<Date>| date.map_or("-".to_owned(), |date| date.to_string());
            [
                figures(&pace.observed),
                figures(&pace.required),
                maybe(&pace.ratio),
                figures(&pace.rate_at_due),
                maybe(&pace.range_at_due),
                date(pace.met_on),
                date(pace.met_by),
            ]
            .join(" ")
        }
    }
}

#[test]
fn paces_by_hand() {
    for (promise, reports, as_of, expected) in [
        // 22 March to 30 June are 100 days: 10 in them, 0.1 a day. To 31 December 184 days: 20/184 = 0.10870; 0.1/0.10870 = 0.92;
        // (20 + 18.4)/40 = 0.96; 20/0.1 = 200 days after 30 June is 16 January.
        (">=40 whole", "2025-03-22 10; 2025-06-30 20", "2025-07-10", "0.1 0.1087 0.92 0.96 - 2026-01-16 2026-01-16"),
        // The same with a step in between on 1 May (40 days: 2, then 60 days: 8): 0.05 and 0.13333 a day; 20 + 9.2 and 20 + 24.533.
        (
            ">=40 whole",
            "2025-03-22 10; 2025-05-01 12; 2025-06-30 20",
            "2025-07-10",
            "0.1 0.1087 0.92 0.96 0.73–1.11333 2026-01-16 2026-01-16",
        ),
        // One report is no pace, two of one day neither, a stock is none.
        (">=40 whole", "2025-06-30 20", "2025-07-10", "too_few_reports"),
        (">=40 whole", "2025-03-22 10 stock; 2025-06-30 20", "2025-07-10", "too_few_reports"),
        (">=40 whole", "2025-03-22 10; 2025-06-30 under_way", "2025-07-10", "too_few_reports"),
        // Not public yet.
        (">=40 whole", "2025-03-22 10; 2025-06-30 20 @2025-07-10", "2025-07-09", "too_few_reports"),
        (">=40 whole", "2025-03-22 10; 2025-06-30 40", "2025-07-10", "met"),
        (">=40 whole", "2025-03-22 10; 2025-06-30 20", "2025-12-31", "past_due"),
        ("done", "2025-03-22 under_way; 2025-06-30 under_way", "2025-07-10", "no_rate"),
        ("<=50 whole", "2025-03-22 10; 2025-06-30 20", "2025-07-10", "no_rate"),
        ("", "2025-03-22 10; 2025-06-30 20", "2025-07-10", "no_rate"),
        // It stood still, and fell.
        (">=40 whole", "2025-03-22 10; 2025-06-30 10", "2025-07-10", "0 0.16304 0 0.25 - - -"),
        (">=40 whole", "2025-03-22 20; 2025-06-30 10", "2025-07-10", "-0.1 0.16304 -0.61333 -0.21 - - -"),
        // Falling from 40 to 20: 31 December 2024 to 30 June are 181 days, 10 in them; 10 more in 184 days.
        // 10/181 = 0.05525, 10/184 = 0.05435, 184/181 = 1.01657; 10 + 10·184/181 = 20.16575 of 20; day 181 after 30 June.
        ("<=20 from 40", "2025-06-30 30", "2025-07-10", "-0.05525 -0.05435 1.01657 1.00829 - 2025-12-28 2025-12-28"),
        // About 20 (18 to 22): 8 to 12 in 100 days; 18 to 22 in 184; slowest over steepest 0.08/0.11957 = 0.66909, 0.12/0.09783 =
        // 1.22667; (18 + 14.72)/40, (22 + 22.08)/40; 18/0.12 = 150 days, 22/0.08 = 275 days.
        (
            ">=40",
            "2025-03-22 10; 2025-06-30 ~20",
            "2025-07-10",
            "0.08–0.12 0.09783–0.11957 0.66909–1.22667 0.818–1.102 - 2025-11-27 2026-04-01",
        ),
        // "More than 40" is met a day after 40 is just reached.
        (">40 whole", "2025-03-22 10; 2025-06-30 20", "2025-07-10", "0.1 0.1087 0.92 0.96 - 2026-01-17 2026-01-17"),
        // About 40 is met from 36 on: 160 days.
        ("~40", "2025-03-22 10; 2025-06-30 20", "2025-07-10", "0.1 0.1087 0.92 0.96 - 2025-12-07 2025-12-07"),
    ] {
        let outlook = of(commitment(promise, reports), as_of);
        assert_eq!(said(&outlook), expected, "{promise} | {reports} | {as_of}");
    }
}

#[test]
fn periods_are_added_up() {
    // 5 by 31 March, 15 by 30 June: 10 in 91 days; 25 in 184 days; 91/10 days for each.
    let counted = Commitment {
        counting: Counting::PerPeriod,
        ..commitment(">=40 whole", "2025-03-31 5 from=2025-01-01; 2025-06-30 10 from=2025-04-01")
    };
    assert_eq!(said(&of(counted, "2025-07-10")), "0.10989 0.13587 0.80879 0.88049 - 2026-02-13 2026-02-13");
}

#[test]
fn a_group_goes_by_the_days_its_commitments_share() {
    let mut list = programme(vec![
        commitment(">=40 whole", "2025-03-22 10; 2025-06-30 20"),
        commitment(">=10", "2025-03-22 1; 2025-06-30 8; 2025-07-05 9"),
        commitment(">=10", "2025-07-05 9"),
        commitment("done", "2025-03-22 under_way; 2025-06-30 under_way"),
    ]);
    for (index, commitment) in list.projects[0].commitments.iter_mut().enumerate() {
        commitment.id = index.to_string();
    }
    let evaluation = evaluate(&list, &Options::as_of(day("2025-07-10"))).unwrap();
    let pace = group_pace(&list, evaluation.as_of, pairs(&list, &evaluation)).unwrap().unwrap();
    // (25 + 10)/2 = 17.5 % to (50 + 80)/2 = 65 % in 100 days; 35 % in 184 days; 65 + 0.475·184 = 152.4, at most 100.
    assert_eq!((pace.from, pace.to, pace.commitments), (day("2025-03-22"), day("2025-06-30"), 2));
    assert_eq!(figures(&pace.per_day), "0.00475");
    assert_eq!(figures(&pace.required), "0.0019");
    assert_eq!(figures(&pace.ratio.unwrap()), "2.49714");
    assert_eq!(figures(&pace.at_end), "1");
    let alone = |id: &str| {
        group_pace(&list, evaluation.as_of, pairs(&list, &evaluation).filter(|(one, _)| one.id == id)).unwrap()
    };
    assert_eq!(alone("2"), Err(NoPace::TooFewReports));
    assert_eq!(alone("3"), Err(NoPace::NoRate));
}

#[test]
fn a_pace_is_explained() {
    let outlook = of(commitment(">=40 whole", "2025-03-22 10; 2025-05-01 12; 2025-06-30 20"), "2025-07-10");
    let list = programme(vec![commitment(">=40 whole", "2025-06-30 20")]);
    let evaluation = evaluate(&list, &Options::default()).unwrap();
    let outcome = evaluation.commitments().next().unwrap();
    let said = |locale| outlook.explain(outcome, locale).replace('\u{a0}', " ");
    assert_eq!(
        said(crate::Locale::ZhCn),
        "2025年3月22日至2025年6月30日平均每天0.1部，按期完成还需每天0.109部，是所需速度的0.92倍；照此到期时完成96%（按各次报告之间的速度为\
         73–111.34%），2026年1月16日达到目标。"
    );
    assert_eq!(
        said(crate::Locale::En),
        "From 22 Mar 2025 to 30 Jun 2025 it went by 0.1 units a day; to be in time it takes 0.109 units a day, so the pace is 0.92 \
         of what is needed. Going on like this it comes to 96% when it is due (73–111.34% by the paces between reports), and is met \
         on 16 Jan 2026."
    );
}

proptest! {
    /// A steady count meets its target on the day on which it gets there.
    #[test]
    fn a_steady_pace_arrives_when_it_does(per_day in 1u32..50, days in 1i32..150, left in 1i32..150) {
        let (first, second) = (day("2025-01-31"), day("2025-01-31").after(days).unwrap());
        let target = per_day * (days + left).unsigned_abs();
        let reports = format!("{first} 0; {second} {}", per_day * days.unsigned_abs());
        let outlook = of(commitment(&format!(">={target} whole"), &reports), &second.to_string());
        if second >= day("2025-12-31") {
            prop_assert_eq!(said(&outlook), "past_due");
        } else {
            let Outlook::Pace(pace) = outlook else { panic!("no pace") };
            prop_assert_eq!(pace.met_on, second.after(left));
            prop_assert_eq!(pace.met_by, pace.met_on);
            // Fast enough is in time, and the other way round.
            let in_time = pace.met_on.unwrap() <= day("2025-12-31");
            prop_assert_eq!(pace.ratio.unwrap().as_exact().unwrap() >= Ratio::ONE, in_time);
            prop_assert_eq!(pace.rate_at_due.as_exact().unwrap() >= Ratio::ONE, in_time);
        }
    }

    #[test]
    fn order_and_later_news_do_not_matter(amounts in proptest::collection::vec(0u32..39, 2..6), turn in 0usize..6) {
        let mut parts: Vec<String> = amounts.iter().enumerate()
            .map(|(month, amount)| format!("2025-0{}-28 {amount}", month + 1)).collect();
        let straight = of(commitment(">=40 whole", &parts.join(";")), "2025-07-10");
        let length = parts.len();
        parts.rotate_left(turn % length);
        parts.push("2025-06-30 39 @2025-07-11".to_owned());
        prop_assert_eq!(of(commitment(">=40 whole", &parts.join(";")), "2025-07-10"), straight);
    }
}
