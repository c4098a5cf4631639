//! Names: of a commitment from its clause, of a project from its heading, of a programme from its headline.

use std::sync::LazyLock;

use super::Source;
use crate::extract::Rule;
use crate::extract::dictionary::{Dictionary, find, find_last, head};
use crate::extract::figure::LEXICON;
use crate::extract::lex::{Break, Kind, Token};
use crate::extract::nature::Nature;
use crate::extract::outline::{Line, Shape};
use crate::extract::sense::Sense;

/// The most characters of a title.
const MOST: usize = 40;

/// The clause that holds a token, in the words of the text.
pub(super) fn clause<'a>(source: &Source<'a, '_>, line: &Line, index: usize) -> &'a str {
    let (from, to) = clause_tokens(source, line, index);
    let tokens = source.tokens;
    let start = if from > line.tokens.start { tokens[from - 1].end } else { line.start };
    let end = tokens
        .get(to)
        .filter(|token| to < line.tokens.end || token.start <= line.end)
        .map_or(line.end, |token| token.start);
    let words = source.words(start, end.min(line.end)).trim();
    // The number of the item is not part of its promise.
    match tokens.get(from).map(|token| &token.kind) {
        Some(Kind::Figure(figure, Nature::Heading(_))) => source
            .words(figure.end, end.min(line.end))
            .trim_start_matches(['.', '．', '、', '）', ')', ' ', '：', ':'])
            .trim(),
        _ => words,
    }
}

fn clause_tokens(source: &Source<'_, '_>, line: &Line, index: usize) -> (usize, usize) {
    let near = line.tokens.start.max(index.saturating_sub(48));
    let from = (near..index).rev().find(|at| source.tokens[*at].ends_clause()).map_or(near, |at| at + 1);
    let far = line.tokens.end.min(index + 48);
    let to = (index..far).find(|at| source.tokens[*at].ends_clause()).unwrap_or(far);
    (from, to)
}

/// The title of the commitment whose figure or coverage word stands at a token.
///
/// A noun right behind the unit is the thing counted (30个“公益暑托服务”班点); else it is what stands before (学位7000个).
/// Where neither names anything, the figure goes on with the thing before (新建候车亭14个、改建32个), or its clause does.
pub(super) fn of(source: &Source<'_, '_>, line: &Line, index: usize, last: &str) -> String {
    let (from, to) = clause_tokens(source, line, index);
    let tokens = source.tokens;
    let counts =
        |token: &Token<'_>| matches!(token.kind, Kind::Figure(_, Nature::Amount)) || token.sense() == Some(Sense::All);
    let clause_start = match &tokens[from].kind {
        Kind::Figure(figure, Nature::Heading(_)) => figure.end,
        _ if from > line.tokens.start => tokens[from - 1].end,
        _ => line.start,
    };
    let clause_end = if to < line.tokens.end { tokens[to].start } else { line.end };
    let previous = (from..index).rev().find(|at| counts(&tokens[*at]));
    let next = tokens[index + 1..to.max(index + 1)].iter().find(|token| counts(token));
    let (first, behind) = match &tokens[index].kind {
        Kind::Figure(figure, _) => figure.printed,
        _ => (tokens[index].start, tokens[index].end),
    };
    let passed = previous.map_or(clause_start, |at| behind_place(source, at));
    let between = source.words(passed, first);
    // 路面由3.5米加宽到5米: what changes stands before its two ends.
    let between = if is_change(between) { before_change(source, from, clause_start, index) } else { between };
    // 班点和8个爱心暑托班: what stands before the conjunction names the figure before.
    let own = if previous.is_some() { after_conjunction(between) } else { between };
    let end = next.map_or(clause_end, |token| token.start).max(behind);
    let rest = source.words(behind, end);
    let cut = next.and_then(|_| conjunction(rest));
    let pause = next.and_then(|_| rest.find('、'));
    let dash = find(rest, " – ").or_else(|| find(rest, " — "));
    let and = next.and_then(|_| find(rest, " and "));
    let apart = cut.map(|(at, _)| at).into_iter().chain(pause).chain(dash).chain(and).min();
    let after = named(rest.get(..apart.unwrap_or(rest.len())).unwrap_or(rest));
    let runs_on = next.is_some() && apart.is_none();
    let names = !after.is_empty() && tokens[index].sense().is_none();
    if names && !runs_on {
        return after;
    }
    let before = named(own);
    if names && before.is_empty() {
        return after;
    }
    // 1,200 trees: an English unit names the thing.
    if let Kind::Figure(figure, _) = &tokens[index].kind
        && figure.unit.len() > 3
        && figure.unit.is_ascii()
    {
        return figure.unit.to_owned();
    }
    // …健全早筛康复网络，13972人次受惠: the clause before names it, if it has no figure of its own.
    let start = if from > line.tokens.start { from - 1 } else { from };
    let (earlier_from, earlier_to) = clause_tokens(source, line, start);
    let counted = source.tokens[earlier_from..earlier_to].iter().any(counts);
    let earlier = if counted || start == from { String::new() } else { named(clause(source, line, start)) };
    if ATTRIBUTES.contains(&before.as_str()) {
        // 全长2.6公里 of what: the heading says it, or the clause before.
        let work = heading(source, line.section).or(Some(earlier).filter(|earlier| !earlier.is_empty()));
        let work = work.filter(|work| !work.contains(before.as_str()) && work.chars().count() <= 24);
        return work.map_or(before.clone(), |work| work + &before);
    }
    if !before.is_empty() {
        return before;
    }
    let verb = own.trim_matches(is_idle);
    if !earlier.is_empty() {
        return earlier;
    }
    if !last.is_empty() {
        let plain = last.split('（').next().unwrap_or(last);
        return if !verb.contains(char::is_alphabetic) || plain == verb {
            plain.to_owned()
        } else {
            [plain, "（", verb, "）"].concat()
        };
    }
    // 任务数20个 under a heading: the heading names it.
    let project = project(source, line.section);
    if line.number.is_none() && project.chars().count() <= 24 && project != "?" {
        return project;
    }
    source.words(clause_start, clause_end).trim_matches(is_idle).chars().take(MOST).collect()
}

