//! Colours by role: one accent in two tones, and greys.
//!
//! A mark names a [`Tone`], never a colour; the theme says what the tone looks like on light and on dark paper. No
//! meaning hangs on a colour alone: every status has a glyph and a word, what is past the target lies past the target
//! line, what is unknown is hatched. Red and green are not used at all: red means "rise" or "good" to some readers and
//! "fall" or "bad" to others.

/// The role of a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The ground everything stands on.
    Paper,
    /// Headlines, titles, figures, the target line.
    Ink,
    /// Words beneath: units, dates, notes.
    Muted,
    /// Thin rules between projects; decoration only.
    Rule,
    /// The empty part of a bar; decoration only.
    Track,
    /// What has been reached.
    Accent,
    /// What has been reached beyond the promise.
    Deep,
    /// The lines of a hatching: unknown.
    Hatch,
    /// Text on [`Tone::Accent`].
    OnAccent,
    /// Text on [`Tone::Deep`].
    OnDeep,
}

/// Red, green and blue, 0–255 each.
pub type Rgb = (u8, u8, u8);

/// Light or dark paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// Dark ink on white.
    #[default]
    Light,
    /// Light ink on near-black.
    Dark,
}

impl Theme {
    /// The theme called `name`; everything but `"dark"` is light.
    pub fn named(name: &str) -> Self {
        if name == "dark" { Self::Dark } else { Self::Light }
    }

    /// The colour of a role in this theme.
    pub fn rgb(self, tone: Tone) -> Rgb {
        let (light, dark) = match tone {
            Tone::Paper => ((255, 255, 255), (20, 25, 31)),
            Tone::Ink => ((27, 36, 48), (232, 237, 242)),
            Tone::Muted => ((86, 97, 110), (167, 178, 190)),
            Tone::Rule => ((213, 218, 224), (58, 68, 79)),
            Tone::Track => ((234, 238, 242), (42, 49, 57)),
            Tone::Accent => ((46, 110, 158), (79, 146, 199)),
            Tone::Deep => ((16, 58, 92), (174, 213, 243)),
            Tone::Hatch => ((128, 139, 150), (122, 133, 145)),
            Tone::OnAccent => ((255, 255, 255), (10, 17, 24)),
            Tone::OnDeep => ((255, 255, 255), (12, 26, 38)),
        };
        match self {
            Self::Light => light,
            Self::Dark => dark,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance after WCAG 2.2.
    #[allow(clippy::disallowed_methods, reason = "a test of colours; no picture depends on it")]
    fn luminance((r, g, b): Rgb) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(theme: Theme, one: Tone, other: Tone) -> f64 {
        let (a, b) = (luminance(theme.rgb(one)), luminance(theme.rgb(other)));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_is_readable() {
        for theme in [Theme::Light, Theme::Dark] {
            for (text, ground) in [
                (Tone::Ink, Tone::Paper),
                (Tone::Muted, Tone::Paper),
                (Tone::Accent, Tone::Paper),
                (Tone::Ink, Tone::Track),
                (Tone::Muted, Tone::Track),
                (Tone::OnAccent, Tone::Accent),
                (Tone::OnDeep, Tone::Deep),
            ] {
                let found = contrast(theme, text, ground);
                assert!(found >= 4.5, "{theme:?} {text:?} on {ground:?}: {found}");
            }
        }
    }

    #[test]
    fn marks_stand_out() {
        for theme in [Theme::Light, Theme::Dark] {
            for mark in [Tone::Accent, Tone::Deep, Tone::Hatch] {
                let found = contrast(theme, mark, Tone::Paper);
                assert!(found >= 3.0, "{theme:?} {mark:?}: {found}");
            }
            assert!(contrast(theme, Tone::Accent, Tone::Deep) >= 2.0);
        }
    }
}
