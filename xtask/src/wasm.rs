//! Crate `wasm` → a module and its JavaScript glue → the smallest module.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use walrus::ir::{Call, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataKind, Function, FunctionId, FunctionKind};
use wasm_bindgen_cli_support::Bindgen;

use crate::tools;

/// What a module without glue exports: `wasm/src/plain.rs`.
const PLAIN: [&str; 4] = ["memory", "alloc", "free", "call"];

/// Where wasm-bindgen's macros leave word for its generator.
const GLUE_SECTION: &str = "__wasm_bindgen_unstable";

/// One build of crate `wasm`.
pub(crate) struct Build {
    /// The feature, which also names the files: `first` (what a page loads), `board` (what it loads where it needs more),
    /// `full` (npm) or `text` (hosts without JavaScript).
    pub(crate) feature: &'static str,
    /// The cargo profile: `demo` is quick to build, `wasm` small, `wasm-fast` quick to run.
    pub(crate) profile: &'static str,
}

impl Build {
    /// Compiles and binds into `folder`: `<feature>.js` and `<feature>_bg.wasm`.
    pub(crate) fn bind(&self, folder: &Path) -> Result<()> {
        let module = self.compile()?;
        fs::create_dir_all(folder)?;
        Bindgen::new()
            .input_path(module)
            .out_name(self.feature)
            .web(true)?
            // Our own index.d.ts says more.
            .typescript(false)
            // `__wbg_reset_state`: after a trap the instance is made anew, without a second compilation.
            .reset_state_function(true)
            // Each entry knows its own address, and bundlers must see it there.
            .omit_default_module_path(true)
            .generate(folder)
            .with_context(|| format!("wasm-bindgen could not bind `{}`", self.feature))
    }

    /// Compiles into `folder` as a module of its own, without glue: `<feature>.wasm`.
    pub(crate) fn plain(&self, folder: &Path) -> Result<PathBuf> {
        let mut wasm = walrus::Module::from_file(self.compile()?)?;
        // plotters brings wasm-bindgen on this target, which exports what only its glue would call.
        let strange: Vec<_> = wasm
            .exports
            .iter()
            .filter(|export| !PLAIN.contains(&export.name.as_str()))
            .map(walrus::Export::id)
            .collect();
        for id in strange {
            wasm.exports.delete(id);
        }
        while wasm.customs.remove_raw(GLUE_SECTION).is_some() {}
        // What it would call of JavaScript still hangs in the table of functions, where nobody calls it.
        let wanted: Vec<FunctionId> = wasm
            .imports
            .iter()
            .filter_map(|import| if let walrus::ImportKind::Function(id) = import.kind { Some(id) } else { None })
            .collect();
        for id in wanted {
            wasm.replace_imported_func(id, |(body, _)| {
                body.unreachable();
            })?;
        }
        walrus::passes::gc::run(&mut wasm);
        if let Some(import) = wasm.imports.iter().next() {
            bail!("`{}` imports {}.{}: no other host could load it", self.feature, import.module, import.name);
        }
        let module = folder.join(self.feature).with_extension("wasm");
        fs::create_dir_all(folder)?;
        wasm.emit_wasm_file(&module)?;
        Ok(module)
    }

    fn compile(&self) -> Result<PathBuf> {
        tools::wasm_target()?;
        let target = tools::target_dir()?;
        tools::run(
            tools::cargo()
                // `cargo build` would make the rlib in the same run, and for that cargo turns link-time optimisation off:
                // the module was twice as large.
                .args(["rustc", "--package", "pledgeboard-wasm", "--lib", "--crate-type", "cdylib"])
                .arg("--no-default-features")
                .args(["--target", "wasm32-unknown-unknown", "--features", self.feature])
                .args(["--profile", self.profile])
                .arg("--target-dir")
                .arg(&target)
                .env("CARGO_ENCODED_RUSTFLAGS", rust_flags(self.profile)?),
        )?;
        Ok(target.join("wasm32-unknown-unknown").join(self.profile).join("pledgeboard_wasm.wasm"))
    }
}

