//! The quiet line under every board: as of when, from which sources, the data, the version.

use crate::backend::Sink;
use crate::scene::Subject;
use crate::write::{element, is_web_address, text_element};
use pledgeboard::programme::Source;
use pledgeboard::words::{date, fill, pick, source};

/// Where a reader gets the document.
#[derive(Clone, Copy)]
pub(super) enum Data<'a> {
    /// At an address.
    At(&'a str),
    /// From the element, by a button.
    Button,
    /// Nowhere: there is no address, and no script that a button could call.
    #[cfg(any(feature = "calls", not(target_arch = "wasm32")))]
    None,
}

/// Writes the line.
pub(super) fn quiet(sink: &mut dyn Sink, subject: Subject<'_>, from: Data<'_>) {
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
        data(sink, pick(locale, "获取数据", "Get the data"), from);
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

fn data(sink: &mut dyn Sink, words: &str, from: Data<'_>) {
    let (name, place) = match from {
        Data::At(src) => ("a", ("href", src)),
        Data::Button => ("button", ("type", "button")),
        #[cfg(any(feature = "calls", not(target_arch = "wasm32")))]
        Data::None => return,
    };
    sink.text(" · ");
    text_element(sink, name, &[place, ("data-action", "data")], words);
}
