//! Finding the longest known word at a place of a text.

/// Words with what they stand for. A look-up costs no more than the few words that begin alike.
pub(super) struct Dictionary<T> {
    /// By bucket, longer words first.
    words: Vec<Entry<T>>,
    /// Where each bucket begins in `words`.
    starts: Vec<u16>,
}

struct Entry<T> {
    word: &'static str,
    sense: T,
    /// Its first bytes as one number, and which of them it has: what tells most words apart from a text at one go. A Latin
    /// word, which may be written in other letters, has none.
    start: u64,
    mask: u64,
}

impl<T> Entry<T> {
    fn new(word: &'static str, sense: T) -> Entry<T> {
        let latin = word.as_bytes().first().is_some_and(u8::is_ascii);
        let known = if latin { 0 } else { word.len() };
        let mask = start_of(&[0xff; 8][..known.min(8)]);
        Entry { word, sense, start: start_of(word.as_bytes()) & mask, mask }
    }
}

fn start_of(bytes: &[u8]) -> u64 {
    let start = bytes.first_chunk().copied().unwrap_or_else(|| {
        let mut start = [0; 8];
        start[..bytes.len()].copy_from_slice(bytes);
        start
    });
    u64::from_le_bytes(start)
}

const BUCKETS: usize = 1 << 12;

fn bucket(first: char) -> usize {
    first.to_ascii_lowercase() as usize % BUCKETS
}

impl<T: Copy> Dictionary<T> {
    pub(super) fn new(words: impl Iterator<Item = (&'static str, T)>) -> Dictionary<T> {
        let mut words: Vec<_> =
            words.filter_map(|(word, sense)| Some((bucket(word.chars().next()?), word, sense))).collect();
        words.sort_by_key(|(bucket, word, _)| (*bucket, core::cmp::Reverse(word.len())));
        let mut starts = vec![0; BUCKETS + 1];
        for (bucket, ..) in &words {
            starts[bucket + 1] += 1;
        }
        for index in 0..BUCKETS {
            starts[index + 1] += starts[index];
        }
        Dictionary { words: words.into_iter().map(|(_, word, sense)| Entry::new(word, sense)).collect(), starts }
    }

    /// The longest word at the start of a text, in upper or lower case. A Latin word must end where it ends.
    #[inline]
    pub(super) fn longest(&self, text: &str) -> Option<(&'static str, T)> {
        self.longest_from(text.chars().next()?, text)
    }

    /// The same where the first character of the text is known.
    #[inline]
    pub(super) fn longest_from(&self, first: char, text: &str) -> Option<(&'static str, T)> {
        let bucket = bucket(first);
        let (from, to) = (usize::from(self.starts[bucket]), usize::from(self.starts[bucket + 1]));
        // Nothing begins with most characters.
        if from == to { None } else { longest_of(&self.words[from..to], text) }
    }
}

fn longest_of<T: Copy>(words: &[Entry<T>], text: &str) -> Option<(&'static str, T)> {
    let start = start_of(text.as_bytes());
    let found = |word: &&Entry<T>| start & word.mask == word.start && begins_with(text, word.word);
    words.iter().find(found).map(|word| (word.word, word.sense))
}

/// Whether a text begins with a word, in upper or lower case; `_` in a word is a blank.
fn begins_with(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    if !word.first().is_some_and(u8::is_ascii) {
        return text.starts_with(word);
    }
    let Some(start) = text.get(..word.len()) else { return false };
    let same = start.iter().zip(word).all(|(a, b)| a.eq_ignore_ascii_case(b) || *a == b' ' && *b == b'_');
    let ends = |end: &u8| end.is_ascii_alphabetic();
    same && !(word.last().is_some_and(ends) && text.get(word.len()).is_some_and(ends))
}

/// Whether a text ends with a word, in upper or lower case.
pub(super) fn ends_with(text: &str, word: &str) -> bool {
    let start = text.len().checked_sub(word.len());
    start.is_some_and(|start| text.as_bytes()[start..].eq_ignore_ascii_case(word.as_bytes()))
}

/// Where a short text holds a word: for some tens of bytes a plain walk is faster than the search of the standard library.
pub(super) fn find(text: &str, word: &str) -> Option<usize> {
    text.as_bytes().windows(word.len()).position(|window| is_word(window, word.as_bytes()))
}

/// Where it holds it last.
pub(super) fn find_last(text: &str, word: &str) -> Option<usize> {
    text.as_bytes().windows(word.len()).rposition(|window| is_word(window, word.as_bytes()))
}

/// Chinese characters share their first bytes, so the last byte tells most words apart.
#[inline]
fn is_word(window: &[u8], word: &[u8]) -> bool {
    window.last() == word.last() && window == word
}

/// The first characters of a text, so many at most: what hostile texts put into one line is not looked through again and
/// again.
pub(super) fn head(text: &str, most: usize) -> &str {
    // No character is shorter than a byte.
    if text.len() <= most {
        return text;
    }
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}

/// The same, but only up to where the clause or the item ends.
pub(super) fn clause_head(text: &str, most: usize) -> &str {
    head(text, most).split(['，', ',', '。', '；', ';', '、', '\n']).next().unwrap_or_default()
}

/// The last characters of a text, so many at most.
pub(super) fn head_back(text: &str, most: usize) -> &str {
    text.char_indices().rev().nth(most.saturating_sub(1)).map_or(text, |(start, _)| &text[start..])
}

/// What stands before a place on its line, if that is short; nothing at all if it is long.
pub(super) fn line_start(before: &str) -> Option<&str> {
    let start = before.char_indices().rev().take(12).find(|(_, char)| *char == '\n').map(|(at, _)| at + 1);
    before.get(start.or((before.len() <= 24).then_some(0))?..).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_wins_and_latin_words_are_whole() {
        let words = ["目标", "目标任务", "plan", "plan_to", "m", "㎡"];
        let dictionary = Dictionary::new(words.into_iter().map(|word| (word, ())));
        for (text, expected) in [
            ("目标任务的80%", Some("目标任务")),
            ("目标为5个", Some("目标")),
            ("标", None),
            ("Plan to build", Some("plan_to")),
            ("plans", None),
            ("plan", Some("plan")),
            ("m²", Some("m")),
            ("mm", None),
            ("", None),
        ] {
            assert_eq!(dictionary.longest(text).map(|(word, ())| word), expected, "{text}");
        }
    }
}
