//! The view `overview`: the finding, one status bar, and every project in short.

use super::control::Of;
use super::glyph::{Sign, glyph};
use super::layout::{Layout, count};
use super::mark::{Anchor, Role};
use super::project::Group;
use super::row::Row;
use super::sheet::{Sheet, Style, fitting};
use super::status_bar;
use super::theme::Tone;
use super::view::Subject;
use crate::text::{Face, balance};
use pledgeboard::sentence::Tally;
use pledgeboard::words::{self, day, fill, pick};
use pledgeboard::{Locale, Status};

const HEADING: Face = Face::bold(16.0);
const LINE: Face = Face::regular(13.0);
const FIGURE: Face = Face::bold(13.0);
const SMALL: Face = Face::regular(12.0);
/// Between two cards, and between two tiles.
const GUTTER: f64 = 32.0;
pub(super) const TILE: f64 = 16.0;
/// How many commitments a card names.
const NAMED: usize = 4;
/// So many tiles of a card can still be told apart.
const COUNTABLE: usize = 60;

/// Draws the view from `top` down; gives the lower edge.
pub(super) fn draw(sheet: &mut Sheet, subject: Subject<'_>, tally: &Tally<'_>, layout: Layout, top: f64) -> f64 {
    let locale = subject.locale;
    let mut y = top;
    sheet.part(&mut y, |sheet, top| {
        let mut y = top + 12.0;
        if tally.reported() == 0 && tally.promises() > 0 {
            y = numbers(sheet, subject, tally, layout, y) + 14.0;
        }
        y = status_bar::scale(sheet, tally, locale, layout, y);
        status_bar::draw(sheet, tally, locale, layout, y) + 24.0
    });
    let (columns, width) = layout.frame().columns(300.0, GUTTER, 3);
    let groups = subject.groups();
    for line in groups.chunks(columns.max(1)) {
        sheet.part(&mut y, |sheet, y| {
            let mut bottom = y;
            // Titles of one line of cards keep a common lower edge, so that their tiles stand side by side.
            let titles = line.iter().map(|g| balance(&g.project.title, HEADING, width - 8.0).len()).max().unwrap_or(1);
            for (index, group) in line.iter().enumerate() {
                let card = Card { x: layout.margin + count(index) * (width + GUTTER), width, titles };
                bottom = bottom.max(card.draw(sheet, group, tally, y));
            }
            bottom + 26.0
        });
    }
    sheet.part(&mut y, |sheet, y| key(sheet, &groups, tally, layout, y - 8.0));
    y
}

