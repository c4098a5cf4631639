//! `cargo xtask size`: what a page loads, against its goal.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{package, python, tools};

/// What a page is meant to load at most for its first sight, in bytes after brotli (KB = 1000).
const GOAL: u64 = 66_000;

/// What it may load today: the goal is not reached yet (ARCHITECTURE.md says where the bytes go), and until then no change
/// may take it further away. Lower this with every kilobyte that is won.
const CEILING: u64 = 73_000;

/// The files of the embed that a page loads; the example and its document are not among them.
const LOADED: [&str; 2] = ["pledgeboard.js", "pledgeboard.wasm"];

/// What it loads where that is not enough: another view, a document with faults.
const ON_DEMAND: &str = "pledgeboard-whole.wasm";

struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
    name: String,
}

/// Prints the table; `false` when the ceiling is passed. Builds first where there is nothing to weigh.
pub(crate) fn run() -> Result<bool> {
    tools::node()?;
    if !package::embed_dir().join(LOADED[0]).exists() {
        package::run()?;
    }
    weigh()
}

/// Weighs what `dist/embed` holds now.
pub(crate) fn weigh() -> Result<bool> {
    let sizes = measure(&LOADED)?;
    println!("{:>10} {:>10} {:>10}", "raw", "gzip", "brotli");
    let line = |raw: u64, gzip: u64, brotli: u64, name: &str| {
        println!("{:>10} {:>10} {:>10}  {name}", kilo(raw), kilo(gzip), kilo(brotli));
    };
    for size in &sizes {
        line(size.raw, size.gzip, size.brotli, &size.name);
    }
    let sum = |part: fn(&Size) -> u64| sizes.iter().map(part).sum::<u64>();
    let brotli = sum(|size| size.brotli);
    line(sum(|size| size.raw), sum(|size| size.gzip), brotli, "what a page loads");
    for size in measure(&[ON_DEMAND])? {
        line(size.raw, size.gzip, size.brotli, &format!("{} (on demand)", size.name));
    }
    let fits = brotli <= CEILING && without_extraction()?;
    packages()?;
    let verdict = match brotli {
        0..=GOAL => "within the goal",
        _ if fits => "over the goal, under today's ceiling",
        _ => "OVER TODAY'S CEILING",
    };
    println!("{} KB brotli: {verdict} (goal {}, ceiling {})", kilo(brotli), kilo(GOAL), kilo(CEILING));
    Ok(fits)
}

/// Words of the table that the reader of notices listens to, and of no other room.
const EXTRACTION: &str = "一老一小 一站式";

/// Whether no page pays for reading notices, which is the npm package's; prints where it is.
fn without_extraction() -> Result<bool> {
    let holds = |path: &Path| -> Result<bool> {
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(bytes.windows(EXTRACTION.len()).any(|window| window == EXTRACTION.as_bytes()))
    };
    let mut free = true;
    for name in ["pledgeboard.wasm", ON_DEMAND] {
        free &= !holds(&package::embed_dir().join(name))?;
    }
    let npm = package::npm_dir().join("full.wasm");
    // Else the words have changed and nothing was checked.
    let there = holds(&npm)?;
    for size in measure_paths(&[npm])? {
        let [raw, gzip, brotli] = [size.raw, size.gzip, size.brotli].map(kilo);
        println!("{raw:>10} {gzip:>10} {brotli:>10}  {} (npm; reads notices too)", size.name);
    }
    println!("reading notices: {}", if free && there { "in the npm package only" } else { "IN THE PAGE" });
    Ok(free && there)
}

/// What the packages weigh: as they are fetched, and unpacked.
fn packages() -> Result<()> {
    let text = package::text_dir().join("text.wasm");
    for size in measure_paths(&[text])? {
        let [raw, gzip, brotli] = [size.raw, size.gzip, size.brotli].map(kilo);
        println!("{raw:>10} {gzip:>10} {brotli:>10}  {} (Python and other hosts)", size.name);
    }
    let mut npm = Command::new(tools::npm());
    npm.args(["pack", "--dry-run", "--json", "--loglevel=silent"]).current_dir(package::npm_dir());
    let packed: Value = serde_json::from_str(&tools::output(&mut npm)?)?;
    let bytes = |key: &str| packed[0][key].as_u64().with_context(|| format!("npm pack says no {key}"));
    println!("npm package: {} KB, unpacked {} KB", kilo(bytes("size")?), kilo(bytes("unpackedSize")?));
    // Python is not needed for the rest; without it there is no wheel to weigh.
    if let Ok(files) = fs::read_dir(python::wheel_dir()) {
        for file in files {
            println!("wheel: {} KB", kilo(file?.metadata()?.len()));
        }
    }
    Ok(())
}

fn measure(names: &[&str]) -> Result<Vec<Size>> {
    measure_paths(&names.iter().map(|name| package::embed_dir().join(name)).collect::<Vec<_>>())
}

fn measure_paths(paths: &[PathBuf]) -> Result<Vec<Size>> {
    let mut command = Command::new("node");
    command.arg(tools::root().join("xtask/js/sizes.mjs"));
    command.args(paths);
    tools::output(&mut command)?.lines().map(|line| parse(line).context("sizes.mjs printed nonsense")).collect()
}

fn parse(line: &str) -> Option<Size> {
    let mut words = line.splitn(4, ' ');
    let mut number = || words.next()?.parse().ok();
    let (raw, gzip, brotli) = (number()?, number()?, number()?);
    Some(Size { raw, gzip, brotli, name: words.next()?.to_owned() })
}

/// Thousands of bytes with one decimal, rounded half up, without floats.
fn kilo(bytes: u64) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::kilo;

    #[test]
    fn kilobytes_are_thousands() {
        assert_eq!(kilo(60_000), "60.0");
        assert_eq!(kilo(49), "0.0");
        assert_eq!(kilo(50), "0.1");
        assert_eq!(kilo(33_950), "34.0");
    }
}
