//! The words of the pictures, in both languages, and what they make of counts.

use super::figures::{date, percents};
use pledgeboard::evaluate::{Reason, Rollup};
use pledgeboard::{Evaluation, Locale, Programme, Status};

/// The Chinese or the English words.
pub(crate) fn pick<'w>(locale: Locale, zh: &'w str, en: &'w str) -> &'w str {
    if locale == Locale::En { en } else { zh }
}

/// Fills the gaps `{}` of a sentence one by one.
pub(crate) fn fill(pattern: &str, gaps: &[&str]) -> String {
    let mut filled = String::new();
    let mut gaps = gaps.iter();
    for (index, piece) in pattern.split("{}").enumerate() {
        if index > 0 {
            filled.push_str(gaps.next().copied().unwrap_or_default());
        }
        filled.push_str(piece);
    }
    filled
}

/// The word for a status; an unreported promise whose figure is not due yet has its own.
pub(super) fn status(status: Status, not_due: bool, locale: Locale) -> &'static str {
    let (zh, en) = match status {
        Status::Exceeded => ("超额完成", "exceeded"),
        Status::Met => ("完成", "met"),
        Status::MetLate => ("逾期完成", "met late"),
        Status::Ahead => ("超序时进度", "ahead"),
        Status::OnSchedule => ("按序时推进", "on schedule"),
        Status::Behind => ("慢于序时进度", "behind"),
        Status::NotStarted => ("尚未启动", "not started"),
        Status::Missed => ("未完成", "missed"),
        Status::Undecided => ("无法判定", "undecided"),
        Status::Unreported if not_due => ("尚未到公布时间", "no figure due yet"),
        Status::Unreported => ("未公布", "not published"),
        Status::NoTarget => ("目标未知", "target unknown"),
        Status::NotMeasurable => ("无法衡量", "not measurable"),
        Status::Withdrawn => ("已撤销", "withdrawn"),
    };
    pick(locale, zh, en)
}

/// What the headline counts.
pub(crate) struct Tally<'a> {
    programme: &'a Programme,
    evaluation: &'a Evaluation,
    locale: Locale,
    /// Whether every unreported promise is one whose figure is not due yet.
    pub(crate) not_due: bool,
}

impl<'a> Tally<'a> {
    pub(crate) fn new(programme: &'a Programme, evaluation: &'a Evaluation, locale: Locale) -> Self {
        let mut unreported = evaluation.commitments().filter(|o| o.status == Status::Unreported).peekable();
        let not_due = unreported.peek().is_some() && unreported.all(|o| o.reason == Some(Reason::NotDueYet));
        Self { programme, evaluation, locale, not_due }
    }

    pub(crate) fn locale(&self) -> Locale {
        self.locale
    }

    pub(crate) fn rollup(&self) -> &Rollup {
        &self.evaluation.programme
    }

    pub(crate) fn count(&self, status: Status) -> usize {
        self.rollup().count(status)
    }

    /// Whether the period has not ended yet.
    pub(crate) fn is_running(&self) -> bool {
        self.evaluation.as_of <= self.programme.period.end()
    }

    /// All promises: outcomes without a known target are none.
    pub(crate) fn promises(&self) -> usize {
        self.rollup().commitments - self.count(Status::NoTarget)
    }

    /// Promises with a published result.
    pub(crate) fn reported(&self) -> usize {
        self.promises()
            .saturating_sub(self.count(Status::Unreported))
            .saturating_sub(self.count(Status::NotMeasurable))
            .saturating_sub(self.count(Status::Withdrawn))
    }

    /// `73项承诺`, or where the list is not complete `20项已知承诺`.
    pub(crate) fn promised(&self) -> String {
        let n = self.promises().to_string();
        let (zh, en) = match (self.programme.complete, self.promises()) {
            (true, 1) => ("{}项承诺", "{} promise"),
            (true, _) => ("{}项承诺", "{} promises"),
            (false, 1) => ("已知的{}项承诺", "{} known promise"),
            (false, _) => ("已知的{}项承诺", "{} known promises"),
        };
        fill(pick(self.locale, zh, en), &[&n])
    }

    /// The finding: `已知的20项承诺中，11项公布了结果，全部达标；9项没有公布`.
    pub(crate) fn headline(&self) -> String {
        let (all, reported, locale) = (self.promised(), self.reported(), self.locale);
        let silent = self.count(Status::Unreported);
        if self.rollup().commitments == 0 {
            return pick(locale, "清单里还没有承诺", "The list holds no promises yet").to_owned();
        }
        if self.promises() == 0 {
            let n = self.count(Status::NoTarget).to_string();
            return fill(pick(locale, "{}项成果，目标未知", "{} outcomes without a known target"), &[&n]);
        }
        if reported == 0 && silent > 0 {
            let pattern = if self.not_due {
                pick(locale, "{}，尚未到公布结果的时间", "{}; no result is due yet")
            } else {
                pick(locale, "{}，都没有公布结果", "{}, none with a published result")
            };
            return fill(pattern, &[&all]);
        }
        let n = reported.to_string();
        let mut words = if reported == self.promises() {
            fill(pick(locale, "{}都有进展公布：", "All of {} have a published result: "), &[&all])
        } else {
            let pattern = match (locale, reported) {
                (Locale::ZhCn, _) => "{}中，{}项公布了结果，",
                (Locale::En, 1) => "Of {}, {} has a published result: ",
                (Locale::En, _) => "Of {}, {} have a published result: ",
            };
            fill(pattern, &[&all, &n])
        };
        words.push_str(&self.results(reported));
        if silent > 0 {
            let n = silent.to_string();
            let pattern = match (self.not_due, locale) {
                (true, Locale::ZhCn) => "；{}项尚未到公布时间",
                (true, Locale::En) => "; {} not due yet",
                (false, Locale::ZhCn) => "；{}项没有公布",
                (false, Locale::En) => "; {} not published",
            };
            words.push_str(&fill(pattern, &[&n]));
        }
        words
    }

