//! What is known of a figure that is not known exactly.

use core::cmp::Ordering;

/// One end of an [`Interval`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct End<T> {
    /// The figure at this end.
    pub value: T,
    /// Whether the figure itself is left out: "more than 1800" starts after 1800.
    pub open: bool,
}

/// All figures that a report allows: a single one, a stretch, or one without an end.
///
/// "约400张" is 360 to 440; "超过1800户" is everything above 1800; "51部" is just 51. An interval is never empty and
/// never the wrong way round.
///
/// ```
/// use pledgeboard::{Decimal, End, Interval};
/// let more: Interval<Decimal> = Interval::new(Some(End { value: "1800".parse()?, open: true }), None).unwrap();
/// assert!(!more.is_exact());
/// assert!(Interval::exact(Decimal::ONE).is_exact());
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Interval<T> {
    low: Option<End<T>>,
    high: Option<End<T>>,
}

impl<T: Ord + Copy> Interval<T> {
    /// The figures between two ends (`None`: without end); nothing if there is no such figure.
    pub fn new(low: Option<End<T>>, high: Option<End<T>>) -> Option<Interval<T>> {
        match (low, high) {
            (Some(low), Some(high)) if low.value > high.value => None,
            (Some(low), Some(high)) if low.value == high.value && (low.open || high.open) => None,
            _ => Some(Interval { low, high }),
        }
    }

    /// Just this figure.
    pub fn exact(value: T) -> Interval<T> {
        let end = Some(End { value, open: false });
        Interval { low: end, high: end }
    }

    /// From one figure to another, both included, in whatever order they are given.
    pub fn between(a: T, b: T) -> Interval<T> {
        let end = |value| Some(End { value, open: false });
        Interval { low: end(a.min(b)), high: end(a.max(b)) }
    }

    /// The lower end, if there is one.
    pub fn low(&self) -> Option<End<T>> {
        self.low
    }

    /// The upper end, if there is one.
    pub fn high(&self) -> Option<End<T>> {
        self.high
    }

    /// Whether the figure is one of them.
    pub fn contains(&self, value: T) -> bool {
        let above = self.low.is_none_or(|low| low.value < value || low.value == value && !low.open);
        let below = self.high.is_none_or(|high| value < high.value || high.value == value && !high.open);
        above && below
    }

    /// Whether only one figure is left.
    pub fn is_exact(&self) -> bool {
        self.as_exact().is_some()
    }

    /// The figure, if only one is left.
    pub fn as_exact(&self) -> Option<T> {
        match (self.low, self.high) {
            (Some(low), Some(high)) if low.value == high.value => Some(low.value),
            _ => None,
        }
    }

    /// The figures from `low` on.
    pub(crate) fn from(low: T, open: bool) -> Interval<T> {
        Interval { low: Some(End { value: low, open }), high: None }
    }

    /// The figures up to `high`.
    pub(crate) fn up_to(high: T, open: bool) -> Interval<T> {
        Interval { low: None, high: Some(End { value: high, open }) }
    }

    /// The figures that both allow; nothing if there is none.
    pub fn intersection(&self, other: &Interval<T>) -> Option<Interval<T>> {
        // Of two ends at one figure the open one is the narrower.
        let narrower = |a: Option<End<T>>, b: Option<End<T>>, order: Ordering| match (a, b) {
            (Some(a), Some(b)) => {
                let first = a.value.cmp(&b.value).then(if order == Ordering::Greater {
                    a.open.cmp(&b.open)
                } else {
                    b.open.cmp(&a.open)
                });
                Some(if first == order { a } else { b })
            }
            (a, b) => a.or(b),
        };
        let low = narrower(self.low, other.low, Ordering::Greater);
        let high = narrower(self.high, other.high, Ordering::Less);
        Interval::new(low, high)
    }

    /// From the least to the greatest figure that either allows.
    pub(crate) fn hull(&self, other: &Interval<T>) -> Interval<T> {
        // Of two ends at one figure the closed one lies further out.
        let wider = |a: Option<End<T>>, b: Option<End<T>>, order: Ordering| {
            let (a, b) = (a?, b?);
            let open = a.open && b.open;
            Some(match a.value.cmp(&b.value) {
                Ordering::Equal => End { open, ..a },
                found if found == order => a,
                _ => b,
            })
        };
        Interval {
            low: wider(self.low, other.low, Ordering::Less),
            high: wider(self.high, other.high, Ordering::Greater),
        }
    }

    /// The interval of `f` of every figure, for an `f` that never turns the order round, or always (`falling`).
    pub fn map<U: Ord + Copy, E>(&self, falling: bool, mut f: impl FnMut(T) -> Result<U, E>) -> Result<Interval<U>, E> {
        self.mapped(falling, &mut f)
    }

    /// Made once for each pair of types, not for each function.
    fn mapped<U, E>(&self, falling: bool, f: &mut dyn FnMut(T) -> Result<U, E>) -> Result<Interval<U>, E> {
        let (first, last) = if falling { (self.high, self.low) } else { (self.low, self.high) };
        let mut low = None;
        if let Some(end) = first {
            low = Some(End { value: f(end.value)?, open: end.open });
        }
        let mut high = None;
        if let Some(end) = last {
            high = Some(End { value: f(end.value)?, open: end.open });
        }
        Ok(Interval { low, high })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_interval_is_empty() {
        let end = |value, open| Some(End { value, open });
        assert!(Interval::new(end(2, false), end(1, false)).is_none());
        assert!(Interval::new(end(1, true), end(1, false)).is_none());
        assert!(Interval::new(end(1, false), end(1, false)).unwrap().is_exact());
        assert!(Interval::<i32>::new(None, None).is_some());
    }

    #[test]
    fn intersections_keep_the_narrower_end() {
        let above = |low, open| Interval::from(low, open);
        let below = |high, open| Interval::up_to(high, open);
        assert_eq!(above(1, true).intersection(&above(1, false)), Some(above(1, true)));
        assert_eq!(above(1, false).intersection(&above(1, true)), Some(above(1, true)));
        assert_eq!(below(1, false).intersection(&below(1, true)), Some(below(1, true)));
        assert_eq!(above(1, false).intersection(&below(1, false)), Some(Interval::exact(1)));
        assert_eq!(above(1, true).intersection(&below(1, false)), None);
        assert!(above(1, true).contains(2) && !above(1, true).contains(1));
    }

    #[test]
    fn a_falling_map_turns_the_ends() {
        let more = Interval::new(Some(End { value: 10, open: true }), None).unwrap();
        let less = more.map(true, |value| Ok::<i32, ()>(-value)).unwrap();
        assert_eq!(less.low(), None);
        assert_eq!(less.high(), Some(End { value: -10, open: true }));
    }
}
