//! The sink that writes text: an SVG file or a piece of HTML.

use super::clean::clean;
use super::sink::Sink;

/// Writes the tree as text.
///
/// Inside `<svg>` it is XML (empty elements close themselves), outside it is HTML that is also XML (no element is left
/// open). A picture stands alone: the `xmlns` is written with `<svg>`.
///
/// ```
/// use pledgeboard_wasm::backend::{Markup, Sink};
///
/// let mut markup = Markup::default();
/// markup.open("p");
/// markup.attr("class", "note");
/// markup.text("a < b");
/// markup.close();
/// assert_eq!(markup.finish(), "<p class=\"note\">a &lt; b</p>");
/// ```
#[derive(Default)]
pub struct Markup {
    written: String,
    open: Vec<String>,
    /// How deep inside `<svg>` we are; 0 outside.
    svg: usize,
    /// Whether the last start tag still lacks its `>`.
    pending: bool,
}

impl Markup {
    /// Closes what is still open and gives the text.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.written
    }

    /// Writes text as it stands: a sheet, or data inside a script element.
    #[cfg(any(feature = "calls", not(target_arch = "wasm32")))]
    pub(crate) fn raw(&mut self, text: &str) {
        self.end_tag();
        self.written.push_str(text);
    }

    /// Ends an element that never has anything inside and no end tag in HTML.
    #[cfg(any(feature = "calls", not(target_arch = "wasm32")))]
    pub(crate) fn void(&mut self) {
        self.end_tag();
        self.open.pop();
    }

    fn end_tag(&mut self) {
        if self.pending {
            self.written.push('>');
            self.pending = false;
        }
    }

    fn escape(&mut self, text: &str) {
        for c in clean(text).chars() {
            match c {
                '&' => self.written.push_str("&amp;"),
                '<' => self.written.push_str("&lt;"),
                '>' => self.written.push_str("&gt;"),
                '"' => self.written.push_str("&quot;"),
                other => self.written.push(other),
            }
        }
    }
}

impl Sink for Markup {
    fn open(&mut self, name: &str) {
        self.end_tag();
        self.written.push('<');
        self.written.push_str(name);
        self.pending = true;
        if name == "svg" || self.svg > 0 {
            self.svg += 1;
        }
        self.open.push(name.to_owned());
        if name == "svg" {
            self.attr("xmlns", "http://www.w3.org/2000/svg");
        }
    }

    fn attr(&mut self, name: &str, value: &str) {
        if self.pending {
            self.written.push(' ');
            self.written.push_str(name);
            self.written.push_str("=\"");
            self.escape(value);
            self.written.push('"');
        }
    }

    fn text(&mut self, text: &str) {
        self.end_tag();
        self.escape(text);
    }

    fn close(&mut self) {
        let Some(name) = self.open.pop() else { return };
        if self.pending && self.svg > 0 {
            self.written.push_str("/>");
            self.pending = false;
        } else {
            self.end_tag();
            self.written.push_str("</");
            self.written.push_str(&name);
            self.written.push('>');
        }
        self.svg = self.svg.saturating_sub(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        let mut markup = Markup::default();
        markup.open("svg");
        markup.attr("aria-label", "\"><script>\u{0}");
        markup.open("text");
        markup.text("</text><b>&\u{ffff}\u{8}");
        assert_eq!(
            markup.finish(),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" aria-label=\"&quot;&gt;&lt;script&gt;\">\
             <text>&lt;/text&gt;&lt;b&gt;&amp;</text></svg>"
        );
    }

    #[test]
    fn empty_elements_close_themselves_in_svg_only() {
        let mut markup = Markup::default();
        for name in ["td", "svg", "path"] {
            markup.open(name);
        }
        markup.close();
        markup.close();
        markup.open("i");
        assert_eq!(markup.finish(), "<td><svg xmlns=\"http://www.w3.org/2000/svg\"><path/></svg><i></i></td>");
    }
}
