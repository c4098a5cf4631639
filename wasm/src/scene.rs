//! What a board looks like, view by view, as positioned marks.

mod bullet;
pub(crate) mod cells;
mod commitments;
mod figures;
mod glyph;
mod layout;
pub mod mark;
mod overview;
mod project;
mod row;
mod sheet;
mod status_bar;
mod table;
pub mod theme;
mod view;
mod wall;
mod words;

pub use view::{Subject, View};
