"""The example notebooks run from top to bottom, and their tables are what the core says of the same programmes."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import nbclient
import nbformat
import pandas
import pledgeboard
import pytest
from conftest import ROOT

NOTEBOOKS = sorted((ROOT / "examples/notebooks").glob("*.ipynb"))

# Appended to a notebook: what the test asks it for, as the last line of its output.
ASK = "import json; print(json.dumps({expression}, default=str))"


def run(name: str, expression: str = "None") -> tuple[Any, Any]:
    """Runs a notebook where it lies; gives it with its outputs, and a value of its variables."""
    file = ROOT / "examples/notebooks" / name
    notebook = nbformat.read(file, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell(ASK.format(expression=expression)))
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(file.parent)}}).execute()
    last = notebook.cells[-1].outputs[-1]
    return notebook, json.loads(last.text)


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.name)
def test_notebooks_are_kept_without_outputs(file: Path) -> None:
    cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert code and all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)


def test_two_years(zhonglou: list[Path]) -> None:
    notebook, (shares, pairs, verdicts) = run(
        "zhonglou.ipynb", "[shares.reset_index().to_dict('records'), pairs['ambition'].dropna().tolist(), checks['verdict'].tolist()]"
    )
    for row, document in zip(shares, zhonglou, strict=True):
        rollup = pledgeboard.evaluate(document)["programme"]
        assert row["promises"] == rollup["with_target"]
        assert rollup["share_met"] is not None
        assert (row["kept_low"], row["kept_high"]) == (
            float(rollup["share_met"]["low"] or 0),
            float(rollup["share_met"]["high"] or 100),
        )
    expected = [pair["ambition"]["low"] for pair in pledgeboard.compare(*zhonglou)["pairs"] if pair["ambition"]]
    assert pairs == expected and "0.76" in pairs
    assert verdicts == ["uncheckable", "uncheckable"]
    # A board also stands as a picture, for readers without widgets.
    pictures = [output.data for cell in notebook.cells for output in cell.get("outputs", ()) if "data" in output]
    assert sum("image/svg+xml" in data and "application/vnd.jupyter.widget-view+json" in data for data in pictures) == 2


def test_a_thousand() -> None:
    _, (documents, ranking, overall, lag) = run(
        "thousand.ipynb", "[documents, ranking.to_dict('records'), overall.tolist(), lag.to_dict('records')]"
    )
    rollups = {one["id"]: pledgeboard.evaluate(one, as_of="2025-01-31")["programme"] for one in documents}
    assert len(rollups) == len(ranking) == 1000
    for row in ranking:
        share = rollups[row["programme"]]["share_met"]
        assert share is not None
        # Printed with two decimals, the ends rounded outward.
        assert row["kept_low"] == pytest.approx(float(share["low"] or 0), abs=0.01)
        assert row["kept_high"] == pytest.approx(float(share["high"] or 100), abs=0.01)
    # By the words of the definition: those surely above, those surely below.
    ends = {one["id"]: share_met(one) for one in documents}
    for row in ranking[::50]:
        low, high = ends[row["programme"]]
        assert row["best"] == 1 + sum(other_low > high for other_low, _ in ends.values())
        assert row["worst"] == len(ends) - sum(other_high < low for _, other_high in ends.values())
    assert 0 < overall[0] < overall[1] < 100
    assert sum(row["promises"] for row in lag) == 12_000


def share_met(document: dict[str, Any]) -> tuple[Fraction, Fraction]:
    """Exactly, from the outcomes: all of these promises have a target."""
    evaluation = pledgeboard.evaluate(document, as_of="2025-01-31")
    met = [outcome["met"] for project in evaluation["projects"] for outcome in project["commitments"]]
    return tuple(Fraction(sum(one[end] == "1" for one in met), len(met)) for end in ("low", "high"))  # type: ignore[return-value]


def test_a_notice() -> None:
    _, (targets, rows) = run("notice.ipynb", "[targets.to_dict('records'), promises[['title', 'target_text']].to_dict('records')]")
    by_text = {row["text"]: row for row in targets}
    assert by_text["39部"]["bound"] == "at_least" and by_text["39部"]["low"] == "39"
    assert by_text["200—300张"]["high"] == "300"
    assert len(rows) >= 8
    assert not pandas.DataFrame(rows)["title"].duplicated().any()
