//! Many programmes as columns: one row per commitment, for data frames, Arrow and databases.
//!
//! A frame of a thousand programmes wants typed columns, not a thousand trees. [`Columns`] takes evaluated programmes one after
//! the other and gives, for each field of [`FIELDS`], its values in one piece: codes into a dictionary for words, days since
//! 1970-01-01 for dates, floating-point numbers for figures. Where a figure is an exact decimal, a second column whose name ends
//! in `_text` holds it as [`evaluate`](mod@crate::evaluate) writes it: what is compared, summed or printed to the last digit is
//! taken from there; the numbers are for plots and statistics.
//!
//! ```
//! use pledgeboard::columns::{Columns, Values};
//! use pledgeboard::{evaluate::{self, evaluate}, read};
//! # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
//! #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
//! #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
//! #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
//! #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
//! let programme = read(text).programme.unwrap();
//! let mut columns = Columns::new(2);
//! columns.add(&programme, &evaluate(&programme, &evaluate::Options::default())?)?;
//! assert_eq!(columns.rows(), 2);
//!
//! let rate = columns.column("rate_low").unwrap();
//! let Values::Number(rates) = rate.values() else { unreachable!() };
//! assert_eq!(rates[0], 100.0 * 21.0 / 39.0);
//! // Nothing is published of the second promise.
//! assert_eq!(rate.valid(), Some([1, 0].as_slice()));
//! assert_eq!(columns.column("rate_low_text").unwrap().text(0), Some("53.85"));
//! # Ok::<(), pledgeboard::Error>(())
//! ```

mod column;
mod field;

pub use column::{Column, Kind, Values};
pub use field::{FIELDS, Field};

use crate::evaluate::Evaluation;
use crate::{Error, Programme};
use field::Row;

/// The commitments of many programmes, column by column; see the [module](self).
#[derive(Clone, Debug)]
pub struct Columns {
    decimals: u32,
    rows: usize,
    list: Vec<Column>,
}

impl Columns {
    /// No rows yet. Rates, shares and margins in `_text` columns get so many `decimals`, at most 28.
    ///
    /// ```
    /// use pledgeboard::columns::{Columns, FIELDS};
    /// assert_eq!(Columns::new(2).iter().count(), FIELDS.len());
    /// ```
    pub fn new(decimals: u32) -> Columns {
        Columns { decimals, rows: 0, list: FIELDS.iter().map(Column::of).collect() }
    }

    /// Adds a row for each commitment of a programme, in the document's order.
    ///
    /// # Errors
    /// More decimals than a figure may have ([`Error::is_out_of_range`]); then nothing is added.
    pub fn add(&mut self, programme: &Programme, evaluation: &Evaluation) -> Result<(), Error> {
        let before = self.rows;
        for row in Row::all(programme, evaluation, self.decimals) {
            for (column, field) in self.list.iter_mut().zip(FIELDS) {
                match field.of(&row) {
                    Ok(cell) => column.push(cell),
                    Err(error) => {
                        self.truncate(before);
                        return Err(error);
                    }
                }
            }
            self.rows += 1;
        }
        Ok(())
    }

    fn truncate(&mut self, rows: usize) {
        self.rows = rows;
        for column in &mut self.list {
            column.truncate(rows);
        }
    }

    /// How many commitments there are.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The columns in the order of [`FIELDS`].
    pub fn iter(&self) -> impl Iterator<Item = &Column> {
        self.list.iter()
    }

    /// The column of that name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.list.iter().find(|column| column.name() == name)
    }
}

#[cfg(test)]
mod tests;
