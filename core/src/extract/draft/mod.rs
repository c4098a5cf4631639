//! From figures with their roles to documents that an editor looks through.
//!
//! A programme gets its projects by the headings of the text and a commitment for each promise; what was reached is joined to
//! the promise it answers, or stands as an outcome whose target is not known. Figures of another year make a document of
//! their own. Nothing is filled in that the text does not say.

mod document;
mod facts;
mod json;
mod title;

use facts::Facts;

use super::figure::{Figure, LEXICON};
use super::lex::{Kind, Token};
use super::nature::Nature;
use super::outline::{Line, Outline, Shape};
use super::role::{Decision, SUMS, Tense};
use super::sense::Sense;
use super::{Role, Rule};
use crate::Decimal;
use crate::compare::{SUGGESTED_FROM, similarity};
use crate::printed::PrintedAmount;
use crate::programme::Bound;

/// A document drafted from a notice, in the format `pledgeboard/1`.
///
/// It is text, because it is meant to be looked through and changed: [`read`](fn@crate::read) makes a programme of it and
/// says what is missing. If the notice names no year, the period is missing, and the editor has to give it.
///
/// ```
/// use pledgeboard::extract::{Options, extract};
/// let text = "2025年民生实事项目\n1.安居工程\n既有住宅加装电梯39部，举办招聘会不少于5场。";
/// let draft = &extract(text, &Options::default()).drafts[0];
/// let programme = pledgeboard::read(draft.as_json()).programme.unwrap();
/// let titles: Vec<_> = programme.commitments().map(|commitment| commitment.title.as_str()).collect();
/// assert_eq!(titles, ["既有住宅加装电梯", "招聘会"]);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    json: String,
}

impl Draft {
    /// The document as JSON text.
    pub fn as_json(&self) -> &str {
        &self.json
    }
}

/// What the drafts are made of.
#[derive(Clone, Copy)]
pub(super) struct Source<'a, 't> {
    /// The text as written.
    pub(super) text: &'a str,
    /// The same in simplified characters, which the tokens are of.
    pub(super) plain: &'t str,
    pub(super) tokens: &'a [Token<'t>],
    pub(super) outline: &'a Outline,
    pub(super) decisions: &'a [Option<Decision>],
}

impl<'a> Source<'a, '_> {
    fn words(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }

    /// The lines of a section. Sections are numbered in the order of the text.
    fn section(&self, section: usize) -> &'a [Line] {
        let lines = &self.outline.lines;
        let from = lines.partition_point(|line| line.section < section);
        let to = lines.partition_point(|line| line.section <= section);
        lines.get(from..to).unwrap_or_default()
    }
}

/// A commitment as it is put together.
struct Item<'a> {
    title: String,
    text: &'a str,
    target: Option<Amount<'a>>,
    /// What was reached: at most one, as the text has one date.
    report: Option<Amount<'a>>,
    stock: Option<Amount<'a>>,
    published_rate: Option<String>,
}

impl<'a> Item<'a> {
    /// With nothing promised and nothing reached yet.
    fn new(title: String, text: &'a str) -> Item<'a> {
        Item { title, text, target: None, report: None, stock: None, published_rate: None }
    }

    /// Promised without a number.
    fn done(title: String, text: &'a str) -> Item<'a> {
        Item { target: Some(Amount::without_figure(Bound::Done, None)), ..Item::new(title, text) }
    }

    fn unit(&self) -> &'a str {
        self.target.or(self.report).or(self.stock).map_or("", |amount| amount.unit)
    }
}

/// An amount on its way into a document. A text may hold millions, so the figure is only pointed at.
#[derive(Clone, Copy)]
struct Amount<'a> {
    bound: Bound,
    figure: Option<&'a Figure<'a>>,
    unit: &'a str,
    printed: Option<&'a str>,
    /// 每户赠送200度: for each of these.
    per: Option<&'static str>,
    /// 已开工110个: on the way, but not finished.
    started: bool,
}

