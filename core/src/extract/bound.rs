//! The words that bound a figure: before it, behind it, and some words away.

use super::dictionary::{clause_head, head_back};
use super::figure::{Lexicon, blanks};
use crate::printed;
use crate::programme::Bound;

/// 28 days or fewer, 200 or more.
const ENGLISH_AFTER: [(&str, Bound); 5] = [
    ("or more", Bound::AtLeast),
    ("or over", Bound::AtLeast),
    ("or fewer", Bound::AtMost),
    ("or less", Bound::AtMost),
    ("or under", Bound::AtMost),
];

/// 以上, 左右 at a byte, behind a short remark in brackets too: where the word begins and ends.
pub(super) fn after(text: &str, at: usize, lexicon: &Lexicon) -> Option<(usize, usize, Bound)> {
    let rest = text.get(at..)?;
    let mut from = at + blanks(rest);
    if rest.starts_with(['（', '(']) {
        let (close, _) = rest.char_indices().take(12).find(|(_, char)| matches!(char, '）' | ')'))?;
        from = at + close + rest.get(close..)?.chars().next()?.len_utf8();
        // （含）以上
    }
    let rest = text.get(from..)?;
    let english = || ENGLISH_AFTER.into_iter().find(|(word, _)| rest.starts_with(word));
    let (word, bound) = lexicon.after.longest(rest).or_else(english)?;
    Some((from, from + word.len(), bound))
}

/// 1个工作日内, 30分钟内: a time is an upper bound there.
pub(super) fn inside(text: &str, at: usize, quantity: &str) -> Option<(usize, usize, Bound)> {
    let rest = text.get(at..)?;
    (quantity == "time" && rest.starts_with('内')).then(|| (at, at + '内'.len_utf8(), Bound::AtMost))
}

/// The word of a bound that ends where a figure begins: where it begins.
pub(super) fn before(text: &str, at: usize, bare: bool, lexicon: &Lexicon) -> Option<(usize, Bound)> {
    let before = text.get(..at)?;
    let trimmed = before.trim_end_matches(' ');
    let last = trimmed.chars().next_back()?;
    if last.is_ascii_digit() || matches!(last, '，' | '。' | '、' | '；' | '：') {
        return None;
    }
    let tail = trimmed.as_bytes();
    for &(word, bound) in lexicon.before.get(&last.to_ascii_lowercase())? {
        let Some(from) = tail.len().checked_sub(word.len()) else { continue };
        if !tail.get(from..).is_some_and(|end| end.eq_ignore_ascii_case(word.as_bytes())) {
            continue;
        }
        let previous = before.get(..from)?.chars().next_back();
        // 上百, 过万 stand before a bare multiplier only.
        let alone = matches!(word, "上" | "过") && !bare;
        let other = match word {
            "约" => ['节', '签', '预', '履', '公', '特', '契', '大', '邀', '违', '条'].as_slice(),
            "近" => ['最', '附', '临', '邻', '靠', '亲', '就', '远', '将', '接'].as_slice(),
            "超" => ['彩', 'B', 'b', '高', '赶', '反'].as_slice(),
            "上" => ['以', '之', '网', '线'].as_slice(),
            "过" => ['通', '经', '不'].as_slice(),
            "高于" | "低于" | "多于" | "少于" | "小于" | "大于" => ['不'].as_slice(),
            _ => [].as_slice(),
        };
        let inside_word = word.is_ascii() && previous.is_some_and(|char| char.is_ascii_alphanumeric());
        let latin_glued = word.as_bytes().last().is_some_and(u8::is_ascii_alphabetic) && trimmed.len() == before.len();
        if alone || inside_word || latin_glued || previous.is_some_and(|char| other.contains(&char)) {
            continue;
        }
        return Some((from, bound));
    }
    None
}

/// "No household will wait more than 30 days" is a ceiling.
pub(super) fn negated(text: &str, from: usize, bound: Bound) -> Bound {
    if bound != Bound::MoreThan {
        return bound;
    }
    let near = head_back(text.get(..from).unwrap_or_default(), 60);
    let sentence = near.rsplit(['.', ',', ':', ';', '\n']).next().unwrap_or_default().trim_start();
    let no = ["no ", "No ", "that no "].iter().any(|word| sentence.starts_with(word)) || sentence.contains(" that no ");
    if no { Bound::AtMost } else { bound }
}

/// 超过65%的承诺, 超出3200名的计划
pub(super) fn names_aim(text: &str, end: usize) -> bool {
    let words = ["目标", "计划", "任务", "承诺", "指标", "控制"];
    let rest = text.get(end..).and_then(|rest| rest.strip_prefix('的').or_else(|| rest.strip_prefix("以内的")));
    rest.is_some_and(|rest| words.iter().any(|word| clause_head(rest, 6).contains(word)))
}

/// Words that bound a figure some words further on: 不高于市场价的七成, 至少配备社工15名.
const FAR: [&str; 9] = ["不低于", "不少于", "不小于", "至少", "不高于", "不超过", "最高", "最多", "至多"];

/// The last such word, if nothing but words stands between it and the figure.
pub(super) fn far(text: &str, at: usize) -> Option<(usize, Bound)> {
    let before = text.get(..at)?;
    for (from, char) in before.char_indices().rev().take(16) {
        match char {
            // What each of them begins with.
            '不' | '至' | '最' => {
                let rest = before.get(from..)?;
                if let Some(word) = FAR.into_iter().find(|word| rest.starts_with(word)) {
                    let (_, bound) = printed::before().find(|(known, _)| *known == word)?;
                    return Some((from, bound));
                }
            }
            '0'..='9' | '，' | '。' | '；' | '：' | '、' | ',' | ';' | ':' | '（' | '）' | '\n' | '|' | '\t' => {
                return None;
            }
            _ => (),
        }
    }
    None
}

/// Where the word of a bound ends, be it right before the figure or further away.
pub(super) fn cue_end(text: &str, from: usize, at: usize) -> usize {
    let words = text.get(from..at).unwrap_or_default();
    let far = FAR.into_iter().find(|word| words.starts_with(word)).map(str::len);
    from + far.unwrap_or(words.trim_end().len())
}
