//! The pictures of `pictures/`: each file's name says what it shows, and the file is what must come out.
//!
//! `<document>.<view>.<width>.<theme>.<locale>[.<as-of>].svg` is the view of `www/programmes/<document>.json`. The test in
//! `node/` draws the same files by wasm and compares the same bytes. To change them, run with `UPDATE_EXPECT=1`, and
//! then look at them.

use std::path::{Path, PathBuf};

use pledgeboard::evaluate::{Options, evaluate};
use pledgeboard::{Locale, read};
use pledgeboard_wasm::backend::Markup;
use pledgeboard_wasm::page::Page;
use pledgeboard_wasm::scene::mark::{Anchor, Mark, Scene};
use pledgeboard_wasm::scene::theme::Theme;
use pledgeboard_wasm::scene::{Subject, View};

const DOCUMENTS: [&str; 3] = ["zhonglou-2024", "zhonglou-2025", "sample-2025"];

/// What there is a picture of.
const PICTURES: &[&str] = &[
    "zhonglou-2024.overview.360.light.zh-CN",
    "zhonglou-2024.overview.1200.light.zh-CN",
    "zhonglou-2024.overview.1200.dark.en",
    "zhonglou-2024.projects.360.light.zh-CN",
    "zhonglou-2024.projects.1200.light.zh-CN",
    "zhonglou-2024.projects.720.dark.en",
    "zhonglou-2024.commitments.360.light.zh-CN",
    "zhonglou-2024.commitments.720.light.zh-CN",
    "zhonglou-2024.commitments.1200.light.zh-CN",
    "zhonglou-2024.commitments.360.dark.en",
    "zhonglou-2024.table.360.light.zh-CN",
    "zhonglou-2024.table.1200.light.zh-CN",
    "zhonglou-2025.overview.360.light.zh-CN",
    "zhonglou-2025.overview.1200.light.zh-CN",
    "zhonglou-2025.projects.360.dark.en",
    "zhonglou-2025.projects.1200.light.zh-CN",
    "zhonglou-2025.commitments.360.dark.en",
    "zhonglou-2025.commitments.1200.light.zh-CN",
    "zhonglou-2025.table.360.light.zh-CN",
    "zhonglou-2025.table.1200.light.zh-CN",
    "sample-2025.overview.360.light.zh-CN",
    "sample-2025.overview.1200.light.zh-CN.2025-08-01",
    "sample-2025.projects.360.light.zh-CN.2025-08-01",
    "sample-2025.projects.1200.dark.en",
    "sample-2025.commitments.360.light.zh-CN.2025-08-01",
    "sample-2025.commitments.720.dark.en.2025-08-01",
    "sample-2025.commitments.1200.light.zh-CN",
    "sample-2025.table.360.dark.en",
    "sample-2025.table.1200.light.zh-CN",
];

fn document(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/programmes");
    std::fs::read_to_string(folder.join(name).with_extension("json")).unwrap()
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pictures").join(format!("{name}.svg"))
}

#[test]
fn pictures_are_as_they_were() {
    for name in PICTURES {
        let parts: Vec<&str> = name.split('.').collect();
        let &[document_name, view, width, theme, locale, ..] = parts.as_slice() else { panic!("{name}") };
        let page = Page::new(&document(document_name), parts.get(5).copied(), locale);
        assert!(page.is_ok(), "{name}");
        let mut markup = Markup::default();
        page.picture(&mut markup, View::named(view), width.parse().unwrap(), Theme::named(theme));
        expect_test::expect_file![file(name)].assert_eq(&markup.finish());
    }
}

/// A picture file that no name asks for would never be looked at again.
#[test]
fn every_picture_is_drawn() {
    for entry in std::fs::read_dir(file("x").parent().unwrap()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(PICTURES.contains(&name.trim_end_matches(".svg")), "{name}");
    }
}

#[test]
fn pictures_stand_alone() {
    for name in PICTURES {
        let text = std::fs::read_to_string(file(name)).unwrap();
        let tree = roxmltree::Document::parse(&text).unwrap();
        let root = tree.root_element();
        assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
        assert!(
            root.first_element_child()
                .is_some_and(|first| first.has_tag_name("title") || first.tag_name().name() == "title")
        );
        for node in tree.descendants() {
            for attribute in node.attributes() {
                assert!(!["id", "style", "class", "href"].contains(&attribute.name()), "{name}: {}", attribute.name());
                assert!(!attribute.value().contains("url("), "{name}");
            }
        }
    }
}

/// A text's box by our own width table: left, top, right, bottom.
type Extent = (f64, f64, f64, f64);

