//! What is wrong with a document, as text that an editor can act on.

use crate::backend::Sink;
use crate::scene::words::{fill, pick};
use crate::write::element;
use pledgeboard::Locale;

/// One thing to mend.
pub(super) struct Fault {
    /// Line and column from 1; 0 if it is not in the text.
    pub(super) line: u32,
    pub(super) column: u32,
    /// What is wrong.
    pub(super) message: String,
    /// What to do about it; may be empty.
    pub(super) hint: String,
}

/// How many faults are listed; a document may have thousands.
const LISTED: usize = 100;

/// Writes the faults as a list, the first ones if there are very many.
pub(super) fn faults(sink: &mut dyn Sink, faults: &[Fault], locale: Locale) {
    element(sink, "div", &[("class", "diagnostics"), ("part", "diagnostics"), ("role", "alert")], |sink| {
        let n = faults.len().to_string();
        let pattern = match (locale, faults.len()) {
            (Locale::ZhCn, _) => "这份清单有{}处需要修改，改好后才能显示：",
            (Locale::En, 1) => "The document has {} fault; mend it and the board will show:",
            (Locale::En, _) => "The document has {} faults; mend them and the board will show:",
        };
        element(sink, "p", &[], |sink| sink.text(&fill(pattern, &[&n])));
        element(sink, "ol", &[], |sink| {
            for fault in faults.iter().take(LISTED) {
                element(sink, "li", &[], |sink| one(sink, fault, locale));
            }
        });
        if faults.len() > LISTED {
            let rest = (faults.len() - LISTED).to_string();
            let words = fill(pick(locale, "还有{}处。", "{} more."), &[&rest]);
            element(sink, "p", &[], |sink| sink.text(&words));
        }
    });
}

fn one(sink: &mut dyn Sink, fault: &Fault, locale: Locale) {
    if fault.line > 0 {
        let (line, column) = (fault.line.to_string(), fault.column.to_string());
        let place = fill(pick(locale, "第{}行第{}列", "Line {}, column {}"), &[&line, &column]);
        element(sink, "span", &[("class", "place")], |sink| sink.text(&place));
        sink.text(pick(locale, "：", ": "));
    }
    element(sink, "span", &[("class", "message")], |sink| sink.text(&fault.message));
    if !fault.hint.is_empty() {
        sink.text(" ");
        element(sink, "span", &[("class", "hint")], |sink| sink.text(&fault.hint));
    }
}
