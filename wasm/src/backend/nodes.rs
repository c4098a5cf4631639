//! The sink that builds nodes in a page, by a pen written in JavaScript.

use super::clean::clean;
use super::sink::Sink;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The page's pen (`wasm/js/pen.js`): any object with these four methods. It creates elements by `createElementNS`,
    /// which no content security policy and no Trusted Types rule refuses.
    pub type Pen;

    #[wasm_bindgen(method, structural)]
    fn open(this: &Pen, name: &str);
    #[wasm_bindgen(method, structural)]
    fn attr(this: &Pen, name: &str, value: &str);
    #[wasm_bindgen(method, structural)]
    fn text(this: &Pen, text: &str);
    #[wasm_bindgen(method, structural)]
    fn close(this: &Pen);
}

/// Hands the tree to a pen.
pub struct Nodes<'p>(pub &'p Pen);

impl Sink for Nodes<'_> {
    fn open(&mut self, name: &str) {
        self.0.open(name);
    }

    fn attr(&mut self, name: &str, value: &str) {
        self.0.attr(name, &clean(value));
    }

    fn text(&mut self, text: &str) {
        self.0.text(&clean(text));
    }

    fn close(&mut self) {
        self.0.close();
    }
}
