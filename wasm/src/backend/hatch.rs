//! Hatching as plain lines: no pattern, no `url(#…)`, so that two pictures on one page cannot collide.

/// The distance between two lines along an edge, in pixels.
const GAP: f64 = 6.0;

/// A line from one point to another.
pub(super) type Segment = ((f64, f64), (f64, f64));

/// The 45° lines inside a rectangle, rising to the right, cut at its edges.
///
/// The line number k joins the points with x + y = x₀ + y₀ + k·gap, so neighbouring rectangles continue each other's
/// lines only if their corners agree; they need not.
pub(super) fn hatch(x: f64, y: f64, width: f64, height: f64) -> Vec<Segment> {
    let mut lines = Vec::new();
    if !(width > 0.0 && height > 0.0 && (width + height).is_finite() && width + height < 1e5) {
        return lines;
    }
    let mut along = GAP / 2.0;
    while along < width + height {
        // From the lower left to the upper right: start on the left or lower edge, end on the upper or right edge.
        let start = if along <= height { (x, y + along) } else { (x + along - height, y + height) };
        let end = if along <= width { (x + along, y) } else { (x + width, y + along - width) };
        lines.push((start, end));
        along += GAP;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_inside() {
        for (width, height) in [(100.0, 10.0), (3.0, 40.0), (7.0, 7.0), (250.5, 9.5)] {
            let lines = hatch(10.0, 20.0, width, height);
            assert!(!lines.is_empty());
            for (a, b) in lines {
                for (x, y) in [a, b] {
                    assert!((10.0..=10.0 + width + 1e-9).contains(&x));
                    assert!((20.0..=20.0 + height + 1e-9).contains(&y));
                }
                assert!((a.0 + a.1 - b.0 - b.1).abs() < 1e-9, "45°");
            }
        }
    }

    #[test]
    fn nothing_to_hatch() {
        assert!(hatch(0.0, 0.0, 0.0, 10.0).is_empty());
        assert!(hatch(0.0, 0.0, f64::NAN, 10.0).is_empty());
        assert!(hatch(0.0, 0.0, f64::INFINITY, 10.0).is_empty());
    }
}
