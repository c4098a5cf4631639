//! `cargo xtask release`: everything that would be published, in `dist/release`, with one version.
//!
//! | file | for |
//! |---|---|
//! | `pledgeboard-V.crate` | crates.io |
//! | `pledgeboard-V.tgz` | npm |
//! | `pledgeboard-V-py3-none-any.whl` | PyPI |
//! | `pledgeboard-embed-V.tar.gz` | web servers: the files a page loads, the single script, the frame, each with its hashes |
//! | `pledgeboard-text-V.wasm` | other wasm hosts |
//! | `integrity.json` | the Subresource Integrity of the embed's files |
//! | `THIRD-PARTY.txt` | the licences of what is inside |
//! | `SHA256SUMS` | all of these |
//!
//! The same commit gives the same bytes: archives are sorted, belong to nobody and carry one date.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use flate2::{Compression, GzBuilder};

use crate::{package, python, tools};

/// Builds and gathers; with `check`, packs a second time and compares.
pub(crate) fn run(check: bool) -> Result<bool> {
    package::build()?;
    let to = gather(package::embed_dir().with_file_name("release"), Tree::Committed)?;
    println!("released into {}:\n{}", to.display(), fs::read_to_string(to.join("SHA256SUMS"))?.trim_end());
    if check { repeats(&to, Tree::Committed) } else { Ok(true) }
}

/// Packs twice what was built, for the tests, and compares.
pub(crate) fn packs_alike() -> Result<bool> {
    repeats(&gather(tools::target_dir()?.join("pledgeboard/release"), Tree::AsItIs)?, Tree::AsItIs)
}

/// What a release is made of: only what is committed may be published.
#[derive(Clone, Copy, PartialEq)]
enum Tree {
    Committed,
    AsItIs,
}

fn repeats(first: &Path, tree: Tree) -> Result<bool> {
    let again = gather(tools::target_dir()?.join("pledgeboard/release-again"), tree)?;
    let same = fs::read(first.join("SHA256SUMS"))? == fs::read(again.join("SHA256SUMS"))?;
    println!("packed twice: {}", if same { "the same bytes" } else { "DIFFERENT BYTES" });
    Ok(same)
}

fn gather(to: PathBuf, tree: Tree) -> Result<PathBuf> {
    let version = package::version();
    let to = package::fresh(to)?;
    crate_file(&to, version, tree)?;
    npm_file(&to, version)?;
    let wheel = python::wheel()?;
    package::copy(&wheel, &to.join(wheel.file_name().context("a wheel without a name")?))?;
    archive(&to.join(format!("pledgeboard-embed-{version}.tar.gz")))?;
    package::copy(&package::text_dir().join("text.wasm"), &to.join(format!("pledgeboard-text-{version}.wasm")))?;
    for name in ["integrity.json", "THIRD-PARTY.txt"] {
        package::copy(&package::embed_dir().join(name), &to.join(name))?;
    }
    tools::run(Command::new("node").arg(tools::root().join("xtask/js/sums.mjs")).arg(&to))?;
    package::names_no_machine(&to)?;
    Ok(to)
}

/// What crates.io would get. Cargo refuses a tree that is not committed, and so should a release.
fn crate_file(to: &Path, version: &str, tree: Tree) -> Result<()> {
    let target = tools::target_dir()?;
    // Whether it builds is what the tests of the packed crate ask.
    let mut package = tools::cargo();
    package.args(["package", "--package", "pledgeboard", "--no-verify", "--target-dir"]).arg(&target);
    if tree == Tree::AsItIs {
        package.arg("--allow-dirty");
    }
    tools::run(&mut package)?;
    let name = format!("pledgeboard-{version}.crate");
    package::copy(&target.join("package").join(&name), &to.join(&name))
}

fn npm_file(to: &Path, version: &str) -> Result<()> {
    let packed = tools::output(
        Command::new(tools::npm())
            .args(["pack", "--json", "--loglevel=silent", "--pack-destination"])
            .arg(to)
            .current_dir(package::npm_dir()),
    )?;
    let name = format!("pledgeboard-{version}.tgz");
    if !packed.contains(&name) || !to.join(&name).exists() {
        bail!("npm packed something else than {name}: {packed}");
    }
    Ok(())
}

/// The folders for web servers as one archive.
fn archive(to: &Path) -> Result<()> {
    let file = fs::File::create(to).with_context(|| format!("cannot write {}", to.display()))?;
    let mut tar = tar::Builder::new(GzBuilder::new().mtime(0).write(file, Compression::best()));
    for folder in ["embed", "single", "iframe"] {
        let from = package::embed_dir().with_file_name(folder);
        let mut names: Vec<_> = fs::read_dir(&from)?.map(|entry| Ok(entry?.file_name())).collect::<Result<_>>()?;
        names.sort();
        for name in names {
            let bytes = fs::read(from.join(&name))?;
            let mut header = tar::Header::new_gnu();
            header.set_size(bytes.len() as u64);
            header.set_mode(0o644);
            header.set_mtime(0);
            header.set_cksum();
            tar.append_data(&mut header, Path::new(folder).join(&name), bytes.as_slice())?;
        }
    }
    tar.into_inner()?.finish()?;
    Ok(())
}
