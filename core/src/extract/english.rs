//! Numbers in English words: two, twenty-five, a dozen, one hundred, half a million.

use crate::Decimal;
use crate::printed::{Numeral, Script};

const ONES: [&str; 20] = [
    "nil",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const LARGE: [(&str, i64); 4] =
    [("hundred", 100), ("thousand", 1000), ("million", 1_000_000), ("billion", 1_000_000_000)];

/// The word at the start of a text and what follows it.
fn word(text: &str) -> (&str, &str) {
    let len = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    text.split_at(len)
}

fn small(word: &str) -> Option<i64> {
    let place = |list: &[&str]| list.iter().position(|known| known.eq_ignore_ascii_case(word));
    let tens = place(&TENS).map(|at| (at + 2) * 10);
    i64::try_from(place(&ONES).or(tens)?).ok()
}

/// The number at the start of a text in English words; a word alone that is no number (a, half, hundreds) is none.
pub(super) fn numeral(text: &str) -> Option<Numeral> {
    let found = |value: i64, rest: &str| {
        let value = Ok(Decimal::from(value));
        Some(Numeral {
            len: text.len() - rest.len(),
            value,
            and_more: false,
            power: 0,
            rounded_to: None,
            script: Script::Chinese,
        })
    };
    for (phrase, value) in [
        ("half a dozen", 6),
        ("half-a-dozen", 6),
        ("half a million", 500_000),
        ("a dozen", 12),
        ("one dozen", 12),
        ("two dozen", 24),
        ("three dozen", 36),
        ("a hundred", 100),
        ("a thousand", 1000),
        ("a million", 1_000_000),
    ] {
        let rest = text
            .get(phrase.len()..)
            .filter(|_| text.get(..phrase.len()).is_some_and(|start| start.eq_ignore_ascii_case(phrase)));
        if let Some(rest) = rest.filter(|rest| !rest.starts_with(|char: char| char.is_ascii_alphanumeric())) {
            return found(value, rest);
        }
    }
    let (first, mut rest) = word(text);
    let mut value = small(first)?;
    // twenty-five
    if value >= 20
        && let Some(after) = rest.strip_prefix('-')
    {
        let (second, after) = word(after);
        if let Some(ones) = small(second).filter(|ones| (1..10).contains(ones)) {
            (value, rest) = (value + ones, after);
        }
    }
    if let Some(after) = rest.strip_prefix(' ') {
        let (second, after) = word(after);
        if let Some((_, times)) = LARGE.iter().find(|(name, _)| name.eq_ignore_ascii_case(second)) {
            (value, rest) = (value.checked_mul(*times)?, after);
        }
    }
    found(value, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_numbers() {
        for (text, expected) in [
            ("two new centres", Some(("two", 2))),
            ("Twenty-five playgrounds", Some(("Twenty-five", 25))),
            ("a dozen picnic areas", Some(("a dozen", 12))),
            ("half a dozen hubs", Some(("half a dozen", 6))),
            ("one hundred homes", Some(("one hundred", 100))),
            ("half a million books", Some(("half a million", 500_000))),
            ("seventeen", Some(("seventeen", 17))),
            ("a park", None),
            ("often", None),
            ("tenth", None),
            ("dozens of", None),
        ] {
            let found = numeral(text).map(|numeral| (text[..numeral.len].to_owned(), numeral.value.unwrap()));
            assert_eq!(found, expected.map(|(words, value)| (words.to_owned(), Decimal::from(value))), "{text}");
        }
    }
}
