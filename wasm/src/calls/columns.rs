//! Columns as raw buffers: one block that a host views as typed arrays, without a loop.

use super::{day, diagnostics, failed, json, language, page, under};
use pledgeboard::columns::{Column, Columns, Kind, Values};
use pledgeboard::words::count;
use serde::Serialize;
#[cfg(feature = "js")]
use wasm_bindgen::prelude::wasm_bindgen;

/// What stands before the buffers, as JSON.
#[derive(Serialize)]
struct Header<'a> {
    rows: usize,
    columns: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    name: &'static str,
    kind: Kind,
    values: Buffer,
    valid: Option<Buffer>,
    dictionary: Option<&'a [String]>,
}

/// Where a buffer lies, counted from the first one.
#[derive(Serialize)]
struct Buffer {
    r#type: &'static str,
    offset: usize,
    length: usize,
}

/// The columns of many programmes: the length of a JSON header (`u32`, little-endian), the header, blanks up to a multiple of 8,
/// then the buffers, each at a multiple of 8. What is wrong with a document names it: its pointers begin with `/0`, `/1`, …
#[cfg_attr(feature = "js", wasm_bindgen)]
#[allow(clippy::needless_pass_by_value, reason = "what crosses from a host is owned")]
pub fn columns(
    sources: Vec<String>,
    as_of: Option<String>,
    locale: &str,
    decimals: Option<u32>,
) -> Result<Vec<u8>, String> {
    let locale = language(locale);
    day(as_of.as_deref(), locale)?;
    let mut columns = Columns::new(decimals.unwrap_or(super::DECIMALS));
    let mut wrong = Vec::new();
    for (index, text) in sources.into_iter().enumerate() {
        match page::load(&text, as_of.as_deref()) {
            Ok(content) if wrong.is_empty() => {
                columns.add(&content.programme, &content.evaluation).map_err(|error| failed(error, locale))?;
            }
            // Its rows are in vain now, but not what else is wrong.
            Ok(_) => {}
            Err(found) => wrong.extend(under(&["/", &count(index)].concat(), found)),
        }
    }
    if !wrong.is_empty() {
        return Err(diagnostics(&wrong, locale));
    }
    Ok(block(&columns))
}

fn block(columns: &Columns) -> Vec<u8> {
    let mut buffers = Vec::new();
    let entries = columns.iter().map(|column| entry(column, &mut buffers)).collect();
    let header = json(&Header { rows: columns.rows(), columns: entries });
    let padded = (4 + header.len()).next_multiple_of(8) - 4;
    let mut block = Vec::with_capacity(4 + padded + buffers.len());
    block.extend(u32::try_from(padded).unwrap_or(u32::MAX).to_le_bytes());
    block.extend(header.bytes());
    // JSON may end in blanks.
    block.resize(4 + padded, b' ');
    block.extend(buffers);
    block
}

fn entry<'a>(column: &'a Column, to: &mut Vec<u8>) -> Entry<'a> {
    let values = match column.values() {
        Values::Number(values) => place(to, "f64", values.len(), values.iter().flat_map(|value| value.to_le_bytes())),
        Values::Codes(values) | Values::Integer(values) | Values::Date(values) => {
            place(to, "i32", values.len(), values.iter().flat_map(|value| value.to_le_bytes()))
        }
        Values::Boolean(values) => place(to, "u8", values.len(), values.iter().copied()),
    };
    Entry {
        name: column.name(),
        kind: column.kind(),
        values,
        valid: column.valid().map(|valid| place(to, "u8", valid.len(), valid.iter().copied())),
        dictionary: column.dictionary(),
    }
}

fn place(to: &mut Vec<u8>, r#type: &'static str, length: usize, bytes: impl Iterator<Item = u8>) -> Buffer {
    to.resize(to.len().next_multiple_of(8), 0);
    let offset = to.len();
    to.extend(bytes);
    Buffer { r#type, offset, length }
}
