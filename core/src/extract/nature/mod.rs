//! What a number is by itself: an amount, or a day, an age, a grade, a name, a heading.

mod day;
mod grade;
mod heading;
mod listed;
mod name;
mod worded;

pub(super) use day::{Day, day, month};
pub(super) use heading::heading;

use super::dictionary::{ends_with, head, head_back, line_start};
use super::figure::{Figure, Lexicon};
use super::lex::{Kind, Token};
use super::sense::Sense;
use crate::Decimal;
use crate::printed::Script;
use crate::programme::Bound;

/// Amounts are what programmes are made of; everything else is context, by one rule or another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Nature {
    Amount,
    /// A day, month or year.
    Day(Day),
    /// The number of a heading or an item.
    Heading(u32),
    /// 1+N, S39, 两癌, 12345热线, 10千伏.
    Name,
    /// 第十七届, 3rd.
    Ordinal,
    /// 65—79周岁.
    Age,
    /// 三类以上, 4A级.
    Grade,
    /// 每万人.
    Base,
    /// 十项民生实事: a count of the list itself.
    Listed,
    /// 3年内, 24小时.
    Duration,
}

/// What a number turns out to be: nothing to show, or something, and where that ends.
pub(super) type Found = Option<(usize, Nature)>;

/// A figure with what stands around it.
struct Spot<'a, 't> {
    text: &'t str,
    figure: &'a Figure<'t>,
    tokens: &'a [Token<'t>],
    lexicon: &'a Lexicon,
    before: &'t str,
    after: &'t str,
    previous: char,
    next: char,
}

/// What a figure is; `None` for one that counts nothing and need not be shown. Gives where it ends.
pub(super) fn of<'t>(text: &'t str, figure: &Figure<'t>, tokens: &[Token<'t>], lexicon: &Lexicon) -> Found {
    let (before, after) = (text.get(..figure.start)?, text.get(figure.end..)?);
    let spot = Spot {
        text,
        figure,
        tokens,
        lexicon,
        before,
        after,
        previous: before.chars().next_back().unwrap_or('\n'),
        next: after.chars().next().unwrap_or('\n'),
    };
    // 几个, 数百: how many is not said.
    if matches!(spot.previous, '几' | '数') {
        return None;
    }
    let end = figure.end;
    spot.ordinal()
        .or_else(|| spot.item())
        .or_else(|| spot.glued())
        .or_else(|| spot.name())
        .or_else(|| spot.age())
        .or_else(|| spot.base())
        .or_else(|| spot.thing())
        .or_else(|| spot.grade())
        .or_else(|| listed::listed(&spot).then_some((end, Nature::Listed)))
        .or_else(|| (figure.quantity == "time" && !spot.lasts()).then_some((end, Nature::Duration)))
        .or_else(|| spot.code())
        .or_else(|| worded::worded(&spot))
}

impl Spot<'_, '_> {
    fn is_arabic(&self) -> bool {
        self.figure.script == Script::Arabic
    }

    /// Digits without a unit.
    fn is_bare_number(&self) -> bool {
        self.is_arabic() && self.figure.unit.is_empty()
    }

    fn whole(&self) -> Option<i64> {
        let value = self.figure.high.or(self.figure.low).filter(Decimal::is_integer)?;
        i64::try_from(value.mantissa()).ok()
    }

    /// Behind so many more characters.
    fn through(&self, chars: usize) -> usize {
        self.figure.end + self.after.chars().take(chars).map(char::len_utf8).sum::<usize>()
    }

