//! Text that may stand in XML.

use std::borrow::Cow;

/// Drops the characters that XML 1.0 does not allow (and nothing else: what an author wrote is shown). Marks that turn the
/// order of reading stay, too: they end with their own line of a drawing, cell of a table or name of a source.
///
/// ```
/// use pledgeboard_wasm::backend::clean;
///
/// assert_eq!(clean("39\u{7}部\u{fffe}"), "39部");
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
        0..=8 | 0xb | 0xc | 0xe..=0x1f | 0xfffe | 0xffff
    )
}
