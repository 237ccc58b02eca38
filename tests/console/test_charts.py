from __future__ import annotations

from typing import Any

import pytest

from console.parts.insights import charts

DAY = {"day": "2026-11-22", "name": "Alone", "count": 3, "order": 0}
BAR = {"name": "Sillage", "now": 3, "mark": 1, "far": 4}
CHARTS = [
    charts.stacked_days([DAY], ("Alone", "With people"), "%d", charts.DARK, "By day"),
    charts.bars_with_mark([BAR], "Times", charts.LIGHT, "Asked for", reach=True),
    charts.columns([{"name": "5", "count": 2}], "Score", charts.LIGHT, "Content"),
]


def _descriptions(spec: dict[str, Any]) -> list[str]:
    parts = [spec, *spec.get("layer", ())]
    return [part["description"] for part in parts if "description" in part]


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_is_one_picture_that_says_what_it_shows(chart: Any) -> None:
    spec = chart.to_dict()
    assert any(_descriptions(spec))
    for part in ("mark", "axis", "legend"):
        assert spec["config"][part]["aria"] is False
