//! Sizes that depend on the width of the page: margins, type, columns.

use crate::text::Face;

/// The narrowest and the widest picture; anything else is brought to the nearer one.
const NARROWEST: f64 = 240.0;
const WIDEST: f64 = 4000.0;

/// The measures of a picture of a certain width.
///
/// Three layouts: a phone (label above its bar), a column, a page. All sizes are pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Layout {
    /// The whole width.
    pub(super) width: f64,
    /// The white edge left and right.
    pub(super) margin: f64,
}

impl Layout {
    /// The layout for a width; what is not a width gets that of a narrow column.
    pub(super) fn new(width: f64) -> Self {
        let width = if width.is_finite() { width.clamp(NARROWEST, WIDEST) } else { 640.0 };
        // Whole pixels: a picture half a pixel wider is the same picture.
        let width = width.floor();
        Self { width, margin: if width < 480.0 { 16.0 } else { 24.0 } }
    }

    /// Whether labels stand above their bars.
    pub(super) fn is_phone(self) -> bool {
        self.width < 600.0
    }

    /// The width between the margins.
    pub(super) fn inner(self) -> f64 {
        self.width - 2.0 * self.margin
    }

    /// The right edge of the text.
    pub(super) fn right(self) -> f64 {
        self.width - self.margin
    }

    /// The widest that running text gets, so that lines stay readable on a wide page.
    pub(super) fn measure(self) -> f64 {
        self.inner().min(860.0)
    }

    /// The headline's type.
    pub(super) fn headline(self) -> Face {
        Face::bold(if self.width < 480.0 {
            20.0
        } else if self.width < 800.0 {
            23.0
        } else {
            28.0
        })
    }

    /// The part of the page between the margins.
    pub(super) fn frame(self) -> Frame {
        Frame { left: self.margin, width: self.inner() }
    }
}

/// A part of the page, from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) width: f64,
}

impl Frame {
    /// The right edge.
    pub(super) fn right(self) -> f64 {
        self.left + self.width
    }

    /// Columns of at least `least` pixels with gaps of `gap` between them: how many, and how wide each is.
    pub(super) fn columns(self, least: f64, gap: f64, most: usize) -> (usize, f64) {
        let mut count = 1;
        let mut width = self.width;
        for tried in 2..=most {
            let n = f64::from(u32::try_from(tried).unwrap_or(1));
            let each = (self.width - gap * (n - 1.0)) / n;
            if each < least {
                break;
            }
            (count, width) = (tried, each);
        }
        (count, width)
    }
}

/// A count as a length or a factor.
pub(super) fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_brought_into_bounds() {
        for (asked, got) in [(0.0, 240.0), (-5.0, 240.0), (1e9, 4000.0), (f64::NAN, 640.0), (360.9, 360.0)] {
            assert!((Layout::new(asked).width - got).abs() < f64::EPSILON);
        }
    }

    #[test]
    fn columns_fill_the_page() {
        let (count, width) = Layout::new(1200.0).frame().columns(320.0, 32.0, 3);
        assert_eq!(count, 3);
        assert!((width * 3.0 + 64.0 - 1152.0).abs() < 1e-9);
        assert_eq!(Layout::new(360.0).frame().columns(320.0, 32.0, 3).0, 1);
    }
}
