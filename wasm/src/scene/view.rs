//! Which picture, and what every picture has in common: the headline that is the finding.

use super::layout::Layout;
use super::mark::{Anchor, Role, Scene};
use super::sheet::{Sheet, Start, Style};
use super::theme::{Theme, Tone};
use super::{commitments, overview, projects, table};
use crate::text::Face;
use pledgeboard::sentence::Tally;
use pledgeboard::words::{fill, join, pick, source};
use pledgeboard::{Evaluation, Locale, Programme};

/// The pictures there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum View {
    /// The finding, the status bar, each project in short.
    #[default]
    Overview,
    /// A bar for every project.
    Projects,
    /// A bullet for every commitment under its project.
    Commitments,
    /// Everything as rows and columns.
    Table,
}

impl View {
    /// All views with their names in the page.
    pub const ALL: [(View, &'static str); 4] = [
        (View::Overview, "overview"),
        (View::Projects, "projects"),
        (View::Commitments, "commitments"),
        (View::Table, "table"),
    ];

    /// The view of that name; the overview for any other.
    pub fn named(name: &str) -> View {
        View::ALL.iter().find(|(_, known)| *known == name).map_or(View::Overview, |(view, _)| *view)
    }
}

/// Everything a view draws from.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// What was promised.
    pub programme: &'a Programme,
    /// What came of it.
    pub evaluation: &'a Evaluation,
    /// The language of the words.
    pub locale: Locale,
}

/// Boards of up to so many commitments or projects are drawn at once.
pub(crate) const AT_ONCE: usize = 120;

/// The height in pixels in which the parts of a strip begin: more than a screen.
const STRIP: f64 = 1500.0;

/// Draws what is below the headline of a view from a height down; gives the lower edge.
type Body = fn(&mut Sheet, Subject<'_>, &Tally<'_>, Layout, f64) -> f64;

impl Subject<'_> {
    /// Draws a view at a width in pixels as a picture that stands alone: it names its sources itself.
    pub fn picture(self, view: View, width: f64, theme: Theme) -> Scene {
        let body = if view == View::Table { table::draw } else { body(view) };
        self.scene(
            body,
            width,
            theme,
            Strip { alone: true, selectable: false, start: Start::default(), limit: f64::INFINITY },
        )
        .0
    }

    /// Draws a view for a page, which has the sources beneath it and a real table instead of a drawn one.
    #[cfg(any(feature = "calls", not(target_arch = "wasm32")))]
    pub(crate) fn drawing(self, view: View, width: f64, theme: Theme) -> Scene {
        self.scene(
            body(view),
            width,
            theme,
            Strip { alone: false, selectable: false, start: Start::default(), limit: f64::INFINITY },
        )
        .0
    }

    /// Draws the strip of a view that begins there, and says where the next one does. A small board is one strip.
    pub(crate) fn strip(
        self,
        view: View,
        width: f64,
        theme: Theme,
        start: Start,
        selectable: bool,
    ) -> (Scene, Option<Start>) {
        let limit = if self.is_large() { start.top + STRIP } else { f64::INFINITY };
        self.scene(body(view), width, theme, Strip { alone: false, selectable, start, limit })
    }

    /// Whether there is too much to draw it all at once.
    pub(crate) fn is_large(self) -> bool {
        self.evaluation.programme.commitments.max(self.programme.projects.len()) > AT_ONCE
    }

    fn scene(self, body: Body, width: f64, theme: Theme, strip: Strip) -> (Scene, Option<Start>) {
        let layout = Layout::new(width);
        let tally = Tally::new(self.programme, self.evaluation, self.locale);
        let start = strip.start;
        let mut sheet = Sheet::new(start.part, strip.limit, strip.selectable);
        let mut bottom = start.top;
        sheet.part(&mut bottom, |sheet, _| header(sheet, self, &tally, layout));
        bottom = body(&mut sheet, self, &tally, layout, bottom);
        if strip.alone {
            let style = Style::plain(Face::regular(12.0), Tone::Muted);
            bottom = sheet.paragraph((layout.margin, bottom + 16.0), layout.measure(), &credits(self), style);
        }
        let rest = sheet.rest().map(|part| Start { part, top: bottom });
        // Strips meet at whole pixels; what crosses the seam by less is not cut.
        let top = start.top.floor();
        let end = if rest.is_some() { bottom.floor() } else { (bottom + layout.margin).ceil() };
        let said = |words: &dyn Fn() -> String| if start.part == 0 { words() } else { String::new() };
        let title = || [tally.kicker().as_str(), pick(self.locale, "：", ": "), &tally.headline()].concat();
        let scene = Scene {
            width: layout.width,
            height: end - top,
            top,
            title: said(&title),
            description: said(&|| tally.standfirst()),
            lang: self.locale.tag(),
            theme,
            marks: sheet.into_marks(),
        };
        (scene, rest)
    }
}

