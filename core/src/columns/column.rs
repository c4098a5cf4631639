//! One column while it grows.

use std::borrow::Cow;
use std::collections::HashMap;

use super::field::Field;
use crate::Date;

/// What the values of a column are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Kind {
    /// Words: ids, titles, statuses, units.
    Category,
    /// Exact decimals as text.
    Decimal,
    /// Floating-point numbers.
    Number,
    /// Whole numbers.
    Integer,
    /// Days.
    Date,
    /// Yes or no.
    Boolean,
}

/// The values of a column, one per row. What is missing has a 0 here, and a 0 in [`Column::valid`].
#[derive(Clone, PartialEq, Debug)]
pub enum Values {
    /// For words and exact decimals: places in [`Column::dictionary`], from 0.
    Codes(Vec<i32>),
    /// Figures, each the floating-point number nearest to the exact one.
    Number(Vec<f64>),
    /// Whole numbers.
    Integer(Vec<i32>),
    /// Days since 1970-01-01, as Arrow, NumPy and DuckDB count them.
    Date(Vec<i32>),
    /// 0 or 1.
    Boolean(Vec<u8>),
}

/// One column of [`Columns`](super::Columns).
#[derive(Clone, Debug)]
pub struct Column {
    field: &'static Field,
    values: Values,
    /// Bytes, because that is what a host takes without a loop.
    valid: Vec<u8>,
    dictionary: Vec<String>,
    codes: HashMap<String, i32>,
}

/// One value of a row.
pub(super) enum Cell<'a> {
    Missing,
    Word(Cow<'a, str>),
    Number(f64),
    Integer(i32),
    Date(Date),
    Boolean(bool),
}

impl Column {
    pub(super) fn of(field: &'static Field) -> Column {
        let values = match field.kind {
            Kind::Category | Kind::Decimal => Values::Codes(Vec::new()),
            Kind::Number => Values::Number(Vec::new()),
            Kind::Integer => Values::Integer(Vec::new()),
            Kind::Date => Values::Date(Vec::new()),
            Kind::Boolean => Values::Boolean(Vec::new()),
        };
        let mut column = Column { field, values, valid: Vec::new(), dictionary: Vec::new(), codes: HashMap::new() };
        for word in field.words() {
            column.code(word);
        }
        column
    }

    /// Its name: `rate_low`.
    pub fn name(&self) -> &'static str {
        self.field.name
    }

    /// What its values are.
    pub fn kind(&self) -> Kind {
        self.field.kind
    }

    /// The values, one per row.
    pub fn values(&self) -> &Values {
        &self.values
    }

    /// 1 for each row that has a value, 0 for one that has none; `None` if all have one.
    pub fn valid(&self) -> Option<&[u8]> {
        self.valid.contains(&0).then_some(&self.valid)
    }

    /// The words or decimals that codes stand for; of statuses and bounds all there are, in their order, else in that of their
    /// first appearance. `None` for other kinds.
    pub fn dictionary(&self) -> Option<&[String]> {
        matches!(self.values, Values::Codes(_)).then_some(&self.dictionary)
    }

    /// The word or decimal of a row.
    pub fn text(&self, row: usize) -> Option<&str> {
        let Values::Codes(codes) = &self.values else { return None };
        let code = codes.get(row).filter(|_| self.valid.get(row) == Some(&1))?;
        self.dictionary.get(usize::try_from(*code).ok()?).map(String::as_str)
    }

    pub(super) fn push(&mut self, cell: Cell<'_>) {
        let valid = match (&mut self.values, cell) {
            (Values::Codes(codes), Cell::Word(word)) => {
                // Rows of one programme follow each other: mostly it is the word of the row before.
                let last = codes.last().copied().filter(|&code| {
                    self.dictionary.get(code.unsigned_abs() as usize).is_some_and(|known| *known == word)
                });
                let code = match last {
                    Some(code) => code,
                    None => self.code(&word),
                };
                let Values::Codes(codes) = &mut self.values else { return };
                codes.push(code);
                true
            }
            (Values::Number(values), Cell::Number(value)) => push(values, value),
            (Values::Integer(values), Cell::Integer(value)) => push(values, value),
            (Values::Date(values), Cell::Date(day)) => push(values, day.days_since(Date::EPOCH)),
            (Values::Boolean(values), Cell::Boolean(value)) => push(values, u8::from(value)),
            (values, cell) => {
                debug_assert!(matches!(cell, Cell::Missing), "{} has cells of another kind", self.field.name);
                match values {
                    Values::Number(values) => values.push(0.0),
                    Values::Codes(values) | Values::Integer(values) | Values::Date(values) => values.push(0),
                    Values::Boolean(values) => values.push(0),
                }
                false
            }
        };
        self.valid.push(u8::from(valid));
    }

    /// Takes the last rows away; their words stay in the dictionary.
    pub(super) fn truncate(&mut self, rows: usize) {
        match &mut self.values {
            Values::Number(values) => values.truncate(rows),
            Values::Codes(values) | Values::Integer(values) | Values::Date(values) => values.truncate(rows),
            Values::Boolean(values) => values.truncate(rows),
        }
        self.valid.truncate(rows);
    }

    fn code(&mut self, word: &str) -> i32 {
        if let Some(code) = self.codes.get(word) {
            return *code;
        }
        let code = i32::try_from(self.dictionary.len()).unwrap_or(i32::MAX);
        self.dictionary.push(word.to_owned());
        self.codes.insert(word.to_owned(), code);
        code
    }
}

fn push<T>(values: &mut Vec<T>, value: T) -> bool {
    values.push(value);
    true
}
