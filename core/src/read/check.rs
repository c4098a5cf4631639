//! What can be said of each field by itself, in one walk along the shape of the format.

use super::fault::{Faults, Kind, fault};
use super::json::{Member, Node, Value};
use super::shape::{FORMAT, Form, Shape};
use crate::programme::{Percentage, Weight};
use crate::{Date, Decimal};

/// Checks an object and everything in it.
pub(super) fn object(node: &Node<'_>, shape: &Shape, faults: &mut Faults) {
    let members = match &node.value {
        Value::Object(members) => members,
        Value::Broken => return,
        _ => return fault!(faults, Kind::ExpectedObject, node.at, "", ""),
    };
    for name in shape.required {
        if !members.iter().any(|member| member.key == *name) {
            fault!(faults, Kind::MissingField, node.at, name, "");
        }
    }
    for member in members {
        match shape.fields.iter().find(|(name, _)| member.key == *name) {
            Some((_, form)) => field(member, *form, faults),
            None if faults.enough() => (),
            None => match nearest(&member.key, shape) {
                Some(name) => fault!(faults, Kind::MisspeltField, member.at, &member.key, name),
                None => fault!(faults, Kind::UnknownField, member.at, &member.key, ""),
            },
        }
    }
}

fn field(member: &Member<'_>, form: Form, faults: &mut Faults) {
    let node = &member.node;
    match form {
        _ if matches!(node.value, Value::Broken) => (),
        Form::Object(shape) => object(node, shape, faults),
        Form::Objects(shape) => each(node, faults, &mut |item, faults| object(item, shape, faults)),
        Form::Texts => each(node, faults, &mut |item, faults| text(item, Form::Title, &member.key, faults)),
        Form::References => each(node, faults, &mut |item, faults| text(item, Form::References, &member.key, faults)),
        Form::Labels => match &node.value {
            Value::Object(labels) => labels.iter().for_each(|label| text(&label.node, Form::Text, &label.key, faults)),
            _ => fault!(faults, Kind::ExpectedObject, node.at, "", ""),
        },
        Form::Flag => {
            if !matches!(node.value, Value::Flag(_)) {
                fault!(faults, Kind::ExpectedFlag, node.at, "", "");
            }
        }
        Form::Figure | Form::Printed | Form::Percent | Form::Weight => number(node, form, faults),
        _ => text(node, form, &member.key, faults),
    }
}

fn each(node: &Node<'_>, faults: &mut Faults, check: &mut dyn FnMut(&Node<'_>, &mut Faults)) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| check(item, faults)),
        _ => fault!(faults, Kind::ExpectedList, node.at, "", ""),
    }
}

fn number(node: &Node<'_>, form: Form, faults: &mut Faults) {
    let digits = match &node.value {
        Value::Number(digits) => digits,
        Value::Text(text) => &**text,
        _ => return fault!(faults, Kind::ExpectedNumber, node.at, "", ""),
    };
    let kind = match digits.parse::<Decimal>() {
        Err(error) if error.is_number() => Kind::InvalidNumber,
        Err(_) => Kind::OutOfRange,
        Ok(value) => match form {
            Form::Percent if Percentage::new(value).is_err() => Kind::NotPercentage,
            Form::Weight if Weight::new(value).is_err() => Kind::WeightOutOfRange,
            _ => return,
        },
    };
    fault!(faults, kind, node.at, digits, "");
}

fn text(node: &Node<'_>, form: Form, name: &str, faults: &mut Faults) {
    let text = match &node.value {
        Value::Text(text) => &**text,
        Value::Broken => return,
        _ => return fault!(faults, Kind::ExpectedText, node.at, "", ""),
    };
    let (fine, kind) = match form {
        Form::Format => (text == FORMAT, Kind::UnknownFormat),
        Form::Title => {
            if text.trim().is_empty() {
                fault!(faults, Kind::EmptyField, node.at, name, "");
            }
            return;
        }
        Form::Id => (is_id(text), Kind::InvalidId),
        Form::References => (
            text.split_once('#').is_some_and(|(programme, commitment)| is_id(programme) && is_id(commitment)),
            Kind::InvalidContinues,
        ),
        Form::Date => (text.parse::<Date>().is_ok(), Kind::InvalidDate),
        Form::Link => (is_link(text), Kind::UnsafeLink),
        Form::Word(words) => {
            if !words.contains(&text) {
                let mut choice = String::new();
                for word in words {
                    choice.push_str(if choice.is_empty() { "" } else { ", " });
                    choice.push_str(word);
                }
                fault!(faults, Kind::UnknownWord, node.at, text, &choice);
            }
            return;
        }
        _ => return,
    };
    if !fine {
        fault!(faults, kind, node.at, text, "");
    }
}

/// `^[A-Za-z0-9][A-Za-z0-9._-]*$`
fn is_id(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}

/// An address that a page may put behind a link: http or https, a host, and no blanks that could hide another scheme.
fn is_link(text: &str) -> bool {
    let scheme = |scheme: &str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let host = if scheme("https://") {
        text.get(8..)
    } else if scheme("http://") {
        text.get(7..)
    } else {
        None
    };
    let hides = |char: char| char.is_control() || char.is_whitespace() || matches!(char, '\\' | '"' | '<' | '>');
    host.is_some_and(|host| !host.is_empty() && !host.starts_with(['/', '?', '#', ':', '@'])) && !text.contains(hides)
}

/// The field that was probably meant: the one with the fewest letters to change, a third of them at most.
fn nearest(key: &str, shape: &Shape) -> Option<&'static str> {
    let mut best = ((key.len() + 1) / 3 + 1, None);
    for (name, _) in shape.fields {
        if key.len() <= 2 * name.len() {
            let distance = distance(key.as_bytes(), name.as_bytes());
            if distance < best.0 {
                best = (distance, Some(*name));
            }
        }
    }
    best.1
}

/// How many letters must be added, dropped or changed (Levenshtein), upper and lower case being the same.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = corner + usize::from(!x.eq_ignore_ascii_case(y));
            corner = row[j + 1];
            row[j + 1] = change.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::shape::PROGRAMME;

    #[test]
    fn a_slip_of_the_pen_is_recognised() {
        for (slip, meant) in [
            ("titel", Some("title")),
            ("Period", Some("period")),
            ("project", Some("projects")),
            ("source", Some("sources")),
            ("schedul", Some("schedule")),
            ("theme_colour", None),
            ("x", None),
        ] {
            assert_eq!(nearest(slip, &PROGRAMME), meant, "{slip}");
        }
    }

    #[test]
    fn links_are_web_addresses() {
        for good in ["https://example.org/a?b#c", "HTTP://example.org", "https://例子.中国/公告"] {
            assert!(is_link(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            " https://a",
            "https://",
            "https:///a",
            "//a.b",
            "java\nscript:x",
            "http://a b",
            "https",
            "例",
        ] {
            assert!(!is_link(bad), "{bad}");
        }
    }
}
