//! What a result rests on: its inputs, the rule that was applied and where that rule comes from, short enough for a tooltip.
//!
//! [`explain`](mod@crate::explain) tells the same as one text; here it stands apart, so that a page can lay it out and a reader can
//! look the rule up. [`statistics`](crate::statistics) explains the rules at length.

use crate::claim::{Check, Claim, Verdict};
use crate::evaluate::{Outcome, Rollup};
use crate::programme::{Basis, Commitment, Goal, Programme};
use crate::words::{
    basis, count, date, fill, percent, percents, pick, plain, rate, reached, report, reported_unit, target, with_unit,
};
use crate::{Locale, Status};

/// What a result rests on.
///
/// ```
/// use pledgeboard::{Locale, evaluate, explain::pairs, grounds, read};
/// let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A",
///     "period": { "start": "2025-01-01", "end": "2025-12-31" },
///     "projects": [{ "id": "p", "title": "P", "commitments": [{ "id": "c", "title": "C",
///         "target": { "value": "39", "unit": "部", "published_on": "2025-01-06" },
///         "reports": [{ "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] }] }] }"#;
/// let programme = read::read(text).programme.unwrap();
/// let evaluation = evaluate::evaluate(&programme, &evaluate::Options::default())?;
/// let (commitment, outcome) = pairs(&programme, &evaluation).next().unwrap();
/// let grounds = grounds::of(&programme, commitment, outcome, Locale::En);
/// assert_eq!(grounds.inputs[0].replace('\u{a0}', " "), "target 39 units, public since 6 Jan 2025");
/// assert!(grounds.rule.starts_with("Before it is due"));
/// # Ok::<(), pledgeboard::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Grounds {
    /// The figures that went in, each with its name.
    pub inputs: Vec<String>,
    /// The rule that was applied, in one sentence.
    pub rule: &'static str,
    /// Where the rule comes from.
    pub source: &'static str,
}

/// What the status of a commitment rests on.
///
/// ```
/// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
/// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
/// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
/// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }] },
/// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
/// # let programme = pledgeboard::read(text).programme.unwrap();
/// # let evaluation = pledgeboard::evaluate::evaluate(&programme, &pledgeboard::evaluate::Options::default())?;
/// use pledgeboard::{Locale, explain::pairs, grounds};
/// let (commitment, outcome) = pairs(&programme, &evaluation).next().unwrap();
/// assert_eq!(grounds::of(&programme, commitment, outcome, Locale::ZhCn).inputs[2], "完成率53.85%");
/// # Ok::<(), pledgeboard::Error>(())
/// ```
pub fn of(programme: &Programme, commitment: &Commitment, outcome: &Outcome, locale: Locale) -> Grounds {
    let say = |zh: &str, en: &str, gaps: &[&str]| fill(pick(locale, zh, en), gaps);
    let mut inputs = Vec::new();
    if let Some(promise) = &outcome.target {
        let (words, day) = (target(promise, locale), date(promise.published_on, locale));
        inputs.push(say("目标{}，{}起公开", "target {}, public since {}", &[&words, &day]));
    }
    if let Some(words) = reached(commitment, outcome, locale) {
        let days =
            report(commitment, outcome).map(|report| [report.date, report.published_on].map(|day| date(day, locale)));
        let [about, published] = days.unwrap_or_default();
        inputs.push(say("截至{}{}，{}公布", "{}: {}, published on {}", &[&about, &words, &published]));
    }
    if let Some(rate) = rate(commitment, outcome, locale) {
        inputs.push(say("完成率{}", "rate {}", &[&rate]));
    }
    if let Some(point) = outcome.schedule {
        let gaps = [basis(point.basis, locale), &percent(&point.share, locale)];
        inputs.push(say("序时进度（{}）{}", "schedule {}: {}", &gaps));
    }
    if let (Some(expected), Some(promise)) = (&outcome.expected, &outcome.target) {
        let expected = with_unit(&plain(expected, locale), &reported_unit(promise), locale);
        inputs.push(say("应达{}", "expected {}", &[&expected]));
    }
    inputs.push(say("{}到期", "due on {}", &[&date(commitment.due, locale)]));
    if outcome.margin.is_some() && is_scheduled(outcome.status) {
        let tolerance = programme.schedule.tolerance.value().to_string();
        inputs.push(say("容差{}个百分点", "tolerance {} points", &[&tolerance]));
    }
    let (rule, source) = rule(outcome, locale);
    Grounds { inputs, rule, source }
}

