"""Published commitments and their exact completion: read a programme, evaluate it, draw it.

A *programme* is a published list of promises ("39 lifts, at least 5 job fairs"), one JSON document. From it come, for any
day, the completion of every promise, exactly, and what can be said of all of them together, with its bounds:

>>> import pledgeboard
>>> pledgeboard.rate("9935", "8000")
'124.19'

Documents are given as JSON text, as an object in the document's format, or as a :class:`pathlib.Path`. Figures and dates come
out as strings, as they are printed, so that none passes through a float; :func:`frame` gives many programmes as a DataFrame.
All computing happens in the same WebAssembly core as in a page, inside this process and without a network; the first call
compiles it, which takes about a second. What is wrong with a document is a :class:`PledgeboardError` with all diagnostics.
"""

from importlib.metadata import version as _version
from typing import TYPE_CHECKING, Any

from ._calls import (
    check_claim,
    check_claims,
    compare,
    evaluate,
    evaluate_text,
    extract,
    rate,
    read,
    render_html,
    render_svg,
    schema,
)
from ._columns import Column, Columns, columns
from ._documents import Document, Figure
from ._errors import Diagnostic, PledgeboardError
from ._frame import frame

if TYPE_CHECKING:
    from .widget import Board as Board

__version__ = "0.1.0"

__all__ = [
    "Board",
    "Column",
    "Columns",
    "Diagnostic",
    "Document",
    "Figure",
    "PledgeboardError",
    "check_claim",
    "check_claims",
    "columns",
    "compare",
    "evaluate",
    "evaluate_text",
    "extract",
    "frame",
    "rate",
    "read",
    "render_html",
    "render_svg",
    "schema",
]


def __getattr__(name: str) -> Any:
    # The widget brings ipywidgets and IPython: a script that only computes does not wait for them.
    if name == "Board":
        from .widget import Board

        return Board
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
