//! Claims: printed figures in, verdicts out.

use super::{diagnostics, failed, json, language};
use pledgeboard::claim::{Claim, check_siblings};
use pledgeboard::read::Diagnostic;
use pledgeboard::{Error, Locale, wire};
use serde::Deserialize;
use wasm_bindgen::prelude::wasm_bindgen;

/// A claim as JavaScript gives it; the keys are checked there.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Printed {
    reached: Option<String>,
    target: Option<String>,
    published_rate: Option<String>,
    unit: Option<String>,
    counted: Option<bool>,
    direction: Option<String>,
}

impl Printed {
    /// The claim, or which of its figures is none.
    fn claim(&self) -> Result<Claim, (&'static str, Error)> {
        let mut claim = Claim::new().lower_is_better(self.direction.as_deref() == Some("lower"));
        if let Some(unit) = &self.unit {
            claim = claim.unit(unit);
        }
        if let Some(counted) = self.counted {
            claim = claim.counted(counted);
        }
        if let Some(printed) = &self.reached {
            claim = claim.reached(printed).map_err(|error| ("/reached", error))?;
        }
        if let Some(printed) = &self.target {
            claim = claim.target(printed).map_err(|error| ("/target", error))?;
        }
        if let Some(printed) = &self.published_rate {
            claim = claim.published_rate(printed).map_err(|error| ("/publishedRate", error))?;
        }
        Ok(claim)
    }
}

fn at(pointer: &str, error: Error, locale: Locale) -> String {
    let mut found = Diagnostic::from(error);
    pointer.clone_into(&mut found.pointer);
    diagnostics(&[found], locale)
}

/// JavaScript checks the shape before: what is left can only be a figure that is none.
fn unreadable(locale: Locale) -> String {
    match Claim::new().reached("") {
        Ok(_) => String::new(),
        Err(error) => failed(error, locale),
    }
}

/// Checks one claim, a JSON object.
#[wasm_bindgen]
pub fn check_claim(claim: &str, locale: &str) -> Result<String, String> {
    let locale = language(locale);
    let printed: Printed = serde_json::from_str(claim).map_err(|_| unreadable(locale))?;
    let claim = printed.claim().map_err(|(pointer, error)| at(pointer, error, locale))?;
    let record = claim.check().and_then(|check| wire::check(&claim, &check, locale));
    record.map(|record| json(&record)).map_err(|error| failed(error, locale))
}

/// Checks claims that belong together, a JSON array, against a total as printed.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value, reason = "what crosses from JavaScript is owned")]
pub fn check_claims(claims: &str, total: Option<String>, locale: &str) -> Result<String, String> {
    let locale = language(locale);
    let printed: Vec<Printed> = serde_json::from_str(claims).map_err(|_| unreadable(locale))?;
    let mut claims = Vec::with_capacity(printed.len());
    for (index, one) in printed.iter().enumerate() {
        let claim = one.claim().map_err(|(pointer, error)| {
            at(&["/", &pledgeboard::words::count(index), pointer].concat(), error, locale)
        })?;
        claims.push(claim);
    }
    let siblings = check_siblings(&claims, total.as_deref()).map_err(|error| at("/total", error, locale))?;
    wire::checks(&siblings, locale).map(|record| json(&record)).map_err(|error| failed(error, locale))
}