/// Those that columns are measured by: all of a small board, evenly chosen ones of a large board, where a figure that is
/// longer than all of them takes two lines.
pub(super) fn sample<T>(all: &[T]) -> impl Iterator<Item = &T> {
    all.iter().step_by(all.len().div_ceil(AT_ONCE).max(1))
}

/// Which part of a view is drawn.
#[derive(Clone, Copy)]
struct Strip {
    /// Whether it is a picture without a page around it.
    alone: bool,
    /// Whether a reader can select in it.
    selectable: bool,
    start: Start,
    /// Where its last part begins at the latest.
    limit: f64,
}

/// The drawn views. The table is not among them: a page that loads a board never draws it, so its code stays out.
fn body(view: View) -> Body {
    match view {
        View::Projects => projects::draw,
        // Feature `board`: see Cargo.toml.
        View::Commitments if cfg!(feature = "every-view") => commitments::draw,
        _ => overview::draw,
    }
}

/// Kicker, headline and the sentence beneath; gives the lower edge.
fn header(sheet: &mut Sheet, subject: Subject<'_>, tally: &Tally<'_>, layout: Layout) -> f64 {
    let small = Face::regular(13.0);
    let mut y = layout.margin;
    if subject.programme.sample {
        y = sample_mark(sheet, subject.locale, layout, y) + 10.0;
    }
    y = sheet.paragraph((layout.margin, y), layout.inner(), &tally.kicker(), Style::title(small, Tone::Muted)) + 4.0;
    let headline = tally.headline();
    let top = y;
    let style = Style::title(layout.headline(), Tone::Ink);
    sheet.group(Role::Headline, headline.clone(), |sheet| {
        y = sheet.paragraph((layout.margin, top), layout.inner(), &headline, style);
    });
    let standfirst = tally.standfirst();
    if !standfirst.is_empty() {
        let style = Style::plain(Face::regular(14.0), Tone::Muted);
        y = sheet.paragraph((layout.margin, y + 4.0), layout.measure(), &standfirst, style);
    }
    y
}

/// The sources in one line.
fn credits(subject: Subject<'_>) -> String {
    let sources = subject.programme.sources.iter().map(|published| source(published, subject.locale));
    let list = join(&sources.collect::<Vec<_>>(), pick(subject.locale, "；", "; "));
    fill(pick(subject.locale, "来源：{}。", "Sources: {}."), &[&list])
}

/// `示例数据` on the face of invented figures.
fn sample_mark(sheet: &mut Sheet, locale: Locale, layout: Layout, top: f64) -> f64 {
    let words = pick(locale, "示例数据", "Sample data");
    let face = Face::bold(13.0);
    let (width, height) = (face.width(words) + 20.0, 24.0);
    sheet.rect((layout.margin, top), width, height, Tone::Ink);
    let middle = layout.margin + width / 2.0;
    sheet.text((middle, top + 16.8), words, face, Anchor::Middle, Tone::Paper);
    let note = pick(locale, "图中数字均为虚构", "all figures are invented");
    let beside = layout.margin + width + 10.0;
    let style = Style::title(Face::regular(13.0), Tone::Muted);
    sheet.paragraph((beside, top + 3.8), layout.right() - beside, note, style).max(top + height)
}