/// The folders of this machine that must not be named in what we publish, longest-lived first, with what stands for them.
pub(crate) fn private_folders() -> Result<Vec<(PathBuf, &'static str)>> {
    let home = std::env::var_os("HOME").map(PathBuf::from).filter(|home| home.parent().is_some());
    let cargo =
        std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| home.as_ref().map(|home| home.join(".cargo")));
    let mut folders = Vec::new();
    // Where two fit, rustc takes the later one: the inner folders come after the outer.
    folders.extend(home.map(|home| (home, "~")));
    folders.extend(cargo.map(|cargo| (cargo, "cargo")));
    folders.push((tools::sysroot()?.join("lib/rustlib/src/rust"), "rust"));
    folders.push((tools::root().to_path_buf(), "pledgeboard"));
    folders.push((tools::target_dir()?, "target"));
    Ok(folders)
}

/// What rustc is told: `--remap-path-prefix` for each folder, without which panic messages carry the builder's home into
/// the module, and what makes that smaller.
fn rust_flags(profile: &str) -> Result<OsString> {
    let mut flags = OsString::new();
    for (folder, name) in private_folders()? {
        if !flags.is_empty() {
            // The separator of CARGO_ENCODED_RUSTFLAGS, so that folders may hold spaces.
            flags.push("\u{1f}");
        }
        flags.push("--remap-path-prefix=");
        flags.push(folder);
        flags.push("=");
        flags.push(name);
    }
    if profile == "wasm" {
        // Less inlined than size alone asks for: 0.2 KB brotli.
        flags.push("\u{1f}-Cllvm-args=-inline-threshold=0");
    }
    Ok(flags)
}

/// The functions that only say why a program stops, by the beginnings of their names. A page is told no more than that it
/// stopped.
const LAST_WORDS: [&str; 17] = [
    "core::panicking::",
    "core::option::unwrap_failed",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_",
    "core::slice::index::slice_",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::str::slice_error_fail",
    "core::str::traits::str_index_",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::handle_error",
    "alloc::raw_vec::capacity_overflow",
    "std::panicking::",
    "std::alloc::default_alloc_error_hook",
    "std::alloc::rust_oom",
    "__rustc::rust_begin_unwind",
    "__rustc::rust_panic",
];

/// What those functions would have said, which else stays in the data with nobody to read it. Only what can be no word of ours.
const LAST_SENTENCES: [&str; 17] = [
    "attempt to divide by zero",
    "RefCell already mutably borrowed",
    "RefCell already borrowed",
    "index out of bounds: the len is ",
    "range start index ",
    "range end index ",
    " out of range for slice of length ",
    "slice index starts at ",
    "copy_from_slice: source slice length (",
    ") does not match destination slice length (",
    "a Display implementation returned an error unexpectedly",
    "attempt to join into collection with len > usize::MAX",
    "Tried to shrink to a larger capacity",
    "assertion failed: ",
    " but the index is ",
    "capacity overflow",
    "mid > len",
];

/// What hangs in the table of functions and is called by nobody where only last words are formatted: the machinery of
/// `format!` (boards are written by joining strings), and the promises and closures of JavaScript that plotters brings.
const UNCALLED: [&[&str]; 2] = [
    &[
        "alloc::fmt::format",
        "core::fmt::write",
        "core::fmt::Write::write_fmt",
        "<core::fmt::Formatter>::pad",
        "<core::fmt::Error as core::fmt::",
        "<core::cell::Borrow",
        "<usize as core::fmt::Display>",
        "<&str as core::fmt::Display>",
        "<&dyn core::fmt::Debug",
    ],
    &["wasm_bindgen::convert::closures::", "js_sys::", "<js_sys::"],
];

