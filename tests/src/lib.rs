//! Holds the project's tests, and its READMEs to their word: their Rust examples run as tests of this crate.

#![doc = include_str!("../../README.md")]

pub mod labelled;

/// The Chinese README.
#[cfg(doctest)]
#[doc = include_str!("../../README.zh-CN.md")]
pub mod readme_zh {}
