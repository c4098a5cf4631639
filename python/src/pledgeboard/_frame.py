"""Columns as a DataFrame, without a loop over rows."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, cast, overload

from ._columns import Column, columns
from ._documents import Day, Document, Locale
from ._errors import PledgeboardError

if TYPE_CHECKING:
    import pandas
    import polars


@overload
def frame(
    documents: Iterable[Document],
    *,
    as_of: Day | None = None,
    engine: Literal["pandas"] = "pandas",
    locale: Locale = "zh-CN",
    decimals: int = 2,
) -> pandas.DataFrame: ...
@overload
def frame(
    documents: Iterable[Document],
    *,
    as_of: Day | None = None,
    engine: Literal["polars"],
    locale: Locale = "zh-CN",
    decimals: int = 2,
) -> polars.DataFrame: ...
def frame(
    documents: Iterable[Document],
    *,
    as_of: Day | None = None,
    engine: Literal["pandas", "polars"] = "pandas",
    locale: Locale = "zh-CN",
    decimals: int = 2,
) -> pandas.DataFrame | polars.DataFrame:
    """Evaluates many programmes and gives a DataFrame with a row per commitment.

    ======== ============================================= ==================================
    column    pandas                                        polars
    ======== ============================================= ==================================
    words     ``category``                                  ``Categorical``
    figures   ``Float64``; rates and shares in per cent     ``Float64``
    integers  ``Int32``                                     ``Int32``
    days      ``datetime64[s]``                             ``Date``
    yes, no   ``boolean``                                   ``Boolean``
    decimals  ``string``                                    ``String``
    ======== ============================================= ==================================

    Where a figure is an exact decimal, a second column whose name ends in ``_text`` holds it as text: what is compared or printed to
    the last digit is taken from there. Uncertain figures have two ends, ``reached_low`` and ``reached_high``. ``met_low`` and
    ``met_high`` (0 or 1) are what a share of promises met is made of: over the rows where ``counts``, their means are its bounds.

    Raises :class:`PledgeboardError` if a document has errors (pointers begin with its place: ``/0``, ``/1``, …), and ImportError if the
    library asked for is not installed.

    >>> from pathlib import Path
    >>> data = frame(Path(f"www/programmes/zhonglou-{year}.json") for year in (2024, 2025))
    >>> data[data["counts"]].groupby("year")[["met_low", "met_high"]].mean()
          met_low  met_high
    year
    2024     0.55       1.0
    2025      0.0       1.0
    """
    if engine not in _SERIES:
        raise PledgeboardError.of("unknown_engine", f"unknown engine {engine!r}", f"engine: {', '.join(_SERIES)}")
    try:
        library: Any = import_module(engine)
    except ImportError as error:
        message = f'frame(engine="{engine}") needs {engine}: pip install "pledgeboard[{engine}]"'
        raise ImportError(message, name=engine) from error
    found = columns(documents, as_of=as_of, locale=locale, decimals=decimals)
    series = {column.name: _SERIES[engine](library, column) for column in found.columns}
    return cast("pandas.DataFrame | polars.DataFrame", library.DataFrame(series))


def _pandas(pandas: Any, column: Column) -> Any:
    numpy = import_module("numpy")
    values = numpy.asarray(column.values)
    missing = numpy.zeros(len(values), bool) if column.valid is None else numpy.asarray(column.valid) == 0
    match column.kind:
        case "category":
            return pandas.Categorical.from_codes(numpy.where(missing, -1, values), column.dictionary)
        case "decimal":
            words = pandas.array([*(column.dictionary or ()), None], dtype="string")
            return words.take(numpy.where(missing, len(words) - 1, values))
        case "number":
            return pandas.arrays.FloatingArray(values.copy(), missing)
        case "integer":
            return pandas.arrays.IntegerArray(values.copy(), missing)
        case "boolean":
            return pandas.arrays.BooleanArray(values == 1, missing)
        case "date":
            days = values.astype("datetime64[D]").astype("datetime64[s]")
            days[missing] = numpy.datetime64("NaT")
            return pandas.array(days)


def _polars(polars: Any, column: Column) -> Any:
    types = {"d": polars.Float64, "i": polars.Int32, "B": polars.UInt8}
    values = polars.Series(column.name, column.values, dtype=types[column.values.format])
    if column.valid is not None:
        valid = polars.Series(column.valid, dtype=polars.UInt8) == 1
        values = values.zip_with(valid, polars.Series([None], dtype=values.dtype))
    if column.dictionary is not None:
        words = polars.Series(column.name, column.dictionary, dtype=polars.String).gather(values)
        return words.cast(polars.Categorical) if column.kind == "category" else words
    return values.cast({"date": polars.Date, "boolean": polars.Boolean}.get(column.kind, values.dtype))


_SERIES = {"pandas": _pandas, "polars": _polars}
