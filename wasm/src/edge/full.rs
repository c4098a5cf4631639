//! What the npm package adds to a board: readings, rates, pictures and the schema, as text.
//!
//! Results cross as JSON text: shorter and faster than objects built call by call, the same bytes on every host, and no
//! key of a document ever becomes a property of a live object. What fails throws a string: the diagnostics as JSON.

use super::json;
use crate::backend::Markup;
use crate::page::{Failure, Page};
use crate::scene::View;
use crate::scene::theme::Theme;
use pledgeboard::Locale;
use wasm_bindgen::prelude::wasm_bindgen;

fn language(tag: &str) -> Locale {
    tag.parse().unwrap_or_default()
}

/// Reads a document: `{"programme": …, "diagnostics": […]}`, the programme null if there are errors.
#[wasm_bindgen]
pub fn read(text: &str, locale: &str) -> String {
    let reading = pledgeboard::read(text);
    let programme = reading.to_json().unwrap_or_else(|| "null".to_owned());
    let found = json::diagnostics(&reading.diagnostics, language(locale));
    ["{\"programme\":", &programme, ",\"diagnostics\":", &found, "}"].concat()
}

/// The completion rate of two figures as printed.
#[wasm_bindgen]
pub fn rate(reached: &str, target: &str, decimals: u32) -> Result<String, String> {
    pledgeboard::number::rate(reached, target, decimals).map_err(|error| json::error(error, Locale::default()))
}

/// A view of a document as the text of an SVG file.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value, reason = "what crosses from JavaScript is owned")]
pub fn render_svg(
    text: &str,
    view: &str,
    width: f64,
    theme: &str,
    locale: &str,
    as_of: Option<String>,
) -> Result<String, String> {
    let page = Page::new(text, as_of.as_deref(), locale);
    match page.failure() {
        Some(Failure::Document(found)) => return Err(json::diagnostics(found, page.locale())),
        Some(Failure::Figure(error)) => return Err(json::error(*error, page.locale())),
        None => {}
    }
    let mut markup = Markup::default();
    page.picture(&mut markup, View::named(view), width, Theme::named(theme));
    Ok(markup.finish())
}

/// The JSON Schema of the document format.
#[wasm_bindgen]
pub fn schema() -> String {
    pledgeboard::read::SCHEMA.to_owned()
}

/// The version of this package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
