//! The document written again: the same fields in the same order, unknown ones kept, figures as decimal strings.

use super::json::{Node, Value};
use super::shape::{Form, Shape};
use crate::Decimal;

/// Canonical JSON text of a document: compact, and the same for every way of writing the same document.
pub(super) fn document(root: &Node<'_>, shape: &'static Shape) -> String {
    let mut text = String::new();
    write(&mut text, root, Some(Form::Object(shape)));
    text
}

/// `form` is what the format says of this place; nothing for what it does not know.
fn write(text: &mut String, node: &Node<'_>, form: Option<Form>) {
    match (&node.value, form) {
        (Value::Null | Value::Broken, _) => text.push_str("null"),
        (Value::Flag(flag), _) => text.push_str(if *flag { "true" } else { "false" }),
        (Value::Number(digits), Some(Form::Figure | Form::Percent | Form::Weight)) => figure(text, digits),
        (Value::Text(digits), Some(Form::Figure | Form::Percent | Form::Weight)) => figure(text, digits),
        (Value::Number(digits), Some(Form::Printed)) => string(text, digits),
        (Value::Number(digits), _) => text.push_str(digits),
        (Value::Text(words), _) => string(text, words),
        (Value::List(items), _) => {
            let inner = if let Some(Form::Objects(shape)) = form { Some(Form::Object(shape)) } else { None };
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                separate(text, index);
                write(text, item, inner);
            }
            text.push(']');
        }
        (Value::Object(members), _) => {
            text.push('{');
            for (index, member) in members.iter().enumerate() {
                separate(text, index);
                string(text, &member.key);
                text.push(':');
                let inner = match form {
                    Some(Form::Object(shape)) => {
                        shape.fields.iter().find(|(name, _)| member.key == *name).map(|(_, form)| *form)
                    }
                    _ => None,
                };
                write(text, &member.node, inner);
            }
            text.push('}');
        }
    }
}

fn separate(text: &mut String, index: usize) {
    if index > 0 {
        text.push(',');
    }
}

fn figure(text: &mut String, digits: &str) {
    match digits.parse::<Decimal>() {
        Ok(value) => string(text, &value.to_string()),
        Err(_) => string(text, digits),
    }
}

/// A JSON string with no more escapes than it needs.
pub(crate) fn string(text: &mut String, words: &str) {
    text.push('"');
    let mut from = 0;
    for (at, byte) in words.bytes().enumerate() {
        let escaped = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0..b' ' => "\\u00",
            _ => continue,
        };
        text.push_str(words.get(from..at).unwrap_or_default());
        text.push_str(escaped);
        if escaped.len() > 2 {
            text.push(if byte < 16 { '0' } else { '1' });
            text.extend(char::from_digit(u32::from(byte % 16), 16));
        }
        from = at + 1;
    }
    text.push_str(words.get(from..).unwrap_or_default());
    text.push('"');
}
