//! Gathering faults while reading, and telling them afterwards.
//!
//! A fault is noted as a kind, a byte and up to two words of the document. Only when reading is over do they become
//! sentences, lines and pointers: a document without faults pays for none of it.

use super::diagnostic::{Diagnostic, Severity};
use super::json::{Node, Value};
pub(super) use super::words::Kind;
use super::words::Words;
use crate::number::plain;
use crate::order::sorted;

/// After this many, one more says that the rest is not told.
const MOST: usize = 1000;
/// How many characters of a value are quoted.
const QUOTED: usize = 40;
/// How many of what it is held against, which may be a list of words to choose from.
const QUOTED_LIST: usize = 80;

/// Notes a fault: `fault!(faults, kind, at, a, b)`.
///
/// Without the feature `diagnostics` it is only asked whether it is an error. A macro, so that then nobody works out where
/// it stands and which words it quotes.
macro_rules! fault {
    ($faults:expr, $kind:expr, $at:expr, $a:expr, $b:expr) => {
        if cfg!(feature = "diagnostics") { $faults.add($kind, $at, $a, $b) } else { $faults.count($kind) }
    };
}
pub(super) use fault;

struct Fault {
    kind: Kind,
    at: usize,
    /// What takes the place of `{a}` and `{b}` in the sentences.
    words: [String; 2],
}

/// The faults found so far.
#[derive(Default)]
pub(super) struct Faults {
    list: Vec<Fault>,
    errors: bool,
}

impl Faults {
    /// Notes a fault at a byte of the text.
    pub(super) fn add(&mut self, kind: Kind, at: usize, a: &str, b: &str) {
        let error = kind.severity() == Severity::Error;
        if self.list.len() < MOST {
            self.list.push(Fault { kind, at, words: [quoted(a, QUOTED), quoted(b, QUOTED_LIST)] });
        } else if self.list.len() == MOST || error && !self.errors {
            // The reader of the list must see an error wherever there is one.
            self.list.truncate(MOST);
            let kind = if error { Kind::TooManyErrors } else { Kind::TooManyWarnings };
            self.list.push(Fault { kind, at, words: [String::new(), String::new()] });
        }
        self.errors |= error;
    }

    /// The same for readers who tell nobody what it was.
    pub(super) fn count(&mut self, kind: Kind) {
        self.errors |= kind.severity() == Severity::Error;
    }

    /// What a page's first program cannot read (it knows no Chinese numerals) is for the whole one.
    pub(super) fn leave(&mut self) {
        self.errors |= cfg!(not(feature = "diagnostics"));
    }

    /// Whether more warnings would only be counted: then nobody need think about their words.
    pub(super) fn enough(&self) -> bool {
        cfg!(not(feature = "diagnostics")) || self.list.len() > MOST
    }

    /// Whether one of them is an error.
    pub(super) fn any_errors(&self) -> bool {
        self.errors
    }

    /// The faults as people read them, in the order of the text.
    pub(super) fn tell(self, text: &str, root: &Node<'_>) -> Vec<Diagnostic> {
        if cfg!(not(feature = "diagnostics")) {
            return Vec::new();
        }
        let at = |index: usize| self.list.get(index).map(|fault| fault.at);
        let order = sorted(self.list.len(), &|a, b| at(a).cmp(&at(b)));
        let (mut line, mut column, mut passed) = (1, 1, 0);
        // A byte-order mark is seen by nobody.
        if text.starts_with('\u{feff}') {
            passed = '\u{feff}'.len_utf8();
        }
        let mut diagnostics = Vec::with_capacity(order.len());
        for index in order {
            let Some(Fault { kind, at, words }) = self.list.get(index) else { continue };
            for char in text.get(passed..*at).unwrap_or("").chars() {
                column += 1;
                if char == '\n' {
                    (line, column) = (line + 1, 1);
                }
            }
            passed = passed.max(*at);
            let Words { code, message: [zh, en], hint: [zh_hint, en_hint] } = kind.words();
            let fill = |template| filled(template, words);
            diagnostics.push(Diagnostic {
                severity: kind.severity(),
                code,
                // What stands after the document is in none of its values.
                pointer: if *kind == Kind::TrailingText { String::new() } else { pointer(root, *at) },
                line,
                column,
                message: [fill(zh), fill(en)],
                hint: [fill(zh_hint), fill(en_hint)],
            });
        }
        diagnostics
    }
}

/// The sentence with its words in place.
fn filled(template: &str, words: &[String; 2]) -> String {
    let mut sentence = String::new();
    for (index, piece) in template.split('{').enumerate() {
        // Any other brace is meant as one.
        let (word, rest) = match (piece.strip_prefix("a}"), piece.strip_prefix("b}")) {
            (Some(rest), _) => (&*words[0], rest),
            (_, Some(rest)) => (&*words[1], rest),
            _ if index > 0 => ("{", piece),
            _ => ("", piece),
        };
        sentence.push_str(word);
        sentence.push_str(rest);
    }
    sentence
}

/// The start of a value, on one line.
fn quoted(value: &str, most: usize) -> String {
    let mut quote = String::new();
    for (index, char) in value.chars().enumerate() {
        if index == most {
            quote.push('…');
            break;
        }
        quote.push(if char < ' ' { ' ' } else { char });
    }
    quote
}

/// The JSON Pointer (RFC 6901) of the innermost value that starts at or before a byte.
fn pointer(root: &Node<'_>, at: usize) -> String {
    let mut pointer = String::new();
    let mut node = root;
    while at > node.at {
        node = match &node.value {
            Value::List(items) => {
                let Some(index) = items.partition_point(|item| item.at <= at).checked_sub(1) else { break };
                pointer.push('/');
                pointer.push_str(&plain(false, index as u128, 0));
                &items[index]
            }
            Value::Object(members) => {
                let Some(index) = members.partition_point(|member| member.at <= at).checked_sub(1) else { break };
                let member = &members[index];
                pointer.push('/');
                for char in member.key.chars() {
                    match char {
                        '~' => pointer.push_str("~0"),
                        '/' => pointer.push_str("~1"),
                        _ => pointer.push(char),
                    }
                }
                &member.node
            }
            _ => break,
        };
    }
    pointer
}
