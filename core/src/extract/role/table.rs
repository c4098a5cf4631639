//! Tables: what a column holds.

use super::{Decision, Reader, is_percent, sure};
use crate::extract::figure::Figure;
use crate::extract::lex::{Break, Token};
use crate::extract::outline::{Line, Shape};
use crate::extract::sense::Sense;
use crate::extract::{Role, Rule};
use crate::programme::Bound;

/// What a column of a table holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Column {
    /// The numbers of the rows.
    Number,
    Target,
    Actual,
    Rate,
    Other,
}

/// How the row begins that sums up a table.
pub(in crate::extract) const SUMS: [&str; 3] = ["合计", "小计", "总计"];

/// What the columns of a table hold, by the line that names them.
pub(super) fn columns(text: &str, tokens: &[Token<'_>], line: &Line) -> Vec<Column> {
    let own = &tokens[line.tokens.clone()];
    let names = text.get(line.start..line.end).unwrap_or_default().split(['|', '\t', '｜']);
    settled(
        own.split(|token| token.is_break(Break::Cell))
            .zip(names)
            .map(|(cell, name)| named(name.trim(), cell))
            .collect(),
    )
}

/// 目标 | 进度 | 完成比例: of two rates the first is how far things are, where no other column says it.
fn settled(mut columns: Vec<Column>) -> Vec<Column> {
    let rates = columns.iter().filter(|column| **column == Column::Rate).count();
    if rates > 1
        && !columns.contains(&Column::Actual)
        && let Some(first) = columns.iter_mut().find(|column| **column == Column::Rate)
    {
        *first = Column::Actual;
    }
    columns
}

/// What a column holds, by its name.
fn named(name: &str, cell: &[Token<'_>]) -> Column {
    let any = |sense| cell.iter().any(|token| token.sense() == Some(sense));
    if matches!(name, "序号" | "编号" | "No." | "No") {
        Column::Number
    } else if ["建设规模", "规模", "建设内容", "内容", "数量", "工程量", "建设地点"].contains(&name)
    {
        Column::Other
    } else if any(Sense::Rate) || name.starts_with('占') || name.ends_with('率') || name.contains(['%', '％']) {
        Column::Rate
    } else if ["计划", "目标", "任务", "年度目标", "年度任务", "年度计划"].iter().any(|word| name.starts_with(word))
        && !name.contains("情况")
    {
        Column::Target
    } else if any(Sense::Report)
        || matches!(name, "得分" | "分值" | "评分" | "现状")
        || any(Sense::Done)
        || any(Sense::Ended)
        || any(Sense::Past)
        || any(Sense::Verb) && !any(Sense::Aim) && !any(Sense::Will) && !any(Sense::Plan)
    {
        Column::Actual
    } else if any(Sense::Aim) || any(Sense::Will) || any(Sense::Plan) || any(Sense::Next) {
        Column::Target
    } else {
        Column::Other
    }
}

/// The most lines that name the columns of a table of one cell a line, and the most characters of such a name.
const UPRIGHT: usize = 8;
const NAME: usize = 10;

/// Tables that lost their columns on the way to the clipboard: a cell on each line, the names of the columns first. Gives
/// the column of every line that is such a cell.
pub(super) fn upright(text: &str, tokens: &[Token<'_>], lines: &[Line]) -> Vec<Option<Column>> {
    let mut found = vec![None; lines.len()];
    let filled: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].shape != Shape::Blank).collect();
    let content = |at: usize| text.get(lines[at].start..lines[at].end).unwrap_or_default().trim();
    let mut at = 0;
    while at < filled.len() {
        let first = matches!(
            content(filled[at]),
            "序号"
                | "编号"
                | "项目"
                | "项目名称"
                | "实事项目"
                | "事项"
                | "指标"
                | "指标名称"
                | "名称"
                | "任务名称"
                | "地区"
                | "市县名"
                | "县市区"
                | "乡镇"
                | "街道"
                | "县区"
                | "单位"
        );
        let names = filled[at..].iter().take(UPRIGHT + 1).take_while(|line| is_name(content(**line))).count();
        if !first || names < 3 {
            at += 1;
            continue;
        }
        let column = |line: &usize| named(content(*line), &tokens[lines[*line].tokens.clone()]);
        let mut columns: Vec<Column> = filled[at..at + names].iter().map(column).collect();
        // The name of the first row is no name of a column.
        if columns[0] != Column::Number {
            columns.pop();
        }
        let columns = settled(columns);
        let whole =
            columns.contains(&Column::Target) && columns.iter().any(|one| matches!(one, Column::Actual | Column::Rate));
        let name = columns.iter().position(|column| *column == Column::Other).unwrap_or(0);
        at += columns.len();
        if !whole {
            continue;
        }
        let mut place = columns.len() - 1;
        while let Some(line) = filled.get(at).filter(|line| content(**line).chars().take(NAME * 4).count() < NAME * 4) {
            let digits = content(*line).starts_with(|char: char| char.is_ascii_digit());
            place = if digits { (place + 1) % columns.len() } else { name };
            found[*line] = columns.get(place).copied();
            at += 1;
        }
    }
    found
}

/// A few letters and nothing else: the name of a column.
fn is_name(content: &str) -> bool {
    content.chars().take(NAME + 1).count() <= NAME
        && content.chars().all(|char| char.is_alphabetic() || "（）()%％/、".contains(char))
}

impl Reader<'_, '_> {
    /// What the column of a table says.
    pub(super) fn cell(&self, figure: &Figure<'_>, column: usize) -> Option<Decision> {
        if let Some(column) = self.upright {
            return match column {
                Column::Number => Some(sure(Role::Context, Rule::Heading)),
                Column::Target => Some(sure(Role::Target, Rule::Column)),
                Column::Actual => Some(sure(Role::Actual, Rule::Column)),
                Column::Rate => Some(sure(Role::Rate, Rule::Column)),
                Column::Other => None,
            };
        }
        if self.line.shape != Shape::Row {
            return None;
        }
        if figure.start == self.content && figure.unit.is_empty() && figure.bound == Bound::Exact {
            return Some(sure(Role::Context, Rule::Heading));
        }
        // A row that goes on with the number of the one above it begins with its name.
        let numbers = self.columns.iter().take(2).position(|column| *column == Column::Number);
        let content = self.gap(self.content, self.line.end);
        let shifted = numbers.is_some()
            && !content.starts_with(|char: char| char.is_ascii_digit())
            && !SUMS.iter().any(|word| content.starts_with(word));
        match self.columns.get(column + usize::from(shifted))? {
            Column::Number => None,
            Column::Target => Some(sure(Role::Target, Rule::Column)),
            Column::Actual if is_percent(figure) && self.columns.contains(&Column::Target) => None,
            Column::Actual => Some(sure(Role::Actual, Rule::Column)),
            Column::Rate => Some(sure(Role::Rate, Rule::Column)),
            Column::Other => self
                .columns
                .iter()
                .any(|column| *column == Column::Actual || *column == Column::Rate)
                .then_some(sure(Role::Target, Rule::Column)),
        }
    }
}
