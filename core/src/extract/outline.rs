//! The text as lines: its title, its headings, and what each says of the figures beneath it.

use core::ops::Range;

use super::lex::{Break, Kind, Token};
use super::nature::{Day, Nature};
use super::role::Tense;
use super::sense::Sense;

/// One line of the text.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) tokens: Range<usize>,
    pub(super) shape: Shape,
    /// The number it begins with, and how that is written.
    pub(super) number: Option<(Style, u32)>,
    /// What its section says of figures that nothing else speaks of.
    pub(super) tense: Option<Tense>,
    /// The year of its section.
    pub(super) year: Option<i32>,
    /// The section it belongs to: lines under one project heading have one number.
    pub(super) section: usize,
}

/// What a line is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    Blank,
    Title,
    /// A heading that says what follows: 2024年完成情况.
    Chapter,
    /// The heading of a project.
    Project,
    /// A row of a table, and the row that names its columns.
    Row,
    Columns,
    Body,
}

/// How a heading is numbered. Headings of one style are on one level.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    /// 1. 1、 01
    Digits,
    /// 1） （1） ①
    Bracketed,
    /// 一、
    Chinese,
    /// （一）
    ChineseBracketed,
}

/// The outline of a whole text.
#[derive(Clone, Debug, Default)]
pub(super) struct Outline {
    pub(super) lines: Vec<Line>,
    /// The line of the title, if there is one.
    pub(super) title: Option<usize>,
    pub(super) tense: Option<Tense>,
    /// The year the text is about.
    pub(super) year: Option<i32>,
    /// What the words and figures of the whole text suggest where nothing says it.
    pub(super) guess: Option<Tense>,
}

/// The most characters of a heading without a number.
const HEADING: usize = 40;

