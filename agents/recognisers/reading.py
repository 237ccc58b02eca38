"""A question as recognisers read it: its words, and what earlier messages already said."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, TypeVar

from agents.measures import (
    BodyMeasure,
    Cup,
    Money,
    NamedSize,
    Span,
    as_it_stands,
    bare_numbers,
    body_measures,
    cups,
    lengths,
    money,
    named_sizes,
    normal,
    spans,
)
from agents.recognisers.books import Books
from agents.recognisers.kinds import called
from agents.recognisers.words import MEN, OF_ANOTHER_KIND, OF_SIZES, TIERS, tier_in, without_origin
from agents.turn import Question
from shop.clients import Tier
from shop.dates import months_after
from shop.destinations import Destination
from shop.products import Category, Gender, Product, fold
from shop.rulings import Ruling

T = TypeVar("T")

_FLAGS = re.IGNORECASE | re.ASCII  # a Latin word also ends where a Chinese character begins
_LEAST_AMOUNT = 320  # above every size, foot length in mm and year of age
_DAYS_IN = {"hour": Decimal(1) / 24, "day": Decimal(1), "week": Decimal(7),
            "month": Decimal(30), "year": Decimal(365)}  # fmt: skip
_MONTHS_IN = {"month": 1, "year": 12}
_YEARS = range(2015, 2036)  # a bare 2026 is a year
_EARLIER = 2  # messages that a follow-up may lean on


@dataclass(frozen=True, slots=True)
class Reading:
    """`text` is this question; `earlier` what was said before it, newest first.

    Measures and amounts are taken from earlier messages only for a follow-up.
    """

    question: Question
    text: str
    earlier: tuple[str, ...]
    tier: Tier | None
    books: Books

    @property
    def pieces(self) -> tuple[Product, ...]:
        """The pieces named, else the one called by its kind ('the loafers'), now or just before."""
        return self.question.pieces or called(self.question, self.text, self.earlier, self.books)

    @property
    def compared(self) -> tuple[Product, ...]:
        """The pieces named, and those called by their kind: 'the loafers or Cadence'."""
        kinds: tuple[str, ...] = _read_once(self.books.attributes.kinds_named, self.text)
        of_kind = (self.books.catalogue.get(kind) for kind in kinds)
        return tuple(dict.fromkeys((*self.question.pieces, *of_kind)))

    @property
    def piece(self) -> Product | None:
        return self.pieces[0] if self.pieces else None

    def is_of(self, *categories: Category) -> bool:
        return self.piece is not None and self.piece.category in categories

    def speaks_of(self, *terms: str) -> bool:
        return any(term in self.question.terms for term in terms)

    def without_names(self) -> str:
        """This question without the names of its pieces: 'Grain' is no grain."""
        named = "|".join(re.escape(p.name) for p in self.question.pieces)
        plain = re.sub(named, " ", self.text, flags=re.IGNORECASE) if named else self.text
        folded = "|".join(re.escape(fold(p.name)) for p in self.question.pieces)
        return re.sub(folded, " ", plain, flags=re.IGNORECASE) if folded else plain

    def says(self, pattern: str) -> bool:
        return self.match(pattern) is not None

    def match(self, pattern: str) -> re.Match[str] | None:
        return _pattern(pattern).search(self.text)

    @property
    def texts(self) -> tuple[str, ...]:
        """This question and, before it, what a follow-up leans on."""
        return (self.text, *self.earlier) if self.question.follow_up else (self.text,)

    def said(self, pattern: str) -> bool:
        """Now, or just before in what a follow-up leans on."""
        return any(_pattern(pattern).search(text) for text in self.texts)

    def find(self, pattern: str) -> re.Match[str] | None:
        """The first match now, or just before in what a follow-up leans on."""
        found = (_pattern(pattern).search(text) for text in self.texts)
        return next((match for match in found if match), None)

    def before(self, pattern: str) -> Reading | None:
        """The message before that says `pattern`, read by itself."""
        said = (text for text in self.earlier if _pattern(pattern).search(text))
        return next((replace(self, text=text, earlier=()) for text in said), None)

    def ever_said(self, pattern: str) -> bool:
        """Now or in the messages before, whatever they were about."""
        return any(_pattern(pattern).search(text) for text in (self.text, *self.earlier))

    def amounts(self) -> list[Decimal]:
        """Amounts in RMB: with their currency, and bare numbers too large for a size."""
        return self.amounts_from(_LEAST_AMOUNT)

    def amounts_from(self, least: Decimal | int) -> list[Decimal]:
        """Amounts in RMB, bare numbers from `least` on counted in; those said now before others."""
        said = [m.amount for m in self.money() if m.currency in ("", "CNY")]
        taken = [*said, *(span.count for span in spans(self.text))]
        bare = [n for n in self.numbers() if n >= least and n not in (*taken, *_YEARS)]
        return bare if bare and not _read_once(money, self.text) else [*said, *bare]

    def amount(self) -> Decimal | None:
        """The first amount said; else the price of the piece meant."""
        said = self.amounts()
        if said:
            return said[0]
        return self.piece.price_rmb if self.piece else None

    def tiers_named(self) -> list[Tier]:
        """The tiers that this question itself names."""
        return [tier for tier, names in TIERS.items() if self.says(names)]

    def tier_named(self) -> Tier | None:
        return next(iter(self.tiers_named()), None)

    def tier_said(self) -> Tier | None:
        """The tier spoken of, or the client's own."""
        return self.tier_spoken_of() or self.tier

    def tier_spoken_of(self) -> Tier | None:
        """The tier named now, or just before in what a follow-up leans on; never her own."""
        return tier_in(self.texts)

    def tier_ever_said(self) -> Tier | None:
        """Like `tier_said`, also from messages that this one doesn't lean on."""
        return tier_in((self.text, *self.earlier)) or self.tier

    def place(self) -> Destination | None:
        """The first place named, now or just before in what a follow-up leans on."""
        for text in map(without_origin, self.texts):
            found: tuple[Destination, ...] = _read_once(self.books.destinations.find, text)
            if found:
                return found[0]
        return None

    def place_before(self) -> Destination | None:
        """The last place named in the messages before, whatever they were about."""
        found = (self.books.destinations.find(text) for text in self.earlier)
        return next((places[0] for places in found if places), None)

    def numbers(self) -> list[Decimal]:
        return bare_numbers(self.text)

    def body(self) -> dict[str, BodyMeasure]:
        return {m.part: m for m in self._first(body_measures, self._asks_no_size)}

    def sizes(self) -> list[NamedSize]:
        return self._first(named_sizes, self._asks_no_size)

    def lengths(self) -> list[BodyMeasure]:
        return self._first(lengths, self._asks_no_size)

    def cups(self) -> list[Cup]:
        return self._first(cups)

    def money(self) -> list[Money]:
        return self._first(money)

    def spans(self) -> list[Span]:
        return self._first(spans)

    @property
    def _asks_no_size(self) -> bool:
        """'And what is the price difference?' after a size leaves the measures said for it."""
        return self.says(OF_ANOTHER_KIND) and not self.says(OF_SIZES)

    def _first(self, read: Callable[[str], list[T]], of_now: bool = False) -> list[T]:
        """What this message says, or, where it says nothing, the message before, unless only
        what is said now counts.
        """
        no_figures = not any(map(str.isdigit, self.text))
        leans = (self.question.follow_up or no_figures) and not of_now
        leans_on = self.earlier if leans else ()
        for text in (self.text, *leans_on):
            found: list[T] = _read_once(read, text)
            if found:
                return found
        return []


@cache  # recognisers ask more patterns than `re` keeps by itself
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, _FLAGS)


@lru_cache(maxsize=256)
def _read_once(read: Callable[[str], Any], text: str) -> Any:
    """A dozen recognisers ask for the same measures of the same text."""
    return read(text)


def gender(reading: Reading) -> Gender:
    """For whom a size is: the piece's, else as said, else a woman's."""
    if reading.piece and reading.piece.gender:
        return reading.piece.gender
    return "men" if reading.said(MEN) else "women"


def days(span: Span) -> int:
    """A length of time in whole days; a month counts 30."""
    return int(span.count * _DAYS_IN[span.unit])


def ago(span: Span, today: date) -> date:
    """The day a length of time back: months and years by the calendar."""
    if span.unit in _MONTHS_IN:
        return months_after(today, -int(span.count * _MONTHS_IN[span.unit]))
    return today - timedelta(days=days(span))


Recogniser = Callable[[Reading], Ruling | None]


def read(question: Question, tier: Tier | None, books: Books) -> Reading:
    """The question as recognisers read it."""
    said = (question.in_full, *question.said_before[-_EARLIER:][::-1])
    text, *before = (as_it_stands(normal(each)) for each in said)
    return Reading(question, text, tuple(before), tier, books)
