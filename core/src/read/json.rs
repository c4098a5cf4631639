//! JSON with places: a tree in which every value knows where it stands.
//!
//! The grammar is RFC 8259. What people get wrong by hand (a comma too many or too few, a full-width `，`, a word
//! without quotes) is a fault, but reading goes on, so that one reading finds as much as it can. Anything worse stops
//! the tree. Linear in time, and recursive only as deep as [`MAX_DEPTH`].

use std::borrow::Cow;

use super::fault::{Faults, Kind, fault};
use crate::order::Index;

/// The longest text that is read, in bytes.
pub(super) const MAX_BYTES: usize = 10_000_000;
/// How deep lists and objects may stand in each other.
const MAX_DEPTH: u32 = 64;

/// A value and the byte at which it starts.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Node<'t> {
    pub(crate) at: usize,
    pub(crate) value: Value<'t>,
}

/// What stands there.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Value<'t> {
    Null,
    Flag(bool),
    /// The digits as written: never a float.
    Number(&'t str),
    Text(Cow<'t, str>),
    List(Vec<Node<'t>>),
    Object(Vec<Member<'t>>),
    /// Something whose fault is told already.
    Broken,
}

/// A key with its value, and the byte at which the key starts.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Member<'t> {
    pub(crate) at: usize,
    pub(crate) key: Cow<'t, str>,
    pub(crate) node: Node<'t>,
}

/// The tree of a text.
pub(super) struct Tree<'t> {
    pub(super) root: Node<'t>,
    /// Whether the text was read to its end; if not, only its faults are worth anything.
    pub(super) whole: bool,
}

/// Reads a text into a tree, with its faults.
pub(super) fn parse<'t>(text: &'t str, faults: &mut Faults) -> Tree<'t> {
    let mut parser = Parser { text, at: 0, depth: 0, stopped: false, faults };
    if text.len() > MAX_BYTES {
        parser.stop(Kind::TooLarge, 0);
    }
    parser.skip_bom();
    if !parser.stopped {
        parser.space();
        match parser.peek() {
            None => parser.stop(Kind::EmptyText, parser.at),
            Some(b'<') => parser.stop(Kind::Html, parser.at),
            _ => (),
        }
    }
    let root = parser.value();
    parser.space();
    if !parser.stopped && parser.at < text.len() {
        fault!(parser.faults, Kind::TrailingText, parser.at, parser.rest(), "");
    }
    Tree { root, whole: !parser.stopped }
}

struct Parser<'t, 'f> {
    text: &'t str,
    /// The next byte; always at the start of a character.
    at: usize,
    depth: u32,
    stopped: bool,
    faults: &'f mut Faults,
}

