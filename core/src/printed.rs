//! The one reader of printed numbers: what "1.7万余名" or "约400张" allows.
//!
//! A printed amount has a word before it (约, 超, 不少于), digits, a multiplier (万), a word after it (余, 左右, 以上) and a
//! unit. [`PrintedAmount`] keeps these apart, so that whoever reads amounts decides for himself what they are worth:
//! [`interval`](PrintedAmount::interval) is the rule for reports; a target is exact as printed.

use core::str::FromStr;

use crate::programme::{Bound, Percentage};
use crate::{Decimal, End, Error, Interval};

/// An amount in the words of its publication, taken apart.
///
/// ```
/// use pledgeboard::printed::PrintedAmount;
/// use pledgeboard::programme::{Bound, Percentage};
/// let amount: PrintedAmount = "1.7万余名".parse()?;
/// assert_eq!(amount.value, "17000".parse()?);
/// assert_eq!(amount.bound, Bound::AtLeast);
/// assert_eq!(amount.unit, "名");
/// // From the figure to below the next unit of its last digit.
/// let interval = amount.interval(Percentage::new("10".parse()?)?)?;
/// assert!(interval.contains("17999".parse()?) && !interval.contains("18000".parse()?));
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct PrintedAmount {
    /// The figure in base units: 1.7万 is 17 000.
    pub value: Decimal,
    /// What its words say of it; [`Bound::Exact`] if it stands there without any.
    pub bound: Bound,
    /// 余, 多: some more, but less than the next round figure.
    pub and_more: bool,
    /// The worth of its last printed digit (1.7万 has 1000), if the printing shows that it was rounded: by a
    /// multiplier or by decimals.
    pub rounded_to: Option<Decimal>,
    /// What follows: the unit as written, without the multiplier.
    pub unit: String,
}

/// Words before the figure. A longer word stands before one that begins it.
const BEFORE: [(&str, Bound); 41] = [
    ("不少于", Bound::AtLeast),
    ("不低于", Bound::AtLeast),
    ("不小于", Bound::AtLeast),
    ("至少", Bound::AtLeast),
    ("at least", Bound::AtLeast),
    ("no fewer than", Bound::AtLeast),
    ("no less than", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    ("不超过", Bound::AtMost),
    ("不高于", Bound::AtMost),
    ("不多于", Bound::AtMost),
    ("不大于", Bound::AtMost),
    ("至多", Bound::AtMost),
    ("最多", Bound::AtMost),
    ("at most", Bound::AtMost),
    ("no more than", Bound::AtMost),
    ("up to", Bound::AtMost),
    ("≤", Bound::AtMost),
    ("超过", Bound::MoreThan),
    ("超", Bound::MoreThan),
    ("逾", Bound::MoreThan),
    ("突破", Bound::MoreThan),
    ("多于", Bound::MoreThan),
    ("高于", Bound::MoreThan),
    ("大于", Bound::MoreThan),
    ("more than", Bound::MoreThan),
    ("over", Bound::MoreThan),
    (">", Bound::MoreThan),
    ("低于", Bound::LessThan),
    ("少于", Bound::LessThan),
    ("小于", Bound::LessThan),
    ("不足", Bound::LessThan),
    ("less than", Bound::LessThan),
    ("fewer than", Bound::LessThan),
    ("under", Bound::LessThan),
    ("<", Bound::LessThan),
    ("大约", Bound::About),
    ("约", Bound::About),
    ("将近", Bound::About),
    ("近", Bound::About),
    ("about", Bound::About),
];

/// Words after the figure or its unit.
const AFTER: [(&str, Bound); 7] = [
    ("及以上", Bound::AtLeast),
    ("以上", Bound::AtLeast),
    ("及以下", Bound::AtMost),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("左右", Bound::About),
    ("上下", Bound::About),
];

/// Units that begin like a multiplier: 千瓦时, 千米, 千克, 千伏.
const KILO: [char; 8] = ['瓦', '米', '克', '伏', '卡', '赫', '帕', '焦'];

/// Multipliers and their powers of ten, longest first.
const MULTIPLIERS: [(&str, u32); 10] = [
    ("万亿", 12),
    ("千万", 7),
    ("百万", 6),
    ("十万", 5),
    ("亿", 8),
    ("万", 4),
    ("千", 3),
    ("billion", 9),
    ("million", 6),
    ("thousand", 3),
];

impl PrintedAmount {
    /// A figure without words around it.
    pub fn of(value: Decimal, bound: Bound) -> PrintedAmount {
        PrintedAmount { value, bound, and_more: false, rounded_to: None, unit: String::new() }
    }

    /// The figures it allows, by the rule for reports.
    ///
    /// Its words come first: 超 and 以上 are open upward, 余 ends below the next round figure, 约 is `tolerance` per cent
    /// either way. Without any, an integer is exact, and a figure with decimals or a multiplier is off by half a unit
    /// of its last digit, by 10 % at most: "1.94万" is 19 350 to below 19 450.
    pub fn interval(&self, tolerance: Percentage) -> Result<Interval<Decimal>, Error> {
        self.allowed(tolerance, Some(tenth(self.value)?))
    }

    /// The figures it allows inside a claim: without the cap of 10 %, because a check must not blame a publisher for what
    /// his rounding hides. "1万" is 5000 to below 15 000.
    pub(crate) fn within_claim(&self) -> Result<Interval<Decimal>, Error> {
        self.allowed(Percentage::new(Decimal::from(10))?, None)
    }

    fn allowed(&self, tolerance: Percentage, cap: Option<Decimal>) -> Result<Interval<Decimal>, Error> {
        let at = |value, open| Some(End { value, open });
        let value = self.value;
        let (low, high) = match self.bound {
            Bound::AtLeast | Bound::MoreThan if self.and_more => {
                (at(value, self.bound == Bound::MoreThan), at(value.checked_add(self.last_digit()?)?, true))
            }
            Bound::AtLeast => (at(value, false), None),
            Bound::MoreThan => (at(value, true), None),
            Bound::AtMost => (None, at(value, false)),
            Bound::LessThan => (None, at(value, true)),
            Bound::About => {
                let off = value.checked_mul(tolerance.value())?;
                let off = Decimal::new(off.mantissa(), off.scale() + 2)?;
                return Ok(Interval::between(value.checked_sub(off)?, value.checked_add(off)?));
            }
            _ => {
                let half = match self.rounded_to {
                    Some(unit) => {
                        let half = unit.checked_mul(Decimal::new(5, 1)?)?;
                        cap.map_or(half, |cap| half.min(cap))
                    }
                    None => Decimal::ZERO,
                };
                (at(value.checked_sub(half)?, false), at(value.checked_add(half)?, !half.is_zero()))
            }
        };
        Interval::new(low, high).ok_or_else(Error::out_of_range)
    }

    /// The worth of the last digit that is not zero: 100 of 1300.
    fn last_digit(&self) -> Result<Decimal, Error> {
        let (mut mantissa, mut zeros) = (self.value.mantissa(), 0);
        while mantissa != 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            zeros += 1;
        }
        Decimal::scaled(1, i64::from(zeros) - i64::from(self.value.scale()))
    }
}