/// Lets these functions stop without a word, so that words, places in sources and the writing of both fall away.
fn silence(module: &Path) -> Result<()> {
    let mut wasm = walrus::Module::from_file(module)?;
    let named = |list: &[&str]| -> HashSet<FunctionId> {
        let starts = |name: &String| list.iter().any(|start| without_hashes(name).starts_with(start));
        wasm.funcs.iter().filter(|function| function.name.as_ref().is_some_and(starts)).map(Function::id).collect()
    };
    let mut silent = named(&LAST_WORDS);
    for group in UNCALLED {
        let group = named(group);
        let called = wasm.funcs.iter().any(|function| {
            let quiet = silent.contains(&function.id()) || group.contains(&function.id());
            !quiet && calls(&function.kind, &group)
        });
        // The full module answers more than a page asks, and formats.
        if !called {
            silent.extend(group);
        }
    }
    for id in silent {
        if let FunctionKind::Local(local) = &mut wasm.funcs.get_mut(id).kind {
            let mut body = local.builder_mut().func_body();
            body.instrs_mut().clear();
            body.unreachable();
        }
    }
    let segments: Vec<_> = wasm.data.iter().map(walrus::Data::id).collect();
    for id in segments {
        let data = wasm.data.get_mut(id);
        if let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = data.kind {
            forget_places(&mut data.value, usize::try_from(start)?);
        }
        for sentence in LAST_SENTENCES {
            forget(&mut data.value, sentence.as_bytes());
        }
    }
    wasm.emit_wasm_file(module)
}

/// Whether a function calls one of these.
fn calls(kind: &FunctionKind, wanted: &HashSet<FunctionId>) -> bool {
    struct Calls<'a>(&'a HashSet<FunctionId>, bool);
    impl Visitor<'_> for Calls<'_> {
        fn visit_call(&mut self, call: &Call) {
            self.1 |= self.0.contains(&call.func);
        }
    }
    let FunctionKind::Local(local) = kind else { return false };
    let mut calls = Calls(wanted, false);
    dfs_in_order(&mut calls, local, local.entry_block());
    calls.1
}

/// Blanks what panics would have said of their place: records of an address, a length, a line and a column whose address is
/// that of the name of a Rust source.
fn forget_places(data: &mut [u8], start: usize) {
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(record) = data.get(at..at + 16) {
        let word =
            |index: usize| record[index..index + 4].iter().rev().fold(0, |word, byte| word << 8 | usize::from(*byte));
        let (address, length) = (word(0), word(4));
        let name = address.checked_sub(start).map(|from| from..from.saturating_add(length));
        let is_source = |name: &[u8]| name.ends_with(b".rs") && name.iter().all(u8::is_ascii_graphic);
        if let Some(name) = name.filter(|name| data.get(name.clone()).is_some_and(is_source)) {
            data[at..at + 16].fill(0);
            names.push(name);
        }
        at += 4;
    }
    for name in names {
        data[name].fill(0);
    }
}

/// Blanks a text wherever it stands.
fn forget(data: &mut [u8], text: &[u8]) {
    while let Some(at) = data.windows(text.len()).position(|found| found == text) {
        data[at..at + text.len()].fill(0);
    }
}

/// `core[1f2e]::panicking::panic_fmt` as `core::panicking::panic_fmt`.
fn without_hashes(name: &str) -> String {
    name.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest)).collect()
}

/// What makes a page's module smallest. Found by trying: 1.2 KB brotli smaller than `-Oz` alone.
const SMALL: [&str; 17] = [
    "--one-caller-inline-max-function-size=20",
    "--dealign",
    "--code-folding",
    "--flatten",
    "--rereloop",
    "--ssa-nomerge",
    "--merge-blocks",
    "--rse",
    "--gufa",
    "--precompute-propagate",
    "-Oz",
    "--gufa",
    "-Oz",
    "--generate-global-effects",
    "-Oz",
    "--optimize-instructions",
    "-Os",
];

/// Optimises a module in place, as its cargo profile asks. Never `-all`: it writes what browsers do not take yet; the module
/// itself says which features it uses, which is why that section is stripped here, after reading it, and not by rustc before.
pub(crate) fn optimise(module: &Path, profile: &str) -> Result<()> {
    silence(module)?;
    let done = module.with_extension("done.wasm");
    let mut command = Command::new("node");
    command.arg(tools::root().join("node_modules/binaryen/bin/wasm-opt"));
    if profile == "wasm" {
        command.args(SMALL);
    } else {
        command.arg("-O3");
    }
    command.args(["--strip-debug", "--strip-producers", "--strip-target-features"]);
    tools::run(command.arg(module).arg("-o").arg(&done))?;
    fs::rename(&done, module).context("cannot put the optimised module in place")
}
