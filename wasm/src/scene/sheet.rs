//! The sheet that a view writes its marks on.

use super::mark::{Anchor, Mark, Point, Role};
use super::theme::Tone;
use crate::text::{Face, balance, wrap};

/// Collects marks back to front.
#[derive(Default)]
pub(super) struct Sheet {
    marks: Vec<Mark>,
}

impl Sheet {
    pub(super) fn into_marks(self) -> Vec<Mark> {
        self.marks
    }

    pub(super) fn add(&mut self, mark: Mark) {
        self.marks.push(mark);
    }

    /// A filled rectangle; nothing if it has no extent.
    pub(super) fn rect(&mut self, (x, y): Point, width: f64, height: f64, tone: Tone) {
        if width > 0.0 && height > 0.0 {
            self.add(Mark::Rect { x, y, width, height, tone });
        }
    }

    pub(super) fn hatch(&mut self, (x, y): Point, width: f64, height: f64, tone: Tone) {
        self.add(Mark::Hatch { x, y, width, height, tone });
    }

    /// The outline of a rectangle, drawn inside its edges.
    pub(super) fn outline(&mut self, (x, y): Point, width: f64, height: f64, stroke: f64, tone: Tone) {
        self.rect((x, y), width, stroke, tone);
        self.rect((x, y + height - stroke), width, stroke, tone);
        self.rect((x, y + stroke), stroke, height - 2.0 * stroke, tone);
        self.rect((x + width - stroke, y + stroke), stroke, height - 2.0 * stroke, tone);
    }

    pub(super) fn line(&mut self, from: Point, to: Point, stroke: f64, tone: Tone) {
        self.add(Mark::Line { from, to, stroke, tone });
    }

    pub(super) fn polygon(&mut self, points: Vec<Point>, tone: Tone) {
        self.add(Mark::Polygon { points, tone });
    }

    /// One line of text on its baseline.
    pub(super) fn text(&mut self, at: Point, words: &str, face: Face, anchor: Anchor, tone: Tone) {
        if !words.is_empty() {
            self.add(Mark::Text { at, words: words.to_owned(), face, anchor, tone });
        }
    }

    /// Text in lines of at most `width`, from `top` down; gives the lower edge. Lines are about equally long if there
    /// are several.
    pub(super) fn paragraph(&mut self, (x, top): Point, width: f64, words: &str, style: Style) -> f64 {
        let lines = if style.even { balance(words, style.face, width) } else { wrap(words, style.face, width) };
        let mut y = top;
        for line in &lines {
            self.text((x, y + style.face.size), line, style.face, style.anchor, style.tone);
            y += style.face.leading();
        }
        y
    }

    /// Marks that are one thing to a screen reader.
    pub(super) fn group(&mut self, role: Role, label: String, draw: impl FnOnce(&mut Sheet)) {
        let outer = self.begin();
        draw(self);
        self.end(outer, role, label);
    }

    /// Apart from [`Sheet::group`], which is made anew for everything that draws in one.
    #[inline(never)]
    fn begin(&mut self) -> Vec<Mark> {
        core::mem::take(&mut self.marks)
    }

    #[inline(never)]
    fn end(&mut self, outer: Vec<Mark>, role: Role, label: String) {
        let marks = core::mem::replace(&mut self.marks, outer);
        self.add(Mark::Group { role, label, marks });
    }
}

/// The largest bold type up to `most` pixels in which words take one line, but not below `least`.
pub(super) fn fitting(words: &str, width: f64, least: f64, most: f64) -> Face {
    let mut face = Face::bold(most);
    while face.size > least && face.width(words) > width {
        face.size -= 1.0;
    }
    face
}

/// How a paragraph is set.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) face: Face,
    pub(super) tone: Tone,
    pub(super) anchor: Anchor,
    /// Whether lines are evened out (titles) or filled (running text).
    pub(super) even: bool,
}

impl Style {
    /// Running text from the left.
    pub(super) const fn plain(face: Face, tone: Tone) -> Self {
        Self { face, tone, anchor: Anchor::Start, even: false }
    }

    /// A title or label from the left.
    pub(super) const fn title(face: Face, tone: Tone) -> Self {
        Self { face, tone, anchor: Anchor::Start, even: true }
    }
}
