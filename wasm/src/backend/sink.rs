//! What a backend draws into: a tree, built element by element.

/// Receives a tree of elements in document order.
///
/// `open("svg")` and everything inside it belongs to SVG, everything else to HTML. Attributes follow the `open` they
/// belong to, before any text or child. Words pass through [`clean`](super::clean) in the sink, so no caller can forget it.
pub trait Sink {
    /// Begins an element.
    fn open(&mut self, name: &str);
    /// Gives the element just begun an attribute.
    fn attr(&mut self, name: &str, value: &str);
    /// Adds text to the current element.
    fn text(&mut self, text: &str);
    /// Ends the current element.
    fn close(&mut self);
}
