//! `cargo xtask bench`: what things cost, here and against others.

use std::process::Command;

use anyhow::{Context, Result};

use crate::{package, tools};

/// The benches of the crates.
pub(crate) fn run() -> Result<()> {
    tools::run(tools::cargo().args(["bench", "--package", "pledgeboard-benches"]))
}

/// The widget against chart libraries, in a browser: `benches/peers`. `rounds` as its script has it, if not given.
pub(crate) fn peers(rounds: Option<u32>) -> Result<()> {
    package::build()?;
    let browser = tools::browser()?;
    let folder = tools::root().join("benches/peers");
    tools::npm_packages_of(&folder).context("the chart libraries")?;
    let mut command = Command::new("node");
    command.arg(folder.join("run.mjs")).env("CHROMIUM", browser).env("PLEDGEBOARD_PKG", package::bound()?);
    if let Some(rounds) = rounds {
        command.args(["--rounds", &rounds.to_string()]);
    }
    tools::run(&mut command)
}

/// What the extraction reads, and how fast, against Recognizers-Text: `benches/recognizers`.
pub(crate) fn numbers() -> Result<()> {
    if !tools::root().join("dist/npm/index.js").exists() {
        package::build()?;
    }
    let folder = tools::root().join("benches/recognizers");
    tools::npm_packages_of(&folder).context("Recognizers-Text")?;
    tools::run(Command::new("node").arg(folder.join("run.mjs")))
}
