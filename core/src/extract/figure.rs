//! One figure at a place of the text: number, multiplier, range, unit.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::bound;
use super::dictionary::Dictionary;
use super::sense::Sense;
use crate::Decimal;
use crate::printed::{self, Numeral, Script};
use crate::programme::Bound;
use crate::units::UnitEntry;

/// The lexicons of the grammar, made once from their tables.
pub(super) struct Lexicon {
    pub(super) senses: Dictionary<Sense>,
    pub(super) units: Dictionary<UnitEntry>,
    /// The words of bounds by their last characters, longer ones first.
    pub(super) before: BTreeMap<char, Vec<(&'static str, Bound)>>,
    pub(super) after: Dictionary<Bound>,
}

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut before: BTreeMap<char, Vec<_>> = BTreeMap::new();
    for (word, bound) in printed::before() {
        before.entry(word.chars().next_back().unwrap_or_default()).or_default().push((word, bound));
    }
    for words in before.values_mut() {
        words.sort_by_key(|(word, _)| core::cmp::Reverse(word.len()));
    }
    Lexicon {
        senses: super::sense::dictionary(),
        units: Dictionary::new(crate::units::all()),
        before,
        after: Dictionary::new(printed::AFTER.into_iter()),
    }
});

/// A figure as the text gives it, before anybody asks what it is for.
#[derive(Clone, Debug)]
pub(super) struct Figure<'t> {
    /// The bytes from the number to its unit.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) low: Option<Decimal>,
    pub(super) high: Option<Decimal>,
    pub(super) bound: Bound,
    pub(super) unit: &'t str,
    /// Where the unit stands; nowhere if 百分之 or 成 says it.
    pub(super) unit_at: (usize, usize),
    /// What the lexicon says of the unit, if it knows it.
    pub(super) quantity: &'static str,
    /// The word that set the bound; empty if none did.
    pub(super) cue: &'t str,
    /// Where that word stands.
    pub(super) cue_at: (usize, usize),
    /// From the first word of the bound to the last: 约400张, 3个以上.
    pub(super) printed: (usize, usize),
    pub(super) script: Script,
}

/// A number with what stands directly behind it.
struct Part<'t> {
    numeral: Numeral,
    /// Per cent by its words: 百分之四十, 九成.
    share: bool,
    unit: &'t str,
    unit_at: (usize, usize),
    quantity: &'static str,
    /// Behind the unit; behind the number where there is none.
    end: usize,
    /// A word after the figure: 以上, 左右.
    after: Option<(usize, usize, Bound)>,
}

/// The figure that begins at a byte of the text, if a number stands there.
pub(super) fn figure<'t>(text: &'t str, at: usize, lexicon: &Lexicon) -> Option<Figure<'t>> {
    let rest = text.get(at..)?;
    let currency = currency(rest);
    let first = part(text, at + currency.len(), lexicon, !currency.is_empty())?;
    let before = bound::before(text, at, first.numeral.is_bare(), lexicon).or_else(|| bound::far(text, at));
    let vague = first.numeral.is_bare() && before.is_none() && !first.numeral.and_more;
    if vague {
        return None;
    }
    let before = before.map(|(from, bound)| (from, bound::negated(text, from, bound)));
    // 超过22所的计划数: the plan is what was exceeded.
    let before = before.filter(|(_, bound)| *bound != Bound::MoreThan || !bound::names_aim(text, first.end));
    let range = if first.after.is_none() { range(text, at, &first, lexicon, !currency.is_empty()) } else { None };
    let last = range.as_ref().unwrap_or(&first);
    let more = last.numeral.and_more.then_some(Bound::AtLeast);
    let bound = before.map(|(_, bound)| bound).or(last.after.map(|(_, _, bound)| bound)).or(more);
    let high = last.numeral.value.ok();
    let (mut low, mut high) = (range.as_ref().map_or(high, |second| shared(&first, second)), high);
    let bound = if range.is_some() {
        Bound::Range
    } else {
        match bound {
            Some(Bound::AtLeast | Bound::MoreThan) => high = None,
            Some(Bound::AtMost | Bound::LessThan) => low = None,
            _ => (),
        }
        bound.unwrap_or(Bound::Exact)
    };
    let cue_at = match (before, last.after) {
        _ if bound == Bound::Range => (at, at),
        (Some((from, _)), _) => (from, bound::cue_end(text, from, at)),
        (None, Some((from, to, _))) => (from, to),
        (None, None) if last.numeral.and_more => more_word(text, at, last.end),
        _ => (at, at),
    };
    let unit_at = if currency.is_empty() { last.unit_at } else { (at, at + currency.len()) };
    let unit = if last.share { "%" } else { text.get(unit_at.0..unit_at.1).unwrap_or_default() };
    let from = before.map_or(at, |(from, _)| from);
    let to = last.after.map_or(last.end, |(_, to, _)| to);
    let quantity = if last.share { "share" } else { last.quantity };
    let end = last.end;
    Some(Figure {
        start: at,
        end,
        low,
        high,
        bound,
        unit,
        unit_at,
        quantity,
        cue: text.get(cue_at.0..cue_at.1).unwrap_or_default(),
        cue_at,
        printed: (from, to),
        script: first.numeral.script,
    })
}