fn is_scheduled(status: Status) -> bool {
    matches!(status, Status::Ahead | Status::OnSchedule | Status::Behind | Status::NotStarted)
}

fn rule(outcome: &Outcome, locale: Locale) -> (&'static str, &'static str) {
    let (zh, en) = match outcome.status {
        Status::Withdrawn => (
            "承诺已撤销，不计入；对照原清单另算。",
            "It was taken back: left out, and counted against the original list apart.",
        ),
        Status::NotMeasurable => {
            ("编者注明无法衡量，计为未知。", "Its editor says that nobody can measure it: unknown.")
        }
        Status::NoTarget => {
            ("目标未知或尚未公开，不计入任何比例。", "Its target is not known, or was not public yet: in no rate.")
        }
        Status::Unreported => (
            "没有公布的结果就是未知，既不算完成，也不算未完成。",
            "What is not published is unknown: neither kept nor broken.",
        ),
        Status::Undecided => (
            "公布的数字允许多种状态，逐一列出，不作取舍。",
            "The published figure allows several statuses; all are listed, none is chosen.",
        ),
        Status::Exceeded | Status::Met | Status::MetLate | Status::Missed => {
            match outcome.target.as_ref().map(|target| target.goal) {
                Some(Goal::MoreThan(_)) => ("“超过”须大于目标才算完成。", "“More than” is met above the target only."),
                Some(Goal::AtMost(_) | Goal::LessThan(_)) => {
                    ("上限一经突破即为未完成。", "A ceiling is missed as soon as it is broken.")
                }
                Some(Goal::About { .. }) => ("“约”数在容差之内即为完成。", "“About” is met within its tolerance."),
                Some(Goal::Range(_)) => ("达到区间下限即为完成。", "A range is met from its low end on."),
                Some(Goal::All { .. }) => ("全覆盖须达到100%。", "Full coverage takes 100 %."),
                Some(Goal::Done) => (
                    "办成并（如有要求）通过验收才算完成。",
                    "A milestone is met when it is done and, where the document speaks of it, accepted.",
                ),
                _ => (
                    "达到目标即为完成，超过即为超额；看数量，不看四舍五入后的完成率。",
                    "It is met from the target on and exceeded above it, by the amounts and never by a rounded rate.",
                ),
            }
        }
        Status::Ahead | Status::OnSchedule | Status::Behind | Status::NotStarted => {
            match outcome.schedule.map(|point| point.basis) {
                Some(Basis::Months) => (
                    "到期之前：完成率与按月份的序时进度（已满月数÷总月数）相比，容差以内为按序时。",
                    "Before it is due its rate is held against the share of the months that have ended; within the tolerance it is on schedule.",
                ),
                Some(Basis::Plan) => (
                    "到期之前：完成率与该事项自己的计划（各点之间按天线性）相比，容差以内为按序时。",
                    "Before it is due its rate is held against its own plan, linear in days between the points; within the tolerance it is on schedule.",
                ),
                _ => (
                    "到期之前：完成率与按天数的序时进度（已过天数÷总天数，含首尾）相比，容差以内为按序时。",
                    "Before it is due its rate is held against the share of the days that have passed, both ends included; within the tolerance it is on schedule.",
                ),
            }
        }
    };
    let (zh_source, en_source) = match outcome.status {
        Status::Ahead | Status::OnSchedule | Status::Behind | Status::NotStarted => (
            "序时进度：地方政府通行做法（如张家界2018年1—11月以11/12＝91.67%为线）",
            "schedule progress (序时进度), as local governments use it: Zhangjiajie 2018 drew its line for January to November at 11/12 = 91.67 %",
        ),
        Status::Unreported | Status::NotMeasurable | Status::Undecided => (
            "最坏情形界限：C. F. Manski，2003",
            "worst-case bounds: C. F. Manski, Partial Identification of Probability Distributions, 2003",
        ),
        _ => (
            "承诺本身的措辞（不少于、超过、约、不超过……）",
            "the promise's own words (at least, more than, about, at most …)",
        ),
    };
    (pick(locale, zh, en), pick(locale, zh_source, en_source))
}

