//! What a program may ask, in JavaScript and on every other host: readings, evaluations, claims, notices, pictures, as text.
//!
//! Results are JSON text: shorter and faster than objects built call by call, the same bytes on every host, and no key of a
//! document ever becomes a property of a live object. What fails gives its diagnostics as JSON. JavaScript calls these
//! functions as they stand; a host without JavaScript asks through [`request`].

mod claims;
mod columns;
pub mod request;
mod word;

pub use claims::{check_claim, check_claims};
pub use columns::columns;

use crate::backend::Markup;
use crate::page::{self, Page, Style};
use crate::scene::View;
use crate::scene::theme::Theme;
use pledgeboard::compare::{Options, compare};
use pledgeboard::read::Diagnostic;
use pledgeboard::wire::DECIMALS;
use pledgeboard::{Date, Locale, wire};
#[cfg(feature = "js")]
use wasm_bindgen::prelude::wasm_bindgen;

fn language(tag: &str) -> Locale {
    tag.parse().unwrap_or_default()
}

/// Records hold nothing but strings, whole numbers and lists, which always can be written.
fn json(record: &impl serde::Serialize) -> String {
    serde_json::to_string(record).unwrap_or_default()
}

fn diagnostics(found: &[Diagnostic], locale: Locale) -> String {
    json(&found.iter().map(|one| wire::diagnostic(one, locale)).collect::<Vec<_>>())
}

/// What was found in one document of several: its pointers begin with the document's place.
fn under(place: &str, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    for one in &mut found {
        one.pointer.insert_str(0, place);
    }
    found
}

/// The day of a request about several documents; what is none is told once.
fn day(as_of: Option<&str>, locale: Locale) -> Result<Option<Date>, String> {
    as_of.map(|day| day.trim().parse()).transpose().map_err(|error| failed(error, locale))
}

fn failed(error: pledgeboard::Error, locale: Locale) -> String {
    diagnostics(&[error.into()], locale)
}

/// Reads a document: `{"programme": …, "diagnostics": […]}`, the programme null if there are errors.
#[cfg_attr(feature = "js", wasm_bindgen)]
pub fn read(text: &str, locale: &str) -> String {
    let reading = pledgeboard::read(text);
    let programme = reading.to_json().unwrap_or_else(|| "null".to_owned());
    let found = diagnostics(&reading.diagnostics, language(locale));
    ["{\"programme\":", &programme, ",\"diagnostics\":", &found, "}"].concat()
}

/// The evaluation of a document as canonical JSON: the same bytes on every host.
#[cfg_attr(feature = "js", wasm_bindgen)]
#[allow(clippy::needless_pass_by_value, reason = "what crosses from a host is owned")]
pub fn evaluate_text(text: &str, as_of: Option<String>, locale: &str, decimals: Option<u32>) -> Result<String, String> {
    let locale = language(locale);
    let content = page::load(text, as_of.as_deref()).map_err(|found| diagnostics(&found, locale))?;
    let record = wire::evaluation(&content.programme, &content.evaluation, locale, decimals.unwrap_or(DECIMALS));
    record.map(|record| json(&record)).map_err(|error| failed(error, locale))
}

/// Two programmes compared, as canonical JSON. What is wrong with one of them names it: its pointers begin with `/previous` or
/// `/next`.
#[cfg_attr(feature = "js", wasm_bindgen)]
#[allow(clippy::needless_pass_by_value, reason = "what crosses from a host is owned")]
pub fn compare_text(
    previous: &str,
    next: &str,
    as_of: Option<String>,
    locale: &str,
    decimals: Option<u32>,
) -> Result<String, String> {
    let locale = language(locale);
    let day = day(as_of.as_deref(), locale)?;
    let side = |text: &str, name: &str| page::load(text, as_of.as_deref()).map_err(|found| under(name, found));
    let (previous, next) = match (side(previous, "/previous"), side(next, "/next")) {
        (Ok(previous), Ok(next)) => (previous, next),
        (previous, next) => {
            let found = [previous.err(), next.err()].into_iter().flatten().flatten();
            return Err(diagnostics(&found.collect::<Vec<_>>(), locale));
        }
    };
    let found = compare(&previous.programme, &next.programme, &Options { as_of: day });
    let record = found.and_then(|found| wire::comparison(&found, locale, decimals.unwrap_or(DECIMALS)));
    record.map(|record| json(&record)).map_err(|error| failed(error, locale))
}

/// The figures of a notice and the documents drafted from them: `{"quantities": […], "drafts": […]}`, with places in UTF-16
/// units.
#[cfg_attr(feature = "js", wasm_bindgen)]
pub fn extract(text: &str, year: Option<i32>) -> String {
    extracted(text, year, wire::Offsets::Utf16)
}

fn extracted(text: &str, year: Option<i32>, offsets: wire::Offsets) -> String {
    let options = pledgeboard::extract::Options::default();
    let options = year.map_or(options, |year| options.year(year));
    let found = pledgeboard::extract(text, &options);
    let quantities = json(&wire::quantities(text, &found, offsets));
    let drafts: Vec<&str> = found.drafts.iter().map(pledgeboard::extract::Draft::as_json).collect();
    ["{\"quantities\":", &quantities, ",\"drafts\":[", &drafts.join(","), "]}"].concat()
}

/// The completion rate of two figures as printed.
#[cfg_attr(feature = "js", wasm_bindgen)]
pub fn rate(reached: &str, target: &str, decimals: u32) -> Result<String, String> {
    pledgeboard::number::rate(reached, target, decimals).map_err(|error| failed(error, Locale::default()))
}

/// A view of a document as the text of an SVG file.
#[cfg_attr(feature = "js", wasm_bindgen)]
#[allow(clippy::needless_pass_by_value, reason = "what crosses from a host is owned")]
pub fn render_svg(
    text: &str,
    view: &str,
    width: f64,
    theme: &str,
    locale: &str,
    as_of: Option<String>,
) -> Result<String, String> {
    let page = Page::new(text, as_of.as_deref(), locale);
    if let Some(found) = page.faults() {
        return Err(diagnostics(found, page.locale()));
    }
    let mut markup = Markup::default();
    page.picture(&mut markup, View::named(view), width, Theme::named(theme));
    Ok(markup.finish())
}

/// A board as HTML that needs no script. `css` is `link` (to `href`), `inline` (with `nonce`) or anything else for none.
#[cfg_attr(feature = "js", wasm_bindgen)]
#[allow(
    clippy::needless_pass_by_value,
    clippy::too_many_arguments,
    reason = "what crosses from a host is owned and flat"
)]
pub fn render_html(
    text: &str,
    view: &str,
    src: Option<String>,
    locale: &str,
    as_of: Option<String>,
    css: &str,
    href: &str,
    nonce: Option<String>,
    width: f64,
) -> Result<String, String> {
    let page = Page::new(text, as_of.as_deref(), locale);
    if let Some(found) = page.faults() {
        return Err(diagnostics(found, page.locale()));
    }
    let style = match css {
        "link" => Style::Link(href),
        "inline" => Style::Inline(nonce.as_deref()),
        _ => Style::None(width),
    };
    let named = [("src", src.as_deref()), ("view", Some(view)), ("locale", Some(locale)), ("as-of", as_of.as_deref())];
    let attributes: Vec<_> = named.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    Ok(page.still(View::named(view), &style, &attributes, text))
}

/// The JSON Schema of the document format.
#[cfg_attr(feature = "js", wasm_bindgen)]
pub fn schema() -> String {
    pledgeboard::read::SCHEMA.to_owned()
}

/// The version of this package.
#[cfg_attr(feature = "js", wasm_bindgen)]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
