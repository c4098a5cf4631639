//! Why a commitment has its status: inputs, rule and result in a few sentences, short enough for a tooltip.

use crate::claim::published;
use crate::evaluate::{Evaluation, Outcome, Reason, Status};
use crate::programme::{ChangeKind, Commitment, Goal, Programme};
use crate::words::{
    amount, basis, count, date, fill, join, percent, pick, plain, points, rate, reached, reached_of_target, report,
    reported_unit, status, stock, target, with_unit,
};
use crate::{Date, Locale, Ratio};

/// One commitment of an evaluation, to be explained.
#[derive(Clone, Copy, Debug)]
struct Case<'a> {
    programme: &'a Programme,
    commitment: &'a Commitment,
    outcome: &'a Outcome,
    as_of: Date,
    locale: Locale,
}

/// What was promised, what was reported and which rule made the status of it.
///
/// ```
/// use pledgeboard::{Locale, evaluate, explain, read};
/// let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A",
///     "period": { "start": "2025-01-01", "end": "2025-12-31" },
///     "projects": [{ "id": "p", "title": "P", "commitments": [{ "id": "c", "title": "C",
///         "target": { "value": "39", "published_on": "2025-01-06" },
///         "reports": [{ "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] }] }] }"#;
/// let programme = read::read(text).programme.unwrap();
/// let evaluation = evaluate::evaluate(&programme, &evaluate::Options::default())?;
/// let (commitment, outcome) = explain::pairs(&programme, &evaluation).next().unwrap();
/// assert_eq!(
///     explain::explain(&programme, &evaluation, commitment, outcome, Locale::En).replace('\u{a0}', " "),
///     "On schedule: 21 of 39 is 53.85%; by days 49.59% of the time had passed, so 19.34 were expected; 4.26 points more \
///      than that, within the 5 that count as on schedule. As of 30 Jun 2025, 10 days before this board."
/// );
/// # Ok::<(), pledgeboard::Error>(())
/// ```
pub fn explain(
    programme: &Programme,
    evaluation: &Evaluation,
    commitment: &Commitment,
    outcome: &Outcome,
    locale: Locale,
) -> String {
    let case = Case { programme, commitment, outcome, as_of: evaluation.as_of, locale };
    let mut sentences = vec![case.status(), case.report_date(), case.stock(), case.published_rate()];
    sentences.extend(case.inferred());
    sentences.retain(|sentence| !sentence.is_empty());
    join(&sentences, pick(locale, "", " "))
}

/// The commitments of a programme with their outcomes, in the order of the list.
pub fn pairs<'a>(
    programme: &'a Programme,
    evaluation: &'a Evaluation,
) -> impl Iterator<Item = (&'a Commitment, &'a Outcome)> {
    let projects = programme.projects.iter().zip(&evaluation.projects);
    projects.flat_map(|(project, outcomes)| project.commitments.iter().zip(&outcomes.commitments))
}

