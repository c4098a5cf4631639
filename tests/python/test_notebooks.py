"""The example notebooks run from top to bottom, and their tables are those of the Rust examples, byte by byte."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbclient
import nbformat
import pytest
from conftest import ROOT

NOTEBOOKS = sorted((ROOT / "examples/notebooks").glob("*.ipynb"))

# The expressions that print a notebook's tables as its Rust example does.
TABLES = {
    "zhonglou": ["programmes.to_csv(index=False)", "pairs.to_csv(index=False)"],
    "thousand": [
        "sectors.to_csv(index=False, float_format='%.2f')",
        "ranking.head(10).to_csv(index=False, float_format='%.2f')",
        "lags.to_csv(index=False, float_format='%.2f')",
    ],
    "notice": ["figures.to_csv(index=False)"],
}


def run(file: Path, *expressions: str) -> tuple[Any, Any]:
    """Runs a notebook where it lies; gives it with its outputs, and what these expressions come to after its last cell."""
    notebook = nbformat.read(file, as_version=4)
    asked = f"import json; print(json.dumps([{', '.join(expressions)}]))"
    notebook.cells.append(nbformat.v4.new_code_cell(asked))
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(file.parent)}}).execute()
    return notebook, json.loads(notebook.cells[-1].outputs[-1].text)


def test_every_notebook_is_held_to_its_example() -> None:
    assert sorted(TABLES) == [file.stem for file in NOTEBOOKS]


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_notebooks_are_kept_without_outputs(file: Path) -> None:
    cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert code and all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_tables_are_those_of_the_rust_example(file: Path) -> None:
    notebook, tables = run(file, *TABLES[file.stem])
    # What the example prints: a test of the crate holds it to this file.
    expected = (ROOT / f"core/examples/{file.stem}.txt").read_text(encoding="utf-8")
    assert "\n".join(tables) == expected
    shown = [output.data for cell in notebook.cells for output in cell.get("outputs", ()) if "data" in output]
    boards = [data for data in shown if "application/vnd.jupyter.widget-view+json" in data]
    # A picture beside each, for readers without widgets.
    assert boards and all(data["image/svg+xml"].startswith("<svg") for data in boards)
