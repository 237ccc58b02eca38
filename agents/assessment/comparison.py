"""Comparison: what two runs of the same cases made of each case, and what got worse.

Worse is an answer that was right and no longer is, a behaviour that was as wanted and no longer is,
or something said that must not be; better is the reverse. A case may be both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agents.grading import Case, Grade, Score, grades, scores_of


@dataclass(frozen=True, slots=True)
class Change:
    """One case in both runs; `worse` and `better` name what changed which way."""

    before: Grade
    after: Grade
    worse: tuple[str, ...]
    better: tuple[str, ...]

    @property
    def case(self) -> Case:
        return self.after.case


@dataclass(frozen=True, slots=True)
class Comparison:
    """`groups` holds scores before and after; cases that only one run answered are `left_out`."""

    worse: tuple[Change, ...]
    better: tuple[Change, ...]
    groups: Mapping[str, tuple[Score, Score]]
    left_out: tuple[str, ...]

    @property
    def cases(self) -> int:
        return self.groups["TOTAL"][0].cases if self.groups else 0


Results = Mapping[str, Mapping[str, Any]]


def compare(cases: Iterable[Case], before: Results, after: Results) -> Comparison:
    asked = list(cases)
    both = [case for case in asked if case.id in before and case.id in after]
    old, new = grades(both, before), grades(both, after)
    changes = [change(a, b) for a, b in zip(old, new, strict=True)]
    return Comparison(
        tuple(c for c in changes if c.worse),
        tuple(c for c in changes if c.better),
        _groups(old, new),
        tuple(case.id for case in asked if (case.id in before) != (case.id in after)),
    )


def change(before: Grade, after: Grade) -> Change:
    marks = {
        "content": (before.right, after.right),
        "behaviour": (before.behaved, after.behaved),
        "forbidden": (not before.forbidden, not after.forbidden),
    }
    worse = tuple(what for what, (was, is_now) in marks.items() if was and not is_now)
    better = tuple(what for what, (was, is_now) in marks.items() if is_now and not was)
    return Change(before, after, worse, better)


def _groups(old: Sequence[Grade], new: Sequence[Grade]) -> dict[str, tuple[Score, Score]]:
    before, after = scores_of(old), scores_of(new)
    return {group: (before[group], after[group]) for group in before}
