//! What a selectable board offers: everything once, in frames large enough to hit, none on another.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use pledgeboard::read;
use pledgeboard_wasm::backend::Markup;
use pledgeboard_wasm::page::Page;
use pledgeboard_wasm::scene::View;
use pledgeboard_wasm::scene::theme::Theme;
use roxmltree::{Document, Node};

/// The documents that a board of one strip shows.
fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["../www/programmes", "documents/drawn"].map(|folder| root.join(folder));
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect()
}

fn drawn(page: &Page, view: View, width: f64) -> String {
    let mut markup = Markup::default();
    assert!(page.draw(&mut markup, view, width, Theme::Light, None, None).is_none(), "one strip");
    format!("<div>{}</div>", markup.finish())
}

/// What a mark stands for.
fn of<'a>(node: Node<'a, '_>) -> (Option<&'a str>, Option<&'a str>) {
    (node.attribute("data-project"), node.attribute("data-commitment"))
}

/// Left, top, right, bottom of a control's frame.
fn frame(control: Node<'_, '_>) -> [f64; 4] {
    let rect = control.children().find(|node| node.attribute("class") == Some("frame")).unwrap();
    let [x, y, width, height] =
        ["x", "y", "width", "height"].map(|name| rect.attribute(name).unwrap().parse::<f64>().unwrap());
    [x, y, x + width, y + height]
}

#[test]
fn everything_is_one_control() {
    for path in documents() {
        let text = std::fs::read_to_string(&path).unwrap();
        let programme = read(&text).programme.unwrap();
        let commitments = programme.projects.iter().flat_map(|project| {
            project.commitments.iter().map(|commitment| (Some(project.id.as_str()), Some(commitment.id.as_str())))
        });
        let commitments: BTreeSet<_> = commitments.collect();
        let projects: BTreeSet<_> =
            programme.projects.iter().map(|project| (Some(project.id.as_str()), None)).collect();
        let page = Page::new(&text, None, "zh-CN").selectable(true);
        for (view, name) in View::ALL {
            for width in [320.0, 720.0, 1200.0] {
                let html = drawn(&page, view, width);
                let tree = Document::parse(&html).unwrap();
                let marks: Vec<_> = tree.descendants().filter(|node| node.has_attribute("data-project")).collect();
                let controls: Vec<_> = marks.iter().filter(|node| node.attribute("tabindex") == Some("-1")).collect();
                let what = format!("{} {name} {width}", path.display());
                let wanted = if view == View::Projects { &projects } else { &commitments };
                assert_eq!(&controls.iter().map(|node| of(**node)).collect::<BTreeSet<_>>(), wanted, "{what}");
                assert_eq!(controls.len(), wanted.len(), "{what}");
                for mark in &marks {
                    assert_eq!(mark.attribute("data-programme"), Some(programme.id.as_str()));
                    let hidden = mark.attribute("aria-hidden") == Some("true");
                    assert_ne!(hidden, mark.has_attribute("tabindex"), "a twin is for pointers only");
                    // A screen reader may not reach what stands in an image.
                    assert!(mark.ancestors().skip(1).all(|node| node.attribute("role") != Some("img")), "{what}");
                }
            }
        }
    }
}

#[test]
fn frames_can_be_hit_and_do_not_overlap() {
    for path in documents() {
        let page = Page::new(&std::fs::read_to_string(&path).unwrap(), None, "zh-CN").selectable(true);
        for view in [View::Overview, View::Projects, View::Commitments] {
            for width in [320.0, 720.0, 1200.0] {
                let html = drawn(&page, view, width);
                let tree = Document::parse(&html).unwrap();
                let frames: Vec<_> = tree
                    .descendants()
                    .filter(|node| node.has_attribute("data-project"))
                    .map(|node| (frame(node), of(node)))
                    .collect();
                for (index, ([left, top, right, bottom], of)) in frames.iter().enumerate() {
                    let what = format!("{} {view:?} {width} {of:?}", path.display());
                    assert!(*left >= 0.0 && *right <= width + 0.1, "{what} leaves the board");
                    assert!(right - left >= 23.9 && bottom - top >= 23.9, "{what} is {}", bottom - top);
                    for ([l, t, r, b], other) in frames.iter().skip(index + 1) {
                        let apart = *left >= r - 0.2 || l + 0.2 >= *right || *top >= b - 0.2 || t + 0.2 >= *bottom;
                        assert!(apart, "{what} on {other:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn no_other_board_offers_anything() {
    for path in documents() {
        let page = Page::new(&std::fs::read_to_string(&path).unwrap(), None, "zh-CN");
        for (view, _) in View::ALL {
            let html = drawn(&page, view, 800.0);
            for mark in ["data-project", "data-commitment", "tabindex", "role=\"button\"", "role=\"grid\"", "\"frame\""]
            {
                assert!(!html.contains(mark), "{mark} in {view:?} of {}", path.display());
            }
        }
    }
}
