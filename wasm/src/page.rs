//! Everything inside the element: a board read, evaluated and drawn into a sink.
//!
//! The page's style comes from `wasm/js/styles.js`; here stand class names and `part` names only:
//!
//! | class | what |
//! |---|---|
//! | `sample` (part) | `示例数据` above a table; a drawing carries its own |
//! | `kicker`, `headline` (part), `standfirst` | topic, finding and the sentence beneath, above a table |
//! | `table` (part) | the table; `tbody > tr.project` is a project's title with its `.summary`, `td.number` a figure, `td.word` words, `.note` a remark under a title; each `td` names its column in `data-label`, each `tr` its status in `data-status`, on a selectable board also what it stands for |
//! | `frame` | the frame of a mark that can be selected |
//! | `quiet` (part) | the line beneath: `.as-of`, `.source`, `[data-action="data"]` |
//! | `diagnostics` (part) | what is wrong with the document: `ol > li` with `.place`, `.message`, `.hint` |

mod faults;
mod quiet;
#[cfg(any(feature = "calls", not(target_arch = "wasm32")))]
mod still;
mod table;

#[cfg(any(feature = "calls", not(target_arch = "wasm32")))]
pub use still::{SHEET, Style, digest};

use crate::backend::{Sink, paint};
use crate::scene::theme::Theme;
use crate::scene::{Start, Subject, View};
use crate::write::is_web_address;
use pledgeboard::evaluate::{Options, evaluate, latest_publication};
use pledgeboard::read::{Diagnostic, read};
use pledgeboard::{Date, Error, Evaluation, Locale, Programme};
use quiet::Data;

/// A document read and evaluated, or what is wrong with it.
pub struct Page {
    locale: Locale,
    content: Result<Content, Vec<Diagnostic>>,
    selectable: bool,
}

/// A document that could be evaluated.
pub(crate) struct Content {
    pub(crate) programme: Programme,
    pub(crate) evaluation: Evaluation,
}

/// Where the drawing of a large board goes on.
#[derive(Clone, Copy, Debug)]
pub struct Rest(Start);

impl Page {
    /// Reads a document and evaluates it as of a day (`2025-09-30`; without one, its latest publication). Never fails:
    /// what is wrong becomes part of the page.
    pub fn new(text: &str, as_of: Option<&str>, locale: &str) -> Self {
        Self { locale: locale.parse().unwrap_or_default(), content: load(text, as_of), selectable: false }
    }

    /// The same board, on which a reader can select commitments or projects, if so wanted: the marks that stand for one name it
    /// (`data-programme`, `data-project`, `data-commitment`) and are controls.
    #[must_use]
    pub fn selectable(self, wanted: bool) -> Self {
        Self { selectable: wanted, ..self }
    }

    /// The language of its words.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// What is wrong, if there is no board.
    pub fn faults(&self) -> Option<&[Diagnostic]> {
        self.content.as_ref().err().map(Vec::as_slice)
    }

    /// Whether there is a board; if not, [`Page::draw`] shows what is wrong.
    pub fn is_ok(&self) -> bool {
        self.content.is_ok()
    }

    /// The latest day on which the document published something, if there is a board.
    pub fn published(&self) -> Option<String> {
        self.content.as_ref().ok().map(|content| latest_publication(&content.programme).to_string())
    }

    /// Draws everything inside the element: the drawing or the table, then the quiet line.
    ///
    /// Of a large board it draws the first strip (one `<svg>`, or some rows) and gives what the next one begins with; the
    /// quiet line comes with the last. Drawn with `rest`, later strips are `<svg>`s that stand beneath one another without
    /// a seam, or row groups of the same table.
    pub fn draw(
        &self,
        sink: &mut dyn Sink,
        view: View,
        width: f64,
        theme: Theme,
        src: Option<&str>,
        rest: Option<Rest>,
    ) -> Option<Rest> {
        let content = match &self.content {
            Ok(content) => content,
            Err(found) => {
                // Else the module that knows what is wrong reads the document again.
                if cfg!(feature = "every-view") {
                    faults::faults(sink, found, self.locale);
                }
                return None;
            }
        };
        let subject = content.subject(self.locale);
        let rest = if cfg!(feature = "every-view") && view == View::Table {
            let next = match rest {
                None => table::table(sink, subject, self.selectable),
                Some(Rest(start)) => table::more(sink, subject, start.part, self.selectable),
            };
            next.map(|part| Start { part, top: 0.0 })
        } else {
            let start = rest.map_or_else(Start::default, |Rest(start)| start);
            let (scene, next) = subject.strip(view, width, theme, start, self.selectable);
            paint(&scene, sink);
            next
        };
        if rest.is_none() {
            let from = src.filter(|src| is_web_address(src)).map_or(Data::Button, Data::At);
            quiet::quiet(sink, subject, from);
        }
        rest.map(Rest)
    }

    /// Draws a view as a picture that stands alone and names its sources; nothing if there is no board.
    pub fn picture(&self, sink: &mut dyn Sink, view: View, width: f64, theme: Theme) {
        if let Ok(content) = &self.content {
            paint(&content.subject(self.locale).picture(view, width, theme), sink);
        }
    }
}

impl Content {
    fn subject(&self, locale: Locale) -> Subject<'_> {
        Subject { programme: &self.programme, evaluation: &self.evaluation, locale }
    }
}

/// Reads a document and evaluates it as of a day, or says what stands in the way.
pub(crate) fn load(text: &str, as_of: Option<&str>) -> Result<Content, Vec<Diagnostic>> {
    let alone = |error: Error| if cfg!(feature = "every-view") { vec![Diagnostic::from(error)] } else { Vec::new() };
    let day = as_of.map(|day| day.trim().parse::<Date>()).transpose().map_err(alone)?;
    let reading = read(text);
    let programme = reading.programme.ok_or(reading.diagnostics)?;
    let evaluation = evaluate(&programme, &Options { as_of: day }).map_err(alone)?;
    Ok(Content { programme, evaluation })
}
