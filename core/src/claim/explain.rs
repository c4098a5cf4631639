//! One sentence on how a verdict came about.

use super::{Arithmetic, Check, Claim, PublishedRate, Total, Verdict};
use crate::number::{Rounding, trim_zeros};
use crate::words::{count, fill, grouped, join, percents, pick, plains};
use crate::{Decimal, Locale, Ratio};

/// Whole figures named one by one in a sentence.
const NAMED: usize = 3;

impl Claim {
    /// The verdict in one sentence, with the figures as they were printed.
    ///
    /// ```
    /// use pledgeboard::{Locale, claim::Claim};
    /// let claim = Claim::new().reached("9935")?.target("8000")?.published_rate("124.19")?;
    /// let check = claim.check()?;
    /// assert_eq!(claim.explain(&check, Locale::En), "9935 ÷ 8000 = 124.1875%, which rounds to the 124.19% published.");
    /// assert_eq!(claim.explain(&check, Locale::ZhCn), "9935 ÷ 8000 = 124.1875%，四舍五入即公布的124.19%。");
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn explain(&self, check: &Check, locale: Locale) -> String {
        let say = |zh: &str, en: &str, gaps: &[&str]| fill(pick(locale, zh, en), gaps);
        let published = self.rate.as_ref().map(|rate| rate.printed.clone()).unwrap_or_default();
        let p = published.as_str();
        let Some((computed, face)) = self.computed(check, locale) else {
            return self.without_ratio(check, p, locale);
        };
        let computed = computed.as_str();
        let rounded = || face.and_then(|face| self.at_places(&face)).unwrap_or_default();
        let mut sentence = match check.verdict {
            _ if self.rate.is_none() => say("没有公布完成率；{}。", "No rate was published; {}.", &[computed]),
            Verdict::Uncheckable => {
                let fitting = fitting(check, locale);
                say(
                    "公布的{}正是推算目标的依据，不能再用来核对；{}。",
                    "The published {} is what the target was inferred from, so it cannot be checked; {}.",
                    &[p, &fitting],
                )
            }
            Verdict::Exact if !face.is_some_and(|face| self.needs_rounding(&face)) => {
                say("{}，与公布的{}一致。", "{}, as published ({}).", &[computed, p])
            }
            Verdict::Exact => say("{}，四舍五入即公布的{}。", "{}, which rounds to the {} published.", &[computed, p]),
            Verdict::Truncated => say(
                "{}，公布的{}是截去尾数所得，四舍五入应为{}。",
                "{}; the published {} has its digits cut off, rounded it would be {}.",
                &[computed, p, &rounded()],
            ),
            Verdict::Capped => say(
                "{}，已超过目标，公布时按{}封顶。",
                "{}: more than promised, published as no more than {}.",
                &[computed, p],
            ),
            Verdict::Consistent => say(
                "{}，公布的{}在数字印出的精度之内。",
                "{}; the published {} is within what the printed figures allow.",
                &[computed, p],
            ),
            Verdict::ForcedTotal => say(
                "{}，四舍五入应为{}；公布的{}是为使各项合计100%而调整的。",
                "{}, which rounds to {}; the published {} was bent so that the shares add to 100%.",
                &[computed, &rounded(), p],
            ),
            Verdict::Inconsistent if face.is_some_and(|face| self.needs_rounding(&face)) => say(
                "{}，四舍五入应为{}，与公布的{}不符。",
                "{}, which rounds to {} and does not fit the published {}.",
                &[computed, &rounded(), p],
            ),
            Verdict::Inconsistent if face.is_some() => {
                say("{}，与公布的{}不符。", "{}, which does not fit the published {}.", &[computed, p])
            }
            Verdict::Inconsistent => {
                say("{}，不包含公布的{}。", "{}, which leaves the published {} out.", &[computed, p])
            }
        };
        if self.is_lower_better() {
            sentence += pick(
                locale,
                "指标越低越好，这一比值只作算术核对，不是完成率。",
                " Less is better here: the ratio is checked as arithmetic and is no completion rate.",
            );
        }
        sentence
    }

    /// `9935 ÷ 8000 = 124.1875%`, with the interval where the figures are uncertain; and the ratio at face value.
    fn computed(&self, check: &Check, locale: Locale) -> Option<(String, Option<Ratio>)> {
        let (reached, target) = self.reached.as_ref().zip(self.target.as_ref())?;
        let ratio = check.rate?;
        let (r, t) = (reached.printed.as_str(), target.printed.as_str());
        let face = reached.face.zip(target.face).and_then(|(reached, target)| match check.arithmetic {
            Arithmetic::ReachedOverTarget => Ratio::of(reached, target).ok(),
            Arithmetic::TargetOverReached => Ratio::of(target, reached).ok(),
            Arithmetic::TwoMinus => Ratio::from(Decimal::from(2)).checked_sub(&Ratio::of(reached, target).ok()?).ok(),
        });
        let formula = match check.arithmetic {
            Arithmetic::ReachedOverTarget => fill("{} ÷ {}", &[r, t]),
            Arithmetic::TargetOverReached => fill("{} ÷ {}", &[t, r]),
            Arithmetic::TwoMinus => fill("2 − {} ÷ {}", &[r, t]),
        };
        // Two places more than were published show how it rounds.
        let places = self.rate.as_ref().map_or(2, |rate| rate.places + 2);
        let value = face.as_ref().or(ratio.as_exact().as_ref()).map(|face| {
            let exact = face.percent(places, Rounding::HalfUp).unwrap_or_default();
            [trim_zeros(&exact), "%"].concat()
        });
        let between = || percents(&ratio, places, locale);
        let words = match (value, ratio.is_exact()) {
            (Some(value), true) => [&formula, " = ", &value].concat(),
            (Some(value), false) => fill(
                pick(locale, "{} = {}（按印出的精度为{}）", "{} = {} ({} by the precision printed)"),
                &[&formula, &value, &between()],
            ),
            (None, _) => [&formula, " = ", &between()].concat(),
        };
        Some((words, face))
    }

