"""Many programmes as columns."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from . import _engine
from ._documents import Day, Document, Locale, day_of, texts_of
from ._engine import ENGINE

Kind = Literal["category", "decimal", "number", "integer", "date", "boolean"]

# How wasm names the type of a buffer, and how `memoryview` does.
_FORMATS: dict[str, Literal["d", "i", "B"]] = {"f64": "d", "i32": "i", "u8": "B"}


@dataclass(frozen=True)
class Column:
    """One value per commitment."""

    name: str
    kind: Kind
    """What the values are.

    ``category`` (words) and ``decimal`` (exact decimals as text) are places in :attr:`dictionary`; ``number``: figures, rates in per
    cent; ``integer``; ``date``: days since 1970-01-01; ``boolean``: 0 or 1.
    """
    values: memoryview[Any]
    """``int32``, ``float64`` or ``uint8``; 0 where :attr:`valid` says that there is none."""
    valid: memoryview[Any] | None
    """``uint8``: 1 for each row that has a value; ``None`` if all have one."""
    dictionary: list[str] | None
    """What codes stand for; ``None`` for other kinds."""


@dataclass(frozen=True)
class Columns:
    """The commitments of many programmes, column by column."""

    rows: int
    columns: list[Column]


def columns(
    documents: Iterable[Document], *, as_of: Day | None = None, locale: Locale = "zh-CN", decimals: int = 2
) -> Columns:
    """Evaluates many programmes and gives their commitments as columns, a row per commitment, in one call of the core.

    For libraries without a door of their own here; the buffers are taken by NumPy, Arrow and others without a loop. :func:`frame` makes
    DataFrames of them. Raises :class:`PledgeboardError` if a document has errors; pointers begin with its place: ``/0``, ``/1``, …
    """
    texts = texts_of(documents, locale)
    request = {"sources": texts, "as_of": day_of(as_of), "locale": locale, "decimals": decimals}
    block = memoryview(ENGINE.call(_engine.COLUMNS, request))
    (length,) = struct.unpack_from("<I", block)
    header = json.loads(bytes(block[4 : 4 + length]))
    buffers = block[4 + length :]

    def view(buffer: dict[str, Any]) -> memoryview[Any]:
        form = _FORMATS[buffer["type"]]
        start = buffer["offset"]
        return buffers[start : start + buffer["length"] * struct.calcsize(form)].cast(form)

    return Columns(
        header["rows"],
        [
            Column(
                one["name"],
                one["kind"],
                view(one["values"]),
                None if one["valid"] is None else view(one["valid"]),
                one["dictionary"],
            )
            for one in header["columns"]
        ],
    )
