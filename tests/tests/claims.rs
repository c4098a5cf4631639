//! Published figures with their verdicts: `documents/claims/published.tsv`, one a line.

use pledgeboard::claim::{Claim, Verdict, check_siblings};
use pledgeboard::{Error, Locale};

fn claim(reached: &str, target: &str, rate: &str, how: &str) -> Claim {
    let mut claim = Claim::new();
    for (printed, set) in [
        (reached, Claim::reached as fn(Claim, &str) -> Result<Claim, Error>),
        (target, Claim::target),
        (rate, Claim::published_rate),
    ] {
        if printed != "-" {
            claim = set(claim, printed).unwrap_or_else(|error| panic!("{printed}: {error}"));
        }
    }
    match how {
        "-" => claim,
        "lower" => claim.lower_is_better(true),
        "inferred" => claim.target_inferred(true),
        unit => claim.unit(unit),
    }
}

#[test]
fn published_figures_get_their_verdicts() {
    let table = include_str!("../documents/claims/published.tsv");
    let mut rows = 0;
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [reached, target, rate, how, verdict, targets, because] = columns[..] else {
            panic!("seven columns: {line}")
        };
        assert!(because.len() > 5, "{line}");
        let claim = claim(reached, target, rate, how);
        let check = claim.check().unwrap();
        assert_eq!(check.verdict.code(), verdict, "{line}\n{}", claim.explain(&check, Locale::En));
        if targets != "-" {
            let fitting: Vec<String> =
                check.targets.unwrap_or_else(|| panic!("no targets: {line}")).iter().map(ToString::to_string).collect();
            assert_eq!(fitting.join(" "), targets, "{line}");
        }
        rows += 1;
    }
    assert!(rows > 40, "{rows} rows");
}

