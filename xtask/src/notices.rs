//! The licences of what is inside: `THIRD-PARTY.txt`, from the packages that the modules are compiled of.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::tools;

/// The text, the same for everything that is released: the largest module holds what the others hold.
pub(crate) fn third_party() -> Result<String> {
    let sources = sources()?;
    let mut text = String::from(
        "Pledgeboard is MIT OR Apache-2.0 (LICENSE-MIT, LICENSE-APACHE). Its WebAssembly modules and scripts hold code of these\n\
         packages, and of the Rust standard library (The Rust Project Contributors, MIT OR Apache-2.0; see LICENSE-APACHE).\n",
    );
    for package in compiled()? {
        let (name, licence) = package.split_once('|').context("cargo tree printed nonsense")?;
        let source = sources.get(name).with_context(|| format!("no source of {name}"))?;
        write!(text, "\n{}\n{name} ({licence})\n", "=".repeat(100))?;
        let files = licence_files(&source.folder, licence)?;
        if files.is_empty() {
            write!(text, "\nCopyright (c) {}; the words are those of LICENSE-MIT.\n", source.authors)?;
        }
        for file in files {
            let words = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
            write!(text, "\n{}\n", words.replace('\r', "").trim())?;
        }
    }
    Ok(text)
}

/// `name v1.2.3|licence` of every foreign package in the modules.
fn compiled() -> Result<Vec<String>> {
    let tree = tools::output(
        tools::cargo()
            .args([
                "tree",
                "--locked",
                "--package",
                "pledgeboard-wasm",
                "--no-default-features",
                "--features",
                "full,text",
            ])
            .args([
                "--target",
                "wasm32-unknown-unknown",
                "--edges",
                "normal,no-proc-macro",
                "--prefix",
                "none",
                "--no-dedupe",
            ])
            .args(["--format", "{p}|{l}"]),
    )?;
    let mut packages: Vec<String> =
        tree.lines().filter(|line| !line.starts_with("pledgeboard")).map(str::to_owned).collect();
    packages.sort();
    packages.dedup();
    if packages.len() < 5 {
        bail!("cargo tree lists only {} packages", packages.len());
    }
    Ok(packages)
}

/// A package as it was fetched.
struct Source {
    folder: PathBuf,
    authors: String,
}

/// The source of each package, by `name v1.2.3`.
fn sources() -> Result<BTreeMap<String, Source>> {
    let metadata = tools::output(tools::cargo().args(["metadata", "--format-version", "1", "--locked"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let source = |package: &Value| {
        let folder = Path::new(package["manifest_path"].as_str()?).parent()?.to_path_buf();
        let authors: Vec<&str> = package["authors"].as_array()?.iter().filter_map(Value::as_str).collect();
        let name = format!("{} v{}", package["name"].as_str()?, package["version"].as_str()?);
        Some((name, Source { folder, authors: authors.join(", ") }))
    };
    Ok(packages.iter().filter_map(source).collect())
}

/// The texts of a licence: of a choice the one that asks for the least, MIT. None only where the package brings none.
fn licence_files(folder: &Path, licence: &str) -> Result<Vec<PathBuf>> {
    let upper = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().to_ascii_uppercase();
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let starts = ["LICENSE", "LICENCE", "COPYING", "UNLICENSE"].iter().any(|start| upper(&path).starts_with(start));
        if path.is_file() && starts {
            files.push(path);
        }
    }
    files.sort();
    let choice = files.iter().find(|path| upper(path).ends_with("MIT")).filter(|_| !licence.contains(" AND "));
    if let Some(mit) = choice {
        return Ok(vec![mit.clone()]);
    }
    if files.is_empty() && licence != "MIT" {
        bail!("{} brings no text of its licence {licence}", folder.display());
    }
    Ok(files)
}
