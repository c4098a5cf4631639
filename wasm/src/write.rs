//! Writing elements without forgetting to close them.

use crate::backend::Sink;

/// An element with its attributes and what `inside` writes.
pub(crate) fn element(
    sink: &mut dyn Sink,
    name: &str,
    attributes: &[(&str, &str)],
    inside: impl FnOnce(&mut dyn Sink),
) {
    begin(sink, name, attributes);
    inside(sink);
    sink.close();
}

/// An element with its attributes and nothing but text inside.
pub(crate) fn text_element(sink: &mut dyn Sink, name: &str, attributes: &[(&str, &str)], text: &str) {
    begin(sink, name, attributes);
    sink.text(text);
    sink.close();
}

/// Opens an element with its attributes; apart from [`element`], which is made anew for everything that stands inside one.
#[inline(never)]
pub(crate) fn begin(sink: &mut dyn Sink, name: &str, attributes: &[(&str, &str)]) {
    sink.open(name);
    for (key, value) in attributes {
        sink.attr(key, value);
    }
}

/// Whether a link may lead there: `http` and `https` only, without blanks and control characters.
///
/// The reader lets nothing else into a document; this is the second lock on the same door.
pub(crate) fn is_web_address(address: &str) -> bool {
    let known = address.split_once(':').is_some_and(|(scheme, rest)| {
        rest.starts_with("//") && (scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http"))
    });
    known && !address.chars().any(|c| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_into_the_web_only() {
        for address in ["http://a.cn/x", "HTTPS://a.cn"] {
            assert!(is_web_address(address), "{address}");
        }
        for address in
            ["javascript://%0aalert(1)", "data:text/html,x", "file:///etc", "a.json", "https://a b", "java\nscript:x"]
        {
            assert!(!is_web_address(address), "{address}");
        }
    }
}