/// The heading of a project, if its section has one of its own.
fn heading(source: &Source<'_, '_>, section: usize) -> Option<String> {
    let line = source.section(section).iter().find(|line| line.shape != Shape::Blank)?;
    let own = line.shape == Shape::Project || line.number.is_some();
    own.then(|| project(source, section)).filter(|title| title != "?")
}

/// Names of what a work measures or costs, which say nothing without the work.
const ATTRIBUTES: [&str; 14] = [
    "全长",
    "总长",
    "长度",
    "路面宽",
    "面积",
    "总面积",
    "建筑面积",
    "总建筑面积",
    "占地面积",
    "投资",
    "总投资",
    "概算",
    "估算",
    "预算",
];

/// The end of a figure before, with the place that it counts: 5个村拓宽道路 goes on behind 村.
fn behind_place(source: &Source<'_, '_>, at: usize) -> usize {
    let place = source.decisions[at].is_some_and(|decision| decision.rule == Rule::Place);
    let next = source.tokens.get(at + 1).filter(|token| place && token.sense() == Some(Sense::Place));
    next.map_or(source.tokens[at].end, |token| token.end)
}

/// 加宽到, 提高至: only how it changes.
fn is_change(words: &str) -> bool {
    LEXICON.senses.longest(words).is_some_and(|(word, sense)| sense == Sense::To && word.len() == words.len())
}

/// What stands before 由 or 从.
fn before_change<'a>(source: &Source<'a, '_>, from: usize, start: usize, index: usize) -> &'a str {
    let change = source.tokens[from..index].iter().rfind(|token| token.sense() == Some(Sense::From));
    change.map_or("", |token| source.words(start, token.start))
}

/// Where a conjunction stands that may part two figures, and how long it is; not in 普及, 参与, 和谐.
fn conjunction(words: &str) -> Option<(usize, usize)> {
    let mut before = ' ';
    for (at, char) in words.char_indices() {
        let rest = words.get(at..)?;
        let len = match char {
            '以' if rest.starts_with("以及") => "以及".len(),
            '并' if rest.starts_with("并且") => "并且".len(),
            '和' if !["和谐", "和美", "和平", "和睦"].iter().any(|word| rest.starts_with(word))
                && !matches!(before, '饱' | '温' | '共' | '缓') =>
            {
                char.len_utf8()
            }
            '及' if !matches!(before, '普' | '涉' | '惠' | '以' | '波' | '遍') => char.len_utf8(),
            '与' if !matches!(before, '参') => char.len_utf8(),
            _ => 0,
        };
        if len > 0 {
            return Some((at, len));
        }
        before = char;
    }
    None
}