impl<'a> Amount<'a> {
    /// A promise or an outcome without a number.
    fn without_figure(bound: Bound, printed: Option<&'a str>) -> Amount<'a> {
        Amount { bound, figure: None, unit: "", printed, per: None, started: false }
    }

    fn low(&self) -> Option<Decimal> {
        self.figure?.low
    }

    fn high(&self) -> Option<Decimal> {
        self.figure?.high
    }
}

struct Project<'a> {
    title: String,
    section: usize,
    bodies: Vec<String>,
    items: Vec<Item<'a>>,
}

struct Programme<'a> {
    year: Option<i32>,
    /// Only what was reached, of a year whose promises the text does not give.
    outcomes: bool,
    projects: Vec<Project<'a>>,
}

/// The drafts of a text: the programme first, then outcomes of other years.
pub(super) fn drafts(source: &Source<'_, '_>) -> Vec<Draft> {
    let mut programmes: Vec<Programme<'_>> = Vec::new();
    let facts = Facts::of(source);
    let lines = &source.outline.lines;
    let mut unrated = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let mut reader = Reader { source, line, programmes: &mut programmes, unrated, last_title: String::new() };
        reader.line();
        unrated = if reader.is_cell() { core::mem::take(&mut reader.unrated) } else { Vec::new() };
        if lines.get(index + 1).is_none_or(|next| next.section != line.section) {
            reader.whole_project();
        }
    }
    // The year the text is about comes first.
    programmes.sort_by_key(|programme| (programme.outcomes, programme.year != source.outline.year));
    programmes.retain(|programme| programme.projects.iter().any(|project| !project.items.is_empty()));
    programmes.iter().map(|programme| Draft { json: document::document(source, &facts, programme) }).collect()
}

/// Reads one line into the programmes.
struct Reader<'a, 's, 't> {
    source: &'a Source<'s, 't>,
    line: &'a Line,
    programmes: &'a mut Vec<Programme<'s>>,
    /// The reports of this line, or of the cells above, that no published rate belongs to yet: programme, project, item.
    unrated: Vec<(usize, usize, usize)>,
    /// The title of the commitment before, for one that gives only a verb: 新建候车亭14个、改建32个.
    last_title: String,
}

impl<'s> Reader<'_, 's, '_> {
    fn line(&mut self) {
        // The sum of a table promises nothing that its rows do not.
        let words = self.source.words(self.line.start, self.line.end).trim_start_matches(['|', ' ', '\t']);
        if self.line.shape == Shape::Row && SUMS.iter().any(|word| words.starts_with(word)) {
            return;
        }
        let mut index = self.line.tokens.start;
        while index < self.line.tokens.end {
            let token = &self.source.tokens[index];
            match (&token.kind, self.source.decisions[index]) {
                (Kind::Figure(figure, _), Some(decision)) if decision.role == Role::Rate => self.rate(index, figure),
                (Kind::Figure(figure, _), Some(decision)) if decision.role != Role::Context => {
                    let amount = self.amount(index, figure);
                    self.take(index, decision, amount);
                }
                (Kind::Word(Sense::All), Some(decision)) => {
                    let printed = self.source.words(token.start, token.end);
                    self.take(index, decision, Some(Amount::without_figure(Bound::All, Some(printed))));
                }
                (Kind::Break(super::lex::Break::Stop), _) => {
                    self.last_title.clear();
                    // 改造35部。完成率89.7%。 goes on; 工作点382个。装修完成85%。 does not.
                    let rated = self.source.tokens.get(index + 1).is_some_and(|next| next.sense() == Some(Sense::Rate));
                    if !rated {
                        self.unrated.clear();
                    }
                }
                _ if self.clause_starts(index) => self.milestone(index),
                _ => (),
            }
            index += 1;
        }
    }

    /// Whether the line is a cell of a table that has one on each line: its rate stands on another.
    fn is_cell(&self) -> bool {
        let decisions = &self.source.decisions[self.line.tokens.clone()];
        self.line.shape != Shape::Row && decisions.iter().flatten().any(|decision| decision.rule == Rule::Column)
    }

    fn clause_starts(&self, index: usize) -> bool {
        index == self.line.tokens.start || self.source.tokens[index - 1].ends_clause()
    }

