"""Hybrid search: near in meaning, found by its words, in the language asked and the other.

In each language every passage is measured exactly: thousands of products of vectors in memory take
less time than asking an index for the nearest few. Those nearest and those that share the
question's rare words are looked at closely: the SCORES of their measures are added, not the ranks.
A rank says nothing about how near, and fusing ranks ruined searches across languages.

    nearness = (dense + max(dense, asked)) / 2
    score    = (nearness + WORDS * lexical) / (1 + WORDS)          in 0..1

A section that stands in both languages is one fact. It is returned once, in the language asked
in, and both of its texts say how near it is. An ask alone proves little, since 'may it get wet'
is asked of every leather: that is why the text always counts for half.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.engine import Vectors
from knowledge.index import Index
from knowledge.passages import Hit, Passage
from knowledge.shelves import Section, Shelf, section_of
from shop.language import LANGS, Lang

# Chosen on half of the public sets' questions and confirmed on the other half (bench/retrieval.py),
# and on the house's own asks, each held out in turn; 0.3 to 0.6 does as well.
WORDS = 0.4
OWN_TEXT = 0.75  # the rest is the same section's text in the other language

_NEAREST = 60
_BY_WORDS = 30
_NOWHERE = -1  # the place of a section that a shelf does not have
_LONGEST = 1000  # characters of a question that are searched for


class Search:
    """Finds passages in an index. Thread-safe, also while the index is being updated."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def find(
        self, query: str, lang: Lang, limit: int = 8, langs: tuple[Lang, ...] = LANGS
    ) -> list[Hit]:
        """The best passages for a question asked in `lang`, best first, one for each section.

        `langs` are the languages searched. Nothing is found for an empty question or before the
        first update. Raises ModelFailed when the embedding model does.
        """
        question = query.strip()[:_LONGEST]
        shelves = self._index.shelves
        if not question or not shelves:
            return []
        own_first = sorted(langs, key=lambda target: target != lang)
        searched = [shelf for target in own_first if (shelf := shelves.get(target))]
        if not searched:
            return []
        asked = _Asked.of(question, self.embed([question]), shelves.get(lang, searched[0]))
        readings = [asked.read(shelf) for shelf in searched]
        sections = dict.fromkeys(section for reading in readings for section in reading.sections)
        return _joined([reading.measure(sections) for reading in readings], limit)

    def embed(self, texts: list[str]) -> Vectors:
        """Vectors of shoppers' sentences, shape (texts, dimensions), each of length 1.

        Their product is how alike they are in meaning; the latest thousand are kept in memory.
        """
        return self._index.embedder.questions(texts)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question as all shelves are read with it. The shelf of its language says which words and
    directions are usual there.
    """

    to_asks: Vectors  # shape (axes,)
    to_texts: Vectors  # shape (dimensions,)
    words: dict[str, float]  # with their weights

    @classmethod
    def of(cls, question: str, vector: Vectors, usual: Shelf) -> _Asked:
        """`vector` has the shape (1, dimensions)."""
        return cls(
            usual.asks.space.moved(vector)[0],
            usual.texts.moved(vector)[0],
            usual.speech.weigh(question),
        )

    def read(self, shelf: Shelf) -> _Reading:
        return _Reading(
            shelf,
            asked=shelf.to_asks(self.to_asks),
            dense=shelf.to_texts(self.to_texts),
            lexical=shelf.lexicon.coverage(self.words),
        )


@dataclass(frozen=True, slots=True)
class _Reading:
    """One shelf read with one question: what was found, and the means to measure anything."""

    shelf: Shelf
    asked: Vectors
    dense: Vectors
    lexical: Vectors

    @property
    def sections(self) -> list[Section]:
        """Those worth a closer look: the nearest ones, and those that hold most of the words."""
        near = _top(np.maximum(self.dense, self.asked), _NEAREST)
        worded = [place for place in _top(self.lexical, _BY_WORDS) if self.lexical[place] > 0]
        return [section_of(self.shelf.passages[place]) for place in near + worded]

    def measure(self, sections: Iterable[Section]) -> _Measured:
        """Of these sections; what is not on this shelf is nowhere near."""
        own = self.shelf.places
        places = np.array([own.get(section, _NOWHERE) for section in sections], np.int64)
        return _Measured(
            self.shelf,
            places,
            *(
                np.where(places == _NOWHERE, -np.inf, values[places].astype(np.float64))
                for values in (self.asked, self.dense, self.lexical)
            ),
        )


@dataclass(frozen=True, slots=True)
class _Measured:
    """Sections as one shelf has them, each array of the shape (sections,)."""

    shelf: Shelf
    places: NDArray[np.int64]
    asked: NDArray[np.float64]
    dense: NDArray[np.float64]
    lexical: NDArray[np.float64]


def _top(values: NDArray[np.float32], count: int) -> list[int]:
    """Places of the highest values, the highest first."""
    some = (
        np.argpartition(-values, count)[:count] if len(values) > count else np.arange(len(values))
    )
    places: list[int] = some[np.argsort(-values[some], kind="stable")].tolist()
    return places


def _joined(shelves: Sequence[_Measured], limit: int) -> list[Hit]:
    """The best hits of sections measured on one or two shelves, the one to be shown from first."""
    asked = np.maximum.reduce([own.asked for own in shelves])
    lexical = np.maximum.reduce([own.lexical for own in shelves])
    dense = _dense(*(own.dense for own in shelves))
    nearness = np.clip((dense + np.maximum(dense, asked)) / 2, 0.0, 1.0)
    scores = (nearness + WORDS * lexical) / (1 + WORDS)
    best = np.argsort(-scores, kind="stable")[:limit].tolist()
    measures = (values[best].tolist() for values in (scores, asked, dense, lexical))
    passages = (_passage(shelves, row) for row in best)
    return [Hit(*found) for found in zip(passages, *measures, strict=True)]


def _dense(own: NDArray[np.float64], *other: NDArray[np.float64]) -> NDArray[np.float64]:
    """Of both texts of a section, or of the only one."""
    if not other:
        return own
    both = OWN_TEXT * own + (1 - OWN_TEXT) * other[0]
    return np.where(np.isfinite(both), both, np.maximum(own, other[0]))


def _passage(shelves: Sequence[_Measured], row: int) -> Passage:
    """The text on the first shelf that has the section."""
    first = next(own for own in shelves if own.places[row] != _NOWHERE)
    return first.shelf.passages[int(first.places[row])]
