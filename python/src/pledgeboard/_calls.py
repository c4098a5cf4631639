"""What can be asked of one document, one claim, one text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypedDict, cast

from . import _engine
from ._documents import Day, Document, Figure, Locale, day_of, digits, text_of
from ._engine import ENGINE
from ._errors import Diagnostic, PledgeboardError
from ._records import Check, Checks, Comparison, Evaluation, Quantity

View = Literal["overview", "projects", "commitments", "table"]
"""What is drawn."""


class Reading(TypedDict):
    """A document as understood, and all that is wrong or odd in it."""

    programme: dict[str, Any] | None
    """With its defaults filled in; ``None`` if there are errors."""
    diagnostics: list[Diagnostic]


class Extraction(TypedDict):
    """What a notice says."""

    quantities: list[Quantity]
    """Every figure, in the order of the text."""
    drafts: list[dict[str, Any]]
    """Documents to look through and to :func:`read`."""


def read(document: Document, *, locale: Locale = "zh-CN") -> Reading:
    """Reads a document and says everything that is wrong with it at once. Never raises for what a document holds.

    >>> reading = read('{ "format": "pledgeboard/1" }', locale="en")
    >>> reading["programme"] is None
    True
    >>> reading["diagnostics"][0]["code"]
    'missing_field'
    """
    answer = ENGINE.json(_engine.READ, {"text": text_of(document, locale), "locale": locale})
    return cast(Reading, answer)


def evaluate(
    document: Document, *, as_of: Day | None = None, locale: Locale = "zh-CN", decimals: int = 2
) -> Evaluation:
    """Evaluates a programme as it stood on a day, by what had been published by then.

    ``as_of`` is the document's latest publication unless given, ``decimals`` the places of rates (0 to 28), ``locale`` the language of
    the explanations. Raises :class:`PledgeboardError` if the document has errors.

    >>> lifts = {"id": "lifts", "title": "Lifts", "target": {"value": 39, "unit": "部"},
    ...          "reports": [{"date": "2025-06-30", "value": 21, "published_on": "2025-07-10"}]}
    >>> programme = {"format": "pledgeboard/1", "id": "a-2025", "title": "Ten projects", "adopted": {"date": "2025-01-06"},
    ...              "period": {"start": "2025-01-01", "end": "2025-12-31"},
    ...              "projects": [{"id": "housing", "title": "Housing", "commitments": [lifts]}]}
    >>> outcome = evaluate(programme)["projects"][0]["commitments"][0]
    >>> outcome["status"], outcome["rate"]["low"], outcome["schedule"]["share"]
    ('on_schedule', '53.85', '49.59')
    """
    return cast(Evaluation, json.loads(evaluate_text(document, as_of=as_of, locale=locale, decimals=decimals)))


def evaluate_text(
    document: Document, *, as_of: Day | None = None, locale: Locale = "zh-CN", decimals: int = 2
) -> str:
    """The same as JSON text: the same bytes on every host."""
    text = text_of(document, locale)
    request = {"text": text, "as_of": day_of(as_of), "locale": locale, "decimals": decimals}
    return ENGINE.text(_engine.EVALUATE, request)


def rate(reached: Figure, target: Figure, *, decimals: int = 2) -> str:
    """Reached over target in per cent, rounded once, half away from zero.

    >>> rate(1098, "1000")
    '109.80'
    """
    request = {"reached": digits(reached, "zh-CN"), "target": digits(target, "zh-CN"), "decimals": decimals}
    return cast(str, ENGINE.json(_engine.RATE, request))


def check_claim(
    *,
    reached: Figure | None = None,
    target: Figure | None = None,
    published_rate: Figure | None = None,
    unit: str | None = None,
    counted: bool | None = None,
    direction: Literal["higher", "lower"] | None = None,
    locale: Locale = "zh-CN",
) -> Check:
    """Checks published figures against each other; of reached, target and rate any two give the third.

    Figures are given as they were printed: ``"1.7万余"``, ``"9935人次"``. ``counted`` says whether only whole units count (by default the
    lexicon of units says it), ``direction="lower"`` that less is better.

    >>> check = check_claim(reached="9935人次", published_rate="124.19", locale="en")
    >>> check["targets"], check["verdict"]
    (['8000'], 'uncheckable')
    """
    given = {
        "reached": reached,
        "target": target,
        "published_rate": published_rate,
        "unit": unit,
        "counted": counted,
        "direction": direction,
    }
    request = {"claim": _claim(given, locale, ""), "locale": locale}
    return cast(Check, ENGINE.json(_engine.CHECK_CLAIM, request))


def check_claims(
    claims: Iterable[Mapping[str, Any]], *, total: Figure | None = None, locale: Locale = "zh-CN"
) -> Checks:
    """Checks claims of one publication, each and together: shares bent to add up to 100, parts against their total.

    Each claim has the keys that :func:`check_claim` takes.

    >>> checks = check_claims([{"reached": 40}, {"reached": 50}], total=100)
    >>> checks["total"]["verdict"], checks["total"]["remainder"]
    ('inconsistent', '10')
    """
    given = [_claim(claim, locale, f"/{index}") for index, claim in enumerate(claims)]
    request = {"claims": given, "total": digits(total, locale, "/total"), "locale": locale}
    return cast(Checks, ENGINE.json(_engine.CHECK_CLAIMS, request))


def _claim(given: Mapping[str, Any], locale: Locale, pointer: str) -> dict[str, Any]:
    figures = ("reached", "target", "published_rate")
    return {
        key: digits(value, locale, f"{pointer}/{key}") if key in figures else value
        for key, value in given.items()
        if value is not None
    }


def compare(
    previous: Document,
    next: Document,
    *,
    as_of: Day | None = None,
    locale: Locale = "zh-CN",
    decimals: int = 2,
) -> Comparison:
    """Compares a programme with the one before it: what goes on, what was promised and reached last, what is promised now.

    By ``continues`` of the next programme; by title only as a suggestion, with a score. Raises :class:`PledgeboardError` if one of them
    has errors; pointers begin with ``/previous`` or ``/next``.
    """
    request = {
        "previous": text_of(previous, locale, "/previous"),
        "next": text_of(next, locale, "/next"),
        "as_of": day_of(as_of),
        "locale": locale,
        "decimals": decimals,
    }
    return cast(Comparison, ENGINE.json(_engine.COMPARE, request))


def extract(text: str, *, year: int | None = None) -> Extraction:
    """Reads an announcement or a progress report, Chinese or English: every figure with its place, and drafts of documents.

    ``year`` is the year that the text is about, where it does not say so itself. Never raises for what a text holds. A draft says
    nothing that the notice does not: look through it before you use it.

    >>> text = "😀2025年民生实事项目\\n1.举办招聘会不少于5场。"
    >>> fairs = extract(text)["quantities"][-1]
    >>> text[fairs["start"]:fairs["end"]], fairs["low"], fairs["bound"], fairs["role"]
    ('5场', '5', 'at_least', 'target')
    """
    request = {"text": text, "year": year, "offsets": "code_points"}
    return cast(Extraction, ENGINE.json(_engine.EXTRACT, request))


def render_svg(
    document: Document,
    view: View = "overview",
    *,
    width: float = 720,
    theme: Literal["light", "dark"] = "light",
    locale: Locale = "zh-CN",
    as_of: Day | None = None,
) -> str:
    """Draws a view as SVG text, ``width`` CSS pixels wide.

    Raises :class:`PledgeboardError` if the document has errors.
    """
    request = {
        "text": text_of(document, locale),
        "view": view,
        "width": width,
        "theme": theme,
        "locale": locale,
        "as_of": day_of(as_of),
    }
    return ENGINE.text(_engine.RENDER_SVG, request)


def render_html(
    document: Document,
    view: View = "overview",
    *,
    src: str | None = None,
    css: Literal["link", "inline", "none"] = "inline",
    href: str | None = None,
    nonce: str | None = None,
    width: float = 640,
    locale: Locale = "zh-CN",
    as_of: Day | None = None,
) -> str:
    """A whole board as HTML that needs no script: a ``<pledge-board>`` whose inside is drawn already.

    ``css`` says where its rules are: in a ``<style>`` (``inline``, with the ``nonce`` of the page's policy), in the released
    ``pledgeboard.css`` at ``href`` (``link``), or nowhere (``none``: one drawing of ``width`` instead of one for phones and one for
    wide columns). ``src`` is the document's address; without it the text goes along.
    """
    if css == "link" and not href:
        raise PledgeboardError.of("missing_href", "missing href", 'href="pledgeboard.css"')
    request = {
        "text": text_of(document, locale),
        "view": view,
        "src": src,
        "locale": locale,
        "as_of": day_of(as_of),
        "css": css,
        "href": href,
        "nonce": nonce,
        "width": width,
    }
    return ENGINE.text(_engine.RENDER_HTML, request)


def schema() -> dict[str, Any]:
    """The JSON Schema of the document."""
    return cast("dict[str, Any]", ENGINE.json(_engine.SCHEMA, {}))

