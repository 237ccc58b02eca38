"""Hybrid search: near in meaning, found by its words, in the language asked and the other.

For each language Chroma names the nearest vectors and the lexicon the passages that share the
question's rare words. Every candidate gets the same two measures, and the SCORES are added, not the
ranks: a rank says nothing about how near, and fusing ranks ruined searches across languages.

    score = (nearness + WORDS * coverage) / (1 + WORDS)          in 0..1

Nearness is the larger of the cosine to the passage's text and, a little reduced, to the nearest of
its asks. A section that stands in both languages is one fact: it is returned once, in the language
that was asked in if it has it, with the better of its two scores.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.engine import Vectors
from knowledge.index import Index
from knowledge.passages import Hit, Passage
from knowledge.shelves import Shelf
from shop.language import LANGS, Lang

# Chosen on half of the public sets' questions, confirmed on the other half (bench/README.md);
# anything from 0.3 to 0.8 does as well.
WORDS = 0.45
ASKED_LESS = 0.0

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
        asked = _Asked(question, self.embed([question]), shelves.get(lang))
        searched = [shelf for target in langs if (shelf := shelves.get(target))]
        hits = [hit for shelf in searched for hit in _hits(asked, shelf)]
        return _one_per_section(hits, shelves.get(lang) if lang in langs else None)[:limit]

    def passages(self, lang: Lang) -> Sequence[Passage]:
        """Everything that is indexed in a language."""
        shelf = self._index.shelves.get(lang)
        return shelf.passages if shelf else ()

    def embed(self, texts: list[str]) -> Vectors:
        """Vectors of shoppers' sentences, shape (texts, dimensions), each of length 1.

        Their product is how alike they are in meaning; the latest thousand are kept in memory.
        """
        return self._index.embedder.questions(texts)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with its vector, shape (1, dimensions), and the shelf of its own language.

    That shelf says what is usual in the language: its mean, and how rare each word is.
    """

    question: str
    vector: Vectors
    own: Shelf | None


def _hits(asked: _Asked, shelf: Shelf) -> list[Hit]:
    """Every candidate of one language with its measures, in no order."""
    usual = asked.own or shelf
    coverage = shelf.lexicon.coverage(usual.lexicon.weigh(asked.question))
    to_texts = usual.texts.moved(asked.vector)[0]
    to_asks = (usual.asks or usual.texts).moved(asked.vector)[0]
    return [
        _hit(shelf, place, to_texts, to_asks, float(coverage[place]))
        for place in _candidates(shelf, to_texts, coverage)
    ]


def _candidates(shelf: Shelf, vector: Vectors, coverage: NDArray[np.float32]) -> Iterable[int]:
    near = shelf.collection.nearest(vector, _NEAREST)
    by_words = np.argsort(-coverage, kind="stable")[:_BY_WORDS]
    places = {shelf.owners[name] for name in near if name in shelf.owners}
    return places.union(place for place in by_words.tolist() if coverage[place] > 0)


def _hit(shelf: Shelf, place: int, to_texts: Vectors, to_asks: Vectors, lexical: float) -> Hit:
    dense = float(shelf.texts.vectors[place] @ to_texts)
    asked = float((shelf.asks_of(place) @ to_asks).max(initial=0.0))
    nearness = min(max(dense, asked - ASKED_LESS, 0.0), 1.0)
    score = (nearness + WORDS * lexical) / (1 + WORDS)
    return Hit(shelf.passages[place], score, asked, dense, lexical)


def _one_per_section(hits: list[Hit], preferred: Shelf | None) -> list[Hit]:
    """The better of a section's two languages, shown in the preferred one if it stands there."""
    best: dict[tuple[str, str], Hit] = {}
    for hit in sorted(hits, key=lambda hit: -hit.score):
        best.setdefault((hit.passage.article, hit.passage.section), hit)
    if preferred is None:
        return list(best.values())
    return [replace(hit, passage=preferred.same_as(hit.passage)) for hit in best.values()]
