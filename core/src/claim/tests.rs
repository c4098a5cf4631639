//! A thousand generated claims: true figures printed in every way, wrong ones by the errors that people make.
//!
//! The oracle is floating point, computed apart from the code; what lies so near an edge that it could not tell is left
//! out.

use super::*;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};

/// How an amount is printed.
#[derive(Clone, Copy, Debug)]
enum Print {
    Full,
    /// In 万 with so many decimals, rounded half up.
    TenThousands(u32),
}

/// How a rate is printed: its places, whether its digits are cut off, and how many idle zeros follow.
#[derive(Clone, Copy, Debug)]
struct RatePrint {
    places: u32,
    cut: bool,
    padding: usize,
}

fn amount(value: u64, print: Print) -> String {
    match print {
        Print::Full => value.to_string(),
        Print::TenThousands(places) => {
            let unit = 10u64.pow(4 - places);
            let rounded = (value + unit / 2) / unit;
            crate::number::plain(false, u128::from(rounded), places) + "万"
        }
    }
}

/// 100 × num / den as it is printed.
fn rate(num: u64, den: u64, print: RatePrint) -> String {
    let (num, den) = (u128::from(num) * 100 * 10u128.pow(print.places), u128::from(den));
    let value = if print.cut { num / den } else { (2 * num + den) / (2 * den) };
    let mut printed = crate::number::plain(false, value, print.places);
    if print.padding > 0 {
        printed += if print.places == 0 { "." } else { "" };
        printed += &"0".repeat(print.padding);
    }
    printed
}

fn amounts() -> impl Strategy<Value = (u64, u64, Print, Print)> {
    let print = || prop_oneof![3 => Just(Print::Full), 1 => (0u32..=2).prop_map(Print::TenThousands)];
    let size = prop_oneof![1u64..50, 50u64..2000, 2000u64..300_000];
    (size, 0u64..=160, 0u64..97, print(), print()).prop_map(|(target, share, off, a, b)| {
        let reached = (target * share + off) / 100;
        // Nobody prints 30 as 0.00万.
        let fits = |value: u64, print| match print {
            Print::TenThousands(places) if value < 10u64.pow(4 - places) => Print::Full,
            print => print,
        };
        (reached, target, fits(reached, a), fits(target, b))
    })
}

fn rates() -> impl Strategy<Value = RatePrint> {
    (0u32..=4, any::<bool>(), prop_oneof![3 => Just(0usize), 1 => 1usize..=2])
        .prop_map(|(places, cut, padding)| RatePrint { places, cut, padding })
}

fn judged(reached: &str, target: &str, rate: &str) -> Verdict {
    let claim = Claim::new().reached(reached).unwrap().target(target).unwrap().published_rate(rate).unwrap();
    claim.check().unwrap().verdict
}

proptest! {
    #[test]
    fn a_true_claim_is_never_blamed((reached, target, a, b) in amounts(), print in rates(), counted: bool) {
        let (reached_words, target_words) = (amount(reached, a), amount(target, b));
        let printed = rate(reached, target, print);
        let claim = Claim::new().reached(&reached_words)?.target(&target_words)?.published_rate(&printed)?.counted(counted);
        let check = claim.check()?;
        prop_assert!(
            !matches!(check.verdict, Verdict::Inconsistent | Verdict::Uncheckable),
            "{} of {} as {}: {}", reached_words, target_words, printed, claim.explain(&check, crate::Locale::En)
        );
        // What two of the figures allow of the third holds the true one.
        let share = Ratio::of(i64::try_from(reached)?.into(), i64::try_from(target)?.into())?;
        prop_assert!(check.rate.unwrap().contains(share));
        let is_in = |interval: Option<Interval<Ratio>>, value: u64| {
            interval.is_some_and(|interval| interval.contains(Decimal::from(value.cast_signed()).into()))
        };
        prop_assert!(is_in(check.reached, reached));
        prop_assert!(is_in(check.target, target));
        let held = |wholes: &Option<Vec<Decimal>>, value: u64| {
            wholes.as_ref().is_none_or(|wholes| wholes.contains(&Decimal::from(value.cast_signed())))
        };
        prop_assert!(held(&check.targets, target) && held(&check.reached_whole, reached));
    }

    /// Of two figures that determine the third, the third is always possible.
    #[test]
    fn two_true_figures_are_never_blamed((reached, target, a, b) in amounts(), print in rates()) {
        let printed = rate(reached, target, print);
        let by_reached = Claim::new().reached(&amount(reached, a))?.published_rate(&printed)?.counted(true);
        prop_assert_eq!(by_reached.check()?.verdict, Verdict::Uncheckable);
        let by_target = Claim::new().target(&amount(target, b))?.published_rate(&printed)?.counted(true);
        prop_assert_eq!(by_target.check()?.verdict, Verdict::Uncheckable);
    }
}