/// The first of two numbers: 2-3万 is 20 000 to 30 000, 3万到5万 has its own multiplier.
fn shared(first: &Part<'_>, second: &Part<'_>) -> Option<Decimal> {
    let (low, high) = (first.numeral.value.ok()?, second.numeral.value.ok()?);
    if first.numeral.power > 0 || !first.unit.is_empty() {
        return Some(low);
    }
    let raised = Decimal::scaled(1, i64::from(second.numeral.power)).and_then(|unit| low.checked_mul(unit)).ok();
    raised.filter(|raised| *raised <= high).or(Some(low))
}

/// Where 余, 多 or 几 stands inside a number.
fn more_word(text: &str, from: usize, to: usize) -> (usize, usize) {
    let at = text.get(from..to).and_then(|span| span.find(['余', '多', '几']));
    at.map_or((from, from), |at| (from + at, from + at + '余'.len_utf8()))
}

fn currency(text: &str) -> &str {
    let sign = text.chars().next().filter(|char| matches!(char, '£' | '$' | '€' | '¥' | '￥'));
    sign.and_then(|sign| text.get(..sign.len_utf8())).unwrap_or_default()
}

/// The number at a byte, its unit and the word behind it.
fn part<'t>(text: &'t str, at: usize, lexicon: &Lexicon, currency: bool) -> Option<Part<'t>> {
    let rest = text.get(at..)?;
    if let Some(after) = rest.strip_prefix("百分之") {
        let mut numeral = number(after)?;
        numeral.len += "百分之".len();
        let end = at + numeral.len;
        let after = bound::after(text, end, lexicon);
        return Some(Part { numeral, share: true, unit: "", unit_at: (at, at), quantity: "", end, after });
    }
    let mut numeral = number(rest)?;
    if currency {
        magnified(&mut numeral, rest);
    }
    let mut end = at + numeral.len;
    if let Some((value, len)) = tenths(&numeral, text.get(end..)?) {
        numeral.value = Ok(value);
        end += len;
        let after = bound::after(text, end, lexicon);
        return Some(Part { numeral, share: true, unit: "", unit_at: (at, at), quantity: "", end, after });
    }
    // 3000以上人次: the word may stand between.
    let between = bound::after(text, end, lexicon).filter(|(_, to, _)| unit(text, *to, lexicon).is_some());
    let from = between.map_or(end, |(_, to, _)| to);
    let (unit, quantity, unit_end) = unit(text, from, lexicon).unwrap_or(("", "", end));
    let unit_at = (unit_end - unit.len(), unit_end);
    end = unit_end;
    // 1300家余, 30家多: 余 behind the unit is rare, and 多 there begins another word.
    let after = between.or_else(|| bound::after(text, end, lexicon)).or_else(|| bound::inside(text, end, quantity));
    Some(Part { numeral, share: false, unit, unit_at, quantity, end, after })
}

