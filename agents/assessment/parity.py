"""Parity: the same fact asked for in Chinese and in English gets the same answer and behaviour.

Two cases are a pair when their ids are alike but for the language ('zh-care-001', 'en-care-001')
and they do not name different facts; of what is then left, when they are of one kind and name the
very same facts. Facts stand in a case's `fact`, or as codes ('H-M1') in its `note`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
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
    found = {one.case.id: _counterpart(one.case, english) for one in chinese}
    taken = {one.case.id for one in found.values() if one}
    for one in chinese:
        left = [other for other in english if other.case.id not in taken]
        if found[one.case.id] is None and (other := _of_same_facts(one.case, left)):
            found[one.case.id] = other
            taken.add(other.case.id)
    return [Pair(one, other) for one in chinese if (other := found[one.case.id])]


def facts_of(case: Case) -> frozenset[str]:
    return frozenset(_CODE.findall(case.fact or case.note))


def stem(id_: str) -> str:
    """The id without its language."""
    return _LANGUAGE.sub("", id_)


def _counterpart(case: Case, others: Sequence[Grade]) -> Grade | None:
    mine, facts = stem(case.id), facts_of(case)
    for other in others:
        theirs = facts_of(other.case)
        if stem(other.case.id) == mine and (facts & theirs or not facts or not theirs):
            return other
    return None


def _of_same_facts(case: Case, others: Sequence[Grade]) -> Grade | None:
    facts = facts_of(case)
    same = (o for o in others if o.case.kind == case.kind and facts_of(o.case) == facts)
    return next(same, None) if facts else None
