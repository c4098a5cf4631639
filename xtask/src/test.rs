//! `cargo xtask test`: everything that must be true, one step after the other, in one verdict.
//!
//! A step that fails does not stop the others. The last line is `N passed, N failed`, summed over all runners; a step
//! without a runner of its own (formatting, lints, documentation, build, size) counts as one.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::{bench, package, python, release, size, tools};

/// What came of a step.
#[derive(Clone, Copy, Default)]
struct Counts {
    passed: u64,
    failed: u64,
}

struct Step {
    name: &'static str,
    counts: Counts,
    seconds: u64,
    /// Why it could not run to its end.
    error: Option<String>,
}

/// Runs all steps and prints the verdict; `false` when anything failed.
pub(crate) fn run() -> bool {
    let steps = [
        step("format", || {
            tools::rust_components()?;
            one(tools::cargo().args(["fmt", "--all", "--check"]))
        }),
        step("clippy", || one(tools::cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))),
        step("rustdoc", || {
            one(tools::cargo().args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
        }),
        step("cargo test", || counted(tools::cargo().args(["test", "--workspace", "--no-fail-fast"]))),
        // The core of a page's first program; the workspace's own tests need its features.
        step("bare core", || {
            counted(tools::cargo().args([
                "test",
                "--package",
                "pledgeboard",
                "--no-default-features",
                "--no-fail-fast",
            ]))
        }),
        step("oldest rust", oldest_rust),
        step("build", || package::build().map(|()| Counts { passed: 1, failed: 0 })),
        step("size", || Ok(verdict(size::weigh()?))),
        step("node", || node_tests("tests/node", &[("PLEDGEBOARD_PKG", &package::bound()?)])),
        step("browser", || {
            let browser = tools::browser()?;
            node_tests("tests/browser", &[("CHROMIUM", &browser)])
        }),
    ];
    summarise(&steps)
}

/// Runs what takes longer or needs more: other engines, other hosts, more cases, the benches once. Expects what `build` makes, and
/// makes it where it is missing.
pub(crate) fn extra() -> bool {
    let mut steps = vec![step("build", || {
        if !package::embed_dir().join("pledgeboard.js").exists() {
            package::build()?;
        }
        Ok(Counts { passed: 1, failed: 0 })
    })];
    steps.extend(python_steps());
    steps.extend([
        step("release", || Ok(verdict(release::packs_alike()?))),
        step("engines", engines),
        step("hosts", hosts),
        step("properties", || {
            // The default allows 1024 cases to be thrown away, which is meant for 256.
            let many = [
                ("PROPTEST_CASES", "4000"),
                ("PROPTEST_MAX_GLOBAL_REJECTS", "16384"),
                ("PLEDGEBOARD_PAIRS", "1000000"),
            ];
            counted(tools::cargo().args(["test", "--package", "pledgeboard", "--lib", "--all-features"]).envs(many))
        }),
        // Each once, without measuring: they must run.
        step("benches", || one(tools::cargo().args(["bench", "--package", "pledgeboard-benches", "--", "--test"]))),
        step("peers", || bench::peers(Some(1)).map(|()| Counts { passed: 1, failed: 0 })),
    ]);
    summarise(&steps)
}

/// Runs what has to do with Python alone.
pub(crate) fn python() -> bool {
    summarise(&python_steps())
}

fn python_steps() -> [Step; 3] {
    [
        step("wheel", || Ok(verdict(python::rebuilds(&python::wheel()?)?))),
        step("python", python_tests),
        step("notebooks", || {
            let python = python::tested(&python::wheel()?)?;
            node_tests("tests/jupyter", &[("CHROMIUM", &tools::browser()?), ("PYTHON", &python)])
        }),
    ]
}

/// The published crate in the oldest Rust that it says it needs, where rustup has that.
fn oldest_rust() -> Result<Counts> {
    let version = tools::oldest_rust()?;
    let Some(toolchain) = tools::toolchain(&version) else {
        println!("skipped: no Rust {version} here (rustup toolchain install {version} --profile minimal)");
        return Ok(Counts::default());
    };
    // In a folder of its own: two compilers in one would build all anew at every change of hands.
    one(Command::new("rustup")
        .args([
            "run",
            &toolchain,
            "cargo",
            "check",
            "--locked",
            "--package",
            "pledgeboard",
            "--all-features",
            "--target-dir",
        ])
        .arg(tools::target_dir()?.join("oldest-rust"))
        .current_dir(tools::root()))
}

/// The npm package in bundlers and in Deno.
fn hosts() -> Result<Counts> {
    let folder = "tests/hosts";
    tools::npm_packages_of(&tools::root().join(folder))?;
    let (native, generate) = (native("pledgeboard-benches", "columns")?, native("pledgeboard", "generate")?);
    let browser = tools::browser()?;
    let environment =
        [("CHROMIUM", browser.as_path()), ("PLEDGEBOARD_NATIVE", &native), ("PLEDGEBOARD_GENERATE", &generate)];
    node_tests(folder, &environment)
}

/// An example of a crate as a program of its own, built for speed: what other hosts are timed against.
fn native(package: &str, example: &str) -> Result<PathBuf> {
    tools::run(tools::cargo().args(["build", "--release", "--package", package, "--example", example]))?;
    Ok(tools::target_dir()?.join("release/examples").join(example))
}