/// The number at the start of a text, in full-width digits too, or in English words.
fn number(text: &str) -> Option<Numeral> {
    let first = text.chars().next()?;
    if first.is_ascii_alphabetic() {
        return super::english::numeral(text);
    }
    // A hyphen in running text is hardly ever a minus.
    if printed::narrow(first) == '-' {
        return None;
    }
    if printed::narrow(first) == first {
        let mut numeral = printed::numeral(text)?;
        // 2，360个: the comma of the wrong width.
        let grouped = text
            .get(..numeral.len)
            .is_some_and(|span| span.len() <= 3 && span.bytes().all(|byte| byte.is_ascii_digit()))
            && text
                .get(numeral.len..)
                .and_then(|rest| rest.strip_prefix('，'))
                .is_some_and(|rest| rest.bytes().take(4).take_while(u8::is_ascii_digit).count() == 3);
        if grouped {
            return narrowed(text);
        }
        // １ and 1 in one number, or the blank of another width between its groups.
        if text.get(numeral.len..).is_some_and(|rest| {
            rest.starts_with(|char| matches!(char, '０'..='９' | '．' | '\u{a0}' | '\u{2009}' | '\u{202f}'))
        }) {
            numeral = narrowed(text)?;
        }
        return Some(numeral);
    }
    narrowed(text)
}

/// How many characters of a number in full-width digits are looked at.
const WINDOW: usize = 64;

fn narrowed(text: &str) -> Option<Numeral> {
    let plain: String = text.chars().take(WINDOW).map(printed::narrow).collect();
    let mut numeral = printed::numeral(&plain)?;
    let chars = plain.get(..numeral.len)?.chars().count();
    numeral.len = text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at);
    Some(numeral)
}

/// £3.4m, $2bn, £250k.
fn magnified(numeral: &mut Numeral, text: &str) {
    let after = text.get(numeral.len..).unwrap_or_default();
    for (letters, power) in [("bn", 9), ("m", 6), ("k", 3)] {
        let rest = after.get(..letters.len()).filter(|start| start.eq_ignore_ascii_case(letters));
        let ends =
            !after.get(letters.len()..).is_some_and(|rest| rest.starts_with(|char: char| char.is_ascii_alphanumeric()));
        if rest.is_some() && ends {
            numeral.len += letters.len();
            numeral.value = numeral.value.and_then(|value| Decimal::scaled(1, power)?.checked_mul(value));
            numeral.rounded_to = Some(power);
            return;
        }
    }
}

/// 九成, 七成五: tenths, in per cent; not 成立, 成功.
fn tenths(numeral: &Numeral, rest: &str) -> Option<(Decimal, usize)> {
    let after = rest.strip_prefix('成')?;
    if after.starts_with([
        '立', '为', '功', '果', '员', '长', '本', '效', '熟', '都', '人', '片', '品', '套', '才', '年', '就', '渝',
        '份', '绩',
    ]) {
        return None;
    }
    let value = numeral.value.ok().filter(|value| *value <= Decimal::from(10))?;
    let half = after.strip_prefix('五').is_some() && value < Decimal::from(10);
    let value = value.checked_mul(Decimal::from(10)).ok()?;
    if half {
        return Some((value.checked_add(Decimal::from(5)).ok()?, "成五".len()));
    }
    Some((value, "成".len()))
}

