//! The quiet line under every board: as of when, from which sources, the data, the version.

use crate::backend::Sink;
use crate::scene::Subject;
use crate::write::{element, is_web_address, text_element};
use pledgeboard::programme::Source;
use pledgeboard::words::{date, fill, pick, source};

/// Writes the line; `src` is the address of the document, if it has one.
pub(super) fn quiet(sink: &mut dyn Sink, subject: Subject<'_>, src: Option<&str>) {
    let locale = subject.locale;
    element(sink, "p", &[("class", "quiet"), ("part", "quiet")], |sink| {
        let day = date(subject.evaluation.as_of, locale);
        let as_of = fill(pick(locale, "截至{}", "As of {}"), &[&day]);
        text_element(sink, "span", &[("class", "as-of")], &as_of);
        if !subject.programme.sources.is_empty() {
            sink.text(pick(locale, " · 来源：", " · Sources: "));
            for (index, publication) in subject.programme.sources.iter().enumerate() {
                if index > 0 {
                    sink.text(pick(locale, "；", "; "));
                }
                link(sink, publication, &source(publication, locale));
            }
        }
        sink.text(" · ");
        data(sink, pick(locale, "获取数据", "Get the data"), src);
        sink.text(" · Pledgeboard ");
        sink.text(env!("CARGO_PKG_VERSION"));
    });
}

fn link(sink: &mut dyn Sink, publication: &Source, words: &str) {
    match publication.url.as_deref().filter(|url| is_web_address(url)) {
        Some(url) => {
            let attributes = [("class", "source"), ("href", url), ("rel", "noopener noreferrer")];
            text_element(sink, "a", &attributes, words);
        }
        None => text_element(sink, "span", &[("class", "source")], words),
    }
}

/// A link to the document where it has an address, else a button; the element saves the text for both.
fn data(sink: &mut dyn Sink, words: &str, src: Option<&str>) {
    match src.filter(|src| is_web_address(src)) {
        Some(src) => {
            text_element(sink, "a", &[("href", src), ("data-action", "data")], words);
        }
        None => {
            text_element(sink, "button", &[("type", "button"), ("data-action", "data")], words);
        }
    }
}
