//! The words that a request's options can be. Another word is refused, so that it is never silently the usual one.

use std::ops::Deref;

use serde::Deserialize;

/// An option with its words, the usual one first.
macro_rules! words {
    ($(#[$what:meta])* $name:ident: $first:ident = $usual:literal $(, $other:ident = $word:literal)*) => {
        $(#[$what])*
        #[derive(Deserialize, Clone, Copy, Default)]
        pub(super) enum $name {
            #[default]
            #[serde(rename = $usual)]
            $first,
            $(#[serde(rename = $word)] $other,)*
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                match self {
                    $name::$first => $usual,
                    $($name::$other => $word,)*
                }
            }
        }
    };
}

words! {
    /// The language of what is said and drawn.
    Language: Chinese = "zh-CN", English = "en"
}
words! {
    /// What is drawn.
    View: Overview = "overview", Projects = "projects", Commitments = "commitments", Table = "table"
}
words! {
    /// The colours of a still picture.
    Theme: Light = "light", Dark = "dark"
}
words! {
    /// Where the rules of a static board are.
    Css: Link = "link", Inline = "inline", None = "none"
}
