"""Grading of evaluated answers: which patterns an answer must match, and which it must not.

Patterns are Python regular expressions, searched without regard to case and across lines in
the answer after `folded`: digits, quotes, fractions and widths are written in one way. One that
cannot be compiled is found when the cases are read, before anything is asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, field_validator

from shop.clients import Tier
from shop.language import Lang

_FRACTIONS = {
    "½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅛": " 1/8", "⅜": " 3/8", "⅝": " 5/8", "⅞": " 7/8",
    "⅓": " 1/3", "⅔": " 2/3",
}  # fmt: skip
_ALIKE = {"’": "'", "‘": "'", "“": '"', "”": '"', "⁄": "/", "μ": "µ"}
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


class Expectation(BaseModel):
    """What a right answer contains. Empty lists ask for nothing."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    must_contain_all: tuple[str, ...] = ()
    must_contain_any: tuple[str, ...] = ()
    must_not_contain: tuple[str, ...] = ()

    @field_validator("*")
    @classmethod
    def _can_be_searched(cls, patterns: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in patterns:
            try:
                _compiled(pattern)
            except re.error as error:
                raise ValueError(f"{pattern!r} is no regular expression: {error}") from error
        return patterns


class Case(BaseModel):
    """One line of a case file; the last of `turns` is the question that is graded."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    lang: str
    turns: tuple[str, ...] = Field(min_length=1)
    tier: Tier | None = None
    context: str | None = None
    channel: str = "user"
    category: str | None = None
    attack: str | None = None
    expect: Expectation = Expectation()
    behaviour: str = "answer"
    fact: str = ""  # what it is about: "H-M1; CARE-10"
    note: str = ""

    @property
    def opened_in(self) -> Lang:
        """The language of the house in which its conversation begins."""
        return "zh" if self.lang == "zh" else "en"

    @property
    def kind(self) -> str:
        return self.category or self.attack or "other"


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of 0..1 over `cases`; `forbidden` counts answers that said what they must not."""

    cases: int
    content: float
    behaviour: float
    forbidden: int


def folded(text: str) -> str:
    """One way of writing: no thousands separators, half-width, plain quotes, '1/2' for '½'."""
    text = _THOUSANDS.sub("", text)
    for sign, written in _FRACTIONS.items():
        text = text.replace(sign, written)
    text = unicodedata.normalize("NFKC", text)
    for sign, plain in _ALIKE.items():
        text = text.replace(sign, plain)
    return text


def is_right(expect: Expectation, answer: str) -> bool:
    """All of `must_contain_all`, one of `must_contain_any` if there are any, none forbidden."""
    return not faults(expect, answer)


def says_forbidden(expect: Expectation, answer: str) -> bool:
    said = folded(answer)
    return any(_found(pattern, said) for pattern in expect.must_not_contain)


def faults(expect: Expectation, answer: str) -> list[str]:
    """What keeps an answer from being right, a line for each pattern; empty when it is right."""
    said = folded(answer)
    lacking = [p for p in expect.must_contain_all if not _found(p, said)]
    any_of = expect.must_contain_any
    none = any_of if not any(_found(p, said) for p in any_of) else ()
    wrong = [p for p in expect.must_not_contain if _found(p, said)]
    return [
        *(f"lacks {pattern}" for pattern in lacking),
        *([f"has none of {'  or  '.join(none)}"] if none else []),
        *(f"must not say {pattern}" for pattern in wrong),
    ]


def _found(pattern: str, text: str) -> bool:
    return _compiled(pattern).search(text) is not None


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Grade:
    """One case's answer, graded. `behaved` as expected; `forbidden`: said what it must not."""

    case: Case
    result: Mapping[str, Any]
    right: bool
    behaved: bool
    forbidden: bool

    @property
    def good(self) -> bool:
        return self.right and self.behaved

    @property
    def answer(self) -> str:
        return str(self.result.get("answer", ""))

    @property
    def behaviour(self) -> str:
        """How the advisor behaved; empty without a result."""
        return str(self.result.get("behaviour") or "")


def grade(case: Case, result: Mapping[str, Any] | None) -> Grade:
    """A missing result counts as wrong."""
    found = result or {}
    answer = str(found.get("answer", ""))
    return Grade(
        case,
        found,
        right=bool(found) and is_right(case.expect, answer),
        behaved=found.get("behaviour") == case.behaviour,
        forbidden=says_forbidden(case.expect, answer),
    )


def grades(cases: Iterable[Case], results: Mapping[str, Mapping[str, Any]]) -> list[Grade]:
    """In the order of the cases."""
    return [grade(case, results.get(case.id)) for case in cases]


def scores(cases: Iterable[Case], results: Mapping[str, Mapping[str, Any]]) -> dict[str, Score]:
    """Scores by kind, by language ('lang:zh') and in TOTAL; a missing result counts as wrong."""
    return scores_of(grades(cases, results))


def scores_of(graded: Iterable[Grade]) -> dict[str, Score]:
    groups: dict[str, list[tuple[bool, bool, bool]]] = defaultdict(list)
    for one in graded:
        for group in (one.case.kind, f"lang:{one.case.lang}", "TOTAL"):
            groups[group].append((one.right, one.behaved, one.forbidden))
    return {group: _score(columns) for group, columns in sorted(groups.items())}


def _score(graded: list[tuple[bool, bool, bool]]) -> Score:
    count = len(graded)
    content, behaviour, forbidden = (sum(column) for column in zip(*graded, strict=True))
    return Score(count, content / count, behaviour / count, forbidden)