    /// How the reported ones stand: `全部达标`, or the counts.
    fn results(&self, reported: usize) -> String {
        let locale = self.locale;
        let success = self.count(Status::Exceeded) + self.count(Status::Met);
        if success == reported {
            return pick(locale, "全部达标", "all of them met").to_owned();
        }
        let met = (success > 0).then(|| fill(pick(locale, "{}项达标", "{} met"), &[&success.to_string()]));
        let others = [
            Status::MetLate,
            Status::Ahead,
            Status::OnSchedule,
            Status::Behind,
            Status::NotStarted,
            Status::Missed,
            Status::Undecided,
        ]
        .into_iter()
        .filter(|s| self.count(*s) > 0)
        .map(|s| {
            let n = self.count(s).to_string();
            fill(pick(locale, "{}项{}", "{} {}"), &[&n, status(s, false, locale)])
        });
        met.into_iter().chain(others).collect::<Vec<_>>().join(pick(locale, "、", ", "))
    }

    /// The sentence beneath: how large the share met can be, and without the inferred targets.
    pub(crate) fn standfirst(&self) -> String {
        let locale = self.locale;
        let rollup = self.rollup();
        let mut sentences = Vec::new();
        let success = self.count(Status::Exceeded) + self.count(Status::Met);
        // Before the end "0 % met" says nothing but that it is not the end.
        let telling = self.reported() > 0 && (success > 0 || !self.is_running());
        if let Some(share) = rollup.share_met.filter(|_| telling) {
            let n = rollup.with_target.to_string();
            let printed = percents(&share, 0, locale);
            sentences.push(if share.is_exact() {
                fill(pick(locale, "达标比例{}（共{}项）。", "Share met: {} (of {})."), &[&printed, &n])
            } else {
                let unknown = (self.count(Status::Unreported) + self.count(Status::Undecided)).to_string();
                fill(
                    pick(
                        locale,
                        "{}项中达标的占{}，取决于结果未知的{}项。",
                        "Of all {}, the share met is {}, depending on the {} without a known result.",
                    ),
                    &[&n, &printed, &unknown],
                )
            });
            if let Some(apart) = rollup.share_met_not_inferred {
                let rest = rollup.with_target.saturating_sub(rollup.inferred).to_string();
                sentences.push(fill(
                    pick(
                        locale,
                        "目标由公布的结果倒推而来的{}项不算在内，则{}项中占{}。",
                        "Without the {} whose target was worked back from the published result, it is {} of {}.",
                    ),
                    &if locale == Locale::En {
                        [rollup.inferred.to_string(), percents(&apart, 0, locale), rest]
                    } else {
                        [rollup.inferred.to_string(), rest, percents(&apart, 0, locale)]
                    }
                    .each_ref()
                    .map(String::as_str),
                ));
            }
        }
        let outcomes = self.count(Status::NoTarget);
        if outcomes > 0 && self.promises() > 0 {
            let pattern = match (locale, outcomes) {
                (Locale::ZhCn, _) => "另有{}项成果不知道原定目标，不计入任何比例。",
                (Locale::En, 1) => "{} more outcome has no known target and enters no rate.",
                (Locale::En, _) => "{} more outcomes have no known target and enter no rate.",
            };
            sentences.push(fill(pattern, &[&outcomes.to_string()]));
        }
        sentences.join(pick(locale, "", " "))
    }

    /// A project in counts: `2项超额完成，3项未公布；6项成果目标未知`.
    pub(crate) fn summary(&self, rollup: &Rollup) -> String {
        let locale = self.locale;
        let outcomes = rollup.count(Status::NoTarget);
        let promises = rollup.commitments - outcomes;
        let mut words = if promises > 0 && rollup.count(Status::Unreported) == promises && self.not_due {
            fill(pick(locale, "{}项", "{}"), &[&promises.to_string()])
        } else {
            Status::ALL
                .into_iter()
                .filter(|s| *s != Status::NoTarget && rollup.count(*s) > 0)
                .map(|s| {
                    let n = rollup.count(s).to_string();
                    fill(pick(locale, "{}项{}", "{} {}"), &[&n, status(s, self.not_due, locale)])
                })
                .collect::<Vec<_>>()
                .join(pick(locale, "，", ", "))
        };
        if outcomes > 0 {
            if !words.is_empty() {
                words.push_str(pick(locale, "；", "; "));
            }
            let pattern = pick(locale, "{}项成果目标未知", "{} with target unknown");
            words.push_str(&fill(pattern, &[&outcomes.to_string()]));
        }
        words
    }

    /// `2024年钟楼区十项民生实事项目 · 截至2025年1月6日`.
    pub(crate) fn kicker(&self) -> String {
        let day = date(self.evaluation.as_of, self.locale);
        let as_of = fill(pick(self.locale, "截至{}", "as of {}"), &[&day]);
        [self.programme.title.as_str(), &as_of].join(" · ")
    }
}
