//! Figures on a wall: a grid of cells, each a large figure with what it counts beneath.
//!
//! For what has no bar: promises of a year that has only begun, and outcomes whose target is not known.

use super::control::Of;
use super::layout::{Frame, count};
use super::row::Row;
use super::sheet::{Sheet, Style, fitting};
use super::theme::Tone;
use crate::text::Face;

const GAP: f64 = 20.0;
const TITLE: Face = Face::regular(13.0);
const NOTE: Face = Face::regular(12.0);

/// Draws the cells of `rows` a little below `top`; gives the lower edge.
pub(super) fn wall(sheet: &mut Sheet, rows: &[Row<'_>], frame: Frame, top: f64) -> f64 {
    let (columns, width) = frame.columns(128.0, GAP, 5);
    let mut y = top;
    sheet.skip(&mut y, 10.0);
    for line in rows.chunks(columns.max(1)) {
        sheet.part(&mut y, |sheet, y| {
            let mut bottom = y;
            for (index, row) in line.iter().enumerate() {
                let x = frame.left + count(index) * (width + GAP);
                sheet.stand(Of::row(row), row.sentence(), |sheet| {
                    bottom = bottom.max(cell(sheet, row, x, y, width));
                });
            }
            bottom + 14.0
        });
    }
    y
}

/// One cell; gives its lower edge.
fn cell(sheet: &mut Sheet, row: &Row<'_>, x: f64, top: f64, width: f64) -> f64 {
    let mut y = top;
    let promise = row.is_promise();
    let figure = if promise { row.promised().unwrap_or_default() } else { row.headline() };
    let (size, height) = if promise { (22.0, 30.0) } else { (17.0, 24.0) };
    let face = fitting(&figure, width, 14.0, size);
    // A figure that is too long even in small type may part from its unit.
    let figure = if face.width(&figure) > width { figure.replace('\u{a0}', " ") } else { figure };
    let style = Style::plain(face, if promise { Tone::Accent } else { Tone::Ink });
    y = sheet.paragraph((x, y), width, &figure, style).max(y + height);
    y = sheet.paragraph((x, y), width, &row.commitment.title, Style::title(TITLE, Tone::Ink));
    for note in row.notes() {
        y = sheet.paragraph((x, y + 1.0), width, &note, Style::title(NOTE, Tone::Muted));
    }
    y
}