    /// The amount of a figure; nothing if it is beyond the limits.
    fn amount(&self, index: usize, figure: &'s Figure<'s>) -> Option<Amount<'s>> {
        let value = figure.low.or(figure.high)?;
        let (from, to) = figure.printed;
        let printed = self.source.words(from, to);
        // Only words that say more than the figure and its unit, and that the reader of documents reads the same.
        let says_more = figure.bound != Bound::Exact
            || printed.contains(|char: char| !char.is_ascii_digit() && !figure.unit.contains(char));
        let same = says_more
            && printed.parse::<PrintedAmount>().is_ok_and(|amount| {
                amount.value == value
                    && amount.bound == figure.bound
                    && (amount.unit == figure.unit || figure.unit.is_empty())
            });
        let worded = figure.unit == "%" && figure.unit_at.0 == figure.unit_at.1;
        let unit = if worded { "%" } else { self.source.words(figure.unit_at.0, figure.unit_at.1) };
        Some(Amount {
            bound: figure.bound,
            figure: Some(figure),
            unit,
            printed: same.then_some(printed),
            per: self.per(index, figure),
            started: ["开工", "签约", "启动", "进场"]
                .iter()
                .any(|word| self.source.plain.get(..figure.start).is_some_and(|before| before.ends_with(word)))
                && figure.printed.0 == figure.start,
        })
    }

    /// 每户赠送200度, 每千人4.5个: what the amount is for each of.
    fn per(&self, index: usize, figure: &Figure<'_>) -> Option<&'static str> {
        let base = self.source.tokens[self.line.tokens.start..index]
            .iter()
            .rev()
            .take(3)
            .take_while(|token| !token.ends_clause())
            .find(|token| token.sense() == Some(Sense::Base))?;
        let rest = self.source.words(base.end, figure.start);
        let (unit, entry) = LEXICON.units.longest(rest)?;
        entry.counted.then_some(unit)
    }

    fn take(&mut self, index: usize, decision: Decision, amount: Option<Amount<'s>>) {
        let Some(amount) = amount else { return };
        // Of a table the row is what was promised, unless a whole table stands in one line.
        let row = self.line.shape == Shape::Row && self.line.tokens.len() <= ROW;
        let clause = if row {
            self.source.words(self.line.start, self.line.end).trim_matches(['|', '｜', ' ', '\t'])
        } else {
            title::clause(self.source, self.line, index)
        };
        let mut name = title::of(self.source, self.line, index, &self.last_title);
        // A second amount of a row is another column's: 户厕改造, and 户厕改造：计划投资（万元）.
        if row
            && decision.rule == Rule::Column
            && name == self.last_title
            && decision.role == Role::Target
            && let Some(column) = title::column(self.source, self.line, index)
        {
            name = [&name, "：", column].concat();
        } else {
            self.last_title.clone_from(&name);
        }
        let (programme, project) = self.place(decision, self.named_year(index));
        let items = &mut self.programmes[programme].projects[project].items;
        let at = match decision.role {
            // 剩余3处确保年底完工 is part of a promise that stands already.
            Role::Target if leaves_over(clause) => return,
            Role::Target => {
                // 完工35部，占年度目标39部的89.7%
                let from = items.len().saturating_sub(3);
                let open = items[from..].iter().rposition(|item| {
                    item.target.is_none() && item.report.as_ref().is_some_and(|report| report.unit == amount.unit)
                });
                if let Some(at) = open.filter(|_| decision.rule == Rule::Aim && amount.bound != Bound::All) {
                    items[from + at].target = Some(amount);
                    return;
                }
                // 为职工提供体检、保险，覆盖超10000人次: the clause before is this promise, not one of its own.
                let same = items
                    .last_mut()
                    .filter(|item| item.title == name && item.target.is_some_and(|target| target.bound == Bound::Done));
                if let Some(item) = same {
                    item.target = Some(amount);
                } else {
                    items.push(Item { target: Some(amount), ..Item::new(name, clause) });
                }
                return;
            }
            Role::Cumulative => {
                let from = items.len().saturating_sub(NEAR);
                let near = items[from..].iter().rposition(|item| {
                    item.stock.is_none()
                        && item.report.is_some()
                        && item.unit() == amount.unit
                        && similarity(&item.title, &name) >= SUGGESTED_FROM
                });
                if let Some(at) = near.map(|at| from + at) {
                    items[at].stock = Some(amount);
                } else {
                    items.push(Item { stock: Some(amount), ..Item::new(name, clause) });
                }
                return;
            }
            _ => {
                // 已开工110个，完工45个: what is finished counts.
                let from = items.len().saturating_sub(3);
                let other = items[from..].iter().rposition(|item| {
                    item.report
                        .as_ref()
                        .is_some_and(|report| report.unit == amount.unit && report.started != amount.started)
                });
                match answers(items, &amount, &name) {
                    None if other.is_some() && amount.started => return,
                    None => other.map(|at| from + at),
                    open => open,
                }
            }
        };
        let at = at.unwrap_or_else(|| {
            items.push(Item::new(name, clause));
            items.len() - 1
        });
        items[at].report = Some(amount);
        self.unrated.push((programme, project, at));
    }

    /// A published rate belongs to the reports before it: to the last one, or one by one if there are several in a row.
    fn rate(&mut self, index: usize, figure: &Figure<'_>) {
        // 超额20%完成 is what came on top.
        let clause = title::before(self.source, self.line, index);
        let beyond = clause.contains("超额");
        if figure.quantity != "share" || figure.bound != Bound::Exact || beyond {
            return;
        }
        let Some(value) = figure.low else { return };
        let run = self.source.tokens[index + 1..self.line.tokens.end]
            .iter()
            .take(RUN)
            .take_while(|token| !token.ends_clause())
            .zip(&self.source.decisions[index + 1..])
            .filter(|(_, decision)| decision.is_some_and(|decision| decision.role == Role::Rate))
            .count();
        let at = self.unrated.len().saturating_sub(run + 1);
        let Some(&(programme, project, item)) = self.unrated.get(at) else { return };
        // 开工率 is no rate of what was finished.
        let items = &self.programmes[programme].projects[project].items;
        let started = items.get(item).and_then(|item| item.report.as_ref()).is_some_and(|report| report.started);
        if clause.ends_with("开工率") && !started {
            return;
        }
        self.unrated.remove(at);
        let span = self.source.words(figure.start, figure.end);
        // As printed, with its zeros, as long as it is a plain number.
        let digits = span.trim_end_matches(['%', '％', ' ']);
        let plain = digits.parse::<Decimal>().is_ok_and(|digits| digits == value);
        let rate = if plain { digits.to_owned() } else { value.to_string() };
        if let Some(item) = self.programmes[programme].projects[project].items.get_mut(item) {
            item.published_rate.get_or_insert(rate);
        }
    }

    /// A promise without a number: 建成区未成年人保护中心.
    fn milestone(&mut self, index: usize) {
        let tense = self.line.tense.or(self.source.outline.guess);
        if tense != Some(Tense::Target)
            || !matches!(self.line.shape, Shape::Body | Shape::Row)
            || !title::is_milestone(self.source, self.line, index)
        {
            return;
        }
        let clause = title::clause(self.source, self.line, index);
        let name = title::trimmed(clause);
        if name.is_empty() {
            return;
        }
        self.last_title.clone_from(&name);
        let decision = Decision { role: Role::Target, rule: Rule::Section, otherwise: None };
        let (programme, project) = self.place(decision, None);
        self.programmes[programme].projects[project].items.push(Item::done(name, clause));
    }

    /// A numbered item of a list of promises that gives no figure at all promises what it says: 3.第一小学扩建工程.
    fn whole_project(&mut self) {
        let section = self.line.section;
        let Some(first) = self.source.section(section).iter().find(|line| line.shape != Shape::Blank) else { return };
        let known = self
            .programmes
            .iter()
            .any(|programme| programme.projects.last().is_some_and(|project| project.section == section));
        let own = self.source.outline;
        let promised = first.tense.or(own.guess) == Some(Tense::Target) && own.tense != Some(Tense::Actual);
        if known
            || !promised
            || own.title.is_none()
            || first.number.is_none()
            || !matches!(first.shape, Shape::Project | Shape::Body)
        {
            return;
        }
        let title = title::project(self.source, section);
        if title::is_about_the_list(&title) || title.chars().count() < 4 {
            return;
        }
        let words = self.source.words(first.start, first.end).trim();
        let decision = Decision { role: Role::Target, rule: Rule::Section, otherwise: None };
        let (programme, project) = self.place(decision, None);
        self.programmes[programme].projects[project].items.push(Item::done(title, words));
    }

    /// The year that its sentence names before it: 2023年建成2所，2024年建成4所.
    fn named_year(&self, index: usize) -> Option<i32> {
        let before = self.source.tokens[self.line.tokens.start..index].iter().rev().take(RUN);
        before.take_while(|token| !token.ends_sentence()).find_map(|token| match token.kind {
            Kind::Figure(_, Nature::Day(day)) => day.year,
            _ => None,
        })
    }

    /// The programme and project that a figure belongs to, made where they are missing.
    fn place(&mut self, decision: Decision, named: Option<i32>) -> (usize, usize) {
        let own = self.source.outline.year;
        let mut year = self.line.year.or(own);
        // Last year's outcome in this year's list.
        let past =
            decision.role != Role::Target && decision.rule == Rule::Past && self.line.tense != Some(Tense::Actual);
        if past && year == own {
            year = named.filter(|named| own.is_some_and(|own| *named < own)).or(year.map(|year| year - 1));
        }
        let outcomes = decision.role != Role::Target && year != own;
        let programme =
            self.programmes.iter().position(|programme| programme.year == year && programme.outcomes == outcomes);
        let programme = programme.unwrap_or_else(|| {
            self.programmes.push(Programme { year, outcomes, projects: Vec::new() });
            self.programmes.len() - 1
        });
        let section = self.line.section;
        let projects = &mut self.programmes[programme].projects;
        if projects.last().is_none_or(|project| project.section != section) {
            let title = title::project(self.source, section);
            let bodies = facts::bodies(self.source, section);
            projects.push(Project { title, section, bodies, items: Vec::new() });
        }
        let project = projects.len() - 1;
        (programme, project)
    }
}

