"""The board as Python holds it; how it draws is asked in real notebooks, tests/jupyter."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys

import nbconvert
import nbformat
import pledgeboard
import pytest
import traitlets
from conftest import ROOT
from pledgeboard import Board

PROGRAMME = ROOT / "www/programmes/zhonglou-2024.json"


def test_what_crosses_is_text_with_its_digits() -> None:
    assert Board(PROGRAMME).document == PROGRAMME.read_text(encoding="utf-8")
    given = json.loads(PROGRAMME.read_text(encoding="utf-8"))
    assert json.loads(Board(given).document) == given
    assert Board(PROGRAMME, as_of=datetime.date(2024, 7, 1)).as_of == "2024-07-01"


def test_faults_are_raised_and_change_nothing() -> None:
    with pytest.raises(pledgeboard.PledgeboardError) as raised:
        Board("{}", locale="en")
    assert raised.value.diagnostics == pledgeboard.read("{}", locale="en")["diagnostics"]
    with pytest.raises(pledgeboard.PledgeboardError, match="empty_text"):
        Board("", locale="en")
    board = Board(PROGRAMME, "projects")
    before = board.get_state()
    for trait, value in [("document", "{}"), ("document", ""), ("document", {"a": 2.0**60}), ("as_of", "yesterday")]:
        with pytest.raises(pledgeboard.PledgeboardError):
            setattr(board, trait, value)
    for trait, value in [("view", "pie"), ("locale", "fr"), ("theme", "pink"), ("selected", 1), ("document", None)]:
        with pytest.raises((traitlets.TraitError, pledgeboard.PledgeboardError)):
            setattr(board, trait, value)
    assert board.get_state() == before


def test_what_a_reader_selects_is_observed() -> None:
    board, heard = Board(PROGRAMME), []
    board.observe(lambda change: heard.append(change["new"]), "selected")
    # As the front end sends it.
    board.set_state({"selected": "lifts"})
    board.set_state({"selected": None})
    assert heard == ["lifts", None]


def test_exported_notebooks_show_a_picture() -> None:
    data, _ = Board(PROGRAMME, "projects", locale="en")._repr_mimebundle_()
    assert data["image/svg+xml"] == pledgeboard.render_svg(PROGRAMME, "projects", width=720, locale="en")
    assert data["application/vnd.jupyter.widget-view+json"]["model_id"]
    assert data["text/plain"] == "Board('2024年钟楼区十项民生实事项目', 'projects')"
    output = nbformat.v4.new_output("execute_result", data=data, execution_count=1)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("board", outputs=[output])])
    # What shows no widgets.
    _, resources = nbconvert.MarkdownExporter().from_notebook_node(notebook)
    assert any(name.endswith(".svg") for name in resources["outputs"])


def test_a_script_that_computes_does_not_wait_for_widgets() -> None:
    script = "import sys, pledgeboard; pledgeboard.rate('1', '2'); print('anywidget' in sys.modules, 'IPython' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "False False\n"


def test_the_script_is_one_file_that_loads_nothing() -> None:
    script = str(Board._esm)
    assert script.startswith(f"/* pledgeboard {pledgeboard.__version__}")
    assert "import(" not in script and "import.meta" not in script and "https://" not in script
