//! What a report says was reached.

use super::target::Bound;
use crate::{Decimal, Interval};

/// The figure of a report: everything that its words allow.
///
/// "51部" is exactly 51, "超过1800户" is anything above 1800, "约400张" is 360 to 440. Statuses are decided over the whole
/// interval, so that an uncertain figure never looks certain.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Figure {
    /// The figures it allows.
    pub interval: Interval<Decimal>,
    /// The figure that was named: 400 of "约400张". `None` if only the ends of a stretch were.
    pub value: Option<Decimal>,
    /// In which sense it was named.
    pub bound: Bound,
    /// The words that were printed.
    pub printed: Option<Printed>,
}

/// An amount in the words of its publication (`1.7万余`, `约400张`), kept for showing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Printed(pub String);
