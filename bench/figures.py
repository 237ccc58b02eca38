"""Figures of a bench, printed as one JSON object on its last line."""

from __future__ import annotations

import json
from collections.abc import Sequence


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least `percent` of the values do not exceed."""
    ordered = sorted(values)
    rank = -(-len(ordered) * percent // 100)
    return ordered[max(0, int(rank) - 1)]


def report(**figures: float) -> None:
    print(json.dumps(figures))
