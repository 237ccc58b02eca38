"""What a search reads: the passages of one language with their words and vectors, in memory.

A shelf never changes; an update makes new ones and swaps them in at once, so that a reader sees
either all of the old knowledge or all of the new.

Vectors are compared after most of their language's mean is taken away: every vector of a language
points one way first, and what is left is what the text is about. With it a Chinese question finds
an English passage (nDCG@10 on XQuAD 0.81 -> 0.86) and scores of two languages can be compared.
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

Section = tuple[str, str]  # id of the article, key of the section

_TAKEN = 0.7  # of the mean; best for 6 passages as for 240, and anything from 0.5 to 0.9 is close


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
    """Vectors of one kind in one language, moved by most of their mean; shape (n, dimensions)."""

    mean: Vectors
    vectors: Vectors

    def moved(self, vectors: Vectors) -> Vectors:
        """These vectors as they are compared in this language: shape (n, dimensions), length 1."""
        return normalised(vectors - self.mean)


def make_space(vectors: Vectors) -> Space:
    mean = _TAKEN * vectors.mean(axis=0)
    return Space(mean, normalised(vectors - mean))


@dataclass(frozen=True, slots=True)
class Shelf:
    """Passages of one language. Passage `i` owns the asks `first_ask[i]` to `first_ask[i + 1]`."""

    passages: tuple[Passage, ...]
    places: dict[Section, int]
    owners: dict[str, int]  # id of a vector -> the place of its passage
    lexicon: Lexicon  # of titles and texts: what may be matched
    speech: Lexicon  # with the asks: how rare each word is when people speak
    texts: Space
    asks: Space | None
    first_ask: NDArray[np.int64]
    collection: VectorCollection

    def to_texts(self, places: NDArray[np.int64], vector: Vectors) -> Vectors:
        """Cosines of a moved vector to these passages' texts, shape (places,)."""
        return self.texts.vectors[places] @ vector

    def to_asks(self, places: NDArray[np.int64], vector: Vectors) -> Vectors:
        """Cosines of a moved vector to the nearest ask of each passage; 0 without asks."""
        nearest = np.zeros(len(places), np.float32)
        if self.asks is not None:
            counts = self.first_ask[places + 1] - self.first_ask[places]
            owner = np.repeat(np.arange(len(places)), counts)
            before = np.repeat(np.cumsum(counts) - counts, counts)
            rows = self.first_ask[places][owner] + np.arange(len(owner)) - before
            np.maximum.at(nearest, owner, self.asks.vectors[rows] @ vector)
        return nearest


def section_of(passage: Passage) -> Section:
    """What a passage shares with the same section in the other language."""
    return passage.article, passage.section


def make_shelf(
    passages: Sequence[Passage], vectors: Mapping[str, Vectors], collection: VectorCollection
) -> Shelf | None:
    """A shelf of these passages, all of one language; None when there are none."""
    if not passages:
        return None
    entries = [entries_of(passage) for passage in passages]
    texts = [text_of(passage) for passage in passages]
    asks = [vectors[ask.id] for own in entries for ask in own[1:]]
    return Shelf(
        passages=tuple(passages),
        places={section_of(passage): place for place, passage in enumerate(passages)},
        owners={entry.id: place for place, own in enumerate(entries) for entry in own},
        lexicon=Lexicon(texts),
        speech=Lexicon(
            ["\n".join((text, *p.asks)) for text, p in zip(texts, passages, strict=True)]
        ),
        texts=make_space(np.stack([vectors[own[0].id] for own in entries])),
        asks=make_space(np.stack(asks)) if asks else None,
        first_ask=np.cumsum([0, *(len(own) - 1 for own in entries)]),
        collection=collection,
    )
