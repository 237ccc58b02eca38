"""How near a question comes whose answer is written but whose wording is not.

Each of a sample of example questions ('asks') of answering sections is searched for while its own
vector is blank, in a copy of what the index holds in memory. The relevance of the best passage is
what a shopper's new question of that kind would get; the other asks of the section still help.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, replace

from agents.assessment.calibration import Known
from agents.grading import Case
from agents.steps.decide import ASKED
from agents.steps.retrieve import retrieve
from bench.knowing import reader, turn_of
from knowledge.embedding.engine import Vectors
from knowledge.index import Index
from knowledge.search import Search
from knowledge.shelves import Section, Shelf, section_of
from knowledge.sources import Sources
from shop.conversations import Behaviour
from shop.language import Lang
from shop.turns import TurnInput
from wiring import Services

_SAMPLE = 400


@dataclass(frozen=True, slots=True)
class Ask:
    """`row` is the place of its vector among the asks of its shelf."""

    text: str
    section: Section
    lang: Lang
    row: int

    @property
    def turn(self) -> TurnInput:
        """The turn of a shopper who asks it first."""
        return turn_of(Case(id="unseen", lang=self.lang, turns=(self.text,)))

    @property
    def half(self) -> int:
        return hashlib.sha256(self.text.encode()).digest()[-1] % 2


def unseen_asks(house: Services, sample: int = _SAMPLE) -> tuple[list[Known], list[Known]]:
    """What became of each held-out ask where likeness decides, in two halves.

    It is answered well when the best passage is the section that it was written for. Where no
    example question comes near enough, no floor of relevance lets the answer through: it is 0.
    """
    index, vectors = with_own_asks(house.index)
    search, sources, read = Search(index), Sources(index), reader(house)
    found: tuple[list[Known], list[Known]] = [], []
    for ask in sampled(index, sample):
        question = read(ask.turn)
        if question.cue:
            continue
        own = vectors[ask.lang][ask.row].copy()
        vectors[ask.lang][ask.row] = 0.0
        best = retrieve(question, search, sources)[0]
        vectors[ask.lang][ask.row] = own
        answered = best.passage.behaviour is Behaviour.ANSWER
        good = answered and section_of(best.passage) == ask.section
        relevance = best.score if best.asked >= ASKED else 0.0
        found[ask.half].append(Known(relevance, wanted=True, answered=answered, good=good))
    return found


def with_own_asks(index: Index) -> tuple[Index, dict[Lang, Vectors]]:
    """A copy of the index whose vectors of asks are its own, and those vectors."""
    apart, vectors = copy(index), {}
    apart.shelves = {}
    for lang, shelf in index.shelves.items():
        own = replace(shelf.asks.space, vectors=shelf.asks.space.vectors.copy(order="F"))
        vectors[lang] = own.vectors
        apart.shelves[lang] = replace(shelf, asks=replace(shelf.asks, space=own))
    return apart, vectors


def sampled(index: Index, sample: int) -> list[Ask]:
    """Asks of answering sections, chosen by a hash of their words."""
    asks = [ask for lang, shelf in index.shelves.items() for ask in _asks_of(shelf, lang)]
    return sorted(asks, key=lambda ask: hashlib.sha256(ask.text.encode()).digest())[:sample]


def _asks_of(shelf: Shelf, lang: Lang) -> Iterator[Ask]:
    for place, passage in enumerate(shelf.passages):
        if passage.behaviour is Behaviour.ANSWER:
            first = int(shelf.asks.first[place])
            for n, text in enumerate(passage.asks):
                yield Ask(text, section_of(passage), lang, first + n)
