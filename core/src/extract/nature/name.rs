//! Numbers that are part of a name: of a place, a line, a room, a thing.

use super::day::{Day, month};
use super::{Found, Nature, Spot};
use crate::extract::dictionary::{clause_head, head};
use crate::extract::lex::Break;
use crate::extract::sense::Sense;
use crate::programme::Bound;

impl Spot<'_, '_> {
    /// Names of places, persons and things: 10千伏, 最后一公里, 237名人大代表, 联系电话：5286660, 31 March.
    pub(super) fn name(&self) -> Found {
        let end = self.figure.end;
        // 4个督查组
        if self.follows(&["督查组", "调研组", "检查组", "工作组", "督导组", "专项组", "调查组", "监督小组", "工作小组"])
        {
            return self.is(Nature::Name);
        }
        if self.follows(&["世纪"]) && self.figure.unit.is_empty() {
            return Some((self.through(2), Nature::Day(Day::default())));
        }
        // 140公里外的州府
        let within = self.figure.cue == "within" && self.follows(&[" of a", " of the", " of their"]);
        if self.figure.quantity == "length" && within {
            return self.is(Nature::Name);
        }
        if self.figure.quantity == "length" && self.follows(&["外的", "之外", "以外"]) {
            return self.is(Nature::Name);
        }
        let share = self.follows(&["分之"]) && self.figure.unit.is_empty();
        let voters = || clause_head(self.after, 7);
        let delegates = matches!(self.figure.unit, "名" | "位" | "人")
            && ["代表", "委员"].iter().any(|word| voters().contains(word))
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
        // 电话:88030847
        let before = self.before.trim_end_matches([':', '：', ' ']);
        let line = ["电话", "传真", "手机", "热线", "QQ"].iter().any(|word| before.ends_with(word));
        if line && before.len() < self.before.len() {
            return self.is(Nature::Name);
        }
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
        // 96556供热热线
        let line = self.whole().is_some_and(|number| (10_000..1_000_000).contains(&number))
            && clause_head(self.after, 6).contains("热线");
        line || house || self.follows(&rooms) || self.is_address()
    }

    /// 118 Mill Lane, 9 King's Road.
    fn is_address(&self) -> bool {
        const WAYS: [&str; 12] = [
            "Street", "Road", "Lane", "Avenue", "Drive", "Close", "Way", "Square", "Place", "Court", "Terrace", "Hill",
        ];
        let Some(names) = self.after.strip_prefix(' ') else { return false };
        let names = head(names, 39).split([',', '.', ';', '\n']).next();
        let mut words = names
            .unwrap_or_default()
            .split(' ')
            .take(4)
            .take_while(|word| word.starts_with(|char: char| char.is_ascii_uppercase()));
        words.any(|word| WAYS.contains(&word.trim_end_matches(|char: char| !char.is_ascii_alphabetic())))
    }

    /// A thing that is known by a number: 附件3, Phase 2, 15分钟生活圈, 12345热线, 101路.
    pub(super) fn thing(&self) -> Found {
        let before = self.before.trim_end();
        // 解答咨询1.92万人次 counts them.
        if self.word_before() == Some(Sense::Before)
            && (self.figure.unit.is_empty()
                || before.ends_with(['第', '〔'])
                || before.ends_with(|char: char| char.is_ascii())
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

    /// 051983, 0519-86888888: digits that are no number.
    pub(super) fn code(&self) -> Found {
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

    /// What stands against it without a blank makes it part of a name: 1+N, 7×24小时, 5G, 3D, 1st, 24-hour.
    pub(super) fn glued(&self) -> Found {
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
}

/// Whether the last word of a text begins with a capital: Phase 2, Ward 9.
fn capitalised(before: &str) -> bool {
    let word = before.bytes().rev().take(12).take_while(u8::is_ascii_alphabetic).last();
    word.is_some_and(|first| first.is_ascii_uppercase())
}
