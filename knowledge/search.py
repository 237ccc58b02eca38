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

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.engine import Vectors
from knowledge.index import Index
from knowledge.passages import Hit
from knowledge.shelves import Section, Shelf, section_of
from shop.language import LANGS, Lang

# Chosen on half of the public sets' questions and confirmed on the other half (bench/retrieval.py),
# and on the house's own asks, each held out in turn; 0.3 to 0.6 does as well.
WORDS = 0.4
OWN_TEXT = 0.75  # the rest is the same section's text in the other language

_NEAREST = 60
_BY_WORDS = 30
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
        vector = self.embed([question])
        own_first = sorted(langs, key=lambda target: target != lang)
        searched = [shelf for target in own_first if (shelf := shelves.get(target))]
        readings = [_read(question, vector, shelf, shelves.get(lang, shelf)) for shelf in searched]
        sections = dict.fromkeys(section for reading in readings for section in reading.sections)
        measured = [reading.measure(list(sections)) for reading in readings]
        hits = [
            _joined([own[section] for own in measured if section in own]) for section in sections
        ]
        return sorted(hits, key=lambda hit: -hit.score)[:limit]

    def embed(self, texts: list[str]) -> Vectors:
        """Vectors of shoppers' sentences, shape (texts, dimensions), each of length 1.

        Their product is how alike they are in meaning; the latest thousand are kept in memory.
        """
        return self._index.embedder.questions(texts)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One shelf read with one question: what was found, and the means to measure anything."""

    shelf: Shelf
    asked: NDArray[np.float32]
    dense: NDArray[np.float32]
    lexical: NDArray[np.float32]

    @property
    def sections(self) -> list[Section]:
        """Those worth a closer look: the nearest ones, and those that hold most of the words."""
        near = _top(np.maximum(self.dense, self.asked), _NEAREST)
        worded = [place for place in _top(self.lexical, _BY_WORDS) if self.lexical[place] > 0]
        return [section_of(self.shelf.passages[place]) for place in near + worded]

    def measure(self, sections: list[Section]) -> dict[Section, Hit]:
        """Hits, not yet scored, for those of the sections that stand on this shelf."""
        found = [section for section in sections if section in self.shelf.places]
        places = np.array([self.shelf.places[section] for section in found], np.int64)
        measures = zip(
            places.tolist(),
            self.asked[places].tolist(),
            self.dense[places].tolist(),
            self.lexical[places].tolist(),
            strict=True,
        )
        hits = [Hit(self.shelf.passages[place], 0.0, *rest) for place, *rest in measures]
        return dict(zip(found, hits, strict=True))


def _read(question: str, vector: Vectors, shelf: Shelf, usual: Shelf) -> _Reading:
    """`usual` is the shelf of the question's language: it says which words and directions are
    usual there. `vector` has the shape (1, dimensions).
    """
    return _Reading(
        shelf,
        asked=shelf.to_asks(usual.asks.space.moved(vector)[0]),
        dense=shelf.to_texts(usual.texts.moved(vector)[0]),
        lexical=shelf.lexicon.coverage(usual.speech.weigh(question)),
    )


def _top(values: NDArray[np.float32], count: int) -> list[int]:
    """Places of the highest values, the highest first."""
    some = (
        np.argpartition(-values, count)[:count] if len(values) > count else np.arange(len(values))
    )
    places: list[int] = some[np.argsort(-values[some], kind="stable")].tolist()
    return places


def _joined(hits: list[Hit]) -> Hit:
    """One hit of a section's hits in one or two languages, the one to be shown first."""
    first, *other = hits
    dense = first.dense
    if other:
        dense = OWN_TEXT * first.dense + (1 - OWN_TEXT) * other[0].dense
    asked = max(hit.asked for hit in hits)
    lexical = max(hit.lexical for hit in hits)
    nearness = min(max((dense + max(dense, asked)) / 2, 0.0), 1.0)
    score = (nearness + WORDS * lexical) / (1 + WORDS)
    return Hit(first.passage, score, asked, dense, lexical)
