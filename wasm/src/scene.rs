//! What a board looks like, view by view, as positioned marks.

mod bullet;
mod commitments;
pub(crate) mod control;
mod glyph;
mod layout;
pub mod mark;
mod overview;
pub(crate) mod project;
mod projects;
pub(crate) mod row;
mod sheet;
mod status_bar;
mod table;
pub mod theme;
mod view;
mod wall;

pub(crate) use sheet::Start;
pub use view::{Subject, View};
