//! Finds what the commands need and installs what it can; what it cannot, it names with the one command that does.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// The least Node whose `process.getBuiltinModule` exists.
const NODE: (u32, u32) = (20, 16);

/// The folder of the workspace.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace")
}

/// The target folder that this very program was built into, whatever set it.
pub(crate) fn target_dir() -> Result<PathBuf> {
    let program = std::env::current_exe().context("where is xtask?")?;
    let folder = program.ancestors().nth(2).context("xtask lies outside a target folder")?;
    Ok(folder.to_path_buf())
}

/// The cargo that started us.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// Runs a command with its output on the terminal.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {command:?}"))?;
    if !status.success() {
        bail!("{command:?} failed ({status})");
    }
    Ok(())
}

/// Runs a command and gives what it printed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().with_context(|| format!("cannot start {command:?}"))?;
    if !output.status.success() {
        bail!("{command:?} failed ({})", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a command can be started and ends well.
fn works(program: &str, arguments: &[&str]) -> bool {
    Command::new(program)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The wasm target, added by rustup where it is missing.
pub(crate) fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let library = sysroot()?.join("lib/rustlib").join(TARGET);
    if library.exists() {
        return Ok(());
    }
    if !works("rustup", &["--version"]) {
        bail!(
            "this Rust has no target {TARGET} and there is no rustup to add it. \
             Install Rust by https://rustup.rs, then run: rustup target add {TARGET}"
        );
    }
    eprintln!("adding the Rust target {TARGET}");
    // In the workspace, so that a toolchain chosen for this folder is the one that gets it.
    run(Command::new("rustup").args(["target", "add", TARGET]).current_dir(root()))
}

/// Where the compiler and its libraries lie.
pub(crate) fn sysroot() -> Result<PathBuf> {
    output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(root())).map(PathBuf::from)
}

/// The `rust-version` of the published crate.
pub(crate) fn oldest_rust() -> Result<String> {
    let metadata = output(cargo().args(["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata).context("cargo metadata")?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let core = packages.iter().find(|package| package["name"] == "pledgeboard").context("no crate pledgeboard")?;
    Ok(core["rust_version"].as_str().context("pledgeboard has no rust-version")?.to_owned())
}

/// The toolchain of a version of Rust (1.88 or 1.88.x), if rustup has one.
pub(crate) fn toolchain(version: &str) -> Option<String> {
    let list = output(Command::new("rustup").args(["toolchain", "list", "--quiet"])).ok()?;
    let of_version = |name: &&str| name.strip_prefix(version).is_some_and(|rest| rest.starts_with(['-', '.']));
    list.lines().find(of_version).map(str::to_owned)
}

/// `cargo fmt` and `cargo clippy`, added by rustup where the toolchain came without.
pub(crate) fn rust_components() -> Result<()> {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if works("cargo", &[command, "--version"]) {
            continue;
        }
        if !works("rustup", &["--version"]) {
            bail!("cargo {command} is missing and there is no rustup to add it");
        }
        run(Command::new("rustup").args(["component", "add", component]).current_dir(root()))?;
    }
    Ok(())
}

/// Node, new enough.
pub(crate) fn node() -> Result<()> {
    let wanted = format!("Node {}.{} or newer (https://nodejs.org)", NODE.0, NODE.1);
    let Ok(version) = output(Command::new("node").arg("--version")) else {
        bail!("Node is missing. Install {wanted} and run this again");
    };
    let mut parts = version.trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let found = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found < NODE {
        bail!("Node {version} is too old. Install {wanted} and run this again");
    }
    Ok(())
}

/// The name of npm's command.
pub(crate) fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

/// The npm packages of the workspace.
pub(crate) fn npm_packages() -> Result<()> {
    npm_packages_of(root())
}

/// The npm packages of a folder's lock file. A copy of the lock file inside `node_modules` says what is installed.
pub(crate) fn npm_packages_of(folder: &Path) -> Result<()> {
    node()?;
    let lock = fs::read(folder.join("package-lock.json")).context("package-lock.json")?;
    let stamp = folder.join("node_modules/.pledgeboard-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    eprintln!("installing the npm packages of {}", folder.join("package-lock.json").display());
    // No package of ours needs its install script.
    run(Command::new(npm())
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(folder))?;
    fs::write(stamp, lock).context("cannot note what is installed")
}

/// A Chromium for the browser tests, and a font with Chinese in it.
pub(crate) fn browser() -> Result<PathBuf> {
    let have_font = || works("sh", &["-c", "fc-list :lang=zh-cn family | grep -q ."]);
    let mut missing = Vec::new();
    if find_browser().is_none() {
        missing.push("chromium");
    }
    if !have_font() {
        missing.push("fonts-noto-cjk");
    }
    if !missing.is_empty() {
        apt_install(&missing)?;
    }
    if !have_font() {
        bail!("no font with Chinese was found, even after installing {}", missing.join(" "));
    }
    find_browser().context("no Chromium was found, even after installing it")
}

/// `CHROMIUM` if set, else the first known name in `PATH`.
fn find_browser() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os("CHROMIUM") {
        return Some(PathBuf::from(path));
    }
    let path = std::env::var_os("PATH")?;
    ["chromium", "chromium-browser", "google-chrome"]
        .iter()
        .flat_map(|name| std::env::split_paths(&path).map(move |folder| folder.join(name)))
        .find(|candidate| candidate.is_file())
}

/// Firefox, which the tests of other engines cannot do without. `FIREFOX` names one elsewhere.
pub(crate) fn firefox() -> Result<PathBuf> {
    let find = || std::env::var_os("FIREFOX").map(PathBuf::from).or_else(|| find_program("firefox-esr"));
    if find().is_none() {
        apt_install(&["firefox-esr"])?;
    }
    find().context("no Firefox was found, even after installing it")
}

/// WebKit's driver and the small browser that it drives.
pub(crate) struct Webkit {
    pub(crate) driver: PathBuf,
    pub(crate) browser: PathBuf,
}

/// WebKitGTK with the screen that it needs.
pub(crate) fn webkit() -> Result<Webkit> {
    if find_webkit().is_none() {
        apt_install(&["webkit2gtk-driver", "xvfb", "xauth"])?;
    }
    find_webkit().context("no WebKitWebDriver, MiniBrowser and xvfb-run were found, even after installing them")
}

fn find_webkit() -> Option<Webkit> {
    find_program("xvfb-run")?;
    let driver = find_program("WebKitWebDriver")?;
    // It lies in a folder of its architecture and version.
    let pattern = "ls /usr/lib/*/webkit2gtk-4.*/MiniBrowser";
    let browser = output(Command::new("sh").args(["-c", pattern])).ok()?.lines().next()?.into();
    Some(Webkit { driver, browser })
}

/// Python, new enough, with what makes virtual environments. `PYTHON` names one elsewhere.
pub(crate) fn python() -> Result<PathBuf> {
    let find = || std::env::var_os("PYTHON").map(PathBuf::from).or_else(|| find_program("python3"));
    let fits = |python: &Path| {
        // Debian packs what fills a new environment apart from Python itself.
        let question = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))";
        works(&python.to_string_lossy(), &["-c", question])
    };
    if !find().is_some_and(|python| fits(&python)) {
        apt_install(&["python3", "python3-venv"])?;
    }
    let found = find().filter(|python| fits(python));
    found.context("no Python 3.10 or newer with venv was found (PYTHON=/path/to/python names one elsewhere)")
}

fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|candidate| candidate.is_file())
}

fn apt_install(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    let root_user = output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
    if !works("apt-get", &["--version"]) {
        bail!("the tests need {list}. Install them (CHROMIUM and PYTHON name a browser and a Python elsewhere)");
    }
    if !root_user {
        bail!("the tests need {list}. Run: sudo apt-get install -y {list}");
    }
    eprintln!("installing {list} by apt");
    let apt = |arguments: &[&str]| {
        run(Command::new("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null()))
    };
    apt(&["update"])?;
    let mut install = vec!["install", "-y", "--no-install-recommends"];
    install.extend(packages);
    apt(&install)
}