/// The wheel's own tests, which also install it alone, and say how much longer it takes than Rust.
fn python_tests() -> Result<Counts> {
    let wheel = python::wheel()?;
    let installed = python::installed(&wheel)?;
    let native = native("pledgeboard-benches", "columns")?;
    counted(
        Command::new(python::tested(&wheel)?)
            .args(["-m", "pytest", "--quiet", "-p", "no:cacheprovider", "tests/python"])
            .envs([("PLEDGEBOARD_WHEEL", wheel), ("PLEDGEBOARD_INSTALLED", installed), ("PLEDGEBOARD_NATIVE", native)])
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .current_dir(tools::root()),
    )
}

/// Firefox must be there; WebKit is tried where it can be had.
fn engines() -> Result<Counts> {
    let chromium = tools::browser()?;
    let firefox = tools::firefox()?;
    let webkit = tools::webkit().inspect_err(|error| println!("skipped: WebKit ({error:#})")).ok();
    let mut environment: Vec<(&str, &Path)> = vec![("CHROMIUM", &chromium), ("FIREFOX", &firefox)];
    if let Some(webkit) = &webkit {
        environment.extend([("WEBKIT_DRIVER", webkit.driver.as_path()), ("MINI_BROWSER", webkit.browser.as_path())]);
    }
    node_tests("tests/engines", &environment)
}

fn step(name: &'static str, work: impl FnOnce() -> Result<Counts>) -> Step {
    println!("\n== {name}");
    let start = Instant::now();
    let result = work();
    let seconds = start.elapsed().as_secs();
    match result {
        Ok(counts) => Step { name, counts, seconds, error: None },
        Err(error) => {
            let error = format!("{error:#}");
            eprintln!("{name}: {error}");
            Step { name, counts: Counts { passed: 0, failed: 1 }, seconds, error: Some(error) }
        }
    }
}

fn summarise(steps: &[Step]) -> bool {
    println!("\n== summary");
    let mut total = Counts::default();
    for Step { name, counts, seconds, error } in steps {
        total.passed += counts.passed;
        total.failed += counts.failed;
        let word = match counts {
            Counts { passed: 0, failed: 0 } => "skipped",
            Counts { failed: 0, .. } => "ok",
            Counts { .. } => "FAILED",
        };
        print!("{name:<12} {word:<7} {:>5} passed {:>4} failed {seconds:>5} s", counts.passed, counts.failed);
        match error {
            Some(error) => println!("  {}", error.lines().next().unwrap_or("")),
            None => println!(),
        }
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    // Piped output must not lose its last line to an exit.
    let _ = std::io::stdout().flush();
    total.failed == 0
}

fn verdict(good: bool) -> Counts {
    Counts { passed: u64::from(good), failed: u64::from(!good) }
}

/// A command that counts as one check.
fn one(command: &mut Command) -> Result<Counts> {
    let status = command.status().with_context(|| format!("cannot start {command:?}"))?;
    Ok(verdict(status.success()))
}

/// A test runner: its output is shown as it comes and its own counts are read off it.
fn counted(command: &mut Command) -> Result<Counts> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start {command:?}"))?;
    let output = child.stdout.take().context("the runner has no output")?;
    let mut counts = Counts::default();
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        if let Some((passed, failed)) = read_counts(&line) {
            counts.passed += passed;
            counts.failed += failed;
        }
    }
    // A runner that dies without counting (a crate that does not compile) is a failure of its own.
    if !child.wait()?.success() && counts.failed == 0 {
        counts.failed = 1;
    }
    if counts.passed + counts.failed == 0 {
        bail!("no test ran: {command:?}");
    }
    Ok(counts)
}

/// Reads `test result: ok. 12 passed; 0 failed; …` of cargo and `# pass 12`, `# fail 0`, `# cancelled 0` of Node (TAP).
fn read_counts(line: &str) -> Option<(u64, u64)> {
    if let Some(rest) = line.strip_prefix("test result: ") {
        let number_before = |word: &str| {
            let (before, _) = rest.split_once(word)?;
            before.split_whitespace().next_back()?.parse::<u64>().ok()
        };
        return Some((number_before(" passed")?, number_before(" failed")?));
    }
    let (word, number) = line.strip_prefix("# ")?.split_once(' ')?;
    let number: u64 = number.parse().ok()?;
    match word {
        "pass" => Some((number, 0)),
        "fail" | "cancelled" => Some((0, number)),
        _ => None,
    }
}

/// Runs the `*.test.mjs` of a folder by Node's own runner.
fn node_tests(folder: &str, environment: &[(&str, &Path)]) -> Result<Counts> {
    tools::npm_packages()?;
    let files = test_files(&tools::root().join(folder))?;
    if files.is_empty() {
        bail!("no tests in {folder}");
    }
    // Named one by one, because Node 20 and 22 understand a folder differently; one at a time, because a browser
    // shares the machine with each.
    counted(
        Command::new("node")
            .args(["--test", "--test-reporter=tap", "--test-concurrency=1"])
            .args(files)
            .envs(environment.iter().copied())
            .current_dir(tools::root()),
    )
}

fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .with_context(|| format!("cannot list {}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::read_counts;

    #[test]
    fn reads_the_counts_of_both_runners() {
        let cargo = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        assert_eq!(read_counts(cargo), Some((12, 3)));
        assert_eq!(read_counts("# pass 7"), Some((7, 0)));
        assert_eq!(read_counts("# fail 2"), Some((0, 2)));
        assert_eq!(read_counts("# tests 9"), None);
        assert_eq!(read_counts("ok 1 - pass 7"), None);
        // Rust's doc tests print a heading that begins alike.
        assert_eq!(read_counts("# pass on"), None);
    }
}
