//! Notices in traditional characters: read as if they were written in simplified ones.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::dictionary::head;

/// Pairs of a traditional character and the simplified one that the lexicons use.
static PAIRS: &str = include_str!("traditional.txt");

/// The text in simplified characters, as far as the lexicons know them. Each takes as many bytes as before, so that
/// places stay what they are.
pub(super) fn simplified(text: &str) -> Cow<'_, str> {
    // Some that hardly any traditional text does without; its first lines show it.
    let first = head(text, 1000);
    if !first.contains(['個', '為', '萬', '項', '實', '進']) {
        return Cow::Borrowed(text);
    }
    let pairs: BTreeMap<char, char> = PAIRS
        .split_whitespace()
        .filter_map(|pair| {
            let mut chars = pair.chars();
            Some((chars.next()?, chars.next()?))
        })
        .filter(|(from, to)| from.len_utf8() == to.len_utf8())
        .collect();
    Cow::Owned(text.chars().map(|char| pairs.get(&char).copied().unwrap_or(char)).collect())
}

#[cfg(test)]
mod tests {
    use super::simplified;

    #[test]
    fn places_stay_what_they_are() {
        let text = "新增公辦中小學8所、學位3.5萬個";
        assert_eq!(simplified(text), "新增公办中小学8所、学位3.5万个");
        assert_eq!(simplified(text).len(), text.len());
        assert!(matches!(simplified("新增学位"), std::borrow::Cow::Borrowed(_)));
    }
}
