//! What a notice gives, as records.

use serde::{Deserialize, Serialize};

use crate::extract::{self, Role, Rule};
use crate::programme::Bound;

/// One figure of a text.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Quantity {
    /// Its words, from the number to the unit: `1.9万名`.
    pub text: String,
    /// Where they begin in the text; in JavaScript `text.slice(start, end)` gives just them.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// The least that the figure stands for, in base units (1.9万 is `19000`); null if nothing bounds it below, or if it is no
    /// amount.
    pub low: Option<String>,
    /// The most that it stands for.
    pub high: Option<String>,
    /// In which sense it is meant; `all` is full coverage, without a figure.
    pub bound: Bound,
    /// As written, without the multiplier; empty if there is none.
    pub unit: String,
    /// What it is for.
    pub role: Role,
    /// The word that set the bound (不少于, 以上, about); empty if none did.
    pub cue: String,
    /// The rule that gave the role.
    pub rule: Rule,
    /// Other roles that its words allow.
    pub alternatives: Vec<Role>,
}

/// In what a host counts the places of a text.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "snake_case")]
pub enum Offsets {
    /// Rust, Go: bytes of UTF-8.
    Bytes,
    /// JavaScript, Java: UTF-16 code units.
    Utf16,
    /// Python: code points.
    CodePoints,
}

impl Offsets {
    fn of(self, char: char) -> usize {
        match self {
            Offsets::Bytes => char.len_utf8(),
            Offsets::Utf16 => char.len_utf16(),
            Offsets::CodePoints => 1,
        }
    }
}

/// The figures of a text, with places as the host counts them.
pub fn quantities(text: &str, found: &extract::Extraction<'_>, offsets: Offsets) -> Vec<Quantity> {
    // The figures stand in the order of the text, so one walk through it places all of them.
    let (mut byte, mut place) = (0, 0);
    let mut reach = |to: usize| {
        for char in text.get(byte..to).unwrap_or_default().chars() {
            place += offsets.of(char);
        }
        byte = byte.max(to);
        u32::try_from(place).unwrap_or(u32::MAX)
    };
    let print = |end: Option<crate::Decimal>| end.map(|end| end.to_string());
    let record = |quantity: &extract::Quantity<'_>| Quantity {
        text: quantity.text.to_owned(),
        start: reach(quantity.start),
        end: reach(quantity.end),
        low: print(quantity.low),
        high: print(quantity.high),
        bound: quantity.bound,
        unit: quantity.unit.to_owned(),
        role: quantity.role,
        cue: quantity.cue.to_owned(),
        rule: quantity.rule,
        alternatives: quantity.alternatives.clone(),
    };
    found.quantities.iter().map(record).collect()
}