impl FromStr for PrintedAmount {
    type Err = Error;

    /// Reads one amount, Chinese or English: `约400张`, `1.94万`, `10 000人次以上`, `超１２００户`, `at least 5 job fairs`.
    fn from_str(text: &str) -> Result<PrintedAmount, Error> {
        let mut plain = String::new();
        for char in text.trim().chars() {
            plain.push(narrow(char));
        }
        let mut rest = plain.as_str();
        let mut bound = None;
        for (word, of_word) in BEFORE {
            if bound.is_none() && starts_with(rest, word) {
                bound = Some(of_word);
                rest = rest.get(word.len()..).unwrap_or_default().trim_start();
            }
        }
        let mut digits = String::new();
        rest = take_digits(rest, &mut digits);
        let figure: Decimal = digits.parse()?;
        let mut and_more = false;
        let mut power = 0;
        // 余 stands before or after the multiplier: 10余万, 1.7万余.
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix(['余', '多']).filter(|_| !and_more) {
                (and_more, rest) = (true, after);
            } else if let Some((ten, after)) = multiplier(rest).filter(|_| power == 0) {
                (power, rest) = (ten, after);
            } else {
                break;
            }
        }
        for (word, of_word) in AFTER {
            if let Some(unit) = rest.strip_suffix(word).or_else(|| rest.strip_prefix(word)) {
                rest = unit;
                bound = bound.or(Some(of_word));
                break;
            }
        }
        // "3至5个", "近3年100家": two figures, of which none may be taken for the amount. A unit may end in a digit (m2).
        let mut before = ' ';
        for char in rest.chars() {
            if char.is_ascii_digit() && !before.is_ascii_alphanumeric() {
                return Err(Error::number());
            }
            before = char;
        }
        let more = and_more.then_some(Bound::AtLeast);
        let value = figure.checked_mul(Decimal::scaled(1, i64::from(power))?)?;
        let places = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let last = Decimal::scaled(1, i64::from(power) - i64::try_from(places).map_err(|_| Error::out_of_range())?)?;
        Ok(PrintedAmount {
            value,
            bound: bound.or(more).unwrap_or(Bound::Exact),
            and_more,
            rounded_to: (power > 0 || places > 0).then_some(last),
            unit: rest.trim().to_owned(),
        })
    }
}

/// Takes the figure off the start of a text, without the blanks and commas between groups of three digits.
fn take_digits<'t>(text: &'t str, digits: &mut String) -> &'t str {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let (mut at, mut point) = (0, false);
    let group = |at: usize| (1..=3).all(|next| digit(at + next)) && !digit(at + 4);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'0'..=b'9' => digits.push(char::from(byte)),
            b'-' if at == 0 => digits.push('-'),
            b'.' if digit(at + 1) && !point => {
                digits.push('.');
                point = true;
            }
            b',' | b' ' if at > 0 && !point && group(at) => (),
            _ => break,
        }
        at += 1;
    }
    text.get(at..).unwrap_or_default()
}

