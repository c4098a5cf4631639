//! What a notice says of itself: its title and day, the place, who adopted the list, who answers for a project.

use super::Source;
use crate::Date;
use crate::extract::dictionary::head;
use crate::extract::lex::{Kind, Token};
use crate::extract::nature::{Day, Nature};
use crate::extract::outline::Shape;

/// The facts of one text.
pub(super) struct Facts {
    /// Its headline; its first words if it has none.
    pub(super) title: String,
    /// The day that it speaks from.
    pub(super) date: Option<Date>,
    /// The day up to which it reports: 截至9月底.
    as_of: Option<Date>,
    /// The month up to which its title says that it reports: 上半年.
    month: Option<u32>,
    /// Whether its title says that the year's work is finished.
    is_over: bool,
    /// The year that the text is about.
    year: Option<i32>,
    pub(super) place: Option<String>,
    pub(super) adopted: Option<Adopted>,
    pub(super) is_chinese: bool,
}

/// How the list came about.
pub(super) struct Adopted {
    pub(super) date: Date,
    pub(super) by: Option<String>,
    pub(super) how: Option<&'static str>,
}

/// Whether a day is the notice's own: in its signature or byline, or in its first lines, but not that of a law or of a term.
fn is_own_day(source: &Source<'_, '_>, token: &Token<'_>) -> bool {
    let lines = &source.outline.lines;
    let at = lines.partition_point(|line| line.end < token.start);
    let Some(line) = lines.get(at) else { return false };
    let around = source.plain.get(line.start..token.start).unwrap_or_default();
    let behind = source.plain.get(token.end..line.end).unwrap_or_default();
    let signed = head(around, 25).chars().chain(head(behind, 25).chars()).count() <= 24
        && !around.contains(['：', ':', '。', '，'])
        && !behind.contains(['。', '，']);
    let early = lines.iter().take(at + 1).filter(|line| line.shape != Shape::Blank).count() <= 3;
    let term = ["根据", "依据", "自", "按照", "从", "为", "："].iter().any(|word| around.ends_with(word))
        || ["施行", "起", "至", "—", "-", "前", "印发"].iter().any(|word| behind.starts_with(word));
    !term && (signed || early)
}

/// How many characters of a text stand for a title that it does not have.
const TITLE: usize = 40;

impl Facts {
    pub(super) fn of(source: &Source<'_, '_>) -> Facts {
        let line =
            source.outline.title.or_else(|| source.outline.lines.iter().position(|line| line.shape != Shape::Blank));
        let headline = line
            .and_then(|line| source.outline.lines.get(line))
            .map_or("", |line| source.words(line.start, line.end).trim());
        let title: String = headline.chars().take(TITLE).collect();
        let title = if title.is_empty() { "?".to_owned() } else { title };
        let days = source.tokens.iter().filter_map(|token| match token.kind {
            Kind::Figure(_, Nature::Day(day)) => Some((token, day)),
            _ => None,
        });
        let adopted = days.clone().find_map(|(token, day)| adopted(source, token, day));
        let up_to = |token: &Token<'_>| {
            let had = || head(source.plain.get(token.end..).unwrap_or_default(), 24).contains(" had ");
            source.plain.get(..token.start).is_some_and(|before| {
                (before.ends_with("By ") || before.ends_with("by ")) && had()
                    || before
                        .strip_suffix('至')
                        .is_some_and(|from| !from.ends_with(['日', '月', '号', '年', '底', '期']))
                    || before.ends_with("截止")
                    || before.ends_with("as of ")
                    || before.ends_with("As of ")
            })
        };
        let as_of =
            days.clone().filter(|(token, _)| up_to(token)).find_map(|(token, day)| month_end(source, token, day));
        let date = adopted.as_ref().map(|adopted| adopted.date).or_else(|| {
            let whole = days.filter(|(token, day)| day.year.is_some() && !up_to(token));
            whole.filter(|(token, _)| is_own_day(source, token)).find_map(|(_, day)| day.date(None))
        });
        let place = adopted.as_ref().and_then(|adopted| place_of(adopted.by.as_deref()?)).or_else(|| place_in(&title));
        let is_chinese = source.text.chars().any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char));
        let whole = line.and_then(|line| source.outline.lines.get(line));
        let plain = whole.map_or("", |line| head(source.plain.get(line.start..line.end).unwrap_or_default(), 400));
        let (month, is_over) = (part_of_year(plain), is_over(plain));
        Facts { title, date, as_of, month, is_over, year: source.outline.year, place, adopted, is_chinese }
    }

    /// The day that figures of a year are about, if the text says it: 截至9月底, 上半年, or the last of a year that is over.
    pub(super) fn reported(&self, year: Option<i32>) -> Option<Date> {
        let named = self.as_of.filter(|day| year.is_none_or(|year| day.year() == year));
        let year = year?;
        let part = || self.month.and_then(|month| end_of_month(year, month));
        let over = self.is_over || self.year.is_some_and(|own| year < own);
        named.or_else(part).or_else(|| Date::new(year, 12, 31).ok().filter(|_| over))
    }
}

/// Parts of a year as titles name them, and the month that each ends with.
const PARTS: [(&str, u32); 12] = [
    ("下半年", 12),
    ("前三季度", 9),
    ("三季度", 9),
    ("上半年", 6),
    ("半年", 6),
    ("二季度", 6),
    ("一季度", 3),
    ("第3季度", 9),
    ("第2季度", 6),
    ("第1季度", 3),
    ("half-year", 6),
    ("first half", 6),
];

