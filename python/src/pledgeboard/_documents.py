"""Documents and figures as Python has them, and as text for the core: only if no figure is lost on the way."""

from __future__ import annotations

import datetime
import json
import numbers
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from ._errors import PledgeboardError

Document = str | os.PathLike[str] | Mapping[str, Any]
"""A programme: JSON text, the path of a file (:class:`pathlib.Path`), or an object in the document's format."""

Figure = str | int | float | Decimal
"""A figure, as printed (``"1.7万余"``) or as a number that still is what somebody wrote: a float only below 2⁵³."""

Day = str | datetime.date
"""A day: ``"2025-09-30"`` or a :class:`datetime.date`."""

Locale = Literal["zh-CN", "en"]
"""The language of messages, explanations and drawings."""

_WORDS = {
    "zh-CN": {
        "number": "数值 {} 在 Python 里已不精确",
        "number_hint": "请用字符串或 Decimal 写这个数，例如 \"9007199254740993\"。",
        "document": "清单既不是 JSON 文本，也不是对象或文件路径：{}",
        "document_hint": "请给出 JSON 文本、格式为 pledgeboard/1 的对象，或 pathlib.Path。",
        "name": "{} 是文件名，不是 JSON 文本",
        "name_hint": "请写 pathlib.Path({})。",
        "encoding": "{} 不是 UTF-8 文本",
        "encoding_hint": "请把文件另存为 UTF-8 编码。",
        "figure": "{} 不是数",
        "sources": "需要多份清单，这里只有一份：{}",
        "sources_hint": "请写成列表：[document, …]。",
    },
    "en": {
        "number": "the number {} is no longer exact in Python",
        "number_hint": "Write it as a string or a Decimal, for example \"9007199254740993\".",
        "document": "a document is JSON text, an object or a path: {}",
        "document_hint": "Give JSON text, an object in the format pledgeboard/1, or a pathlib.Path.",
        "name": "{} is the name of a file, not JSON text",
        "name_hint": "Write pathlib.Path({}).",
        "encoding": "{} is not UTF-8 text",
        "encoding_hint": "Save the file in UTF-8.",
        "figure": "{} is not a number",
        "sources": "one document, where a list of documents is asked for: {}",
        "sources_hint": "Write a list: [document, …].",
    },
}

# What `json` writes in floats that may not be exact; may stand elsewhere as well.
_DOUBTFUL = (".0", "e+", "NaN", "Infinity")


def text_of(document: Document, locale: str = "zh-CN", pointer: str = "") -> str:
    """The JSON text of a document."""
    if isinstance(document, str):
        if document.endswith(".json"):
            raise _error("not_a_document", "name", locale, pointer, repr(document))
        return _escaped(document)
    if isinstance(document, os.PathLike):
        try:
            return Path(document).read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            raise _error("not_a_document", "encoding", locale, pointer, str(document)) from error
    if not isinstance(document, Mapping):
        raise _error("not_a_document", "document", locale, pointer, type(document).__name__)
    try:
        text = json.dumps(document, ensure_ascii=False, default=_plain)
    except (TypeError, ValueError, RecursionError) as error:
        raise _error("not_a_document", "document", locale, pointer, str(error)) from error
    # To walk through all of many documents takes as long as to write them.
    inexact = _inexact(document) if any(sign in text for sign in _DOUBTFUL) else None
    if inexact is not None:
        *place, value = inexact
        raise _error("inexact_number", "number", locale, "".join([pointer, *place]), value)
    return _escaped(text)


def _escaped(text: str) -> str:
    """Half characters as JSON escapes, so that the core judges them: UTF-8 cannot carry them."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", text)
    return text


def digits(figure: Figure | None, locale: str, pointer: str = "") -> str | None:
    """A figure as its digits; as printed, if it is text."""
    if figure is None or isinstance(figure, str):
        return figure
    if isinstance(figure, bool) or not isinstance(figure, numbers.Number):
        raise _error("not_a_number", "figure", locale, pointer, repr(figure))
    if isinstance(figure, numbers.Integral):
        return str(int(figure))
    if not _exact(figure):
        raise _error("inexact_number", "number", locale, pointer, repr(figure))
    # 8000.0 was 8000 before Python had it; as printed, its last digit would be a tenth.
    return str(int(figure)) if isinstance(figure, float) and figure.is_integer() else format(Decimal(str(figure)), "f")


def texts_of(documents: Iterable[Document], locale: str) -> list[str]:
    """The texts of many documents; one alone is no list of them."""
    if isinstance(documents, (str, Mapping, os.PathLike)):
        raise _error("invalid_sources", "sources", locale, "", type(documents).__name__)
    return [text_of(document, locale, f"/{index}") for index, document in enumerate(documents)]


def day_of(day: Day | None) -> str | None:
    """A day as text; what is no day is the core's to refuse."""
    return day.isoformat()[:10] if isinstance(day, datetime.date) else day


def _plain(value: Any) -> Any:
    """What JSON does not know itself."""
    if isinstance(value, Decimal) and value.is_finite():
        return str(value)
    if isinstance(value, datetime.date):
        return day_of(value)
    if isinstance(value, numbers.Integral):
        return int(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__}: {value!r}")


def _exact(value: Any) -> bool:
    """Whether a number still is what somebody wrote."""
    if isinstance(value, Decimal):
        return value.is_finite()
    return isinstance(value, float) and abs(value) < 2**53


def _inexact(value: Any) -> list[str] | None:
    """The steps to the first float that is not exact, then that float."""
    if isinstance(value, float):
        return None if _exact(value) else [repr(value)]
    parts: Any = ()
    if isinstance(value, Mapping):
        parts = value.items()
    elif isinstance(value, Sequence) and not isinstance(value, str):
        parts = enumerate(value)
    for key, part in parts:
        found = _inexact(part)
        if found is not None:
            step = str(key).replace("~", "~0").replace("/", "~1")
            return [f"/{step}", *found]
    return None


def _error(code: str, words: str, locale: str, pointer: str, value: str) -> PledgeboardError:
    known = _WORDS["en" if locale == "en" else "zh-CN"]
    return PledgeboardError.of(code, known[words].format(value), known.get(f"{words}_hint", "").format(value), pointer)
