//! A large board is drawn strip by strip: the strips together are the whole picture.

use pledgeboard_wasm::backend::Markup;
use pledgeboard_wasm::page::Page;
use pledgeboard_wasm::scene::View;
use pledgeboard_wasm::scene::theme::Theme;
use proptest::prelude::*;

/// Projects of so many commitments each; some with results, targets and reasons, unless nothing is due yet.
fn document(sizes: &[usize], begun: bool) -> String {
    let commitment = |project: usize, index: usize| {
        let id = format!("c{project}-{index}");
        let n = project * 7 + index;
        let target = match n % 5 {
            0 => String::new(),
            1 => r#""target": { "value": "40", "unit": "部", "inferred_from": "公布的完成率" },"#.to_owned(),
            _ => format!(r#""target": {{ "value": "{}", "unit": "个" }},"#, 30 + n % 400),
        };
        let reports = match n % 3 {
            0 if begun => r#"{ "date": "2025-06-30", "value": "21", "published_on": "2025-07-10" }"#,
            _ => "",
        };
        let title = if n.is_multiple_of(11) {
            "既有住宅加装电梯并同步改造老旧小区公共照明与排水设施"
        } else {
            "公共停车位"
        };
        format!(r#"{{ "id": "{id}", "title": "{title}", {target} "reports": [{reports}] }}"#)
    };
    let project = |(index, size): (usize, &usize)| {
        let list: Vec<_> = (0..*size).map(|n| commitment(index, n)).collect();
        format!(r#"{{ "id": "p{index}", "title": "第{index}项", "commitments": [{}] }}"#, list.join(","))
    };
    let projects: Vec<_> = sizes.iter().enumerate().map(project).collect();
    format!(
        r#"{{ "format": "pledgeboard/1", "id": "large", "title": "清单", "adopted": {{ "date": "2025-01-06" }},
             "period": {{ "start": "2025-01-01", "end": "2025-12-31" }}, "projects": [{}] }}"#,
        projects.join(",")
    )
}

/// Every strip of a view as text, as a page gets them.
fn strips(page: &Page, view: View, width: f64) -> Vec<String> {
    let (mut strips, mut rest) = (Vec::new(), None);
    loop {
        let mut markup = Markup::default();
        rest = page.draw(&mut markup, view, width, Theme::Light, None, rest);
        strips.push(markup.finish());
        if rest.is_none() {
            return strips;
        }
    }
}

/// What stands inside the `<svg>`, and its upper and lower edge.
fn inside(strip: &str) -> (&str, f64, f64) {
    let start = strip.find("<svg").unwrap();
    let tag = &strip[start..start + strip[start..].find('>').unwrap()];
    let view_box = tag.split_once("viewBox=\"").unwrap().1.split_once('"').unwrap().0;
    let numbers: Vec<f64> = view_box.split(' ').map(|number| number.parse().unwrap()).collect();
    let mut body = &strip[start + tag.len() + 1..strip.rfind("</svg>").unwrap()];
    if numbers[1] == 0.0 {
        // The paper, which is as long as the strip.
        body = body.split_once("/>").unwrap().1;
    }
    (body, numbers[1], numbers[1] + numbers[3])
}

/// The rows of tables, one after another.
fn rows(text: &str) -> Vec<&str> {
    text.split("<tr ").skip(1).map(|row| row.split_once("</tr>").unwrap().0).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn strips_are_the_whole(
        sizes in prop::collection::vec(0_usize..400, 1..8),
        begun: bool,
        width in prop::sample::select(vec![320.0, 720.0, 1200.0]),
    ) {
        let page = Page::new(&document(&sizes, begun), None, "zh-CN");
        prop_assert!(page.is_ok());
        for view in [View::Overview, View::Projects, View::Commitments] {
            let mut whole = Markup::default();
            page.picture(&mut whole, view, width, Theme::Light);
            let whole = whole.finish();
            let drawn = strips(&page, view, width);
            let parts: Vec<_> = drawn.iter().map(|strip| inside(strip)).collect();
            let joined: String = parts.iter().map(|(body, ..)| *body).collect();
            let (body, ..) = inside(&whole);
            let same = body.bytes().zip(joined.bytes()).take_while(|(a, b)| a == b).count();
            prop_assert!(same == joined.len(), "{view:?} at {width}: …{}", &joined[joined.floor_char_boundary(same.saturating_sub(300))..joined.floor_char_boundary(same + 200)]);
            // Only the sources follow, which a page has beneath.
            prop_assert!(!body[joined.len()..].contains("<g"));
            for pair in parts.windows(2) {
                prop_assert!((pair[0].2 - pair[1].1).abs() < f64::EPSILON, "a seam");
            }
            let quiet = drawn.iter().filter(|strip| strip.contains("class=\"quiet\"")).count();
            prop_assert_eq!((quiet, drawn.last().unwrap().contains("class=\"quiet\"")), (1, true));
        }
        let drawn = strips(&page, View::Table, width);
        let commitments: usize = sizes.iter().sum();
        let listed: Vec<&str> = drawn.iter().flat_map(|strip| rows(strip)).collect();
        prop_assert_eq!(listed.len(), 1 + sizes.len() + commitments);
        for strip in &drawn[..] {
            prop_assert!(drawn.len() == 1 || rows(strip).len() <= 51);
        }
        prop_assert_eq!(drawn.len() > 1, commitments > 120);
        for (project, size) in sizes.iter().enumerate() {
            let title = format!("第{project}项");
            let at = listed.iter().position(|row| row.contains(&title)).unwrap();
            let own = listed[at + 1..].iter().take_while(|row| !row.contains("class=\"project\"")).count();
            prop_assert_eq!(own, *size);
        }
    }
}
