//! Taking values out of the tree.
//!
//! The walk along the shape ([`check`](super::check)) has told what is wrong with each field by itself. So a field
//! that cannot be read is the same as none here, and nothing is told twice.

use super::json::{Member, Node, Value};
use crate::programme::Percentage;
use crate::{Date, Decimal};

/// An object of the document.
#[derive(Clone, Copy)]
pub(super) struct Object<'n, 't> {
    pub(super) at: usize,
    members: &'n [Member<'t>],
}

impl<'n, 't> Object<'n, 't> {
    /// The object that stands there; an empty one if something else does.
    pub(super) fn of(node: &'n Node<'t>) -> Object<'n, 't> {
        let members: &[Member<'t>] = if let Value::Object(members) = &node.value { members } else { &[] };
        Object { at: node.at, members }
    }

    /// The object, if there is one; else an empty one, which has no fields to read.
    pub(super) fn or_empty(object: Option<Object<'n, 't>>) -> Object<'n, 't> {
        object.unwrap_or(Object { at: 0, members: &[] })
    }

    pub(super) fn members(&self) -> &'n [Member<'t>] {
        self.members
    }

    pub(super) fn get(&self, name: &str) -> Option<&'n Node<'t>> {
        self.members.iter().find(|member| member.key == name).map(|member| &member.node)
    }

    /// Where a field's value stands; the object itself if it has no such field.
    pub(super) fn at(&self, name: &str) -> usize {
        self.get(name).map_or(self.at, |node| node.at)
    }

    pub(super) fn str(&self, name: &str) -> Option<&'n str> {
        self.get(name).and_then(Node::str)
    }

    pub(super) fn string(&self, name: &str) -> Option<String> {
        self.str(name).map(str::to_owned)
    }

    /// A text that the format requires: a document without it has no programme anyway.
    pub(super) fn text(&self, name: &str) -> String {
        self.str(name).unwrap_or_default().to_owned()
    }

    /// The object's id, if it is a text, and where it stands.
    pub(super) fn name(&self) -> (&'n str, usize) {
        (self.str("id").unwrap_or_default(), self.at("id"))
    }

    /// So many per cent, or what the format takes for it where the document says nothing.
    pub(super) fn percentage(&self, name: &str, otherwise: i64) -> Option<Percentage> {
        Percentage::new(self.number(name).unwrap_or(Decimal::from(otherwise))).ok()
    }

    pub(super) fn date(&self, name: &str) -> Option<Date> {
        self.str(name)?.parse().ok()
    }

    pub(super) fn number(&self, name: &str) -> Option<Decimal> {
        self.digits(name)?.parse().ok()
    }

    /// A number as it is written.
    pub(super) fn digits(&self, name: &str) -> Option<&'n str> {
        match &self.get(name)?.value {
            Value::Number(digits) => Some(digits),
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        match self.get(name)?.value {
            Value::Flag(flag) => Some(flag),
            _ => None,
        }
    }

    pub(super) fn object(&self, name: &str) -> Option<Object<'n, 't>> {
        self.get(name).map(Object::of)
    }

    pub(super) fn list(&self, name: &str) -> &'n [Node<'t>] {
        match self.get(name).map(|node| &node.value) {
            Some(Value::List(items)) => items,
            _ => &[],
        }
    }

    pub(super) fn strings(&self, name: &str) -> Vec<String> {
        self.list(name).iter().filter_map(Node::str).map(str::to_owned).collect()
    }
}

impl Node<'_> {
    pub(super) fn str(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}