    /// Two figures, or fewer, or no ratio.
    fn without_ratio(&self, check: &Check, p: &str, locale: Locale) -> String {
        let say = |zh: &str, en: &str, gaps: &[&str]| fill(pick(locale, zh, en), gaps);
        match (&self.reached, &self.target, &self.rate) {
            (_, Some(_), _) if check.reached.is_none() && check.target.is_none() => {
                say("目标为零，没有可核对的比率。", "The target is zero, so there is no ratio to check.", &[])
            }
            (Some(reached), None, Some(_)) => {
                let fitting = fitting(check, locale);
                say("没有目标；{}、{}：{}。", "No target; {} at {}: {}.", &[&reached.printed, p, &fitting])
            }
            (None, Some(target), Some(_)) => {
                let fitting = fitting(check, locale);
                say("没有完成数；目标{}、{}：{}。", "No figure reached; {} of {}: {}.", &{
                    let gaps: [&str; 3] = match locale {
                        Locale::ZhCn => [&target.printed, p, &fitting],
                        Locale::En => [p, &target.printed, &fitting],
                    };
                    gaps
                })
            }
            _ => say("至少要有两个数字才能核对。", "It takes at least two figures to check anything.", &[]),
        }
    }

    fn at_places(&self, share: &Ratio) -> Option<String> {
        Some(share.percent(self.rate.as_ref()?.places, Rounding::HalfUp).ok()? + "%")
    }

    /// Whether the ratio has more places than were printed.
    fn needs_rounding(&self, share: &Ratio) -> bool {
        let at = |rounding| share.percent(self.rate.as_ref()?.places, rounding).ok();
        at(Rounding::Up) != at(Rounding::Down)
    }
}

/// What the third figure can be.
fn fitting(check: &Check, locale: Locale) -> String {
    let say = |zh: &str, en: &str, gaps: &[&str]| fill(pick(locale, zh, en), gaps);
    let by_rate = check.target.is_some();
    let (third, wholes) =
        if by_rate { (&check.target, &check.targets) } else { (&check.reached, &check.reached_whole) };
    let Some(third) = third else {
        return say("没有目标能得出它", "no target gives it", &[]);
    };
    let between = plains(third, 2, locale);
    let what = match (by_rate, locale) {
        (true, Locale::ZhCn) => "目标",
        (true, Locale::En) => "a target",
        (false, Locale::ZhCn) => "完成数",
        (false, Locale::En) => "a figure",
    };
    let Some(found) = wholes.as_deref() else {
        return say("{}为{}", "{} of {}", &[what, &between]);
    };
    let list: Vec<String> = found.iter().take(NAMED).map(|one| grouped(&one.to_string(), locale)).collect();
    let list = join(&list, pick(locale, "、", ", "));
    match found.len() {
        0 => say("{}为{}，其中没有整数", "{} of {}, where there is no whole number", &[what, &between]),
        1 => say("整数{}只能是{}", "as a whole number {} can only be {}", &[what, &list]),
        2..=NAMED => say("整数{}可以是{}", "as a whole number {} can be {}", &[what, &list]),
        more => say("{}为{}，其中有{}个整数", "{} of {}, which are {} whole numbers", &[what, &between, &count(more)]),
    }
}