impl<'t> Parser<'t, '_> {
    /// The next byte; nothing at the end, and nothing after a stop, which is how a stop unwinds.
    fn peek(&self) -> Option<u8> {
        if self.stopped { None } else { self.text.as_bytes().get(self.at).copied() }
    }

    fn rest(&self) -> &'t str {
        self.since(self.at, self.text.len())
    }

    /// What stands between two bytes; each of them at the start of a character.
    fn since(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The next character, also after a stop.
    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Steps over the next character.
    fn step(&mut self) {
        self.at += self.next().map_or(0, char::len_utf8);
    }

    /// Steps over a byte of ASCII, if it is the next one.
    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Steps over a word, if it is next.
    fn eat_word(&mut self, word: &str) -> bool {
        let found = !self.stopped && self.rest().starts_with(word);
        if found {
            self.at += word.len();
        }
        found
    }

    fn skip_bom(&mut self) {
        self.eat_word("\u{feff}");
    }

    fn stop(&mut self, kind: Kind, at: usize) {
        if !self.stopped {
            fault!(self.faults, kind, at, self.since(at, self.text.len()), "");
            self.stopped = true;
        }
    }

    /// Stops at a character that cannot stand here.
    fn unexpected(&mut self) {
        let kind = match self.next() {
            None => Kind::UnexpectedEnd,
            Some('/') => Kind::Comment,
            Some('\'' | '“' | '”' | '‘' | '’' | '「' | '＂') => Kind::WrongQuotes,
            _ => Kind::Unexpected,
        };
        if !self.stopped {
            let start = self.at;
            self.step();
            fault!(self.faults, kind, start, self.since(start, self.at), "");
            self.stopped = true;
        }
    }

    /// Steps over white space. The wide and the sticky blank of word processors are faults, but read as blanks.
    fn space(&mut self) {
        loop {
            let start = self.at;
            match self.peek() {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                Some(0xc2 | 0xe3) if self.eat_word("\u{a0}") || self.eat_word("\u{3000}") => {
                    fault!(self.faults, Kind::WrongPunctuation, start, "␣", " ");
                }
                _ => break,
            }
        }
    }

    /// Steps over a comma or colon. Its full-width sister is a fault, but read as what it is meant to be.
    fn mark(&mut self, byte: u8) -> bool {
        let (wide, narrow) = if byte == b',' { (["，", "、"], ",") } else { (["：", "："], ":") };
        let start = self.at;
        if self.eat(byte) {
            return true;
        }
        let found = self.eat_word(wide[0]) || self.eat_word(wide[1]);
        if found {
            fault!(self.faults, Kind::WrongPunctuation, start, wide[0], narrow);
        }
        found
    }

    fn value(&mut self) -> Node<'t> {
        self.space();
        let at = self.at;
        let value = match self.peek() {
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::list),
            Some(b'"') => Value::Text(self.text()),
            Some(b'-' | b'+' | b'.' | b'0'..=b'9') => self.number(),
            Some(byte) if in_word(byte) && !self.starts_with_mark() => self.word(),
            _ => {
                self.unexpected();
                Value::Broken
            }
        };
        Node { at, value }
    }

    fn nested(&mut self, inner: fn(&mut Self) -> Value<'t>) -> Value<'t> {
        if self.depth == MAX_DEPTH {
            self.stop(Kind::TooDeep, self.at);
            return Value::Broken;
        }
        self.depth += 1;
        self.at += 1;
        let value = inner(self);
        self.depth -= 1;
        value
    }

    /// After a value: whether another one follows before the closing byte. Tells of commas too many and too few.
    fn goes_on(&mut self, close: u8, first: bool) -> bool {
        self.space();
        if self.eat(close) {
            return false;
        }
        if !first {
            let comma = self.at;
            if self.mark(b',') {
                self.space();
                if self.eat(close) {
                    fault!(self.faults, Kind::TrailingComma, comma, "", "");
                    return false;
                }
            } else if matches!(self.peek(), Some(b'"' | b'{' | b'[' | b'-' | b'0'..=b'9')) {
                fault!(self.faults, Kind::MissingComma, self.at, "", "");
            } else {
                self.unexpected();
            }
        }
        !self.stopped
    }

    fn list(&mut self) -> Value<'t> {
        let mut items = Vec::new();
        while self.goes_on(b']', items.is_empty()) {
            items.push(self.value());
        }
        Value::List(items)
    }

    fn object(&mut self) -> Value<'t> {
        let mut members = Vec::new();
        while self.goes_on(b'}', members.is_empty()) {
            let at = self.at;
            let key = match self.peek() {
                Some(b'"') => self.text(),
                Some(byte) if in_word(byte) && !self.starts_with_mark() => {
                    let word = self.take_word();
                    fault!(self.faults, Kind::Unquoted, at, word, "");
                    Cow::Borrowed(word)
                }
                _ => {
                    self.unexpected();
                    break;
                }
            };
            self.space();
            if !self.mark(b':') {
                if self.peek().is_some_and(|byte| in_word(byte) || matches!(byte, b'"' | b'{' | b'[' | b'-')) {
                    fault!(self.faults, Kind::MissingColon, self.at, &key, "");
                } else {
                    self.unexpected();
                    break;
                }
            }
            let node = self.value();
            members.push(Member { at, key, node });
        }
        let index = Index::new(members.iter().map(|member| (&*member.key, member.at)).collect());
        index.repeated(&mut |key, at, _| fault!(self.faults, Kind::DuplicateKey, at, key, ""));
        Value::Object(members)
    }

    /// Whether a full-width mark stands here, which is no part of a word.
    fn starts_with_mark(&self) -> bool {
        matches!(
            self.next(),
            Some('，' | '、' | '：' | '“' | '”' | '‘' | '’' | '「' | '」' | '＂' | '｛' | '｝' | '［' | '］')
        )
    }

    fn take_word(&mut self) -> &'t str {
        let start = self.at;
        while self.peek().is_some_and(in_word) && !self.starts_with_mark() {
            self.step();
        }
        self.since(start, self.at)
    }

    fn word(&mut self) -> Value<'t> {
        let start = self.at;
        match self.take_word() {
            "true" => Value::Flag(true),
            "false" => Value::Flag(false),
            "null" => Value::Null,
            word => {
                fault!(self.faults, Kind::Unquoted, start, word, "");
                Value::Broken
            }
        }
    }

    fn number(&mut self) -> Value<'t> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E' | b'_')) {
            self.at += 1;
        }
        let number = self.since(start, self.at);
        // Out of range is a fault of the field, not of the grammar.
        if number.parse::<crate::Decimal>().is_err_and(|error| error.is_number()) {
            fault!(self.faults, Kind::InvalidNumber, start, number, "");
            return Value::Broken;
        }
        Value::Number(number)
    }

    fn text(&mut self) -> Cow<'t, str> {
        self.at += 1;
        let mut start = self.at;
        let mut unescaped = String::new();
        let mut told = false;
        loop {
            match self.peek() {
                None => {
                    self.stop(Kind::UnexpectedEnd, self.text.len());
                    return Cow::Owned(unescaped);
                }
                Some(b'"') => {
                    let last = self.since(start, self.at);
                    self.at += 1;
                    return if unescaped.is_empty() {
                        Cow::Borrowed(last)
                    } else {
                        unescaped.push_str(last);
                        Cow::Owned(unescaped)
                    };
                }
                Some(b'\\') => {
                    unescaped.push_str(self.since(start, self.at));
                    unescaped.push(self.escape());
                    start = self.at;
                }
                Some(byte) => {
                    let hidden = matches!(self.next(), Some('\u{fffe}' | '\u{ffff}'));
                    if (byte < 0x20 || hidden) && !told {
                        let kind = if hidden { Kind::InvisibleCharacter } else { Kind::ControlCharacter };
                        fault!(self.faults, kind, self.at, "", "");
                        told = true;
                    }
                    self.step();
                }
            }
        }
    }

    /// The character that an escape stands for.
    fn escape(&mut self) -> char {
        let start = self.at;
        self.at += 1;
        let letter = self.next();
        self.step();
        match letter {
            Some(same @ ('"' | '\\' | '/')) => same,
            Some('n') => '\n',
            Some('t') => '\t',
            Some('r') => '\r',
            Some('u') => self.unicode(start),
            // No document, page or picture can show these two.
            Some('b' | 'f') => {
                fault!(self.faults, Kind::InvisibleCharacter, start, "", "");
                ' '
            }
            Some(other) => {
                fault!(self.faults, Kind::InvalidEscape, start, self.since(start, self.at), "");
                other
            }
            None => ' ',
        }
    }

    /// The character of `\uXXXX`, or of two of them.
    fn unicode(&mut self, start: usize) -> char {
        let Some(unit) = self.hex() else {
            fault!(self.faults, Kind::InvalidEscape, start, self.since(start, self.at), "");
            return char::REPLACEMENT_CHARACTER;
        };
        let mut code = unit;
        if (0xd800..0xdc00).contains(&unit) {
            let after = self.at;
            match self.eat_word("\\u").then(|| self.hex()).flatten() {
                Some(low) if (0xdc00..0xe000).contains(&low) => {
                    code = 0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
                }
                _ => self.at = after,
            }
        }
        let allowed = code >= 0x20 && code != 0xfffe && code != 0xffff || matches!(code, 9 | 10 | 13);
        if !allowed {
            fault!(self.faults, Kind::InvisibleCharacter, start, "", "");
        }
        char::from_u32(code).unwrap_or_else(|| {
            fault!(self.faults, Kind::LoneSurrogate, start, self.since(start, self.at), "");
            char::REPLACEMENT_CHARACTER
        })
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        let code = digits.chars().try_fold(0, |code, digit| Some(code * 16 + digit.to_digit(16)?))?;
        self.at += 4;
        Some(code)
    }
}

/// Whether a byte can be of a word: a letter, a digit, anything beyond ASCII.
fn in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'%') || byte >= 0x80
}