fn extents(marks: &[Mark], found: &mut Vec<(Extent, String)>) {
    for mark in marks {
        match mark {
            Mark::Text { at: (x, y), words, face, anchor, .. } => {
                let width = face.width(words);
                let left = match anchor {
                    Anchor::Start => *x,
                    Anchor::Middle => x - width / 2.0,
                    Anchor::End => x - width,
                };
                let extent = (left, y - face.size * 0.85, left + width, y + face.size * 0.2);
                found.push((extent, words.clone()));
            }
            Mark::Group { marks, .. } => extents(marks, found),
            _ => {}
        }
    }
}

/// No label leaves the picture and no two lie on one another.
fn assert_legible(scene: &Scene, what: &str) {
    let mut found = Vec::new();
    extents(&scene.marks, &mut found);
    for (index, ((left, top, right, bottom), words)) in found.iter().enumerate() {
        let inside = *left >= -0.1 && *right <= scene.width + 0.1 && *top >= 0.0 && *bottom <= scene.height;
        assert!(inside, "{what}: {words} is cut");
        for ((l, t, r, b), others) in found.iter().skip(index + 1) {
            let apart = *left >= r - 0.5 || l + 0.5 >= *right || *top >= b - 0.5 || t + 0.5 >= *bottom;
            assert!(apart, "{what}: {words} on {others}");
        }
    }
}

fn assert_always_legible(name: &str, text: &str) {
    let programme = read(text).programme.unwrap();
    let mut days = vec![None];
    days.extend(programme.sources.iter().map(|source| source.date));
    for as_of in days {
        let evaluation = evaluate(&programme, &Options { as_of }).unwrap();
        for locale in [Locale::ZhCn, Locale::En] {
            let subject = Subject { programme: &programme, evaluation: &evaluation, locale };
            for (view, view_name) in View::ALL {
                for width in [240.0, 320.0, 360.0, 414.0, 480.0, 599.0, 600.0, 720.0, 860.0, 1000.0, 1200.0, 1600.0] {
                    let scene = subject.picture(view, width, Theme::Light);
                    assert_legible(&scene, &format!("{name} {view_name} {width} {} {as_of:?}", locale.tag()));
                }
            }
        }
    }
}

#[test]
fn no_label_is_cut_or_overlaps() {
    for name in DOCUMENTS {
        assert_always_legible(name, &document(name));
    }
}

/// Long names, words without a break, huge rates, hostile text: everything that breaks layouts.
#[test]
fn hard_documents_are_drawn_too() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("documents/drawn");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        assert_always_legible(&path.display().to_string(), &std::fs::read_to_string(&path).unwrap());
    }
}

#[test]
fn any_width_gives_a_picture() {
    let page = Page::new(&document("zhonglou-2024"), None, "zh-CN");
    for width in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -1.0, 1e300] {
        for (view, _) in View::ALL {
            let mut markup = Markup::default();
            page.picture(&mut markup, view, width, Theme::Light);
            let text = markup.finish();
            assert!(roxmltree::Document::parse(&text).is_ok());
            assert!(!text.contains("NaN") && !text.contains("inf"));
        }
    }
}

#[test]
fn the_page_is_well_formed_and_says_what_matters() {
    let page = Page::new(&document("zhonglou-2024"), Some("2025-01-06"), "zh-CN");
    for (view, _) in View::ALL {
        let mut markup = Markup::default();
        page.draw(&mut markup, view, 800.0, Theme::Light, None, None);
        let html = markup.finish();
        let wrapped = format!("<div>{html}</div>");
        let tree = roxmltree::Document::parse(&wrapped).unwrap();
        let words: String =
            tree.descendants().filter_map(|node| node.is_text().then(|| node.text()).flatten()).collect();
        // A project is no single promise: there the mean of its rates is said.
        let rate = if view == View::Projects { "40–100%" } else { "124.19%" };
        for wanted in ["已知的20项承诺", "55–100%", "50–100%", rate, "获取数据", "现代快报"] {
            assert!(words.contains(wanted), "{wanted} in {view:?}");
        }
    }
}

#[test]
fn faults_are_readable() {
    for (text, locale, wanted) in
        [("<html>", "zh-CN", "第1行第1列"), ("", "en", "The document has 1 fault"), ("{", "en", "Line 1")]
    {
        let page = Page::new(text, None, locale);
        assert!(!page.is_ok());
        let mut markup = Markup::default();
        page.draw(&mut markup, View::Overview, 360.0, Theme::Light, None, None);
        let html = markup.finish();
        assert!(html.contains(wanted), "{html}");
        assert!(roxmltree::Document::parse(&html).is_ok());
    }
    let page = Page::new(&document("zhonglou-2024"), Some("yesterday"), "en");
    assert!(!page.is_ok());
}