impl Case<'_> {
    fn say(&self, zh: &str, en: &str, gaps: &[&str]) -> String {
        fill(pick(self.locale, zh, en), gaps)
    }

    fn status(&self) -> String {
        let word = status(self.outcome.status, self.outcome.reason, self.locale);
        let word = if self.locale == Locale::En { capitalised(word) } else { word.to_owned() };
        let mut parts = vec![self.comparison()];
        parts.extend(self.rule());
        parts.retain(|part| !part.is_empty());
        let parts = join(&parts, pick(self.locale, "；", "; "));
        if parts.is_empty() {
            return self.say("{}。", "{}.", &[&word]);
        }
        self.say("{}：{}。", "{}: {}.", &[&word, &parts])
    }

    /// What was reached against what was promised.
    fn comparison(&self) -> String {
        let reached = reached(self.commitment, self.outcome, self.locale);
        let promised = self.outcome.target.as_ref().map(|promise| target(promise, self.locale));
        match (promised, reached, rate(self.commitment, self.outcome, self.locale)) {
            (Some(promised), Some(reached), Some(rate)) => {
                match self.outcome.target.as_ref().and_then(|t| t.baseline) {
                    Some(baseline) => {
                        let unit = self.outcome.target.as_ref().map(|target| target.unit.clone()).unwrap_or_default();
                        let from = amount(baseline.value, &unit, self.locale);
                        let gaps = [from.as_str(), &promised, &reached, &rate];
                        self.say("从{}到{}，公布{}，完成率{}", "from {} to {}, {} was reported: {} of the way", &gaps)
                    }
                    None if self.locale == Locale::En => {
                        let bare = reached_of_target(self.commitment, self.outcome, self.locale);
                        let [reached, promised] = bare.unwrap_or([reached, promised]);
                        fill("{} of {} is {}", &[&reached, &promised, &rate])
                    }
                    None => fill("目标{}，公布{}，完成率{}", &[&promised, &reached, &rate]),
                }
            }
            (Some(promised), Some(reached), None) => {
                self.say("目标{}，公布{}", "promised {}, reported {}", &[&promised, &reached])
            }
            (Some(promised), None, _) => self.say("目标{}", "promised {}", &[&promised]),
            (None, Some(reached), _) => self.say("公布{}", "reported {}", &[&reached]),
            (None, None, _) => String::new(),
        }
    }

    /// The rule that decided, where the comparison does not say it.
    fn rule(&self) -> Vec<String> {
        let due = date(self.commitment.due, self.locale);
        let (zh, en) = match (self.outcome.status, self.outcome.reason) {
            (Status::Unreported, Some(Reason::NotDueYet)) => ("{}到期", "due on {}"),
            (Status::Unreported, Some(Reason::NoFinalReport)) => {
                ("{}到期，此后没有公布结果", "it was due on {}, and nothing later was published")
            }
            (Status::Unreported, _) => (
                "{}到期，没有公布结果",
                if self.as_of > self.commitment.due {
                    "it was due on {}, and no result was published"
                } else {
                    "due on {}; what was published names no figure"
                },
            ),
            (Status::NoTarget, Some(Reason::TargetNotYetPublic)) => {
                ("当时目标尚未公布，不计入任何比例", "the target was not public yet, so it is in no rate")
            }
            (Status::NoTarget, _) => ("不知道原定目标，不计入任何比例", "the target is not known, so it is in no rate"),
            (Status::NotMeasurable, _) => ("这项承诺没有可衡量的标准", "nothing in this promise can be measured"),
            (Status::Withdrawn, _) => return self.withdrawal(),
            (Status::Undecided, _) => return vec![self.possible()],
            (_, Some(Reason::NotAccepted)) => ("已完工，尚未通过验收", "finished, but not accepted"),
            (Status::Missed, Some(Reason::CeilingBroken)) => ("超出上限", "the ceiling is broken"),
            (Status::MetLate, _) => ("到期日{}之后才达到", "reached only after it was due on {}"),
            (Status::Met | Status::Exceeded, _) => return self.tolerance_of_about(),
            (Status::Missed, _) => ("{}到期，没有达到", "it was due on {} and not reached"),
            _ => return self.schedule(),
        };
        vec![self.say(zh, en, &[&due])]
    }

    fn withdrawal(&self) -> Vec<String> {
        let known = |change: &&crate::programme::Change| {
            change.kind == ChangeKind::Withdrawn && change.published_on.max(change.date) <= self.as_of
        };
        let Some(change) = self.commitment.changes.iter().find(known) else {
            return Vec::new();
        };
        let day = date(change.date, self.locale);
        let mut words = vec![self.say("{}撤销", "taken back on {}", &[&day])];
        words.extend(change.reason.clone());
        words
    }

    fn possible(&self) -> String {
        let words: Vec<&str> =
            self.outcome.possible.iter().map(|&possible| status(possible, None, self.locale)).collect();
        let list = join(&words, pick(self.locale, "、", ", "));
        self.say("公布的数字不确定，可能是：{}", "the published figure leaves open: {}", &[&list])
    }

    /// Why 95 of "about 100" is met.
    fn tolerance_of_about(&self) -> Vec<String> {
        match self.outcome.target.as_ref().map(|target| target.goal) {
            Some(Goal::About { tolerance, .. }) => {
                let tolerance = tolerance.value().to_string();
                vec![self.say("“约”按±{}%计", "“about” is taken as ±{}%", &[&tolerance])]
            }
            _ => Vec::new(),
        }
    }

    /// What the calendar expected, and how far from it the rate is.
    fn schedule(&self) -> Vec<String> {
        let Some(point) = self.outcome.schedule else {
            return Vec::new();
        };
        let gaps = [basis(point.basis, self.locale), &percent(&point.share, self.locale)];
        let mut words = self.say("{}时间已过{}", "{} {} of the time had passed", &gaps);
        let whole = self.outcome.reason == Some(Reason::WholeUnits);
        let Some((expected, margin)) = self.outcome.expected.zip(self.outcome.margin) else {
            return vec![words];
        };
        if self.outcome.is_level && self.outcome.target.as_ref().is_none_or(|target| target.baseline.is_none()) {
            words += pick(self.locale, "，到期时才判定", "; a level is judged when it is due");
            return vec![words];
        }
        let unit = self.outcome.target.as_ref().map(reported_unit).unwrap_or_default();
        let expected = with_unit(&plain(&expected, self.locale), &unit, self.locale);
        let en = if expected.starts_with("1\u{a0}") { ", so {} was expected" } else { ", so {} were expected" };
        words += &self.say("，应达{}", en, &[&expected]);
        let tolerance = self.programme.schedule.tolerance.value().to_string();
        let distance = match margin.as_exact() {
            _ if whole => pick(self.locale, "按整数计已达到", "that whole amount was reached").to_owned(),
            Some(margin) => self.distance(&margin, &tolerance),
            None => String::new(),
        };
        vec![words, distance]
    }

    fn distance(&self, margin: &Ratio, tolerance: &str) -> String {
        let gaps = [points(margin, self.locale), tolerance.to_owned()];
        let gaps = gaps.each_ref().map(String::as_str);
        let within = self.outcome.status == Status::OnSchedule;
        let (zh, en) = match (*margin < Ratio::ZERO, within) {
            (false, true) => {
                ("快{}个百分点，在{}个百分点以内", "{} points more than that, within the {} that count as on schedule")
            }
            (true, true) => {
                ("慢{}个百分点，在{}个百分点以内", "{} points less than that, within the {} that count as on schedule")
            }
            (false, false) => {
                ("快{}个百分点，超过{}个", "{} points more than that, beyond the {} that count as on schedule")
            }
            (true, false) => {
                ("慢{}个百分点，超过{}个", "{} points less than that, beyond the {} that count as on schedule")
            }
        };
        self.say(zh, en, &gaps)
    }

    /// When the figure is from, and how old it is.
    fn report_date(&self) -> String {
        let Some(used) = self.outcome.report else {
            return String::new();
        };
        let day = date(used.date, self.locale);
        let age = count(used.age_days.unsigned_abs() as usize);
        match used.age_days {
            ..=0 => self.say("结果日期{}。", "As of {}.", &[&day]),
            1 => self.say("结果日期{}，距看板日期1天。", "As of {}, a day before this board.", &[&day]),
            _ => self.say("结果日期{}，距看板日期{}天。", "As of {}, {} days before this board.", &[&day, &age]),
        }
    }

    fn stock(&self) -> String {
        stock(self.commitment, self.outcome, self.locale).map_or_else(String::new, |words| {
            self.say("存量或历年累计{}，不计入。", "A stock or running total of {} is not counted.", &[&words])
        })
    }

    /// What a published rate comes to. That one has too many digits to be checked, its record says.
    fn published_rate(&self) -> String {
        let rate = published(self.commitment, self.outcome).ok().flatten();
        rate.map(|rate| rate.explain(self.locale)).unwrap_or_default()
    }

    fn inferred(&self) -> Vec<String> {
        let mut words = Vec::new();
        if let Some(from) = self.outcome.target.as_ref().and_then(|target| target.inferred_from.as_deref()) {
            words.push(self.say("目标为推算：{}", "The target is inferred: {}", &[from]));
        }
        if let Some(why) = report(self.commitment, self.outcome).and_then(|report| report.match_inferred.as_deref()) {
            words.push(self.say("对应关系为推定：{}", "The match is inferred: {}", &[why]));
        }
        words
    }
}

