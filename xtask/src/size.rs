//! `cargo xtask size`: what a page loads, against its budget.

use std::process::Command;

use anyhow::{Context, Result};

use crate::{package, tools};

/// What a page may load, in bytes after brotli (KB = 1000).
const BUDGET: u64 = 60_000;

/// The files of the embed that a page loads; the example and its document are not among them.
const LOADED: [&str; 2] = ["pledgeboard.js", "pledgeboard.wasm"];

struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
    name: String,
}

/// Prints the table; `false` when the budget is passed. Builds first where there is nothing to weigh.
pub(crate) fn run() -> Result<bool> {
    tools::node()?;
    if !package::embed_dir().join(LOADED[0]).exists() {
        package::run()?;
    }
    weigh()
}

/// Weighs what `dist/embed` holds now.
pub(crate) fn weigh() -> Result<bool> {
    let sizes = measure()?;
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
    let fits = brotli <= BUDGET;
    println!(
        "{} of {} KB brotli: {}",
        kilo(brotli),
        kilo(BUDGET),
        if fits { "within the budget" } else { "OVER THE BUDGET" }
    );
    Ok(fits)
}

fn measure() -> Result<Vec<Size>> {
    let mut command = Command::new("node");
    command.arg(tools::root().join("xtask/js/sizes.mjs"));
    command.args(LOADED.map(|name| package::embed_dir().join(name)));
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
