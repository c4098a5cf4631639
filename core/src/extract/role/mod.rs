//! What a figure is for: promised, reached, a stock, a rate, or context.

mod answer;
mod hear;
mod passing;
mod place;
mod rate;
mod stock;
mod table;
mod tense;
mod time;

use table::Column;
pub(super) use table::SUMS;

use super::figure::Figure;
use super::lex::{Break, Kind, Token};
use super::nature::{Day, Nature};
use super::outline::{Line, Outline, Shape, says};
use super::sense::Sense;
use super::{Role, Rule};
use crate::programme::Bound;

/// Whether a text looks ahead or back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tense {
    Target,
    Actual,
}

impl Tense {
    fn role(self) -> Role {
        match self {
            Tense::Target => Role::Target,
            Tense::Actual => Role::Actual,
        }
    }
}

/// A role, the rule that gave it, and the other role that its words allow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Decision {
    pub(super) role: Role,
    pub(super) rule: Rule,
    pub(super) otherwise: Option<Role>,
}

fn sure(role: Role, because: Rule) -> Decision {
    Decision { role, rule: because, otherwise: None }
}

/// The decision for every token that is a figure or a word of full coverage, in their order.
pub(super) fn decide<'t>(text: &'t str, tokens: &[Token<'t>], outline: &Outline) -> Vec<Option<Decision>> {
    let mut decisions = vec![None; tokens.len()];
    let mut columns = Vec::new();
    let upright = table::upright(text, tokens, &outline.lines);
    for (line, upright) in outline.lines.iter().zip(upright) {
        if line.shape == Shape::Columns {
            columns = table::columns(text, tokens, line);
        }
        let mut reader = Reader {
            text,
            tokens,
            outline,
            line,
            columns: &columns,
            content: if line.shape == Shape::Row { content(text, line) } else { line.start },
            upright,
            said: Said::default(),
            paragraph: None,
            rated: None,
            outside: None,
        };
        reader.line(&mut decisions);
        if line.shape == Shape::Blank {
            columns.clear();
        }
    }
    decisions
}

fn content(text: &str, line: &Line) -> usize {
    let row = text.get(line.start..line.end).unwrap_or_default();
    line.end - row.trim_start_matches(['|', ' ', '\t']).len()
}

/// What the words of a sentence said so far.
#[derive(Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "words set each of them by itself")]
struct Said {
    tense: Option<(Tense, Rule)>,
    /// What it was before a noun of promise spoke for its clause.
    before: Option<(Tense, Rule)>,
    /// A stock, or a total over years.
    stock: bool,
    /// The sentence names the year, so a running total is the year's.
    in_year: bool,
    /// 自2019年: the year from which a total runs.
    since: bool,
    /// Whether a label (进展情况：) speaks.
    label: Option<Tense>,
    /// Whether an amount was decided by it.
    used: bool,
}

struct Reader<'a, 't> {
    text: &'t str,
    tokens: &'a [Token<'t>],
    outline: &'a Outline,
    line: &'a Line,
    columns: &'a [Column],
    /// Where the content of a row begins, behind the marks of its table.
    content: usize,
    /// The column of a table with a cell on each line.
    upright: Option<Column>,
    said: Said,
    /// What the sentences before in this line said.
    paragraph: Option<Tense>,
    /// What was said before the bracket that is open.
    outside: Option<Said>,
    /// Where the last published rate ends: another may follow it, 分别为108%和92%.
    rated: Option<usize>,
}

