//! The view `table` as a real table, which screen readers, copying and searching understand. A status opens to say how it
//! came about.

use crate::backend::Sink;
use crate::scene::Subject;
use crate::scene::control::Of;
use crate::scene::project::Group;
use crate::scene::row::Row;
use crate::write::{element, text_element};
use pledgeboard::sentence::Tally;
use pledgeboard::table::{COLUMNS, NOTHING, STATUS, headings, is_figure};
use pledgeboard::words::{count, pick};
use std::ops::Range;

/// How many rows of a large table are written at once.
const STRIP: usize = 50;

/// Writes headline and table, of a large board its first rows; gives the row that [`more`] goes on with.
pub(super) fn table(sink: &mut dyn Sink, subject: Subject<'_>, selectable: bool) -> Option<usize> {
    let tally = Tally::new(subject.programme, subject.evaluation, subject.locale);
    if subject.programme.sample {
        element(sink, "p", &[("class", "sample"), ("part", "sample")], |sink| {
            text_element(sink, "strong", &[], pick(subject.locale, "示例数据", "Sample data"));
            sink.text(pick(subject.locale, " 数字均为虚构", " all figures are invented"));
        });
    }
    text_element(sink, "p", &[("class", "kicker")], &tally.kicker());
    text_element(sink, "h2", &[("class", "headline"), ("part", "headline")], &tally.headline());
    let standfirst = tally.standfirst();
    if !standfirst.is_empty() {
        text_element(sink, "p", &[("class", "standfirst")], &standfirst);
    }
    let large = subject.is_large();
    let shown = if large { 0..STRIP } else { 0..usize::MAX };
    rows(sink, subject, &tally, &shown, Kind { large, selectable })
}

/// Writes the rows of a large table from one on, in groups of their own; gives the row to go on with.
pub(super) fn more(sink: &mut dyn Sink, subject: Subject<'_>, from: usize, selectable: bool) -> Option<usize> {
    let tally = Tally::new(subject.programme, subject.evaluation, subject.locale);
    bodies(sink, subject, &tally, &(from..from + STRIP), selectable)
}

/// Writes the table alone.
#[cfg(any(feature = "calls", not(target_arch = "wasm32")))]
pub(super) fn grid(sink: &mut dyn Sink, subject: Subject<'_>) {
    let tally = Tally::new(subject.programme, subject.evaluation, subject.locale);
    rows(sink, subject, &tally, &(0..usize::MAX), Kind { large: false, selectable: false });
}

/// What kind of table it is.
#[derive(Clone, Copy)]
struct Kind {
    /// One that is written in strips.
    large: bool,
    /// One whose rows can be selected.
    selectable: bool,
}

fn rows(
    sink: &mut dyn Sink,
    subject: Subject<'_>,
    tally: &Tally<'_>,
    shown: &Range<usize>,
    kind: Kind,
) -> Option<usize> {
    // Columns that follow their words would move with every strip.
    let class = if kind.large { "table long" } else { "table" };
    // Rows that can be selected are those of a grid.
    let role = if kind.selectable { "grid" } else { "table" };
    let mut rest = None;
    element(sink, "table", &[("class", class), ("part", "table"), ("role", role)], |sink| {
        text_element(sink, "caption", &[], &tally.promised());
        let names = headings(subject.locale);
        element(sink, "thead", &[("role", "rowgroup")], |sink| {
            element(sink, "tr", &[("role", "row")], |sink| {
                for (index, name) in names.iter().enumerate() {
                    let class = if is_figure(index) { "number" } else { "word" };
                    let attributes = [("scope", "col"), ("role", "columnheader"), ("class", class)];
                    text_element(sink, "th", &attributes, name);
                }
            });
        });
        rest = bodies(sink, subject, tally, shown, kind.selectable);
    });
    rest
}

/// The projects whose rows, counted with their titles, are `shown`: a group for each, or for what is shown of it.
fn bodies(
    sink: &mut dyn Sink,
    subject: Subject<'_>,
    tally: &Tally<'_>,
    shown: &Range<usize>,
    selectable: bool,
) -> Option<usize> {
    let mut title = 0;
    for group in subject.groups() {
        let (first, end) = (title + 1, title + 1 + group.promises.len() + group.outcomes.len());
        let from = shown.start.max(first);
        if shown.start < end && title < shown.end {
            element(sink, "tbody", &[("role", "rowgroup")], |sink| {
                if shown.contains(&title) {
                    heading(sink, &group, tally);
                }
                let rows = group.promises.iter().chain(&group.outcomes).skip(from - first);
                for row in rows.take(shown.end.saturating_sub(from)) {
                    line(sink, *row, headings(subject.locale), selectable);
                }
            });
        }
        title = end;
    }
    (title > shown.end).then_some(shown.end)
}

/// The title of a project over its rows.
fn heading(sink: &mut dyn Sink, group: &Group<'_>, tally: &Tally<'_>) {
    element(sink, "tr", &[("class", "project"), ("role", "row")], |sink| {
        let span = count(COLUMNS + 1);
        let attributes = [("scope", "rowgroup"), ("role", "rowheader"), ("colspan", span.as_str())];
        element(sink, "th", &attributes, |sink| {
            sink.text(&group.project.title);
            element(sink, "span", &[("class", "summary")], |sink| {
                sink.text(" ");
                sink.text(&tally.summary(group.rollup));
            });
        });
    });
}

/// The status, which opens to say how it came about.
fn why(sink: &mut dyn Sink, row: &Row<'_>, word: &str) {
    element(sink, "details", &[], |sink| {
        text_element(sink, "summary", &[], word);
        text_element(sink, "p", &[], &row.why());
    });
}

/// One commitment. Every cell names its column (`data-label`), so that a narrow sheet can set the row as a block.
fn line(sink: &mut dyn Sink, row: Row<'_>, names: [&str; COLUMNS + 1], selectable: bool) {
    let cells = row.cells();
    let mut attributes = vec![("role", "row"), ("data-status", row.status().code())];
    if selectable {
        let Of { programme, project, commitment } = Of::row(&row);
        attributes.extend([("tabindex", "-1"), ("data-programme", programme), ("data-project", project)]);
        attributes.extend(commitment.map(|id| ("data-commitment", id)));
    }
    element(sink, "tr", &attributes, |sink| {
        element(sink, "th", &[("scope", "row"), ("role", "rowheader")], |sink| {
            sink.text(&cells.title);
            for note in &cells.notes {
                text_element(sink, "span", &[("class", "note")], note);
            }
        });
        for (index, (words, name)) in cells.rest.iter().zip(names.iter().skip(1)).enumerate() {
            // A narrow sheet leaves out the cells that say nothing.
            let (shown, class) = match (words.as_str(), is_figure(index + 1)) {
                ("", true) => (NOTHING, "number nothing"),
                ("", false) => (NOTHING, "word nothing"),
                (words, true) => (words, "number"),
                (words, false) => (words, "word"),
            };
            let attributes = [("role", "cell"), ("class", class), ("data-label", *name)];
            element(sink, "td", &attributes, |sink| {
                if index == STATUS {
                    why(sink, &row, shown);
                } else {
                    sink.text(shown);
                }
            });
        }
    });
}