/// What the share met of a group rests on.
///
/// ```
/// use pledgeboard::{Locale, evaluate::rollup, grounds};
/// let grounds = grounds::of_rollup(&rollup([])?, Locale::En);
/// assert_eq!(grounds.inputs, ["0 commitments, 0 with a target"]);
/// # Ok::<(), pledgeboard::Error>(())
/// ```
pub fn of_rollup(rollup: &Rollup, locale: Locale) -> Grounds {
    let say = |zh: &str, en: &str, gaps: &[&str]| fill(pick(locale, zh, en), gaps);
    let mut inputs = vec![say(
        "{}项，其中{}项有目标",
        "{} commitments, {} with a target",
        &[&count(rollup.commitments), &count(rollup.with_target)],
    )];
    if rollup.with_target > 0 {
        let kept = rollup.count(Status::Exceeded) + rollup.count(Status::Met);
        inputs.push(say("{}项达标", "{} met or exceeded", &[&count(kept)]));
        let unknown = [Status::Unreported, Status::NotMeasurable, Status::Undecided].map(|status| rollup.count(status));
        inputs.push(say("{}项未知", "{} unknown", &[&count(unknown.iter().sum())]));
    }
    if rollup.inferred > 0 {
        inputs.push(say("{}项目标为推算", "{} targets inferred", &[&count(rollup.inferred)]));
    }
    if let Some(share) = &rollup.share_met {
        inputs.push(say("达标比例{}", "share met {}", &[&percents(share, 2, locale)]));
    }
    Grounds {
        inputs,
        rule: pick(
            locale,
            "达标比例＝达标项数÷有目标项数；未知的先全按未达标、再全按达标，得到上下限。",
            "Met and exceeded ÷ all with a target; the unknown is taken as nothing for the low end and as all for the high one.",
        ),
        source: pick(
            locale,
            "最坏情形界限：C. F. Manski，2003；加总到100%：最大余数法（Hamilton，1792）",
            "worst-case bounds: C. F. Manski 2003; shares that add to 100 %: largest remainder, A. Hamilton 1792",
        ),
    }
}