/// What somebody got wrong: the rate with two digits swapped, of another row, a factor of ten off, or of the wrong base.
fn slips(reached: u64, target: u64, other: (u64, u64), print: RatePrint) -> Vec<String> {
    let right = rate(reached, target, print);
    let digits: Vec<usize> = right.char_indices().filter(|(_, char)| char.is_ascii_digit()).map(|(at, _)| at).collect();
    let mut swapped = right.clone().into_bytes();
    if digits.len() > 1 {
        swapped.swap(digits[0], digits[1]);
    }
    let swapped = String::from_utf8(swapped).unwrap();
    // 08.5 is not printed.
    let swapped = if swapped.starts_with('0') && !swapped.starts_with("0.") { right } else { swapped };
    let mut slips = vec![
        swapped,
        rate(other.0, other.1, print),
        rate(10 * reached, target, print),
        rate(reached, 10 * target, print),
    ];
    if reached > 0 {
        slips.push(rate(target, reached, print));
        slips.push(rate(reached, target + reached, print));
    }
    slips
}

fn power(of_ten: i32) -> f64 {
    let ten: String = format!("1e{of_ten}");
    ten.parse().unwrap()
}

/// The edges of what a printed amount may stand for, by floating point.
fn edges(value: u64, print: Print) -> (f64, f64) {
    #[allow(clippy::cast_precision_loss, reason = "an oracle of its own")]
    let value = value as f64;
    match print {
        Print::Full => (value, value),
        Print::TenThousands(places) => {
            let unit = power(4 - places.cast_signed());
            let named = (value / unit + 0.5).floor() * unit;
            (named - unit / 2.0, named + unit / 2.0)
        }
    }
}

#[test]
fn of_a_thousand_wrong_claims_none_is_missed() {
    let mut runner = TestRunner::new_with_rng(
        Config::default(),
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let draw = (amounts(), amounts(), rates());
    let (mut wrong, mut caught, mut hidden) = (0, 0, 0);
    while wrong < 1000 {
        let ((reached, target, a, b), other, print) = draw.new_tree(&mut runner).unwrap().current();
        for printed in slips(reached, target, (other.0, other.1), print) {
            // What may be printed for the true figures is not wrong, however it came about.
            let value: f64 = printed.parse().unwrap();
            let places = printed.trim_end_matches('0').split_once('.').map_or(0, |(_, decimals)| decimals.len());
            let unit = power(-i32::try_from(places).unwrap());
            let ((r_low, r_high), (t_low, t_high)) = (edges(reached, a), edges(target, b));
            let (low, high) = (100.0 * r_low / t_high, 100.0 * r_high / t_low);
            let (from, to) = (value - unit / 2.0, value + unit);
            let near = |x: f64, y: f64| (x - y).abs() < 1e-7;
            if near(low, to) || near(high, from) || near(value, 100.0) {
                continue;
            }
            let verdict = judged(&amount(reached, a), &amount(target, b), &printed);
            let possible = low < to && high >= from;
            assert_eq!(verdict != Verdict::Inconsistent, possible, "{reached}/{target} ({a:?}, {b:?}) as {printed}");
            #[allow(clippy::cast_precision_loss, reason = "an oracle of its own")]
            let ratio = 100.0 * reached as f64 / target as f64;
            if (ratio - value).abs() > unit {
                wrong += 1;
                caught += usize::from(verdict == Verdict::Inconsistent);
                // Printed so coarsely (1万 of 2万) that the wrong rate may as well be right.
                hidden += usize::from(possible);
            }
        }
    }
    println!("{wrong} wrong rates: {caught} inconsistent, {hidden} possible by the precision printed");
    assert_eq!(caught + hidden, wrong);
    assert!(hidden * 10 < wrong, "{hidden} of {wrong} hidden by coarse printing");
}
