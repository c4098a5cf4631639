//! Published commitments and their exact completion.
//!
//! A government promises "39 lifts, at least 5 job fairs, about 2 km of trail", reports now and then, and prints a
//! rate at the year's end. This crate reads such a programme from one document ([`read`](mod@read)), says for any day
//! how far each commitment had come ([`evaluate`](mod@evaluate)), and never decides or prints a figure in floating
//! point.

#![forbid(unsafe_code)]

mod bounds;
pub mod claim;
pub mod columns;
pub mod compare;
mod date;
mod error;
pub mod evaluate;
pub mod explain;
#[cfg(feature = "extract")]
pub mod extract;
#[cfg(test)]
mod fixture;
pub mod grounds;
mod interval;
mod locale;
pub mod number;
mod order;
pub mod pace;
pub mod portfolio;
pub mod printed;
pub mod programme;
pub mod read;
pub mod sentence;
pub mod table;
pub mod units;
#[cfg(feature = "serde")]
pub mod wire;
pub mod words;

#[doc = include_str!("../statistics.md")]
pub mod statistics {}

pub use date::{Date, Period};
pub use error::Error;
pub use evaluate::{Evaluation, Status};
#[cfg(feature = "extract")]
pub use extract::extract;
pub use interval::{End, Interval};
pub use locale::Locale;
pub use number::{Decimal, Ratio};
pub use programme::Programme;
pub use read::read;
