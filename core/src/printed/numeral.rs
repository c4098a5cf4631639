//! Reading one number off the start of a text: digits, separators, multipliers, Chinese numerals, 余 and 多.

use crate::{Decimal, Error};

/// A number as it was printed, before anything around it is looked at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Numeral {
    /// How many bytes of the text it takes, its multiplier and 余 included.
    pub(crate) len: usize,
    /// The figure in base units; an error if it is beyond the limits of a [`Decimal`].
    pub(crate) value: Result<Decimal, Error>,
    /// 余, 多, 几: some more, but less than the next round figure.
    pub(crate) and_more: bool,
    /// The power of ten of its multiplier: 4 of 1.9万.
    pub(crate) power: u32,
    /// The power of ten that its last printed digit counts, if the printing shows that it was rounded.
    pub(crate) rounded_to: Option<i64>,
    /// How it is written.
    pub(crate) script: Script,
}

impl Numeral {
    /// Whether it is a multiplier alone, which is a number only by the words around it.
    pub(crate) fn is_bare(&self) -> bool {
        cfg!(feature = "diagnostics") && self.script == Script::Bare
    }
}

/// How a number is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Script {
    /// 1 200, １.９万.
    Arabic,
    /// 三, 一千二百, 十余.
    #[allow(dead_code, reason = "a page's first program reads no Chinese numerals")]
    Chinese,
    #[allow(dead_code, reason = "a page's first program reads no Chinese numerals")]
    /// A multiplier alone: 百 of 百余, 万 of 近万. Only words around it make it a number.
    Bare,
}

/// Units that begin like a multiplier: 千瓦时, 千米, 千克, 千伏.
const KILO: [char; 8] = ['瓦', '米', '克', '伏', '卡', '赫', '帕', '焦'];

/// English multipliers.
const WORDS: [(&str, u32); 3] = [("billion", 9), ("million", 6), ("thousand", 3)];

/// The number at the start of a text in plain characters ([`narrow`](super::narrow)), if there is one.
#[allow(clippy::inline_always, reason = "a page has one caller: 0.1 KB brotli")]
#[inline(always)]
pub(crate) fn numeral(text: &str) -> Option<Numeral> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.as_bytes().first()?.is_ascii_digit() {
        return Some(arabic(text));
    }
    #[cfg(feature = "diagnostics")]
    return super::chinese::numeral(text);
    #[cfg(not(feature = "diagnostics"))]
    None
}

/// Digits with their separators and decimals, then multipliers: 1,200; 3.4 million; 3亿5000万; 10余万.
#[cfg_attr(not(feature = "diagnostics"), allow(unused_mut, reason = "only the loop changes them"))]
#[allow(clippy::inline_always, reason = "a page has one caller: 0.1 KB brotli")]
#[inline(always)]
fn arabic(text: &str) -> Numeral {
    let mut digits = String::new();
    let rest = take_digits(text, &mut digits);
    let (mut power, mut and_more, mut rest) = multiplied(rest);
    let places = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let mut value = scaled(&digits, power);
    let multiplier = power;
    // 3亿5000万: what follows stays below the multiplier before it.
    #[cfg(feature = "diagnostics")]
    while power >= 4 && places == 0 && !and_more {
        digits.clear();
        let (ten, more, after) = multiplied(take_digits(rest, &mut digits));
        if digits.is_empty() || ten == 0 || ten >= power || digits.contains('.') {
            break;
        }
        value = value.and_then(|sum| sum.checked_add(scaled(&digits, ten)?));
        (power, and_more, rest) = (ten, more, after);
    }
    let last = i64::from(power) - i64::try_from(places).unwrap_or(i64::MAX);
    let rounded_to = (power > 0 || places > 0).then_some(last);
    Numeral { len: text.len() - rest.len(), value, and_more, power: multiplier, rounded_to, script: Script::Arabic }
}

fn scaled(digits: &str, power: u32) -> Result<Decimal, Error> {
    digits.parse::<Decimal>()?.checked_mul(Decimal::scaled(1, i64::from(power))?)
}

/// Takes the digits of one figure off the start of a text, without the blanks and commas between groups of three.
fn take_digits<'t>(text: &'t str, digits: &mut String) -> &'t str {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let group = |at: usize| (1..=3).all(|next| digit(at + next)) && !digit(at + 4);
    let (mut at, mut point) = (0, false);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'0'..=b'9' => digits.push(char::from(byte)),
            b'-' if at == 0 => digits.push('-'),
            b'.' if digit(at + 1) && !point => {
                digits.push('.');
                point = true;
            }
            b',' | b' ' if !point && at > 0 && group(at) => (),
            _ => break,
        }
        at += 1;
    }
    text.get(at..).unwrap_or_default()
}

/// Multipliers and 余, in either order: 10余万, 1.7万余. 千万 multiplies twice. Gives the power of ten, whether there is some
/// more, and what follows.
fn multiplied(text: &str) -> (u32, bool, &str) {
    let (mut power, mut and_more, mut rest) = (0, false, text);
    loop {
        let blank = rest.trim_start_matches(' ');
        if let Some(after) = blank.strip_prefix(['余', '多']).filter(|_| !and_more) {
            (and_more, rest) = (true, after);
        } else if let Some((ten, after)) = multiplier(blank).filter(|_| power == 0 || blank.len() == rest.len()) {
            (power, rest) = (power + ten, after);
        } else {
            break;
        }
    }
    for (word, ten) in WORDS {
        let blank = rest.trim_start_matches(' ');
        if power == 0 && super::starts_with(blank, word) {
            (power, rest) = (ten, blank.get(word.len()..).unwrap_or_default());
        }
    }
    (power, and_more, rest)
}

/// The power of ten of the multiplier that a text begins with; the 千 of 千瓦时 belongs to the unit.
pub(super) fn multiplier(text: &str) -> Option<(u32, &str)> {
    let mut chars = text.chars();
    let power = match chars.next()? {
        '十' => 1,
        '百' => 2,
        '千' if !chars.as_str().starts_with(KILO) => 3,
        '万' => 4,
        '亿' => 8,
        _ => return None,
    };
    Some((power, chars.as_str()))
}
