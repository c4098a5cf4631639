//! `cargo xtask`: the commands of the project, in Rust, so that a fresh machine needs nothing else to start.
//!
//! | module | what it does |
//! |---|---|
//! | `tools` | finds what the commands need (Node, npm packages, browser, font, wasm target), installs what it can |
//! | `wasm` | crate `wasm` → wasm-bindgen → wasm-opt |
//! | `serve` | builds the demo and serves it, Rust only |
//! | `package` | what is released, in `dist` |
//! | `notices` | the licences of what is inside |
//! | `python` | the wheel, and environments to test it in |
//! | `release` | all of it with one version, in `dist/release` |
//! | `size` | what a page loads, against its goal |
//! | `bench` | what things cost, here and against others |
//! | `test` | everything that must be true, in one verdict |

mod bench;
mod notices;
mod package;
mod python;
mod release;
mod serve;
mod size;
mod test;
mod tools;
mod wasm;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

const HELP: &str = "\
cargo xtask <command>

  serve [--port N]   build the demo and serve it on this machine (needs Rust only)
  test               formatting, lints, documentation, all tests; ends with `N passed, N failed`
  test extra         what takes longer: Python and notebooks, all that is released packed twice, bundlers and Deno, Firefox,
                     WebKit, many more random cases, the benches once
  test python        of these, what has to do with Python
  build              dist/npm (the npm package), dist/embed (the files a page loads), dist/single, dist/iframe, dist/text
                     (other wasm hosts), dist/examples (pages that run the npm package)
  wheel              dist/python (the Python package), of what build made; needs Python 3.10 or newer
  release [--check]  what would be published, with one version, in dist/release; --check packs twice and compares
  size               raw, gzip and brotli size of what a page loads, against 66 KB brotli, and of the packages
  bench              what reading, evaluating and drawing cost
  bench peers [--rounds N]   this widget against chart libraries, in a browser
  bench numbers      what the extraction reads, and how fast, against Recognizers-Text

test, build, bench peers and bench numbers also need Node 20.16 or newer; they fetch npm packages from
package-lock.json, and test installs browsers and a CJK font by apt where it may.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the command that the arguments name; `false` when it ran to its end with a bad verdict.
fn dispatch(arguments: &[String]) -> Result<bool> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(true)
        }
        ["serve"] => serve::run(None).map(|()| true),
        ["serve", "--port", port] => {
            let port = port.parse().with_context(|| format!("not a port: {port}"))?;
            serve::run(Some(port)).map(|()| true)
        }
        ["build"] => package::run().map(|()| true),
        ["wheel"] => python::wheel().map(|_| true),
        ["release"] => release::run(false).map(|_| true),
        ["release", "--check"] => release::run(true),
        ["size"] => size::run(),
        ["bench"] => bench::run().map(|()| true),
        ["bench", "peers"] => bench::peers(None).map(|()| true),
        ["bench", "peers", "--rounds", rounds] => {
            let rounds = rounds.parse().with_context(|| format!("not a number of rounds: {rounds}"))?;
            bench::peers(Some(rounds)).map(|()| true)
        }
        ["bench", "numbers"] => bench::numbers().map(|()| true),
        ["test"] => Ok(test::run()),
        ["test", "extra"] => Ok(test::extra()),
        ["test", "python"] => Ok(test::python()),
        other => bail!("unknown arguments: {}\n\n{HELP}", other.join(" ")),
    }
}
