"""Everything that one run of a file of cases says, in one place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from agents.assessment.calibration import Calibration, calibration
from agents.assessment.figures import (
    Spread,
    confusion,
    lengths,
    proofs,
    spread,
    step_times,
    total_times,
)
from agents.assessment.parity import Parity, parity
from agents.grading import Case, Grade, Score, grades, scores_of


@dataclass(frozen=True, slots=True)
class Assessment:
    """`times` and `steps` are in milliseconds, `words` counts two Chinese characters as one."""

    grades: tuple[Grade, ...]
    scores: Mapping[str, Score]
    confusion: Mapping[tuple[str, str], int]
    parity: Parity
    calibration: Calibration
    proofs: Mapping[str, int]
    words: Spread
    times: Spread
    steps: Mapping[str, Spread]

    @property
    def misses(self) -> list[Grade]:
        return [one for one in self.grades if not one.good]


def assess(cases: Iterable[Case], results: Mapping[str, Mapping[str, Any]]) -> Assessment:
    graded = tuple(grades(cases, results))
    return Assessment(
        graded,
        scores_of(graded),
        confusion(graded),
        parity(graded),
        calibration(graded),
        proofs(graded),
        spread(lengths(graded)),
        spread(total_times(graded)),
        {step: spread(taken) for step, taken in step_times(graded).items()},
    )