/// What the tiles stand for: the signs that occur, with their words.
fn key(sheet: &mut Sheet, groups: &[Group<'_>], tally: &Tally<'_>, layout: Layout, top: f64) -> f64 {
    let rows = || groups.iter().flat_map(|g| g.promises.iter().chain(&g.outcomes));
    let signs = Sign::all().filter(|sign| rows().any(|row| row.sign() == *sign));
    let (mut x, mut y) = (layout.margin, top);
    sheet.rect((layout.margin, y - 10.0), layout.inner(), 1.0, Tone::Rule);
    sheet.group(Role::Hidden, String::new(), |sheet| {
        for sign in signs {
            let words = sign.word(tally.locale());
            let width = TILE + 6.0 + SMALL.width(words);
            if x > layout.margin && x + width > layout.right() {
                (x, y) = (layout.margin, y + TILE + 8.0);
            }
            tile(sheet, sign, (x, y));
            sheet.text((x + TILE + 6.0, y + 12.5), words, SMALL, Anchor::Start, Tone::Muted);
            x += width + 18.0;
        }
    });
    y + TILE
}

/// A year that has only begun, in large figures.
fn numbers(sheet: &mut Sheet, subject: Subject<'_>, tally: &Tally<'_>, layout: Layout, top: f64) -> f64 {
    let locale = subject.locale;
    let rows: Vec<Row<'_>> = subject.groups().into_iter().flat_map(|group| group.promises).collect();
    let numbered = rows.iter().filter(|row| !row.is_milestone()).count();
    let due = rows.iter().map(|row| row.commitment.due).max();
    let due = due.map_or_else(String::new, |due| day(due, locale));
    let facts = [
        (words::count(tally.promises()), pick(locale, "项承诺", "promises")),
        (words::count(subject.programme.projects.len()), pick(locale, "个项目", "projects")),
        (words::count(numbered), pick(locale, "项有数量或要求全覆盖", "with a figure or full coverage")),
        (due, pick(locale, "最晚完成日", "last day for all of them")),
    ];
    let (columns, width) = layout.frame().columns(140.0, 16.0, facts.len());
    // One size for all of them: that of the longest.
    let most = if layout.is_phone() { 30.0 } else { 40.0 };
    let size = facts.iter().map(|(number, _)| fitting(number, width, 16.0, most).size).fold(most, f64::min);
    let figure = Face::bold(size);
    let mut y = top;
    for line in facts.chunks(columns.max(1)) {
        let mut bottom = y;
        for (index, (number, words)) in line.iter().enumerate() {
            let x = layout.margin + count(index) * (width + 16.0);
            sheet.text((x, y + figure.size), number, figure, Anchor::Start, Tone::Accent);
            let style = Style::title(LINE, Tone::Ink);
            bottom = bottom.max(sheet.paragraph((x, y + figure.size + 8.0), width, words, style));
        }
        y = bottom + 10.0;
    }
    y
}

/// One project in short.
struct Card {
    x: f64,
    width: f64,
    /// How many lines the longest title beside it takes.
    titles: usize,
}

impl Card {
    fn draw(&self, sheet: &mut Sheet, group: &Group<'_>, tally: &Tally<'_>, top: f64) -> f64 {
        let summary = tally.summary(group.rollup);
        let title = group.project.title.as_str();
        sheet.rect((self.x, top), self.width, 1.5, Tone::Ink);
        sheet.group(Role::Heading, title.to_owned(), |sheet| {
            sheet.paragraph((self.x, top + 9.0), self.width - 8.0, title, Style::title(HEADING, Tone::Ink));
        });
        let rows = chosen(group);
        let mut y = top + 9.0 + HEADING.leading() * count(self.titles) + 4.0;
        sheet.group(sheet.tiled(), summary.clone(), |sheet| {
            y = self.tiles(sheet, group, &rows, y);
            y = sheet.paragraph((self.x, y + 2.0), self.width, &summary, Style::plain(SMALL, Tone::Muted)) + 4.0;
        });
        for row in rows.iter().take(NAMED) {
            sheet.stand(Of::row(row), row.brief(), |sheet| y = self.line(sheet, row, y));
        }
        let rest = rows.len().saturating_sub(NAMED);
        if rest > 0 {
            sheet.text((self.x, y + 16.0), &more(rest, tally.locale()), SMALL, Anchor::Start, Tone::Muted);
            y += 20.0;
        }
        y
    }

    /// A tile for every commitment, or, where nobody would count them, one for each status with its number; outcomes without a
    /// known target stand apart.
    fn tiles(&self, sheet: &mut Sheet, group: &Group<'_>, chosen: &[Row<'_>], top: f64) -> f64 {
        let step = TILE + sheet.gap();
        let (mut x, mut y) = (self.x, top);
        if group.promises.len() + group.outcomes.len() > COUNTABLE {
            for sign in Sign::all() {
                let number = group.promises.iter().chain(&group.outcomes).filter(|row| row.sign() == sign).count();
                let words = words::count(number);
                let width = step + 2.0 + FIGURE.width(&words);
                if x > self.x && x + width > self.x + self.width {
                    (x, y) = (self.x, y + step);
                }
                if number > 0 {
                    tile(sheet, sign, (x, y));
                    sheet.text((x + step + 2.0, y + 12.5), &words, FIGURE, Anchor::Start, Tone::Ink);
                    x += width + 14.0;
                }
            }
            return y + step;
        }
        let promises = Sign::all().flat_map(|sign| group.promises.iter().filter(move |row| row.sign() == sign));
        for (index, row) in promises.chain(&group.outcomes).enumerate() {
            if index == group.promises.len() && index > 0 {
                x += 8.0;
            }
            if x + TILE > self.x + self.width {
                (x, y) = (self.x, y + step);
            }
            let of = Of::row(row);
            let named = || chosen.iter().take(NAMED).any(|one| Of::row(one).commitment == of.commitment);
            sheet.tile(of, (x, y), || row.brief(), named, |sheet| tile(sheet, row.sign(), (x, y)));
            x += step;
        }
        y + step
    }

    /// A commitment in one line: its title, and its figure at the right.
    fn line(&self, sheet: &mut Sheet, row: &Row<'_>, top: f64) -> f64 {
        // Bold is for rates and for what is promised anew; what was never published shows its target, and says so.
        let unpublished = row.is_silent() && row.is_promise() && !row.not_due();
        let figure = if unpublished { row.parts() } else { row.headline() };
        let tone = if unpublished { Tone::Muted } else { Tone::Ink };
        let face = if row.outcome.rate.is_some() || row.not_due() { FIGURE } else { LINE };
        let room = self.width - face.width(&figure).min(self.width * 0.5) - 14.0;
        let titles = Style::title(LINE, Tone::Ink);
        let left = sheet.paragraph((self.x, top + 4.0), room, &row.commitment.title, titles);
        let style = Style { anchor: Anchor::End, ..Style::title(face, tone) };
        let right = sheet.paragraph((self.x + self.width, top + 4.0), self.width * 0.5, &figure, style);
        let bottom = left.max(right) + 3.0;
        sheet.rect((self.x, bottom), self.width, 1.0, Tone::Track);
        bottom
    }
}

