//! The rows of the table view: the same words in the picture and in the page's `<table>`.

use super::figures::{date, percent};
use super::row::Row;
use super::words::pick;
use pledgeboard::Locale;

/// The columns after the commitment's own.
pub(crate) const COLUMNS: usize = 6;

/// The headings, the commitment's own first.
pub(crate) fn headings(locale: Locale) -> [&'static str; COLUMNS + 1] {
    match locale {
        Locale::ZhCn => ["事项", "目标", "公布的结果", "完成率", "序时进度", "状态", "结果日期"],
        Locale::En => ["Commitment", "Target", "Reported", "Rate", "Schedule", "Status", "Result of"],
    }
}

/// One commitment as words, in the order of the headings; an empty cell has nothing to say.
pub(crate) struct Cells {
    /// The commitment.
    pub(crate) title: String,
    /// What has to be said beneath it.
    pub(crate) notes: Vec<String>,
    /// Target, reported, rate, schedule, status, date.
    pub(crate) rest: [String; COLUMNS],
}

impl Row<'_> {
    /// The row of the table.
    pub(crate) fn cells(&self) -> Cells {
        let locale = self.locale;
        let rate = if self.outcome.rate.is_some() { self.headline() } else { String::new() };
        let schedule = self.outcome.schedule.filter(|_| self.outcome.rate.is_some());
        let report = self.outcome.report.or(self.outcome.stock);
        Cells {
            title: self.commitment.title.clone(),
            notes: self.notes(),
            rest: [
                self.promised().unwrap_or_else(|| pick(locale, "未知", "unknown").to_owned()),
                self.reached().or_else(|| self.stock().filter(|_| !self.is_promise())).unwrap_or_default(),
                rate,
                schedule.map_or_else(String::new, |point| percent(&point.share, locale)),
                self.word().to_owned(),
                report.map_or_else(String::new, |used| date(used.date, locale)),
            ],
        }
    }
}

/// What stands in a cell that has nothing to say.
pub(crate) const NOTHING: &str = "–";

/// Whether the words of a column are figures, which stand at the right.
pub(crate) fn is_figure(column: usize) -> bool {
    (1..=4).contains(&column)
}
