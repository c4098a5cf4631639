//! What a result rests on, as a record.

use serde::Serialize;

use crate::grounds;

/// What a result rests on.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Grounds {
    /// The figures that went in, each with its name.
    pub inputs: Vec<String>,
    /// The rule that was applied, in one sentence.
    pub rule: String,
    /// Where the rule comes from.
    pub source: String,
}

pub(super) fn of(grounds: &grounds::Grounds) -> Grounds {
    Grounds { inputs: grounds.inputs.clone(), rule: grounds.rule.to_owned(), source: grounds.source.to_owned() }
}