/// The blanks that may stand between a number and its unit.
pub(super) fn blanks(text: &str) -> usize {
    text.chars()
        .take_while(|char| matches!(char, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{3000}'))
        .take(2)
        .map(char::len_utf8)
        .sum()
}

/// The unit at a byte: as written, what it measures, and where it ends.
fn unit<'t>(text: &'t str, at: usize, lexicon: &Lexicon) -> Option<(&'t str, &'static str, usize)> {
    let from = at + blanks(text.get(at..)?);
    let rest = text.get(from..)?;
    let (word, entry) = lexicon.units.longest(rest)?;
    // 5部门, 3条例: a longer word that is no unit. Verbs too: 为500户分配.
    if lexicon.senses.longest(rest).is_some_and(|(other, sense)| {
        other.len() > word.len()
            && matches!(sense, Sense::Word | Sense::Verb | Sense::Behind | Sense::Name | Sense::List | Sense::Place)
    }) {
        return None;
    }
    if word.is_ascii() && !rest.starts_with(word) && word.len() < 3 {
        return None;
    }
    let mut end = from + word.len();
    // 项次, 张次: times of what is counted.
    if entry.counted && text.get(end..)?.starts_with('次') && !text.get(end..)?.starts_with("次数") {
        end += '次'.len_utf8();
    }
    // 套（间）, 个(处), 人（次）.
    for (open, close) in [('（', '）'), ('(', ')')] {
        let Some(inner) = text.get(end..)?.strip_prefix(open) else { continue };
        let Some((known, _)) =
            lexicon.units.longest(inner).or_else(|| inner.starts_with('次').then_some(("次", entry)))
        else {
            continue;
        };
        if inner.get(known.len()..).is_some_and(|rest| rest.starts_with(close)) {
            end += open.len_utf8() + known.len() + close.len_utf8();
        }
    }
    // 微克/立方米, 元/人·月, 吨/日; not 28条/15公里.
    for _ in 0..2 {
        let Some(inner) = text.get(end..)?.strip_prefix(['/', '／', '·']) else { break };
        let sign = text.get(end..)?.len() - inner.len();
        let known = lexicon.units.longest(inner).map(|(word, _)| word.len());
        let heads = ["千人", "万人", "百人", "百户"].into_iter().find(|word| inner.starts_with(word)).map(str::len);
        let Some(len) = heads.or(known).or_else(|| {
            inner
                .starts_with(['人', '户', '日', '月', '年', '天', 'd', 'h', 's'])
                .then(|| inner.chars().next().map_or(0, char::len_utf8))
        }) else {
            break;
        };
        end += sign + len;
    }
    Some((text.get(from..end)?, entry.quantity, end))
}

/// The second number of a range: 3—5个, 800个至1000个, 2-3万, between 900 and 1,100.
fn range<'t>(text: &'t str, at: usize, first: &Part<'t>, lexicon: &Lexicon, currency: bool) -> Option<Part<'t>> {
    let rest = text.get(first.end..)?;
    let blank = blanks(rest);
    let rest = rest.get(blank..)?;
    let sign = match rest.chars().next()? {
        sign @ ('—' | '–' | '－' | '-' | '~' | '～' | '至' | '到' | '―' | '─') => {
            rest.get(..sign.len_utf8())?
        }
        _ => ["to ", "and "].into_iter().find(|sign| rest.starts_with(sign))?,
    };
    let before = text.get(..at)?.trim_end();
    let latin = before.ends_with("between") || before.ends_with("from");
    // From six to nine is a change, not a range.
    if sign == "to " && before.ends_with("from") {
        return None;
    }
    if sign == "and " && !latin || sign == "to " && blank == 0 || first.numeral.script == Script::Chinese && sign == "-"
    {
        return None;
    }
    let mut from = first.end + blank + sign.len();
    from += blanks(text.get(from..)?);
    if currency {
        from += self::currency(text.get(from..)?).len();
    }
    let second = part(text, from, lexicon, currency)?;
    if second.numeral.is_bare()
        || second.share != first.share && !first.unit.is_empty()
        || !first.unit.is_empty() && first.unit != second.unit
    {
        return None;
    }
    let (low, high) = (first.numeral.value.ok()?, second.numeral.value.ok()?);
    (low <= high).then_some(second)
}

impl<'t> Figure<'t> {
    /// Whether it has three digits or more before the zeros at its end: a figure that was counted, not set.
    pub(super) fn is_odd(&self) -> bool {
        let Some(value) = self.low.or(self.high) else { return false };
        let mut digits = value.mantissa().unsigned_abs();
        while digits > 0 && digits.is_multiple_of(10) {
            digits /= 10;
        }
        digits >= 100
    }

    /// A span that names something and counts nothing.
    pub(super) fn nothing(start: usize, end: usize) -> Figure<'t> {
        Figure {
            start,
            end,
            low: None,
            high: None,
            bound: Bound::Exact,
            unit: "",
            unit_at: (start, start),
            quantity: "",
            cue: "",
            cue_at: (start, start),
            printed: (start, end),
            script: Script::Arabic,
        }
    }
}
