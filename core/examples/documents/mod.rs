//! Programmes that nobody published, by whole-number arithmetic: the notebooks and pages make the same ones.

use std::fmt::Write;

use pledgeboard::Date;

const BODIES: [&str; 5] = ["住建", "教育", "民政", "交通", "卫健"];
const UNITS: [&str; 4] = ["部", "个", "场", "公里"];

/// The documents, as JSON text.
pub(crate) fn documents(programmes: u32, commitments: u32, reports: u32) -> impl Iterator<Item = String> {
    (0..programmes).map(move |district| {
        let projects: Vec<String> = (0..4).map(|part| project(district, part, commitments, reports)).collect();
        format!(
            r#"{{"format":"pledgeboard/1","id":"d{district:03}","title":"第{district}区2024年民生实事项目","sample":true,"place":{{"name":"第{district}区"}},"period":{{"start":"2024-01-01","end":"2024-12-31"}},"adopted":{{"date":"2024-01-08"}},"projects":[{}]}}"#,
            projects.join(",")
        )
    })
}

/// Every fourth commitment.
fn project(district: u32, part: u32, commitments: u32, reports: u32) -> String {
    let list: Vec<String> =
        (part..commitments).step_by(4).map(|number| commitment(district, number, reports)).collect();
    format!(r#"{{"id":"p{part}","title":"第{}项","commitments":[{}]}}"#, part + 1, list.join(","))
}

/// A promise of a district; some offices report late, some not at all.
fn commitment(district: u32, number: u32, reports: u32) -> String {
    let target = 20 + (7 * district + 13 * number) % 180;
    // Ninths of the target by the year's end, 3 to 11.
    let speed = (11 * district + 5 * number) % 9 + 3;
    let silent = (district * 31 + number * 17).is_multiple_of(3 + district % 11);
    let mut list = String::new();
    for quarter in 0..if silent { 0 } else { reports } {
        let date = month_end(12 * (quarter + 1) / reports);
        let lag = 5 + (district * 3 + number * 7 + quarter * 11) % (20 + district % 60);
        let published = (0..lag).fold(date, |day, _| day.next());
        let value = target * speed * (quarter + 1) / (9 * reports);
        let comma = if quarter == 0 { "" } else { "," };
        write!(list, r#"{comma}{{"date":"{date}","value":"{value}","published_on":"{published}"}}"#)
            .expect("a string takes everything");
    }
    let (body, unit) = (turn(&BODIES, number), turn(&UNITS, number));
    format!(
        r#"{{"id":"c{number}","title":"第{}件","bodies":["{body}局"],"target":{{"value":"{target}","unit":"{unit}"}},"reports":[{list}]}}"#,
        number + 1
    )
}

fn turn(words: &[&'static str], number: u32) -> &'static str {
    words.iter().cycle().nth(number as usize).expect("there are words")
}

fn month_end(month: u32) -> Date {
    let next = if month == 12 { Date::new(2025, 1, 1) } else { Date::new(2024, month + 1, 1) };
    next.expect("a day of the calendar").previous()
}
