//! Texts that nobody would publish: reading them neither fails nor takes more than its share of time.

use std::time::{Duration, Instant};

use pledgeboard::extract::{self, Options, extract};
use proptest::prelude::*;

/// What has to hold whatever the text is.
fn holds(text: &str) {
    let extraction = extract(text, &Options::default());
    assert_eq!(extraction.quantities, extract::quantities(text, &Options::default()));
    let mut last = 0;
    for quantity in &extraction.quantities {
        assert!(quantity.start >= last && quantity.start < quantity.end, "{quantity:?} in {text:?}");
        assert_eq!(text.get(quantity.start..quantity.end), Some(quantity.text), "{text:?}");
        if let (Some(low), Some(high)) = (quantity.low, quantity.high) {
            assert!(low <= high, "{quantity:?} in {text:?}");
        }
        last = quantity.end;
    }
    let mut spans = extraction.quantities.iter().map(|quantity| quantity.start..quantity.end).peekable();
    let digit = |char: char| char.is_ascii_digit() || ('０'..='９').contains(&char);
    for (at, char) in text.char_indices().filter(|(_, char)| digit(*char)) {
        while spans.next_if(|span| span.end <= at).is_some() {}
        assert!(spans.peek().is_some_and(|span| span.contains(&at)), "{char} at {at} of {text:?}");
    }
    for draft in &extraction.drafts {
        let reading = pledgeboard::read(draft.as_json());
        // It may lack a period or a date; it is a document all the same.
        let codes = reading.diagnostics.iter().filter(|one| one.severity == pledgeboard::read::Severity::Error);
        for one in codes {
            assert!(one.code == "missing_field", "{one:?}\n{}\n{text:?}", draft.as_json());
        }
    }
}

#[test]
fn labelled_texts_hold_too() {
    for text in [
        include_str!("../documents/extraction/zhonglou/announcement-2025.txt"),
        include_str!("../documents/extraction/announcements.txt"),
        include_str!("../documents/extraction/announcements-2.txt"),
        include_str!("../documents/extraction/announcements-3.txt"),
        include_str!("../documents/extraction/progress.txt"),
        include_str!("../documents/extraction/progress-2.txt"),
        include_str!("../documents/extraction/progress-3.txt"),
        include_str!("../documents/extraction/notices.txt"),
        include_str!("../documents/extraction/notices-2.txt"),
        include_str!("../documents/extraction/notices-3.txt"),
        include_str!("../documents/extraction/numbers.txt"),
        include_str!("../documents/extraction/english.txt"),
        include_str!("../documents/extraction/english-2.txt"),
    ] {
        holds(text);
    }
}

/// Pieces that the grammar cares for, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(vec![
            "1", "12", "2024", "2025年", "0.5", "3亿5000万", "1,200", "１２", "二〇二四年", "三", "一千二百", "百", "万", "余", "多", "成", "百分之四十",
            "个", "家", "人次", "套（间）", "%", "％", "个百分点", "元/月", "公里", "km", "年", "月", "日", "周岁", "度", "0", "−3", "-", "—", "至",
            "约", "超", "不少于", "以上", "左右", "以内", "将", "已", "计划", "目标", "完成率", "累计", "现有", "去年", "今年", "新建", "完成", "其中", "每",
            "第", "由", "提高到", "应装尽装", "全覆盖", "民生实事", "进展情况", "街道", "“", "”", "（", "）", "【", "《", "：", "，", "。", "；", "、",
            "\n", "\t", "|", " ", "　", ". ", "1.", "一、", "（一）", "①", "At least ", "between ", " and ", "£3.4m", "we will ", "has built ", "June ",
            "half a dozen ", "one ", "twenty-five ", "萬", "個", "𠮷", "😀", "é", "\u{0}", "\u{202e}", "\r",
        ])
        .prop_map(str::to_owned),
        1 => any::<String>().prop_map(|text| text.chars().take(6).collect()),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pieces_of_notices_in_any_order(text in pieces()) {
        holds(&text);
    }

    #[test]
    fn any_text(text in any::<String>()) {
        holds(&text);
    }
}

/// The least of three times.
fn time(text: &str) -> Duration {
    let once = || {
        let start = Instant::now();
        std::hint::black_box(extract(text, &Options::default()));
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

/// A search may start again only where something else stands before: both halves grow.
#[test]
fn four_times_the_text_takes_about_four_times_as_long_behind_something_else() {
    for (before, piece) in [
        ("\n", "1、甲\n"),
        ("\n", "甲\n"),
        ("对", "对1个"),
        ("|", "1个|"),
        ("1%a\n", "\n"),
        ("1个，", "\n"),
        ("。", "1个。"),
        ("项目|目标|完成\n", "甲|1|2\n"),
    ] {
        let text = |bytes: usize| [before.repeat(bytes / before.len()), piece.repeat(bytes / piece.len())].concat();
        grows(&[before, piece].concat(), &text(10_000), &text(40_000));
    }
}

/// Four times the text may take eight times as long here, where other tests run beside this one; sixteen times would be a
/// search that starts again at every place. `cargo xtask bench` measures it closely.
#[test]
fn four_times_the_text_takes_about_four_times_as_long() {
    for piece in [
        "1",
        "万",
        "（",
        "约",
        "1个",
        "一",
        "“1",
        "百",
        "，",
        "将1",
        "1\n",
        "1.",
        "1、",
        "2024年",
        "1月1日",
        "：",
        "目标：1个。",
        "| 1 ",
        "已完成1个，",
        "a",
        "aged 1 ",
        "（1）",
        "1%",
        "完成率1%",
        "完成率1%、",
        "进度1%",
        "completion 1% ",
        "“新建1",
        "其中1%、",
        "\n\n",
        "1.1个\n\n",
        "  ",
        "与1个",
        "责任单位：",
        "1个：培训1个：",
        "计划1个　完成1个　",
        "在1个村建1个",
        "10件实事，1件完成，",
        "其中今年1个，",
        "1.目标。1个。",
        "项目\n目标\n完成\n甲\n1\n2\n",
        "项目|目标|完成\n甲|1|2\n",
        "新建1个。截至1月。",
        "（计划1个）",
        "占1个的1%",
        "全市有1家，",
        "从1个增至1个，",
        "a.",
        "1-",
        "page 3 homes ",
        "1:1-",
    ] {
        let repeated = |bytes: usize| piece.repeat(bytes / piece.len());
        let (short, long) = (repeated(20_000), repeated(80_000));
        grows(piece, &short, &long);
    }
}

fn grows(piece: &str, short: &str, long: &str) {
    // A busy machine slows one measurement, a search that starts again slows each.
    let mut ratios = (0..3).map(|_| time(long).as_micros() / time(short).as_micros().max(200));
    let within = ratios.any(|ratio| ratio <= 8);
    assert!(within, "{piece:?}: more than eight times as long, three times over");
}
