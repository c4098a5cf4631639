//! What a board looks like, view by view, as positioned marks.

pub mod mark;
pub mod theme;
