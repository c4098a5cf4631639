//! One `match` over the kinds of mark.

use super::canvas::{Canvas, Quill, SCALE, tenths, units};
use super::hatch::hatch;
use super::sink::Sink;
#[cfg(feature = "board")]
use crate::scene::mark::Control;
use crate::scene::mark::{Anchor, Mark, Point, Role, Scene};
use crate::scene::theme::{Theme, Tone};
#[cfg(feature = "board")]
use crate::write::begin;
use crate::write::text_element;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::BackendColor;
use std::cell::RefCell;

/// Chinese faces first where Chinese is read, then what the system has; the Latin letters of both are narrower than our
/// width table.
const FONTS_ZH: &str = "\"PingFang SC\",\"Hiragino Sans GB\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",\"Noto Sans SC\",\
                        \"Source Han Sans SC\",\"WenQuanYi Micro Hei\",system-ui,sans-serif";
const FONTS_EN: &str = "\"Helvetica Neue\",Arial,\"Liberation Sans\",\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",\
                        \"Noto Sans SC\",sans-serif";

/// How thick the lines of a hatching are, in pixels.
const HATCH_STROKE: f64 = 1.2;

type Area<'q, 's> = DrawingArea<Canvas<'q, 's>, Shift>;

/// Draws a scene into a sink as one `<svg>`.
///
/// The picture has its own size and `viewBox`, a name and a description, and no `id`, `style` or reference.
pub fn paint(scene: &Scene, sink: &mut dyn Sink) {
    let (width, height) = (units(scene.width.max(1.0)), units(scene.height.max(1.0)));
    let (printed_width, printed_height) = (tenths(width), tenths(height));
    let later = scene.top > 0.0;
    let grouped = scene.marks.iter().any(|mark| matches!(mark, Mark::Group { .. }));
    sink.open("svg");
    for (name, value) in [
        ("width", printed_width.as_str()),
        ("height", &printed_height),
        ("viewBox", &["0 ", &tenths(units(scene.top)), " ", &printed_width, " ", &printed_height].concat()),
        // Inside an image nothing is read one by one; a picture made of named rows is a group. A later strip is no thing
        // of its own: its rows are read on.
        (
            "role",
            if later {
                "none"
            } else if grouped {
                "group"
            } else {
                "img"
            },
        ),
        ("aria-label", &scene.title),
        ("lang", scene.lang),
        ("font-family", if scene.lang == "en" { FONTS_EN } else { FONTS_ZH }),
        ("font-variant", "tabular-nums"),
    ] {
        if !value.is_empty() {
            sink.attr(name, value);
        }
    }
    for (name, words) in [("title", &scene.title), ("desc", &scene.description)] {
        if !words.is_empty() {
            sink.open(name);
            sink.text(words);
            sink.close();
        }
    }
    let quill = RefCell::new(Quill::new(sink));
    // What lies outside of its area plotters moves to the edge: that of a strip begins at the very top, and ends below the
    // pixel that a line may reach into the next.
    let below = units(scene.top + scene.height + 1.0);
    let area = Canvas { quill: &quill, size: (width.unsigned_abs(), below.unsigned_abs()) }.into_drawing_area();
    let painter = Painter { area, quill: &quill, theme: scene.theme };
    // The strips of a page lie on the page's paper: one of their own would cut a line that crosses the seam.
    if !later {
        painter.rect((0.0, 0.0), (scene.width, scene.height), Tone::Paper);
    }
    painter.all(&scene.marks);
    quill.borrow_mut().sink().close();
}

struct Painter<'q, 's> {
    area: Area<'q, 's>,
    quill: &'q RefCell<Quill<'s>>,
    theme: Theme,
}

impl Painter<'_, '_> {
    fn all(&self, marks: &[Mark]) {
        for mark in marks {
            self.mark(mark);
        }
    }

    fn mark(&self, mark: &Mark) {
        match mark {
            Mark::Rect { x, y, width, height, tone } => self.rect((*x, *y), (x + width, y + height), *tone),
            Mark::Line { from, to, stroke, tone } => self.line(*from, *to, *stroke, *tone),
            Mark::Polygon { points, tone } => {
                let corners = points.iter().map(|p| place(*p)).collect::<Vec<_>>();
                self.draw(&Polygon::new(corners, self.style(*tone, 0.0)));
            }
            Mark::Hatch { x, y, width, height, tone } => {
                for (from, to) in hatch(*x, *y, *width, *height) {
                    self.line(from, to, HATCH_STROKE, *tone);
                }
            }
            Mark::Text { at, words, face, anchor, tone } => {
                let weight = if face.bold { FontStyle::Bold } else { FontStyle::Normal };
                let style = TextStyle {
                    font: FontDesc::new(FontFamily::SansSerif, face.size * SCALE, weight),
                    color: BackendColor { alpha: 1.0, rgb: self.theme.rgb(*tone) },
                    pos: Pos::new(
                        match anchor {
                            Anchor::Start => HPos::Left,
                            Anchor::Middle => HPos::Center,
                            Anchor::End => HPos::Right,
                        },
                        VPos::Bottom,
                    ),
                };
                self.draw(&Text::new(words.as_str(), place(*at), style));
            }
            #[cfg(feature = "board")]
            Mark::Control(control) => self.control(control),
            Mark::Group { role, label, marks } => {
                self.open_group(*role, label);
                self.all(marks);
                self.quill.borrow_mut().sink().close();
            }
        }
    }

