//! `cargo xtask build`: what is released.
//!
//! | folder | what it holds |
//! |---|---|
//! | `dist/npm` | the npm package |
//! | `dist/text` | the module for hosts without JavaScript |
//! | `dist/embed` | the files a page loads, their hashes, the lines for a page, an example |
//! | `dist/single` | one script with its program inside, for pages without a server; an example |
//! | `dist/iframe` | a page that shows one board, and a page that writes the snippets for it |

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::wasm::{self, Build};
use crate::{notices, size, tools};

/// The document that the example page of the embed shows.
const EXAMPLE: &str = "zhonglou-2024.json";

/// The sheet of static boards.
const SHEET: &str = "wasm/src/page/still.css";
const SHEET_NAME: &str = "pledgeboard.css";

/// The files of the embed whose hashes are released.
const HASHED: [&str; 4] = ["pledgeboard.js", "pledgeboard.wasm", "pledgeboard-whole.wasm", SHEET_NAME];

/// Where the files that a page loads are put.
pub(crate) fn embed_dir() -> PathBuf {
    dist("embed")
}

/// Where the npm package is put.
pub(crate) fn npm_dir() -> PathBuf {
    dist("npm")
}

/// Where the module for hosts without JavaScript is put.
pub(crate) fn text_dir() -> PathBuf {
    dist("text")
}

/// Where wasm-bindgen's own files are put.
pub(crate) fn bound() -> Result<PathBuf> {
    Ok(tools::target_dir()?.join("pledgeboard/pkg"))
}

fn dist(name: &str) -> PathBuf {
    tools::root().join("dist").join(name)
}

/// Builds all of it, checks that it names no folder of this machine, and prints what a page loads.
pub(crate) fn run() -> Result<()> {
    build()?;
    size::weigh().map(drop)
}

/// Builds all of it and checks that it names no folder of this machine.
pub(crate) fn build() -> Result<()> {
    tools::npm_packages()?;
    let pkg = bound()?;
    for (feature, profile) in [("first", "wasm"), ("board", "wasm"), ("full", "wasm-fast")] {
        Build { feature, profile }.bind(&pkg)?;
        wasm::optimise(&glue_module(&pkg, feature), profile)?;
    }
    plain()?;
    npm(&pkg)?;
    embed(&pkg)?;
    single(&pkg)?;
    iframe()?;
    for name in ["npm", "text", "embed", "single", "iframe"] {
        names_no_machine(&dist(name))?;
    }
    println!("built dist/npm, dist/text, dist/embed, dist/single and dist/iframe");
    Ok(())
}

/// The module for hosts without JavaScript.
fn plain() -> Result<()> {
    let to = fresh(text_dir())?;
    let build = Build { feature: "text", profile: "wasm-fast" };
    wasm::optimise(&build.plain(&to)?, build.profile)?;
    licences(&to)
}

fn glue_module(pkg: &Path, feature: &str) -> PathBuf {
    pkg.join(format!("{feature}_bg.wasm"))
}

/// ESM only: one file per entry, the modules beside them, found by `import.meta.url`.
fn npm(pkg: &Path) -> Result<()> {
    let to = fresh(dist("npm"))?;
    bundle("index.js", &to.join("index.js"), "esm", "full", pkg)?;
    bundle("register.js", &to.join("element.js"), "esm", "board", pkg)?;
    bundle("inline.js", &to.join("inline.js"), "esm", "full", pkg)?;
    let root = tools::root();
    let js = root.join("wasm/js");
    for types in ["index.d.ts", "evaluation.d.ts", "element.d.ts", "inline.d.ts"] {
        copy(&js.join(types), &to.join(types))?;
    }
    for feature in ["first", "board", "full"] {
        copy(&glue_module(pkg, feature), &to.join(format!("{feature}.wasm")))?;
    }
    copy(&root.join(SHEET), &to.join(SHEET_NAME))?;
    copy(&js.join("README.npm.md"), &to.join("README.md"))?;
    tools::run(Command::new("node").arg(root.join("xtask/js/elements.mjs")).arg(js.join("element.js")).arg(&to))?;
    licences(&to)?;
    fs::write(to.join("package.json"), manifest()).context("cannot write package.json")
}

