//! The view `table` as a picture; in a page it is a real table (see `page`).

use super::glyph::glyph;
use super::layout::Layout;
use super::mark::{Anchor, Role};
use super::row::Row;
use super::sheet::{Sheet, Style};
use super::theme::Tone;
use super::view::Subject;
use crate::text::Face;
use pledgeboard::sentence::Tally;
use pledgeboard::table::{COLUMNS, NOTHING, headings, is_figure};

const BODY: Face = Face::regular(13.0);
const BOLD: Face = Face::bold(13.0);
const SMALL: Face = Face::regular(12.0);
const HEADING: Face = Face::bold(15.0);
const GAP: f64 = 16.0;
/// The column of the status.
const STATUS: usize = 5;
/// How the width is shared among the columns.
const SHARES: [f64; COLUMNS + 1] = [0.25, 0.13, 0.14, 0.13, 0.09, 0.14, 0.12];

/// A column's left edge and width.
type Column = (f64, f64);

/// Draws the view from `top` down; gives the lower edge.
pub(super) fn draw(sheet: &mut Sheet, subject: Subject<'_>, tally: &Tally<'_>, layout: Layout, top: f64) -> f64 {
    // Seven columns need room; with less, each commitment is a small block of its own.
    let columns = (layout.width >= 1000.0).then(|| columns(layout));
    let mut y = top + 16.0;
    if let Some(columns) = &columns {
        y = head(sheet, subject, columns, layout, y);
    }
    for group in subject.groups() {
        let title = group.project.title.as_str();
        sheet.group(Role::Heading, title.to_owned(), |sheet| {
            let style = Style::title(HEADING, Tone::Ink);
            y = sheet.paragraph((layout.margin, y + 14.0), layout.inner(), title, style) + 2.0;
        });
        let summary = tally.summary(group.rollup);
        y = sheet.paragraph((layout.margin, y), layout.inner(), &summary, Style::plain(SMALL, Tone::Muted)) + 4.0;
        sheet.rect((layout.margin, y), layout.inner(), 1.0, Tone::Ink);
        for row in group.promises.iter().chain(&group.outcomes) {
            sheet.group(Role::Image, row.sentence(), |sheet| {
                y = match &columns {
                    Some(columns) => line(sheet, row, columns, y),
                    None => block(sheet, row, subject, layout, y),
                };
                sheet.rect((layout.margin, y), layout.inner(), 1.0, Tone::Rule);
            });
        }
    }
    y
}

fn columns(layout: Layout) -> Vec<Column> {
    let mut x = layout.margin;
    SHARES
        .iter()
        .map(|share| {
            let width = layout.inner() * share;
            let column = (x, width - GAP);
            x += width;
            column
        })
        .collect()
}

/// One cell from its upper edge; gives the lower one.
fn cell(sheet: &mut Sheet, column: usize, (x, width): Column, words: &str, style: Style, top: f64) -> f64 {
    if is_figure(column) {
        let style = Style { anchor: Anchor::End, ..style };
        return sheet.paragraph((x + width, top), width, words, style);
    }
    sheet.paragraph((x, top), width, words, style)
}

fn head(sheet: &mut Sheet, subject: Subject<'_>, columns: &[Column], layout: Layout, top: f64) -> f64 {
    let mut bottom = top;
    sheet.group(Role::Hidden, String::new(), |sheet| {
        for (index, (words, place)) in headings(subject.locale).iter().zip(columns).enumerate() {
            let style = Style::title(Face::bold(12.0), Tone::Muted);
            bottom = bottom.max(cell(sheet, index, *place, words, style, top));
        }
        sheet.rect((layout.margin, bottom + 4.0), layout.inner(), 1.0, Tone::Muted);
    });
    bottom + 5.0
}

/// A commitment as one line of cells.
fn line(sheet: &mut Sheet, row: &Row<'_>, columns: &[Column], top: f64) -> f64 {
    let cells = row.cells();
    let mut bottom = top;
    let words = [&cells.title].into_iter().chain(&cells.rest);
    for (index, (words, place)) in words.zip(columns).enumerate() {
        let shown = if words.is_empty() { NOTHING } else { words };
        let face = if index == 3 { BOLD } else { BODY };
        let tone = if words.is_empty() { Tone::Muted } else { Tone::Ink };
        let mut place = *place;
        if index == STATUS {
            glyph(sheet, row.sign(), (place.0, top + 10.0), 10.0, Tone::Ink);
            place = (place.0 + 16.0, place.1 - 16.0);
        }
        let mut y = cell(sheet, index, place, shown, Style::title(face, tone), top + 7.0);
        if index == 0 {
            for note in &cells.notes {
                y = sheet.paragraph((place.0, y), place.1, note, Style::title(SMALL, Tone::Muted));
            }
        }
        bottom = bottom.max(y);
    }
    bottom + 5.0
}

/// A commitment as a block: its title, then each heading with its words.
fn block(sheet: &mut Sheet, row: &Row<'_>, subject: Subject<'_>, layout: Layout, top: f64) -> f64 {
    let cells = row.cells();
    let mut y =
        sheet.paragraph((layout.margin, top + 8.0), layout.inner(), &cells.title, Style::title(BOLD, Tone::Ink));
    let names = headings(subject.locale);
    let label = names.iter().map(|name| SMALL.width(name)).fold(0.0, f64::max) + 14.0;
    let right = Style { anchor: Anchor::End, ..Style::title(BODY, Tone::Ink) };
    for (name, words) in names.iter().skip(1).zip(&cells.rest).filter(|(_, words)| !words.is_empty()) {
        sheet.text((layout.margin, y + BODY.size), name, SMALL, Anchor::Start, Tone::Muted);
        y = sheet.paragraph((layout.right(), y), layout.inner() - label, words, right);
    }
    for note in &cells.notes {
        y = sheet.paragraph((layout.margin, y), layout.inner(), note, Style::plain(SMALL, Tone::Muted));
    }
    y + 5.0
}
