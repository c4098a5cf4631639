"""The computing core: a module that needs no host, and a host that outlives its faults."""

from __future__ import annotations

import json
import pickle
import threading
from importlib.resources import files
from pathlib import Path

import pledgeboard
import pytest
import wasmtime
from pledgeboard import _engine

MODULE = files("pledgeboard").joinpath("text.wasm").read_bytes()


def sections(module: bytes) -> dict[int, bytes]:
    """The sections of a wasm file by their number, but for the custom ones."""
    found: dict[int, bytes] = {}
    at = 8
    while at < len(module):
        number, at = module[at], at + 1
        length = shift = 0
        while True:
            byte, at = module[at], at + 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        found[number], at = module[at : at + length], at + length
    return found


def test_the_module_asks_for_nothing() -> None:
    assert MODULE[:8] == b"\0asm\1\0\0\0"
    there = sections(MODULE)
    # 2 is the imports' number; 7 the exports', 10 the code's: without them nothing was read.
    assert 7 in there and 10 in there
    assert there.get(2, b"\0") == b"\0"
    module = wasmtime.Module(wasmtime.Engine(), MODULE)
    assert list(module.imports) == []
    assert sorted(export.name for export in module.exports) == ["alloc", "call", "free", "memory"]


def test_one_version() -> None:
    assert _engine.ENGINE.json(_engine.VERSION, {}) == pledgeboard.__version__


def test_offsets_are_code_points() -> None:
    text = "😀2025年民生实事项目😀\n1.加装电梯39部，已完成21部。𠮷举办招聘会不少于5场。"
    found = pledgeboard.extract(text)["quantities"]
    assert [text[one["start"] : one["end"]] for one in found] == [one["text"] for one in found]
    assert "不少于5场" not in (texts := [one["text"] for one in found]) and texts[-1] == "5场"


def test_half_a_character_is_none_and_moves_nothing() -> None:
    text = "\ud83d加装电梯39部"
    (found,) = pledgeboard.extract(text)["quantities"]
    assert text[found["start"] : found["end"]] == "39部"
    diagnostics = pledgeboard.read('{ "title": "\udc00" }')["diagnostics"]
    assert diagnostics


def test_the_year_of_a_text() -> None:
    drafts = pledgeboard.extract("民生实事项目\n1.加装电梯39部。", year=2031)["drafts"]
    assert drafts[0]["period"]["start"] == "2031-01-01"


@pytest.mark.parametrize(
    "given",
    ["", "\0", "[" * 100_000, '{"a":' * 100_000, '"' * 100_000, "9" * 1_000_000, '{"format":"pledgeboard/1","id":"' + "\\u0000" * 9],
    ids=["nothing", "zero", "lists", "objects", "quotes", "digits", "cut"],
)
def test_hostile_texts_are_faults(given: str) -> None:
    assert pledgeboard.read(given)["programme"] is None
    with pytest.raises(pledgeboard.PledgeboardError):
        pledgeboard.evaluate(given)
    pledgeboard.extract(given)
    assert pledgeboard.rate("9935", "8000") == "124.19"


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: pledgeboard.rate("21", "0"), "zero_target"),
        (lambda: pledgeboard.rate("21", "39", decimals=-1), "invalid_decimals"),
        (lambda: pledgeboard.rate("21", "39", decimals=29), "invalid_decimals"),
        (lambda: pledgeboard.check_claim(reached="many"), "invalid_number"),
        (lambda: pledgeboard.render_svg("{}", "pie"), "unknown_view"),  # type: ignore[arg-type]
        (lambda: pledgeboard.read("{}", locale="fr"), "unknown_locale"),  # type: ignore[arg-type]
        (lambda: pledgeboard.render_html("{}", css="link"), "missing_href"),
        (lambda: pledgeboard.frame([], engine="arrow"), "unknown_engine"),  # type: ignore[call-overload]
    ],
)
def test_what_cannot_be_answered_says_why(call: object, code: str) -> None:
    with pytest.raises(pledgeboard.PledgeboardError) as raised:
        call()  # type: ignore[operator]
    assert raised.value.code == code
    assert str(raised.value)


def test_errors_travel_between_processes() -> None:
    with pytest.raises(pledgeboard.PledgeboardError) as raised:
        pledgeboard.evaluate("{")
    assert pickle.loads(pickle.dumps(raised.value)).diagnostics == raised.value.diagnostics


def test_after_a_trap_only_that_call_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    def astray(self: _engine._Instance, op: int, request: bytes) -> tuple[int, bytes]:
        self._exports["call"](self._store, op, -8, 1 << 20)
        return 0, b""

    with monkeypatch.context() as context:
        context.setattr(_engine._Instance, "call", astray)
        with pytest.raises(pledgeboard.PledgeboardError) as raised:
            pledgeboard.rate("21", "39")
    assert raised.value.code == "internal_error"
    assert pledgeboard.rate("21", "39") == "53.85"


def test_memory_of_a_large_call_is_given_back() -> None:
    engine = _engine.Engine()
    engine.call(_engine.EXTRACT, {"text": "加装电梯39部。" * 200_000, "offsets": "code_points"})
    assert engine._instance is None
    engine.call(_engine.RATE, {"reached": "1", "target": "2"})
    assert engine._instance is not None


def test_many_threads(zhonglou: list[Path]) -> None:
    expected = pledgeboard.evaluate_text(zhonglou[0])
    got: list[str] = []
    threads = [
        threading.Thread(target=lambda: got.extend(pledgeboard.evaluate_text(zhonglou[0]) for _ in range(5)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == [expected] * 20


def test_claims() -> None:
    check = pledgeboard.check_claim(reached="9935人次", published_rate=124.19)
    assert check["targets"] == ["8000"]
    with pytest.raises(pledgeboard.PledgeboardError) as raised:
        pledgeboard.check_claims([{"reached": "1"}, {"published_rate": "x"}])
    assert raised.value.diagnostics[0]["pointer"] == "/1/published_rate"
    assert json.loads(json.dumps(pledgeboard.schema()))["title"]