impl<'t> Reader<'_, 't> {
    fn line(&mut self, decisions: &mut [Option<Decision>]) {
        let mut column = 0;
        let range = self.line.tokens.clone();
        for index in range {
            let token = &self.tokens[index];
            match &token.kind {
                Kind::Word(Sense::All) => decisions[index] = Some(self.tense(index, None)),
                Kind::Word(sense) => self.hear(index, *sense),
                Kind::Break(found) => {
                    if *found == Break::Cell {
                        column += 1;
                    }
                    self.pause(index, *found);
                }
                Kind::Figure(figure, nature) => {
                    decisions[index] = Some(self.figure(index, figure, *nature, column));
                }
            }
        }
    }

    /// The words between two places.
    fn gap(&self, from: usize, to: usize) -> &'t str {
        self.text.get(from..to).unwrap_or_default()
    }

    fn pause(&mut self, index: usize, found: Break) {
        match found {
            // 一、目标任务。打造…
            Break::Stop if self.label_of_line(index).is_some() => {
                self.said = Said { label: self.label_of_line(index), ..Said::default() };
            }
            Break::Stop | Break::Line | Break::Cell => {
                // A noun of promise speaks for its clause, not for the sentence.
                let said = self.said.tense.filter(|(_, rule)| *rule != Rule::Aim).or(self.said.before);
                if let Some((tense, _)) = said
                    && found == Break::Stop
                    && self.said.used
                    && (self.section() != Some(Tense::Target) || tense == Tense::Target)
                    && (self.section().or(self.outline.guess) != Some(Tense::Actual) || tense == Tense::Actual)
                {
                    self.paragraph = Some(tense);
                }
                self.said = Said { label: self.said.label, ..Said::default() };
                self.outside = None;
            }
            // A noun of promise speaks for its own clause.
            Break::Comma | Break::Semicolon => {
                let part = self.text.get(self.tokens[index].end..).is_some_and(|rest| rest.starts_with("其中"));
                let part = part && found == Break::Comma;
                if self.said.tense.is_some_and(|(_, rule)| rule == Rule::Aim) && !part {
                    self.said.tense = self.said.before.take();
                }
                // 总数突破60万名；开展1.9万场
                let stock = self.said.tense.is_some_and(|(_, rule)| matches!(rule, Rule::Stock | Rule::Running));
                if found == Break::Semicolon && stock && !self.said.since {
                    (self.said.tense, self.said.stock) = (None, false);
                }
                // 总数达167个，网络零售额3.4亿元
                let total = || ["总数", "总量"].iter().any(|word| self.clause_words(index).contains(word));
                let stock = self.said.tense.is_some_and(|(_, rule)| rule == Rule::Stock) && !self.said.since;
                if stock && total() {
                    (self.said.tense, self.said.stock) = (None, false);
                }
                self.clause_of_stock(index);
            }
            // What brackets say of the time holds inside them: 加装电梯15台（去年完工11台）
            Break::Open => self.outside = Some(self.said),
            Break::Close => {
                if let Some(outside) = self.outside.take() {
                    self.said = Said { used: self.said.used, label: self.said.label, ..outside };
                }
            }
            Break::Colon => {
                // 完成率依次为：梅岭区100%
                let from = self.clause_start(index);
                if self.tokens[from..index].iter().any(|token| token.sense() == Some(Sense::Rate)) {
                    self.rated = Some(self.tokens[index].end);
                }
                // 目标任务：…；进展情况：…
                let from = self.clause_start(index);
                let words = self.tokens.get(from).map_or("", |token| self.gap(token.start, self.tokens[index].start));
                let named =
                    matches!(words, "现状" | "实际" | "实绩" | "progress" | "Progress" | "Status" | "Delivered");
                // 本月完成：9幢
                let done = words.ends_with("完成") && words.chars().count() <= 4;
                let bare = (named || done).then_some(Tense::Actual);
                let own = &self.tokens[from..index];
                // 今年1—6月：…
                let dated = own.iter().any(|token| {
                    matches!(token.kind, Kind::Figure(_, Nature::Day(Day { month: Some(_), .. })))
                        && !self.text.get(token.end..).is_some_and(|rest| rest.starts_with(['前', '底']))
                });
                let said = bare
                    .or_else(|| says(own))
                    .or((dated && self.section() != Some(Tense::Target)).then_some(Tense::Actual));
                let start = self.tokens.get(from).map_or(0, |token| token.start);
                let short = self.gap(start, self.tokens[index].start).chars().take(13).count() <= 12;
                if let Some(tense) = said.filter(|_| short) {
                    self.said = Said { label: Some(tense), ..Said::default() };
                    self.paragraph = None;
                }
            }
            _ => (),
        }
    }

    /// What a short first sentence says of the rest of its line: 目标任务。, 下步安排。
    fn label_of_line(&self, index: usize) -> Option<Tense> {
        let own = self.tokens.get(self.line.tokens.start..index).filter(|own| own.len() <= 6)?;
        let first = own.first().filter(|token| matches!(token.kind, Kind::Figure(_, Nature::Heading(_))))?;
        let short = self.gap(first.end, self.tokens[index].start).chars().take(10).count() <= 9;
        let amount = own.iter().any(|token| token.amount().is_some() || token.is_break(Break::Stop));
        let any = |senses: &[Sense]| own.iter().any(|token| token.sense().is_some_and(|sense| senses.contains(&sense)));
        if !short || amount {
            None
        } else if any(&[Sense::Report]) {
            Some(Tense::Actual)
        } else {
            any(&[Sense::Next, Sense::Aim]).then_some(Tense::Target)
        }
    }

    /// A stock ends with its clause where the next one begins with what is done: 现有286个，新增64个.
    fn clause_of_stock(&mut self, index: usize) {
        let begins = self.tokens.get(index + 1).is_some_and(|token| {
            token.sense() == Some(Sense::Verb) && self.gap(self.tokens[index].end, token.start).chars().count() <= 2
        });
        if begins && self.said.tense.is_some_and(|(_, rule)| rule == Rule::Stock) && !self.said.since {
            self.said = Said { label: self.said.label, in_year: self.said.in_year, ..Said::default() };
        }
    }

    /// Where the clause that holds a token begins.
    fn clause_start(&self, index: usize) -> usize {
        let from = self.line.tokens.start.max(index.saturating_sub(32));
        (from..index).rev().find(|at| self.tokens[*at].ends_clause()).map_or(from, |at| at + 1)
    }

    /// The end of the clause that holds a token.
    fn clause_end(&self, index: usize) -> usize {
        let to = self.line.tokens.end.min(index + 32);
        (index..to).find(|at| self.tokens[*at].ends_clause()).unwrap_or(to)
    }

    /// What its clause says before it.
    pub(super) fn clause_words(&self, index: usize) -> &str {
        let start = self.clause_start(index);
        let from = if start > self.line.tokens.start { self.tokens[start - 1].end } else { self.line.start };
        self.gap(from, self.tokens[index].start)
    }

    fn section(&self) -> Option<Tense> {
        self.said.label.or(self.line.tense)
    }

    fn figure(&mut self, index: usize, figure: &Figure<'_>, nature: Nature, column: usize) -> Decision {
        if matches!(nature, Nature::Name | Nature::Duration) && self.spans_years(index, nature) {
            self.sum_since();
        }
        let rule = match nature {
            Nature::Amount => None,
            Nature::Day(day) => {
                self.date(index, day);
                Some(Rule::Date)
            }
            Nature::Heading(_) => Some(Rule::Heading),
            Nature::Name => Some(Rule::Name),
            Nature::Ordinal => Some(Rule::Ordinal),
            Nature::Age => Some(Rule::Age),
            Nature::Grade => Some(Rule::Grade),
            Nature::Base => Some(Rule::Base),
            Nature::Listed => Some(Rule::Listed),
            Nature::Duration => Some(Rule::Duration),
        };
        if let Some(rule) = rule {
            return sure(Role::Context, rule);
        }
        if let Some(rule) = self.passing(index, figure) {
            return sure(Role::Context, rule);
        }
        if let Some(decision) = self.cell(figure, column) {
            return decision;
        }
        // 比年度目标38%高2.6个百分点; (target 95%)
        let compared = is_percent(figure)
            && index.checked_sub(1).is_some_and(|at| {
                let token = &self.tokens[at];
                let latin = self.gap(token.start, token.end).is_ascii() && self.gap(token.end, figure.start) == " ";
                let held = self.text.get(..token.start).is_some_and(|before| before.ends_with(['比', '较']));
                token.sense() == Some(Sense::Aim) && (latin || held && token.end == figure.start)
            });
        // A share on a line of its own, in a report: a table flattened.
        let alone = is_percent(figure)
            && index == self.line.tokens.start
            && self.outline.tense.or(self.outline.guess) == Some(Tense::Actual)
            && figure.start - self.line.start <= 3
            && self.text.get(figure.end..).is_none_or(|rest| {
                rest.trim_start_matches(' ').starts_with(['\n', '（', '(']) || rest.trim_start().is_empty()
            });
        // 提前完成55%的年度目标, 符合控制在5.5%以内的年度目标, 与80%的目标相差
        let named = is_percent(figure) && self.names_aim(index, figure);
        if named {
            return sure(Role::Target, Rule::Aim);
        }
        if !compared && (alone || is_percent(figure) && (self.is_rate(index, figure) || self.goes_on(index, figure))) {
            self.rated = Some(figure.end);
            return sure(Role::Rate, Rule::PublishedRate);
        }
        if compared || !is_percent(figure) && figure.quantity != "points" && self.aimed(index, figure) {
            return sure(Role::Target, Rule::Aim);
        }
        if figure.quantity == "points" {
            let plan = self.section() == Some(Tense::Target) && self.said.tense.is_none();
            let promised = self.is_promised() && !self.is_gap(index)
                || plan && (figure.bound != Bound::Exact || !self.is_gap(index));
            return if promised { sure(Role::Target, Rule::Promised) } else { sure(Role::Rate, Rule::Gap) };
        }
        self.tense(index, Some(figure))
    }
}

/// Words for all of a place: what they stand before is what there is, or all there are.
const WHOLES: [&str; 9] = ["全市", "全县", "全区", "全省", "全镇", "全乡", "全旗", "全州", "全街道"];

fn is_percent(figure: &Figure<'_>) -> bool {
    figure.quantity == "share"
}
