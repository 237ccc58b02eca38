"""Parity: the same fact asked for in Chinese and in English gets the same answer and behaviour.

Two cases are a pair when their ids are alike but for the language ('zh-care-001', 'en-care-001')
and they do not name different facts; of what is then left, when they are of one kind and name the
very same facts. Facts stand in a case's `fact`, or as codes ('H-M1') in its `note`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from agents.grading import Case, Grade

_LANGUAGE = re.compile(r"(?<![a-z])(?:zh|en)(?![a-z])", re.IGNORECASE)
_CODE = re.compile(r"\b[A-Z]{1,6}-[A-Z]?\d+\b")


@dataclass(frozen=True, slots=True)
class Pair:
    zh: Grade
    en: Grade

    @property
    def name(self) -> str:
        return f"{self.zh.case.id} / {self.en.case.id}"

    @property
    def same_behaviour(self) -> bool:
        return self.zh.behaviour == self.en.behaviour

    @property
    def differs(self) -> bool:
        """Whether one language is served otherwise than the other, rightly or wrongly."""
        return self.zh.right != self.en.right or not self.same_behaviour

    @property
    def good(self) -> bool:
        """Both right, and alike in behaviour."""
        return self.zh.right and self.en.right and self.same_behaviour


@dataclass(frozen=True, slots=True)
class Parity:
    """`good` and `alike` are shares of the pairs, 0..1; both 1 where there is no pair."""

    pairs: tuple[Pair, ...]
    good: float
    alike: float

    @property
    def differing(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.differs]


def parity(graded: Iterable[Grade]) -> Parity:
    pairs = tuple(pairs_of(graded))
    good = sum(pair.good for pair in pairs) / max(len(pairs), 1)
    alike = sum(not pair.differs for pair in pairs) / max(len(pairs), 1)
    return Parity(pairs, *((good, alike) if pairs else (1.0, 1.0)))


def pairs_of(graded: Iterable[Grade]) -> list[Pair]:
    """Each case in at most one pair, in the order of the Chinese ones."""
    by_language: dict[str, list[Grade]] = defaultdict(list)
    for one in graded:
        by_language[one.case.lang].append(one)
    chinese, english = by_language["zh"], by_language["en"]
    found = _matched(chinese, english, lambda case: stem(case.id), _may_be_of_one_fact)
    taken = {other.case.id for other in found.values()}
    found |= _matched(
        [one for one in chinese if one.case.id not in found and facts_of(one.case)],
        [other for other in english if other.case.id not in taken],
        lambda case: (case.kind, facts_of(case)),
    )
    return [Pair(one, found[one.case.id]) for one in chinese if one.case.id in found]


def _matched(
    chinese: Iterable[Grade],
    english: Iterable[Grade],
    key: Callable[[Case], Hashable],
    fits: Callable[[Case, Case], bool] = lambda *_: True,
) -> dict[str, Grade]:
    """By the id of a Chinese case, the first English one of its key that fits and is free."""
    free: dict[Hashable, list[Grade]] = defaultdict(list)
    for one in english:
        free[key(one.case)].append(one)
    found: dict[str, Grade] = {}
    for one in chinese:
        alike = free[key(one.case)]
        at = next((n for n, other in enumerate(alike) if fits(one.case, other.case)), None)
        if at is not None:
            found[one.case.id] = alike.pop(at)
    return found


def facts_of(case: Case) -> frozenset[str]:
    return frozenset(_CODE.findall(case.fact or case.note))


def stem(id_: str) -> str:
    """The id without its language."""
    return _LANGUAGE.sub("", id_)


def _may_be_of_one_fact(one: Case, other: Case) -> bool:
    """Whether they name a fact in common, or one of them names none."""
    facts, theirs = facts_of(one), facts_of(other)
    return bool(facts & theirs) or not facts or not theirs
