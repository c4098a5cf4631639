//! The text as a row of tokens: figures, words that say something of figures, and the places where clauses end.

use super::figure::{Figure, Lexicon, figure};
use super::nature::{self, Day, Nature};
use super::sense::Sense;
use crate::printed::Script;

/// What stands at a place.
#[derive(Clone, Debug)]
pub(super) enum Kind<'t> {
    Figure(Box<Figure<'t>>, Nature),
    Word(Sense),
    Break(Break),
}

/// Where something ends or is set apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Break {
    /// ，
    Comma,
    /// 、
    Pause,
    /// ；
    Semicolon,
    /// 。！？
    Stop,
    /// ：
    Colon,
    /// The end of a line.
    Line,
    /// The end of a cell of a table: a tab or |.
    Cell,
    Open,
    Close,
    Quote,
    Unquote,
}

/// A token and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind<'t>,
}

impl Token<'_> {
    pub(super) fn sense(&self) -> Option<Sense> {
        if let Kind::Word(sense) = self.kind { Some(sense) } else { None }
    }

    pub(super) fn is_break(&self, of: Break) -> bool {
        matches!(self.kind, Kind::Break(found) if found == of)
    }

    /// Whether clauses end here.
    pub(super) fn ends_clause(&self) -> bool {
        matches!(
            self.kind,
            Kind::Break(Break::Comma | Break::Semicolon | Break::Stop | Break::Colon | Break::Line | Break::Cell)
        )
    }

    /// Whether sentences end here.
    pub(super) fn ends_sentence(&self) -> bool {
        matches!(self.kind, Kind::Break(Break::Stop | Break::Line | Break::Cell))
    }

    /// The figure, if it is an amount.
    pub(super) fn amount(&self) -> Option<&Figure<'_>> {
        if let Kind::Figure(figure, Nature::Amount) = &self.kind { Some(figure) } else { None }
    }
}

/// Whether a character can begin a number.
fn begins_number(char: char) -> bool {
    char.is_ascii_digit()
        || matches!(
            char,
            '０'
                ..='９'
                    | '〇'
                    | '零'
                    | '一'
                    | '二'
                    | '两'
                    | '三'
                    | '四'
                    | '五'
                    | '六'
                    | '七'
                    | '八'
                    | '九'
                    | '十'
                    | '廿'
                    | '卅'
                    | '百'
                    | '千'
                    | '万'
                    | '亿'
                    | '£'
                    | '$'
                    | '€'
                    | '¥'
                    | '￥'
        )
}

/// The tokens of a text, in one pass.
pub(super) fn tokens<'t>(text: &'t str, lexicon: &Lexicon) -> Vec<Token<'t>> {
    let mut tokens: Vec<Token<'t>> = Vec::with_capacity(text.len() / 24 + 8);
    let mut at = 0;
    let mut line_start = true;
    let mut heading = 0u32;
    while let Some(char) = text.get(at..).and_then(|rest| rest.chars().next()) {
        // Most characters of most texts: no sign, blank or letter, so that is not asked.
        if !line_start && matches!(char, '\u{4e00}'..='\u{9fff}') {
            at = word(text, at, char, lexicon, &mut tokens);
            continue;
        }
        let len = char.len_utf8();
        let start = at;
        if let Some(found) = breaks(text, at, char) {
            tokens.push(Token { start, end: at + len, kind: Kind::Break(found) });
            at += len;
            line_start = found == Break::Line || line_start && found == Break::Open;
            continue;
        }
        if matches!(char, ' ' | '\u{3000}' | '\u{a0}' | '\u{feff}') {
            at += len;
            // Columns set apart by blanks.
            let wide = char == '\u{3000}' || text.get(at..).is_some_and(|rest| rest.starts_with(' '));
            let apart = |last: &Token<'_>| last.amount().is_some() || last.end < start && !last.ends_clause();
            if wide && !line_start && tokens.last().is_none_or(apart) {
                tokens.push(Token { start, end: at, kind: Kind::Break(Break::Comma) });
            }
            continue;
        }
        // Bullets stand before headings too: ▶ 🔹 •.
        if line_start && is_bullet(char) {
            at += len;
            continue;
        }
        if line_start && let Some((end, number)) = nature::heading(text, at, heading, lexicon) {
            heading = number;
            tokens.push(named(at, end, Nature::Heading(number)));
            at = end;
            line_start = false;
            continue;
        }
        line_start = false;
        if char.is_ascii_alphabetic() {
            at = latin(text, at, lexicon, &mut tokens);
            continue;
        }
        if matches!(char, '①'..='⑳') {
            let number = u32::from(char) - u32::from('①') + 1;
            tokens.push(named(at, at + len, Nature::Heading(number)));
            at += len;
            continue;
        }
        at = word(text, at, char, lexicon, &mut tokens);
    }
    tokens
}

/// A sign that neither begins a figure nor sets anything apart.
fn is_bullet(char: char) -> bool {
    !char.is_alphanumeric() && !"£$€¥￥≥≤<>＜＞+＋±~～①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".contains(char)
}

