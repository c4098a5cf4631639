//! The crate as others get it: packed, and the only dependency of a project of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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

#[test]
fn the_example_of_the_packed_crate_prints_its_rate() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packed");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("own/src")).unwrap();
    run(cargo(&core()).args(["package", "--offline", "--no-verify", "--allow-dirty", "--target-dir"]).arg(&folder));
    let name = concat!("pledgeboard-", env!("CARGO_PKG_VERSION"));
    let packed = folder.join("package").join(format!("{name}.crate"));
    run(Command::new("tar").arg("-xzf").arg(&packed).arg("-C").arg(&folder));

    let readme = fs::read_to_string(folder.join(name).join("README.md")).unwrap();
    let example = readme.split("```rust\n").nth(1).unwrap().split("```").next().unwrap();
    fs::write(folder.join("own/src/main.rs"), example).unwrap();
    let manifest = format!(
        "[package]\nname = \"own\"\nedition = \"2024\"\n[dependencies]\npledgeboard = {{ path = \"../{name}\" }}\n[workspace]\n"
    );
    fs::write(folder.join("own/Cargo.toml"), manifest).unwrap();
    assert_eq!(run(cargo(&folder.join("own")).args(["run", "--offline", "--quiet"])), "124.19 %\n");
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
