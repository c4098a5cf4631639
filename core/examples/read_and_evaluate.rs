//! A document read, with what is to be mended or known about it; then how far each promise had come on two days.

use pledgeboard::evaluate::{Options, evaluate};
use pledgeboard::explain::{explain, pairs};
use pledgeboard::sentence::Tally;
use pledgeboard::{Error, Locale, read};

/// The lifts were reported in July; the parking places by a figure that is no single one; the centre not at all.
const DOCUMENT: &str = r#"{
  "format": "pledgeboard/1", "id": "green-2025", "title": "Green District 2025", "lang": "en", "sample": true,
  "period": { "start": "2025-01-01", "end": "2025-12-31" }, "adopted": { "date": "2025-01-06" },
  "projects": [{ "id": "homes", "title": "Homes", "commitments": [
    { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" },
      "reports": [{ "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
    { "id": "parking", "title": "Parking places", "target": { "value": "1200", "unit": "个" },
      "reports": [{ "date": "2025-12-31", "as_printed": "约1250个", "published_on": "2026-01-08" }] },
    { "id": "centre", "title": "Day centre", "target": { "bound": "done" }, "colour": "green" }
  ] }]
}"#;

fn main() -> Result<(), Error> {
    // A comma forgotten: the reader says where, and what to do.
    for diagnostic in read(&DOCUMENT.replace("\"en\", ", "\"en\" ")).diagnostics {
        println!(
            "{}:{} {} {}: {}",
            diagnostic.line,
            diagnostic.column,
            diagnostic.severity.code(),
            diagnostic.code,
            diagnostic.message(Locale::En)
        );
    }

    let reading = read(DOCUMENT);
    for diagnostic in &reading.diagnostics {
        println!("{} {}: {}", diagnostic.pointer, diagnostic.code, diagnostic.message(Locale::En));
    }
    let programme = reading.programme.expect("warnings stop nothing");

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
