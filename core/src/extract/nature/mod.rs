//! What a number is by itself: an amount, or a day, an age, a grade, a name, a heading.

mod day;
mod heading;
mod listed;
mod worded;

pub(super) use day::{Day, day, month};
pub(super) use heading::heading;

use super::dictionary::{ends_with, head, head_back, line_start};
use super::figure::{Figure, Lexicon};
use super::lex::{Break, Kind, Token};
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

    /// What stands against it without a blank makes it part of a name: 1+N, 7×24小时, 5G, 3D, 1st, 24-hour.
    fn glued(&self) -> Found {
        let (after, next) = (self.after, self.next);
        if matches!(next, '+' | '＋' | '×' | 'x' | 'X') && !after.get(1..).is_some_and(|rest| rest.starts_with(' ')) {
            let run = after.chars().skip(1).take_while(char::is_ascii_alphanumeric).count();
            return Some((self.through(1 + run.max(1)), Nature::Name));
        }
        // 5·12, info@126.com; 学位+1.2万个 is an amount.
        if next == '·' && after.chars().nth(1).is_some_and(|char| char.is_ascii_digit()) {
            let run = after.chars().skip(1).take_while(char::is_ascii_digit).count();
            return Some((self.through(1 + run), Nature::Name));
        }
        let added = matches!(self.previous, '+' | '＋')
            && !self.figure.unit.is_empty()
            && self
                .before
                .chars()
                .rev()
                .nth(1)
                .is_some_and(|char| !char.is_alphanumeric() || !char.is_ascii() && !char.is_numeric());
        if added {
            return None;
        }
        if matches!(self.previous, '+' | '＋' | '×' | '〔' | '#' | '№' | '@' | '选')
            || next == '选' && self.is_bare_number()
        {
            return self.is(Nature::Name);
        }
        if !self.is_bare_number() {
            return None;
        }
        if next.is_ascii_alphabetic() {
            let run = after.bytes().take_while(u8::is_ascii_alphanumeric).count();
            let ordinal = matches!(after.get(..run), Some("st" | "nd" | "rd" | "th"));
            return Some((self.figure.end + run, if ordinal { Nature::Ordinal } else { Nature::Name }));
        }
        let behind = after.get(next.len_utf8()..).and_then(|rest| rest.chars().next()).unwrap_or('\n');
        // 3- and 4-year-olds, 1/3.
        let hyphen = next == '-' && (behind.is_ascii_alphabetic() || behind == ' ');
        let fraction = next == '/' && behind.is_ascii_digit() || self.previous == '/';
        if hyphen || fraction { self.is(Nature::Name) } else { None }
    }

    /// Names of places, persons and things: 10千伏, 最后一公里, 237名人大代表, 联系电话：5286660, 31 March.
    fn name(&self) -> Found {
        let end = self.figure.end;
        let share = self.follows(&["分之"]) && self.figure.unit.is_empty();
        let voters = head(self.after, 7).split(['，', '。', '、', '；']).next().unwrap_or_default();
        let delegates = matches!(self.figure.unit, "名" | "位" | "人")
            && ["代表", "委员"].iter().any(|word| voters.contains(word))
            || self.follows(&["人大代表", "代表", "委员", "政协委员"])
            || ["代表", "委员", "应到", "实到", "到会", "海拔"].iter().any(|word| self.before.ends_with(word));
        if self.figure.quantity == "voltage" || self.before.ends_with("最后") || share || delegates {
            return self.is(Nature::Name);
        }
        if !self.is_bare_number() {
            return None;
        }
        if self.is_hotline() || self.is_room() {
            return self.is(Nature::Name);
        }
        let blanks = self.after.len() - self.after.trim_start_matches(' ').len();
        if let Some((_, month_end)) = month(self.text, end + blanks) {
            return Some((month_end, Nature::Day(Day::default())));
        }
        let calls = matches!(self.whole(), Some(999 | 911 | 311 | 112 | 111)) && self.follows(&[" call", " request"]);
        if calls {
            return self.is(Nature::Name);
        }
        // 14 May, 5 pm.
        if self.follows(&[" May ", " May,", " May.", " pm", " am ", " p.m", " a.m"]) {
            return self.is(Nature::Day(Day::default()));
        }
        // “红灯”事项1：
        let item = ["事项", "项目", "任务", "案例"].iter().any(|word| self.before.ends_with(word));
        if item && matches!(self.next, '：' | ':') && self.whole().is_some_and(|number| number <= 60) {
            return self.is(Nature::Name);
        }
        let colon =
            self.tokens.last().is_some_and(|token| token.is_break(Break::Colon) && token.end == self.figure.start);
        let label = self.tokens.len().checked_sub(2).and_then(|at| self.tokens.get(at));
        if colon && label.is_some_and(|token| token.sense() == Some(Sense::Before)) {
            return self.is(Nature::Name);
        }
        None
    }

    /// 12345全天受理: the numbers that everybody knows.
    fn is_hotline(&self) -> bool {
        const LINES: [i64; 14] = [
            12_309, 12_315, 12_320, 12_328, 12_329, 12_333, 12_338, 12_345, 12_348, 12_350, 12_355, 12_366, 12_393,
            95_598,
        ];
        self.figure.bound == Bound::Exact && self.whole().is_some_and(|number| LINES.contains(&number))
    }

    /// 明德楼305, 203办公室; behind 118 Mill Lane.
    fn is_room(&self) -> bool {
        let rooms = ["办公室", "会议室", "房间", "教室", "病房", "窗口", "室"];
        let house = self.previous == '楼' && !self.after.starts_with(|char: char| char.is_alphabetic());
        house || self.follows(&rooms) || self.is_address()
    }

    /// 118 Mill Lane, 9 King's Road.
    fn is_address(&self) -> bool {
        const WAYS: [&str; 12] = [
            "Street", "Road", "Lane", "Avenue", "Drive", "Close", "Way", "Square", "Place", "Court", "Terrace", "Hill",
        ];
        let names = head(self.after, 40).strip_prefix(' ').unwrap_or_default().split([',', '.', ';', '\n']).next();
        let mut words = names
            .unwrap_or_default()
            .split(' ')
            .take(4)
            .take_while(|word| word.starts_with(|char: char| char.is_ascii_uppercase()));
        words.any(|word| WAYS.contains(&word.trim_end_matches(|char: char| !char.is_ascii_alphabetic())))
    }

    /// 65—79周岁, 三年级, aged 5 to 11.
    fn age(&self) -> Found {
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
        let sampled = ["抽查的", "抽取的", "随机抽查", "抽样"].iter().any(|word| self.before.ends_with(word));
        let based = each
            || sampled
            || whole
            || self.word_before() == Some(Sense::Base) && !latin
            || self.before.ends_with('每');
        if based { self.is(Nature::Base) } else { None }
    }

    /// A thing that is known by a number: 附件3, Phase 2, 15分钟生活圈, 12345热线, 101路.
    fn thing(&self) -> Found {
        let before = self.before.trim_end();
        // 解答咨询1.92万人次 counts them.
        if self.word_before() == Some(Sense::Before)
            && (self.figure.unit.is_empty()
                || before.ends_with(['第', '〔'])
                || before.is_ascii()
                || before.ends_with(|char: char| char.is_ascii_alphabetic()))
        {
            let latin = before.ends_with(|char: char| char.is_ascii_alphabetic());
            let parted = matches!(self.next, ':' | '.' | ')' | '\n') || self.follows(&[" –", " -"]);
            if !latin || parted || capitalised(before) {
                return self.is(Nature::Name);
            }
        }
        if self.word_before() == Some(Sense::Aim) && self.next == ':' && capitalised(before) {
            return self.is(Nature::Name);
        }
        let exact = self.figure.unit.is_empty() && self.figure.bound == Bound::Exact;
        let behind = self.lexicon.senses.longest(self.after.trim_start_matches(' '));
        if behind.is_some_and(|(_, sense)| sense == Sense::Behind)
            && (exact || matches!(self.figure.quantity, "time" | "length"))
        {
            return self.is(Nature::Name);
        }
        let line = exact && self.is_arabic() && self.next == '路';
        line.then(|| (self.through(1), Nature::Name))
    }

    /// 三类以上, 4A级, 二期; 20户以上自然村: which ones, not how many.
    fn grade(&self) -> Found {
        let figure = self.figure;
        let classes = [
            '类', '级', '星', '档', '甲', '届', '代', '号', '院', '环', '票', '折', '室', '强', '字', '页', '排', '连',
        ];
        if figure.unit == "份" && self.before.ends_with("一式") {
            return self.is(Nature::Name);
        }
        let of_class = figure.unit.is_empty() && classes.contains(&self.next) && !self.follows(&["类似"]);
        if of_class || self.next == '级' && figure.quantity != "share" {
            return Some((self.through(1), Nature::Grade));
        }
        if !self.is_arabic() && figure.unit == "期" && figure.bound == Bound::Exact {
            return self.is(Nature::Grade);
        }
        // 三人间; 1—6栋学生公寓, 3至9层病房: which of them.
        let room = matches!(figure.unit, "人" | "床") && self.next == '间';
        let storeys = figure.quantity == "buildings" && figure.bound == Bound::Range && self.next.is_alphabetic();
        if room || storeys {
            return self.is(Nature::Name);
        }
        let threshold = matches!(figure.cue, "以上" | "以下" | "及以上" | "及以下")
            && (matches!(figure.unit, "户" | "元" | "名" | "人")
                || matches!(figure.quantity, "buildings" | "area" | "length" | "power" | "mass"));
        let behind = self.text.get(figure.printed.1..)?;
        let rest = behind.strip_prefix('的').unwrap_or(behind);
        let led =
            self.tokens.last().is_some_and(|token| token.sense() == Some(Sense::Verb) && token.end == figure.start);
        let place = self.lexicon.senses.longest(rest).is_some_and(|(_, sense)| sense == Sense::Place)
            || !led && threshold && self.place_ahead(rest);
        // 2千瓦以上风光互补设备300套: another figure says how many.
        let counted = head(behind, 16).split(['，', '。', '；', '、', '\n']).next().is_some_and(|rest| {
            rest.chars().next().is_some_and(char::is_alphabetic) && rest.contains(|char: char| char.is_ascii_digit())
        });
        let led =
            self.tokens.last().is_some_and(|token| token.sense() == Some(Sense::Verb) && token.end == figure.start);
        // 500户以上且未设电动车棚的住宅小区; 2千瓦以上风光互补设备
        // 低于90%的约谈, 超过30天的予以通报
        let sanctions = ["约谈", "予以", "给予", "通报", "扣", "取消", "不予", "不得"];
        let sanctioned = matches!(figure.bound, Bound::LessThan | Bound::MoreThan | Bound::AtLeast | Bound::AtMost)
            && behind.strip_prefix('的').is_some_and(|rest| {
                let near = head(rest, 12).split(['，', '。', '；']).next().unwrap_or_default();
                sanctions.iter().any(|word| near.contains(word))
            });
        if sanctioned {
            return self.is(Nature::Grade);
        }
        // 25平方米以下单间占比
        let share = ["占比", "比例", "率"]
            .iter()
            .any(|word| head(rest, 10).split(['，', '。', '；', '、']).next().is_some_and(|near| near.contains(word)));
        if threshold && share && !led {
            return self.is(Nature::Grade);
        }
        let joined =
            rest.starts_with(['且', '并']) || figure.quantity == "power" && rest.starts_with(char::is_alphabetic);
        if threshold && (place || joined || counted && !led) { self.is(Nature::Grade) } else { None }
    }

    /// 100户以上无物业小区: a place within a few characters, before anything is done or counted.
    fn place_ahead(&self, text: &str) -> bool {
        let mut rest = text;
        for _ in 0..8 {
            let Some(char) = rest.chars().next().filter(|char| char.is_alphabetic()) else { return false };
            let len = match self.lexicon.senses.longest(rest) {
                Some((_, Sense::Place)) => return true,
                Some((_, Sense::Verb | Sense::Done | Sense::Will)) => return false,
                Some((word, _)) => word.len(),
                None => char.len_utf8(),
            };
            rest = rest.get(len..).unwrap_or_default();
        }
        false
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
        // 平均答复时长3.1天
        let near = head_back(before, 12).rsplit(['，', '。', '；', '\n']).next().unwrap_or_default();
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

    /// 051983, 0519-86888888: digits that are no number.
    fn code(&self) -> Found {
        if !self.is_bare_number() {
            return None;
        }
        let span = self.text.get(self.figure.start..self.figure.end)?;
        let digits = span.bytes().filter(u8::is_ascii_digit).count();
        let zero = span.starts_with('0') && digits > 1 && !span.contains('.');
        let long = digits == span.len() && digits >= 7 && self.figure.bound == Bound::Exact;
        let extension = (3..=4).contains(&digits)
            && self.previous == '转'
            && self.before.chars().rev().nth(1).is_some_and(|char| char.is_ascii_digit());
        let number = zero || extension || long && (matches!(self.previous, '：' | '-') || self.next == '-');
        self.is(if number { Nature::Name } else { Nature::Amount })
    }
}

/// Whether the last word of a text begins with a capital: Phase 2, Ward 9.
fn capitalised(before: &str) -> bool {
    let word = before.bytes().rev().take(12).take_while(u8::is_ascii_alphabetic).last();
    word.is_some_and(|first| first.is_ascii_uppercase())
}
