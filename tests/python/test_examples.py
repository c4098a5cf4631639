"""The notebooks' tables are those that the examples of the Rust crate print (`core/examples`)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from conftest import ROOT
from test_notebooks import run

Table = list[dict[str, str]]


def tables(name: str) -> list[Table]:
    """The tables of an example, in their order; a blank line stands between two."""
    text = (ROOT / "core/examples" / name).with_suffix(".txt").read_text(encoding="utf-8")
    return [list(csv.DictReader(part.splitlines())) for part in text.split("\n\n")]


def only(table: Table, columns: list[str]) -> Table:
    return [{column: row[column] for column in columns} for row in table]


def test_two_years() -> None:
    years, pairs = tables("zhonglou")
    _, (shares, continued) = run(
        "zhonglou.ipynb",
        "[shares.reset_index().to_dict('records'), pairs[pairs['score'].isna()].fillna('').to_dict('records')]",
    )
    for row, year in zip(shares, years, strict=True):
        assert row["programme"] == year["programme"]
        assert row["promises"] == int(year["with_target"])
        assert f"{row['kept_low']:.2f}" == year["share_met_low"]
        assert f"{row['kept_high']:.2f}" == year["share_met_high"]
    found = [
        {"previous": row["previous"].replace("+", " "), "next": row["next"], "outcome_low": row["last_outcome"],
         "new_promise": row["new_promise"], "ambition_low": row["ambition"]}
        for row in continued if row["last_outcome"]
    ]  # fmt: skip
    assert found == only(pairs, ["previous", "next", "outcome_low", "new_promise", "ambition_low"])


def test_a_thousand() -> None:
    (overall,), ranking, lags = tables("thousand")
    _, (kept, places, late) = run(
        "thousand.ipynb", "[[len(counted), *overall.tolist()], ranking.head(10).to_dict('records'), lag.to_dict('records')]"
    )
    assert [str(kept[0]), f"{kept[1]:.2f}", f"{kept[2]:.2f}"] == list(overall.values())
    found = [
        {"programme": row["programme"], "kept_low": f"{row['kept_low']:.2f}", "kept_high": f"{row['kept_high']:.2f}",
         "best": str(row["best"]), "worst": str(row["worst"])}
        for row in places
    ]  # fmt: skip
    assert found == ranking
    assert sorted(
        (row["body"], row["reported"], row["promises"], f"{row['median']:.1f}", str(int(row["longest"]))) for row in late
    ) == sorted((row["body"], int(row["reported"]), int(row["promises"]), row["median"], row["longest"]) for row in lags)


def test_a_notice() -> None:
    (figures,) = tables("notice")
    _, rows = run("notice.ipynb", "quantities.fillna('').astype(str).to_dict('records')")
    columns = list(figures[0])
    assert only(rows, columns) == figures


@pytest.mark.parametrize("name", ["zhonglou", "thousand", "notice"])
def test_each_notebook_has_its_example(name: str) -> None:
    assert (ROOT / "core/examples" / f"{name}.rs").exists() and Path(ROOT / "examples/notebooks" / f"{name}.ipynb").exists()
