//! One bar for all promises, divided by status and labelled in place.

use super::glyph::{Sign, glyph};
use super::layout::{Layout, count};
use super::mark::{Anchor, Point, Role};
use super::sheet::Sheet;
use super::theme::Tone;
use crate::text::Face;
use pledgeboard::sentence::Tally;
use pledgeboard::words::{self, fill, percents, pick};
use pledgeboard::{Locale, Status};

const HEIGHT: f64 = 44.0;
const GAP: f64 = 2.0;
const SIGN: f64 = 12.0;
/// Between two labels beneath the bar.
const APART: f64 = 20.0;

/// One status with its share of the bar.
struct Segment {
    sign: Sign,
    label: String,
    x: f64,
    width: f64,
}

/// Draws the range of the share met over the bar, which is its scale: the bar's length is all promises.
///
/// Only where every promise on the bar is one that the share is of; gives the upper edge of the bar.
pub(super) fn scale(sheet: &mut Sheet, tally: &Tally<'_>, locale: Locale, layout: Layout, top: f64) -> f64 {
    let rollup = tally.rollup();
    let share = rollup.share_met.filter(|_| tally.met() > 0 && rollup.with_target == tally.promises());
    let Some((share, low, high)) = share.and_then(|s| Some((s, s.low()?.value, s.high()?.value))) else {
        return top;
    };
    let pattern = if tally.is_running() {
        pick(locale, "至今达标比例 {}", "share met so far {}")
    } else {
        pick(locale, "达标比例 {}", "share met {}")
    };
    let words = fill(pattern, &[&percents(&share, 0, locale)]);
    let face = Face::bold(12.0);
    let at = |share: f64| layout.margin + layout.inner() * share.clamp(0.0, 1.0);
    let (from, to) = (at(low.to_pixels()), at(high.to_pixels()));
    let width = face.width(&words);
    let (baseline, line) = (top + 12.0, top + 22.0);
    let middle = f64::midpoint(from, to).min(layout.right() - width / 2.0).max(layout.margin + width / 2.0);
    sheet.text((middle, baseline), &words, face, Anchor::Middle, Tone::Ink);
    sheet.line((from, line), (to, line), 1.0, Tone::Ink);
    for x in [from, to] {
        sheet.line((x, line - 4.0), (x, line + 6.0), 1.0, Tone::Ink);
    }
    line + 8.0
}

/// Draws the bar at `top`; gives the lower edge with the labels that had to go beneath.
pub(super) fn draw(sheet: &mut Sheet, tally: &Tally<'_>, locale: Locale, layout: Layout, top: f64) -> f64 {
    let face = Face::bold(14.0);
    let segments = segments(tally, layout);
    let labels: Vec<&str> = segments.iter().map(|s| s.label.as_str()).collect();
    let spoken = words::join(&labels, pick(locale, "，", ", "));
    let mut bottom = top + HEIGHT;
    sheet.group(Role::Image, spoken, |sheet| {
        let mut outside = Vec::new();
        for segment in &segments {
            ground(sheet, segment, top);
            let needed = SIGN + 8.0 + face.width(&segment.label);
            if needed + 20.0 <= segment.width {
                label_inside(sheet, segment, face, top);
            } else {
                if segment.width >= SIGN + 4.0 {
                    sign_inside(sheet, segment, top);
                }
                outside.push((segment, needed));
            }
        }
        bottom = labels_beneath(sheet, &outside, layout, face, bottom);
    });
    bottom
}

fn segments(tally: &Tally<'_>, layout: Layout) -> Vec<Segment> {
    let shown: Vec<(Status, usize)> = Status::ALL
        .into_iter()
        .filter(|s| *s != Status::NoTarget)
        .map(|s| (s, tally.count(s)))
        .filter(|(_, n)| *n > 0)
        .collect();
    let all = count(shown.iter().map(|(_, n)| n).sum());
    let room = layout.inner() - GAP * count(shown.len().saturating_sub(1));
    let mut x = layout.margin;
    shown
        .into_iter()
        .map(|(s, n)| {
            let width = room * count(n) / all;
            let label = [tally.word(s), " ", &words::count(n)].concat();
            let sign = Sign { status: s, not_due: tally.is_not_due() };
            let segment = Segment { sign, label, x, width };
            x += width + GAP;
            segment
        })
        .collect()
}

/// The tone of what is known to be done, under way, or not; `None` is left empty.
pub(super) fn tone(status: Status) -> Option<Tone> {
    match status {
        Status::Exceeded => Some(Tone::Deep),
        Status::Met | Status::MetLate | Status::Ahead | Status::OnSchedule => Some(Tone::Accent),
        _ => None,
    }
}

