//! Chinese numerals: 三, 两千, 一千二百, 十五万, 二〇二四, 廿五, 十余, 近百.

use super::numeral::{Numeral, Script, multiplier};
use crate::{Decimal, Error};

/// The worth of a numeral that stands for itself.
fn digit(char: char) -> Option<i64> {
    Some(match char {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' | '兩' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The Chinese numeral at the start of a text. 几十, 数百 and 三五 name no figure.
pub(super) fn numeral(text: &str) -> Option<Numeral> {
    positional(text).or_else(|| worded(text))
}

/// Digit by digit, as in years: 二〇二四. Two of them are a figure only with a zero; else they are "two or three".
fn positional(text: &str) -> Option<Numeral> {
    let (mut value, mut count, mut zero, mut len) = (0i64, 0u32, false, 0);
    for char in text.chars() {
        let Some(worth) = digit(char).filter(|_| !matches!(char, '两' | '兩')) else { break };
        count += 1;
        zero |= worth == 0;
        value = value.saturating_mul(10).saturating_add(worth);
        len += char.len_utf8();
    }
    let multiplied = text.get(len..).is_some_and(|rest| multiplier(rest).is_some());
    if multiplied || count < 2 || count < 3 && !zero {
        return None;
    }
    let value = if count > 18 { Err(Error::out_of_range()) } else { Ok(Decimal::from(value)) };
    Some(Numeral { len, value, and_more: false, power: 0, rounded_to: None, script: Script::Chinese })
}

/// The most bytes of a numeral in words: what goes on longer is none that anybody wrote.
const LONGEST: usize = 96;

/// With its places named: 一千二百, 三万五, 十余万.
fn worded(text: &str) -> Option<Numeral> {
    let mut sum = Sum::default();
    let mut len = 0;
    let mut script = Script::Chinese;
    let mut and_more = false;
    while len < LONGEST {
        let rest = text.get(len..)?;
        let Some(char) = rest.chars().next() else { break };
        // 一万二千米 are 12 000 metres; 二千米 may be two kilometres.
        let thousand = (char == '千' && sum.total > 0).then_some(3);
        let power = thousand.or(multiplier(rest).map(|(power, _)| power));
        if and_more {
            // 十余万: only 万 and 亿 go on behind it.
            let Some(power) = power.filter(|power| *power >= 4) else { break };
            sum.multiply(power)?;
        } else if let Some(worth) = digit(char) {
            if !sum.digit(worth) {
                // 三五个, 两三百: two or three of something.
                return None;
            }
        } else if char == '廿' || char == '卅' {
            if !sum.digit(if char == '廿' { 2 } else { 3 }) {
                return None;
            }
            sum.multiply(1)?;
        } else if let Some(power) = power {
            if len == 0 && power > 1 {
                script = Script::Bare;
            }
            sum.multiply(power)?;
        } else if matches!(char, '余' | '多') && (sum.power > 0)
            || char == '几' && sum.power == 1 && sum.current.is_none()
        {
            and_more = true;
        } else {
            break;
        }
        len += char.len_utf8();
    }
    if len == 0 {
        return None;
    }
    if !and_more && let Some(numeral) = decimals(text, len, &sum) {
        return Some(numeral);
    }
    Some(Numeral {
        len,
        value: sum.value(),
        and_more,
        power: sum.rounded.unwrap_or(0),
        rounded_to: sum.rounded_to(),
        script,
    })
}

/// What follows 点: 十二点五, 一点五万. A time of the day (八点三十分) is none.
fn decimals(text: &str, len: usize, sum: &Sum) -> Option<Numeral> {
    let rest = text.get(len..)?.strip_prefix('点')?;
    let (mut mantissa, mut places, mut end) = (sum.value().ok()?.mantissa(), 0u32, text.len() - rest.len());
    for char in rest.chars() {
        let Some(worth) = digit(char).filter(|_| places < 9) else { break };
        mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(worth))?;
        places += 1;
        end += char.len_utf8();
    }
    let rest = text.get(end..)?;
    if places == 0 || rest.starts_with(['十', '分', '时', '刻']) {
        return None;
    }
    let (power, rest) = multiplier(rest).filter(|(power, _)| *power >= 4).unwrap_or((0, rest));
    let rounded_to = i64::from(power) - i64::from(places);
    Some(Numeral {
        len: text.len() - rest.len(),
        value: Decimal::scaled(mantissa, rounded_to),
        and_more: false,
        power,
        rounded_to: Some(rounded_to),
        script: Script::Chinese,
    })
}

/// What was read so far: everything above 万, the part below it, and a numeral whose place is not named yet.
#[derive(Default)]
struct Sum {
    total: i64,
    section: i64,
    current: Option<i64>,
    /// The place named last.
    power: u32,
    /// 零 stood before the current numeral: 一百零五 is 105, 一百五 is 150.
    zero: bool,
    /// The place of the last figure, if 万 or 亿 is named.
    rounded: Option<u32>,
}

impl Sum {
    /// Takes a numeral; not if one is waiting for its place.
    fn digit(&mut self, worth: i64) -> bool {
        if self.current.is_some_and(|current| current != 0) {
            return false;
        }
        self.zero |= worth == 0;
        self.current = Some(worth);
        true
    }

    fn multiply(&mut self, power: u32) -> Option<()> {
        if power < 4 {
            // 十 and, with words around it, 百 may stand alone.
            let current = self.current.take().unwrap_or(1).max(1);
            self.section = self.section.checked_add(current.checked_mul(10i64.pow(power))?)?;
        } else {
            let mut below = self.section.checked_add(self.current.take().unwrap_or(0))?;
            if power == 8 {
                below = below.checked_add(self.total)?;
                self.total = 0;
            }
            if below == 0 {
                below = 1;
            }
            self.total = self.total.checked_add(below.checked_mul(10i64.pow(power))?)?;
            self.section = 0;
            self.rounded = Some(power);
        }
        self.power = power;
        self.zero = false;
        Some(())
    }

    fn value(&self) -> Result<Decimal, Error> {
        let last = self.current.unwrap_or(0);
        // 一百五 is 150, 三万五 is 35 000.
        let last = if self.power > 1 && !self.zero { last * 10i64.pow(self.power - 1) } else { last };
        let below = self.section.checked_add(last).ok_or_else(Error::out_of_range)?;
        self.total.checked_add(below).map(Decimal::from).ok_or_else(Error::out_of_range)
    }

    /// 十五万 was rounded to 万; 一千二百 is an integer like 1200.
    fn rounded_to(&self) -> Option<i64> {
        let plain = self.section == 0 && self.current.is_none();
        self.rounded.filter(|_| plain).map(i64::from)
    }
}