/// The month that a report on a part of the year goes up to, by its title.
fn part_of_year(title: &str) -> Option<u32> {
    PARTS.into_iter().find(|(words, _)| title.contains(words)).map(|(_, month)| month)
}

/// Whether the title says that the year's work is finished.
fn is_over(title: &str) -> bool {
    let whole = ["完成情况", "圆满完成", "完成结果", "全部完成", "年终", "成绩单", "annual report", "end of year"];
    whole.iter().any(|words| title.contains(words))
}

fn end_of_month(year: i32, month: u32) -> Option<Date> {
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    Date::new(year, month, 1).ok().map(Date::previous)
}

/// 截至9月底, 截至2025年9月15日.
fn month_end(source: &Source<'_, '_>, token: &Token<'_>, day: Day) -> Option<Date> {
    let year = day.year.or(source.outline.year)?;
    if let Some(date) = day.date(Some(year)) {
        return Some(date);
    }
    let month = day.month?;
    let after = source.plain.get(token.end..).unwrap_or_default();
    let ends = !after.starts_with(['初', '上', '中']);
    end_of_month(year, month).filter(|_| ends)
}

/// 1月6日，…第四次会议…票决产生: the day, the assembly and the way.
fn adopted(source: &Source<'_, '_>, token: &Token<'_>, day: Day) -> Option<Adopted> {
    let date = day.date(source.outline.year)?;
    let rest = head(source.plain.get(token.end..)?, 200);
    let sentence = rest.split(['。', '\n', '！']).next()?;
    let how = ["票决", "审议通过", "表决通过", "投票表决", "审议"].into_iter().find(|word| sentence.contains(word))?;
    let by = sentence.find("会议").map(|at| at + "会议".len()).and_then(|end| sentence.get(..end));
    let by = by.map(|by| by.trim_start_matches(['，', ',', ' ', '在', '上', '下', '午', '的', '召', '开']).to_owned());
    let by = by.filter(|by| by.contains("代表大会") || by.contains("人大") || by.contains("常务会议"));
    // In the characters of the text.
    let by = by.and_then(|by| {
        let at = rest.find(&by)? + token.end;
        source.text.get(at..at + by.len()).map(str::to_owned)
    });
    by.as_ref()?;
    Some(Adopted { date, by, how: Some(how) })
}

/// 常州市钟楼区 of 常州市钟楼区第十七届人民代表大会.
fn place_of(by: &str) -> Option<String> {
    let at = by.find('第').or_else(|| by.find("人民代表大会")).or_else(|| by.find("人大"))?;
    let place = by.get(..at)?.trim();
    (2..=20).contains(&place.chars().count()).then(|| place.to_owned())
}

/// 钟楼区 of 2025年钟楼区十项民生实事项目.
fn place_in(title: &str) -> Option<String> {
    let rest = title.split_once('年').map_or(title, |(_, rest)| rest).trim_start_matches(['度', '，', ' ']);
    let ends = rest.char_indices().find(|(at, char)| *at > 0 && "省市区县旗州盟镇乡".contains(*char))?;
    let (mut at, char) = ends;
    // 常州市钟楼区: as long as it goes on.
    let mut end = at + char.len_utf8();
    while let Some((next, char)) =
        rest.get(end..)?.char_indices().take(6).find(|(_, char)| "省市区县旗州盟镇乡".contains(*char))
    {
        at = end + next;
        end = at + char.len_utf8();
    }
    let place = rest.get(..end)?;
    let plain = place.chars().all(|char| ('\u{4e00}'..='\u{9fff}').contains(&char));
    let named = !["民生", "实事", "全", "关于", "我", "本", "半", "季", "改造", "新建", "建设", "小区", "社区"]
        .iter()
        .any(|word| place.contains(word));
    (plain && named && (2..=12).contains(&place.chars().count())).then(|| place.to_owned())
}

/// （责任单位：市住建局、市财政局） in the lines of a section.
pub(super) fn bodies(source: &Source<'_, '_>, section: usize) -> Vec<String> {
    let mut bodies = Vec::new();
    for line in source.section(section).iter().take(12) {
        let content = head(source.plain.get(line.start..line.end).unwrap_or_default(), 2000);
        if !content.contains("单位") && !content.contains("部门") {
            continue;
        }
        for label in ["责任单位", "牵头单位", "责任部门", "牵头部门", "实施单位", "主办单位"] {
            let Some(at) = content.find(label) else { continue };
            let from = line.start + at + label.len();
            let rest = source.plain.get(from..line.end).unwrap_or_default();
            let Some(rest) = rest.strip_prefix(['：', ':']) else { continue };
            let from = line.end - rest.len();
            let len = rest.find(['）', ')', '；', ';', '。', '|', '\t']).unwrap_or(rest.len());
            for body in source.words(from, from + len).split(['、', '，', ',']).map(str::trim) {
                let body = body.trim_matches(|char: char| char.is_control() || char.is_whitespace());
                if body.chars().any(char::is_alphabetic)
                    && body.chars().count() <= 30
                    && !bodies.iter().any(|known| known == body)
                {
                    bodies.push(body.to_owned());
                }
            }
        }
    }
    bodies
}
