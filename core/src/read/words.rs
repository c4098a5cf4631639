//! Every fault the reader knows, with its sentences in both languages.

use super::diagnostic::Severity;

/// What is said of a fault. `{a}` and `{b}` stand for words of the document; languages are in the order of
/// [`Locale`](crate::Locale).
pub(super) struct Words {
    pub(super) code: &'static str,
    pub(super) message: [&'static str; 2],
    pub(super) hint: [&'static str; 2],
}

/// One line per kind keeps the kinds and their words in step. Several kinds may share a code: the same fault, said
/// better.
///
/// The words become one text, a line per kind: a table of some four hundred addresses would cost a page more than the
/// walk through the lines, which only a faulty document takes.
macro_rules! kinds {
    ($($kind:ident $severity:ident $code:literal $zh:literal $zh_hint:literal $en:literal $en_hint:literal;)*) => {
        /// The kinds of fault.
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub(super) enum Kind { $($kind),* }

        static WORDS: &str = concat!($($code, "\t", $zh, "\t", $en, "\t", $zh_hint, "\t", $en_hint, "\n"),*);

        impl Kind {
            /// Whether it stops the evaluation.
            pub(super) fn severity(self) -> Severity {
                match self { $(Kind::$kind => Severity::$severity),* }
            }
        }
    };
}

impl Kind {
    /// What is said of it.
    pub(super) fn words(self) -> Words {
        Words::of(WORDS.split('\n').nth(self as usize).unwrap_or_default())
    }
}

impl Words {
    fn of(line: &'static str) -> Words {
        let mut columns = line.split('\t');
        let mut next = || columns.next().unwrap_or_default();
        Words { code: next(), message: [next(), next()], hint: [next(), next()] }
    }
}

kinds! {
    // The text.
    TooLarge Error "too_large"
        "文档超过10 MB。" "请拆成几份文档，每份一个清单。"
        "The document is larger than 10 MB." "Split it: one document per programme.";
    EmptyText Error "empty_text"
        "文档是空的。" "请检查地址或文件内容。"
        "The document is empty." "Check the address, or the file behind it.";
    Html Error "html_not_json"
        "这是网页（HTML），不是JSON文档。" "地址对吗？它应当指向JSON文件本身。"
        "This is a web page (HTML), not a JSON document." "Is the address right? It must lead to the JSON file itself.";
    UnexpectedEnd Error "unexpected_end"
        "文档到这里突然结束。" "内容可能被截断；请补全末尾的引号和括号，或重新下载。"
        "The text ends in the middle." "It may have been cut off: close the open quotes and brackets, or fetch it again.";
    Unexpected Error "invalid_json"
        "这里不能是“{a}”。" "请检查前一处的引号、逗号和括号是否成对。"
        "“{a}” cannot stand here." "Check the quotes, commas and brackets just before it.";
    Comment Error "invalid_json"
        "JSON里不能写注释。" "请删去注释，需要说明时用note字段。"
        "JSON has no comments." "Delete the comment; a note field can say it.";
    WrongQuotes Error "invalid_json"
        "文字须用英文直引号包住，这里是“{a}”。" "请改成 \" 。"
        "Texts stand in straight double quotes; here is “{a}”." "Write \" instead.";
    TooDeep Error "too_deep"
        "括号嵌套超过64层。" "清单文档不需要这么深，请检查括号是否成对。"
        "Brackets are nested more than 64 deep." "No programme needs that: check that brackets close.";
    TrailingText Error "trailing_text"
        "文档已经结束，后面还有“{a}”。" "请删去最后一个括号之后的内容。"
        "The document is over, but “{a}” follows." "Delete what stands after the last bracket.";
    MissingComma Error "missing_comma"
        "这一项前面缺少逗号。" "请在上一项末尾加逗号。"
        "A comma is missing before this." "Put a comma after the item before.";
    MissingColon Error "missing_colon"
        "字段“{a}”后面缺少冒号。" "请写成 \"字段\": 值。"
        "A colon is missing after “{a}”." "Write \"field\": value.";
    TrailingComma Error "trailing_comma"
        "最后一项后面多了逗号。" "请删去这个逗号。"
        "There is a comma after the last item." "Delete this comma.";
    WrongPunctuation Error "wrong_punctuation"
        "这里用了全角标点或特殊空格“{a}”。" "请改成英文半角“{b}”。"
        "This is the full-width or special “{a}”." "Write the plain “{b}” of an English keyboard.";
    Unquoted Error "unquoted_text"
        "“{a}”没有引号。" "文字须用英文直引号包住；只有 true、false 和数字可以不用引号。"
        "“{a}” has no quotes." "Put straight quotes around texts; only true, false and numbers go without.";
    InvalidEscape Error "invalid_escape"
        "“{a}”不是有效的转义。" "反斜杠请写成 \\\\ 。"
        "“{a}” is no escape that JSON knows." "Write a backslash as \\\\.";
    LoneSurrogate Error "lone_surrogate"
        "“{a}”只是半个字符。" "请直接写出这个字，或补上另一半转义。"
        "“{a}” is only half a character." "Write the character itself, or add the other half.";
    ControlCharacter Error "control_character"
        "文字里有换行或看不见的控制字符。" "请删去它；换行写成 \\n。"
        "The text holds a line break or an invisible control character." "Delete it; write a line break as \\n.";
    InvisibleCharacter Warning "invisible_character"
        "文字里有看不见的控制字符，看板上不显示它。" "请删去它。"
        "The text holds an invisible control character; a board leaves it out." "Delete it.";
    DuplicateKey Error "duplicate_key"
        "字段“{a}”出现了两次。" "请只保留一个。"
        "The field “{a}” stands here twice." "Keep one of them.";

    // Fields by themselves.
    ExpectedObject Error "wrong_type"
        "这里应当是一个对象。" "请用花括号写成 { \"字段\": 值 }。"
        "An object belongs here." "Write { \"field\": value }.";
    ExpectedList Error "wrong_type"
        "这里应当是一个列表。" "请用方括号包住，即使只有一项。"
        "A list belongs here." "Put it into [ ], even a single item.";
    ExpectedText Error "wrong_type"
        "这里应当是文字。" "请用英文直引号包住；没有内容就删去这个字段。"
        "A text belongs here." "Put it into quotes, or delete the field if there is nothing to say.";
    ExpectedNumber Error "wrong_type"
        "这里应当是数字。" "请写成 \"1200\" 或 1200；没有数字就删去这个字段。"
        "A number belongs here." "Write \"1200\" or 1200, or delete the field if there is none.";
    ExpectedFlag Error "wrong_type"
        "这里应当是 true 或 false。" "请去掉引号，写 true 或 false。"
        "true or false belongs here." "Write true or false, without quotes.";
    MissingField Error "missing_field"
        "缺少必填字段“{a}”。" "请在这个对象里补上“{a}”。"
        "The field “{a}” is missing." "Add “{a}” to this object.";
    EmptyField Error "empty_field"
        "“{a}”是空的。" "请填写内容。"
        "“{a}” is empty." "Fill it in.";
    UnknownField Warning "unknown_field"
        "没有“{a}”这个字段，内容保留但不使用。" "如果不是有意添加的，请对照格式说明检查名称。"
        "There is no field “{a}”; it is kept but not used." "Unless it is meant as your own, check its name.";
    MisspeltField Warning "unknown_field"
        "没有“{a}”这个字段，内容保留但不使用。" "是不是想写“{b}”？"
        "There is no field “{a}”; it is kept but not used." "Did you mean “{b}”?";
    UnusedHigh Warning "unused_field"
        "只有bound为range的目标才用high。" "请写 \"bound\": \"range\"，或删去high。"
        "Only a target with the bound range uses high." "Write \"bound\": \"range\", or delete high.";
    UnusedTolerance Warning "unused_field"
        "只有“约”数（about）才用tolerance。" "请写 \"bound\": \"about\"，或删去tolerance。"
        "Only an amount with the bound about uses a tolerance." "Write \"bound\": \"about\", or delete tolerance.";
    UnusedOld Warning "unused_field"
        "撤销承诺不需要old。" "原目标写在target里；请删去old。"
        "A withdrawal has no use for old." "The target itself stays in target: delete old.";
    UnusedPlan Warning "unused_field"
        "只有schedule的basis为plan时才用plan。" "请在schedule里写 \"basis\": \"plan\"，或删去plan。"
        "Only a schedule with the basis plan uses a plan." "Write \"basis\": \"plan\" in schedule, or delete plan.";
    UnusedFigure Warning "unused_field"
        "没有数字的目标（done）不用数值衡量。" "请用stage说明进度，数字写进note。"
        "A target without a number (done) is not measured by figures." "Say how far it is with stage, and put the figure into note.";
    UnknownFormat Error "unknown_format"
        "不认识格式“{a}”。" "请写 \"format\": \"pledgeboard/1\"。"
        "The format “{a}” is not known here." "Write \"format\": \"pledgeboard/1\".";
    InvalidId Error "invalid_id"
        "“{a}”不能作为id。" "id只用英文字母、数字、点、下划线和连字符，以字母或数字开头。"
        "“{a}” cannot be an id." "Use letters, digits, dot, underscore and hyphen, beginning with a letter or digit.";
    DuplicateId Error "duplicate_id"
        "id“{a}”已经用过。" "请换一个不重复的id。"
        "The id “{a}” is taken already." "Choose another one.";
    InvalidContinues Error "invalid_continues"
        "“{a}”不是承诺的引用。" "请写成“清单id#事项id”，如 zhonglou-2024#lifts。"
        "“{a}” does not name a commitment." "Write programme#commitment, such as zhonglou-2024#lifts.";
    InvalidDate Error "invalid_date"
        "“{a}”不是有效日期。" "请写成如 2025-06-30 的形式。"
        "“{a}” is not a date." "Write it like 2025-06-30.";
    InvalidNumber Error "invalid_number"
        "“{a}”不是数字。" "请写成如 1200 或 12.5 的形式；约、余、万等字写进as_printed。"
        "“{a}” is not a number." "Write it like 1200 or 12.5; words such as “about” go into as_printed.";
    OutOfRange Error "out_of_range"
        "数字“{a}”超出范围。" "最多28位有效数字、28位小数，算出的完成率须小于10的15次方。"
        "The number “{a}” is out of range." "At most 28 significant digits and 28 decimals, and a rate below 10^15.";
    NotPercentage Error "out_of_range"
        "“{a}”不是0到100之间的百分比。" "请写0到100之间的数，不带百分号。"
        "“{a}” is not a percentage from 0 to 100." "Write a number from 0 to 100, without the sign.";
    WeightOutOfRange Error "out_of_range"
        "权重“{a}”超出范围。" "权重须不小于0，最多6位数字。"
        "The weight “{a}” is out of range." "A weight is 0 or more, with up to 6 digits.";
    UnknownWord Error "unknown_word"
        "这里不能写“{a}”。" "可用的词：{b}。"
        "“{a}” is not a word for this field." "Choose one of: {b}.";
    UnsafeLink Error "unsafe_link"
        "“{a}”不是可以放心打开的网址。" "网址须以 https:// 或 http:// 开头；没有网址就删去这个字段。"
        "“{a}” is not a web address that is safe to open." "It must begin with https:// or http://; or delete the field.";

    // Fields against each other.
    UnknownSource Error "unknown_source"
        "没有id为“{a}”的来源。" "请在sources里添加它，或改正这个id。"
        "There is no source with the id “{a}”." "Add it to sources, or mend the id.";
    InvalidPeriod Error "invalid_period"
        "期间的结束日早于开始日{a}。" "请检查start和end。"
        "The period ends before it starts on {a}." "Check start and end.";
    DueBeforeStart Error "due_before_start"
        "完成期限早于期间开始日{a}。" "请检查due和period。"
        "It is due before the period starts on {a}." "Check due and period.";
    ZeroTarget Error "zero_target"
        "目标为零，无法计算完成率。" "请填写目标值；要降到零，请加baseline，或用at_most。"
        "The target is zero, so there is no rate of completion." "Fill in the target; to bring something down to zero, add a baseline or use at_most.";
    NegativeTarget Error "negative_target"
        "目标“{a}”小于零，又没有起点。" "请加baseline说明从哪里开始。"
        "The target “{a}” is below zero and has no baseline." "Add a baseline to say where it starts.";
    WrongWayBaseline Error "wrong_way_baseline"
        "从起点“{b}”到目标“{a}”没有可以完成的方向。" "at_most、less_than的目标须低于起点，其他目标须高于起点。"
        "From the baseline “{b}” to the target “{a}” there is no way to go." "A target of at_most or less_than lies below its baseline, any other above it.";
    MissingValue Error "missing_value"
        "这种目标需要“{a}”。" "请补上“{a}”；没有数字的目标用 \"bound\": \"done\" 或 \"all\"。"
        "This kind of target needs “{a}”." "Add “{a}”; a target without a number has the bound done or all.";
    UnexpectedValue Error "unexpected_value"
        "bound为done的目标不能有“{a}”。" "请删去它；有数字的目标用at_least等。"
        "A target with the bound done has no “{a}”." "Delete it; a target with a number has another bound, such as at_least.";
    WrongWayRange Error "wrong_way_range"
        "范围写反了：“{a}”大于“{b}”。" "请把小的数写在前面（value或low），大的写在high。"
        "The range runs backward: “{a}” is more than “{b}”." "The smaller figure goes first (value or low), the larger one into high.";
    FractionalCount Warning "fractional_count"
        "“{a}”不是整数，而单位“{b}”按个计数。" "请核对数字，或写 \"counted\": false。"
        "“{a}” is not whole, but “{b}” comes in whole units." "Check the figure, or write \"counted\": false.";
    ShareOutOfRange Error "share_out_of_range"
        "“{a}”不在0到{b}之间。" "全覆盖的进展是百分比；目标写了value时，是其中的数量。"
        "“{a}” is not between 0 and {b}." "Full coverage is reported in per cent, or as a part of the target's value if it has one.";
    IsALevel Warning "is_a_level"
        "全覆盖或有起点的上限总是按水平（level）计算，不是“{a}”。" "请删去counting，或写level。"
        "Full coverage, or a ceiling with a baseline, is a level, not “{a}”." "Delete counting, or write level.";
    PlanOrder Error "plan_order"
        "计划点没有按日期先后排列：{a}不晚于前一个。" "请按日期排列，每天最多一个。"
        "The points of the plan are not in order: {a} is not after the one before." "Sort them by date, at most one a day.";
    PlanOutside Error "plan_outside"
        "计划点{a}不在{b}之内。" "计划点须在期间开始日到完成期限之间。"
        "The point of the plan, {a}, is not within {b}." "It must lie between the period's start and the due day.";
    MissingPlan Warning "missing_plan"
        "序时进度按计划（plan）计算，而这里没有计划点，改按天数计算。" "请加plan，写明何时应完成多少。"
        "The schedule goes by plan, and there is none here: days are used instead." "Add a plan: by which day, how much.";
    MissingFrom Error "missing_from"
        "按期报告须写明从哪天起（from）。" "请加 \"from\": 本期第一天。"
        "A per-period report needs its first day (from)." "Add \"from\" with the first day it covers.";
    FromAfterDate Error "from_after_date"
        "本期第一天晚于最后一天{a}。" "请检查from和date。"
        "It begins after its last day, {a}." "Check from and date.";
    OverlappingReports Error "overlapping_reports"
        "这一期与截至{a}的一期重叠，合计会重复计算。" "请改正from或date；更正前一期请用replaces。"
        "This period overlaps the one up to {a}: the sum would count days twice." "Mend from or date; to correct a report, use replaces.";
    GapBetweenReports Warning "gap_between_reports"
        "这一期之前有空缺：{a}之后没有报告，合计只是下限。" "如有缺失的一期，请补上。"
        "There is a gap before this period: nothing covers the days after {a}, so the sum is a lower bound." "Add the missing report if there is one.";
    ReportBeforePeriod Warning "report_before_period"
        "这份进展早于期间开始日{a}。" "请核对日期；往年的存量可标 \"stock\": true。"
        "This report goes back before the period starts on {a}." "Check the date; a stock of earlier years can be marked \"stock\": true.";
    PublishedBeforeDate Error "published_before_date"
        "公布日早于数据日期{a}。" "请检查published_on和date。"
        "It was published before its date, {a}." "Check published_on and date.";
    AssumedPublication Warning "assumed_publication"
        "不知道何时公布，按{a}计算。" "请加published_on，或给来源加上日期。"
        "It is not known when this was published; {a} is assumed." "Add published_on, or a date to its source.";
    ValueOutside Error "value_outside"
        "数值“{a}”不在“{b}”所指的范围内。" "请核对value与原文数字。"
        "The value “{a}” is not within “{b}”." "Check the value against the printed words.";
    UnreadablePrint Warning "unreadable_print"
        "读不懂原文数字“{a}”，只作展示。" "请另写value，必要时写bound、low或high。"
        "The printed figure “{a}” cannot be read; it is only shown." "Give value as well, with bound, low or high if needed.";
    PrintedDisagrees Warning "printed_disagrees"
        "原文“{a}”与数值“{b}”不一致。" "请核对；计算用的是value。"
        "The printed “{a}” and the value “{b}” disagree." "Check them; the value is what counts.";
    ConflictingReports Error "conflicting_reports"
        "同一天（{a}）有两份不同的进展，分不出先后。" "请写明published_on，或用replaces指出更正了哪一份。"
        "Two different reports of {a}, and neither is the later one." "Give published_on, or say with replaces which one is corrected.";
    DuplicateReport Warning "duplicate_report"
        "这份进展（{a}）与前面一份完全相同。" "请删去其中一份。"
        "This report of {a} repeats another one." "Delete one of them.";
    UnknownReport Error "unknown_report"
        "没有日期为{a}的另一份进展可以更正。" "replaces须写被更正的进展的date。"
        "There is no other report of {a} to correct." "replaces names the date of the report it corrects.";
    MissingFigure Error "missing_figure"
        "这份进展没有内容。" "请写value（或low、high、as_printed），或写stage。"
        "This report says nothing." "Give a value (or low, high, as_printed) or a stage.";
    TooManyErrors Error "too_many"
        "问题太多，从这里起不再逐条列出，其中有错误。" "请先处理上面的问题，再重新读取。"
        "There is too much to tell; from here on it is not listed, and there are errors." "Mend the rest first, then read again.";
    TooManyWarnings Warning "too_many"
        "提示太多，其余不再逐条列出。" "请先处理上面的提示，再重新读取。"
        "There is too much to tell; the rest is not listed." "Mend the rest first, then read again.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_ends_and_uses_the_same_words_in_both_languages() {
        for words in WORDS.lines().map(Words::of) {
            for [zh, en] in [words.message, words.hint] {
                assert!(zh.ends_with(['。', '？']) && en.ends_with(['.', '?']), "{}", words.code);
                for place in ["{a}", "{b}"] {
                    assert_eq!(zh.contains(place), en.contains(place), "{}", words.code);
                }
                assert_eq!(
                    zh.matches('{').count(),
                    zh.matches("{a}").count() + zh.matches("{b}").count() + zh.matches("{ ").count()
                );
            }
        }
    }

    #[test]
    fn every_code_is_in_the_documentation() {
        let documentation = include_str!("mod.rs");
        for words in WORDS.lines().map(Words::of) {
            assert!(documentation.contains(&format!("`{}`", words.code)), "{}", words.code);
        }
    }
}
