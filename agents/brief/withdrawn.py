"""What no longer stands of a conversation, and whether a clause may still be quoted.

What was withdrawn is in no line of the brief, in her words or in the house's. What withdraws it is
read in `agents.brief.corrections`.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, field, replace
from functools import lru_cache

from agents.brief.clauses import Clause
from agents.brief.cuts import CUT, cut, cut_names
from agents.brief.figures import SORTS, Counted, Sort, counts_in, figures_of, periods_in, worn_in
from agents.brief.talk import Place, Said
from agents.brief.words import words
from shop.products import fold

_STEM = 5  # letters
WORN: tuple[Sort, ...] = ("size", "measure")


@dataclass(slots=True)
class Withdrawn:
    """`places`: clauses by message and start; `answers`: messages of the house's."""

    places: set[tuple[int, int]] = field(default_factory=set)
    figures: dict[Sort, set[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    answers: set[int] = field(default_factory=set)
    echoes: set[int] = field(default_factory=set)  # answers that worked out a withdrawn measure
    cuts: dict[tuple[int, int], str] = field(default_factory=dict)  # clauses as they still stand
    counts: set[Counted] = field(default_factory=set)  # how many, of what
    at_once: bool = False  # she pays no instalments after all
    periods: set[str] = field(default_factory=set)  # months over which she won't pay
    deeds: set[str] = field(default_factory=set)  # what she had asked to be done

    def stands(self, said: Said, part: Clause) -> bool:
        """Whether a clause or sentence may be quoted."""
        if said.seq in self.answers or self.is_named(part.text):
            return False
        if said.hers:
            return (said.seq, part.start) not in self.places
        if self._is_changed(part.text):
            return False
        promises = words("promises").search(part.text)
        if said.seq in self.echoes and worn_in(part.text) and not promises:
            return False
        return not any(_tells(part.text, sort, gone) for sort, gone in self.figures.items())

    def has(self, place: Place) -> bool:
        """Whether a clause of hers was withdrawn whole."""
        return (place[0].seq, place[1].start) in self.places

    def still_said(self, said: Said) -> tuple[Clause, ...]:
        """Her clauses as they stand, without what was withdrawn in them."""
        left = [replace(p, text=self._left(said, p)) for p in said.clauses]
        return tuple(part for part in left if part.text)

    def _left(self, said: Said, part: Clause) -> str:
        at = said.seq, part.start
        if at in self.places:
            return ""
        text = words("simile").sub("", self.cuts.get(at, part.text)).rstrip()
        if not self.is_named(text) or part.asks:
            return "" if self.is_named(text) else text
        drops = any(words(name).search(text) for name in ("drops", "unwanted", "dislikes", "asks"))
        tells_more = any(
            words(name).search(text)
            for name in ("occasion", "date", "money", "lists", "sent_there")
        )
        return cut_names(text, map(_of_name, self.names)) if tells_more and not drops else ""

    def is_named(self, text: str) -> bool:
        """Whether it names a thing or place that she wants no more."""
        plain = fold(text)
        return any(re.search(_of_name(name), plain) for name in self.names)

    def _is_changed(self, text: str) -> bool:
        """It tells of another number, of a deed or of payments that she wants no more."""
        if words("instalment_terms").search(text) and (
            self.at_once or self.periods & periods_in(text)
        ):
            return True
        return bool(counts_in(text).keys() & self.counts) or self.is_undone(text)

    def is_undone(self, text: str) -> bool:
        """Whether it speaks of what she wants done no more."""
        return any(re.search(_of_name(deed), fold(text)) for deed in self.deeds)

    def strike(self, place: Place, sort: Sort | None = None, kept: Set[str] = frozenset()) -> None:
        """One clause, or its figures of one sort; but not those that came in their place."""
        said, part = place
        for each in (sort,) if sort else SORTS:
            if fresh := figures_of(part.text, each) - kept:
                self.figures.setdefault(each, set()).update(fresh)
        at = said.seq, part.start
        if sort in CUT and sort:
            gone = figures_of(part.text, sort) - kept
            self.cuts[at] = cut(self.cuts.get(at, part.text), sort, gone)
        if not self.cuts.get(at):
            self.places.add(at)


def _tells(text: str, sort: Sort, gone: Set[str]) -> bool:
    """Whether a sentence of the house's repeats a withdrawn figure as one of that sort."""
    if sort in ("date", "colour"):
        return any(day in text.casefold() for day in gone)
    if sort in WORN:
        return bool(worn_in(text) & gone)
    return bool(figures_of(text, sort) & gone)


@lru_cache(maxsize=256)
def _of_name(name: str) -> str:
    """A Latin name by its stem: 'engraving' takes 'engraved' with it."""
    if not name.isascii():
        return re.escape(name)
    if len(name) < _STEM:
        return rf"(?<![a-z]){re.escape(name)}(?![a-z])"
    stem = name[:-3] if name.endswith("ing") and len(name) - 3 >= _STEM else name.rstrip("s")
    return rf"(?<![a-z]){re.escape(stem)}"