fn capitalised(word: &str) -> String {
    let mut word = word.to_owned();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{change, commitment, day, programme};

    fn said(commitment: Commitment, as_of: &str) -> [String; 2] {
        let list = programme(vec![commitment]);
        let evaluation = crate::evaluate::evaluate(&list, &crate::evaluate::Options::as_of(day(as_of))).unwrap();
        let (commitment, outcome) = pairs(&list, &evaluation).next().unwrap();
        [Locale::ZhCn, Locale::En]
            .map(|locale| explain(&list, &evaluation, commitment, outcome, locale).replace('\u{a0}', " "))
    }

    #[test]
    fn each_status_is_explained() {
        for (promise, reports, as_of, zh, en) in [
            (
                ">=39 whole",
                "2025-06-30 21",
                "2025-07-10",
                "按序时推进：目标39部，公布21部，完成率53.85%；按天数时间已过49.59%，应达19部；快4.26个百分点，在5个百分点以内。\
                 结果日期2025年6月30日，距看板日期10天。",
                "On schedule: 21 of 39 units is 53.85%; by days 49.59% of the time had passed, so 19 units were \
                 expected; 4.26 points more than that, within the 5 that count as on schedule. As of 30 Jun 2025, 10 days \
                 before this board.",
            ),
            (
                ">=39 whole",
                "2025-12-31 51",
                "2025-12-31",
                "超额完成：目标39部，公布51部，完成率130.77%。结果日期2025年12月31日。",
                "Exceeded: 51 of 39 units is 130.77%. As of 31 Dec 2025.",
            ),
            (
                ">=39 whole",
                "",
                "2025-01-06",
                "尚未到公布时间：目标39部；2025年12月31日到期。",
                "No figure due yet: promised 39 units; due on 31 Dec 2025.",
            ),
            (
                ">=39 whole",
                "2024-12-31 23 stock",
                "2026-01-01",
                "未公布：目标39部；2025年12月31日到期，没有公布结果。存量或历年累计23部，不计入。",
                "Not published: promised 39 units; it was due on 31 Dec 2025, and no result was published. A stock or running \
                 total of 23 units is not counted.",
            ),
            (
                ">=39 whole",
                "2025-06-30 21",
                "2026-01-01",
                "未公布：目标39部，公布21部，完成率53.85%；2025年12月31日到期，此后没有公布结果。结果日期2025年6月30日，距看板日期185天。",
                "Not published: 21 of 39 units is 53.85%; it was due on 31 Dec 2025, and nothing later was published. \
                 As of 30 Jun 2025, 185 days before this board.",
            ),
            (
                ">=400 whole",
                "2025-12-31 ~400",
                "2025-12-31",
                "无法判定：目标400部，公布约400部，完成率约100%（90–110%）；公布的数字不确定，可能是：超额完成、完成、未完成。\
                 结果日期2025年12月31日。",
                "Undecided: about 400 of 400 units is about 100% (90–110%); the published figure leaves open: exceeded, \
                 met, missed. As of 31 Dec 2025.",
            ),
            (
                "",
                "2025-12-31 7000",
                "2025-12-31",
                "目标未知：公布7000；不知道原定目标，不计入任何比例。结果日期2025年12月31日。",
                "Target unknown: reported 7,000; the target is not known, so it is in no rate. As of 31 Dec 2025.",
            ),
            (
                ">=4 whole",
                "2025-06-30 1",
                "2025-06-30",
                "按序时推进：目标4部，公布1部，完成率25%；按天数时间已过49.59%，应达1部；按整数计已达到。结果日期2025年6月30日。",
                "On schedule: 1 unit of 4 units is 25%; by days 49.59% of the time had passed, so 1 unit was expected; that \
                 whole amount was reached. As of 30 Jun 2025.",
            ),
            (
                "<=20 from 40",
                "2025-06-30 35",
                "2025-06-30",
                "慢于序时进度：从40公里到不超过20公里，公布35公里，完成率25%；按天数时间已过49.59%，应达30.08公里；慢24.59个百分点，\
                 超过5个。结果日期2025年6月30日。",
                "Behind: from 40 km to ≤20 km, 35 km was reported: 25% of the way; by days 49.59% of the time had passed, so \
                 30.08 km were expected; 24.59 points less than that, beyond the 5 that count as on schedule. As of 30 Jun \
                 2025.",
            ),
            (
                "done",
                "2025-12-31 done declined",
                "2025-12-31",
                "未完成：目标办成，公布已办成；已完工，尚未通过验收。结果日期2025年12月31日。",
                "Missed: promised to be done, reported done; finished, but not accepted. As of 31 Dec 2025.",
            ),
        ] {
            assert_eq!(said(commitment(promise, reports), as_of), [zh, en], "{promise} | {reports}");
        }
        let withdrawn =
            Commitment { changes: vec![change("2025-05-01", "2025-05-01", None)], ..commitment(">=39 whole", "") };
        assert_eq!(
            said(withdrawn, "2025-06-01"),
            ["已撤销：目标39部；2025年5月1日撤销。", "Withdrawn: promised 39 units; taken back on 1 May 2025."]
        );
    }
}
