//! What a board looks like, view by view, as positioned marks.

mod bullet;
pub(crate) mod cells;
mod commitments;
pub(crate) mod figures;
mod glyph;
mod layout;
pub mod mark;
mod overview;
pub(crate) mod project;
pub(crate) mod row;
mod sheet;
mod status_bar;
mod table;
pub mod theme;
mod view;
mod wall;
pub(crate) mod words;

pub use view::{Subject, View};
