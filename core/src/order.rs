//! Sorting, and finding equal keys without comparing each with each.
//!
//! One small heap sort over indices serves the whole crate: the sort of the standard library is made anew for each
//! type, which a page would pay for in bytes. It needs no more than n·log n comparisons, whatever a document holds.

use core::cmp::Ordering;

/// The numbers below `len` in the order that `compare` gives; ties keep the order of the numbers.
pub(crate) fn sorted(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut heap: Vec<usize> = (0..len).collect();
    let before = |a: usize, b: usize| compare(a, b).then(a.cmp(&b)) == Ordering::Less;
    let sift = |heap: &mut [usize], mut parent: usize| {
        loop {
            let mut child = 2 * parent + 1;
            if child >= heap.len() {
                break;
            }
            if child + 1 < heap.len() && before(heap[child], heap[child + 1]) {
                child += 1;
            }
            if !before(heap[parent], heap[child]) {
                break;
            }
            heap.swap(parent, child);
            parent = child;
        }
    };
    // Most documents are in order already.
    if heap.windows(2).all(|pair| before(pair[0], pair[1])) {
        return heap;
    }
    for parent in (0..len / 2).rev() {
        sift(&mut heap, parent);
    }
    for end in (1..len).rev() {
        heap.swap(0, end);
        sift(&mut heap[..end], 0);
    }
    heap
}

/// Keys with their places, to be found by key.
pub(crate) struct Index<'k> {
    keys: Vec<(&'k str, usize)>,
    order: Vec<usize>,
}

impl<'k> Index<'k> {
    pub(crate) fn new(keys: Vec<(&'k str, usize)>) -> Index<'k> {
        let order = sorted(keys.len(), &|a, b| keys[a].0.cmp(keys[b].0));
        Index { keys, order }
    }

    /// Which of the keys this is: the first of its name.
    pub(crate) fn find(&self, key: &str) -> Option<usize> {
        let first = self.order.partition_point(|&index| self.keys[index].0 < key);
        self.order.get(first).copied().filter(|&index| self.keys[index].0 == key)
    }

    /// Every key that was there before, with its place and the place of the first.
    pub(crate) fn repeated(&self, tell: &mut dyn FnMut(&'k str, usize, usize)) {
        let mut first = 0;
        for pair in 1..self.order.len() {
            let (key, at) = self.keys[self.order[pair]];
            if self.keys[self.order[first]].0 == key {
                tell(key, at, self.keys[self.order[first]].1);
            } else {
                first = pair;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_like_the_standard_library(keys in proptest::collection::vec(0u8..20, 0..60)) {
            let mut theirs: Vec<usize> = (0..keys.len()).collect();
            theirs.sort_by_key(|&index| keys[index]);
            prop_assert_eq!(sorted(keys.len(), &|a, b| keys[a].cmp(&keys[b])), theirs);
        }
    }

    #[test]
    fn finds_the_first_and_tells_the_others() {
        let index = Index::new(vec![("b", 10), ("a", 20), ("b", 30), ("b", 40)]);
        assert_eq!(index.find("b"), Some(0));
        assert_eq!(index.find("c"), None);
        let mut told = Vec::new();
        index.repeated(&mut |key, at, first| told.push((key, at, first)));
        assert_eq!(told, [("b", 30, 10), ("b", 40, 10)]);
    }
}