fn after_conjunction(words: &str) -> &str {
    let ends = ["和", "及", "与", "以及"].iter().any(|word| words.trim_end().ends_with(word));
    match conjunction(words) {
        _ if ends => "",
        Some((at, len)) if !words.starts_with(['、', '，']) => words.get(at + len..).unwrap_or(words),
        _ => words,
    }
}

/// A name out of some words; nothing if they are only verbs or too short to name anything.
fn named(words: &str) -> String {
    let name = trimmed(words);
    if name.chars().count() < 2 || is_verb(&name) { String::new() } else { name }
}

/// What stands around a name without being part of it.
fn is_idle(char: char) -> bool {
    let mark = matches!(
        char,
        '，' | '、'
            | '；'
            | '：'
            | '。'
            | ','
            | ';'
            | ':'
            | '.'
            | '】'
            | ']'
            | '-'
            | '—'
            | '–'
            | '*'
            | '•'
            | '●'
            | '·'
            | '．'
    );
    // ✅ 🔹 ◆ before a promise.
    let sign = !char.is_ascii() && !char.is_alphanumeric() && !"“”‘’「」《》（）【】〔〕％℃㎡".contains(char);
    mark || sign || matches!(char, '和' | '与' | '及' | '等' | '并' | '的' | '了') || char.is_whitespace()
}

/// Words without the number of their item: （一）已新增床位.
fn unnumbered(words: &str) -> &str {
    let inner = words.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')']));
    let number = |inner: &str| {
        inner.chars().count() <= 3
            && inner.chars().all(|char| char.is_ascii_digit() || "一二三四五六七八九十".contains(char))
    };
    inner.filter(|(inner, _)| number(inner)).map_or(words, |(_, rest)| rest)
}

/// Words that a promise begins with and that are not part of its name.
const OPENERS: &str = "为全区 为全市 为全县 在全区 在全市 在全县 全区 全市 全县 全省 全镇 今年 年内 全年 内 度 计划 力争 确保 预计 将 拟 已 免费 其中 共 共计 累计 历年 \
    继续 持续 进一步 加快 推进 推动 完成 实施 开展 新建 新增 新（改）建 新（改、扩）建 新(改)建 改建 扩建 改扩建 新改建 新改扩建 建成 建设 打造 改造 改造提升 提升改造 提升 增加 \
    增设 举办 推出 设立 创建 引进 培育 启用 修建 整治 更新 安装 配备 配置 发放 组织 提供 筹集 新开工（筹集） 新开工 开工 新开发 开发 新开办 稳定运行 实现 惠及 覆盖 涉及 服务 \
    帮扶 开放 为 对 在 优化提升 优化 购置 目前 截至目前 分别 投入 培训 指导 吸引来自 吸引 接待 年均 日均 受惠 受益 获 接种 筛查 新培育 新引进 年度目标 年度任务 年度计划 养护 疏通 更换 更新改造 种植 栽植 铺设 拆除 清理 采购 购置 购买 维修 修缮 加固 慰问 走访 资助 选派 招募 目标任务 工作目标 进展情况 完成情况 全年目标 全年任务 目标 任务 任务数 目标数 计划数 剩余 其余 年度 we_will we_will_also we_have we_need we_plan_to will to need build built deliver delivered create created open opened provide provided install \
    installed plant planted repair repaired replace replaced resurface resurfaced support supported at_least at_most up_to more_than about around nearly over a_further each and the \
    of by new";

fn is_verb(word: &str) -> bool {
    opener(word).is_some_and(|found| found.len() == word.len())
}

/// The longest such word that some words begin with.
fn opener(words: &str) -> Option<&'static str> {
    static DICTIONARY: LazyLock<Dictionary<()>> =
        LazyLock::new(|| Dictionary::new(OPENERS.split_whitespace().map(|word| (word, ()))));
    DICTIONARY.longest(words).map(|(word, ())| word)
}

/// Where some words go on after a year: 2024年…
fn after_year(words: &str) -> Option<&str> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    words.get(digits..).filter(|_| digits == 4)?.strip_prefix('年')
}

