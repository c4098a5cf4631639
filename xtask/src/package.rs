//! `cargo xtask build`: `dist/npm`, the npm package, and `dist/embed`, just the files a page loads and an example page.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::wasm::{self, Build};
use crate::{size, tools};

/// The document that the example page of the embed shows.
const EXAMPLE: &str = "zhonglou-2024.json";

/// The sheet of static boards.
const SHEET: &str = "wasm/src/page/still.css";

/// Where the files that a page loads are put.
pub(crate) fn embed_dir() -> PathBuf {
    tools::root().join("dist/embed")
}

/// Where wasm-bindgen's own files are put.
pub(crate) fn bound() -> Result<PathBuf> {
    Ok(tools::target_dir()?.join("pledgeboard/pkg"))
}

fn npm_dir() -> PathBuf {
    tools::root().join("dist/npm")
}

/// Builds both, checks that they name no folder of this machine, and prints what they weigh.
pub(crate) fn run() -> Result<()> {
    build()?;
    size::weigh().map(drop)
}

/// Builds both and checks that they name no folder of this machine.
pub(crate) fn build() -> Result<()> {
    tools::npm_packages()?;
    let pkg = bound()?;
    for feature in ["first", "board", "full"] {
        Build { feature, profile: "wasm" }.bind(&pkg)?;
        wasm::optimise(&glue_module(&pkg, feature))?;
    }
    npm(&pkg)?;
    embed(&pkg)?;
    for folder in [npm_dir(), embed_dir()] {
        names_no_machine(&folder)?;
    }
    println!("built dist/npm and dist/embed");
    Ok(())
}

fn glue_module(pkg: &Path, feature: &str) -> PathBuf {
    pkg.join(format!("{feature}_bg.wasm"))
}

/// ESM only: one file per entry, the modules beside them, found by `import.meta.url`.
fn npm(pkg: &Path) -> Result<()> {
    let to = fresh(npm_dir())?;
    bundle("index.js", &to.join("index.js"), "esm", pkg)?;
    bundle("register.js", &to.join("element.js"), "esm", pkg)?;
    let root = tools::root();
    let js = root.join("wasm/js");
    copy(&js.join("index.d.ts"), &to.join("index.d.ts"))?;
    copy(&js.join("evaluation.d.ts"), &to.join("evaluation.d.ts"))?;
    copy(&js.join("element.d.ts"), &to.join("element.d.ts"))?;
    for feature in ["first", "board", "full"] {
        copy(&glue_module(pkg, feature), &to.join(format!("{feature}.wasm")))?;
    }
    copy(&root.join(SHEET), &to.join("pledgeboard.css"))?;
    copy(&js.join("README.npm.md"), &to.join("README.md"))?;
    licences(&to)?;
    fs::write(to.join("package.json"), manifest()).context("cannot write package.json")
}

/// The classic script, its module, and an example page that works under the strict policy.
fn embed(pkg: &Path) -> Result<()> {
    let to = fresh(embed_dir())?;
    let root = tools::root();
    bundle("embed.js", &to.join("pledgeboard.js"), "iife", pkg)?;
    copy(&glue_module(pkg, "first"), &to.join("pledgeboard.wasm"))?;
    copy(&glue_module(pkg, "board"), &to.join("pledgeboard-whole.wasm"))?;
    copy(&root.join(SHEET), &to.join("pledgeboard.css"))?;
    copy(&root.join("www/embed/example.html"), &to.join("example.html"))?;
    copy(&root.join("www/embed/example.css"), &to.join("example.css"))?;
    copy(&root.join("www/programmes").join(EXAMPLE), &to.join(EXAMPLE))?;
    licences(&to)
}

fn bundle(entry: &str, out: &Path, format: &str, pkg: &Path) -> Result<()> {
    let root = tools::root();
    tools::run(
        Command::new("node")
            .arg(root.join("xtask/js/bundle.mjs"))
            .arg(root.join("wasm/js").join(entry))
            .arg(out)
            .arg(format)
            .arg(pkg)
            .arg(format!("/* pledgeboard {} | MIT OR Apache-2.0 */", version())),
    )
}

/// The workspace has one version; this crate is built from it.
fn version() -> &'static str {
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
    "./first.wasm": "./first.wasm",
    "./board.wasm": "./board.wasm",
    "./full.wasm": "./full.wasm",
    "./pledgeboard.css": "./pledgeboard.css",
    "./package.json": "./package.json"
  }},
  "types": "./index.d.ts",
  "sideEffects": ["./element.js"]
}}
"#,
        version()
    )
}

fn licences(to: &Path) -> Result<()> {
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&tools::root().join(name), &to.join(name))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display())).map(drop)
}

fn fresh(folder: PathBuf) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// What we publish says nothing about who built it.
fn names_no_machine(folder: &Path) -> Result<()> {
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
