//! The sheet that a view writes its marks on.

use super::mark::{Anchor, Mark, Point, Role};
use super::theme::Tone;
use crate::text::{Face, balance, wrap};

/// Where a strip of a view begins: a large board is drawn strip by strip.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Start {
    /// How many parts stand above it.
    pub(crate) part: usize,
    /// Its upper edge in the whole picture.
    pub(crate) top: f64,
}

/// Collects marks back to front.
pub(super) struct Sheet {
    pub(super) marks: Vec<Mark>,
    /// Whether a reader can select what stands for something.
    pub(super) selectable: bool,
    /// The first part to draw.
    first: usize,
    /// The first part not drawn yet.
    next: usize,
    /// From here down nothing begins any more.
    limit: f64,
    more: bool,
}

impl Sheet {
    /// A sheet for the parts from `first` on that begin above `limit`.
    pub(super) fn new(first: usize, limit: f64, selectable: bool) -> Self {
        Self { marks: Vec::new(), selectable, first, next: 0, limit, more: false }
    }

    pub(super) fn into_marks(self) -> Vec<Mark> {
        self.marks
    }

    /// The part that the next strip begins with, if this one does not hold all.
    pub(super) fn rest(&self) -> Option<usize> {
        self.more.then_some(self.next)
    }

    /// A part of the view, which is never cut: `draw` gets its upper edge and gives the lower one, which becomes `y`.
    ///
    /// A part of another strip is left out and takes no room, so everything between parts is a part, too.
    pub(super) fn part(&mut self, y: &mut f64, draw: impl FnOnce(&mut Sheet, f64) -> f64) {
        if self.enter(*y) {
            *y = draw(self, *y);
        }
    }

    /// Leaves room between two parts.
    pub(super) fn skip(&mut self, y: &mut f64, room: f64) {
        self.part(y, |_, y| y + room);
    }

    #[inline(never)]
    fn enter(&mut self, y: f64) -> bool {
        let above = self.next < self.first;
        if !above && y >= self.limit {
            self.more = true;
            return false;
        }
        self.next += 1;
        !above
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
    pub(super) fn begin(&mut self) -> Vec<Mark> {
        core::mem::take(&mut self.marks)
    }

    #[inline(never)]
    pub(super) fn end(&mut self, outer: Vec<Mark>, role: Role, label: String) {
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