/// Whether a clause says what is still to be done of a promise.
fn leaves_over(clause: &str) -> bool {
    clause.contains(['余', '剩', '未'])
        && ["剩余", "其余", "余下", "尚余", "未完成", "还剩", "仍剩"].iter().any(|word| clause.contains(word))
}

/// How many tokens a row of rates may take: 分别为108%、92%和90%.
const RUN: usize = 32;

/// How many tokens the row of a table may have to be quoted.
const ROW: usize = 64;

/// How far back an outcome looks for its promise.
const NEAR: usize = 40;

/// Whether an outcome can be the answer to a promise: counted in the same unit, or a share where everything was promised.
fn fits(target: &Amount<'_>, amount: &Amount<'_>) -> bool {
    let share = matches!(amount.unit, "%" | "％")
        && amount.low().or(amount.high()).is_some_and(|share| share <= Decimal::HUNDRED);
    match (target.bound, amount.bound) {
        (Bound::All, Bound::All) => true,
        (Bound::All, _) => share,
        (Bound::Done, _) | (_, Bound::All) => false,
        _ => target.unit == amount.unit || amount.unit.is_empty(),
    }
}

/// The promise that an outcome answers: without a report yet, in the same unit, of the most similar title.
fn answers(items: &[Item<'_>], amount: &Amount<'_>, title: &str) -> Option<usize> {
    let open = items
        .iter()
        .enumerate()
        .rev()
        .take(NEAR)
        .filter(|(_, item)| item.report.is_none() && item.target.is_some_and(|target| fits(&target, amount)));
    let mut open = open.peekable();
    let (first, _) = *open.peek()?;
    if open.clone().nth(1).is_none() {
        return Some(first);
    }
    // The first of equals, as reports come in the order of the promises.
    open.max_by_key(|(index, item)| (similarity(&item.title, title), core::cmp::Reverse(*index)))
        .map(|(index, _)| index)
}
