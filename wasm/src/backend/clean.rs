//! Text that may stand in XML and reads in the order in which it is written.

use std::borrow::Cow;

/// Drops what would make a picture unreadable or misleading: characters that XML 1.0 does not allow, and the overrides
/// and isolates (U+202A–202E, U+2066–2069) that show a text in another order than its letters stand in.
///
/// ```
/// use pledgeboard_wasm::backend::clean;
///
/// assert_eq!(clean("39\u{202e}部\u{0}"), "39部");
/// ```
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(allowed) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter(|c| allowed(*c)).collect())
    }
}

fn allowed(c: char) -> bool {
    !matches!(
        c as u32,
        0..=8 | 0xb | 0xc | 0xe..=0x1f | 0x7f..=0x9f | 0x202a..=0x202e | 0x2066..=0x2069 | 0xfffe | 0xffff
    )
}
