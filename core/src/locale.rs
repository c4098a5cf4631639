//! The reader's language.

use core::str::FromStr;

use crate::Error;

/// The language in which words, messages and explanations are given. Figures are the same in both.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Default)]
pub enum Locale {
    /// Chinese, simplified: the default.
    #[default]
    ZhCn,
    /// English.
    En,
}

impl Locale {
    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::ZhCn => "zh-CN",
            Locale::En => "en",
        }
    }
}

impl FromStr for Locale {
    type Err = Error;

    /// Takes a tag and its more special forms: `zh`, `zh-Hans-CN`, `en-GB`.
    fn from_str(tag: &str) -> Result<Locale, Error> {
        match tag.split(['-', '_']).next() {
            Some(language) if language.eq_ignore_ascii_case("zh") => Ok(Locale::ZhCn),
            Some(language) if language.eq_ignore_ascii_case("en") => Ok(Locale::En),
            _ => Err(Error::locale()),
        }
    }
}
