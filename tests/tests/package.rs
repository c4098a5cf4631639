//! The crate as others get it: packed, and the only dependency of a project of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// What a command prints; a failure tells what it said.
fn run(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn cargo(folder: &Path) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(folder).env_remove("CARGO_TARGET_DIR");
    cargo
}

fn core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../core")
}

/// The packed crate, unpacked, in a workspace with a project whose only dependency it is and whose program is the README's example.
struct Packed {
    workspace: PathBuf,
    name: &'static str,
}

static PACKED: LazyLock<Packed> = LazyLock::new(|| {
    let name = concat!("pledgeboard-", env!("CARGO_PKG_VERSION"));
    let workspace = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packed");
    // What is built there stays: what the crate needs is compiled once.
    for folder in ["package", name, "own"] {
        let _ = fs::remove_dir_all(workspace.join(folder));
    }
    fs::create_dir_all(workspace.join("own/src")).unwrap();
    run(cargo(&core()).args(["package", "--offline", "--no-verify", "--allow-dirty", "--target-dir"]).arg(&workspace));
    let packed = workspace.join("package").join(format!("{name}.crate"));
    // `-m`: all files of a packed crate are of one day in the past, by which cargo would see no change.
    run(Command::new("tar").arg("-xmzf").arg(&packed).arg("-C").arg(&workspace));

    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [\"own\", \"{name}\"]\n");
    fs::write(workspace.join("Cargo.toml"), manifest).unwrap();
    let manifest = format!(
        "[package]\nname = \"own\"\nedition = \"2024\"\n[dependencies]\npledgeboard = {{ path = \"../{name}\" }}\n"
    );
    fs::write(workspace.join("own/Cargo.toml"), manifest).unwrap();
    let readme = fs::read_to_string(workspace.join(name).join("README.md")).unwrap();
    let example = readme.split("```rust\n").nth(1).unwrap().split("```").next().unwrap();
    fs::write(workspace.join("own/src/main.rs"), example).unwrap();
    fs::copy(core().join("../Cargo.lock"), workspace.join("Cargo.lock")).unwrap();
    Packed { workspace, name }
});

#[test]
fn the_example_of_the_packed_crate_prints_its_rate() {
    assert_eq!(run(cargo(&PACKED.workspace.join("own")).args(["run", "--offline", "--quiet"])), "124.19 %\n");
}

/// Its documentation and its examples need nothing that is not packed.
#[test]
fn the_packed_crate_teaches_by_itself() {
    let packed = PACKED.workspace.join(PACKED.name);
    let printed = run(cargo(&packed).args(["test", "--offline", "--doc", "--features", "serde"]));
    let (_, verdict) = printed.split_once("test result: ok. ").unwrap();
    let passed: u32 = verdict.split(' ').next().unwrap().parse().unwrap();
    assert!(passed > 100, "{printed}");
    run(cargo(&packed).args(["check", "--offline", "--quiet", "--examples"]));
}

/// Every file of `core/examples` prints what stands beside it.
#[test]
fn examples_print_what_stands_beside_them() {
    let mut found = 0;
    for entry in fs::read_dir(core().join("examples")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "rs") {
            let name = path.file_stem().unwrap();
            let printed = run(cargo(&core()).args(["run", "--offline", "--quiet", "--example"]).arg(name));
            assert_eq!(printed, fs::read_to_string(path.with_extension("txt")).unwrap(), "{}", path.display());
            found += 1;
        }
    }
    assert!(found > 0);
}
