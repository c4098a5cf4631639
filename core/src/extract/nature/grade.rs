//! Grades and thresholds: which ones, not how many.

use super::{Found, Nature, Spot};
use crate::extract::dictionary::clause_head;
use crate::extract::sense::Sense;
use crate::programme::Bound;

impl Spot<'_, '_> {
    /// 三类以上, 4A级, 二期; 20户以上自然村: which ones, not how many.
    pub(super) fn grade(&self) -> Found {
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
        let room = matches!(figure.unit, "人" | "床") && matches!(self.next, '间' | '制');
        let storeys = figure.quantity == "buildings" && figure.bound == Bound::Range && self.next.is_alphabetic();
        if room || storeys {
            return self.is(Nature::Name);
        }
        let threshold = matches!(figure.cue, "以上" | "以下" | "及以上" | "及以下")
            && (matches!(figure.unit, "户" | "元" | "名" | "人")
                || matches!(figure.quantity, "buildings" | "area" | "length" | "power" | "mass"));
        let behind = self.text.get(figure.printed.1..)?;
        // 低于90%的约谈, 超过30天的予以通报
        let sanctions = ["约谈", "予以", "给予", "通报", "扣", "取消", "不予", "不得"];
        let sanctioned = matches!(figure.bound, Bound::LessThan | Bound::MoreThan | Bound::AtLeast | Bound::AtMost)
            && behind.strip_prefix('的').is_some_and(|rest| {
                // 进度低于75%的县, 自筹比例超过30%的项目
                let place = self.lexicon.senses.longest(rest).is_some_and(|(_, sense)| sense == Sense::Place);
                if figure.quantity == "share" && (figure.bound == Bound::LessThan && place || rest.starts_with("项目"))
                {
                    return true;
                }
                let near = clause_head(rest, 12);
                sanctions.iter().any(|word| near.contains(word))
            });
        if sanctioned {
            return self.is(Nature::Grade);
        }
        if !threshold {
            return None;
        }
        let rest = behind.strip_prefix('的').unwrap_or(behind);
        // 完成2万户以上棚户区征迁: nobody sets a threshold at twenty thousand.
        let led = self.text.get(figure.start..figure.end).is_some_and(|span| span.contains('万'))
            || self.tokens.last().is_some_and(|token| {
                matches!(token.sense(), Some(Sense::Verb | Sense::Ended | Sense::Done)) && token.end == figure.start
            });
        let place = self.lexicon.senses.longest(rest).is_some_and(|(_, sense)| sense == Sense::Place)
            || !led && self.place_ahead(rest);
        // 2千瓦以上风光互补设备300套: another figure says how many.
        let near = clause_head(behind, 16);
        let counted = near.starts_with(char::is_alphabetic) && near.contains(|char: char| char.is_ascii_digit());
        // 25平方米以下单间占比
        let share = ["占比", "比例", "率"].iter().any(|word| clause_head(rest, 10).contains(word));
        if share && !led {
            return self.is(Nature::Grade);
        }
        // 500户以上且未设电动车棚的住宅小区; 2千瓦以上风光互补设备
        let joined =
            rest.starts_with(['且', '并']) || figure.quantity == "power" && rest.starts_with(char::is_alphabetic);
        if place || joined || counted && !led { self.is(Nature::Grade) } else { None }
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
}
