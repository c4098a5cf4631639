"""Python's types of the records are those that Rust wrote for TypeScript."""

from __future__ import annotations

import os
import typing
from pathlib import Path

import pledgeboard
import records
from conftest import ROOT
from pledgeboard import _records

FILE = ROOT / "python/src/pledgeboard/_records.py"


def test_types_follow_the_records() -> None:
    made = records.python((ROOT / "wasm/js/evaluation.d.ts").read_text(encoding="utf-8"))
    if os.environ.get("UPDATE_EXPECT"):
        FILE.write_text(made, encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == made


def agrees(kind: typing.Any, value: typing.Any) -> bool:
    """Whether a value is of a type, all through."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if typing.is_typeddict(kind):
        hints = typing.get_type_hints(kind)
        return isinstance(value, dict) and list(value) == list(hints) and all(
            agrees(hints[key], part) for key, part in value.items()
        )
    if origin is typing.Literal:
        return value in arguments
    if origin is list:
        return isinstance(value, list) and all(agrees(arguments[0], part) for part in value)
    if arguments:
        return any(agrees(one, value) for one in arguments)
    return isinstance(value, kind)


def test_what_comes_back_is_of_these_types(zhonglou: list[Path]) -> None:
    sample = ROOT / "www/programmes/sample-2025.json"
    for document in (*zhonglou, sample):
        assert agrees(_records.Evaluation, pledgeboard.evaluate(document))
    assert agrees(_records.Comparison, pledgeboard.compare(*zhonglou))
    assert agrees(_records.Check, pledgeboard.check_claim(reached="21", target="39"))
    assert agrees(_records.Checks, pledgeboard.check_claims([{"reached": 1}], total=1))
    text = "2025年民生实事项目\n1.加装电梯39部，已完成21部。"
    assert agrees(list[_records.Quantity], pledgeboard.extract(text)["quantities"])
    assert not agrees(_records.Interval, {"low": 1, "high": None, "low_open": False, "high_open": False})
