//! What the element holds in JavaScript.

use crate::backend::{Nodes, Pen};
use crate::page::{Page, Rest};
use crate::scene::View;
use crate::scene::theme::Theme;
use std::cell::Cell;
use wasm_bindgen::prelude::wasm_bindgen;

/// An evaluated document, as the element holds it. It never fails to be made: what is wrong with the document is drawn.
#[wasm_bindgen]
pub struct Board {
    page: Page,
    /// What the last drawing left over.
    rest: Cell<Option<Rest>>,
}

#[wasm_bindgen]
impl Board {
    /// Reads a document and evaluates it as of a day (its latest publication if none is given). On a selectable board marks are
    /// controls; the first program draws none.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::needless_pass_by_value, reason = "what crosses from JavaScript is owned")]
    pub fn new(text: &str, as_of: Option<String>, locale: &str, selectable: bool) -> Board {
        Board { page: Page::new(text, as_of.as_deref(), locale).selectable(selectable), rest: Cell::new(None) }
    }

    /// Whether there is a board; if not, `draw` shows what is wrong as readable text.
    pub fn ok(&self) -> bool {
        self.page.is_ok()
    }

    /// The latest day on which the document published something (`2025-07-10`); none if there is no board.
    pub fn published(&self) -> Option<String> {
        self.page.published()
    }

    /// Draws everything inside the element with a pen: the drawing or the table, then the quiet line. Of a large board it
    /// draws a strip, the first or (`on`) the next; gives whether more follows.
    #[allow(clippy::needless_pass_by_value, reason = "what crosses from JavaScript is owned")]
    pub fn draw(&self, pen: &Pen, view: &str, width: f64, theme: &str, src: Option<String>, on: bool) -> bool {
        let (view, theme) = (View::named(view), Theme::named(theme));
        let rest = self.rest.take().filter(|_| on);
        self.rest.set(self.page.draw(&mut Nodes(pen), view, width, theme, src.as_deref(), rest));
        self.rest.get().is_some()
    }
}
