//! The view `commitments`: a bullet for every promise under its project, the target line through all of them.

use super::bullet::{Axis, THICK, bullet};
use super::control::Of;
use super::glyph::glyph;
use super::layout::{Frame, Layout, count};
use super::mark::{Anchor, Role};
use super::project::Group;
use super::row::{Bar, Row};
use super::sheet::{Sheet, Style};
use super::status_bar;
use super::theme::Tone;
use super::view::{Subject, sample};
use super::wall::wall;
use crate::text::{Face, wrap};
use pledgeboard::Locale;
use pledgeboard::sentence::Tally;
use pledgeboard::words::{fill, join, percent, pick, plain};

const TITLE: Face = Face::regular(14.0);
const FIGURE: Face = Face::bold(15.0);
const SMALL: Face = Face::regular(12.0);
const HEADING: Face = Face::bold(16.0);

/// Where the columns of a row stand. On a phone they overlap: title and figure share a line above the bar.
#[derive(Clone, Copy)]
struct Columns {
    phone: bool,
    left: f64,
    right: f64,
    title: f64,
    axis: Axis,
    /// Where status words begin, if they have a column of their own.
    status: Option<f64>,
    figure: f64,
}

impl Columns {
    fn new(rows: &[Row<'_>], layout: Layout) -> Self {
        let largest = rows.iter().map(|row| reach(row.bar())).fold(0.0, f64::max);
        let most = Axis::most(largest);
        let (left, right, inner) = (layout.margin, layout.right(), layout.inner());
        if layout.is_phone() {
            // Arrows and broken ends reach a little past the axis.
            let axis = Axis { left, width: inner - 18.0, most };
            return Self { phone: true, left, right, title: inner, axis, status: None, figure: inner };
        }
        let widest = sample(rows).map(|row| FIGURE.width(&row.headline()).max(SMALL.width(&row.parts())));
        let figure = widest.fold(100.0, f64::max).min(inner * 0.24);
        let words = sample(rows).map(|row| 20.0 + SMALL.width(row.word())).fold(0.0, f64::max);
        let title = (inner * 0.3).clamp(150.0, 330.0);
        let own = layout.width >= 860.0;
        let status = own.then_some(right - figure - 24.0 - words);
        let end = status.unwrap_or(right - figure) - 40.0;
        let bar = left + title + 24.0;
        let axis = Axis { left: bar, width: (end - bar).max(60.0), most };
        Self { phone: false, left, right, title, axis, status, figure }
    }
}

/// The largest share that a bar shows.
fn reach(bar: Bar) -> f64 {
    match bar {
        Bar::Reached { named, low, high } => [named, low, high.unwrap_or(low + 0.1)].into_iter().fold(0.0, f64::max),
        Bar::Unknown | Bar::Waiting | Bar::Milestone { .. } | Bar::None => 0.0,
    }
}

/// Draws the view from `top` down; gives the lower edge.
pub(super) fn draw(sheet: &mut Sheet, subject: Subject<'_>, tally: &Tally<'_>, layout: Layout, top: f64) -> f64 {
    let locale = subject.locale;
    let groups = subject.groups();
    let promises: Vec<Row<'_>> = groups.iter().flat_map(|group| group.promises.iter().copied()).collect();
    let begun = promises.iter().any(|row| row.bar() != Bar::Waiting);
    let columns = Columns::new(&promises, layout);
    let mut y = top;
    sheet.part(&mut y, |sheet, top| {
        let y = status_bar::draw(sheet, tally, locale, layout, top + 14.0) + 22.0;
        if begun { axis_labels(sheet, columns, locale, &promises, y) } else { y }
    });
    // Nothing to measure yet: figures on a wall, two projects side by side on a wide page. Strips are cut across one column.
    let single = begun || subject.is_large();
    let (across, width) = layout.frame().columns(if single { f64::INFINITY } else { 400.0 }, 40.0, 2);
    for line in groups.chunks(across.max(1)) {
        let mut bottom = y;
        for (index, group) in line.iter().enumerate() {
            let frame = Frame { left: layout.margin + count(index) * (width + 40.0), width };
            bottom = bottom.max(draw_group(sheet, group, tally, frame, begun.then_some(columns), y));
        }
        y = bottom;
        sheet.skip(&mut y, 14.0);
    }
    footnotes(sheet, &promises, layout, locale, y)
}

/// One project: its promises as bars (with columns) or as figures (without), then its other outcomes.
fn draw_group(
    sheet: &mut Sheet,
    group: &Group<'_>,
    tally: &Tally<'_>,
    frame: Frame,
    columns: Option<Columns>,
    top: f64,
) -> f64 {
    let mut y = top;
    sheet.part(&mut y, |sheet, y| heading(sheet, group, tally, frame, y));
    if let Some(columns) = columns {
        for row in &group.promises {
            sheet.part(&mut y, |sheet, mut y| {
                sheet.stand(Of::row(row), row.sentence(), |sheet| y = draw_row(sheet, row, columns, y));
                y
            });
        }
    } else if !group.promises.is_empty() {
        y = wall(sheet, &group.promises, frame, y);
    }
    if !group.outcomes.is_empty() {
        if !group.promises.is_empty() {
            sheet.part(&mut y, |sheet, y| {
                let words = pick(tally.locale(), "另有成果，目标未知", "More outcomes, target unknown");
                sheet.text((frame.left, y + 18.0), words, Face::bold(12.0), Anchor::Start, Tone::Muted);
                y + 20.0
            });
        }
        y = wall(sheet, &group.outcomes, frame, y);
    }
    y
}

/// Names the target line and the shares along the axis, and what the tick across a bar means.
fn axis_labels(sheet: &mut Sheet, columns: Columns, locale: Locale, rows: &[Row<'_>], top: f64) -> f64 {
    let axis = columns.axis;
    let baseline = top + 12.0;
    sheet.group(Role::Hidden, String::new(), |sheet| {
        let words = pick(locale, "目标 100%", "target 100%");
        let face = Face::bold(12.0);
        let half = face.width(words) / 2.0;
        let (x, anchor) = if axis.target() + half > columns.right {
            (columns.right, Anchor::End)
        } else {
            (axis.target(), Anchor::Middle)
        };
        sheet.text((x, baseline), words, face, anchor, Tone::Ink);
        let taken = if anchor == Anchor::End { x - 2.0 * half..x } else { x - half..x + half };
        for (share, name) in axis.ticks() {
            let (at, half) = (axis.x(share), SMALL.width(name) / 2.0);
            let anchor = if columns.phone && share == 0.0 { Anchor::Start } else { Anchor::Middle };
            if at + half + 10.0 < taken.start || at - half - 10.0 > taken.end {
                sheet.text((at, baseline), name, SMALL, anchor, Tone::Muted);
            }
        }
    });
    let mut y = baseline + 8.0;
    if rows.iter().any(|row| row.expected().is_some()) {
        let words = pick(locale, "序时进度：按时间应完成的比例", "schedule: the share of the time that had passed");
        let width = SMALL.width(words) + 12.0;
        let x = if columns.phone { columns.left } else { axis.left }.min(columns.right - width).max(columns.left);
        sheet.line((x + 1.0, y), (x + 1.0, y + 16.0), 2.0, Tone::Ink);
        y = sheet.paragraph((x + 10.0, y + 1.0), columns.right - x - 10.0, words, Style::plain(SMALL, Tone::Muted))
            + 6.0;
    }
    y
}

/// The project's title over a rule, with its counts.
fn heading(sheet: &mut Sheet, group: &Group<'_>, tally: &Tally<'_>, frame: Frame, top: f64) -> f64 {
    let summary = tally.summary(group.rollup);
    let title = group.project.title.as_str();
    let y = top + 10.0;
    sheet.rect((frame.left, y), frame.width, 1.5, Tone::Ink);
    let beside = SMALL.width(&summary) + 24.0 + HEADING.width(title) <= frame.width;
    let mut bottom = y;
    sheet.group(Role::Heading, [title, pick(tally.locale(), "：", ": "), &summary].concat(), |sheet| {
        bottom = sheet.paragraph((frame.left, y + 8.0), frame.width, title, Style::title(HEADING, Tone::Ink));
        if beside {
            sheet.text((frame.right(), y + 8.0 + HEADING.size), &summary, SMALL, Anchor::End, Tone::Muted);
        } else {
            bottom = sheet.paragraph((frame.left, bottom), frame.width, &summary, Style::plain(SMALL, Tone::Muted));
        }
    });
    bottom + 4.0
}

fn draw_row(sheet: &mut Sheet, row: &Row<'_>, columns: Columns, top: f64) -> f64 {
    if columns.phone { phone_row(sheet, row, columns, top) } else { wide_row(sheet, row, columns, top) }
}

/// Glyph and word.
fn status_words(sheet: &mut Sheet, row: &Row<'_>, x: f64, baseline: f64) {
    glyph(sheet, row.sign(), (x, baseline - 9.5), 10.0, Tone::Ink);
    sheet.text((x + 16.0, baseline), row.word(), SMALL, Anchor::Start, Tone::Ink);
}

/// The schedule share beside an expected tick: `序时66.67%，应达26`.
fn schedule_words(row: &Row<'_>) -> Option<String> {
    row.expected()?;
    let share = percent(&row.outcome.schedule?.share, row.locale());
    let words = fill(pick(row.locale(), "序时{}", "schedule {}"), &[&share]);
    let amount = row.outcome.expected.as_ref().map(|amount| plain(amount, row.locale()));
    Some(amount.map_or(words.clone(), |n| words + &fill(pick(row.locale(), "，应达{}", ", {} expected"), &[&n])))
}

/// The vertical through the targets of all bars.
fn target_line(sheet: &mut Sheet, row: &Row<'_>, axis: Axis, top: f64, bottom: f64) {
    if row.bar() != Bar::None {
        sheet.line((axis.target(), top), (axis.target(), bottom), 1.0, Tone::Ink);
    }
}

/// Title, bar, status and figure side by side.
fn wide_row(sheet: &mut Sheet, row: &Row<'_>, columns: Columns, top: f64) -> f64 {
    let text = top + 9.0;
    let title = Style::title(TITLE, Tone::Ink);
    let mut left = sheet.paragraph((columns.left, text), columns.title, &row.commitment.title, title);
    let baseline = text + TITLE.size;
    if let Some(x) = columns.status {
        status_words(sheet, row, x, baseline);
    } else {
        status_words(sheet, row, columns.left, left + SMALL.size + 1.0);
        left += SMALL.leading();
    }
    for note in row.notes() {
        left = sheet.paragraph((columns.left, left + 1.0), columns.title, &note, Style::title(SMALL, Tone::Muted));
    }
    let silent = row.is_silent();
    let mut right = text;
    let figure = Style { anchor: Anchor::End, ..Style::title(FIGURE, Tone::Ink) };
    let small = Style { anchor: Anchor::End, ..Style::title(SMALL, Tone::Muted) };
    if silent {
        let figure = Style { tone: Tone::Muted, face: TITLE, ..figure };
        right = sheet.paragraph((columns.right, right), columns.figure, &row.parts(), figure);
    } else {
        right = sheet.paragraph((columns.right, right - 1.0), columns.figure, &row.headline(), figure) - 1.0;
        right = sheet.paragraph((columns.right, right), columns.figure, &row.parts(), small);
    }
    for words in row.range().into_iter().chain(schedule_words(row)) {
        right = sheet.paragraph((columns.right, right), columns.figure, &words, small);
    }
    let bottom = left.max(right).max(top + 36.0) + 5.0;
    bullet(sheet, row.bar(), row.expected(), columns.axis, baseline - THICK + 1.0);
    target_line(sheet, row, columns.axis, top, bottom);
    bottom
}

/// Title and figure above the bar, status and parts beneath it.
fn phone_row(sheet: &mut Sheet, row: &Row<'_>, columns: Columns, top: f64) -> f64 {
    let text = top + 12.0;
    let silent = row.is_silent();
    let figure = if silent { String::new() } else { row.headline() };
    let taken = if figure.is_empty() { 0.0 } else { FIGURE.width(&figure) + 14.0 };
    // A very long figure gets a line of its own.
    let apart = taken > columns.title * 0.55;
    let room = if apart { columns.title } else { columns.title - taken };
    let mut y = sheet.paragraph((columns.left, text), room, &row.commitment.title, Style::title(TITLE, Tone::Ink));
    let right = Style { anchor: Anchor::End, ..Style::title(FIGURE, Tone::Ink) };
    if apart {
        y = sheet.paragraph((columns.right, y), columns.title, &figure, right);
    } else {
        sheet.text((columns.right, text + TITLE.size), &figure, FIGURE, Anchor::End, Tone::Ink);
    }
    let bar = y + 4.0;
    if row.bar() == Bar::None {
        y = bar - 2.0;
    } else {
        bullet(sheet, row.bar(), row.expected(), columns.axis, bar);
        target_line(sheet, row, columns.axis, bar - 4.0, bar + THICK + 4.0);
        y = bar + THICK + 5.0;
    }
    let words = 16.0 + SMALL.width(row.word()) + 16.0;
    let mut parts = vec![row.parts()];
    parts.extend(row.range());
    if let Some(words) = schedule_words(row) {
        parts.insert(0, words);
    }
    let parts = join(&parts, " · ");
    let small = Style { anchor: Anchor::End, ..Style::title(SMALL, Tone::Muted) };
    status_words(sheet, row, columns.left, y + SMALL.size);
    let beside = columns.title - words;
    if wrap(&parts, SMALL, beside).len() > 1 {
        let left = Style::plain(SMALL, Tone::Muted);
        y = sheet.paragraph((columns.left, y + SMALL.leading()), columns.title, &parts, left);
    } else {
        y = sheet.paragraph((columns.right, y), beside, &parts, small);
    }
    for note in row.notes() {
        y = sheet.paragraph((columns.left, y), columns.title, &note, Style::plain(SMALL, Tone::Muted));
    }
    y + 6.0
}

/// What the marks of inference stand for, each with its own words.
fn footnotes(sheet: &mut Sheet, rows: &[Row<'_>], layout: Layout, locale: Locale, top: f64) -> f64 {
    let mut y = top;
    sheet.skip(&mut y, -8.0);
    for row in rows {
        for reason in row.inferences() {
            sheet.part(&mut y, |sheet, y| {
                let words = fill(pick(locale, "※ {}：{}", "※ {}: {}"), &[&row.commitment.title, reason]);
                sheet.paragraph((layout.margin, y + 4.0), layout.measure(), &words, Style::plain(SMALL, Tone::Muted))
            });
        }
    }
    y
}
