"""The same bytes as natively: what Rust wrote into the expected files, Python must get too. New files are picked up by themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pledgeboard
import pytest
from conftest import ROOT

FOLDERS = ("tests/documents/valid", "tests/documents/drawn", "www/programmes")
EVALUATIONS = sorted((ROOT / "tests/documents/evaluations").glob("*.json"))
PICTURES = sorted((ROOT / "tests/pictures").glob("*.svg"))
INVALID = sorted((ROOT / "tests/documents/invalid").glob("*.json"))


def text(file: Path) -> str:
    return file.read_bytes().decode()


def test_there_is_something_to_compare() -> None:
    assert EVALUATIONS and PICTURES and INVALID


# `<document>.json` is the evaluation of that document, in English; `<document>@<day>.json` is as of that day.
@pytest.mark.parametrize("expected", EVALUATIONS, ids=lambda file: file.name)
def test_evaluations(expected: Path) -> None:
    name, _, day = expected.stem.partition("@")
    (document,) = (file for folder in FOLDERS if (file := ROOT / folder / f"{name}.json").exists())
    got = pledgeboard.evaluate_text(text(document), as_of=day or None, locale="en")
    assert got + "\n" == text(expected)
    assert pledgeboard.evaluate(document, as_of=day or None, locale="en") == json.loads(got)


# `<document>.<view>.<width>.<theme>.<locale>[.<as-of>].svg`
@pytest.mark.parametrize("expected", PICTURES, ids=lambda file: file.name)
def test_pictures(expected: Path) -> None:
    document, view, width, theme, locale, *day = expected.stem.split(".")
    got = pledgeboard.render_svg(
        ROOT / f"www/programmes/{document}.json",
        view,  # type: ignore[arg-type]
        width=int(width),
        theme=theme,  # type: ignore[arg-type]
        locale=locale,  # type: ignore[arg-type]
        as_of=day[0] if day else None,
    )
    assert got == text(expected)


def test_comparisons(zhonglou: list[Path]) -> None:
    expected = ROOT / "tests/documents/comparisons/zhonglou-2024.zhonglou-2025.json"
    assert pledgeboard.compare(*zhonglou, locale="en") == json.loads(text(expected))


@pytest.mark.parametrize("document", INVALID, ids=lambda file: file.name)
def test_faults(document: Path) -> None:
    given = document.read_bytes().decode(errors="replace")
    found = pledgeboard.read(given, locale="en")["diagnostics"]
    with pytest.raises(pledgeboard.PledgeboardError) as raised:
        pledgeboard.evaluate(given, locale="en")
    assert raised.value.diagnostics == found
    first = next(one for one in found if one["severity"] == "error")
    assert raised.value.code == first["code"]
    assert first["message"] in str(raised.value)
