//! Whether a text that never says so looks ahead or back: for the figures of which no word near them says it.

use super::figure::Figure;
use super::lex::{Break, Kind, Token};
use super::nature::{Day, Nature};
use super::role::Tense;
use super::sense::Sense;
use crate::programme::Bound;

#[derive(Clone, Copy)]
enum Clue {
    /// 不少于5场, 94%以上: nobody reports a floor.
    Floor,
    Will,
    /// 8月底前, 自8月1日起
    Deadline,
    /// 5月开工
    Month,
    /// 每人每月
    Each,
    /// 三类以上
    Grade,
    /// 提高到
    Change,
    /// 十件实事
    Listed,
    ThisYear,
    /// 内容：…
    Label,
    /// 竣工
    Ended,
    /// 同比
    Growth,
    /// 余, 多
    AndMore,
    /// A share as it is: 98.5%.
    Share,
    Done,
    Rate,
    Stock,
    /// A plan beside what came of it: 年度任务, 计划24处.
    Aim,
    /// 全年
    WholeYear,
}

impl Clue {
    /// What it says for a plan (above zero) or for a report (below). Fitted to the labelled texts by logistic regression,
    /// doubled and rounded.
    fn weight(self) -> i32 {
        match self {
            Clue::Floor | Clue::Will => 3,
            Clue::Deadline | Clue::Month | Clue::Each => 2,
            Clue::Grade | Clue::Change | Clue::Listed | Clue::ThisYear | Clue::Label => 1,
            Clue::Ended | Clue::Growth => -1,
            Clue::AndMore | Clue::Share | Clue::Done | Clue::Rate | Clue::Stock | Clue::Aim | Clue::WholeYear => -2,
        }
    }
}

/// How many clues there are, and how often one counts: a long list of one kind does not drown the rest.
const CLUES: usize = Clue::WholeYear as usize + 1;
const MOST: u8 = 3;

pub(super) fn guess(text: &str, tokens: &[Token<'_>]) -> Option<Tense> {
    let mut counts = [0; CLUES];
    let (mut weighed, mut amounts, mut odd, mut verbs) = (0, 0, 0, 0);
    for token in tokens {
        if let Some(figure) = token.amount() {
            amounts += 1;
            odd += i32::from(figure.is_odd());
        }
        verbs += i32::from(token.sense() == Some(Sense::Verb));
        if let Some(clue) = clue(text, token)
            && counts[clue as usize] < MOST
        {
            counts[clue as usize] += 1;
            weighed += clue.weight();
        }
    }
    // A crooked figure was counted, not set; a verb for every figure is how lists of promises are worded.
    let ahead = (weighed - 1) * amounts + 2 * verbs - 3 * odd;
    (amounts > 0).then_some(if ahead < 0 { Tense::Actual } else { Tense::Target })
}

fn clue(text: &str, token: &Token<'_>) -> Option<Clue> {
    let word = text.get(token.start..token.end).unwrap_or_default();
    let after = text.get(token.end..).unwrap_or_default();
    Some(match &token.kind {
        Kind::Word(sense) => of_word(*sense, word, after)?,
        Kind::Figure(figure, Nature::Amount) => of_amount(figure)?,
        Kind::Figure(_, Nature::Grade) => Clue::Grade,
        Kind::Figure(_, Nature::Listed) => Clue::Listed,
        Kind::Figure(_, Nature::Day(day)) => of_day(*day, after)?,
        Kind::Break(Break::Colon) => Clue::Label,
        _ => return None,
    })
}

fn of_word(sense: Sense, word: &str, after: &str) -> Option<Clue> {
    let counts = after.starts_with(|char: char| char.is_ascii_digit());
    Some(match sense {
        // 工作要点提出, 实施方案明确
        Sense::Plan if !["提出", "明确", "要求"].iter().any(|word| after.starts_with(word)) => return None,
        // 计划24处: what was planned, beside what was done.
        Sense::Will if word == "计划" && counts => Clue::Aim,
        // What next year is to bring says that this year is over.
        Sense::Next if word.starts_with(['明', '来']) => Clue::Done,
        Sense::Aim if word != "计划投资" => Clue::Aim,
        Sense::Will | Sense::Next | Sense::Aim | Sense::Plan => Clue::Will,
        Sense::Done | Sense::Past | Sense::Running | Sense::Report => Clue::Done,
        Sense::Rate => Clue::Rate,
        Sense::Stock => Clue::Stock,
        Sense::Growth | Sense::Same => Clue::Growth,
        Sense::Ended => Clue::Ended,
        Sense::To => Clue::Change,
        Sense::Base => Clue::Each,
        Sense::Now => match word {
            "今年" | "年内" | "本年度" => Clue::ThisYear,
            "全年" => Clue::WholeYear,
            _ => return None,
        },
        _ => return None,
    })
}

fn of_amount(figure: &Figure<'_>) -> Option<Clue> {
    Some(match figure.cue {
        "以上" | "不少于" | "不低于" | "以内" | "不超过" | "至少" | "不高于" | "≥" | "最高" | "上限" | "及以上" => {
            Clue::Floor
        }
        "余" | "多" => Clue::AndMore,
        _ if figure.quantity == "share" && figure.bound == Bound::Exact => Clue::Share,
        _ => return None,
    })
}

fn of_day(day: Day, after: &str) -> Option<Clue> {
    let rest = after.trim_start_matches(['底', '末', '之']);
    if rest.starts_with('前') || after.starts_with('起') {
        return Some(Clue::Deadline);
    }
    (day.year.is_none() && day.month.is_some()).then_some(Clue::Month)
}
