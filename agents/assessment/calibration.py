"""Calibration: does the advisor know when it knows?

Looked at are the cases that likeness decided (no cue, no ruling) and that want an answer or
'I don't have that'. How near the best passage was is then all that spoke for answering.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from agents.grading import Grade

_DECIDED = "likeness"
_ASKED = ("answer", "abstain")
_BINS = 10


@dataclass(frozen=True, slots=True)
class Known:
    """One case: how near its best passage was, whether an answer was wanted, given and right."""

    relevance: float
    wanted: bool
    answered: bool
    good: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Cases of like relevance; `relevance` is their mean, `good` and `answered` are shares."""

    relevance: float
    cases: int
    good: float
    answered: float


@dataclass(frozen=True, slots=True)
class Threshold:
    """What would be if nothing below `floor` were answered.

    `precision`: share of the answers given that are right; `recall`: share of the answers wanted
    that are given and right; `answered`: how many are given.
    """

    floor: float
    answered: int
    precision: float
    recall: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """`expected_error`: how far relevance, taken for the chance of being right, misses it."""

    cases: int
    bins: tuple[Bin, ...]
    thresholds: tuple[Threshold, ...]
    expected_error: float


def calibration(graded: Iterable[Grade]) -> Calibration:
    known = known_of(graded)
    bins = tuple(reliability(known))
    return Calibration(len(known), bins, tuple(thresholds(known)), expected_error(bins, len(known)))


def known_of(graded: Iterable[Grade]) -> list[Known]:
    return [
        Known(
            float(one.result["relevance"]),
            wanted=one.case.behaviour == "answer",
            answered=one.behaviour == "answer",
            good=one.good,
        )
        for one in by_likeness(graded)
    ]


def by_likeness(graded: Iterable[Grade]) -> Iterator[Grade]:
    """The cases that are looked at."""
    for one in graded:
        if one.result.get("decided_by") == _DECIDED and one.case.behaviour in _ASKED:
            yield one


def reliability(known: Sequence[Known], bins: int = _BINS) -> list[Bin]:
    """Bins of as many cases each, from the least relevance to the greatest."""
    ordered = sorted(known, key=lambda one: one.relevance)
    cuts = [len(ordered) * n // bins for n in range(bins + 1)]
    parts = (ordered[low:high] for low, high in pairwise(cuts))
    return [_bin(part) for part in parts if part]


def _bin(part: Sequence[Known]) -> Bin:
    count = len(part)
    return Bin(
        sum(one.relevance for one in part) / count,
        count,
        sum(one.good for one in part) / count,
        sum(one.answered for one in part) / count,
    )


def thresholds(known: Sequence[Known]) -> list[Threshold]:
    """One for each twentieth, from 0.3 to 1."""
    return [at_floor(known, n / 20) for n in range(6, 21)]


def at_floor(known: Sequence[Known], floor: float) -> Threshold:
    given = [one for one in known if one.answered and one.relevance >= floor]
    right = sum(one.good for one in given)
    wanted = sum(one.wanted for one in known)
    return Threshold(
        floor,
        len(given),
        precision=right / len(given) if given else 1.0,
        recall=right / wanted if wanted else 1.0,
    )


def expected_error(bins: Sequence[Bin], cases: int) -> float:
    """The mean distance of relevance (at most 1) from the share that is right, by cases."""
    return sum(b.cases * abs(min(b.relevance, 1.0) - b.good) for b in bins) / max(cases, 1)