/// The power of ten that a text begins with, and what follows; the 千 of 千瓦时 belongs to the unit.
fn multiplier(text: &str) -> Option<(u32, &str)> {
    if text.strip_prefix('千').is_some_and(|unit| unit.starts_with(KILO)) {
        return None;
    }
    MULTIPLIERS.iter().find_map(|(word, ten)| text.strip_prefix(word).map(|rest| (*ten, rest)))
}

/// Full-width digits and signs as the plain ones, other blanks as the plain one.
fn narrow(char: char) -> char {
    match char {
        '\u{ff01}'..='\u{ff5e}' if !matches!(char, '（' | '）') => {
            char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char)
        }
        '−' => '-',
        '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{3000}' => ' ',
        _ => char,
    }
}

/// Whether a text begins with a word, in upper or lower case.
fn starts_with(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// A tenth of the size of a figure.
fn tenth(value: Decimal) -> Result<Decimal, Error> {
    Decimal::new(value.mantissa().saturating_abs(), value.scale() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn interval(text: &str) -> String {
        let amount: PrintedAmount = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        let interval = amount.interval(Percentage::new(Decimal::from(10)).unwrap()).unwrap();
        let low = interval
            .low()
            .map_or("(…".to_owned(), |end| format!("{}{}", if end.open { '(' } else { '[' }, end.value));
        let high = interval
            .high()
            .map_or("…)".to_owned(), |end| format!("{}{}", end.value, if end.open { ')' } else { ']' }));
        format!("{low}, {high} {}", amount.unit).trim_end().to_owned()
    }

    #[test]
    fn printed_amounts_and_what_they_allow() {
        for (text, expected) in [
            ("51部", "[51, 51] 部"),
            ("10 000", "[10000, 10000]"),
            ("10,000人次", "[10000, 10000] 人次"),
            ("１２００户", "[1200, 1200] 户"),
            ("1.94万", "[19350, 19450)"),
            ("1.94 万名", "[19350, 19450) 名"),
            ("1万", "[9000, 11000)"),
            ("2.5公里", "[2.45, 2.55) 公里"),
            ("1.50", "[1.495, 1.505)"),
            ("0.0", "[0, 0]"),
            ("1.2亿元", "[115000000, 125000000) 元"),
            ("300百万", "[299500000, 300500000)"),
            ("1.2 million people", "[1150000, 1250000) people"),
            ("more than 3 thousand homes", "(3000, …) homes"),
            ("1 300余", "[1300, 1400)"),
            ("1.7万余", "[17000, 18000)"),
            ("10余万人次", "[100000, 200000) 人次"),
            ("20多场", "[20, 30) 场"),
            ("约400张", "[360, 440] 张"),
            ("近100家", "[90, 110] 家"),
            ("5场左右", "[4.5, 5.5] 场"),
            ("超过1800户", "(1800, …) 户"),
            ("超10000人次", "(10000, …) 人次"),
            ("不少于5场", "[5, …) 场"),
            ("3个以上", "[3, …) 个"),
            ("9000人次以上", "[9000, …) 人次"),
            ("60%以上", "[60, …) %"),
            ("5%以内", "(…, 5] %"),
            ("不超过4.3", "(…, 4.3]"),
            ("低于4.3％", "(…, 4.3) %"),
            ("at least 5 job fairs", "[5, …) job fairs"),
            ("About 2 km", "[1.8, 2.2] km"),
            ("more than 1,800 homes", "(1800, …) homes"),
            ("-0.5", "[-0.55, -0.45)"),
            ("200千瓦时", "[200, 200] 千瓦时"),
            ("5千米以上", "[5, …) 千米"),
            ("30万千瓦", "[295000, 305000) 千瓦"),
            ("3千吨", "[2700, 3300) 吨"),
            ("500m2", "[500, 500] m2"),
        ] {
            assert_eq!(interval(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_figure_is_an_error() {
        for text in ["", "若干", "约", "十余", "部51", "1..2", "万", "--5"] {
            assert!(text.parse::<PrintedAmount>().is_err(), "{text}");
        }
        // Two figures are no amount: neither of them may be taken for it in silence.
        for text in ["3-5个", "3至5个", "1、2", "2/3", "1,2345", "10 0", "近3年100家"] {
            assert!(text.parse::<PrintedAmount>().is_err(), "{text}");
        }
        assert!("99999999999999999999999999999".parse::<PrintedAmount>().unwrap_err().is_out_of_range());
    }

    proptest! {
        #[test]
        fn any_text_is_an_amount_or_an_error(text in "(约|超|不少于|over )?[0-9,. ０-９]{0,20}(万|亿|余|多)?.{0,3}(以上|左右)?") {
            if let Ok(amount) = text.parse::<PrintedAmount>() {
                let _ = amount.interval(Percentage::new(Decimal::from(10)).unwrap());
            }
        }
    }
}
