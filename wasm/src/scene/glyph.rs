//! A shape for every status, so that none is told by colour alone.
//!
//! Drawn, not set in type: fonts lack some of these signs or draw them as coloured pictures. Each is made for a box of
//! 10 by 10 and scaled.

use super::mark::Point;
use super::sheet::Sheet;
use super::theme::Tone;
use pledgeboard::evaluate::Reason;
use pledgeboard::words::status;
use pledgeboard::{Locale, Status};

/// A status as it is signed: an unreported promise whose figure is not due yet has a sign of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Sign {
    pub(super) status: Status,
    pub(super) not_due: bool,
}

impl Sign {
    /// The word beside the sign.
    pub(super) fn word(self, locale: Locale) -> &'static str {
        status(self.status, self.not_due.then_some(Reason::NotDueYet), locale)
    }

    /// Every sign in the order in which boards list them.
    pub(super) fn all() -> impl Iterator<Item = Sign> {
        Status::ALL.into_iter().flat_map(|status| [false, true].map(|not_due| Sign { status, not_due }))
    }
}

/// Draws the sign of a status into the square at `at` with sides of `size` pixels.
pub(super) fn glyph(sheet: &mut Sheet, sign: Sign, (x, y): Point, size: f64, tone: Tone) {
    let at = |px: f64, py: f64| (x + px * size / 10.0, y + py * size / 10.0);
    let mut fill = |points: &[(f64, f64)]| {
        sheet.polygon(points.iter().map(|(px, py)| at(*px, *py)).collect(), tone);
    };
    match sign.status {
        // A bar that has passed a line: up beyond the promise.
        Status::Exceeded => {
            fill(&[(5.0, 0.0), (10.0, 6.5), (0.0, 6.5)]);
            fill(&[(0.0, 8.0), (10.0, 8.0), (10.0, 10.0), (0.0, 10.0)]);
        }
        Status::Met => fill(CHECK),
        // A check over a line: done, past the day.
        Status::MetLate => {
            fill(&CHECK.iter().map(|(px, py)| (*px, py * 0.75)).collect::<Vec<_>>());
            fill(&[(0.0, 8.5), (10.0, 8.5), (10.0, 10.0), (0.0, 10.0)]);
        }
        Status::Ahead => {
            fill(&[(0.0, 1.0), (5.0, 5.0), (0.0, 9.0)]);
            fill(&[(5.0, 1.0), (10.0, 5.0), (5.0, 9.0)]);
        }
        Status::OnSchedule => fill(&[(2.0, 0.5), (9.0, 5.0), (2.0, 9.5)]),
        Status::Behind => {
            fill(&[(0.0, 1.0), (10.0, 1.0), (5.0, 9.0)]);
        }
        Status::NotStarted => ring(&mut fill, 2.0),
        Status::Missed => {
            fill(&[(0.0, 1.6), (1.6, 0.0), (10.0, 8.4), (8.4, 10.0)]);
            fill(&[(8.4, 0.0), (10.0, 1.6), (1.6, 10.0), (0.0, 8.4)]);
        }
        // Half full: it may be either.
        Status::Undecided => {
            ring(&mut fill, 1.4);
            fill(&[(5.0, 0.5), (5.0, 9.5), (1.8, 8.2), (0.5, 5.0), (1.8, 1.8)]);
        }
        // An empty frame: there is nothing to expect yet.
        Status::Unreported if sign.not_due => {
            fill(&[(0.0, 0.0), (10.0, 0.0), (10.0, 1.4), (0.0, 1.4)]);
            fill(&[(0.0, 8.6), (10.0, 8.6), (10.0, 10.0), (0.0, 10.0)]);
            fill(&[(0.0, 1.4), (1.4, 1.4), (1.4, 8.6), (0.0, 8.6)]);
            fill(&[(8.6, 1.4), (10.0, 1.4), (10.0, 8.6), (8.6, 8.6)]);
        }
        // Three slanted strokes: the hatching, small.
        Status::Unreported => {
            for shift in [0.0, 3.6, 7.2] {
                fill(&[(shift, 10.0), (shift + 1.3, 10.0), (shift + 2.8, 0.0), (shift + 1.5, 0.0)]);
            }
        }
        Status::NoTarget => fill(&[(5.0, 2.0), (8.0, 5.0), (5.0, 8.0), (2.0, 5.0)]),
        Status::NotMeasurable => {
            fill(&[(0.0, 2.6), (10.0, 2.6), (10.0, 4.2), (0.0, 4.2)]);
            fill(&[(0.0, 5.8), (10.0, 5.8), (10.0, 7.4), (0.0, 7.4)]);
        }
        Status::Withdrawn => fill(&[(0.0, 4.0), (10.0, 4.0), (10.0, 6.0), (0.0, 6.0)]),
    }
}

const CHECK: &[(f64, f64)] = &[(0.0, 5.2), (1.6, 3.6), (3.8, 5.8), (8.6, 0.8), (10.0, 2.4), (3.8, 9.0)];

/// Fills the polygon with these corners.
type Fill<'f> = dyn FnMut(&[(f64, f64)]) + 'f;

/// An octagonal ring of a certain thickness, as two halves (a polygon has no hole).
fn ring(fill: &mut Fill<'_>, thick: f64) {
    let outer = [(5.0, 0.0), (8.5, 1.5), (10.0, 5.0), (8.5, 8.5), (5.0, 10.0), (1.5, 8.5), (0.0, 5.0), (1.5, 1.5)];
    let scale = (5.0 - thick) / 5.0;
    for half in [0, 4] {
        // Five corners outside, then the same five back inside.
        let corners = (0..10_usize).map(|step| {
            let (corner, scale) = if step < 5 { (half + step, 1.0) } else { (half + 9 - step, scale) };
            let (px, py) = outer.get(corner % 8).copied().unwrap_or_default();
            (5.0 + (px - 5.0) * scale, 5.0 + (py - 5.0) * scale)
        });
        fill(&corners.collect::<Vec<_>>());
    }
}
