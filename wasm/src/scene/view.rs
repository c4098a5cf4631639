//! Which picture, and what every picture has in common: the headline that is the finding.

use super::layout::Layout;
use super::mark::{Anchor, Role, Scene};
use super::sheet::{Sheet, Style};
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

/// Draws what is below the headline of a view from a height down; gives the lower edge.
type Body = fn(&mut Sheet, Subject<'_>, &Tally<'_>, Layout, f64) -> f64;

impl Subject<'_> {
    /// Draws a view at a width in pixels as a picture that stands alone: it names its sources itself.
    pub fn picture(self, view: View, width: f64, theme: Theme) -> Scene {
        let body = if view == View::Table { table::draw } else { body(view) };
        self.scene(body, width, theme, true)
    }

    /// Draws a view for a page, which has the sources beneath it and a real table instead of a drawn one.
    pub(crate) fn drawing(self, view: View, width: f64, theme: Theme) -> Scene {
        self.scene(body(view), width, theme, false)
    }

    fn scene(self, body: Body, width: f64, theme: Theme, alone: bool) -> Scene {
        let layout = Layout::new(width);
        let tally = Tally::new(self.programme, self.evaluation, self.locale);
        let mut sheet = Sheet::default();
        let top = header(&mut sheet, self, &tally, layout);
        let mut bottom = body(&mut sheet, self, &tally, layout, top);
        if alone {
            let style = Style::plain(Face::regular(12.0), Tone::Muted);
            bottom = sheet.paragraph((layout.margin, bottom + 16.0), layout.measure(), &credits(self), style);
        }
        Scene {
            width: layout.width,
            height: (bottom + layout.margin).ceil(),
            title: [tally.kicker().as_str(), pick(self.locale, "：", ": "), &tally.headline()].concat(),
            description: tally.standfirst(),
            lang: self.locale.tag(),
            theme,
            marks: sheet.into_marks(),
        }
    }
}

/// The drawn views. The table is not among them: a page that loads a board never draws it, so its code stays out.
fn body(view: View) -> Body {
    match view {
        View::Projects => projects::draw,
        // Feature `board`: see Cargo.toml.
        View::Commitments if cfg!(feature = "board") => commitments::draw,
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
