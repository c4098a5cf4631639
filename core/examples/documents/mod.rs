//! Programmes that nobody published: every figure follows from its place in the list, so that other languages can make the same.

use std::fmt::Write;

use pledgeboard::Date;

const SECTORS: [&str; 5] = ["housing", "health", "education", "transport", "environment"];
const BODIES: u64 = 8;
const UNITS: [&str; 4] = ["个", "户", "人次", "公里"];

/// Park and Miller's generator: small enough for the whole numbers of every language.
struct Random(u64);

impl Random {
    /// A whole number below `limit`.
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        self.0 % limit
    }
}

/// The documents, as JSON text.
pub(crate) fn documents(programmes: u32, commitments: u32, reports: u32) -> impl Iterator<Item = String> {
    let mut random = Random(1);
    (0..programmes).map(move |number| document(number, commitments, reports, &mut random))
}

fn document(number: u32, commitments: u32, reports: u32, random: &mut Random) -> String {
    let mut list = Vec::new();
    for index in 0..commitments {
        list.push(commitment(index, reports, random));
    }
    format!(
        r#"{{"format":"pledgeboard/1","sample":true,"id":"district-{number}","title":"District {number}","place":{{"name":"District {number}"}},"period":{{"start":"2025-01-01","end":"2025-12-31"}},"adopted":{{"date":"2025-01-10"}},"projects":[{{"id":"all","title":"All","commitments":[{}]}}]}}"#,
        list.join(",")
    )
}

fn commitment(index: u32, reports: u32, random: &mut Random) -> String {
    let target = 20 + random.below(2000);
    let (sector, unit) = (turn(&SECTORS, index), turn(&UNITS, index));
    let body = random.below(BODIES);
    // In per cent of what the schedule asks for.
    let speed = 75 + random.below(60);
    // One in ten falls silent before the last report; one in eight reports round figures.
    let told = if random.below(10) == 0 { reports - 1 } else { reports };
    let bound = if random.below(8) == 0 { "about" } else { "exact" };
    let mut list = String::new();
    for k in 1..=told {
        let date = quarter_end(k, reports);
        // The higher its number, the longer a body takes.
        let published = later(date, 5 + 4 * body + random.below(10));
        let value = target * speed * u64::from(k) / (100 * u64::from(reports));
        let comma = if k == 1 { "" } else { "," };
        write!(list, r#"{comma}{{"date":"{date}","value":"{value}","bound":"{bound}","published_on":"{published}"}}"#)
            .unwrap();
    }
    format!(
        r#"{{"id":"c{index}","title":"Commitment {index}","bodies":["Body {body}"],"sector":"{sector}","target":{{"value":"{target}","unit":"{unit}"}},"reports":[{list}]}}"#
    )
}

fn turn(words: &[&'static str], index: u32) -> &'static str {
    words.iter().cycle().nth(index as usize).expect("there are words")
}

/// The last day of the k-th of so many parts of 2025, in whole months.
fn quarter_end(k: u32, parts: u32) -> Date {
    let month = 12 * k / parts;
    let first_of_next = if month == 12 { Date::new(2026, 1, 1) } else { Date::new(2025, month + 1, 1) };
    first_of_next.ok().and_then(|day| day.after(-1)).expect("a day of 2025")
}

fn later(date: Date, days: u64) -> Date {
    i32::try_from(days).ok().and_then(|days| date.after(days)).expect("a day of 2025 or soon after")
}