    #[cfg(feature = "board")]
    /// It says what it stands for; what it is besides, pressed or reached by the keyboard, the element adds.
    fn control(&self, Control { programme, project, commitment, twin, label, frame, marks }: &Control) {
        let mut names = vec![("data-programme", programme.as_str()), ("data-project", project)];
        names.extend(commitment.iter().map(|id| ("data-commitment", id.as_str())));
        names.extend(if *twin {
            [("aria-hidden", "true")].as_slice()
        } else {
            &[("role", "button"), ("tabindex", "-1")]
        });
        // Not seen while the sheet says nothing, but a pointer hits it between words and bars, too.
        let mut lines = vec![("class", "frame"), ("fill", "none"), ("pointer-events", "all"), ("stroke-width", "2")];
        let lengths = frame.map(|length| tenths(units(length)));
        lengths.iter().zip(["x", "y", "width", "height"]).for_each(|(length, name)| lines.push((name, length)));
        let mut quill = self.quill.borrow_mut();
        let sink = quill.sink();
        begin(sink, "g", &names);
        text_element(sink, "title", &[], label);
        begin(sink, "rect", &lines);
        sink.close();
        drop(quill);
        self.all(marks);
        self.quill.borrow_mut().sink().close();
    }

    fn open_group(&self, role: Role, label: &str) {
        let mut quill = self.quill.borrow_mut();
        let sink = quill.sink();
        sink.open("g");
        match role {
            // What is drawn is named by a title, which a pointer opens too.
            Role::Image => {
                sink.attr("role", "img");
                text_element(sink, "title", &[], label);
            }
            Role::Headline | Role::Heading => {
                sink.attr("role", "heading");
                sink.attr("aria-level", if role == Role::Headline { "2" } else { "3" });
                sink.attr("aria-label", label);
            }
            Role::Hidden => sink.attr("aria-hidden", "true"),
            Role::Parts => {
                sink.attr("role", "group");
                text_element(sink, "title", &[], label);
            }
        }
    }

    fn rect(&self, from: Point, to: Point, tone: Tone) {
        let corners = [place(from), place(to)];
        self.draw(&Rectangle::new(corners, self.style(tone, 0.0)));
    }

    fn line(&self, from: Point, to: Point, stroke: f64, tone: Tone) {
        let ends = vec![place(from), place(to)];
        self.draw(&PathElement::new(ends, self.style(tone, stroke)));
    }

    fn style(&self, tone: Tone, stroke: f64) -> ShapeStyle {
        let (red, green, blue) = self.theme.rgb(tone);
        ShapeStyle {
            color: plotters::style::Color::to_rgba(&RGBColor(red, green, blue)),
            filled: true,
            stroke_width: units(stroke).unsigned_abs(),
        }
    }

    /// Drawing on our canvas cannot fail: it does nothing but hand elements on.
    fn draw<'a, E>(&self, element: &'a E)
    where
        &'a E: plotters::element::PointCollection<'a, (i32, i32)>,
        E: for<'q, 's> plotters::element::Drawable<Canvas<'q, 's>>,
    {
        let _ = self.area.draw(element);
    }
}

fn place((x, y): Point) -> (i32, i32) {
    (units(x), units(y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::Markup;
    use crate::text::Face;

    fn drawn(marks: Vec<Mark>) -> String {
        let scene = Scene {
            width: 100.0,
            height: 50.0,
            top: 0.0,
            title: "标题".to_owned(),
            description: String::new(),
            lang: "zh-CN",
            theme: Theme::Light,
            marks,
        };
        let mut markup = Markup::default();
        paint(&scene, &mut markup);
        let text = markup.finish();
        text.split_once("</title>").unwrap().1.to_owned()
    }

    #[test]
    fn each_kind_of_mark_is_one_element() {
        let marks = vec![
            Mark::Rect { x: 1.0, y: 2.0, width: 10.25, height: 4.0, tone: Tone::Accent },
            Mark::Line { from: (0.0, 1.5), to: (9.0, 1.5), stroke: 1.0, tone: Tone::Ink },
            Mark::Polygon { points: vec![(0.0, 0.0), (4.0, 2.0), (0.0, 4.0)], tone: Tone::Deep },
            Mark::Text {
                at: (50.0, 20.0),
                words: "39部".to_owned(),
                face: Face::bold(13.0),
                anchor: Anchor::Middle,
                tone: Tone::Ink,
            },
        ];
        let expected = concat!(
            r##"<rect x="0" y="0" width="100" height="50" fill="#ffffff"/>"##,
            r##"<rect x="1" y="2" width="10.3" height="4" fill="#2e6e9e"/>"##,
            r##"<path d="M0 1.5L9 1.5" stroke="#1b2430" stroke-width="1"/>"##,
            r##"<path d="M0 0L4 2L0 4Z" fill="#103a5c"/>"##,
            r##"<text x="50" y="20" font-size="13" fill="#1b2430" text-anchor="middle" font-weight="700">39部</text></svg>"##,
        );
        assert_eq!(drawn(marks), expected);
    }

    #[test]
    fn a_hatching_is_one_path() {
        let hatching = Mark::Hatch { x: 10.0, y: 10.0, width: 60.0, height: 10.0, tone: Tone::Hatch };
        let text = drawn(vec![hatching]);
        assert_eq!(text.matches("<path").count(), 1);
        assert!(text.matches('M').count() > 8);
    }

    #[test]
    fn groups_are_named() {
        let group = Mark::Group {
            role: Role::Image,
            label: "加装电梯：未公布".to_owned(),
            marks: vec![Mark::Rect {
                x: f64::NAN,
                y: f64::INFINITY,
                width: f64::NEG_INFINITY,
                height: 1e300,
                tone: Tone::Track,
            }],
        };
        let text = drawn(vec![group]);
        assert!(text.contains(r#"<g role="img"><title>加装电梯：未公布</title><rect"#));
        assert!(!text.contains("NaN") && !text.contains("inf"));
    }
}
