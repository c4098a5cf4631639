//! The rows of a table: the same words in a page's `<table>` and in a drawn one.

use crate::Locale;
use crate::claim::published;
use crate::evaluate::{Outcome, Status};
use crate::programme::Commitment;
use crate::words::{date, fill, percent, pick, rate, reached, report, status, stock, target};

/// The columns after the commitment's own.
pub const COLUMNS: usize = 6;

/// Where the status stands among them.
pub const STATUS: usize = 4;

/// What stands in a cell that has nothing to say.
pub const NOTHING: &str = "–";

/// The headings, the commitment's own first.
pub fn headings(locale: Locale) -> [&'static str; COLUMNS + 1] {
    match locale {
        Locale::ZhCn => ["事项", "目标", "公布的结果", "完成率", "序时进度", "状态", "结果日期"],
        Locale::En => ["Commitment", "Target", "Reported", "Rate", "Schedule", "Status", "Result of"],
    }
}

/// Whether the words of a column are figures, which stand at the right; the commitment's own column is 0.
pub fn is_figure(column: usize) -> bool {
    (1..=4).contains(&column)
}

/// One commitment as words, in the order of the headings; an empty cell has nothing to say.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Cells {
    /// The commitment.
    pub title: String,
    /// What has to be said beneath it: [`notes`].
    pub notes: Vec<String>,
    /// Target, reported, rate, schedule, status, date.
    pub rest: [String; COLUMNS],
}

/// The row of a commitment.
///
/// ```
/// use pledgeboard::{Locale, evaluate, explain, read, table};
/// let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A",
///     "period": { "start": "2025-01-01", "end": "2025-12-31" },
///     "projects": [{ "id": "p", "title": "P", "commitments": [{ "id": "c", "title": "Lifts",
///         "target": { "value": "39", "unit": "部", "published_on": "2025-01-06" },
///         "reports": [{ "date": "2025-12-31", "value": "51", "published_on": "2026-01-06" }] }] }] }"#;
/// let programme = read::read(text).programme.unwrap();
/// let evaluation = evaluate::evaluate(&programme, &evaluate::Options::default())?;
/// let (commitment, outcome) = explain::pairs(&programme, &evaluation).next().unwrap();
/// let row = table::cells(commitment, outcome, Locale::ZhCn);
/// assert_eq!(row.title, "Lifts");
/// assert_eq!(row.rest, ["39部", "51部", "130.77%", "100%", "超额完成", "2025年12月31日"]);
/// # Ok::<(), pledgeboard::Error>(())
/// ```
pub fn cells(commitment: &Commitment, outcome: &Outcome, locale: Locale) -> Cells {
    let promised = outcome.target.as_ref().map(|promise| target(promise, locale));
    let standing = || stock(commitment, outcome, locale).filter(|_| outcome.status == Status::NoTarget);
    let rate = rate(commitment, outcome, locale);
    let schedule = outcome.schedule.filter(|_| rate.is_some());
    let used = outcome.report.or(outcome.stock);
    Cells {
        title: commitment.title.clone(),
        notes: notes(commitment, outcome, locale),
        rest: [
            promised.unwrap_or_else(|| pick(locale, "未知", "unknown").to_owned()),
            reached(commitment, outcome, locale).or_else(standing).unwrap_or_default(),
            rate.unwrap_or_default(),
            schedule.map_or_else(String::new, |point| percent(&point.share, locale)),
            status(outcome.status, outcome.reason, locale).to_owned(),
            used.map_or_else(String::new, |used| date(used.date, locale)),
        ],
    }
}

/// What has to be said wherever a commitment is shown: stocks that are not counted, the mark of a published rate, what was
/// inferred.
pub fn notes(commitment: &Commitment, outcome: &Outcome, locale: Locale) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(stock) = stock(commitment, outcome, locale) {
        // An outcome that has nothing but its stock shows that as its figure.
        let shown = outcome.status == Status::NoTarget && reached(commitment, outcome, locale).is_none();
        notes.push(if shown {
            pick(locale, "存量或历年累计", "stock or running total").to_owned()
        } else {
            fill(pick(locale, "存量或历年累计{}，不计入", "stock or running total {}, not counted"), &[&stock])
        });
    }
    notes.extend(published(commitment, outcome).ok().flatten().map(|rate| rate.mark(locale)));
    if outcome.is_target_inferred() {
        notes.push(pick(locale, "※ 目标为推算", "※ target inferred").to_owned());
    }
    if report(commitment, outcome).is_some_and(|report| report.match_inferred.is_some()) {
        notes.push(pick(locale, "※ 对应关系为推定", "※ match inferred").to_owned());
    }
    notes
}
