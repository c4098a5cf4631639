//! Text width from a table: the widest of the usual sans-serif fonts, glyph by glyph.

/// The advance of the printable ASCII characters in hundredths of an em: for each the widest of Arial (and its metric
/// twins), DejaVu Sans (as wide as Verdana) and Noto Sans CJK, rounded up. PingFang, YaHei, Segoe UI and Helvetica are
/// narrower than the widest of these.
const ASCII: [u8; 95] = [
    32, 41, 48, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 40, // space to /
    64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 56, // 0 to ?
    102, 69, 69, 73, 78, 67, 62, 78, 76, 30, 54, 67, 56, 87, 75, 79, // @ to O
    67, 79, 73, 67, 62, 74, 69, 99, 69, 67, 69, 40, 40, 40, 84, 56, // P to _
    61, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 29, 98, 64, 62, // ` to o
    64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84, // p to ~
];

/// What a glyph that we know nothing about is taken to be.
const DEFAULT: f64 = 0.6;

/// How much wider proportional glyphs are in bold (DejaVu Sans Bold over the table above; East Asian glyphs keep
/// their em).
const BOLD: f64 = 1.11;

/// A size in pixels and a weight: what text is set in.
///
/// ```
/// use pledgeboard_wasm::text::Face;
///
/// let label = Face::regular(10.0);
/// assert_eq!(label.width("加装电梯"), 40.0); // four ems
/// assert!(Face::bold(10.0).width("39") > label.width("39"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Face {
    /// The font size in pixels.
    pub size: f64,
    /// Bold or regular; a board uses two weights.
    pub bold: bool,
}

impl Face {
    /// Regular weight at a size in pixels.
    pub const fn regular(size: f64) -> Self {
        Self { size, bold: false }
    }

    /// Bold weight at a size in pixels.
    pub const fn bold(size: f64) -> Self {
        Self { size, bold: true }
    }

    /// The width in pixels that one line of text may take at most.
    pub fn width(self, text: &str) -> f64 {
        text.chars().map(|c| self.advance(c)).sum()
    }

    /// The width in pixels of one character.
    pub fn advance(self, c: char) -> f64 {
        let em = em(c);
        let weight = if self.bold && !is_wide(c) { BOLD } else { 1.0 };
        em * weight * self.size
    }

    /// The distance from one baseline to the next in pixels.
    pub fn leading(self) -> f64 {
        self.size * 1.4
    }
}

/// The width of a character in ems: ASCII by table, East Asian glyphs 1, marks that stand on others 0, the rest 0.6.
///
/// Punctuation that both scripts share (“ ” ‘ ’ — … · ×) counts as Chinese: 1 em, because a Chinese font draws it so.
pub fn em(c: char) -> f64 {
    let code = c as u32;
    if let Some(hundredths) = code.checked_sub(32).and_then(|index| ASCII.get(index as usize)) {
        return f64::from(*hundredths) / 100.0;
    }
    if is_zero(c) {
        0.0
    } else if is_wide(c) {
        1.0
    } else if c == '\u{a0}' {
        0.32
    } else if ('\u{2009}'..='\u{200a}').contains(&c) || c == '\u{202f}' {
        // Thin spaces; fonts without them fall back to a narrow blank.
        0.3
    } else {
        DEFAULT
    }
}

/// Characters that take no room: control characters, combining marks, joiners, direction marks, variation selectors.
pub(super) fn is_zero(c: char) -> bool {
    matches!(
        c as u32,
        0..=0x1f
            | 0x7f..=0x9f
            | 0xad
            | 0x300..=0x36f
            | 0x483..=0x489
            | 0x591..=0x5bd
            | 0x610..=0x61a
            | 0x64b..=0x65f
            | 0xe31
            | 0xe34..=0xe3a
            | 0xe47..=0xe4e
            | 0x200b..=0x200f
            | 0x202a..=0x202e
            | 0x2060..=0x206f
            | 0x20d0..=0x20ff
            | 0x302a..=0x302f
            | 0x3099..=0x309a
            | 0xfe00..=0xfe0f
            | 0xfe20..=0xfe2f
            | 0xfeff
            | 0x1f3fb..=0x1f3ff
            | 0xe0000..=0xe01ef
    )
}

/// Characters that take a whole em: East Asian wide and full-width ones, emoji, and the punctuation and signs whose
/// width is ambiguous and that a Chinese font draws an em wide.
pub(super) fn is_wide(c: char) -> bool {
    matches!(
        c as u32,
        0xb7 | 0xd7 | 0xf7                  // · × ÷
            | 0x1100..=0x115f               // Hangul Jamo
            | 0x2014..=0x2016               // — ― ‖
            | 0x2018..=0x201f               // ‘ ’ “ ”
            | 0x2025..=0x2027               // ‥ … ‧
            | 0x2030..=0x2033               // ‰ ′ ″
            | 0x203b | 0x203c
            | 0x2103 | 0x2116 | 0x2121
            | 0x2160..=0x217f               // Ⅰ Ⅱ …
            | 0x2190..=0x23ff               // arrows, mathematical and technical signs: ≥ ≤ ≈
            | 0x2460..=0x27bf               // ① ■ ▲ ✓
            | 0x2e80..=0x303e
            | 0x3041..=0xa4cf
            | 0xa960..=0xa97f
            | 0xac00..=0xd7a3
            | 0xf900..=0xfaff
            | 0xfe10..=0xfe19
            | 0xfe30..=0xfe6f
            | 0xff01..=0xff60
            | 0xffe0..=0xffe6
            | 0x1f000..=0x1faff
            | 0x20000..=0x3fffd
    ) && !is_zero(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_set_in_ems() {
        for c in "加装电梯，。“”‘’—…·×％＞①".chars() {
            assert!((em(c) - 1.0).abs() < f64::EPSILON, "{c}");
        }
    }

    #[test]
    fn marks_take_no_room() {
        for c in "\u{301}\u{200d}\u{fe0f}\u{202e}\n\u{0}".chars() {
            assert!(em(c).abs() < f64::EPSILON, "{:x}", c as u32);
        }
    }

    #[test]
    fn digits_are_tabular() {
        for c in '0'..='9' {
            assert!((em(c) - em('0')).abs() < f64::EPSILON);
        }
        assert!((em('é') - 0.6).abs() < f64::EPSILON);
    }

    #[test]
    fn bold_widens_latin_only() {
        let (regular, bold) = (Face::regular(20.0), Face::bold(20.0));
        assert!((regular.width("电梯") - bold.width("电梯")).abs() < 1e-9);
        assert!(bold.width("1200") > regular.width("1200"));
    }
}