impl Total {
    /// The verdict in one sentence.
    ///
    /// ```
    /// use pledgeboard::{Locale, claim::{Claim, check_siblings}};
    /// let parts = ["14", "7", "26"].map(|part| Claim::new().reached(part).unwrap());
    /// let total = check_siblings(&parts, Some("50"))?.total.unwrap();
    /// assert_eq!(total.explain(Locale::En), "The parts add up to 47, the total is 50: 3 are missing.");
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn explain(&self, locale: Locale) -> String {
        let say = |zh: &str, en: &str, gaps: &[&str]| fill(pick(locale, zh, en), gaps);
        let (Some(sum), Some(remainder)) = (self.sum, self.remainder) else {
            return say(
                "各项数字不全，无法与总数{}核对。",
                "Not every part has a figure, so the total of {} cannot be checked.",
                &[&self.printed],
            );
        };
        let sum = grouped(&sum.to_string(), locale);
        let off = remainder.to_string();
        let gaps = [sum.as_str(), &self.printed, &grouped(off.trim_start_matches('-'), locale)];
        match (self.verdict, remainder.is_negative()) {
            (Verdict::Exact, _) => {
                say("各项合计{}，与总数{}一致。", "The parts add up to {}, as the total of {} says.", &gaps)
            }
            (Verdict::Consistent, _) => say(
                "各项合计{}，总数{}，相差{}，在数字印出的精度之内。",
                "The parts add up to {}, the total is {}: the difference of {} is within what the printed figures allow.",
                &gaps,
            ),
            (_, false) if remainder == Decimal::ONE => {
                say("各项合计{}，总数{}，少{}。", "The parts add up to {}, the total is {}: {} is missing.", &gaps)
            }
            (_, false) => {
                say("各项合计{}，总数{}，少{}。", "The parts add up to {}, the total is {}: {} are missing.", &gaps)
            }
            (_, true) => {
                say("各项合计{}，总数{}，多出{}。", "The parts add up to {}, the total is {}: {} too many.", &gaps)
            }
        }
    }
}

impl PublishedRate {
    /// The mark beside a published rate: a sign and a few words.
    ///
    /// ```
    /// use pledgeboard::{Locale, claim, evaluate, read};
    /// let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A",
    ///     "period": { "start": "2025-01-01", "end": "2025-12-31" },
    ///     "projects": [{ "id": "p", "title": "P", "commitments": [{ "id": "c", "title": "C",
    ///         "target": { "value": "15", "unit": "个", "published_on": "2025-01-06" },
    ///         "reports": [{ "date": "2025-12-31", "value": "3", "published_on": "2026-01-10", "published_rate": "27" }] }] }] }"#;
    /// let programme = read::read(text).programme.unwrap();
    /// let commitment = programme.commitments().next().unwrap();
    /// let rates = claim::published_all(&programme, commitment, "2026-01-10".parse()?)?;
    /// assert_eq!(rates[0].mark(Locale::En), "≠ published rate 27% does not fit the figures: 20%");
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn mark(&self, locale: Locale) -> String {
        let published = self.claim.rate.as_ref().map(|rate| rate.printed.as_str()).unwrap_or_default();
        let ratio = self.check.rate.map(|ratio| percents(&ratio, 2, locale)).unwrap_or_default();
        let (zh, en) = match self.check.verdict {
            Verdict::Exact => ("= 公布完成率{}，核对一致", "= published rate {} checks out"),
            Verdict::Truncated => ("≈ 公布完成率{}，系截去尾数", "≈ published rate {} has its digits cut off"),
            Verdict::Capped => ("≈ 公布完成率按{}封顶", "≈ published rate is capped at {}"),
            Verdict::Consistent | Verdict::ForcedTotal => {
                ("≈ 公布完成率{}，与数字相容", "≈ published rate {} is possible")
            }
            Verdict::Inconsistent if ratio.is_empty() => {
                ("≠ 公布完成率{}，与数字不符", "≠ published rate {} does not fit the figures")
            }
            Verdict::Inconsistent => {
                ("≠ 公布完成率{}，与数字不符：{}", "≠ published rate {} does not fit the figures: {}")
            }
            Verdict::Uncheckable if self.claim.inferred => {
                ("? 公布完成率{}，目标即由此推算", "? published rate {}, from which the target was inferred")
            }
            Verdict::Uncheckable => ("? 公布完成率{}，无从核对", "? published rate {} cannot be checked"),
        };
        fill(pick(locale, zh, en), &[published, &ratio])
    }

    /// How the verdict came about, in one sentence: [`Claim::explain`] of the document's own figures.
    ///
    /// ```
    /// # let text = r#"{ "format": "pledgeboard/1", "id": "a", "title": "A", "adopted": { "date": "2025-01-06" },
    /// #     "period": { "start": "2025-01-01", "end": "2025-12-31" }, "projects": [{ "id": "p", "title": "P", "commitments": [
    /// #     { "id": "lifts", "title": "Lifts", "target": { "value": "39", "unit": "部" }, "reports": [
    /// #         { "date": "2025-06-30", "value": "21", "published_on": "2025-07-10", "published_rate": "53.9" }] },
    /// #     { "id": "places", "title": "Places", "target": { "value": "7000", "unit": "个" } }] }] }"#;
    /// # let programme = pledgeboard::read(text).programme.unwrap();
    /// let lifts = programme.commitments().next().unwrap();
    /// let rates = pledgeboard::claim::published_all(&programme, lifts, "2025-07-10".parse()?)?;
    /// let words = "21 ÷ 39 = 53.846%, which rounds to 53.8% and does not fit the published 53.9%.";
    /// assert_eq!(rates[0].explain(pledgeboard::Locale::En), words);
    /// # Ok::<(), pledgeboard::Error>(())
    /// ```
    pub fn explain(&self, locale: Locale) -> String {
        self.claim.explain(&self.check, locale)
    }
}
