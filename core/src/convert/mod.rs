//! Exact conversions from and to the types of other crates, each behind the feature of its name.
//!
//! `From` where every value fits, `TryFrom` with the crate's [`Error`](crate::Error) where some do not. Nothing is rounded.

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "rust_decimal")]
mod rust_decimal;
#[cfg(feature = "serde")]
mod serde;
