//! Marks that stand for a commitment or a project. On a selectable board a reader can select them: there they are controls.
//!
//! Here stand places and names; what a control does, and which one is selected, is the element's (`wasm/js/select.js`). The first
//! program of a page has no selectable boards: see Cargo.toml.

use super::mark::{Anchor, Mark, Point, Role};
use super::overview::TILE;
use super::row::Row;
use super::sheet::Sheet;
use super::view::Subject;
use pledgeboard::programme::Project;

/// What a mark stands for, by the document's ids.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Of<'a> {
    pub(crate) programme: &'a str,
    pub(crate) project: &'a str,
    /// None: the whole project.
    pub(crate) commitment: Option<&'a str>,
}

impl<'a> Of<'a> {
    pub(super) fn project(subject: Subject<'a>, project: &'a Project) -> Self {
        Self { programme: &subject.programme.id, project: &project.id, commitment: None }
    }

    pub(crate) fn row(row: &Row<'a>) -> Self {
        Self { commitment: Some(&row.commitment.id), ..Self::project(row.subject, row.project) }
    }
}

impl Sheet {
    fn offers(&self) -> bool {
        cfg!(feature = "board") && self.selectable
    }

    /// Marks with a sentence of their own: a picture or a control.
    pub(super) fn stand(&mut self, of: Of<'_>, label: String, draw: impl FnOnce(&mut Sheet)) {
        let outer = self.begin();
        draw(self);
        if self.offers() {
            let frame = around(&self.marks);
            self.end_control(outer, of, label, false, frame);
        } else {
            self.end(outer, Role::Image, label);
        }
    }

    /// A tile of a picture that speaks for all of them: nothing of its own, or a control. Of a twin another mark says more.
    pub(super) fn tile(
        &mut self,
        of: Of<'_>,
        (x, y): Point,
        label: impl FnOnce() -> String,
        twin: impl FnOnce() -> bool,
        draw: impl FnOnce(&mut Sheet),
    ) {
        if self.offers() {
            let outer = self.begin();
            draw(self);
            self.end_control(outer, of, label(), twin(), [x - AROUND, y - AROUND, TARGET, TARGET]);
        } else {
            draw(self);
        }
    }

    /// Between two tiles: on a selectable board room for their frames.
    pub(super) fn gap(&self) -> f64 {
        if self.offers() { 2.0 * AROUND } else { 4.0 }
    }

    /// The role of a picture that holds tiles: nothing inside an image could be a control.
    pub(super) fn tiled(&self) -> Role {
        if self.offers() { Role::Parts } else { Role::Image }
    }

    #[cfg_attr(not(feature = "board"), allow(unused_variables, reason = "never called"))]
    fn end_control(&mut self, outer: Vec<Mark>, of: Of<'_>, label: String, twin: bool, frame: [f64; 4]) {
        let marks = core::mem::replace(&mut self.marks, outer);
        #[cfg(feature = "board")]
        self.add(Mark::Control(Box::new(super::mark::Control {
            programme: of.programme.to_owned(),
            project: of.project.to_owned(),
            commitment: of.commitment.map(ToOwned::to_owned),
            twin,
            label,
            frame,
            marks,
        })));
    }
}

/// The least height and width of a target, in pixels.
const TARGET: f64 = 24.0;

/// From what is drawn to the frame around it: a tile becomes such a target.
const AROUND: f64 = (TARGET - TILE) / 2.0;

/// The frame around marks: left, top, width, height. Rules and target lines are not counted: they lie between rows or run
/// through them.
fn around(marks: &[Mark]) -> [f64; 4] {
    let mut edges = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    for mark in marks {
        reach(mark, &mut edges);
    }
    let [left, top, right, bottom] = edges;
    let above = AROUND.max((TARGET - (bottom - top)) / 2.0);
    [left - AROUND, top - above, right - left + 2.0 * AROUND, bottom - top + 2.0 * above]
}

fn reach(mark: &Mark, edges: &mut [f64; 4]) {
    let mut add = |x: f64, y: f64| {
        let [left, top, right, bottom] = *edges;
        *edges = [left.min(x), top.min(y), right.max(x), bottom.max(y)];
    };
    match mark {
        Mark::Rect { height, .. } if *height <= 1.0 => {}
        Mark::Rect { x, y, width, height, .. } | Mark::Hatch { x, y, width, height, .. } => {
            add(*x, *y);
            add(x + width, y + height);
        }
        Mark::Polygon { points, .. } => points.iter().for_each(|(x, y)| add(*x, *y)),
        Mark::Text { at: (x, y), words, face, anchor, .. } => {
            let width = face.width(words);
            let left = match anchor {
                Anchor::Start => *x,
                Anchor::Middle => x - width / 2.0,
                Anchor::End => x - width,
            };
            add(left, y - face.size * 0.9);
            add(left + width, y + face.size * 0.2);
        }
        _ => {}
    }
}
