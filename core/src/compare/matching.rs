//! Matching promises by their titles.

use std::collections::{BTreeMap, BTreeSet};

/// Titles that agree less than this are not suggested.
///
/// ```
/// assert_eq!(pledgeboard::compare::SUGGESTED_FROM, 60);
/// ```
pub const SUGGESTED_FROM: u8 = 60;

/// How much two titles agree, 0 to 100: twice the pairs of neighbouring characters that they share, over all pairs of both
/// (the Sørensen–Dice coefficient over bigrams, L. R. Dice 1945), rounded down. Blanks, punctuation and case do not count.
///
/// ```
/// use pledgeboard::compare::similarity;
/// assert_eq!(similarity("“爱心暑托班”", "爱心暑托班"), 100);
/// // 4 pairs shared of 4 and 7: 2·4/11 = 0.727…
/// assert_eq!(similarity("公交候车亭", "公交候车亭电子化"), 72);
/// assert_eq!(similarity("学位", "电梯"), 0);
/// ```
pub fn similarity(a: &str, b: &str) -> u8 {
    dice(&bigrams(a), &bigrams(b))
}

/// The pairs of neighbouring characters with their numbers; of a single character the character itself.
fn bigrams(title: &str) -> BTreeMap<String, usize> {
    let plain: Vec<char> = title.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let mut counts = BTreeMap::new();
    for pair in plain.windows(plain.len().clamp(1, 2)) {
        *counts.entry(pair.iter().collect()).or_insert(0) += 1;
    }
    counts
}

fn dice(a: &BTreeMap<String, usize>, b: &BTreeMap<String, usize>) -> u8 {
    let all: usize = a.values().chain(b.values()).sum();
    let shared: usize = a.iter().filter_map(|(pair, count)| b.get(pair).map(|other| count.min(other))).sum();
    (200 * shared).checked_div(all).and_then(|score| u8::try_from(score).ok()).unwrap_or(0)
}

/// Place, title and id of a promise.
pub(super) type Titled = (usize, String, String);

/// One-to-one matches of titles, the best first (ties by id), none below [`SUGGESTED_FROM`].
pub(super) fn suggest(before: &[Titled], after: &[Titled]) -> Vec<(usize, usize, u8)> {
    let earlier: Vec<_> = before.iter().map(|(_, title, _)| bigrams(title)).collect();
    let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, pairs) in earlier.iter().enumerate() {
        for pair in pairs.keys() {
            holders.entry(pair).or_default().push(index);
        }
    }
    let mut found = Vec::new();
    for (new, title, id) in after {
        let pairs = bigrams(title);
        let near: BTreeSet<usize> =
            pairs.keys().filter_map(|pair| holders.get(pair.as_str())).flatten().copied().collect();
        for index in near {
            let (Some(theirs), Some((old, _, old_id))) = (earlier.get(index), before.get(index)) else { continue };
            let score = dice(theirs, &pairs);
            if score >= SUGGESTED_FROM {
                found.push((std::cmp::Reverse(score), id, old_id, *old, *new));
            }
        }
    }
    found.sort();
    let (mut olds, mut news) = (BTreeSet::new(), BTreeSet::new());
    let mut matches = Vec::new();
    for (std::cmp::Reverse(score), _, _, old, new) in found {
        if !olds.contains(&old) && !news.contains(&new) {
            olds.insert(old);
            news.insert(new);
            matches.push((old, new, score));
        }
    }
    matches
}
