"""Documents as Python has them: no figure is lost on the way."""

from __future__ import annotations

import collections
import datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy
import pledgeboard
import pytest
from pledgeboard._documents import text_of


def document(value: Any, **more: Any) -> dict[str, Any]:
    report = {"date": datetime.date(2025, 6, 30), "value": value, "published_on": "2025-07-10"}
    commitment = {"id": "c", "title": "C", "target": {"value": "1000"}, "reports": [report]}
    return {
        "format": "pledgeboard/1",
        "id": "a",
        "title": "A",
        "adopted": {"date": "2025-01-06"},
        "period": {"start": "2025-01-01", "end": datetime.datetime(2025, 12, 31)},
        "projects": [{"id": "p", "title": "P", "commitments": [commitment]}],
        **more,
    }


@pytest.mark.parametrize(
    ("value", "rate"),
    [
        ("538.46", "53.85"),
        (538.46, "53.85"),
        (Decimal("538.46"), "53.85"),
        (Decimal("5E+2"), "50.00"),
        (538, "53.80"),
        (numpy.int64(538), "53.80"),
        (numpy.float64(538.5), "53.85"),
    ],
    ids=repr,
)
def test_exact_numbers_are_taken(value: Any, rate: str) -> None:
    outcome = pledgeboard.evaluate(document(value))["projects"][0]["commitments"][0]
    assert outcome["rate"] is not None
    assert outcome["rate"]["low"] == rate


def test_large_integers_keep_their_digits() -> None:
    value = 12345678901234567890123456
    given = document(value)
    given["projects"][0]["commitments"][0]["target"]["value"] = value
    outcome = pledgeboard.evaluate(given)["projects"][0]["commitments"][0]
    assert outcome["reached"]["low"] == str(value)
    assert outcome["rate"]["low"] == "100.00"


@pytest.mark.parametrize("value", [2.0**53, -1e300, float("nan"), float("inf"), numpy.float64("nan")], ids=repr)
def test_inexact_numbers_are_refused(value: float) -> None:
    for call in (lambda: pledgeboard.evaluate(document(value)), lambda: pledgeboard.frame([document(1), document(value)])):
        with pytest.raises(pledgeboard.PledgeboardError) as raised:
            call()
        assert raised.value.code == "inexact_number"
        assert raised.value.diagnostics[0]["pointer"].endswith("/projects/0/commitments/0/reports/0/value")
    with pytest.raises(pledgeboard.PledgeboardError) as raised:
        pledgeboard.rate(value, 1)
    assert raised.value.code == "inexact_number"


@pytest.mark.parametrize(
    "given",
    [None, 1, b"{}", [], document(Fraction(1, 3)), document(numpy.float32(0.1)), document(Decimal("nan")), document({1, 2})],
    ids=lambda given: type(given).__name__,
)
def test_what_is_no_document_is_told(given: Any) -> None:
    with pytest.raises(pledgeboard.PledgeboardError) as raised:
        pledgeboard.evaluate(given)
    assert raised.value.code == "not_a_document"


def test_a_circle_is_no_document() -> None:
    given = document(1)
    given["labels"] = given
    with pytest.raises(pledgeboard.PledgeboardError) as raised:
        pledgeboard.evaluate(given)
    assert raised.value.code == "not_a_document"


def test_half_a_character_is_the_core_s_to_judge() -> None:
    for given in ({**document(1), "title": "\ud800x"}, '{"title": "\ud800x"}'):
        with pytest.raises(pledgeboard.PledgeboardError) as raised:
            pledgeboard.evaluate(given)
        found = [(one["code"], one["pointer"]) for one in raised.value.diagnostics]
        assert ("lone_surrogate", "/title") in found


@pytest.mark.parametrize("places", [-1, 29, 1.5, "2"])
def test_places_that_are_none(places: Any) -> None:
    with pytest.raises(pledgeboard.PledgeboardError) as raised:
        pledgeboard.rate(1, 2, decimals=places)
    assert raised.value.code == "invalid_decimals"


def test_other_mappings_are_objects() -> None:
    given = collections.ChainMap(document(538))
    assert pledgeboard.evaluate(given) == pledgeboard.evaluate(document(538))


def test_files(tmp_path: Path) -> None:
    file = tmp_path / "清单.json"
    text = text_of(document(538))
    file.write_text(text, encoding="utf-8-sig")
    assert pledgeboard.evaluate_text(file) == pledgeboard.evaluate_text(text)
    file.write_bytes("清单".encode("gb18030"))
    with pytest.raises(pledgeboard.PledgeboardError, match="UTF-8"):
        pledgeboard.evaluate(file)
    with pytest.raises(pledgeboard.PledgeboardError, match="Path"):
        pledgeboard.evaluate(str(file))
    with pytest.raises(FileNotFoundError):
        pledgeboard.evaluate(tmp_path / "none.json")


def test_days() -> None:
    by_text = pledgeboard.evaluate(document(538), as_of="2025-06-30")
    assert by_text["projects"][0]["commitments"][0]["status"] == "unreported"
    for day in (datetime.date(2025, 6, 30), datetime.datetime(2025, 6, 30, 23, 59)):
        assert pledgeboard.evaluate(document(538), as_of=day) == by_text
    with pytest.raises(pledgeboard.PledgeboardError) as raised:
        pledgeboard.evaluate(document(538), as_of="30.6.2025")
    assert raised.value.code == "invalid_date"


def test_figures_of_claims() -> None:
    given: list[Any] = [9935, 9935.0, Decimal(9935), numpy.int32(9935), "9935"]
    checks = [pledgeboard.check_claim(reached=one, target=8000, published_rate=Decimal("124.19"))["verdict"] for one in given]
    assert checks == ["exact"] * 5
    # A tenth is a tenth, in whatever way Python writes it.
    assert pledgeboard.rate(1e-07, "0.0000001") == "100.00"
    for wrong in (True, [], {}):
        with pytest.raises(pledgeboard.PledgeboardError):
            pledgeboard.rate(wrong, 1)  # type: ignore[arg-type]
