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
    Target,
    Actual,
    Rate,
    Other,
}

pub(super) fn columns(text: &str, tokens: &[Token<'_>], line: &Line) -> Vec<Column> {
    let own = &tokens[line.tokens.clone()];
    let names = text.get(line.start..line.end).unwrap_or_default().split(['|', '\t', '｜']);
    own.split(|token| token.is_break(Break::Cell))
        .zip(names)
        .map(|(cell, name)| {
            let any = |sense| cell.iter().any(|token| token.sense() == Some(sense));
            let name = name.trim();
            if any(Sense::Rate) || name.starts_with('占') || name.ends_with('率') || name.contains(['%', '％']) {
                Column::Rate
            } else if ["计划", "目标", "任务", "年度目标", "年度任务", "年度计划"]
                .iter()
                .any(|word| name.starts_with(word))
                && !name.contains("情况")
            {
                Column::Target
            } else if any(Sense::Report)
                || matches!(name, "得分" | "分值" | "评分" | "现状")
                || any(Sense::Done)
                || any(Sense::Ended)
                || any(Sense::Past)
                || cell.iter().any(|token| token.sense() == Some(Sense::Verb))
                    && !any(Sense::Aim)
                    && !any(Sense::Will)
                    && !any(Sense::Plan)
            {
                Column::Actual
            } else if any(Sense::Aim) || any(Sense::Will) || any(Sense::Plan) || any(Sense::Next) {
                Column::Target
            } else {
                Column::Other
            }
        })
        .collect()
}

impl Reader<'_, '_> {
    /// What the column of a table says.
    pub(super) fn cell(&self, figure: &Figure<'_>, column: usize) -> Option<Decision> {
        if self.line.shape != Shape::Row {
            return None;
        }
        let before = self.gap(self.line.start, figure.start).trim_matches(['|', ' ', '\t']);
        if before.is_empty() && figure.unit.is_empty() && figure.bound == Bound::Exact {
            return Some(sure(Role::Context, Rule::Heading));
        }
        match self.columns.get(column)? {
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