/// What the verdict on a claim rests on.
///
/// ```
/// use pledgeboard::{Locale, claim::Claim, grounds};
/// let claim = Claim::new().reached("1008")?.target("1100")?.published_rate("91.63")?;
/// let grounds = grounds::of_claim(&claim, &claim.check()?, Locale::En);
/// assert_eq!(grounds.inputs, ["reached 1008", "target 1100", "published rate 91.63%"]);
/// # Ok::<(), pledgeboard::Error>(())
/// ```
pub fn of_claim(claim: &Claim, check: &Check, locale: Locale) -> Grounds {
    let names = [("完成{}", "reached {}"), ("目标{}", "target {}"), ("公布的完成率{}", "published rate {}")];
    let inputs = claim.printed().into_iter().zip(names);
    let (zh, en) = match check.verdict {
        Verdict::Uncheckable => (
            "三个数字齐全、目标不为零、且不是由该完成率推算时才能核对。",
            "It takes three figures, a target other than zero, and one that was not inferred from this very rate.",
        ),
        Verdict::Exact => (
            "按印出的位数四舍五入，与公布数相同。",
            "Rounded half away from zero at the printed places it is what was published.",
        ),
        Verdict::Truncated => {
            ("按印出的位数截去尾数，与公布数相同。", "Cut off at the printed places it is what was published.")
        }
        Verdict::Capped => ("公布100%，实际超过目标。", "100 was printed, and more was reached."),
        Verdict::Consistent => (
            "在各数字印出的精度之内，存在能得出公布数的取值。",
            "Some numbers within what was printed give what was published.",
        ),
        Verdict::ForcedTotal => (
            "各项之和被调整为100%，这一项相差不到末位一个单位。",
            "The shares were bent to add up to 100, this one by less than its last place.",
        ),
        Verdict::Inconsistent => (
            "在各数字印出的精度之内，没有能得出公布数的取值。",
            "Nothing within what was printed gives what was published.",
        ),
    };
    Grounds {
        inputs: inputs.filter_map(|(figure, (zh, en))| Some(fill(pick(locale, zh, en), &[figure?]))).collect(),
        rule: pick(locale, zh, en),
        source: pick(
            locale,
            "印刷数字的通行做法：四舍五入、截尾、补零、万与亿取整（见统计方法说明）",
            "how figures are printed in practice: rounded, cut off, padded, in 万 and 亿 (docs/statistics.md)",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::{Options, evaluate};
    use crate::explain::pairs;
    use crate::fixture::{commitment, day, programme};

    /// Whatever the status, the grounds are in the reader's language, complete and short.
    #[test]
    fn every_status_has_its_grounds_in_both_languages() {
        let mut seen = Vec::new();
        for (promise, reports, as_of) in [
            (">=39 whole", "2025-12-31 51", "2025-12-31"),
            (">=39 whole", "2025-12-31 39", "2025-12-31"),
            (">=39 whole", "2025-12-31 30; 2026-02-28 39", "2026-03-01"),
            (">=39 whole", "2025-06-30 30", "2025-07-10"),
            (">=39 whole", "2025-06-30 21", "2025-07-10"),
            (">=39 whole", "2025-06-30 2", "2025-07-10"),
            (">=39 whole", "2025-06-30 0", "2025-07-10"),
            ("<=39 whole", "2025-12-31 51", "2025-12-31"),
            (">=400 whole", "2025-12-31 ~400", "2025-12-31"),
            (">=39 whole", "", "2025-12-31"),
            ("", "2025-12-31 5", "2025-12-31"),
        ] {
            let list = programme(vec![commitment(promise, reports)]);
            let evaluation = evaluate(&list, &Options::as_of(day(as_of))).unwrap();
            let (commitment, outcome) = pairs(&list, &evaluation).next().unwrap();
            seen.push(outcome.status);
            for locale in [Locale::ZhCn, Locale::En] {
                let grounds = of(&list, commitment, outcome, locale);
                let chinese = |text: &str| text.chars().any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char));
                assert_eq!(chinese(grounds.rule), locale == Locale::ZhCn, "{}", grounds.rule);
                assert!(grounds.rule.chars().count() < 160 && !grounds.source.is_empty());
                assert!(grounds.inputs.iter().all(|input| !input.contains("{}")), "{:?}", grounds.inputs);
            }
        }
        seen.dedup();
        assert_eq!(seen.len(), 11, "{seen:?}");
    }

    #[test]
    fn the_design_s_own_example() {
        let list = programme(vec![commitment(">=39 whole", "2025-06-30 21 @2025-07-10")]);
        let evaluation = evaluate(&list, &Options::as_of(day("2025-07-10"))).unwrap();
        let (commitment, outcome) = pairs(&list, &evaluation).next().unwrap();
        let grounds = of(&list, commitment, outcome, Locale::ZhCn);
        assert_eq!(
            grounds.inputs,
            [
                "目标39部，2025年1月6日起公开",
                "截至2025年6月30日21部，2025年7月10日公布",
                "完成率53.85%",
                "序时进度（按天数）49.59%",
                "应达19部",
                "2025年12月31日到期",
                "容差5个百分点",
            ]
        );
    }
}