fn ground(sheet: &mut Sheet, segment: &Segment, top: f64) {
    let at = (segment.x, top);
    if let Some(tone) = tone(segment.sign.status) {
        sheet.rect(at, segment.width, HEIGHT, tone);
        return;
    }
    sheet.rect(at, segment.width, HEIGHT, Tone::Track);
    match segment.sign.status {
        Status::Unreported if !segment.sign.not_due => sheet.hatch(at, segment.width, HEIGHT, Tone::Hatch),
        Status::Unreported => sheet.outline(at, segment.width, HEIGHT, 1.0, Tone::Hatch),
        // What is behind, missed or undecided: a plain ground with a heavy edge.
        _ => sheet.outline(at, segment.width, HEIGHT, 2.0, Tone::Ink),
    }
}

/// The ink that is read on a segment.
fn ink(status: Status) -> Tone {
    match tone(status) {
        Some(Tone::Deep) => Tone::OnDeep,
        Some(_) => Tone::OnAccent,
        None => Tone::Ink,
    }
}

/// The sign alone, where the label stands beneath.
fn sign_inside(sheet: &mut Sheet, segment: &Segment, top: f64) {
    if segment.sign.status != Status::Unreported {
        let at = (segment.x + (segment.width - SIGN) / 2.0, top + (HEIGHT - SIGN) / 2.0);
        glyph(sheet, segment.sign, at, SIGN, ink(segment.sign.status));
    }
}

fn label_inside(sheet: &mut Sheet, segment: &Segment, face: Face, top: f64) {
    let ink = ink(segment.sign.status);
    let left = segment.x + 12.0;
    if segment.sign.status == Status::Unreported && !segment.sign.not_due {
        // Words do not stand on hatching.
        let width = SIGN + 8.0 + face.width(&segment.label) + 12.0;
        sheet.rect((left - 6.0, top + 9.0), width, HEIGHT - 18.0, Tone::Paper);
    }
    glyph(sheet, segment.sign, (left, top + (HEIGHT - SIGN) / 2.0), SIGN, ink);
    sheet.text((left + SIGN + 8.0, top + HEIGHT / 2.0 + 5.0), &segment.label, face, Anchor::Start, ink);
}

/// Labels that do not fit stand beneath: in one row with a line from each segment if there is room, else as a list in
/// the order of the bar.
fn labels_beneath(sheet: &mut Sheet, outside: &[(&Segment, f64)], layout: Layout, face: Face, bottom: f64) -> f64 {
    if outside.is_empty() {
        return bottom;
    }
    if let Some(places) = one_row(outside, layout) {
        let baseline = bottom + 32.0;
        for ((segment, _), x) in outside.iter().zip(places) {
            let (stem, foot) = (segment.x + segment.width / 2.0, x + SIGN / 2.0);
            // Slanted: lines to several labels never lie on one another.
            sheet.line((stem, bottom + 2.0), (stem, bottom + 5.0), 1.0, Tone::Muted);
            sheet.line((stem, bottom + 5.0), (foot, baseline - SIGN - 3.0), 1.0, Tone::Muted);
            label(sheet, segment, (x, baseline), face);
        }
        return baseline + 6.0;
    }
    let (mut x, mut baseline) = (layout.margin, bottom + 24.0);
    for (segment, width) in outside {
        if x > layout.margin && x + width > layout.right() {
            (x, baseline) = (layout.margin, baseline + 24.0);
        }
        label(sheet, segment, (x, baseline), face);
        x += width + APART;
    }
    baseline + 6.0
}

fn label(sheet: &mut Sheet, segment: &Segment, (x, baseline): Point, face: Face) {
    glyph(sheet, segment.sign, (x, baseline - SIGN + 1.0), SIGN, Tone::Ink);
    sheet.text((x + SIGN + 8.0, baseline), &segment.label, face, Anchor::Start, Tone::Ink);
}

/// Where the labels begin in one row, each as near to its segment as the ones to its right allow.
fn one_row(outside: &[(&Segment, f64)], layout: Layout) -> Option<Vec<f64>> {
    let mut limit = layout.right();
    let mut places = Vec::new();
    for (segment, width) in outside.iter().rev() {
        let wanted = (segment.x + segment.width / 2.0 - SIGN / 2.0).max(layout.margin);
        let x = wanted.min(limit - width);
        // A line that leads far is harder to follow than a list.
        if x < layout.margin || wanted - x > 110.0 {
            return None;
        }
        places.push(x);
        limit = x - APART;
    }
    places.reverse();
    Some(places)
}
