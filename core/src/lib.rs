#![doc = include_str!("../README.md")]
//!
//! # Where to go on
//!
//! [`read`](mod@read) takes a document and tells all that is wrong with it; [`evaluate`](mod@evaluate) says what a programme had
//! come to on a day, with intervals for uncertain figures and roll-ups; [`claim`] checks printed rates; [`compare`] sets two
//! years side by side; [`pace`] and [`portfolio`] look over many; [`statistics`] explains the methods in plain words.

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
