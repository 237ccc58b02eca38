"""Counts of a run: behaviours wanted and shown, proofs, times by step, lengths of answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from agents.grading import Grade

STEPS = ("understand", "retrieve", "consult", "decide", "hand_over", "compose", "check")
STORE = "store"  # what the steps leave of a turn: keeping what was said
BEHAVIOURS = ("answer", "abstain", "clarify", "refuse", "handoff")
OUTCOMES = ("supported", "contradicted", "unknown")

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[^\W_\u3400-\u9fff\uf900-\ufaff]+(?:[.,'’][^\W_\u3400-\u9fff\uf900-\ufaff]+)*")


@dataclass(frozen=True, slots=True)
class Spread:
    """Median and 95th percentile of `count` values; zeros when there are none."""

    count: int
    median: float
    p95: float


def spread(values: Iterable[float]) -> Spread:
    found = list(values)
    if len(found) < 2:
        only = found[0] if found else 0.0
        return Spread(len(found), only, only)
    return Spread(len(found), median(found), quantiles(found, n=20, method="inclusive")[-1])


def words_in(text: str) -> float:
    """Words of a text; two Chinese characters count as one, a figure as one."""
    return len(_HAN.findall(text)) / 2 + len(_WORD.findall(text))


def lengths(graded: Iterable[Grade]) -> list[float]:
    return [words_in(one.answer) for one in graded if one.answer]


def confusion(graded: Iterable[Grade]) -> dict[tuple[str, str], int]:
    """How many by (behaviour wanted, behaviour shown)."""
    return Counter((one.case.behaviour, one.behaviour or "none") for one in graded)


def proofs(graded: Iterable[Grade]) -> dict[str, int]:
    """Drafted sentences by the outcome of their proof."""
    counted: Counter[str] = Counter(dict.fromkeys(OUTCOMES, 0))
    for one in graded:
        counted.update(one.result.get("proof", {}))
    return dict(counted)


def step_times(graded: Iterable[Grade]) -> dict[str, list[float]]:
    """Milliseconds of every turn by step, the store's share last; only steps that were taken."""
    times: dict[str, list[float]] = {step: [] for step in (*STEPS, STORE)}
    for one in graded:
        took: dict[str, float] = one.result.get("took_ms", {})
        for step, ms in took.items():
            times.setdefault(step, []).append(ms)
        if took:
            times[STORE].append(max(0.0, total_time(one) - sum(took.values())))
    return {step: taken for step, taken in times.items() if taken}


def total_time(one: Grade) -> float:
    return float(one.result.get("latency_ms", 0.0))


def total_times(graded: Sequence[Grade]) -> list[float]:
    """Milliseconds of each turn that there was."""
    return [total_time(one) for one in graded if one.result and "problem" not in one.result]