/// reached, target, published rate; the total; each verdict; that of the total, and the remainder.
type Group<'a> = (&'a [(&'a str, &'a str, &'a str)], Option<&'a str>, &'a str, Option<(&'a str, &'a str)>);

#[test]
fn siblings_are_held_together() {
    let groups: [Group<'_>; 13] = [
        // 湘潭: 60 + 27 + 20 = 107, so nothing was bent. With the total as the whole of each share, or with it beside each.
        (&[("9", "15", "60"), ("3", "15", "27"), ("3", "15", "20")], None, "exact inconsistent exact", None),
        (
            &[("9", "-", "60"), ("3", "-", "27"), ("3", "-", "20")],
            Some("15"),
            "exact inconsistent exact",
            Some(("exact", "0")),
        ),
        // 湘潭: 41.18 + 29.41 + 29.41, rounded 99, printed 100.
        (&[("7", "17", "42"), ("5", "17", "29"), ("5", "17", "29")], None, "forced_total exact exact", None),
        (
            &[("7", "-", "42"), ("5", "-", "29"), ("5", "-", "29")],
            Some("17"),
            "forced_total exact exact",
            Some(("exact", "0")),
        ),
        // Jiangsu: 24 + 9 + 11 = 44 of 45; 14 + 7 + 26 = 47 of 50.
        (
            &[("24", "-", "-"), ("9", "-", "-"), ("11", "-", "-")],
            Some("45"),
            "uncheckable uncheckable uncheckable",
            Some(("inconsistent", "1")),
        ),
        (
            &[("14", "-", "-"), ("7", "-", "-"), ("26", "-", "-")],
            Some("50"),
            "uncheckable uncheckable uncheckable",
            Some(("inconsistent", "3")),
        ),
        // More than there is.
        (&[("30", "-", "-"), ("20", "-", "-")], Some("45"), "uncheckable uncheckable", Some(("inconsistent", "-5"))),
        // 1, 1 and 198 of 200 are 0.5, 0.5 and 99 %, rounded 101; but 98 is a whole last place off.
        (&[("1", "200", "1"), ("1", "200", "1"), ("198", "200", "98")], None, "exact exact inconsistent", None),
        // 5 and 7 of 12 round to 42 and 58, which add to 100: nothing had to be bent.
        (&[("5", "12", "41"), ("7", "12", "59")], None, "truncated inconsistent", None),
        // 60 + 41 = 101 is not bent, and 41 is wrong.
        (&[("6", "10", "60"), ("4", "10", "41")], None, "exact inconsistent", None),
        // Completion rates of two promises are no shares of their sum.
        (
            &[("9935", "-", "124.19"), ("1098", "-", "109.8")],
            Some("11033"),
            "uncheckable uncheckable",
            Some(("exact", "0")),
        ),
        // Shares alone: 33.3 + 33.3 + 33.3 = 99.9, which rounding hides.
        (
            &[("-", "-", "33.3"), ("-", "-", "33.3"), ("-", "-", "33.3")],
            Some("100"),
            "uncheckable uncheckable uncheckable",
            Some(("consistent", "0.1")),
        ),
        (&[("5", "-", "-"), ("-", "-", "20")], Some("45"), "uncheckable uncheckable", Some(("uncheckable", "-"))),
    ];
    for (printed, total, verdicts, of_total) in groups {
        let claims: Vec<Claim> =
            printed.iter().map(|(reached, target, rate)| claim(reached, target, rate, "-")).collect();
        let siblings = check_siblings(&claims, total).unwrap();
        let found: Vec<&str> = siblings.checks.iter().map(|check| check.verdict.code()).collect();
        assert_eq!(found.join(" "), verdicts, "{printed:?} {total:?}");
        let found = siblings.total.map(|total| {
            (total.verdict.code(), total.remainder.map_or("-".to_owned(), |remainder| remainder.to_string()))
        });
        assert_eq!(found, of_total.map(|(verdict, rest)| (verdict, rest.to_owned())), "{printed:?} {total:?}");
    }
}

#[test]
fn every_verdict_is_explained_in_both_languages() {
    for (figures, verdict, zh, en) in [
        (
            ("1008", "1100", "91.63", "-"),
            Verdict::Truncated,
            "1008 ÷ 1100 = 91.6364%，公布的91.63%是截去尾数所得，四舍五入应为91.64%。",
            "1008 ÷ 1100 = 91.6364%; the published 91.63% has its digits cut off, rounded it would be 91.64%.",
        ),
        (
            ("51", "39", "100", "-"),
            Verdict::Capped,
            "51 ÷ 39 = 130.77%，已超过目标，公布时按100%封顶。",
            "51 ÷ 39 = 130.77%: more than promised, published as no more than 100%.",
        ),
        (
            ("1.7万余", "1.4万", "122.30", "-"),
            Verdict::Consistent,
            "1.7万余 ÷ 1.4万 = 121.4286%（按印出的精度为117.2413–133.3334%），公布的122.30%在数字印出的精度之内。",
            "1.7万余 ÷ 1.4万 = 121.4286% (117.2413–133.3334% by the precision printed); the published 122.30% is within what the \
             printed figures allow.",
        ),
        (
            ("3", "15", "27", "-"),
            Verdict::Inconsistent,
            "3 ÷ 15 = 20%，与公布的27%不符。",
            "3 ÷ 15 = 20%, which does not fit the published 27%.",
        ),
        (
            ("1098", "1000", "109.8", "-"),
            Verdict::Exact,
            "1098 ÷ 1000 = 109.8%，与公布的109.8%一致。",
            "1098 ÷ 1000 = 109.8%, as published (109.8%).",
        ),
        (
            ("9935人次", "-", "124.19", "-"),
            Verdict::Uncheckable,
            "没有目标；9935人次、124.19%：整数目标只能是8000。",
            "No target; 9935人次 at 124.19%: as a whole number a target can only be 8,000.",
        ),
        (
            ("-", "10所", "33.4", "-"),
            Verdict::Inconsistent,
            "没有完成数；目标10所、33.4%：完成数为3.33–3.35，其中没有整数。",
            "No figure reached; 33.4% of 10所: a figure of 3.33–3.35, where there is no whole number.",
        ),
        (
            ("5", "0", "100", "-"),
            Verdict::Uncheckable,
            "目标为零，没有可核对的比率。",
            "The target is zero, so there is no ratio to check.",
        ),
    ] {
        let claim = claim(figures.0, figures.1, figures.2, figures.3);
        let check = claim.check().unwrap();
        assert_eq!(check.verdict, verdict, "{figures:?}");
        let said = |locale| claim.explain(&check, locale).replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!([said(Locale::ZhCn), said(Locale::En)], [zh.to_owned(), en.to_owned()], "{figures:?}");
    }
}
