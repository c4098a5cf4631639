//! Our plotters backend: drawing calls become elements of a sink.

use super::sink::Sink;
use pledgeboard::words::count;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use std::cell::RefCell;
use std::convert::Infallible;

/// Canvas units per pixel.
pub(super) const SCALE: f64 = 10.0;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Writes elements, and joins consecutive strokes of one style into one `<path>`: a hatching is one element, not forty.
pub(super) struct Quill<'s> {
    sink: &'s mut dyn Sink,
    stroke: Option<(BackendColor, u32)>,
    path: String,
}

impl<'s> Quill<'s> {
    pub(super) fn new(sink: &'s mut dyn Sink) -> Self {
        Self { sink, stroke: None, path: String::new() }
    }

    /// The sink, after everything drawn so far has reached it.
    pub(super) fn sink(&mut self) -> &mut dyn Sink {
        if let Some((colour, width)) = self.stroke.take() {
            let path = std::mem::take(&mut self.path);
            self.sink.open("path");
            self.sink.attr("d", &path);
            self.sink.attr("stroke", &hex(colour));
            self.sink.attr("stroke-width", &tenths(i32::try_from(width).unwrap_or(10)));
            self.sink.close();
        }
        self.sink
    }
}

/// The drawing surface that plotters sees.
pub(super) struct Canvas<'q, 's> {
    pub(super) quill: &'q RefCell<Quill<'s>>,
    pub(super) size: (u32, u32),
}

impl Canvas<'_, '_> {
    /// One element with number attributes and a fill.
    fn shape(&self, name: &str, numbers: &[(&str, i32)], colour: BackendColor) {
        let mut quill = self.quill.borrow_mut();
        let sink = quill.sink();
        sink.open(name);
        for (key, value) in numbers {
            sink.attr(key, &tenths(*value));
        }
        sink.attr("fill", &hex(colour));
    }

    fn close(&self) {
        self.quill.borrow_mut().sink().close();
    }
}

impl DrawingBackend for Canvas<'_, '_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    /// A scene has no pixels.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, s: &S) -> Drawn {
        self.draw_path([from, to], s)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        self.shape(
            "rect",
            &[("x", x), ("y", y), ("width", right.saturating_sub(x)), ("height", bottom.saturating_sub(y))],
            style.color(),
        );
        self.close();
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let wanted = (style.color(), style.stroke_width());
        let mut quill = self.quill.borrow_mut();
        let same = quill.stroke.is_some_and(|(colour, width)| colour.rgb == wanted.0.rgb && width == wanted.1);
        if !same {
            quill.sink();
            quill.stroke = Some(wanted);
        }
        trace(&mut quill.path, path);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Drawn {
        let mut d = String::new();
        trace(&mut d, corners);
        d.push('Z');
        let mut quill = self.quill.borrow_mut();
        let sink = quill.sink();
        sink.open("path");
        sink.attr("d", &d);
        sink.attr("fill", &hex(style.color()));
        sink.close();
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> Drawn {
        self.shape("text", &[("x", x), ("y", y), ("font-size", whole(style.size()))], style.color());
        let mut quill = self.quill.borrow_mut();
        let sink = quill.sink();
        match style.anchor().h_pos {
            HPos::Left => {}
            HPos::Center => sink.attr("text-anchor", "middle"),
            HPos::Right => sink.attr("text-anchor", "end"),
        }
        if matches!(style.style(), FontStyle::Bold) {
            sink.attr("font-weight", "700");
        }
        sink.text(text);
        sink.close();
        Ok(())
    }

    /// Never asked for: the scene has measured everything. Overridden because the default would measure in the page.
    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        _: &str,
        _: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((0, 0))
    }
}

/// Pixels as canvas units; what is not finite or out of all bounds is brought to the nearest place that can be drawn.
#[allow(clippy::cast_possible_truncation, reason = "clamped first; NaN becomes 0")]
pub(super) fn units(pixels: f64) -> i32 {
    whole(pixels.clamp(-1e6, 1e6) * SCALE)
}

#[allow(clippy::cast_possible_truncation, reason = "sizes and places far inside i32; a cast saturates")]
fn whole(value: f64) -> i32 {
    value.round() as i32
}

/// Appends `M x y L x y …` in pixels.
fn trace<I: IntoIterator<Item = BackendCoord>>(path: &mut String, points: I) {
    for (index, (x, y)) in points.into_iter().enumerate() {
        path.push(if index == 0 { 'M' } else { 'L' });
        path.push_str(&tenths(x));
        path.push(' ');
        path.push_str(&tenths(y));
    }
}

/// Canvas units printed as pixels with at most one decimal: 125 is `12.5`, 120 is `12`.
pub(super) fn tenths(units: i32) -> String {
    let size = units.unsigned_abs();
    let mut printed = String::new();
    if units < 0 {
        printed.push('-');
    }
    printed.push_str(&count(size as usize / 10));
    if !size.is_multiple_of(10) {
        printed.push('.');
        printed.push_str(&count(size as usize % 10));
    }
    printed
}

/// A colour as `#rrggbb`.
fn hex(colour: BackendColor) -> String {
    let mut printed = String::from("#");
    let (red, green, blue) = colour.rgb;
    for channel in [red, green, blue] {
        for digit in [channel >> 4, channel & 15] {
            printed.push(char::from(digit + if digit < 10 { b'0' } else { b'a' - 10 }));
        }
    }
    printed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_print_with_one_decimal_at_most() {
        for (units, printed) in [(0, "0"), (5, "0.5"), (-5, "-0.5"), (120, "12"), (-1234, "-123.4")] {
            assert_eq!(tenths(units), printed);
        }
    }

    #[test]
    fn what_is_not_finite_has_a_place() {
        assert_eq!(units(f64::NAN), 0);
        assert_eq!(units(f64::INFINITY), 10_000_000);
        assert_eq!(units(12.34), 123);
    }
}