/// A word of the lexicon, 应装尽装, a number, or nothing; gives where to go on.
fn word<'t>(text: &'t str, at: usize, char: char, lexicon: &Lexicon, tokens: &mut Vec<Token<'t>>) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    if let Some((word, sense)) = lexicon.senses.longest_from(char, rest) {
        let end = at + word.len();
        // 三公里, 十一个: a numeral and its unit are more than the name they begin with.
        if sense == Sense::Name
            && begins_number(char)
            && let Some(figure) = figure(text, at, lexicon)
            && figure.end > end
            && !figure.unit.is_empty()
        {
            return push(text, figure, lexicon, tokens);
        }
        match sense {
            Sense::Word => (),
            Sense::Name => tokens.push(named(at, end, Nature::Name)),
            _ => tokens.push(Token { start: at, end, kind: Kind::Word(sense) }),
        }
        return end;
    }
    // 要新改建, 需更换
    if matches!(char, '要' | '需')
        && rest
            .get(char.len_utf8()..)
            .and_then(|rest| lexicon.senses.longest(rest))
            .is_some_and(|(_, sense)| sense == Sense::Verb)
    {
        let end = at + char.len_utf8();
        tokens.push(Token { start: at, end, kind: Kind::Word(Sense::Will) });
        return end;
    }
    if matches!(char, '应' | '愿' | '能' | '需')
        && let Some(len) = throughout(rest)
    {
        tokens.push(Token { start: at, end: at + len, kind: Kind::Word(Sense::All) });
        return at + len;
    }
    if begins_number(char)
        && let Some(figure) = figure(text, at, lexicon)
    {
        return push(text, figure, lexicon, tokens);
    }
    at + char.len_utf8()
}

/// The length of 应装尽装 and its like: whatever it is, all of it.
fn throughout(text: &str) -> Option<usize> {
    let mut chars = text.chars().skip(1);
    let (verb, all, again) = (chars.next()?, chars.next()?, chars.next()?);
    (all == '尽' && verb == again).then(|| text.chars().take(4).map(char::len_utf8).sum())
}

/// A name, a heading: something with digits that counts nothing.
fn named<'t>(start: usize, end: usize, nature: Nature) -> Token<'t> {
    let figure = Figure::nothing(start, end);
    Token { start, end, kind: Kind::Figure(Box::new(figure), nature) }
}

/// Takes a figure with what it turns out to be; gives where to go on.
fn push<'t>(text: &'t str, figure: Figure<'t>, lexicon: &Lexicon, tokens: &mut Vec<Token<'t>>) -> usize {
    let (start, after) = (figure.start, figure.end);
    let chinese = figure.script != Script::Arabic;
    if let Some((end, day)) = nature::day(text, &figure) {
        tokens.push(named(start, end, Nature::Day(day)));
        return end;
    }
    match nature::of(text, &figure, tokens, lexicon) {
        // 一 of a word nobody listed.
        None if chinese => {
            return start + text.get(start..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        }
        None | Some((_, Nature::Amount)) => {
            tokens.push(Token { start, end: after, kind: Kind::Figure(Box::new(figure), Nature::Amount) });
        }
        Some((end, nature)) => {
            tokens.push(named(start, end, nature));
            return end;
        }
    }
    after
}

/// A run of Latin letters: a word of the lexicon, a number in words, a name with digits (S39, PM2.5), or nothing.
fn latin<'t>(text: &'t str, at: usize, lexicon: &Lexicon, tokens: &mut Vec<Token<'t>>) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let glued = rest.as_bytes().get(letters).is_some_and(u8::is_ascii_digit);
    // AED80台: a thing and its number; S39, PM2.5 are names.
    let counted = letters > 1 && figure(text, at + letters, lexicon).is_some_and(|figure| !figure.unit.is_empty());
    if glued && !counted {
        let run = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'.').count();
        let run = rest.get(..run).map_or(run, |run| run.trim_end_matches('.').len());
        tokens.push(named(at, at + run, Nature::Name));
        return at + run;
    }
    if let Some((month, end)) = nature::month(text, at) {
        tokens.push(named(at, end, Nature::Day(Day { month: Some(month.0), year: month.1, day: month.2 })));
        return end;
    }
    if let Some(figure) = figure(text, at, lexicon) {
        return push(text, figure, lexicon, tokens);
    }
    let known = lexicon.senses.longest(rest);
    // Past forms look back, if weakly; speed and indeed are none.
    let past = |word: &str| word.ends_with("ed") && !word.ends_with("eed");
    if known.is_none() && letters > 4 && rest.get(..letters).is_some_and(past) {
        tokens.push(Token { start: at, end: at + letters, kind: Kind::Word(Sense::Ended) });
        return at + letters;
    }
    if let Some((word, sense)) = known {
        if sense != Sense::Word {
            tokens.push(Token { start: at, end: at + word.len(), kind: Kind::Word(sense) });
        }
        return at + word.len();
    }
    at + letters
}

fn breaks(text: &str, at: usize, char: char) -> Option<Break> {
    let next = || text.get(at + 1..).and_then(|rest| rest.chars().next());
    Some(match char {
        '，' | ',' => Break::Comma,
        '、' => Break::Pause,
        '；' | ';' => Break::Semicolon,
        '。' | '！' | '？' | '!' | '?' => Break::Stop,
        '.' if next().is_none_or(char::is_whitespace) => Break::Stop,
        '：' | ':' => Break::Colon,
        '\n' => Break::Line,
        '|' | '\t' | '｜' => Break::Cell,
        '（' | '(' | '【' | '[' => Break::Open,
        '）' | ')' | '】' | ']' => Break::Close,
        '“' | '「' | '《' => Break::Quote,
        '”' | '」' | '》' => Break::Unquote,
        _ => return None,
    })
}
