//! Counts of the list itself: 十项民生实事, 10大类30项.

use super::{Nature, Spot};
use crate::extract::dictionary::head_back;
use crate::extract::lex::{Break, Kind};
use crate::extract::sense::Sense;
use crate::programme::Bound;

/// How many characters on the name of a list is looked for.
const REACH: usize = 14;

/// How many tokens back the count of the whole list is looked for.
const LIST: usize = 160;

/// Whether a figure counts the projects of the list, not what they promise.
pub(super) fn listed(spot: &Spot<'_, '_>) -> bool {
    let unit = spot.figure.unit;
    if !matches!(unit, "" | "项" | "件" | "个" | "条" | "种") || spot.figure.bound != Bound::Exact {
        return false;
    }
    // Nobody's list has thousands of projects: 学位3.2万个”民生实事项目.
    if spot.whole().is_some_and(|number| number >= 2_000) {
        return false;
    }
    if unit.is_empty() && spot.next == '大' && !spot.follows(&["大型"]) || spot.follows(&["大类"]) {
        return true;
    }
    named_before(spot) || named_behind(spot) || told_off(spot)
}

/// 三件事, 选出以下8件, 2项提前完成: the list is spoken of, not what is on it.
fn told_off(spot: &Spot<'_, '_>) -> bool {
    let things = ["事", "好事", "大事", "小事", "难事", "急事", "要事"];
    let pointed = ["以下", "以上", "下列", "上述", "其余", "这", "承担"].iter().any(|word| spot.before.ends_with(word));
    match spot.figure.unit {
        "件" if spot.follows(&things) => true,
        "个" if spot.follows(&["项目", "子项", "事项", "指标", "考核指标", "分项", "小项"]) => true,
        // 从9个候选项目中选出6个
        "个" if spot.before.ends_with("选出") && !spot.next.is_alphabetic() => true,
        // 项目清单共38件
        "件" | "项" if pointed || of_the_list(spot) || spot.before.ends_with("清单共") => true,
        "项" => {
            let stands = [
                "提前",
                "按计划",
                "按序时",
                "按期",
                "超额",
                "超序时",
                "达到序时",
                "未达",
                "均已",
                "全部",
                "指标",
                "达到",
                "进展",
                "任务",
            ];
            spot.follows(&stands)
        }
        _ => false,
    }
}

/// 实事项目共12件, 票决项目（4个）, 教育类2件, 8类22项.
fn named_before(spot: &Spot<'_, '_>) -> bool {
    let Some(token) = spot.tokens.last() else { return false };
    let gap = spot.text.get(token.end..spot.figure.start).unwrap_or_default();
    let near = gap.chars().take(5).count() <= 4 && !gap.contains(['了', '成']);
    // 实事项目共12件; not 体育惠民工程15个.
    let works = spot.figure.unit == "个" && spot.text.get(..token.end).is_some_and(|text| text.ends_with("工程"));
    if token.sense() == Some(Sense::List) && near && !spot.figure.unit.is_empty() && !works {
        return true;
    }
    let bracketed = token.is_break(Break::Open) && matches!(spot.next, '）' | ')');
    let before = spot.text.get(..token.start).unwrap_or_default();
    if bracketed && ["项目", "实事", "工程"].iter().any(|word| before.ends_with(word)) {
        return true;
    }
    // 项目简介（共7个，票决5个）
    if bracketed_open(spot) || gap.is_empty() && spot.text.get(token.start..token.end) == Some("票决") {
        let line = head_back(spot.before, 40).rsplit('\n').next().unwrap_or_default();
        if ["项目", "实事", "清单"].iter().any(|word| line.contains(word)) {
            return true;
        }
    }
    let few = spot.whole().is_some_and(|number| number < 100);
    if gap.ends_with('类') && few && matches!(spot.figure.unit, "项" | "件" | "个") {
        return true;
    }
    matches!(token.kind, Kind::Figure(_, Nature::Listed | Nature::Grade)) && gap.chars().take(2).count() <= 1
}

/// 12件实事…，已办结6件; 42项任务中，39项完成: so many of those that the list was said to hold.
fn of_the_list(spot: &Spot<'_, '_>) -> bool {
    let few = spot.whole().is_some_and(|number| number <= 60);
    let stands = ["完成", "未", "已", "正", "达", "办结", "微实事", "项目", "都", "均"];
    let alone = !spot.next.is_alphabetic() || spot.follows(&stands);
    let others = ["受理", "办理", "建议", "案", "工单", "诉求", "意见", "问题"];
    let near = head_back(spot.before, 6);
    let changed = spot.before.ends_with(['到', '至', '由', '从']);
    few && alone
        && !changed
        && !others.iter().any(|word| near.contains(word))
        && spot.tokens.iter().rev().take(LIST).any(|token| {
            matches!(token.kind, Kind::Figure(_, Nature::Listed))
                && spot.text.get(..token.end).is_some_and(|text| text.ends_with(spot.figure.unit))
        })
}

/// （共7个, 清单共有15个项目
fn bracketed_open(spot: &Spot<'_, '_>) -> bool {
    spot.before.strip_suffix('共').is_some_and(|before| before.ends_with(['（', '(']))
        || ["共", "有"].iter().any(|word| spot.before.ends_with(word)) && spot.follows(&["项目"])
}

/// 十项民生实事, 10件2023年政府实事: the name of the list follows before anything is done.
fn named_behind(spot: &Spot<'_, '_>) -> bool {
    let mut rest = spot.after;
    for _ in 0..REACH {
        let Some(char) = rest.chars().next() else { return false };
        if let Some(after) = rest.get(4..).and_then(|rest| rest.strip_prefix('年')).filter(|_| char.is_ascii_digit()) {
            rest = after;
            continue;
        }
        if char.is_ascii_digit() || "，,。；：、！\n（）|\t".contains(char) {
            return false;
        }
        let len = match spot.lexicon.senses.longest(rest) {
            Some((_, Sense::List)) => return true,
            Some((word, Sense::Verb)) if !matches!(word, "办" | "服务" | "建设" | "改造" | "保障") => {
                return false;
            }
            Some((word, _)) => word.len(),
            None => char.len_utf8(),
        };
        rest = rest.get(len..).unwrap_or_default();
    }
    false
}
