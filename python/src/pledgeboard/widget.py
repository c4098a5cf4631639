"""The board in a notebook: Jupyter, marimo and whatever else shows anywidgets."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import anywidget
import traitlets

from ._calls import evaluate_text, render_svg
from ._documents import day_of, text_of

# What is shown where no widget can be: about as wide as a notebook's column.
_STILL_WIDTH = 720


class _Document(traitlets.Unicode[str, Any]):
    """JSON text; what else can be a document becomes it."""

    def validate(self, obj: Any, value: Any) -> Any:
        return super().validate(obj, text_of(value, obj.locale))


class _Day(traitlets.Unicode[str, Any]):
    """A day as text, or none."""

    def validate(self, obj: Any, value: Any) -> Any:
        return super().validate(obj, day_of(value))


class Board(anywidget.AnyWidget):
    """Draws a programme as ``<pledge-board>`` does in a page, at the width of the notebook.

    >>> from pathlib import Path
    >>> from pledgeboard import Board
    >>> board = Board(Path("www/programmes/zhonglou-2025.json"), "commitments", locale="en")

    The last line of a cell shows it. Every trait can be set afterwards, and the board follows. A reader selects a commitment by mouse or
    keyboard (Tab, arrows, Enter):

    >>> board.observe(lambda change: print(change.new), "selected")
    >>> board.selected = "lifts"
    lifts

    A document with errors, or a day that is none, raises :class:`pledgeboard.PledgeboardError`, when the board is made and when it is set
    later; the board then stays as it was. Exported notebooks, and viewers without widgets, show a still picture.
    """

    _esm = files(__package__).joinpath("widget.js").read_text(encoding="utf-8")

    document = _Document(help="The programme, as JSON text; an object or a path can be set too.").tag(sync=True)
    view = traitlets.Enum(
        ["overview", "projects", "commitments", "table"], "overview", help="What is drawn."
    ).tag(sync=True)
    as_of = _Day(None, allow_none=True, help="The day whose knowledge is shown; the latest publication.").tag(sync=True)
    locale = traitlets.Enum(["zh-CN", "en"], "zh-CN", help="The language of the board's own words.").tag(sync=True)
    theme = traitlets.Enum(["auto", "light", "dark"], "auto", help="`auto` is as the notebook has it.").tag(sync=True)
    selected = traitlets.Unicode(
        None, allow_none=True, help="The id of the selected commitment; in the view `projects`, of the project."
    ).tag(sync=True)

    def __init__(self, document: Any, view: str = "overview", **traits: Any) -> None:
        # In this order: what is wrong with the document is told in the board's language.
        super().__init__(**{"view": view, **traits, "document": document})

    @traitlets.validate("document")
    def _document_can_be_drawn(self, proposal: Any) -> Any:
        evaluate_text(proposal["value"], as_of=self.as_of, locale=self._locale())
        return proposal["value"]

    @traitlets.validate("as_of")
    def _day_can_be_drawn(self, proposal: Any) -> Any:
        evaluate_text(self.document, as_of=proposal["value"], locale=self._locale())
        return proposal["value"]

    def _locale(self) -> Any:
        return self.locale

    def _repr_mimebundle_(self, **options: Any) -> Any:
        """The widget, and a still picture for where there are none."""
        bundle = super()._repr_mimebundle_(**options)
        if bundle is None:
            return None
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        look: dict[str, Any] = {"view": self.view, "locale": self.locale, "theme": "dark" if self.theme == "dark" else "light"}
        picture = render_svg(self.document, width=_STILL_WIDTH, as_of=self.as_of, **look)
        title = json.loads(self.document).get("title", "")
        return {**data, "image/svg+xml": picture, "text/plain": f"Board({title!r}, {self.view!r})"}, metadata
