"""What the tests share: the project's files, many made-up programmes, and counts that `cargo xtask test extra` reads."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """As Node's runner says it."""
    counts = {kind: len(terminalreporter.stats.get(kind, ())) for kind in ("passed", "failed", "error")}
    print(f"\n# pass {counts['passed']}\n# fail {counts['failed'] + counts['error']}")


def programmes(count: int, commitments: int, reports: int) -> list[dict[str, Any]]:
    """So many programmes of ten projects, each commitment with so many reports; every figure follows from its place."""
    days = [datetime.date(2025, 1, 31) + datetime.timedelta(days=80 * index) for index in range(reports)]

    def commitment(programme: int, index: int) -> dict[str, Any]:
        target = 40 + (7 * programme + 13 * index) % 900
        share = (programme + 3 * index) % 5 + 1
        return {
            "id": f"c{index}",
            "title": f"第{index}件事项",
            "bodies": [f"第{index % 12}局"],
            "target": {"value": str(target), "unit": ("部", "公里", "人次")[index % 3]},
            "reports": [
                {
                    "date": str(day),
                    "value": str(target * share * (step + 1) // (4 * reports)),
                    "published_on": str(day + datetime.timedelta(days=5 + (programme + index) % 30)),
                }
                for step, day in enumerate(days)
            ],
        }

    def programme(number: int) -> dict[str, Any]:
        every = [commitment(number, index) for index in range(commitments)]
        return {
            "format": "pledgeboard/1",
            "id": f"p{number}",
            "title": f"第{number}份清单",
            "place": {"name": f"第{number}区"},
            "period": {"start": "2025-01-01", "end": "2025-12-31"},
            "adopted": {"date": "2025-01-06"},
            "projects": [
                {"id": f"g{group}", "title": f"第{group}项工程", "commitments": every[group::10]} for group in range(10)
            ],
        }

    return [programme(number) for number in range(count)]


@pytest.fixture
def zhonglou() -> list[Path]:
    return [ROOT / f"www/programmes/zhonglou-{year}.json" for year in (2024, 2025)]
