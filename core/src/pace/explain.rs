//! One sentence on a pace.

use super::{NoPace, Outlook, Pace};
use crate::evaluate::Outcome;
use crate::words::{date, fill, percents, pick, plains, reported_unit, with_unit};
use crate::{Interval, Locale, Ratio};

impl Outlook {
    /// The pace in a few words, or why there is none.
    ///
    /// ```
    /// use pledgeboard::{Locale, pace::{NoPace, Outlook}};
    /// # use pledgeboard::{evaluate, explain, read};
    /// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "period": { "start": "2025-01-01", "end": "2025-12-31" },
    /// #   "projects": [{ "id": "p", "title": "P", "commitments": [{ "id": "c", "title": "C" }] }] }"#;
    /// # let programme = read::read(text).programme.unwrap();
    /// # let evaluation = evaluate::evaluate(&programme, &evaluate::Options::default())?;
    /// # let (_, outcome) = explain::pairs(&programme, &evaluation).next().unwrap();
    /// let words = Outlook::Nothing(NoPace::TooFewReports).explain(outcome, Locale::En);
    /// assert_eq!(words, "No pace: it takes published figures of two different days.");
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn explain(&self, outcome: &Outcome, locale: Locale) -> String {
        match self {
            Outlook::Pace(pace) => pace.explain(outcome, locale),
            Outlook::Nothing(why) => why.explain(locale).to_owned(),
        }
    }
}

impl NoPace {
    /// Why there is no pace, in one sentence.
    ///
    /// ```
    /// use pledgeboard::{Locale, pace::NoPace};
    /// assert_eq!(NoPace::Met.explain(Locale::ZhCn), "已经完成，不再推算速度。");
    /// ```
    pub fn explain(self, locale: Locale) -> &'static str {
        let (zh, en) = match self {
            NoPace::TooFewReports => (
                "无法推算速度：至少要有两个不同日期的公布数字。",
                "No pace: it takes published figures of two different days.",
            ),
            NoPace::Met => ("已经完成，不再推算速度。", "No pace: it is met already."),
            NoPace::PastDue => ("期限已到，不再推算速度。", "No pace: the due day has come."),
            NoPace::NoRate => ("没有完成率，无法推算速度。", "No pace: there is no completion rate."),
            NoPace::OutOfRange => {
                ("数字太长，无法精确推算速度。", "No pace: the figures are too long to compute one exactly.")
            }
        };
        pick(locale, zh, en)
    }
}

impl Pace {
    fn explain(&self, outcome: &Outcome, locale: Locale) -> String {
        let unit = outcome.target.as_ref().map(reported_unit).unwrap_or_default();
        let amount = |per_day: &Interval<Ratio>| with_unit(&plains(per_day, 3, locale), &unit, locale);
        let (from, to) = (date(self.from, locale), date(self.to, locale));
        let mut words = fill(
            pick(
                locale,
                "{}至{}平均每天{}，按期完成还需每天{}",
                "From {} to {} it went by {} a day; to be in time it takes {} a day",
            ),
            &[&from, &to, &amount(&self.observed), &amount(&self.required)],
        );
        if let Some(ratio) = &self.ratio {
            let ratio = plains(ratio, 2, locale);
            words += &fill(pick(locale, "，是所需速度的{}倍", ", so the pace is {} of what is needed"), &[&ratio]);
        }
        let rate = percents(&self.rate_at_due, 2, locale);
        words +=
            &fill(pick(locale, "；照此到期时完成{}", ". Going on like this it comes to {} when it is due"), &[&rate]);
        if let Some(range) = &self.range_at_due {
            let range = percents(range, 2, locale);
            words +=
                &fill(pick(locale, "（按各次报告之间的速度为{}）", " ({} by the paces between reports)"), &[&range]);
        }
        words += &match (self.met_on, self.met_by) {
            (Some(on), by) if by == Some(on) => {
                fill(pick(locale, "，{}达到目标。", ", and is met on {}."), &[&date(on, locale)])
            }
            (Some(on), Some(by)) => fill(
                pick(locale, "，{}至{}之间达到目标。", ", and is met between {} and {}."),
                &[&date(on, locale), &date(by, locale)],
            ),
            (Some(on), None) => {
                fill(pick(locale, "，最早{}达到目标。", ", and is met on {} at the earliest."), &[&date(on, locale)])
            }
            (None, _) => pick(locale, "，照此达不到目标。", ", and is never met.").to_owned(),
        };
        words
    }
}