/// The classic script, its modules, and an example page that works under the strict policy.
fn embed(pkg: &Path) -> Result<()> {
    let to = fresh(embed_dir())?;
    let root = tools::root();
    bundle("embed.js", &to.join("pledgeboard.js"), "iife", "board", pkg)?;
    copy(&glue_module(pkg, "first"), &to.join("pledgeboard.wasm"))?;
    copy(&glue_module(pkg, "board"), &to.join("pledgeboard-whole.wasm"))?;
    copy(&root.join(SHEET), &to.join(SHEET_NAME))?;
    copy(&root.join("www/embed/example.html"), &to.join("example.html"))?;
    copy(&root.join("www/embed/example.css"), &to.join("example.css"))?;
    copy(&root.join("www/programmes").join(EXAMPLE), &to.join(EXAMPLE))?;
    tools::run(
        Command::new("node")
            .arg(root.join("xtask/js/release.mjs"))
            .arg(&to)
            .arg(root.join("www/embed/snippet.html"))
            .args(HASHED),
    )?;
    licences(&to)
}

/// The classic script with its program inside, and an example page with its document inside.
fn single(pkg: &Path) -> Result<()> {
    let to = fresh(dist("single"))?;
    let root = tools::root();
    bundle("single.js", &to.join("pledgeboard-single.js"), "iife", "board", pkg)?;
    let document = read(&root.join("www/programmes").join(EXAMPLE))?;
    // In JSON a `<` stands in strings only, where it may be written so; nothing can end the script element then.
    let page = read(&root.join("www/single/example.html"))?.replace("{{document}}", &document.replace('<', "\\u003c"));
    fs::write(to.join("example.html"), page)?;
    copy(&root.join("www/embed/example.css"), &to.join("example.css"))?;
    licences(&to)
}

/// The page for frames beside what it loads, and the page that writes their snippets.
fn iframe() -> Result<()> {
    let to = fresh(dist("iframe"))?;
    let own = tools::root().join("www/iframe");
    for name in ["board.html", "board.css", "board.js", "index.html", "index.css", "index.js", "words.js"] {
        copy(&own.join(name), &to.join(name))?;
    }
    for name in ["pledgeboard.js", "pledgeboard.wasm", "pledgeboard-whole.wasm", EXAMPLE] {
        copy(&embed_dir().join(name), &to.join(name))?;
    }
    licences(&to)
}

/// Bundles an entry; `whole` is the feature whose module does everything there.
pub(crate) fn bundle(entry: &str, out: &Path, format: &str, whole: &str, pkg: &Path) -> Result<()> {
    let root = tools::root();
    tools::run(
        Command::new("node")
            .arg(root.join("xtask/js/bundle.mjs"))
            .arg(root.join("wasm/js").join(entry))
            .arg(out)
            .arg(format)
            .arg(whole)
            .arg(pkg)
            .arg(format!("/* pledgeboard {} | MIT OR Apache-2.0 */", version())),
    )
}

/// The workspace has one version; this crate is built from it.
pub(crate) fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

fn manifest() -> String {
    format!(
        r#"{{
  "name": "pledgeboard",
  "version": "{}",
  "description": "Published commitments and their exact completion: read, evaluate, draw.",
  "keywords": ["civic", "pledges", "targets", "progress", "webassembly", "custom-element", "民生实事"],
  "license": "MIT OR Apache-2.0",
  "type": "module",
  "engines": {{ "node": ">=20.16" }},
  "exports": {{
    ".": {{ "types": "./index.d.ts", "default": "./index.js" }},
    "./element": {{ "types": "./element.d.ts", "default": "./element.js" }},
    "./inline": {{ "types": "./inline.d.ts", "default": "./inline.js" }},
    "./first.wasm": "./first.wasm",
    "./board.wasm": "./board.wasm",
    "./full.wasm": "./full.wasm",
    "./pledgeboard.css": "./pledgeboard.css",
    "./custom-elements.json": "./custom-elements.json",
    "./package.json": "./package.json"
  }},
  "types": "./index.d.ts",
  "customElements": "custom-elements.json",
  "sideEffects": ["./element.js", "./inline.js"]
}}
"#,
        version()
    )
}

/// Our licences, and those of what is inside.
pub(crate) fn licences(to: &Path) -> Result<()> {
    fs::write(to.join("THIRD-PARTY.txt"), notices::third_party()?).context("cannot write THIRD-PARTY.txt")?;
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&tools::root().join(name), &to.join(name))?;
    }
    Ok(())
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display())).map(drop)
}

pub(crate) fn fresh(folder: PathBuf) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// What we publish says nothing about who built it.
pub(crate) fn names_no_machine(folder: &Path) -> Result<()> {
    let private: Vec<String> =
        wasm::private_folders()?.into_iter().map(|(path, _)| format!("{}/", path.display())).collect();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let bytes = fs::read(&path)?;
        if let Some(found) = private.iter().find(|name| contains(&bytes, name.as_bytes())) {
            bail!("{} names {found}, a folder of this machine", path.display());
        }
    }
    Ok(())
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
