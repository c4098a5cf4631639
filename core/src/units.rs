//! The unit lexicon: what comes in whole units.
//!
//! The lexicon itself is a readable table, `units.tsv`; its first lines say how to read it and how to add to it.

/// The table without the remarks at its head, which no page should download.
const TABLE: &[u8] = table(include_bytes!("units.tsv"));

static ENTRIES: [u8; TABLE.len()] = {
    let mut bytes = [0; TABLE.len()];
    bytes.copy_from_slice(TABLE);
    bytes
};

static LEXICON: &str = match core::str::from_utf8(&ENTRIES) {
    Ok(text) => text,
    Err(_) => "",
};

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
    // A walk over some hundred short lines is faster than building a map of them, and smaller.
    for line in LEXICON.split('\n').skip(1) {
        let mut columns = line.split('\t');
        let mut next = || columns.next().unwrap_or_default();
        if next() == unit && !line.is_empty() && !line.starts_with('#') {
            return Some(UnitEntry { counted: next() == "counted", quantity: next(), english: next() });
        }
    }
    None
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
    fn a_unit_is_found_by_its_whole_name() {
        assert!(is_counted("人次") && !is_counted("人次数"));
        assert!(!is_counted(""));
        assert_eq!(find("unit"), None);
        assert_eq!(find(""), None);
    }
}
