//! What a board finds, as a newspaper would write it: the headline, the sentence beneath, a project in short.

use crate::evaluate::{Evaluation, Outcome, Reason, Rollup, Status};
use crate::programme::Programme;
use crate::words::{count, date, fill, join, percents, pick, status};
use crate::{Interval, Locale, Ratio};

/// The counts of an evaluation, ready to be said.
///
/// ```
/// use pledgeboard::{Locale, evaluate, read, sentence::Tally};
/// let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "complete": false,
///     "period": { "start": "2025-01-01", "end": "2025-12-31" },
///     "projects": [{ "id": "p", "title": "P", "commitments": [{ "id": "c", "title": "Lifts",
///         "target": { "value": "39", "unit": "部", "published_on": "2025-01-06" },
///         "reports": [{ "date": "2025-12-31", "value": "51", "published_on": "2026-01-06" }] }] }] }"#;
/// let programme = read::read(text).programme.unwrap();
/// let evaluation = evaluate::evaluate(&programme, &evaluate::Options::default())?;
/// let tally = Tally::new(&programme, &evaluation, Locale::En);
/// assert_eq!(tally.headline(), "The 1 known promise has a published result and is met");
/// assert_eq!(tally.standfirst(), "Share met: 100% (of 1).");
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Tally<'a> {
    programme: &'a Programme,
    evaluation: &'a Evaluation,
    locale: Locale,
    not_due: bool,
}

