//! Claims: printed figures in, verdicts out.

use super::{diagnostics, failed, json, language, request};
use pledgeboard::claim::{Claim, check_siblings};
use pledgeboard::read::Diagnostic;
use pledgeboard::{Error, Locale, wire};
use serde::Deserialize;
#[cfg(feature = "js")]
use wasm_bindgen::prelude::wasm_bindgen;

/// A claim as a host gives it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Printed {
    reached: Option<String>,
    target: Option<String>,
    published_rate: Option<String>,
    unit: Option<String>,
    counted: Option<bool>,
    #[serde(default)]
    direction: Direction,
}

/// Which way is better.
#[derive(Deserialize, Default, Clone, Copy, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Direction {
    #[default]
    Higher,
    Lower,
}

impl Printed {
    /// The claim, or which of its figures is none.
    fn claim(&self) -> Result<Claim, (&'static str, Error)> {
        let mut claim = Claim::new().lower_is_better(self.direction == Direction::Lower);
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
            claim = claim.published_rate(printed).map_err(|error| ("/published_rate", error))?;
        }
        Ok(claim)
    }
}

fn at(pointer: &str, error: Error, locale: Locale) -> String {
    let mut found = Diagnostic::from(error);
    pointer.clone_into(&mut found.pointer);
    diagnostics(&[found], locale)
}

/// Checks one claim, a JSON object.
#[cfg_attr(feature = "js", wasm_bindgen)]
pub fn check_claim(claim: &str, locale: &str) -> Result<String, String> {
    check(&request::read(claim.as_bytes())?, language(locale))
}

/// Checks claims that belong together, a JSON array, against a total as printed.
#[cfg_attr(feature = "js", wasm_bindgen)]
#[allow(clippy::needless_pass_by_value, reason = "what crosses from a host is owned")]
pub fn check_claims(claims: &str, total: Option<String>, locale: &str) -> Result<String, String> {
    check_all(&request::read::<Vec<Printed>>(claims.as_bytes())?, total.as_deref(), language(locale))
}

pub(super) fn check(printed: &Printed, locale: Locale) -> Result<String, String> {
    let claim = printed.claim().map_err(|(pointer, error)| at(pointer, error, locale))?;
    let record = claim.check().and_then(|check| wire::check(&claim, &check, locale));
    record.map(|record| json(&record)).map_err(|error| failed(error, locale))
}

pub(super) fn check_all(printed: &[Printed], total: Option<&str>, locale: Locale) -> Result<String, String> {
    let mut claims = Vec::with_capacity(printed.len());
    for (index, one) in printed.iter().enumerate() {
        let claim = one.claim().map_err(|(pointer, error)| {
            at(&["/", &pledgeboard::words::count(index), pointer].concat(), error, locale)
        })?;
        claims.push(claim);
    }
    let siblings = check_siblings(&claims, total).map_err(|error| at("/total", error, locale))?;
    wire::checks(&siblings, locale).map(|record| json(&record)).map_err(|error| failed(error, locale))
}
