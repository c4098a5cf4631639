//! The view `projects`: one bar for every project, from what is known to be reached to what is still possible.

use super::bullet::{Axis, THICK};
use super::control::Of;
use super::layout::{Layout, count};
use super::mark::{Anchor, Role};
use super::overview::{chosen, more};
use super::project::Group;
use super::row::Row;
use super::sheet::{Sheet, Style};
use super::status_bar;
use super::theme::Tone;
use super::view::{Subject, sample};
use crate::text::Face;
use pledgeboard::sentence::Tally;
use pledgeboard::words::{fill, join, percents, pick};
use pledgeboard::{Interval, Ratio};

const TITLE: Face = Face::bold(15.0);
const FIGURE: Face = Face::bold(16.0);
const SMALL: Face = Face::regular(12.0);
/// Between title, bar and figure.
const GAP: f64 = 28.0;
/// How many promises a project names that has no results yet.
const NAMED: usize = 3;

/// Where the parts of a row stand. On a phone they lie on one another: title and figure share a line above the bar.
#[derive(Clone, Copy)]
struct Columns {
    phone: bool,
    layout: Layout,
    title: f64,
    axis: Axis,
    figure: f64,
}

impl Columns {
    fn new(groups: &[Group<'_>], tally: &Tally<'_>, layout: Layout) -> Self {
        let (left, inner) = (layout.margin, layout.inner());
        let widest = |words: String, face: Face| face.width(&words);
        let figure = sample(groups)
            .map(|group| widest(mean(group, tally), FIGURE).max(widest(met(group, tally), SMALL)))
            .fold(60.0, f64::max)
            .min(inner * 0.4);
        let phone = layout.is_phone();
        let title = if phone { inner - figure - 16.0 } else { (inner * 0.28).clamp(150.0, 320.0) };
        let from = if phone { left } else { left + title + GAP };
        let to = if phone { layout.right() } else { layout.right() - figure - GAP };
        Self { phone, layout, title, axis: Axis { left: from, width: to - from, most: 1.0 }, figure }
    }
}

/// Draws the view from `top` down; gives the lower edge.
pub(super) fn draw(sheet: &mut Sheet, subject: Subject<'_>, tally: &Tally<'_>, layout: Layout, top: f64) -> f64 {
    let groups = subject.groups();
    let columns = Columns::new(&groups, tally, layout);
    let mut y = top;
    sheet.part(&mut y, |sheet, top| {
        let y = status_bar::scale(sheet, tally, subject.locale, layout, top + 14.0);
        let y = status_bar::draw(sheet, tally, subject.locale, layout, y) + 22.0;
        if groups.iter().any(|group| known(group, tally).is_some()) { key(sheet, tally, columns, y) } else { y }
    });
    for group in &groups {
        sheet.part(&mut y, |sheet, mut y| {
            let words = [group.project.title.as_str(), &spoken(group, tally)].concat();
            sheet.rect((layout.margin, y), layout.inner(), 1.0, Tone::Rule);
            sheet.stand(Of::project(subject, group.project), words, |sheet| {
                y = row(sheet, group, tally, columns, y + 11.0) + 11.0;
            });
            y
        });
    }
    y
}

/// The mean of the rates where anything can be said of it: not before the first results are due.
fn known<'a>(group: &Group<'a>, tally: &Tally<'_>) -> Option<&'a Interval<Ratio>> {
    let waiting = tally.is_not_due() && group.promises.iter().all(Row::not_due);
    group.rollup.mean_capped_rate.as_ref().filter(|_| !waiting)
}

/// `83–100%`.
fn mean(group: &Group<'_>, tally: &Tally<'_>) -> String {
    known(group, tally).map_or_else(String::new, |mean| percents(mean, 0, tally.locale()))
}

/// `达标43–100%`.
fn met(group: &Group<'_>, tally: &Tally<'_>) -> String {
    let share = group.rollup.share_met.as_ref().filter(|_| known(group, tally).is_some());
    share.map_or_else(String::new, |share| {
        fill(pick(tally.locale(), "达标{}", "{} met"), &[&percents(share, 0, tally.locale())])
    })
}

/// What is said of a project to those who cannot see it.
fn spoken(group: &Group<'_>, tally: &Tally<'_>) -> String {
    let locale = tally.locale();
    let mut parts = vec![tally.summary(group.rollup)];
    if known(group, tally).is_some() {
        parts.push(fill(pick(locale, "平均完成率{}", "mean completion rate {}"), &[&mean(group, tally)]));
        parts.push(met(group, tally));
    }
    [pick(locale, "：", ": "), &join(&parts, pick(locale, "；", "; "))].concat()
}

/// What the bars measure, over their scale; gives the upper edge of the first row.
fn key(sheet: &mut Sheet, tally: &Tally<'_>, columns: Columns, top: f64) -> f64 {
    let (axis, layout) = (columns.axis, columns.layout);
    let words = pick(
        tally.locale(),
        "各项目的平均完成率，每项承诺最多计100%；斜线部分取决于未知的结果",
        "Mean completion rate of each project, no promise counted beyond 100%; the hatched part depends on results that are not known",
    );
    let style = Style::plain(SMALL, Tone::Muted);
    sheet.group(Role::Hidden, String::new(), |sheet| {
        let y = sheet.paragraph((layout.margin, top), layout.measure(), words, style) + 6.0;
        let baseline = y + SMALL.size;
        sheet.text((axis.left, baseline), "0", SMALL, Anchor::Start, Tone::Muted);
        sheet.text((axis.x(0.5), baseline), "50%", SMALL, Anchor::Middle, Tone::Muted);
        sheet.text((axis.target(), baseline), "100%", SMALL, Anchor::End, Tone::Muted);
    });
    let lines = crate::text::wrap(words, SMALL, layout.measure()).len();
    top + SMALL.leading() * count(lines) + 6.0 + SMALL.leading() + 4.0
}

/// Title, bar and figures of one project; gives the lower edge.
fn row(sheet: &mut Sheet, group: &Group<'_>, tally: &Tally<'_>, columns: Columns, top: f64) -> f64 {
    let Columns { phone, layout, axis, .. } = columns;
    let title = Style::title(TITLE, Tone::Ink);
    let figure = Style { anchor: Anchor::End, ..Style::title(FIGURE, Tone::Ink) };
    let small = Style { anchor: Anchor::End, ..Style::title(SMALL, Tone::Muted) };
    let (mean, met) = (mean(group, tally), met(group, tally));
    // Without a figure the title has its place, too.
    let room = if phone && mean.is_empty() { layout.inner() } else { columns.title };
    let left = sheet.paragraph((layout.margin, top), room, &group.project.title, title);
    let mut right = top;
    if !mean.is_empty() {
        right = sheet.paragraph((layout.right(), top - 1.0), columns.figure, &mean, figure);
        right = sheet.paragraph((layout.right(), right), columns.figure, &met, small);
    }
    let mut y = if phone { left.max(right) + 4.0 } else { top + 1.0 };
    if let Some(mean) = known(group, tally) {
        bar(sheet, mean, axis, y);
        y += THICK + 6.0;
    }
    let summary = Style::plain(SMALL, Tone::Muted);
    if known(group, tally).is_some() {
        y = sheet.paragraph((axis.left, y), axis.width, &tally.summary(group.rollup), summary);
    } else {
        // Nothing to measure: what was promised, or what came of it, has the whole width.
        let width = layout.right() - axis.left;
        y = sheet.paragraph((axis.left, y), width, &promised(group, tally), Style::plain(SMALL, Tone::Ink)) + 2.0;
        y = sheet.paragraph((axis.left, y), width, &tally.summary(group.rollup), summary);
    }
    y.max(left).max(right)
}

/// Solid to the least mean that the published figures allow, hatched to the greatest.
fn bar(sheet: &mut Sheet, mean: &Interval<Ratio>, axis: Axis, top: f64) {
    let low = axis.x(mean.low().map_or(0.0, |end| end.value.to_pixels()));
    let high = axis.x(mean.high().map_or(1.0, |end| end.value.to_pixels()));
    sheet.rect((axis.left, top), axis.width, THICK, Tone::Track);
    if high > low {
        sheet.hatch((low, top), high - low, THICK, Tone::Hatch);
    }
    sheet.rect((axis.left, top), low - axis.left, THICK, Tone::Accent);
    sheet.line((axis.target(), top - 4.0), (axis.target(), top + THICK + 4.0), 1.0, Tone::Ink);
}

/// The first promises of a project: `既有住宅加装电梯 39部 · 公交候车亭 42个 · 另有5项`.
fn promised(group: &Group<'_>, tally: &Tally<'_>) -> String {
    let rows = chosen(group);
    let named = |row: &Row<'_>| [row.commitment.title.as_str(), " ", &row.headline()].concat();
    let mut parts: Vec<String> = rows.iter().take(NAMED).map(|row| named(row).trim_end().to_owned()).collect();
    if let Some(rest) = rows.len().checked_sub(NAMED).filter(|rest| *rest > 0) {
        parts.push(more(rest, tally.locale()));
    }
    join(&parts, " · ")
}
