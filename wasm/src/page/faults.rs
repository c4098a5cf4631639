//! What is wrong with a document, as text that an editor can act on.

use crate::backend::Sink;
use crate::write::{element, text_element};
use pledgeboard::Locale;
use pledgeboard::read::{Diagnostic, Severity};
use pledgeboard::words::{count, fill, pick};

/// How many faults are listed; a document may have thousands.
const LISTED: usize = 100;

/// Writes the errors as a list, the first ones if there are very many; warnings stop nothing and are left out.
pub(super) fn faults(sink: &mut dyn Sink, found: &[Diagnostic], locale: Locale) {
    element(sink, "div", &[("class", "diagnostics"), ("part", "diagnostics"), ("role", "alert")], |sink| {
        list(sink, found, locale);
    });
}

fn list(sink: &mut dyn Sink, found: &[Diagnostic], locale: Locale) {
    let errors = || found.iter().filter(|one| one.severity == Severity::Error);
    let all = errors().count();
    let pattern = match (locale, all) {
        (Locale::ZhCn, _) => "这份清单有{}处需要修改，改好后才能显示：",
        (Locale::En, 1) => "The document has {} fault; mend it and the board will show:",
        (Locale::En, _) => "The document has {} faults; mend them and the board will show:",
    };
    // What stands nowhere in the text (a day that is none) is no fault of the document.
    if errors().all(|one| one.line > 0) {
        text_element(sink, "p", &[], &fill(pattern, &[&count(all)]));
    }
    element(sink, "ol", &[], |sink| {
        for fault in errors().take(LISTED) {
            element(sink, "li", &[], |sink| one(sink, fault, locale));
        }
    });
    if all > LISTED {
        let words = fill(pick(locale, "还有{}处。", "{} more."), &[&count(all - LISTED)]);
        text_element(sink, "p", &[], &words);
    }
}

fn one(sink: &mut dyn Sink, fault: &Diagnostic, locale: Locale) {
    if fault.line > 0 {
        let (line, column) = (count(fault.line as usize), count(fault.column as usize));
        let place = fill(pick(locale, "第{}行第{}列", "Line {}, column {}"), &[&line, &column]);
        text_element(sink, "span", &[("class", "place")], &place);
        sink.text(pick(locale, "：", ": "));
    }
    text_element(sink, "span", &[("class", "message")], fault.message(locale));
    if !fault.hint(locale).is_empty() {
        sink.text(" ");
        text_element(sink, "span", &[("class", "hint")], fault.hint(locale));
    }
}
