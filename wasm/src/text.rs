//! How wide text is and where it breaks, without asking a font.
//!
//! A board must look the same wherever it is drawn: in a browser, in Node, natively. Fonts differ between those, and
//! some of them have none. So text is measured by one small table of our own (`measure`) that is a little wider than
//! the sans-serif fonts people have, and broken into lines by our own rules ([`wrap`]). A label that fits by this table
//! is not cut by a real font.

mod measure;
mod wrap;

pub use measure::{Face, em};
pub use wrap::{balance, wrap};
