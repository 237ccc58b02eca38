"""Clauses without what was withdrawn in them: '… my wedding on the 5th' keeps its wedding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from agents.brief.figures import Sort, figures_of
from agents.brief.words import words

CUT: tuple[Sort, ...] = ("date", "time", "colour", "size", "measure")
_PATTERN = {"size": "sized", "measure": "measured"}
_BEFORE = re.compile(r"(?:\b(?:on|by|at|in|until|from|before|for|around|the|a|an)\s+)+$", re.I)
_EDGES = " \t,，、;；:：-–—…"
_GAP = " … "
_LATIN, _CHINESE = 3, 2  # letters that still say something


def cut(text: str, sort: Sort, gone: Set[str]) -> str:
    """The clause without the withdrawn figures of one sort; empty where little would be left."""
    name = _PATTERN.get(sort, sort)
    spans = [m.span() for m in words(name).finditer(text) if figures_of(m[0], sort) & gone]
    rest = _without(text, spans)
    return "" if figures_of(rest, sort) & gone else rest


def cut_names(text: str, patterns: Iterable[str]) -> str:
    """The clause without names, each given as a pattern."""
    return _without(text, [m.span() for p in patterns for m in re.finditer(p, text, re.I)])


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    rest = text
    for start, end in sorted(spans, reverse=True):
        before = _BEFORE.sub("", rest[:start]).rstrip(_EDGES)
        after = rest[end:].lstrip(_EDGES)
        rest = f"{before}{_GAP}{after}" if before and after else before or after
    latin = len(re.findall(r"[A-Za-z]", rest))
    chinese = len(re.findall(r"[\u3400-\u9fff]", rest))
    return rest if latin >= _LATIN or chinese >= _CHINESE else ""