/// A name out of some words: without verbs, adverbs and punctuation around it.
pub(super) fn trimmed(words: &str) -> String {
    let mut rest = unnumbered(words.trim_matches(is_idle)).trim_matches(is_idle);
    while let Some(next) = after_year(rest).or_else(|| opener(rest).and_then(|word| rest.get(word.len()..))) {
        // A noun may begin like a verb: 服务站.
        if next.chars().take(2).take_while(|char| char.is_alphabetic()).count() == 1 {
            break;
        }
        rest = next.trim_start_matches(is_idle);
        // 新增（改造）老年助餐点
        for (open, close) in [('（', '）'), ('(', ')')] {
            let inner = rest.strip_prefix(open).and_then(|rest| rest.split_once(close));
            if let Some((_, after)) = inner.filter(|(inner, after)| inner.chars().count() <= 4 && !after.is_empty()) {
                rest = after.strip_prefix('建').unwrap_or(after);
            }
        }
    }
    // 在…的通力协作下建成人居环境达标村庄: the last thing done names what is counted.
    if rest.chars().count() > 14 {
        let done = ["下建成", "建成", "新建", "新增", "改造提升"]
            .iter()
            .filter_map(|verb| find_last(rest, verb).map(|at| at + verb.len()))
            .max();
        if let Some(tail) = done.and_then(|at| rest.get(at..)).filter(|tail| tail.chars().count() >= 4) {
            rest = tail;
        }
    }
    for tail in ["不少于", "达到", "达", "为", "共", "约", "超过", "控制在", "已完成", "已建成", "已开工", "已办", "已"]
    {
        if let Some(start) = rest.strip_suffix(tail) {
            rest = start.trim_end_matches(is_idle);
        }
    }
    // 学生开展体重监测: the verb inside says nothing.
    let mut name = rest.to_owned();
    for verb in ["开展", "提供"] {
        while let Some(at) = find(&name, verb).filter(|at| *at > 0) {
            name.replace_range(at..at + verb.len(), "");
        }
    }
    // Brackets that lost their other half.
    balance(&mut name);
    if name.len() > MOST && name.chars().count() > MOST {
        name = name.chars().take(MOST - 1).collect();
        name.push('…');
    }
    name
}

fn balance(name: &mut String) {
    if !name.contains(['（', '）', '(', ')', '“', '”', '【', '】']) {
        return;
    }
    for (open, close) in [('（', '）'), ('(', ')'), ('“', '”'), ('【', '】')] {
        let count = |of: char| name.chars().filter(|char| *char == of).count();
        if count(open) != count(close) {
            *name = name.replace([open, close], "");
        }
    }
}

/// Whether the clause that begins at a token promises a thing without a number: 建成区未成年人保护中心.
pub(super) fn is_milestone(source: &Source<'_, '_>, line: &Line, index: usize) -> bool {
    let (_, to) = clause_tokens(source, line, index);
    let counted = source.tokens[index..to].iter().zip(&source.decisions[index..to]).any(|(token, decision)| {
        decision.is_some_and(|decision| decision.role != crate::extract::Role::Context)
            || token.sense() == Some(Sense::Aim)
    });
    let words = clause(source, line, index);
    if counted || words.chars().count() < 6 || line.shape != Shape::Body && line.shape != Shape::Row {
        return false;
    }
    let verb = [
        "建成",
        "新建",
        "安装",
        "提供",
        "开通",
        "设立",
        "启用",
        "配备",
        "出台",
        "编制",
        "开工建设",
        "启动建设",
        "创建",
        "建立",
        "成立",
        "完成",
    ];
    let soft = [
        "进一步",
        "不断",
        "持续",
        "加快",
        "推进",
        "提升",
        "优化",
        "完善",
        "加强",
        "强化",
        "健全",
        "深化",
        "推动",
        "解决",
        "缓解",
        "扩大",
        "围绕",
        "聚焦",
    ];
    let started = words.trim_start_matches("免费");
    let for_whom = started.starts_with('为') && verb.iter().any(|verb| started.contains(verb));
    (for_whom || verb.iter().any(|verb| started.starts_with(verb))) && !soft.iter().any(|word| words.starts_with(word))
}

