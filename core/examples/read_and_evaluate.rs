//! A document read, with what is to be mended or known about it; then how far each promise had come on two days.

use pledgeboard::evaluate::{Options, evaluate};
use pledgeboard::explain::{explain, pairs};
use pledgeboard::sentence::Tally;
use pledgeboard::{Error, Locale, read};

/// The lifts were reported in spring and summer, the parking places by a figure that is no single one, the rest not at all.
const DOCUMENT: &str = include_str!("programmes/green-2025.json");

fn main() -> Result<(), Error> {
    // A comma forgotten and a field that the format does not have: the reader says where.
    for fault in [DOCUMENT.replace("\"en\", ", "\"en\" "), DOCUMENT.replace("\"sample\"", "\"colour\"")] {
        for diagnostic in read(&fault).diagnostics {
            let (severity, code) = (diagnostic.severity.code(), diagnostic.code);
            println!("{}:{} {severity} {code}: {}", diagnostic.line, diagnostic.column, diagnostic.message(Locale::En));
        }
    }

    let programme = read(DOCUMENT).programme.expect("a valid document");
    for day in ["2025-09-30", "2026-01-31"] {
        let evaluation = evaluate(&programme, &Options::as_of(day.parse()?))?;
        println!("\n{day}: {}.", Tally::new(&programme, &evaluation, Locale::En).headline());
        for (commitment, outcome) in pairs(&programme, &evaluation) {
            println!("{} ({})", commitment.title, outcome.status.code());
            println!("  {}", explain(&programme, &evaluation, commitment, outcome, Locale::En));
        }
    }
    Ok(())
}
