//! One sentence on a pair.

use super::{Change, Pair};
use crate::programme::Unit;
use crate::words::{amount, fill, grouped, interval, pick, plains};
use crate::{Decimal, Locale};

impl Pair {
    /// The pair in one sentence.
    ///
    /// ```
    /// # use pledgeboard::{Locale, compare, read};
    /// # let last = r#"{ "format": "pledgeboard/1", "id": "a-2024", "title": "A", "adopted": { "date": "2024-01-05" },
    /// #   "period": { "start": "2024-01-01", "end": "2024-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
    /// #   { "id": "lifts", "title": "加装电梯", "reports": [
    /// #     { "date": "2024-12-31", "as_printed": "51部", "published_on": "2025-01-06" }] }] }] }"#;
    /// # let next = r#"{ "format": "pledgeboard/1", "id": "a-2025", "title": "A", "adopted": { "date": "2025-01-06" },
    /// #   "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
    /// #   { "id": "lifts", "title": "加装电梯", "target": { "value": "39", "unit": "部" },
    /// #     "continues": ["a-2024#lifts"] }] }] }"#;
    /// # let [last, next] = [last, next].map(|text| read::read(text).programme.unwrap());
    /// let comparison = compare::compare(&last, &next, &compare::Options::default())?;
    /// assert_eq!(comparison.pairs[0].explain(Locale::ZhCn), "上次完成51部，这次承诺39部，是上次结果的0.76倍。");
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn explain(&self, locale: Locale) -> String {
        let unit = |text: &str| Unit { text: text.to_owned(), counted: false };
        let promised = |value: Decimal, of: &str| amount(value, &unit(of), locale);
        let outcome = self.last_outcome.map(|reached| interval(&reached, &unit(&self.last_unit), locale));
        let promise = self.new_promise.map(|value| promised(value, &self.new_unit));
        let last = self.last_promise.map(|value| promised(value, &self.last_unit)).unwrap_or_default();
        let (outcome, promise) = (outcome.unwrap_or_default(), promise.unwrap_or_default());
        let ratio = self.ambition.map(|ratio| plains(&ratio, 2, locale)).unwrap_or_default();
        let gaps = [outcome.as_str(), &promise, &ratio];
        let (zh, en, gaps): (_, _, &[&str]) = match self.change {
            Change::More | Change::Same | Change::Less | Change::Undecided => (
                "上次完成{}，这次承诺{}，是上次结果的{}倍。",
                "Last outcome {}, new promise {}: {} times as much.",
                &gaps,
            ),
            Change::UnitsDiffer => (
                "上次完成{}，这次承诺{}，单位不同；只看数字是{}倍。",
                "Last outcome {}, new promise {}: the units differ; by the figures alone {} times as much.",
                &gaps,
            ),
            Change::NoOutcome if !last.is_empty() => (
                "上次承诺{}，没有公布结果；这次承诺{}。",
                "Last promise {}, no result published; new promise {}.",
                &[&last, &promise],
            ),
            Change::NoOutcome => {
                ("上次的结果没有公布；这次承诺{}。", "No result was published last; new promise {}.", &[&promise])
            }
            Change::ZeroOutcome => (
                "上次没有完成任何数量，无法相比；这次承诺{}。",
                "Nothing may have come of the last promise, so there is no ratio; new promise {}.",
                &[&promise],
            ),
            Change::NoFigure => {
                ("这次的承诺没有可以相比的数字。", "The new promise has no figure that can be compared.", &[])
            }
            Change::NotAddable => (
                "对应的几项上次承诺单位或计数方式不同，不能相加。",
                "The earlier promises have different units or countings and cannot be added.",
                &[],
            ),
            Change::Split => (
                "几项新承诺延续同一项上次承诺，各占多少没有说明。",
                "Several new promises go on with the same earlier one, and nobody says in which parts.",
                &[],
            ),
        };
        let sentence = fill(pick(locale, zh, en), gaps);
        match self.score {
            None => sentence,
            Some(score) => {
                let score = grouped(&score.to_string(), locale);
                let note = fill(
                    pick(
                        locale,
                        "按标题推测的对应（相似度{}），不计入合计。",
                        " A match suggested by the titles (score {}), in no total.",
                    ),
                    &[&score],
                );
                [sentence, note].concat()
            }
        }
    }
}