impl Outline {
    pub(super) fn of(text: &str, tokens: &[Token<'_>], year: Option<i32>) -> Outline {
        let mut outline = Outline { lines: lines(text, tokens), ..Outline::default() };
        outline.shapes(text, tokens);
        outline.subject(text, tokens, year);
        outline.sections(text, tokens);
        outline
    }

    /// Tells headings, rows and body apart.
    fn shapes(&mut self, text: &str, tokens: &[Token<'_>]) {
        // Whether nothing but blank lines stands above.
        let mut first = true;
        for index in 0..self.lines.len() {
            let line = &self.lines[index];
            let content = text.get(line.start..line.end).unwrap_or_default().trim();
            let own = &tokens[line.tokens.clone()];
            let short = content.chars().take(HEADING + 1).count() <= HEADING;
            let (mut cells, mut sentence, mut amount, mut all) = (false, false, false, false);
            for token in own {
                match token.kind {
                    Kind::Break(Break::Cell) => cells = true,
                    Kind::Break(Break::Stop | Break::Comma | Break::Semicolon) => {
                        sentence |= token.end < line.start + content.len();
                    }
                    Kind::Figure(_, Nature::Amount) => amount = true,
                    Kind::Word(Sense::All) => all = true,
                    _ => (),
                }
            }
            let shape = if content.is_empty() {
                Shape::Blank
            } else if cells {
                let named = own
                    .iter()
                    .filter(|token| {
                        matches!(
                            token.sense(),
                            Some(Sense::Aim | Sense::Rate | Sense::Report | Sense::Done | Sense::Plan | Sense::Will)
                        )
                    })
                    .count();
                if !amount && named > 0 { Shape::Columns } else { Shape::Row }
            } else if short && !sentence && !amount && !all && !content.ends_with(['，', '；', '。', '、', ',']) {
                if first && line.number.is_none() {
                    self.title = Some(index);
                    Shape::Title
                } else if is_byline(content, own) {
                    Shape::Body
                } else if says(own).is_some()
                    || own
                        .iter()
                        .any(|token| matches!(token.kind, Kind::Figure(_, Nature::Day(Day { year: Some(_), .. }))))
                        && line.number.is_none()
                {
                    // ——2025年12月26日在市人大常委会会议上, below the title.
                    // 公示期：2021年12月6日—12月10日 names no chapter.
                    let colon = own.iter().position(|token| token.is_break(Break::Colon)).unwrap_or(own.len());
                    let dated = own[colon..].iter().any(|token| matches!(token.kind, Kind::Figure(_, Nature::Day(_))));
                    let below = index == self.title.map_or(usize::MAX, |title| title + 1) && line.number.is_none();
                    if dated || below && content.starts_with(['—', '（', '(']) {
                        Shape::Body
                    } else {
                        Shape::Chapter
                    }
                } else {
                    Shape::Project
                }
            } else if self.title.is_none()
                && index == 0
                && short
                && line.number.is_none()
                && !content.ends_with(['。', '；', '，', '.'])
                && (says(own).is_some()
                    || own.iter().any(|token| matches!(token.kind, Kind::Figure(_, Nature::Listed))))
                && !amount
            {
                self.title = Some(index);
                Shape::Title
            } else {
                Shape::Body
            };
            first &= shape == Shape::Blank;
            self.lines[index].shape = shape;
        }
    }

    /// What the text as a whole is about: by its title, else by what stands before its first heading.
    fn subject(&mut self, text: &str, tokens: &[Token<'_>], year: Option<i32>) {
        let years = |line: &Line| {
            tokens[line.tokens.clone()].iter().find_map(|token| match token.kind {
                Kind::Figure(_, Nature::Day(Day { year, .. })) => year,
                _ => None,
            })
        };
        if let Some(title) = self.title {
            let line = &self.lines[title];
            let own = &tokens[line.tokens.clone()];
            // 前三季度…扎实推进, 1—8月…: a part of a year is reported on.
            let part = |token: &Token<'_>| match token.kind {
                Kind::Figure(_, Nature::Day(Day { year: None, .. })) => true,
                Kind::Word(Sense::Now) => {
                    let word = text.get(token.start..token.end).unwrap_or_default();
                    word.ends_with("季度") || word.ends_with("半年")
                }
                _ => false,
            };
            self.tense = says(own).or_else(|| own.iter().any(part).then_some(Tense::Actual));
            self.year = years(line);
        }
        self.year = year.or(self.year);
        let preamble = self
            .lines
            .iter()
            .take_while(|line| line.number.is_none() && !matches!(line.shape, Shape::Project))
            .filter(|line| {
                let content = text.get(line.start..line.end).unwrap_or_default();
                line.shape == Shape::Body && !is_byline(content, &tokens[line.tokens.clone()])
            })
            .take(4);
        for line in preamble {
            let own = &tokens[line.tokens.clone()];
            if self.tense.is_none() && !own.iter().any(|token| token.amount().is_some()) {
                self.tense = announces(own);
            }
        }
        if self.year.is_none() {
            self.year = latest(text, tokens);
        }
        self.guess = self.tense.or_else(|| super::guess::guess(text, tokens));
    }

    /// Gives every line the section it belongs to and what that section says.
    fn sections(&mut self, text: &str, tokens: &[Token<'_>]) {
        let counted = |style| self.lines.iter().filter(|line| line.number == Some((style, 1))).count();
        let restarts = [Style::Digits, Style::Bracketed, Style::Chinese, Style::ChineseBracketed].map(counted);
        let (mut tense, mut year, mut section) = (self.tense, self.year, 0);
        // The numbered chapter above, and the label that a line of its own gives.
        let mut chapter: Option<(Option<Style>, Option<Tense>, Option<i32>)> = None;
        let mut numbered = false;
        let mut looking_back: Option<(Option<Tense>, Option<i32>)> = None;
        for index in 0..self.lines.len() {
            let line = self.lines[index].clone();
            let own = &tokens[line.tokens.clone()];
            let its_year = own.iter().find_map(|token| match token.kind {
                Kind::Figure(_, Nature::Day(Day { year, .. })) => year,
                _ => None,
            });
            match line.shape {
                Shape::Chapter => {
                    section += 1;
                    let said = says(own).or_else(|| self.of_year(its_year)).or(self.tense);
                    let style = line.number.map(|(style, _)| style);
                    chapter = Some((style, said, its_year.or(self.year)));
                    (tense, year) = (said, its_year.or(self.year));
                    looking_back = None;
                }
                Shape::Project => {
                    section += 1;
                    if let Some((style, _)) = line.number {
                        numbered = true;
                        looking_back = None;
                        // A numbered chapter holds for what is numbered otherwise below it, and so does one over a list that begins anew;
                        // else the projects are the title's.
                        let holds = chapter.filter(|(of, ..)| match of {
                            Some(of) => *of != style,
                            None => restarts[style as usize] > 1 || self.tense.is_none(),
                        });
                        (tense, year) = holds.map_or((self.tense, self.year), |(_, tense, year)| (tense, year));
                    } else if numbered && chapter.is_none_or(|(style, ..)| style.is_none()) {
                        // Headings without a number behind numbered ones begin a second list, of the year and tense of its own first
                        // sentences.
                        let found = self.first_sentences(tokens, index);
                        looking_back = found.or(looking_back);
                        (tense, year) = looking_back.unwrap_or((self.tense, self.year));
                    }
                }
                Shape::Body if line.number.is_some() => section += 1,
                // A row that names a project and lists what it promises.
                Shape::Row if lists(text, &line, own) => section += 1,
                _ => (),
            }
            // 完成情况： alone on a line speaks for the lines beneath.
            let content = text.get(line.start..line.end).unwrap_or_default().trim();
            if line.shape == Shape::Body
                && content.ends_with('：')
                && let Some(said) = if looks_back(own) { Some(Tense::Actual) } else { says(own) }
            {
                tense = Some(said);
            }
            // 1.新增学位3000个。 with 进展情况：… below it is what was promised.
            let promised = line.shape == Shape::Body
                && (line.number.is_some()
                    && (content.contains("该件实事已") || self.settled_below(text, index) && !looks_back(own))
                    || self.reported_below(text, tokens, index) && !looks_back(own)
                    || tense == Some(Tense::Actual) && self.shared_below(text, index));
            let line = &mut self.lines[index];
            (line.tense, line.year, line.section) = (if promised { Some(Tense::Target) } else { tense }, year, section);
        }
    }

    /// Whether the next line begins with the label of what was reached.
    fn reported_below(&self, text: &str, tokens: &[Token<'_>], index: usize) -> bool {
        let Some(line) = self.lines[index + 1..].iter().find(|line| line.shape != Shape::Blank) else { return false };
        let own = &tokens[line.tokens.clone()];
        let colon = own.iter().take(6).position(|token| token.is_break(Break::Colon));
        colon.is_some_and(|at| {
            let label = text.get(line.start..own[at].start).unwrap_or_default();
            says(&own[..at]) == Some(Tense::Actual) && label.chars().count() <= 10 && !label.starts_with('未')
        })
    }

    /// Whether the next line says how far this one is: 此项工作已完成。 截至9月底，…
    fn settled_below(&self, text: &str, index: usize) -> bool {
        let below = self.lines[index + 1..].iter().find(|line| line.shape != Shape::Blank);
        below.and_then(|line| text.get(line.start..line.end)).is_some_and(|content| {
            let content = content.trim_start();
            ["此项工作", "该项工作", "此项任务", "该件实事", "已建成", "已完成", "截至", "目前"]
                .iter()
                .any(|word| content.starts_with(word))
        })
    }

    /// Whether the next line begins with a share: a table with a cell on each line.
    fn shared_below(&self, text: &str, index: usize) -> bool {
        let below = self.lines[index + 1..].iter().find(|line| line.shape != Shape::Blank);
        below.and_then(|line| text.get(line.start..line.end)).is_some_and(|content| {
            let digits = content.trim_start().trim_start_matches(|char: char| char.is_ascii_digit() || char == '.');
            digits.len() < content.trim_start().len() && digits.starts_with(['%', '％'])
        })
    }

    /// An earlier year than that of the text is over.
    pub(super) fn of_year(&self, year: Option<i32>) -> Option<Tense> {
        let (own, year) = (self.year?, year?);
        match year.cmp(&own) {
            core::cmp::Ordering::Less => Some(Tense::Actual),
            core::cmp::Ordering::Equal => None,
            core::cmp::Ordering::Greater => Some(Tense::Target),
        }
    }

    /// The year and tense of the lines under a heading, if they name an earlier year.
    fn first_sentences(&self, tokens: &[Token<'_>], heading: usize) -> Option<(Option<Tense>, Option<i32>)> {
        let below =
            self.lines.iter().skip(heading + 1).take_while(|line| matches!(line.shape, Shape::Body | Shape::Blank));
        for line in below {
            for token in &tokens[line.tokens.clone()] {
                if let Kind::Figure(_, Nature::Day(Day { year: Some(year), .. })) = token.kind {
                    return Some((self.of_year(Some(year)).or(self.tense), Some(year)));
                }
            }
        }
        None
    }
}

/// 2025-01-19 10:47 来源：晚报
fn is_byline(content: &str, own: &[Token<'_>]) -> bool {
    let dated = own.iter().any(|token| matches!(token.kind, Kind::Figure(_, Nature::Day(_))));
    dated && ["来源", "作者", "记者", "编辑", "发布时间", "发布日期", "浏览"].iter().any(|word| content.contains(word))
}

/// The latest year of a text without a title, but for those it only looks ahead or back to.
fn latest(text: &str, tokens: &[Token<'_>]) -> Option<i32> {
    // 自2018年试点起: from when, not when.
    let all = tokens.iter().filter_map(|token| match token.kind {
        Kind::Figure(_, Nature::Day(Day { year, month, .. })) => {
            let since = text.get(..token.start).is_some_and(|before| before.ends_with('自'))
                || text.get(token.end..).is_some_and(|after| after.starts_with("以来"));
            year.filter(|_| month.is_some() || !since)
        }
        _ => None,
    });
    let years = tokens.iter().filter_map(|token| match token.kind {
        Kind::Figure(_, Nature::Day(Day { year, .. })) => {
            let before = text.get(..token.start)?.trim_end();
            let passing = text.get(token.end..)?.starts_with("以来")
                || before.ends_with(['到', '至', '自', '从', '较', '比', '—', '-'])
                || before.ends_with("by")
                || before.ends_with("since");
            year.filter(|_| !passing)
        }
        _ => None,
    });
    years.max().or_else(|| all.max())
}

/// Whether a row of a table begins with a number and a name, and another cell says more than a figure.
fn lists(text: &str, line: &Line, own: &[Token<'_>]) -> bool {
    let mut cells = text
        .get(line.start..line.end)
        .unwrap_or_default()
        .trim_matches(['|', ' '])
        .split(['|', '\t', '｜'])
        .map(str::trim);
    let numbered = cells.next().is_some_and(|cell| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit()));
    let named = cells
        .next()
        .is_some_and(|cell| cell.chars().any(char::is_alphabetic) && !cell.bytes().any(|byte| byte.is_ascii_digit()));
    let says = own.iter().any(|token| token.sense() == Some(Sense::Verb))
        && cells.any(|cell| cell.chars().count() > 8 && cell.bytes().any(|byte| byte.is_ascii_digit()));
    numbered && named && says
}

/// What a heading says of the figures beneath it.
pub(super) fn says(tokens: &[Token<'_>]) -> Option<Tense> {
    let any = |senses: &[Sense]| tokens.iter().any(|token| token.sense().is_some_and(|sense| senses.contains(&sense)));
    if any(&[Sense::Report]) {
        Some(Tense::Actual)
    } else if any(&[Sense::Plan, Sense::Will, Sense::Next]) {
        Some(Tense::Target)
    } else if any(&[Sense::Done, Sense::Past]) {
        Some(Tense::Actual)
    } else if any(&[Sense::Aim]) {
        Some(Tense::Target)
    } else {
        None
    }
}

/// Whether a line says itself that it looks back.
fn looks_back(tokens: &[Token<'_>]) -> bool {
    let back = [Sense::Done, Sense::Past, Sense::Report, Sense::Rate];
    tokens.iter().any(|token| token.sense().is_some_and(|sense| back.contains(&sense)))
}

/// What the sentences before the first heading announce.
fn announces(tokens: &[Token<'_>]) -> Option<Tense> {
    // 对照《…责任分工方案》 names what was decided long ago.
    let named = |at: usize| {
        tokens.get(at + 1).is_some_and(|next| next.is_break(Break::Unquote) && next.start == tokens[at].end)
    };
    let any = |senses: &[Sense]| {
        (0..tokens.len()).any(|at| tokens[at].sense().is_some_and(|sense| senses.contains(&sense)) && !named(at))
    };
    if any(&[Sense::Report]) { Some(Tense::Actual) } else { any(&[Sense::Plan, Sense::Will]).then_some(Tense::Target) }
}

fn lines(text: &str, tokens: &[Token<'_>]) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut start, mut first) = (0, 0);
    let mut close = |start: usize, end: usize, range: Range<usize>| {
        let number = tokens.get(range.clone()).and_then(|own| number(text, own));
        lines.push(Line {
            start,
            end,
            tokens: range,
            shape: Shape::Blank,
            number,
            tense: None,
            year: None,
            section: 0,
        });
    };
    for (index, token) in tokens.iter().enumerate() {
        if token.is_break(Break::Line) {
            close(start, token.start, first..index);
            (start, first) = (token.end, index + 1);
        }
    }
    close(start, text.len(), first..tokens.len());
    lines
}

/// The number at the start of a line.
fn number(text: &str, tokens: &[Token<'_>]) -> Option<(Style, u32)> {
    let mut tokens = tokens.iter();
    let mut token = tokens.next()?;
    let opened = token.is_break(Break::Open);
    if opened {
        token = tokens.next()?;
    }
    let Kind::Figure(_, Nature::Heading(number)) = token.kind else { return None };
    let span = text.get(token.start..token.end)?;
    let closed = text.get(token.end..).is_some_and(|rest| rest.starts_with(['）', ')']));
    let digits = span.starts_with(|char: char| char.is_ascii_digit() || ('０'..='９').contains(&char));
    let style = match (digits, opened || closed || span.starts_with(|char| ('①'..='⑳').contains(&char))) {
        (true, false) => Style::Digits,
        (true, true) => Style::Bracketed,
        (false, true) if !opened && !closed => Style::Bracketed,
        (false, true) => Style::ChineseBracketed,
        (false, false) => Style::Chinese,
    };
    Some((style, number))
}
