//! A whole board as HTML that needs no script: drawings, table and quiet line inside a `<pledge-board>` tag.
//!
//! Everything stands in the light tree, so that it is there before any script, and where none may run. Nothing in it needs
//! `style-src` beyond the page's own: drawings carry presentation attributes, and the sheet (`still.css`) is linked, or
//! written in with the page's nonce.
//!
//! | class | what |
//! |---|---|
//! | `pledge-still` | all of it; `data-digest` names the document's text, `data-published` is its latest publication, `data-view` and `data-as-of` say what was asked for |
//! | `pledge-phone`, `pledge-wide` | one drawing each; the sheet shows the one that fits the width |

use super::quiet::{self, Data};
use super::{Page, table};
use crate::backend::{Markup, Sink, paint};
use crate::scene::theme::Theme;
use crate::scene::{Subject, View};
use crate::write::{element, is_web_address, text_element};
use pledgeboard::evaluate::latest_publication;
use pledgeboard::words::pick;

/// The sheet of static boards, which is also a file of its own in what we release.
pub const SHEET: &str = include_str!("still.css");

/// Widths of the two drawings that the sheet switches at 600 pixels.
const PHONE: f64 = 360.0;
const WIDE: f64 = 800.0;

/// Where the rules of a static board are.
pub enum Style<'a> {
    /// In a sheet at this address.
    Link(&'a str),
    /// Written in, with the page's nonce where it has one.
    Inline(Option<&'a str>),
    /// Nowhere: one drawing of this width in pixels.
    None(f64),
}

impl Page {
    /// The board as HTML; nothing if the document has faults. `attributes` are those of the tag, `digest` says which text
    /// it was made of, and without an address of its own the document's text goes along.
    pub fn still(&self, view: View, style: &Style<'_>, attributes: &[(&str, &str)], text: &str) -> String {
        let mut markup = Markup::default();
        let Ok(content) = &self.content else { return markup.finish() };
        let subject = content.subject(self.locale);
        markup.open("pledge-board");
        for (name, value) in attributes {
            markup.attr(name, value);
        }
        let src = attributes.iter().find(|(name, _)| *name == "src").map(|(_, src)| *src);
        rules(&mut markup, style);
        // In JSON a `<` stands in strings only, where it may be written so; no `</script>` is left.
        let inside_page = if src.is_none() { text.replace('<', "\\u003c") } else { String::new() };
        let digest = digest(if src.is_none() { &inside_page } else { text });
        let published = latest_publication(&content.programme).to_string();
        let mut mark = vec![
            ("class", "pledge-still"),
            ("lang", self.locale.tag()),
            ("data-digest", &digest),
            ("data-published", &published),
        ];
        for (name, value) in attributes {
            mark.extend(match *name {
                "view" => Some(("data-view", *value)),
                "as-of" => Some(("data-as-of", *value)),
                _ => None,
            });
        }
        element(&mut markup, "div", &mark, |sink| inside(sink, subject, view, style, src));
        if src.is_none() {
            markup.open("script");
            markup.attr("type", "application/json");
            markup.raw(&inside_page);
            markup.close();
        }
        markup.finish()
    }
}

fn rules(markup: &mut Markup, style: &Style<'_>) {
    match style {
        Style::Link(href) => {
            markup.open("link");
            markup.attr("rel", "stylesheet");
            markup.attr("href", href);
            markup.void();
        }
        Style::Inline(nonce) => {
            markup.open("style");
            if let Some(nonce) = nonce {
                markup.attr("nonce", nonce);
            }
            markup.raw(SHEET);
            markup.close();
        }
        Style::None(_) => {}
    }
}

fn inside(sink: &mut dyn Sink, subject: Subject<'_>, view: View, style: &Style<'_>, src: Option<&str>) {
    if view == View::Table {
        table::table(sink, subject, false);
    } else {
        let draw = |sink: &mut dyn Sink, width| paint(&subject.drawing(view, width, Theme::Light), sink);
        if let Style::None(width) = style {
            draw(sink, *width);
        } else {
            element(sink, "div", &[("class", "pledge-phone")], |sink| draw(sink, PHONE));
            element(sink, "div", &[("class", "pledge-wide")], |sink| draw(sink, WIDE));
        }
        element(sink, "details", &[], |sink| {
            text_element(sink, "summary", &[], pick(subject.locale, "全部数据（表格）", "All figures (table)"));
            element(sink, "div", &[], |sink| table::grid(sink, subject));
        });
    }
    quiet::quiet(sink, subject, src.filter(|src| is_web_or_relative(src)).map_or(Data::None, Data::At));
}

/// Whether a link may lead there: into the web, or to a place beside the page.
fn is_web_or_relative(src: &str) -> bool {
    let first = src.split(['/', '?', '#']).next().unwrap_or_default();
    is_web_address(src) || !first.contains(':') && !src.chars().any(char::is_control)
}

/// Names a text: FNV-1a (Fowler, Noll, Vo), 64 bits, as sixteen hexadecimal digits. It tells texts apart; it protects
/// nothing.
///
/// ```
/// assert_eq!(pledgeboard_wasm::page::digest("a"), "af63dc4c8601ec8c");
/// ```
pub fn digest(text: &str) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let digit = |place: u32| u32::try_from((hash >> (place * 4)) & 15).ok();
    (0..16).rev().filter_map(|place| char::from_digit(digit(place)?, 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_are_linked_in_the_web_or_beside_the_page() {
        for src in ["a.json", "../a b.json", "/x/a.json?y=1:2", "https://a.cn/x.json", "?doc=1"] {
            assert!(is_web_or_relative(src), "{src}");
        }
        for src in ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "java\nscript:x", "file:///etc/passwd"] {
            assert!(!is_web_or_relative(src), "{src}");
        }
    }
}
