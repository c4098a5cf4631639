"""Many programmes as a frame: what `evaluate` says, in columns, quickly."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pandas
import pledgeboard
import polars
import pytest
from conftest import ROOT, programmes

DOCUMENTS = sorted((ROOT / "www/programmes").glob("*.json")) + sorted((ROOT / "tests/documents/valid").glob("*.json"))


def outcomes(document: Path) -> list[dict[str, Any]]:
    evaluation = pledgeboard.evaluate(document)
    return [
        {"programme": None, "as_of": evaluation["as_of"], "project": project["id"], **outcome}
        for project in evaluation["projects"]
        for outcome in project["commitments"]
    ]


def low(interval: Any, end: str = "low") -> Any:
    return None if interval is None else interval[end]


def expected(document: Path) -> list[tuple[Any, ...]]:
    return [
        (
            one["project"],
            one["id"],
            one["as_of"],
            one["status"],
            one["reason"],
            low(one["rate"]),
            low(one["rate"], "high"),
            low(one["margin"]),
            one["expected"],
            low(one["reached"]),
            low(one["met"]),
            low(one["met"], "high"),
            one["report"] and one["report"]["date"],
            one["report"] and one["report"]["age_days"],
            one["target_inferred"] or None,
        )
        for one in outcomes(document)
    ]


NAMES = ["project", "commitment", "as_of", "status", "reason", "rate_low_text", "rate_high_text", "margin_low_text", "expected_text",
         "reached_low_text", "met_low", "met_high", "report_date", "report_age_days", "target_inferred"]  # fmt: skip


def plain(name: str, value: Any) -> Any:
    """As `evaluate` writes it."""
    if value is None or value is pandas.NA or value is pandas.NaT or value != value:
        return None
    if name in ("as_of", "report_date"):
        return str(value)[:10]
    if name in ("met_low", "met_high"):
        return str(value)
    return (value or None) if name == "target_inferred" else value


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.name)
@pytest.mark.parametrize("engine", ["pandas", "polars"])
def test_a_frame_says_what_evaluate_says(document: Path, engine: Any) -> None:
    frame = pledgeboard.frame([document], engine=engine)
    rows = frame[NAMES].itertuples(index=False) if engine == "pandas" else frame.select(NAMES).iter_rows()
    got = [tuple(plain(name, value) for name, value in zip(NAMES, row)) for row in rows]
    assert got == expected(document)


def test_both_frames_are_the_same() -> None:
    one, other = (pledgeboard.frame(DOCUMENTS, engine=engine) for engine in ("pandas", "polars"))
    assert list(one.columns) == other.columns
    for name in one.columns:
        there = [value is None for value in other[name].to_list()]
        assert list(one[name].isna()) == there, name
        if str(one[name].dtype) in ("Float64", "Int32", "boolean", "category", "string"):
            assert [value for value in one[name].tolist() if not pandas.isna(value)] == other[name].drop_nulls().to_list(), name


def test_floats_are_the_nearest_of_the_exact_figures(zhonglou: list[Path]) -> None:
    frame = pledgeboard.frame(zhonglou)
    known = frame.dropna(subset=["target"])
    assert list(known["target"]) == [float(text) for text in known["target_text"]]


def test_nothing_gives_no_rows() -> None:
    for engine in ("pandas", "polars"):
        frame = pledgeboard.frame([], engine=engine)  # type: ignore[call-overload]
        assert frame.shape[0] == 0 and frame.shape[1] > 50


def test_a_fault_names_its_document(zhonglou: list[Path]) -> None:
    with pytest.raises(pledgeboard.PledgeboardError) as raised:
        pledgeboard.frame([*zhonglou, "{}"])
    assert raised.value.diagnostics[0]["pointer"].startswith("/2")


def test_one_document_is_no_list(zhonglou: list[Path]) -> None:
    for one in (zhonglou[0], zhonglou[0].read_text(encoding="utf-8"), {"format": "pledgeboard/1"}):
        with pytest.raises(pledgeboard.PledgeboardError) as raised:
            pledgeboard.frame(one)  # type: ignore[arg-type]
        assert raised.value.code == "invalid_sources"


def test_frames_can_be_joined(zhonglou: list[Path]) -> None:
    parts = [pledgeboard.frame([document], engine="polars") for document in zhonglou]
    assert polars.concat(parts).height == pledgeboard.frame(zhonglou).shape[0]


@pytest.mark.parametrize(("there", "absent"), [("pandas", ["polars"]), ("polars", ["pandas", "numpy"])])
def test_one_library_does_without_the_other(there: str, absent: list[str]) -> None:
    script = f"""
import sys
for name in {absent!r}: sys.modules[name] = None
import pledgeboard
from pathlib import Path
print(pledgeboard.frame([Path("www/programmes/zhonglou-2025.json")], engine={there!r}).shape[0])
try: pledgeboard.frame([], engine={absent[0]!r})
except ImportError as error: print(error)
"""
    said = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert said == f'73\nframe(engine="{absent[0]}") needs {absent[0]}: pip install "pledgeboard[{absent[0]}]"\n'


def test_a_thousand_programmes_in_six_seconds_and_a_gigabyte(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a process of its own, whose memory can be told; the core is compiled before, as in a notebook's second cell."""
    file = tmp_path / "documents.jsonl"
    run = subprocess.run([sys.executable, __file__, file], capture_output=True, text=True, check=True)
    seconds, wall, gigabytes = (float(word) for word in run.stdout.split())
    said = [f"frame of 1 000 programmes × 80 commitments × 4 reports: {seconds} s of this process ({wall} s by the clock), {gigabytes} GB"]
    native = os.environ.get("PLEDGEBOARD_NATIVE")
    if native:
        there = float(subprocess.run([native, file], capture_output=True, text=True, check=True).stdout)
        said.append(f"natively {there} s: {seconds / there:.1f} times as long in Python")
    with capsys.disabled():
        print("", *said, sep="\n")
    assert seconds < 6
    assert gigabytes < 1


def measure(file: Path) -> None:
    documents = programmes(1000, 80, 4)
    pledgeboard.rate("1", "2")
    tries = []
    # One core does all of it. The time of this process is what the clock shows on a machine that does nothing else.
    for _ in range(3):
        start, clock = time.process_time(), time.perf_counter()
        frame = pledgeboard.frame(documents)
        tries.append((time.process_time() - start, time.perf_counter() - clock))
        assert frame.shape[0] == 80_000
        assert frame["reports"].min() == 4
    seconds, wall = min(tries)
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{seconds:.2f} {wall:.2f} {kilobytes / 1e6:.2f}")
    file.write_text("".join(json.dumps(document) + "\n" for document in documents))


if __name__ == "__main__":
    measure(Path(sys.argv[1]))
