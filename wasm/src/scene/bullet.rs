//! The bar of one commitment against its target, on an axis that all bars share.

use super::mark::Point;
use super::row::Bar;
use super::sheet::Sheet;
use super::theme::Tone;

/// The common axis: 0 at `left`, 100 % at the target line, `most` (a share) at `left + width`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Axis {
    pub(super) left: f64,
    pub(super) width: f64,
    pub(super) most: f64,
}

/// The largest share that gets its true length; bars beyond it are broken.
const LIMIT: f64 = 2.0;

/// How thick a bar is.
pub(super) const THICK: f64 = 12.0;

impl Axis {
    /// The share at the right end for bars up to `largest`: half a step of room beyond it, at least 100 %.
    pub(super) fn most(largest: f64) -> f64 {
        if largest > LIMIT {
            LIMIT + 0.2
        } else if largest > 1.0 {
            // A little more than the longest, so that its end is seen.
            (largest + 0.05).max(1.15)
        } else {
            1.0
        }
    }

    /// Where a share lies; beyond the ends of the axis, at the end.
    pub(super) fn x(self, share: f64) -> f64 {
        let share = if share.is_finite() { share.min(self.most).max(0.0) } else { self.most };
        self.left + self.width * share / self.most
    }

    /// The target line.
    pub(super) fn target(self) -> f64 {
        self.x(1.0)
    }

    /// The shares to name along the axis: every half up to its end.
    pub(super) fn ticks(self) -> impl Iterator<Item = (f64, &'static str)> {
        [(0.0, "0"), (0.5, "50%"), (1.5, "150%"), (2.0, "200%")]
            .into_iter()
            .filter(move |(share, _)| *share <= self.most)
    }
}

/// Draws a bar whose upper edge is at `top`.
pub(super) fn bullet(sheet: &mut Sheet, bar: Bar, expected: Option<f64>, axis: Axis, top: f64) {
    let (left, target) = (axis.left, axis.target());
    let middle = top + THICK / 2.0;
    match bar {
        Bar::None => {}
        Bar::Waiting => {
            sheet.rect((left, top), target - left, THICK, Tone::Track);
            sheet.outline((left, top), target - left, THICK, 1.0, Tone::Rule);
        }
        Bar::Unknown => {
            sheet.rect((left, top), target - left, THICK, Tone::Track);
            sheet.hatch((left, top), target - left, THICK, Tone::Hatch);
        }
        Bar::Milestone { done } => {
            sheet.rect((left, middle - 0.5), target - left, 1.0, Tone::Hatch);
            diamond(sheet, (target, middle), 7.0, if done { Tone::Accent } else { Tone::Ink });
            if !done {
                diamond(sheet, (target, middle), 5.0, Tone::Paper);
            }
        }
        Bar::Reached { named, low, high } => {
            sheet.rect((left, top), target - left, THICK, Tone::Track);
            let end = axis.x(named);
            sheet.rect((left, top), end.min(target) - left, THICK, Tone::Accent);
            sheet.rect((target, top), end - target, THICK, Tone::Deep);
            if named > axis.most {
                broken(sheet, end, top);
            }
            if let Some(expected) = expected {
                let x = axis.x(expected);
                sheet.line((x, top - 4.0), (x, top + THICK + 4.0), 2.0, Tone::Ink);
            }
            uncertainty(sheet, (low, high), named, axis, top);
        }
    }
}

/// A whisker from the least to the greatest figure that the words allow; an arrow where they set no upper end.
fn uncertainty(sheet: &mut Sheet, (low, high): (f64, Option<f64>), named: f64, axis: Axis, top: f64) {
    let middle = top + THICK / 2.0;
    let Some(high) = high else {
        let x = axis.x(low) + 2.0;
        arrow(sheet, (x, middle));
        return;
    };
    if high <= low || named > axis.most {
        return;
    }
    let (from, to) = (axis.x(low), axis.x(high));
    // A rim of paper keeps the whisker readable on any bar.
    sheet.line((from, middle), (to, middle), 4.5, Tone::Paper);
    sheet.line((from, middle), (to, middle), 1.5, Tone::Ink);
    for x in [from, to] {
        sheet.line((x, middle - 4.5), (x, middle + 4.5), 1.5, Tone::Ink);
    }
    if high > axis.most {
        arrow(sheet, (to, middle));
    }
}

/// The figure may be anything from here on.
fn arrow(sheet: &mut Sheet, (x, middle): Point) {
    sheet.line((x, middle), (x + 6.0, middle), 2.0, Tone::Deep);
    sheet.polygon(vec![(x + 6.0, middle - 5.0), (x + 14.0, middle), (x + 6.0, middle + 5.0)], Tone::Deep);
}

/// The bar goes on beyond the picture: two slanted cuts before its end, which is a point.
fn broken(sheet: &mut Sheet, end: f64, top: f64) {
    for shift in [16.0, 10.0] {
        let x = end - shift;
        let cut =
            vec![(x, top + THICK + 1.0), (x + 2.0, top + THICK + 1.0), (x + 6.0, top - 1.0), (x + 4.0, top - 1.0)];
        sheet.polygon(cut, Tone::Paper);
    }
    sheet.polygon(vec![(end, top), (end + 7.0, top + THICK / 2.0), (end, top + THICK)], Tone::Deep);
}

fn diamond(sheet: &mut Sheet, (x, y): Point, size: f64, tone: Tone) {
    sheet.polygon(vec![(x, y - size), (x + size, y), (x, y + size), (x - size, y)], tone);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_takes_any_share() {
        let axis = Axis { left: 100.0, width: 200.0, most: Axis::most(1.4) };
        for share in [-1.0, 0.0, 1.0, 9.9, f64::INFINITY, f64::NAN] {
            let x = axis.x(share);
            assert!((100.0..=300.0).contains(&x), "{share} at {x}");
        }
        assert!(axis.target() < 300.0);
    }

    #[test]
    fn a_bar_past_the_axis_is_broken_not_cut() {
        let axis = Axis { left: 0.0, width: 220.0, most: Axis::most(50.0) };
        let mut sheet = Sheet::new(0, f64::INFINITY, false);
        bullet(&mut sheet, Bar::Reached { named: 50.0, low: 50.0, high: Some(50.0) }, None, axis, 0.0);
        let marks = sheet.into_marks();
        assert!(marks.iter().filter(|m| matches!(m, super::super::mark::Mark::Polygon { .. })).count() == 3);
    }
}