/// Some statuses that a headline counts together, in its words: Chinese, and English after "are".
type Together = (&'static [Status], &'static str, &'static str);

/// What went well.
const WELL: &[Together] = &[
    (&[Status::Exceeded, Status::Met, Status::MetLate], "已达标", "met"),
    (&[Status::Ahead, Status::OnSchedule], "进展正常", "on course"),
];
/// What did not, or is not known.
const ILL: &[Together] = &[
    (&[Status::Behind], "进度滞后", "behind"),
    (&[Status::NotStarted], "尚未启动", "not started"),
    (&[Status::Missed], "未完成", "missed"),
    (&[Status::Undecided], "无法判定", "undecided"),
];
/// The same where some are behind and some have not been started: a headline is no inventory.
const SLOW: &[Together] = &[
    (&[Status::Behind, Status::NotStarted], "滞后或未启动", "behind or not started"),
    (&[Status::Missed], "未完成", "missed"),
    (&[Status::Undecided], "无法判定", "undecided"),
];

impl<'a> Tally<'a> {
    /// The counts of an evaluation of this programme.
    pub fn new(programme: &'a Programme, evaluation: &'a Evaluation, locale: Locale) -> Self {
        let silent = |outcome: &&Outcome| outcome.status == Status::Unreported;
        let mut unreported = evaluation.commitments().filter(silent).peekable();
        let not_due = unreported.peek().is_some() && unreported.all(|o| o.reason == Some(Reason::NotDueYet));
        Self { programme, evaluation, locale, not_due }
    }

    /// The language of its words.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The statistics over all commitments.
    pub fn rollup(&self) -> &'a Rollup {
        &self.evaluation.programme
    }

    /// How many commitments have that status.
    pub fn count(&self, status: Status) -> usize {
        self.rollup().count(status)
    }

    /// Whether every unreported promise is one whose figure is not due yet.
    pub fn is_not_due(&self) -> bool {
        self.not_due
    }

    /// The word for a status that is counted here.
    pub fn word(&self, of: Status) -> &'static str {
        status(of, self.not_due.then_some(Reason::NotDueYet), self.locale)
    }

    /// Whether the period has not ended yet.
    pub fn is_running(&self) -> bool {
        self.evaluation.as_of <= self.programme.period.end()
    }

    /// All promises: outcomes without a known target are none.
    pub fn promises(&self) -> usize {
        self.rollup().commitments - self.count(Status::NoTarget)
    }

    /// Promises with a published result.
    pub fn reported(&self) -> usize {
        let without = [Status::Unreported, Status::NotMeasurable, Status::Withdrawn];
        self.promises().saturating_sub(without.into_iter().map(|status| self.count(status)).sum())
    }

    /// Promises that were kept in time.
    pub fn met(&self) -> usize {
        self.count(Status::Exceeded) + self.count(Status::Met)
    }

    /// Promises of which nobody can say yet whether they are kept: what the share met depends on.
    fn unknown(&self) -> usize {
        self.evaluation.commitments().filter(|outcome| outcome.counts() && !outcome.met.is_exact()).count()
    }

    /// Chinese or English words with the numbers in their gaps.
    fn say(&self, zh: &str, en: &str, gaps: &[usize]) -> String {
        let printed: Vec<String> = gaps.iter().copied().map(count).collect();
        let gaps: Vec<&str> = printed.iter().map(String::as_str).collect();
        fill(pick(self.locale, zh, en), &gaps)
    }

    /// `73项承诺`, or where the list is not complete `已知的20项承诺`.
    pub fn promised(&self) -> String {
        let n = self.promises();
        match (self.programme.complete, n) {
            (true, 1) => self.say("{}项承诺", "{} promise", &[n]),
            (true, _) => self.say("{}项承诺", "{} promises", &[n]),
            (false, 1) => self.say("已知的{}项承诺", "{} known promise", &[n]),
            (false, _) => self.say("已知的{}项承诺", "{} known promises", &[n]),
        }
    }

    /// The finding: `已知的20项承诺中，11项公布了结果，全部达标；9项没有公布`.
    pub fn headline(&self) -> String {
        let (all, reported, silent) = (self.promised(), self.reported(), self.count(Status::Unreported));
        let with_all = |zh, en| fill(pick(self.locale, zh, en), &[&all]);
        if self.rollup().commitments == 0 {
            return with_all("清单里还没有承诺", "The list holds no promises yet");
        }
        if self.promises() == 0 {
            let unheard = |outcome: &Outcome| outcome.reason == Some(Reason::TargetNotYetPublic);
            if self.evaluation.commitments().all(unheard) {
                return with_all("这一天清单还没有公布", "On this day the list had not been published yet");
            }
            let outcomes = self.count(Status::NoTarget);
            let en =
                if outcomes == 1 { "{} outcome without a known target" } else { "{} outcomes without a known target" };
            return self.say("{}项成果，目标未知", en, &[outcomes]);
        }
        if reported == 0 {
            return match silent {
                0 => all,
                _ if self.not_due => with_all("{}，尚未到公布结果的时间", "{}; no result is due yet"),
                _ => with_all("{}，都没有公布结果", "{}, none with a published result"),
            };
        }
        let mut clauses = Vec::new();
        if self.met() == reported {
            clauses.push(self.all_met(&all));
        } else {
            let lead = with_all("{}中，", "Of {}, ");
            let slow = self.count(Status::Behind) > 0 && self.count(Status::NotStarted) > 0;
            clauses.extend([self.together(WELL), self.together(if slow { SLOW } else { ILL })]);
            clauses.retain(|clause| !clause.is_empty());
            if let Some(first) = clauses.first_mut() {
                first.insert_str(0, &lead);
            }
        }
        if silent > 0 {
            let en = match (self.not_due, self.met() == reported, silent) {
                (true, _, 1) => "{} is not due yet",
                (true, _, _) => "{} are not due yet",
                // "11 have a published result, all of them met; 9 have none"
                (false, true, 1) => "{} has none",
                (false, true, _) => "{} have none",
                (false, false, 1) => "{} has no published result",
                (false, false, _) => "{} have no published result",
            };
            let zh = if self.not_due { "{}项尚未到公布时间" } else { "{}项没有公布" };
            clauses.push(self.say(zh, en, &[silent]));
        }
        join(&clauses, pick(self.locale, "；", "; "))
    }

    /// All that was published is good.
    fn all_met(&self, all: &str) -> String {
        let reported = self.reported();
        let n = count(reported);
        let (zh, en) = match (reported == self.promises(), reported) {
            (true, 1) => ("{}已公布结果，达标", "The {} has a published result and is met"),
            (true, _) => ("{}都公布了结果，全部达标", "All {} have a published result, and all are met"),
            (false, 1) => ("{}中，{}项公布了结果，达标", "Of {}, {} has a published result and is met"),
            (false, _) => ("{}中，{}项公布了结果，全部达标", "Of {}, {} have a published result, all of them met"),
        };
        fill(pick(self.locale, zh, en), &[all, &n])
    }

    /// `5项已达标（其中1项逾期）、10项进展正常`, `5 are met (1 late) and 10 on course`; what does not occur is left out.
    fn together(&self, groups: &[Together]) -> String {
        let mut parts = Vec::new();
        for (statuses, zh, en) in groups {
            let n = statuses.iter().map(|status| self.count(*status)).sum();
            if n == 0 {
                continue;
            }
            // In English the verb stands once.
            let verb = match (parts.is_empty(), n) {
                (false, _) => "",
                (true, 1) => " is",
                (true, _) => " are",
            };
            let printed = count(n);
            let mut part = match self.locale {
                Locale::ZhCn => fill("{}项{}", &[&printed, zh]),
                Locale::En => fill("{}{} {}", &[&printed, verb, en]),
            };
            let late = self.count(Status::MetLate);
            if late > 0 && statuses.contains(&Status::MetLate) {
                part += &self.say("（其中{}项逾期）", " ({} late)", &[late]);
            }
            parts.push(part);
        }
        let last = parts.pop().unwrap_or_default();
        if parts.is_empty() {
            return last;
        }
        [&join(&parts, pick(self.locale, "、", ", ")), pick(self.locale, "、", " and "), &last].concat()
    }

    /// The sentence beneath: how large the share met can be, and without the inferred targets.
    pub fn standfirst(&self) -> String {
        let mut sentences = Vec::new();
        // Before the end "0 % met" says nothing but that it is not the end.
        let telling = self.reported() > 0 && (self.met() > 0 || !self.is_running());
        if let Some(share) = self.rollup().share_met.filter(|_| telling) {
            sentences.push(self.share_met(&share));
            sentences.extend(self.rollup().share_met_not_inferred.map(|share| self.share_apart(&share)));
        }
        let apart: Vec<String> = [Status::NotMeasurable, Status::Withdrawn]
            .into_iter()
            .filter(|status| self.count(*status) > 0)
            .map(|status| {
                let n = count(self.count(status));
                fill(pick(self.locale, "{}项{}", "{} {}"), &[&n, self.word(status)])
            })
            .collect();
        if !apart.is_empty() {
            let list = join(&apart, pick(self.locale, "，", ", "));
            sentences.push(fill(pick(self.locale, "另有{}。", "Beside these: {}."), &[&list]));
        }
        let outcomes = self.count(Status::NoTarget);
        if outcomes > 0 && self.promises() > 0 {
            let en = match outcomes {
                1 => "{} more outcome has no known target and enters no rate.",
                _ => "{} more outcomes have no known target and enter no rate.",
            };
            sentences.push(self.say("另有{}项成果不知道原定目标，不计入任何比例。", en, &[outcomes]));
        }
        join(&sentences, pick(self.locale, "", " "))
    }

    fn share_met(&self, share: &Interval<Ratio>) -> String {
        let n = count(self.rollup().with_target);
        let printed = percents(share, 0, self.locale);
        if share.is_exact() {
            let words = pick(self.locale, "达标比例{}（共{}项）。", "Share met: {} (of {}).");
            return fill(words, &[&printed, &n]);
        }
        let unknown = count(self.unknown());
        let words = pick(
            self.locale,
            "{}项中达标的占{}，取决于结果未知的{}项。",
            "Of all {}, the share met is {}, depending on the {} without a known result.",
        );
        fill(words, &[&n, &printed, &unknown])
    }

    /// Without the targets that were inferred, some of them from the published success itself.
    fn share_apart(&self, share: &Interval<Ratio>) -> String {
        let rollup = self.rollup();
        let inferred = count(rollup.inferred);
        let rest = count(rollup.with_target.saturating_sub(rollup.inferred));
        let printed = percents(share, 0, self.locale);
        match self.locale {
            Locale::ZhCn => {
                fill("目标由公布的结果倒推而来的{}项不算在内，则{}项中占{}。", &[&inferred, &rest, &printed])
            }
            Locale::En => fill(
                "Without the {} whose target was worked back from the published result, it is {} of {}.",
                &[&inferred, &printed, &rest],
            ),
        }
    }

    /// A project in counts: `2项超额完成，3项未公布；6项成果目标未知`.
    pub fn summary(&self, rollup: &Rollup) -> String {
        let outcomes = rollup.count(Status::NoTarget);
        let promises = rollup.commitments - outcomes;
        let mut words = String::new();
        if promises > 0 && rollup.count(Status::Unreported) == promises && self.not_due {
            words = self.say("{}项", if promises == 1 { "{} promise" } else { "{} promises" }, &[promises]);
        } else {
            for status in Status::ALL {
                let n = rollup.count(status);
                if n > 0 && status != Status::NoTarget {
                    let stop = if words.is_empty() { "" } else { pick(self.locale, "，", ", ") };
                    words += stop;
                    words += &fill(pick(self.locale, "{}项{}", "{} {}"), &[&count(n), self.word(status)]);
                }
            }
        }
        if outcomes > 0 {
            let stop = if words.is_empty() { "" } else { pick(self.locale, "；", "; ") };
            words += stop;
            words += &self.say("{}项成果目标未知", "{} with target unknown", &[outcomes]);
        }
        words
    }

    /// `2024年钟楼区十项民生实事项目 · 截至2025年1月6日`.
    pub fn kicker(&self) -> String {
        let day = date(self.evaluation.as_of, self.locale);
        let as_of = fill(pick(self.locale, "截至{}", "as of {}"), &[&day]);
        [self.programme.title.as_str(), " · ", &as_of].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{commitment, day, programme};

    /// Situations as promises with their reports, and what the board says of them.
    #[test]
    fn situations_have_their_headlines() {
        let met = (">=39 whole", "2025-12-31 39");
        let exceeded = (">=39 whole", "2025-12-31 51");
        let silent = (">=39 whole", "");
        let missed = (">=39 whole", "2025-12-31 20");
        let late = (">=39 whole", "2025-12-31 20; 2026-02-01 40");
        let ahead = (">=100", "2025-06-30 80");
        let on_schedule = (">=100", "2025-06-30 50");
        let behind = (">=100", "2025-06-30 10");
        let idle = (">=100", "2025-06-30 0");
        let unsure = (">=400 whole", "2025-12-31 ~400");
        let (summer, winter, spring) = ("2025-07-10", "2026-01-05", "2026-03-01");
        for (promises, as_of, zh, en) in [
            (vec![], summer, "清单里还没有承诺", "The list holds no promises yet"),
            (vec![silent; 3], summer, "3项承诺，尚未到公布结果的时间", "3 promises; no result is due yet"),
            (vec![silent; 2], winter, "2项承诺，都没有公布结果", "2 promises, none with a published result"),
            (vec![("", "2025-12-31 7")], winter, "1项成果，目标未知", "1 outcome without a known target"),
            (
                vec![met, exceeded, silent],
                winter,
                "3项承诺中，2项公布了结果，全部达标；1项没有公布",
                "Of 3 promises, 2 have a published result, all of them met; 1 has none",
            ),
            (
                vec![met, exceeded],
                winter,
                "2项承诺都公布了结果，全部达标",
                "All 2 promises have a published result, and all are met",
            ),
            (
                vec![met, exceeded, late, missed, missed, unsure, silent, silent],
                spring,
                "8项承诺中，3项已达标（其中1项逾期）；2项未完成、1项无法判定；2项没有公布",
                "Of 8 promises, 3 are met (1 late); 2 are missed and 1 undecided; 2 have no published result",
            ),
            (
                vec![ahead, on_schedule, on_schedule, behind, behind, idle, silent],
                summer,
                "7项承诺中，3项进展正常；3项滞后或未启动；1项尚未到公布时间",
                "Of 7 promises, 3 are on course; 3 are behind or not started; 1 is not due yet",
            ),
            (vec![missed], winter, "1项承诺中，1项未完成", "Of 1 promise, 1 is missed"),
            (
                vec![ahead, behind, ("<=5", "2025-06-30 6"), unsure],
                summer,
                "4项承诺中，1项进展正常；1项进度滞后、1项未完成；1项尚未到公布时间",
                "Of 4 promises, 1 is on course; 1 is behind and 1 missed; 1 is not due yet",
            ),
        ] {
            let commitments = promises.iter().map(|(promise, reports)| commitment(promise, reports)).collect();
            let list = programme(commitments);
            let evaluation = crate::evaluate::evaluate(&list, &crate::evaluate::Options::as_of(day(as_of))).unwrap();
            let said = [Locale::ZhCn, Locale::En].map(|locale| Tally::new(&list, &evaluation, locale).headline());
            assert_eq!(said, [zh, en], "{promises:?} as of {as_of}");
        }
    }
}