/// The commitments in the order in which a card names them: with a rate, other results, outcomes, then the rest.
pub(super) fn chosen<'a>(group: &Group<'a>) -> Vec<Row<'a>> {
    let rank = |row: &Row<'_>| match row.status() {
        _ if row.outcome.rate.is_some() => 0,
        Status::NoTarget => 4,
        // A number says more about a promise than "full coverage" does.
        Status::Unreported if row.not_due() => 2 + u8::from(row.is_qualitative()),
        Status::Unreported => 5,
        _ => 1,
    };
    let rows = || group.promises.iter().chain(&group.outcomes).copied();
    (0..=5).flat_map(|wanted| rows().filter(move |row| rank(row) == wanted)).collect()
}

/// How many more there are than are named.
pub(super) fn more(rest: usize, locale: Locale) -> String {
    fill(pick(locale, "另有{}项", "{}\u{a0}more"), &[&words::count(rest)])
}

/// One commitment as a square that carries the sign of its status.
fn tile(sheet: &mut Sheet, sign: Sign, (x, y): (f64, f64)) {
    let inside = (x + 4.0, y + 4.0);
    let size = TILE - 8.0;
    match (sign.status, status_bar::tone(sign.status)) {
        (_, Some(tone)) => {
            sheet.rect((x, y), TILE, TILE, tone);
            let ink = if tone == Tone::Deep { Tone::OnDeep } else { Tone::OnAccent };
            glyph(sheet, sign, inside, size, ink);
        }
        (Status::Unreported, _) if sign.not_due => sheet.outline((x, y), TILE, TILE, 1.5, Tone::Accent),
        (Status::Unreported, _) => {
            sheet.rect((x, y), TILE, TILE, Tone::Track);
            sheet.hatch((x, y), TILE, TILE, Tone::Hatch);
        }
        (Status::NoTarget, _) => glyph(sheet, sign, (x + 1.0, y + 1.0), TILE - 2.0, Tone::Hatch),
        (_, None) => {
            sheet.outline((x, y), TILE, TILE, 1.5, Tone::Ink);
            glyph(sheet, sign, inside, size, Tone::Ink);
        }
    }
}
