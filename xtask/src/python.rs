//! The wheel of PyPI (`dist/python`), and what is tested in Python.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{package, tools};

/// What the files of the wheel say of their age, in seconds since 1970: always the same, so that it rebuilds bit for bit.
const EPOCH: &str = "1577836800";

/// Where the wheel is put.
pub(crate) fn wheel_dir() -> PathBuf {
    tools::root().join("dist/python")
}

/// The wheel, of what `package::build` made; makes that where it is missing.
pub(crate) fn wheel() -> Result<PathBuf> {
    if !package::text_dir().join("text.wasm").exists() {
        package::build()?;
    }
    let built = build(&package::fresh(wheel_dir())?, "wheel")?;
    println!("built {}", built.strip_prefix(tools::root()).unwrap_or(&built).display());
    Ok(built)
}

/// Whether a second wheel, built elsewhere, has the same bytes.
pub(crate) fn rebuilds(wheel: &Path) -> Result<bool> {
    let again =
        build(&package::fresh(tools::target_dir()?.join("pledgeboard/wheel-again/dist"))?, "wheel-again/stage")?;
    Ok(again.file_name() == wheel.file_name() && fs::read(again)? == fs::read(wheel)?)
}

/// Puts together in a folder of its own what the wheel is made of, and packs it.
fn build(to: &Path, stage: &str) -> Result<PathBuf> {
    let from = tools::root().join("python");
    let stage = package::fresh(tools::target_dir()?.join("pledgeboard").join(stage))?;
    let sources = Path::new("src/pledgeboard");
    fs::create_dir_all(stage.join(sources))?;
    for name in ["pyproject.toml", "README.md"] {
        package::copy(&from.join(name), &stage.join(name))?;
    }
    for entry in fs::read_dir(from.join(sources))? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "py" || end == "typed") {
            let name = path.file_name().context("a file without a name")?;
            package::copy(&path, &stage.join(sources).join(name))?;
        }
    }
    package::copy(&package::text_dir().join("text.wasm"), &stage.join(sources).join("text.wasm"))?;
    package::bundle("widget.js", &stage.join(sources).join("widget.js"), "esm", "board", &package::bound()?)?;
    package::licences(&stage)?;
    package::names_no_machine(&stage.join(sources))?;
    tools::run(
        Command::new(environment("build", &from.join("build-requirements.txt"))?)
            .args(["-m", "hatchling", "build", "--target", "wheel", "--directory"])
            .arg(to)
            .env("SOURCE_DATE_EPOCH", EPOCH)
            .env("PLEDGEBOARD_VERSION", package::version())
            .current_dir(&stage),
    )?;
    let wheels: Vec<_> = fs::read_dir(to)?.collect::<Result<_, _>>()?;
    match wheels.as_slice() {
        [wheel] => Ok(wheel.path()),
        _ => bail!("{} holds {} files instead of one wheel", to.display(), wheels.len()),
    }
}

/// The Python of the tests: what they need, and the wheel.
pub(crate) fn tested(wheel: &Path) -> Result<PathBuf> {
    let python = environment("tests", &tools::root().join("tests/python/requirements.txt"))?;
    pip(&python, &["--no-deps", "--force-reinstall"], wheel)?;
    Ok(python)
}

/// A Python of its own with nothing but the wheel and what that asks for itself, in versions that the tests know.
pub(crate) fn installed(wheel: &Path) -> Result<PathBuf> {
    let constraints = tools::root().join("tests/python/requirements.txt").display().to_string();
    let folder = package::fresh(tools::target_dir()?.join("pledgeboard/python/installed"))?;
    let python = create(&folder)?;
    pip(&python, &["--constraint", &constraints], wheel)?;
    Ok(python)
}

/// A virtual environment with these packages, kept until they change.
fn environment(name: &str, requirements: &Path) -> Result<PathBuf> {
    let folder = tools::target_dir()?.join("pledgeboard/python").join(name);
    let wanted = fs::read(requirements).with_context(|| format!("cannot read {}", requirements.display()))?;
    let stamp = folder.join("requirements.txt");
    let python = interpreter(&folder);
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) && python.exists() {
        return Ok(python);
    }
    eprintln!("installing the Python packages of {}", requirements.display());
    let python = create(&package::fresh(folder)?)?;
    // The list is whole: nothing is looked for beyond it.
    pip(&python, &["--no-deps", "--requirement"], requirements)?;
    fs::write(stamp, wanted).context("cannot note what is installed")?;
    Ok(python)
}

fn create(folder: &Path) -> Result<PathBuf> {
    tools::run(Command::new(tools::python()?).args(["-m", "venv"]).arg(folder))?;
    Ok(interpreter(folder))
}

fn interpreter(folder: &Path) -> PathBuf {
    folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
}

fn pip(python: &Path, options: &[&str], what: &Path) -> Result<()> {
    tools::run(
        Command::new(python)
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"])
            .args(options)
            .arg(what),
    )
}
