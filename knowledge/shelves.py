"""What a search reads: the passages of one language with their words and vectors, in memory.

A shelf never changes; an update makes new ones and swaps them in at once, so that a reader sees
either all of the old knowledge or all of the new.

Vectors are compared after most of their language's mean is taken away: every vector of a language
points one way first, and what is left is what the text is about. With it a Chinese question finds
an English passage (nDCG@10 on XQuAD 0.81 -> 0.86) and scores of two languages can be compared.
With few passages a mean is mostly noise, so less of it is taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.engine import Side, Vectors, normalised
from knowledge.lexical import Lexicon
from knowledge.passages import Passage
from knowledge.vector_store import VectorCollection

_MOST_TAKEN = 0.8
_HALF_OF_IT_AT = 50  # vectors


@dataclass(frozen=True, slots=True)
class Entry:
    """One vector to be: a passage's text, or one way of asking for it."""

    id: str
    text: str
    side: Side


def entries_of(passage: Passage) -> list[Entry]:
    """The text first, then each ask. Ids change with what is embedded, never the other way."""
    name = f"{passage.id}@{passage.digest[:16]}"
    asks = [Entry(f"{name}#{n}", ask, "query") for n, ask in enumerate(passage.asks, start=1)]
    return [Entry(f"{name}#0", text_of(passage), "passage"), *asks]


def text_of(passage: Passage) -> str:
    """What is embedded: a section alone seldom says what it is about, its titles do."""
    return ": ".join(filter(None, (passage.article_title, passage.title, passage.text)))


@dataclass(frozen=True, slots=True)
class Space:
    """Vectors of one kind in one language, with their mean taken away; shape (n, dimensions)."""

    mean: Vectors
    vectors: Vectors

    def moved(self, vectors: Vectors) -> Vectors:
        """These vectors as they are compared in this language: shape (n, dimensions), length 1."""
        return normalised(vectors - self.mean)


def make_space(vectors: Vectors) -> Space:
    count = len(vectors)
    share = _MOST_TAKEN * count / (count + _HALF_OF_IT_AT)
    mean = share * vectors.mean(axis=0)
    return Space(mean, normalised(vectors - mean))


@dataclass(frozen=True, slots=True)
class Shelf:
    """Passages of one language. Passage `i` owns the asks `first_ask[i]` to `first_ask[i + 1]`."""

    passages: tuple[Passage, ...]
    places: dict[str, int]  # id of a passage -> its place
    owners: dict[str, int]  # id of a vector -> the place of its passage
    lexicon: Lexicon
    texts: Space
    asks: Space | None
    first_ask: NDArray[np.int64]
    collection: VectorCollection

    def asks_of(self, place: int) -> Vectors:
        """The vectors of a passage's asks, shape (asks, dimensions)."""
        if self.asks is None:
            return np.empty((0, self.texts.vectors.shape[1]), np.float32)
        return self.asks.vectors[self.first_ask[place] : self.first_ask[place + 1]]

    def same_as(self, passage: Passage) -> Passage:
        """This language's passage of the same section, or that passage itself."""
        place = self.places.get(f"{passage.article}/{passage.section}/{self.passages[0].lang}")
        return passage if place is None else self.passages[place]


def make_shelf(
    passages: Sequence[Passage], vectors: Mapping[str, Vectors], collection: VectorCollection
) -> Shelf | None:
    """A shelf of these passages, all of one language; None when there are none."""
    if not passages:
        return None
    entries = [entries_of(passage) for passage in passages]
    asks = [vectors[ask.id] for own in entries for ask in own[1:]]
    return Shelf(
        passages=tuple(passages),
        places={passage.id: place for place, passage in enumerate(passages)},
        owners={entry.id: place for place, own in enumerate(entries) for entry in own},
        lexicon=Lexicon([_words_of(passage) for passage in passages]),
        texts=make_space(np.stack([vectors[own[0].id] for own in entries])),
        asks=make_space(np.stack(asks)) if asks else None,
        first_ask=np.cumsum([0, *(len(own) - 1 for own in entries)]),
        collection=collection,
    )


def _words_of(passage: Passage) -> str:
    return " \n".join((text_of(passage), *passage.asks))
