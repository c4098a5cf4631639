//! Line breaking for titles that mix Chinese, Latin words and numbers.
//!
//! The rules are those of Chinese composition (GB/T 15834 and the W3C's clreq, "prohibition rules"): no line starts with
//! a closing mark or a stop, none ends with an opening one. A number stays with its unit (`39部`, `9935人次`, `1.9万人`) and
//! with the word that bounds it (`约400张`). A word too long for a line is broken rather than cut.

use super::measure::{Face, is_wide, is_zero};

/// Marks that may not start a line.
const NOT_FIRST: &str = "，。、；：！？）》〉”’」』】〕％‰…—·,.;:!?)]}%°~～";
/// Marks, and words that bound the figure behind them, that may not end a line.
const NOT_LAST: &str = "（《〈“‘「『【〔([{＞＜≥≤>#约超逾近达满第";
/// Two-character units, which stay whole behind a number.
const UNITS: [&str; 22] = [
    "人次", "公里", "平方", "方米", "千米", "公顷", "万元", "亿元", "万人", "万户", "万吨", "万亩", "万平", "户次",
    "场次", "万个", "万次", "家次", "小时", "分钟", "个百", "百分",
];

/// Breaks text into lines that are at most `width` pixels wide in `face`.
///
/// Nothing is lost but the blanks at a break; no line is wider than `width` unless it is a single glyph; there is always
/// at least one line. Line feeds and tabs count as blanks.
///
/// ```
/// use pledgeboard_wasm::text::{Face, wrap};
///
/// let lines = wrap("新增停车泊位1200个，改造老旧小区", Face::regular(10.0), 90.0);
/// assert_eq!(lines, ["新增停车泊位", "1200个，改造老旧", "小区"]);
/// ```
pub fn wrap(text: &str, face: Face, width: f64) -> Vec<String> {
    let clusters = clusters(text, face);
    let mut lines = Vec::new();
    let mut rest = clusters.as_slice();
    while let Some(count) = fit(rest, width) {
        let (line, next) = rest.split_at(count);
        let joined = line.iter().map(|c| c.text.as_str()).collect::<String>();
        let trimmed = joined.trim_matches(' ');
        if !trimmed.is_empty() {
            lines.push(trimmed.to_owned());
        }
        rest = next;
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// Breaks text like [`wrap`] into the same number of lines, but where its clauses end if that can be had, and else
/// into lines of about equal length, so that a headline does not end in a line of one word.
///
/// ```
/// use pledgeboard_wasm::text::{Face, balance};
///
/// let lines = balance("11项公布了结果，全部达标；9项没有公布", Face::bold(10.0), 150.0);
/// assert_eq!(lines, ["11项公布了结果，全部达标；", "9项没有公布"]);
/// ```
pub fn balance(text: &str, face: Face, width: f64) -> Vec<String> {
    const TRIED: u32 = 16;
    let mut best = wrap(text, face, width);
    let count = best.len();
    if count < 2 {
        return best;
    }
    let mut whole = clauses(&best);
    for step in 1..TRIED {
        // Ever narrower: at an equal number of clause ends, the narrower the more even.
        let narrower = width * (1.0 - f64::from(step) / f64::from(TRIED) * 0.6);
        let lines = wrap(text, face, narrower);
        if lines.len() > count {
            break;
        }
        if clauses(&lines) >= whole && lines.iter().all(|line| face.width(line) <= narrower) {
            whole = clauses(&lines);
            best = lines;
        }
    }
    best
}

/// How many lines but the last end where a clause does.
fn clauses(lines: &[String]) -> usize {
    let ends = |line: &String| line.ends_with(['，', '、', '；', '：', '。', ',', ';', ':', '.']);
    lines.iter().rev().skip(1).filter(|line| ends(line)).count()
}

/// A character with the marks that stand on it.
struct Cluster {
    text: String,
    first: char,
    width: f64,
}

fn clusters(text: &str, face: Face) -> Vec<Cluster> {
    let mut found: Vec<Cluster> = Vec::new();
    for c in text.chars() {
        let c = if matches!(c, '\n' | '\r' | '\t' | '\u{3000}') { ' ' } else { c };
        match found.last_mut() {
            Some(last) if is_zero(c) && last.first != ' ' => last.text.push(c),
            _ => found.push(Cluster { text: String::from(c), first: c, width: face.advance(c) }),
        }
    }
    found
}

/// How many clusters the next line takes; `None` when nothing is left.
fn fit(rest: &[Cluster], width: f64) -> Option<usize> {
    if rest.is_empty() {
        return None;
    }
    // Blanks at the start of a line are trimmed and take no room.
    let start = rest.iter().take_while(|c| c.first == ' ').count();
    let mut used = 0.0;
    // Where the line may end, and where it ends rather than inside of a word: behind a blank that ties.
    let (mut allowed, mut tied) = (0, 0);
    for (index, cluster) in rest.iter().enumerate().skip(start) {
        if index > start && may_break(rest, index) {
            allowed = index;
        }
        if index > start && rest.get(index - 1).is_some_and(|before| before.first == '\u{a0}') {
            tied = index;
        }
        used += cluster.width;
        if used > width && cluster.first != ' ' && index > start {
            let least = [allowed, tied].into_iter().find(|&at| at > start);
            return Some(least.unwrap_or(index));
        }
    }
    Some(rest.len())
}

/// Whether a line may end before the cluster at `index`.
fn may_break(rest: &[Cluster], index: usize) -> bool {
    let at = |i: usize| rest.get(i).map_or(' ', |c| c.first);
    let (before, after) = (at(index - 1), at(index));
    if after == ' ' || is_one_of(after, NOT_FIRST) {
        return false;
    }
    if before == ' ' {
        // A number and its Latin unit ("2 km") stay together, and so do the groups of a long number.
        let number = index >= 2 && at(index - 2).is_ascii_digit();
        return !(number && (after.is_ascii_digit() || is_short_word(rest, index)));
    }
    if is_one_of(before, NOT_LAST) {
        // 约, 超 … bind only to a figure; as parts of other words they are plain characters.
        let binds = is_one_of(before, "约超逾近达满第");
        return binds && !after.is_ascii_digit();
    }
    if before.is_ascii_digit() && is_wide(after) {
        return false;
    }
    // 2025年1月6日 is one word.
    if matches!(before, '年' | '月') && after.is_ascii_digit() {
        return false;
    }
    if index >= 2 && at(index - 2).is_ascii_digit() {
        let pair: String = [before, after].iter().collect();
        if UNITS.contains(&pair.as_str()) {
            return false;
        }
    }
    is_wide(before) || is_wide(after) || matches!(before, '-' | '–' | '/')
}

/// `set.contains(c)` without the search for a text that it brings along.
fn is_one_of(c: char, set: &str) -> bool {
    set.chars().any(|one| one == c)
}

/// Whether the Latin word that starts at `index` is short enough to be a unit.
fn is_short_word(rest: &[Cluster], index: usize) -> bool {
    let length = rest.iter().skip(index).take_while(|c| c.first.is_ascii_alphabetic() || c.first == '%').count();
    (1..=3).contains(&length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_tied_unit_parts_before_its_letters_do() {
        let face = Face::regular(14.0);
        let lines = wrap("10,000\u{a0}person", face, face.width("10,000\u{a0}per"));
        assert_eq!(lines, ["10,000\u{a0}", "person"]);
    }

    const FACE: Face = Face::regular(10.0);

    #[test]
    fn stops_stay_with_what_they_close() {
        for ems in 2..20 {
            for line in wrap("“常有安居”工程（老旧小区）：加装电梯、改造，完成。", FACE, f64::from(ems) * 10.0)
            {
                let first = line.chars().next().unwrap();
                let last = line.chars().last().unwrap();
                if line.chars().count() > 2 {
                    assert!(!"，。、：”）".contains(first), "{line}");
                    assert!(!"“（".contains(last), "{line}");
                }
            }
        }
    }

    #[test]
    fn numbers_keep_their_units() {
        let lines = wrap("应急救护普及性培训9935人次", FACE, 110.0);
        assert_eq!(lines, ["应急救护普及性培训", "9935人次"]);
        let lines = wrap("about 2 km of trail", FACE, 50.0);
        assert_eq!(lines, ["about", "2 km of", "trail"]);
        let lines = wrap("家庭病床约400张", FACE, 60.0);
        assert_eq!(lines, ["家庭病床", "约400张"]);
    }

    #[test]
    fn a_range_breaks_behind_its_dash() {
        assert_eq!(wrap("20,278,750–20,278,850", FACE, 90.0), ["20,278,750–", "20,278,850"]);
    }

    #[test]
    fn a_long_word_is_broken_not_cut() {
        let lines = wrap("Donaudampfschifffahrt", FACE, 50.0);
        assert!(lines.len() > 1);
        assert_eq!(lines.concat(), "Donaudampfschifffahrt");
    }

    #[test]
    fn empty_text_is_one_empty_line() {
        assert_eq!(wrap("", FACE, 50.0), [""]);
        assert_eq!(wrap("  \n ", FACE, 50.0), [""]);
    }

    #[test]
    fn a_balanced_headline_has_no_orphan() {
        let text = "钟楼区2024年民生实事：20项已知承诺中，11项公布了结果，全部达标";
        let greedy = wrap(text, FACE, 280.0);
        let balanced = balance(text, FACE, 280.0);
        assert_eq!(greedy.len(), balanced.len());
        let shortest = |lines: &[String]| lines.iter().map(|line| line.chars().count()).min().unwrap_or(0);
        assert!(shortest(&balanced) >= shortest(&greedy));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_sticks_out(
            text in "[a-c0-9 ，。“”（）约加装电梯人次%.\u{301}-]{0,60}",
            ems in 1..30_i32,
        ) {
            let width = f64::from(ems) * 7.0;
            for lines in [wrap(&text, FACE, width), balance(&text, FACE, width)] {
                let kept: String = lines.concat().chars().filter(|c| *c != ' ').collect();
                let wanted: String = text.chars().filter(|c| *c != ' ').collect();
                prop_assert_eq!(kept, wanted);
                for line in &lines {
                    let glyphs = line.chars().filter(|c| !is_zero(*c)).count();
                    prop_assert!(FACE.width(line) <= width + 1e-9 || glyphs <= 1, "{} in {}", line, width);
                }
            }
        }

        #[test]
        fn any_text_at_any_width(text in "\\PC{0,80}", width in -10.0..400.0_f64) {
            prop_assert!(!wrap(&text, FACE, width).is_empty());
        }
    }
}