/// Whether a heading stands over what a notice says of the list and its making, not over a promise.
pub(super) fn is_about_the_list(heading: &str) -> bool {
    let about = "要求 思想 原则 目标 措施 组织 步骤 责任 附件 意见 说明 征集 方式 时间 范围 注意 联系 背景 目的 依据 领导 监督 考核 宣传 来源 附则 投票 流程 期限 概况 总体 下一步 存在问题 工作计划 工作安排";
    about.split(' ').any(|word| heading.contains(word))
}

/// The words of the clause before a figure.
pub(super) fn before<'t>(source: &Source<'_, 't>, line: &Line, index: usize) -> &'t str {
    let (from, _) = clause_tokens(source, line, index);
    source.plain.get(source.tokens[from.min(index)].start..source.tokens[index].start).unwrap_or_default()
}

/// The heading of a section.
pub(super) fn project(source: &Source<'_, '_>, section: usize) -> String {
    let line = source.section(section).iter().find(|line| line.shape != Shape::Blank);
    let Some(line) = line else { return "?".to_owned() };
    let content = head(source.words(line.start, line.end), 4 * MOST);
    let first = source.tokens[line.tokens.clone()].iter().take(3).find_map(|token| match token.kind {
        Kind::Figure(ref figure, Nature::Heading(_)) => Some(figure.end),
        _ => None,
    });
    let numbered = line.number.is_some();
    let content = first.filter(|_| numbered).map_or(content, |from| head(source.words(from, line.end), 4 * MOST));
    let content = content.trim_start_matches(['）', ')', '】', ']']).trim_matches(is_idle);
    let whole = line.shape == Shape::Project || line.shape == Shape::Chapter || line.shape == Shape::Title;
    let whole = whole || content.chars().count() <= MOST && !content.contains(['。', '；', '，', '|', '\t']);
    let short = if line.shape == Shape::Row {
        cell(content)
    } else if whole {
        content
    } else {
        content.split(['。', '；', '：', '，', ',', '|', '\t']).next().unwrap_or(content)
    };
    let short = short.trim_matches(is_idle);
    let mut title: String = short.chars().take(MOST).collect();
    if title.trim().is_empty() {
        "?".clone_into(&mut title);
    }
    title
}

/// How many rows a table may have for its columns to be named.
const TABLE: usize = 400;

/// The name of the column that a token of a row stands in.
pub(super) fn column<'a>(source: &Source<'a, '_>, line: &Line, index: usize) -> Option<&'a str> {
    let lines = &source.outline.lines;
    let above = lines.get(..lines.partition_point(|other| other.start < line.start))?;
    let names = above.iter().rev().take(TABLE).find(|other| other.shape == Shape::Columns)?;
    let cells = &source.tokens[line.tokens.start..index];
    let column = cells.iter().filter(|token| token.is_break(Break::Cell)).count();
    let name = source.words(names.start, names.end).split(['|', '\t', '｜']).nth(column)?.trim();
    (!name.is_empty()).then_some(name)
}

/// The first cell of a row that says something.
fn cell(row: &str) -> &str {
    row.split(['|', '\t', '｜']).map(str::trim).find(|cell| cell.chars().any(char::is_alphabetic)).unwrap_or(row)
}

/// The headline of a programme: that of the text, or of the chapter on its year; nothing if the text has none.
pub(super) fn programme(source: &Source<'_, '_>, year: Option<i32>, outcomes: bool) -> String {
    let of_year = |line: &&Line| {
        source.tokens[line.tokens.clone()].iter().any(|token| match token.kind {
            Kind::Figure(_, Nature::Day(day)) => day.year == year && year.is_some(),
            _ => false,
        })
    };
    let chapter = source.outline.lines.iter().filter(|line| line.shape == Shape::Chapter).find(of_year);
    let title = source.outline.title.and_then(|line| source.outline.lines.get(line));
    let line = if outcomes { chapter.or(title.filter(|line| of_year(line))) } else { title };
    let headline = line.map_or("", |line| source.words(line.start, line.end).trim());
    let mut short = headline;
    for tail in [
        "出炉",
        "公布",
        "发布",
        "揭晓",
        "圆满完成",
        "完成情况",
        "进展情况",
        "推进情况",
        "公示",
        "的通报",
        "来了",
        "正式",
    ] {
        short = short.strip_suffix(tail).unwrap_or(short).trim_end();
    }
    if short.chars().count() >= 4 {
        return short.chars().take(2 * MOST).collect();
    }
    String::new()
}