    fn follows(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.after.starts_with(word))
    }

    #[allow(clippy::unnecessary_wraps, reason = "what every way of looking at it gives")]
    fn is(&self, nature: Nature) -> Found {
        Some((self.figure.end, nature))
    }

    /// The word right before, but for blanks.
    fn word_before(&self) -> Option<Sense> {
        let token = self.tokens.last()?;
        let adjacent = token.end == self.figure.start || self.before.get(token.end..)?.trim().is_empty();
        token.sense().filter(|_| adjacent)
    }

    /// 第十七届, 第四次, 前三位, 第四次会议.
    fn ordinal(&self) -> Found {
        // 第1、4、7项
        let goes_on = self.previous == '、'
            && self.tokens.iter().rev().nth(1).is_some_and(|token| {
                matches!(token.kind, Kind::Figure(_, Nature::Ordinal))
                    && token.end + '、'.len_utf8() == self.figure.start
            });
        if self.previous == '第' || goes_on {
            let named = self.figure.unit.is_empty() && "届次期批".contains(self.next);
            return Some((if named { self.through(1) } else { self.figure.end }, Nature::Ordinal));
        }
        if self.previous == '前' && matches!(self.figure.unit, "位" | "名" | "强") {
            return self.is(Nature::Ordinal);
        }
        let meeting = self.figure.unit == "次" && self.follows(&["会议", "全会", "常务", "常委", "全体"]);
        if meeting { self.is(Nature::Ordinal) } else { None }
    }

    /// The number of an item inside a line, or on a line of its own: （1）, 项目1：.
    fn item(&self) -> Found {
        let number = self.whole().filter(|_| self.is_bare_number())?;
        let heading = || self.is(Nature::Heading(u32::try_from(number).unwrap_or(0)));
        if matches!((self.previous, self.next), ('（', '）') | ('(', ')')) && number <= 30 {
            return heading();
        }
        // 说明：1.每户补助2000元；2.项目覆盖…
        let inline = matches!(self.next, '.' | '、')
            && self.after.chars().nth(1).is_some_and(|char| char.is_alphabetic() && !char.is_ascii());
        if inline && number <= 30 && matches!(self.previous, '：' | '；' | '。' | ':' | ';') {
            return heading();
        }
        let line = line_start(self.before);
        let names = ["项目", "任务", "工程", "事项", "行动", "序号"];
        let bracketed = names
            .iter()
            .any(|name| self.before.strip_suffix(name).is_some_and(|before| before.ends_with(['【', '（', '[', '('])));
        let is_item = line.is_some_and(|line| names.contains(&line)) || bracketed;
        if is_item && matches!(self.next, '：' | ':' | ' ' | '|' | '\t' | '】' | '）' | ']') {
            return heading();
        }
        // Alone on its line it counts the items of a list, unless a share of it stands below.
        let ends = matches!(self.after.trim_start_matches(' ').chars().next(), None | Some('\n'));
        if line.is_some_and(str::is_empty) && ends && (1..=99).contains(&number) {
            let below = head(self.after.trim_start(), 40).split('\n').next().unwrap_or_default();
            let share = below.starts_with(|char: char| char.is_ascii_digit()) && below.contains(['%', '％']);
            return if share { None } else { heading() };
        }
        None
    }

    /// 65—79周岁, 三年级, aged 5 to 11.
    fn age(&self) -> Found {
        // Potholes filled within five working days: 91%
        if self.figure.unit.is_empty() && self.figure.cue == "within" && self.follows(&[" working day"]) {
            return self.is(Nature::Duration);
        }
        // 人均预期寿命80.2岁 is what is promised.
        if self.figure.quantity == "age" && !head_back(self.before, 8).contains("寿命") {
            return self.is(Nature::Age);
        }
        if self.figure.unit == "年" && self.next == '级' {
            return Some((self.through(1), Nature::Grade));
        }
        let trimmed = self.after.trim_start_matches(' ');
        for (word, nature) in [("年级", Nature::Grade), ("years old", Nature::Age), ("year-old", Nature::Age)] {
            if self.figure.unit.is_empty() && trimmed.starts_with(word) {
                return Some((self.text.len() - trimmed.len() + word.len(), nature));
            }
        }
        let printed = self.text.get(..self.figure.printed.0).unwrap_or_default().trim_end();
        let aged = [" aged", " ages", " age", " aged over"].iter().any(|word| printed.ends_with(word));
        let over = self.figure.cue.eq_ignore_ascii_case("over") && ends_with(printed, "people");
        if aged || over { self.is(Nature::Age) } else { None }
    }

    /// 每万人: what is counted per so many.
    fn base(&self) -> Found {
        let latin = self
            .text
            .get(self.figure.start..)
            .is_some_and(|rest| rest.starts_with(|char: char| char.is_ascii_alphabetic()));
        // 74 of 118, two of the three.
        let whole = self.tokens.last().filter(|token| token.amount().is_some()).is_some_and(|token| {
            matches!(
                self.text.get(token.end..self.figure.start),
                Some(" of " | " of the " | " out of " | " of its " | " of our ")
            )
        });
        // 每新增1张补助1.5万元
        let each = self.tokens.last().is_some_and(|token| {
            token.sense() == Some(Sense::Verb)
                && token.end == self.figure.start
                && self.before.get(..token.start).is_some_and(|before| before.ends_with('每'))
        });
        let sampled = ["抽查的", "抽取的", "抽样", "抽查"].iter().any(|word| self.before.ends_with(word));
        let based = each
            || sampled
            || whole
            || self.word_before() == Some(Sense::Base) && !latin
            || self.before.ends_with('每');
        if based { self.is(Nature::Base) } else { None }
    }

    /// A time counts where it is the promise itself: 缩短至10分钟, 不少于8小时, 1个工作日内.
    fn lasts(&self) -> bool {
        let (figure, before) = (self.figure, self.before);
        if self.follows(&[" of "]) || before.ends_with("average of ") {
            return true;
        }
        // 2小时内办结率达到90%: the share is the promise.
        if figure.cue == "内" && head(self.after, 12).contains('率') {
            return false;
        }
        // 接诉后2小时内上门
        if figure.cue == "内" && before.ends_with('后') {
            return false;
        }
        // 平均答复时长3.1天
        let near = head_back(before, 12).rsplit(['，', ',', '。', '；', ';', '\n']).next().unwrap_or_default();
        let lengths = ["平均", "时长", "用时", "等候", "间隔", "天数", "时限", "周期", "每节", "户均"];
        let length = before.ends_with("时间") && !before.ends_with("公示时间")
            || lengths.iter().any(|word| near.contains(word)) && figure.unit != "年";
        // 免费开放312天
        let days_open = figure.unit == "天"
            && figure.bound == Bound::Exact
            && self.whole().is_some_and(|days| days >= 100 && days != 365);
        if length || days_open || figure.unit == "hours" && self.whole().is_some_and(|hours| hours > 200) {
            return true;
        }
        let long = matches!(figure.unit, "年" | "个月" | "个季度" | "years" | "months");
        let days = matches!(figure.unit, "天" | "日" | "周") && figure.cue == "内";
        let before = ["每日", "每天", "每周"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
        let to =
            self.tokens.last().is_some_and(|token| token.sense() == Some(Sense::To) && before.len() - token.end <= 6);
        let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
        let changed = ends(&["缩短", "压缩", "延长", "减少", "缩减", "至", "为", "控制在"]);
        let bounded = matches!(figure.bound, Bound::AtLeast | Bound::AtMost | Bound::LessThan | Bound::MoreThan);
        to || changed && !long && !before.ends_with("为期")
            || bounded && (before.ends_with("控制在") || !long && !days)
            || figure.bound == Bound::Range && changed
    }
}
