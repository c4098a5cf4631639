//! Writing a document, field by field.

use core::fmt::{Display, Write};

use crate::Decimal;
use crate::read::json_string;

/// JSON text as it grows.
#[derive(Default)]
pub(super) struct Json {
    text: String,
}

impl Json {
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// A comma where something stands before.
    fn next(&mut self) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
    }

    pub(super) fn key(&mut self, key: &str) -> &mut Json {
        self.next();
        self.text.push('"');
        self.text.push_str(key);
        self.text.push_str("\":");
        self
    }

    pub(super) fn string(&mut self, value: &str) {
        self.next();
        // Nearly every text stands as it is; looked at as a whole that costs next to nothing.
        let special = |byte: u8| byte < b' ' || matches!(byte, b'"' | b'\\' | 0x7f);
        if !value.bytes().fold(false, |found, byte| found | special(byte)) {
            self.text.push('"');
            self.text.push_str(value);
            self.text.push('"');
            return;
        }
        // Control characters are not allowed in a document.
        if value.bytes().any(|byte| byte < b' ' || byte == 0x7f) {
            let clean: String = value.chars().map(|char| if char.is_control() { ' ' } else { char }).collect();
            json_string(&mut self.text, &clean);
        } else {
            json_string(&mut self.text, value);
        }
    }

    pub(super) fn flag(&mut self, flag: bool) {
        self.text.push_str(if flag { "true" } else { "false" });
    }

    pub(super) fn field(&mut self, key: &str, value: &str) {
        self.key(key).string(value);
    }

    /// A number, day or the like: whatever prints nothing that would need an escape, straight into the text.
    pub(super) fn printed(&mut self, key: &str, value: impl Display) {
        self.key(key);
        // Writing to a string does not fail.
        let _ = write!(self.text, "\"{value}\"");
    }

    /// A title, which a document must have: a sign for one that the text does not give.
    pub(super) fn title(&mut self, title: &str) {
        let says = title.chars().any(|char| !char.is_whitespace() && !char.is_control());
        self.field("title", if says { title } else { "?" });
    }

    pub(super) fn option(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.field(key, value);
        }
    }

    pub(super) fn figure(&mut self, key: &str, value: Option<Decimal>) {
        if let Some(value) = value {
            self.printed(key, value);
        }
    }

    pub(super) fn object(&mut self, inside: impl FnOnce(&mut Json)) {
        self.within('{', '}', inside);
    }

    pub(super) fn list(&mut self, inside: impl FnOnce(&mut Json)) {
        self.within('[', ']', inside);
    }

    fn within(&mut self, open: char, close: char, inside: impl FnOnce(&mut Json)) {
        self.next();
        self.text.push(open);
        inside(self);
        self.text.push(close);
    }
}
