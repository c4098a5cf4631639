//! Requests of hosts without JavaScript: a number and a JSON object in, bytes out.
//!
//! The numbers and keys are a contract (`docs/text-wasm.md`): numbers are never reused, and a request with a key that is none
//! is refused, so that a misspelt option is never silently the default.

use super::claims::Printed;
use super::word::{Css, Language, Theme, View};
use super::{DECIMALS, claims, json, language};
use pledgeboard::Locale;
use pledgeboard::wire::{Diagnostic, Offsets, Severity};
use pledgeboard::words::pick;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What was asked for, or a JSON array of diagnostics.
pub type Answer = Result<Vec<u8>, String>;

/// Answers one request. Never panics for what a request holds.
///
/// ```
/// use pledgeboard_wasm::calls::request::answer;
/// assert_eq!(answer(4, br#"{ "reached": "9935", "target": "8000", "decimals": 2 }"#), Ok(b"\"124.19\"".to_vec()));
/// assert!(answer(4, br#"{ "reached": "9935", "target": "0", "decimals": 2 }"#).unwrap_err().contains("zero_target"));
/// assert!(answer(4, br#"{ "raeched": "9935" }"#).unwrap_err().contains("invalid_request"));
/// ```
pub fn answer(op: u32, request: &[u8]) -> Answer {
    match op {
        0 => ask(request, |Nothing {}| Ok(json(&super::version()))),
        1 => ask(request, |Nothing {}| Ok(super::schema())),
        2 => ask(request, |Read { text, locale }| Ok(super::read(&text, &locale))),
        3 => ask(request, |Evaluate { text, as_of, locale, decimals }| {
            super::evaluate_text(&text, as_of, &locale, Some(decimals))
        }),
        4 => ask(request, |Rate { reached, target, decimals }| {
            super::rate(&reached, &target, decimals).map(|rate| json(&rate))
        }),
        5 => ask(request, |Check { claim, locale }| claims::check(&claim, language(&locale))),
        6 => ask(request, |CheckAll { claims, total, locale }| {
            claims::check_all(&claims, total.as_deref(), language(&locale))
        }),
        7 => ask(request, |Compare { previous, next, as_of, locale, decimals }| {
            super::compare_text(&previous, &next, as_of, &locale, Some(decimals))
        }),
        8 => ask(request, |Extract { text, year, offsets }| Ok(super::extracted(&text, year, offsets))),
        9 => read(request).and_then(|Columns { sources, as_of, locale, decimals }| {
            super::columns(sources, as_of, &locale, Some(decimals))
        }),
        10 => ask(request, |RenderSvg { text, view, width, theme, locale, as_of }| {
            super::render_svg(&text, &view, width, &theme, &locale, as_of)
        }),
        11 => ask(request, |RenderHtml { text, view, src, locale, as_of, css, href, nonce, width }| {
            if matches!(css, Css::Link) && href.is_empty() {
                return Err(refused(language(&locale), "css: link, href: \"\""));
            }
            super::render_html(&text, &view, src, &locale, as_of, &css, &href, nonce, width)
        }),
        _ => Err(refused(Locale::default(), &op.to_string())),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    text: String,
    #[serde(default)]
    locale: Language,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Evaluate {
    text: String,
    as_of: Option<String>,
    #[serde(default)]
    locale: Language,
    #[serde(default = "decimals")]
    decimals: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rate {
    reached: String,
    target: String,
    #[serde(default = "decimals")]
    decimals: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Check {
    claim: Printed,
    #[serde(default)]
    locale: Language,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckAll {
    claims: Vec<Printed>,
    total: Option<String>,
    #[serde(default)]
    locale: Language,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Compare {
    previous: String,
    next: String,
    as_of: Option<String>,
    #[serde(default)]
    locale: Language,
    #[serde(default = "decimals")]
    decimals: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Extract {
    text: String,
    year: Option<i32>,
    offsets: Offsets,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Columns {
    sources: Vec<String>,
    as_of: Option<String>,
    #[serde(default)]
    locale: Language,
    #[serde(default = "decimals")]
    decimals: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RenderSvg {
    text: String,
    view: View,
    width: f64,
    #[serde(default)]
    theme: Theme,
    #[serde(default)]
    locale: Language,
    as_of: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RenderHtml {
    text: String,
    view: View,
    src: Option<String>,
    #[serde(default)]
    locale: Language,
    as_of: Option<String>,
    #[serde(default)]
    css: Css,
    #[serde(default)]
    href: String,
    nonce: Option<String>,
    #[serde(default = "width")]
    width: f64,
}

fn decimals() -> u32 {
    DECIMALS
}

/// The width of one drawing where none is asked for, in CSS pixels.
fn width() -> f64 {
    640.0
}

fn ask<R: DeserializeOwned>(request: &[u8], work: impl FnOnce(R) -> Result<String, String>) -> Answer {
    read(request).and_then(work).map(String::into_bytes)
}

pub(super) fn read<R: DeserializeOwned>(request: &[u8]) -> Result<R, String> {
    serde_json::from_slice(request).map_err(|error| refused(locale_of(request), &error.to_string()))
}

/// In which language to refuse it: even of a request that misses something.
fn locale_of(request: &[u8]) -> Locale {
    #[derive(Deserialize)]
    struct Any {
        locale: Option<String>,
    }
    let any = serde_json::from_slice(request).ok().and_then(|any: Any| any.locale);
    language(any.as_deref().unwrap_or_default())
}

fn refused(locale: Locale, what: &str) -> String {
    json(&[Diagnostic {
        severity: Severity::Error,
        code: "invalid_request".to_owned(),
        pointer: String::new(),
        line: 0,
        column: 0,
        message: [pick(locale, "请求无法识别：", "the request cannot be understood: "), what].concat(),
        hint: pick(
            locale,
            "各请求的编号与字段见 docs/text-wasm.md。",
            "Numbers and keys of requests: docs/text-wasm.md.",
        )
        .to_owned(),
    }])
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENT: &str = include_str!("../../../www/programmes/zhonglou-2024.json");

    fn request(op: u32, keys: &[(&str, &str)]) -> Answer {
        let object: std::collections::BTreeMap<_, _> = keys.iter().copied().collect();
        answer(op, &serde_json::to_vec(&object).unwrap())
    }

    #[test]
    fn the_same_bytes_as_the_functions_of_javascript() {
        let evaluation = super::super::evaluate_text(DOCUMENT, None, "en", None).unwrap();
        assert_eq!(request(3, &[("text", DOCUMENT), ("locale", "en")]), Ok(evaluation.into_bytes()));
        let svg = super::super::render_svg(DOCUMENT, "projects", 640.0, "light", "zh-CN", None).unwrap();
        let asked = serde_json::json!({ "text": DOCUMENT, "view": "projects", "width": 640 });
        assert_eq!(answer(10, &serde_json::to_vec(&asked).unwrap()), Ok(svg.into_bytes()));
    }

    #[test]
    fn a_word_that_is_none_is_refused_and_the_usual_one_is_the_first() {
        let board = |key: &str, word: &str| {
            let mut asked = serde_json::json!({ "text": DOCUMENT, "view": "overview", "css": "inline" });
            asked[key] = word.into();
            answer(11, &serde_json::to_vec(&asked).unwrap())
        };
        for (key, word) in [("view", "zz"), ("css", "zz"), ("locale", "fr"), ("css", "link")] {
            assert!(board(key, word).unwrap_err().contains("invalid_request"), "{key}: {word}");
        }
        assert_eq!(board("view", "overview"), board("locale", "zh-CN"));
        let theme = serde_json::json!({ "text": DOCUMENT, "view": "overview", "width": 640, "theme": "auto" });
        assert!(answer(10, &serde_json::to_vec(&theme).unwrap()).unwrap_err().contains("invalid_request"));
    }

    #[test]
    fn offsets_are_the_hosts_own() {
        let place = |offsets| {
            let asked = request(8, &[("text", "😀加装电梯39部"), ("offsets", offsets)]).unwrap();
            let found: serde_json::Value = serde_json::from_slice(&asked).unwrap();
            found["quantities"][0]["start"].as_u64().unwrap()
        };
        assert_eq!((place("bytes"), place("utf16"), place("code_points")), (16, 6, 5));
    }

    #[test]
    fn what_is_no_request_is_refused_in_the_readers_language() {
        let code = |answer: Answer| -> (String, String) {
            let found: serde_json::Value = serde_json::from_str(&answer.unwrap_err()).unwrap();
            (found[0]["code"].as_str().unwrap().to_owned(), found[0]["message"].as_str().unwrap().to_owned())
        };
        for op in 0..20 {
            let (name, message) = code(answer(op, b"{\"locale\":\"en\",\"nothing\":1"));
            assert_eq!(name, "invalid_request", "{op}: {message}");
        }
        let (_, english) = code(request(3, &[("txt", DOCUMENT), ("locale", "en")]));
        assert!(english.starts_with("the request cannot be understood: unknown field `txt`"), "{english}");
        let (_, chinese) = code(request(3, &[("txt", DOCUMENT)]));
        assert!(chinese.starts_with("请求无法识别"), "{chinese}");
        assert_eq!(code(answer(3, b"\xff\xfe")).0, "invalid_request");
    }
}
