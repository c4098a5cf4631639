//! From a scene to SVG, through plotters.
//!
//! [`paint()`] draws the marks of a scene as plotters elements on a `DrawingArea` over our own `Canvas`, a
//! `DrawingBackend` that turns each call into elements and attributes for a [`Sink`]. Two sinks exist: [`Markup`] writes
//! text (a picture file, a page), [`Nodes`] calls a pen in the page, which builds nodes (Trusted Types forbid parsing
//! text there). Both get the same calls, so both draw the same picture.
//!
//! Coordinates inside plotters are whole numbers; the canvas is ten times as large as the picture, so that hairlines and
//! bar ends may stand at tenths of a pixel. Text is never measured by plotters.

mod canvas;
mod clean;
mod hatch;
mod markup;
#[cfg(feature = "js")]
mod nodes;
mod paint;
mod sink;

pub use clean::clean;
pub use markup::Markup;
#[cfg(feature = "js")]
pub use nodes::{Nodes, Pen};
pub use paint::paint;
pub use sink::Sink;
