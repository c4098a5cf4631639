//! The words that the grammar listens to, from `cues.tsv`.

use super::dictionary::Dictionary;

/// One sense a line: its name, a tab, its words.
static TABLE: &str = include_str!("cues.tsv");

/// One line per sense keeps the type and the table in step.
macro_rules! senses {
    ($($sense:ident $name:literal)*) => {
        /// What a word says of the figures around it; `cues.tsv` explains each.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(super) enum Sense { $($sense),* }

        impl Sense {
            fn named(name: &str) -> Option<Sense> {
                match name { $($name => Some(Sense::$sense),)* _ => None }
            }
        }
    };
}

senses! {
    Will "will"
    Aim "aim"
    Done "done"
    Ended "ended"
    Past "past"
    Now "now"
    Next "next"
    Stock "stock"
    Running "running"
    Since "since"
    Rate "rate"
    Gap "gap"
    Growth "growth"
    From "from"
    To "to"
    Same "same"
    Base "base"
    Among "among"
    List "list"
    Place "place"
    Report "report"
    Plan "plan"
    Name "name"
    Word "word"
    Before "before"
    Behind "behind"
    Verb "verb"
    All "all"
    Bound "bound"
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

/// All of them, and the words of bounds, so that no shorter word is heard inside: the 于 of 不少于.
pub(super) fn dictionary() -> Dictionary<Sense> {
    let words = rows().flat_map(|(name, words)| {
        let sense = Sense::named(name);
        words.split(' ').filter_map(move |word| Some((word, sense?)))
    });
    let bounds = crate::printed::before().map(|(word, _)| (word, Sense::Bound));
    Dictionary::new(words.chain(bounds))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn every_word_has_one_sense() {
        let mut known: BTreeMap<&str, &str> = BTreeMap::new();
        for (name, words) in rows() {
            assert!(Sense::named(name).is_some(), "{name} is no sense");
            for word in words.split(' ') {
                assert!(!word.is_empty() && word.trim() == word, "{name}: one blank between words");
                if let Some(other) = known.insert(word, name) {
                    panic!("{word} stands under {other} and {name}");
                }
            }
        }
        assert!(known.len() > 500);
    }
}
