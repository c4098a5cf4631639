//! An object of the document while it grows, and what may stand in its fields.

use std::borrow::Cow;

use crate::programme::{Basis, Bound, Counting, Percentage, Stage, Weight};
use crate::read::{Member, Node, Value};
use crate::{Date, Decimal};

/// The fields of an object, in the order in which they were given.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Fields(Vec<Member<'static>>);

impl Fields {
    /// With that field, in the place of an earlier one of its name.
    pub(super) fn with(mut self, name: &str, value: impl Piece) -> Self {
        *self.field(name) = value.into_value();
        self
    }

    /// With these behind what the list of that name has already.
    pub(super) fn with_more<P: Piece>(mut self, name: &str, pieces: impl IntoIterator<Item = P>) -> Self {
        let more = pieces.into_iter().map(|piece| node(piece.into_value()));
        match self.field(name) {
            Value::List(items) => items.extend(more),
            value => *value = Value::List(more.collect()),
        }
        self
    }

    /// With these texts in the object of that name, each in the place of an earlier one of its own name.
    pub(super) fn with_texts<'n>(mut self, name: &str, texts: impl IntoIterator<Item = (&'n str, &'n str)>) -> Self {
        let value = self.field(name);
        let mut inner = match std::mem::replace(value, Value::Null) {
            Value::Object(members) => Fields(members),
            _ => Fields::default(),
        };
        for (name, text) in texts {
            inner = inner.with(name, text);
        }
        *value = inner.into_value();
        self
    }

    /// The value of a field, which is made if it is not there.
    fn field(&mut self, name: &str) -> &mut Value<'static> {
        let at = self.0.iter().position(|member| member.key == name).unwrap_or_else(|| {
            self.0.push(Member { at: 0, key: Cow::Owned(name.to_owned()), node: node(Value::Null) });
            self.0.len() - 1
        });
        &mut self.0[at].node.value
    }

    /// As the root of a document.
    pub(super) fn into_node(self) -> Node<'static> {
        node(self.into_value())
    }
}

/// A value that has no place in a text yet.
fn node(value: Value<'static>) -> Node<'static> {
    Node { at: 0, value }
}

fn text(words: impl Into<String>) -> Value<'static> {
    Value::Text(Cow::Owned(words.into()))
}

/// What may stand in a field.
pub(super) trait Piece {
    fn into_value(self) -> Value<'static>;
}

/// What is written as a text.
macro_rules! pieces {
    ($($kind:ty: |$piece:ident| $words:expr,)*) => {$(
        impl Piece for $kind {
            fn into_value(self) -> Value<'static> {
                let $piece = self;
                text($words)
            }
        }
    )*};
}

pieces! {
    &str: |words| words,
    Date: |date| date.to_string(),
    Decimal: |value| value.to_string(),
    Percentage: |percentage| percentage.value().to_string(),
    Weight: |weight| weight.value().to_string(),
    Basis: |basis| basis.code(),
    Bound: |bound| bound.code(),
    Counting: |counting| counting.code(),
    Stage: |stage| stage.code(),
}

impl Piece for bool {
    fn into_value(self) -> Value<'static> {
        Value::Flag(self)
    }
}

impl Piece for Fields {
    fn into_value(self) -> Value<'static> {
        Value::Object(self.0)
    }
}

/// A point of a plan: by that day, that much.
impl Piece for (Date, Decimal) {
    fn into_value(self) -> Value<'static> {
        Fields::default().with("date", self.0).with("value", self.1).into_value()
    }
}
