"""The wheel itself: what it holds, that it installs alone, that its words are true."""

from __future__ import annotations

import doctest
import importlib
import os
import pkgutil
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pledgeboard
import pytest
from conftest import ROOT

# `cargo xtask test extra` names them.
WHEEL = os.environ.get("PLEDGEBOARD_WHEEL", "")
INSTALLED = os.environ.get("PLEDGEBOARD_INSTALLED", "")

HELD = {
    "pledgeboard": {
        *("__init__.py", "_calls.py", "_columns.py", "_documents.py", "_engine.py", "_errors.py", "_frame.py", "_records.py"),
        *("widget.py", "py.typed", "text.wasm", "widget.js"),
    },
    "dist-info": {"METADATA", "WHEEL", "RECORD"},
    "licenses": {"LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY.txt"},
}


@pytest.mark.skipif(not WHEEL, reason="cargo xtask test extra builds the wheel")
def test_it_holds_what_is_needed_and_nothing_else() -> None:
    with zipfile.ZipFile(WHEEL) as wheel:
        names = [name for name in wheel.namelist() if not name.endswith("/")]
        version = pledgeboard.__version__
        folders = {"pledgeboard": "pledgeboard", "dist-info": f"pledgeboard-{version}.dist-info"}
        folders["licenses"] = f"{folders['dist-info']}/licenses"
        assert sorted(names) == sorted(f"{folders[folder]}/{name}" for folder, held in HELD.items() for name in held)
        assert {info.date_time for info in wheel.infolist()} == {(2020, 1, 1, 0, 0, 0)}
        metadata = wheel.read(f"{folders['dist-info']}/METADATA").decode()
    assert Path(WHEEL).name == f"pledgeboard-{version}-py3-none-any.whl"
    needs = re.findall(r"^Requires-Dist: (\w+)[^;\n]*$", metadata, re.M)
    assert needs == ["anywidget", "wasmtime"]
    assert "Requires-Python: >=3.10" in metadata


@pytest.mark.skipif(not INSTALLED, reason="cargo xtask test extra installs it alone")
def test_it_installs_alone() -> None:
    script = """
import pledgeboard
print(pledgeboard.rate("9935", "8000"), pledgeboard.Board.__name__)
for engine in ("pandas", "polars"):
    try: pledgeboard.frame([], engine=engine)
    except ImportError as error: print(error)
"""
    said = subprocess.run([INSTALLED, "-c", script], capture_output=True, text=True, check=True).stdout.splitlines()
    assert said == [
        "124.19 Board",
        'frame(engine="pandas") needs pandas: pip install "pledgeboard[pandas]"',
        'frame(engine="polars") needs polars: pip install "pledgeboard[polars]"',
    ]


MODULES = [f"pledgeboard.{module.name}" for module in pkgutil.iter_modules(pledgeboard.__path__)]


@pytest.mark.parametrize("name", ["pledgeboard", *MODULES])
def test_examples_in_docstrings(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert doctest.testmod(importlib.import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE).failed == 0


@pytest.mark.parametrize(("name", "examples"), [("python/README.md", 15), ("README.md", 5), ("README.zh-CN.md", 5)])
def test_examples_in_the_readmes(name: str, examples: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = doctest.testfile(str(ROOT / name), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert found.attempted >= examples and found.failed == 0


def test_the_host_in_the_documentation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / "docs/text-wasm.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", text, re.S)
    exec(compile(example, "docs/text-wasm.md", "exec"), {})


def test_every_public_name_is_documented() -> None:
    for name in pledgeboard.__all__:
        value = getattr(pledgeboard, name)
        assert name in ("Document", "Figure") or value.__doc__, name


def test_types_hold(tmp_path: Path) -> None:
    """The package, strictly, and what a user's program says of results."""
    program = tmp_path / "program.py"
    program.write_text(
        """
import polars, pledgeboard
from typing_extensions import assert_type
assert_type(pledgeboard.frame([], engine="polars"), polars.DataFrame)
outcome = pledgeboard.evaluate("{}")["projects"][0]["commitments"][0]
if outcome["rate"] is not None:
    assert_type(outcome["rate"]["low"], str | None)
pledgeboard.evaluate(1)  # type: ignore[arg-type]
outcome["statsu"]  # type: ignore[typeddict-item]
"""
    )
    options = ["--strict", "--no-error-summary", f"--cache-dir={tmp_path}", "--disable-error-code=import-untyped"]
    for what in (["--package", "pledgeboard"], [str(program)]):
        done = subprocess.run([sys.executable, "-m", "mypy", *options, *what], cwd=tmp_path, capture_output=True, text=True)
        assert done.stdout == "" and done.returncode == 0, done.stdout + done.stderr
