//! The unit lexicon: what comes in whole units.
//!
//! The lexicon itself is a readable table, `units.tsv`; its first lines say how to read it and how to add to it.

/// The lines of the table, without the remarks at its head.
const TABLE: &[u8] = table(include_bytes!("units.tsv"));

const LEN: usize = packed(&mut [0; TABLE.len()]);

/// The table as it is kept: unit and English word (and, where notices are read, the quantity between them), first what is
/// counted, then an empty line and what is measured. A page pays for every byte of it.
static ENTRIES: [u8; LEN] = {
    let mut all = [0; TABLE.len()];
    packed(&mut all);
    let mut bytes = [0; LEN];
    bytes.copy_from_slice(all.split_at(LEN).0);
    bytes
};

static LEXICON: &str = match core::str::from_utf8(&ENTRIES) {
    Ok(text) => text,
    Err(_) => "",
};

/// Writes the lines below the first as they are kept; gives how many bytes that are.
const fn packed(to: &mut [u8; TABLE.len()]) -> usize {
    let mut line = end_of(TABLE, 0, b'\n') + 1;
    let (mut len, mut counted) = (0, true);
    while line < TABLE.len() {
        let end = end_of(TABLE, line, b'\n');
        let unit = end_of(TABLE, line, b'\t');
        let kind = end_of(TABLE, unit + 1, b'\t');
        let quantity = end_of(TABLE, kind + 1, b'\t');
        let measured = TABLE[unit + 1] == b'm';
        if measured && counted {
            counted = false;
            len = copy(b"\n", 0, 1, to, len);
        }
        // What is measured and called alike in English is what a unit is that nobody listed.
        let idle = measured && same(line, unit, quantity + 1, end) && !cfg!(feature = "extract");
        if !idle {
            len = copy(TABLE, line, unit, to, len);
            if cfg!(feature = "extract") {
                len = copy(TABLE, kind, quantity, to, len);
            }
            // What counts things that have no better word are "units": most of them, so it is not said.
            let from = if same_as(quantity + 1, end, b"units") { end } else { quantity };
            len = copy(TABLE, from, end + 1, to, len);
        }
        line = end + 1;
    }
    len
}

/// Where a byte stands next, or the end.
const fn end_of(text: &[u8], mut at: usize, byte: u8) -> usize {
    while at < text.len() && text[at] != byte {
        at += 1;
    }
    at
}

const fn copy(from: &[u8], start: usize, end: usize, to: &mut [u8; TABLE.len()], len: usize) -> usize {
    let mut at = start;
    while at < end && at < from.len() {
        to[len + at - start] = from[at];
        at += 1;
    }
    len + at - start
}

const fn same_as(from: usize, end: usize, word: &[u8]) -> bool {
    let mut at = 0;
    while at < word.len() && from + at < end && TABLE[from + at] == word[at] {
        at += 1;
    }
    at == word.len() && from + at == end
}

const fn same(a: usize, a_end: usize, b: usize, b_end: usize) -> bool {
    let mut at = 0;
    while a + at < a_end && b + at < b_end && TABLE[a + at] == TABLE[b + at] {
        at += 1;
    }
    a + at == a_end && b + at == b_end
}

/// The lines after the one that names the columns.
const fn table(mut text: &[u8]) -> &[u8] {
    let head = b"unit\tkind";
    while let Some((_, rest)) = text.split_first() {
        if let Some((start, _)) = text.split_at_checked(head.len())
            && equal(start, head)
        {
            return text;
        }
        text = rest;
    }
    text
}

const fn equal(a: &[u8], b: &[u8]) -> bool {
    let mut index = 0;
    while index < a.len() && a[index] == b[index] {
        index += 1;
    }
    index == a.len()
}

/// What the lexicon says of a unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct UnitEntry {
    /// Whether it comes in whole units: nobody builds half a school.
    pub counted: bool,
    /// The dimension. Units of one quantity can be grouped, never converted: 9935 visits are not 8000 persons.
    #[cfg(feature = "extract")]
    pub quantity: &'static str,
    /// What an English reader sees after the number; empty if there is no word for it.
    pub english: &'static str,
}

/// Looks a unit up, as it is written in documents.
///
/// ```
/// use pledgeboard::units;
/// assert!(units::find("所").is_some_and(|school| school.counted));
/// assert!(units::find("公里").is_some_and(|length| !length.counted));
/// assert_eq!(units::find("光年"), None);
/// ```
pub fn find(unit: &str) -> Option<UnitEntry> {
    #[cfg(feature = "extract")]
    {
        // Many programmes ask for every commitment; in a page, which asks for few, a walk is smaller.
        static INDEX: std::sync::LazyLock<std::collections::HashMap<&str, UnitEntry>> =
            std::sync::LazyLock::new(|| all().collect());
        INDEX.get(unit).copied()
    }
    #[cfg(not(feature = "extract"))]
    all().find(|(name, _)| *name == unit).map(|(_, entry)| entry)
}

/// Every unit of the lexicon with what it says of it.
///
/// ```
/// assert!(pledgeboard::units::all().any(|(unit, entry)| unit == "人次" && entry.counted));
/// ```
pub fn all() -> impl Iterator<Item = (&'static str, UnitEntry)> {
    let mut counted = true;
    LEXICON.split('\n').filter_map(move |line| {
        let mut columns = line.split('\t');
        let unit = columns.next().unwrap_or_default();
        counted &= !line.is_empty();
        let entry = UnitEntry {
            counted,
            #[cfg(feature = "extract")]
            quantity: columns.next().unwrap_or_default(),
            english: columns.next().unwrap_or("units"),
        };
        (!unit.is_empty()).then_some((unit, entry))
    })
}

/// Whether amounts of a unit are whole numbers; a unit that is not listed is taken as measured.
pub fn is_counted(unit: &str) -> bool {
    find(unit).is_some_and(|entry| entry.counted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_lexicon_is_whole() {
        let table = core::str::from_utf8(TABLE).unwrap();
        assert!(table.starts_with("unit\tkind\tquantity\ten\n"), "the table starts with its columns");
        let mut units = Vec::new();
        for line in table.lines().skip(1).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let columns: Vec<_> = line.split('\t').collect();
            let [unit, kind, quantity, _] = columns[..] else { panic!("four columns: {line}") };
            assert!(matches!(kind, "counted" | "measured") && !quantity.is_empty(), "{line}");
            assert!(!units.contains(&unit), "{unit} stands twice");
            units.push(unit);
        }
        assert!(units.len() > 20);
    }

    #[test]
    fn the_packed_table_says_the_same() {
        let table = core::str::from_utf8(TABLE).unwrap();
        let mut rows = 0;
        for line in table.lines().skip(1).filter(|line| !line.is_empty()) {
            let columns: Vec<_> = line.split('\t').collect();
            let (counted, english) = (columns[1] == "counted", columns[3]);
            match find(columns[0]) {
                Some(entry) => {
                    assert_eq!((entry.counted, entry.english), (counted, english), "{line}");
                    rows += 1;
                }
                None => assert!(!counted && english == columns[0] && !cfg!(feature = "extract"), "{line}"),
            }
        }
        assert_eq!(all().count(), rows);
    }

    #[test]
    fn a_unit_is_found_by_its_whole_name() {
        assert!(is_counted("人次") && !is_counted("人次数"));
        assert!(!is_counted(""));
        assert_eq!(find("unit"), None);
        assert_eq!(find(""), None);
    }
}
