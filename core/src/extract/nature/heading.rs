//! The numbers of headings and items.

use crate::Decimal;
use crate::extract::figure::Lexicon;
use crate::printed::{Script, narrow, numeral};

/// The number of a heading at the start of a line: 1. 1、 （一） 一、 01 项目五： 第一项. Gives where it ends and the number.
pub(in crate::extract) fn heading(text: &str, at: usize, last: u32, lexicon: &Lexicon) -> Option<(usize, u32)> {
    let rest = text.get(at..)?;
    let digits =
        rest.chars().take(3).take_while(|char| narrow(*char).is_ascii_digit()).map(char::len_utf8).sum::<usize>();
    let (len, number) = if digits > 0 {
        let plain: String = rest.get(..digits)?.chars().map(narrow).collect();
        (digits, plain.parse().ok()?)
    } else {
        let numeral = numeral(rest).filter(|numeral| numeral.script == Script::Chinese && !numeral.and_more)?;
        let value = numeral.value.ok().filter(Decimal::is_integer)?;
        (numeral.len, u32::try_from(value.mantissa()).ok().filter(|value| (1..=99).contains(value))?)
    };
    // 1.1 and 1.1.2 number what stands below 1.
    let mut len = len;
    if digits > 0 {
        let deeper = rest.get(len..)?.bytes().take_while(|byte| *byte == b'.' || byte.is_ascii_digit()).count();
        let behind = rest.get(len + deeper..)?;
        // 2.2 基层中医馆 below 2.1: 基 is no unit there.
        let free = number == last || lexicon.units.longest(behind.trim_start()).is_none();
        if deeper > 1 && behind.starts_with([' ', '\u{3000}']) && free {
            len += deeper;
            return Some((at + len, number));
        }
    }
    let after = rest.get(len..)?;
    let mut chars = after.chars();
    let sign = chars.next();
    let next = chars.next().map(narrow);
    let opened = text.get(..at)?.trim_end().ends_with(['（', '(', '【', '[']);
    let ends = match sign? {
        '、' | '．' | '）' | ')' | '】' | ']' | '：' | ':' => true,
        // 1.新增, and 2.30个 where two is next; not 1.5公里.
        '.' => {
            !next.is_some_and(|next| next.is_ascii_digit())
                || number == last + 1 && !opened && is_heading_decimal(after)
        }
        ' ' | '\u{3000}' | '\u{a0}' => {
            let unit = after.trim_start_matches(' ');
            // 03 人行天桥, and 10 老年人 behind 9.
            let goes_on = rest.starts_with('0') && digits > 1 || last > 0 && number == last + 1;
            let counts = lexicon.units.longest(unit).is_some() && !goes_on;
            digits > 0
                && !counts
                && !unit.starts_with(['万', '亿', '%', '％', '月', '年', '-', '—', '|'])
                && !unit.starts_with(|char: char| char.is_ascii_alphanumeric())
        }
        _ => false,
    };
    let ends =
        ends && !(sign == Some('：') || sign == Some(':')) || ends && !next.is_some_and(|next| next.is_ascii_digit());
    ends.then_some((at + len, number))
}

/// Of "2.30个" and "1.2025年": whether what follows the point is a number of its own.
fn is_heading_decimal(after: &str) -> bool {
    let digits = after.chars().skip(1).take_while(|char| narrow(*char).is_ascii_digit()).count();
    let next = after.chars().nth(1 + digits);
    digits >= 2 && !matches!(next, Some('%' | '％' | '万' | '亿' | '公' | '千'))
}
