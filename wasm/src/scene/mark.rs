//! The few kinds of mark that a picture is made of.
//!
//! A [`Scene`] is resolved completely: every place, size and word stands fixed, every colour is named by its role. A
//! backend is one `match` over [`Mark`] and decides nothing. Lengths are pixels, x to the right, y down.

use super::theme::{Theme, Tone};
use crate::text::Face;

/// A place in pixels.
pub type Point = (f64, f64);

/// Where a text stands relative to its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins at the place.
    Start,
    /// The middle of the text is at the place.
    Middle,
    /// The text ends at the place.
    End,
}

/// What a group of marks is to somebody who cannot see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// One picture with one sentence: a commitment's row, a status bar.
    Image,
    /// The headline; its label is its text.
    Headline,
    /// The heading of a part.
    Heading,
    /// Drawn, but said elsewhere: axis ticks, rules.
    Hidden,
    /// A picture with controls in it.
    Parts,
}

/// One thing to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A filled rectangle from its upper left corner.
    Rect {
        /// Left edge.
        x: f64,
        /// Upper edge.
        y: f64,
        /// Extent to the right.
        width: f64,
        /// Extent downwards.
        height: f64,
        /// Fill.
        tone: Tone,
    },
    /// A straight stroke.
    Line {
        /// One end.
        from: Point,
        /// The other end.
        to: Point,
        /// Thickness.
        stroke: f64,
        /// Colour.
        tone: Tone,
    },
    /// A filled polygon.
    Polygon {
        /// Its corners in order.
        points: Vec<Point>,
        /// Fill.
        tone: Tone,
    },
    /// A rectangle of slanted lines: unknown. The lines end at its edges by computation, not by a clip path.
    Hatch {
        /// Left edge.
        x: f64,
        /// Upper edge.
        y: f64,
        /// Extent to the right.
        width: f64,
        /// Extent downwards.
        height: f64,
        /// Colour of the lines.
        tone: Tone,
    },
    /// One line of text; `at` lies on its baseline.
    Text {
        /// The anchor on the baseline.
        at: Point,
        /// The words.
        words: String,
        /// Size and weight.
        face: Face,
        /// Which part of the text is at `at`.
        anchor: Anchor,
        /// Colour.
        tone: Tone,
    },
    /// Marks that are one thing to a screen reader.
    Group {
        /// What they are.
        role: Role,
        /// The sentence that is read for them.
        label: String,
        /// The marks.
        marks: Vec<Mark>,
    },
    /// Marks that a reader can select. The first program of a page draws none: see Cargo.toml.
    #[cfg(feature = "board")]
    Control(Box<Control>),
}

/// Marks that a reader can select, and what of the document they stand for.
#[cfg(feature = "board")]
#[derive(Clone, Debug, PartialEq)]
pub struct Control {
    /// The programme's id.
    pub programme: String,
    /// The project's id.
    pub project: String,
    /// The commitment's id; none where the whole project is meant.
    pub commitment: Option<String>,
    /// Whether another control stands for the same and says more: then this one is for pointers only.
    pub twin: bool,
    /// The sentence that is read for them.
    pub label: String,
    /// The frame around them: left, top, width, height. It is seen where the control is selected or has the focus.
    pub frame: [f64; 4],
    /// The marks.
    pub marks: Vec<Mark>,
}

/// A picture, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// The upper edge: 0, but for the later strips of a large picture.
    pub top: f64,
    /// The picture's name: its finding. A later strip has none.
    pub title: String,
    /// The picture in a sentence or two.
    pub description: String,
    /// The language of its words, as a language tag.
    pub lang: &'static str,
    /// Light or dark.
    pub theme: Theme,
    /// What to draw, back to front.
    pub marks: Vec<Mark>,
}
