"""Figures that come in the place of others, and clauses that only say so."""

from __future__ import annotations

import re
from collections.abc import Set

from agents.brief.clauses import Clause
from agents.brief.figures import SORTS, Sort, figures_in, figures_of
from agents.brief.words import words

_NEAR_SIZE = 2
_RANK = {letters: 1000.0 + at for at, letters in enumerate(("xs", "s", "m", "l", "xl", "xxl"))}
_ALIKE, _ALIKE_WORN = 3, 1.3  # times as much, at most, is a figure that corrects another
_LAUGH = re.compile(
    r"(?:(?:(?:ha)+h?|he(?:he)+|lol|lmao|just|only|nah|oh|well|i know|哈+|嘿+|嘻+|h+|我?知道)\W*)+",
    re.IGNORECASE,
)
_MARKER = 2  # words beside those that take back


def sizes(text: str) -> frozenset[float]:
    """Plain size figures, and letters by their rank; beside a measure or a sum only letters."""
    measured = figures_of(text, "measure") or figures_of(text, "money")
    told = {f for f in figures_of(text, "size") if f in _RANK or not measured}
    return frozenset(_RANK.get(f) or float(f) for f in told if f in _RANK or f[0].isdecimal())


def sums(text: str) -> frozenset[float]:
    """What she would spend; a sum that is added to another replaces none."""
    if words("adds").search(text) or words("not_budget").search(text):
        return frozenset()
    return frozenset(float(f) for f in figures_of(text, "money") if f.replace(".", "").isdecimal())


def other(old: Set[float], new: Set[float]) -> bool:
    return not old & new and any(alike(a, b) for a in old for b in new)


def near(old: Set[float], new: Set[float]) -> bool:
    """One other figure near it: a shoe's 38 is no dress's 42."""
    return not old & new and any(abs(a - b) <= _NEAR_SIZE for a in old for b in new)


def bare(text: str, sort: Sort, old: Set[str]) -> frozenset[str]:
    """Figures without a unit, near enough to those they come in the place of."""
    if sort in ("date", "time", "colour"):
        return frozenset()
    for name in ("no_figure_span", "date"):
        text = words(name).sub(" ", text)
    if any(figures_of(text, each) for each in SORTS):
        return frozenset()
    most = _ALIKE if sort == "money" else _ALIKE_WORN
    before = [float(figure) for figure in old if figure.replace(".", "").isdecimal()]
    found = (f for f in figures_in(text) if any(alike(float(f), each, most) for each in before))
    return frozenset(found)


def alike(one: float, other: float, most: float = _ALIKE) -> bool:
    return one > 0 and other > 0 and 1 / most <= one / other <= most


def is_laugh(part: Clause) -> bool:
    return bool(_LAUGH.fullmatch(part.text))


def is_marker(part: Clause) -> bool:
    """It says nothing but that something before no longer stands."""
    rest = words("takes_back").sub("", words("corrects").sub("", part.text))
    left = len(re.findall(r"[A-Za-z]+|[\u3400-\u9fff]|\d", rest))
    return rest != part.text and left <= _MARKER
