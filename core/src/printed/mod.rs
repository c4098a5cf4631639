//! The one reader of printed numbers: what "1.7万余名" or "约400张" allows.
//!
//! A printed amount has a word before it (约, 超, 不少于), digits, a multiplier (万), a word after it (余, 左右, 以上) and a
//! unit. [`PrintedAmount`] keeps these apart, so that whoever reads amounts decides for himself what they are worth:
//! [`interval`](PrintedAmount::interval) is the rule for reports; a target is exact as printed.

#[cfg(feature = "diagnostics")]
mod chinese;
mod numeral;

use core::str::FromStr;

pub(crate) use numeral::numeral;
#[cfg(feature = "extract")]
pub(crate) use numeral::{Numeral, Script};

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

/// The words before a figure that are met most. A longer word stands before one that begins it.
const BEFORE: [(&str, Bound); 6] = [
    ("不少于", Bound::AtLeast),
    ("超过", Bound::MoreThan),
    ("超", Bound::MoreThan),
    ("逾", Bound::MoreThan),
    ("约", Bound::About),
    ("近", Bound::About),
];

/// The others. A page's first program leaves them to the whole one, as it does with all that it cannot read.
#[cfg(feature = "diagnostics")]
const MORE_BEFORE: [(&str, Bound); 73] = [
    ("不得少于", Bound::AtLeast),
    ("不得低于", Bound::AtLeast),
    ("不能少于", Bound::AtLeast),
    ("不得超过", Bound::AtMost),
    ("不得高于", Bound::AtMost),
    ("不低于", Bound::AtLeast),
    ("不小于", Bound::AtLeast),
    ("至少", Bound::AtLeast),
    ("at least", Bound::AtLeast),
    ("no fewer than", Bound::AtLeast),
    ("no less than", Bound::AtLeast),
    ("not less than", Bound::AtLeast),
    ("a minimum of", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    ("上", Bound::AtLeast),
    ("不超过", Bound::AtMost),
    ("不高于", Bound::AtMost),
    ("不多于", Bound::AtMost),
    ("不大于", Bound::AtMost),
    ("不超", Bound::AtMost),
    ("至多", Bound::AtMost),
    ("最多", Bound::AtMost),
    ("最高", Bound::AtMost),
    ("上限为", Bound::AtMost),
    ("上限", Bound::AtMost),
    ("at most", Bound::AtMost),
    ("no more than", Bound::AtMost),
    ("not more than", Bound::AtMost),
    ("a maximum of", Bound::AtMost),
    ("up to", Bound::AtMost),
    ("within", Bound::AtMost),
    ("≤", Bound::AtMost),
    ("超出", Bound::MoreThan),
    ("突破", Bound::MoreThan),
    ("多于", Bound::MoreThan),
    ("高于", Bound::MoreThan),
    ("大于", Bound::MoreThan),
    ("过", Bound::MoreThan),
    ("more than", Bound::MoreThan),
    ("longer than", Bound::MoreThan),
    ("in excess of", Bound::MoreThan),
    ("upwards of", Bound::MoreThan),
    ("just over", Bound::MoreThan),
    ("well over", Bound::MoreThan),
    ("over", Bound::MoreThan),
    ("above", Bound::MoreThan),
    (">", Bound::MoreThan),
    ("＞", Bound::MoreThan),
    ("低于", Bound::LessThan),
    ("少于", Bound::LessThan),
    ("小于", Bound::LessThan),
    ("不足", Bound::LessThan),
    ("不到", Bound::LessThan),
    ("less than", Bound::LessThan),
    ("fewer than", Bound::LessThan),
    ("just under", Bound::LessThan),
    ("under", Bound::LessThan),
    ("below", Bound::LessThan),
    ("<", Bound::LessThan),
    ("＜", Bound::LessThan),
    ("大约", Bound::About),
    ("约为", Bound::About),
    ("约占", Bound::About),
    ("大概", Bound::About),
    ("将近", Bound::About),
    ("接近", Bound::About),
    ("about", Bound::About),
    ("nearly", Bound::About),
    ("almost", Bound::About),
    ("around", Bound::About),
    ("approximately", Bound::About),
    ("roughly", Bound::About),
    ("some", Bound::About),
];

/// Words before a figure, a longer one before one that begins it.
pub(crate) fn before() -> impl Iterator<Item = (&'static str, Bound)> {
    let words = BEFORE.into_iter();
    #[cfg(feature = "diagnostics")]
    let words = MORE_BEFORE.into_iter().chain(words);
    words
}

/// Words after the figure or its unit.
pub(crate) const AFTER: [(&str, Bound); 7] = [
    ("及以上", Bound::AtLeast),
    ("以上", Bound::AtLeast),
    ("及以下", Bound::AtMost),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("左右", Bound::About),
    ("上下", Bound::About),
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

    /// Reads one amount, Chinese or English: `约400张`, `1.94万`, `10 000人次以上`, `超１２００户`, `百余场`, `at least 5 job fairs`.
    ///
    /// Without the feature `diagnostics` it knows figures in digits and the words met most; the others are an error.
    fn from_str(text: &str) -> Result<PrintedAmount, Error> {
        let mut plain = String::new();
        for char in text.trim().chars() {
            plain.push(narrow(char));
        }
        let mut rest = plain.as_str();
        let mut bound = None;
        for (word, of_word) in before() {
            if bound.is_none() && starts_with(rest, word) {
                bound = Some(of_word);
                rest = rest.get(word.len()..).unwrap_or_default().trim_start();
            }
        }
        let figure = numeral(rest).ok_or_else(Error::number)?;
        let mut rest = rest.get(figure.len..).unwrap_or_default().trim_start();
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
        let more = figure.and_more.then_some(Bound::AtLeast);
        let bound = bound.or(more);
        if figure.is_bare() && bound.is_none() {
            return Err(Error::number());
        }
        Ok(PrintedAmount {
            value: figure.value?,
            bound: bound.unwrap_or(Bound::Exact),
            and_more: figure.and_more,
            rounded_to: figure.rounded_to.map(|power| Decimal::scaled(1, power)).transpose()?,
            unit: rest.trim().to_owned(),
        })
    }
}

/// Full-width digits and signs as the plain ones, other blanks as the plain one.
pub(crate) fn narrow(char: char) -> char {
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
            ("-0.5", "[-0.55, -0.45)"),
            ("200千瓦时", "[200, 200] 千瓦时"),
            ("5千米以上", "[5, …) 千米"),
            ("30万千瓦", "[295000, 305000) 千瓦"),
            ("3千吨", "[2700, 3300) 吨"),
            ("500m2", "[500, 500] m2"),
            ("1.5万亿元", "[1450000000000, 1550000000000) 元"),
        ] {
            assert_eq!(interval(text), expected, "{text}");
        }
    }

    /// The rarer words and Chinese numerals: without `diagnostics` they are refused, never read as something else.
    #[test]
    fn printed_amounts_that_the_whole_reader_knows() {
        for (text, expected) in [
            ("more than 3 thousand homes", "(3000, …) homes"),
            ("不超过4.3", "(…, 4.3]"),
            ("低于4.3％", "(…, 4.3) %"),
            ("at least 5 job fairs", "[5, …) job fairs"),
            ("About 2 km", "[1.8, 2.2] km"),
            ("more than 1,800 homes", "(1800, …) homes"),
            ("3亿5000万元", "[349995000, 350005000) 元"),
            ("三所", "[3, 3] 所"),
            ("十余处", "[10, 20) 处"),
            ("百余场", "[100, 200) 场"),
            ("近百家", "[90, 110] 家"),
            ("十几个", "[10, 20) 个"),
            ("二十多万人次", "[200000, 300000) 人次"),
            ("一千二百名", "[1200, 1200] 名"),
            ("一千零五十", "[1050, 1050]"),
            ("一百五十户", "[150, 150] 户"),
            ("三万五", "[35000, 35000]"),
            ("十五万人", "[145000, 155000) 人"),
            ("三亿五千万元", "[349995000, 350005000) 元"),
            ("二〇二四", "[2024, 2024]"),
            ("廿五", "[25, 25]"),
            ("不少于两场", "[2, …) 场"),
        ] {
            if cfg!(feature = "diagnostics") {
                assert_eq!(interval(text), expected, "{text}");
            } else {
                assert!(text.parse::<PrintedAmount>().is_err(), "{text}");
            }
        }
    }

    #[test]
    fn what_is_no_figure_is_an_error() {
        for text in ["", "若干", "约", "数百", "三五个", "几十家", "部51", "1..2", "万", "百名", "-三", "--5"]
        {
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
