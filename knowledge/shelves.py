"""What a search reads: the passages of one language with their words and vectors, in memory.

A shelf never changes; an update makes new ones and swaps them in at once, so that a reader sees
either all of the old knowledge or all of the new.

Vectors are compared after most of their language's mean is taken away: every vector of a language
points one way first, and what is left is what the text is about. With it a Chinese question finds
an English passage (nDCG@10 on XQuAD 0.81 -> 0.86) and scores of two languages can be compared.

One vector says little of a long text, so each sentence of it has one too (0.86 -> 0.90 there).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from knowledge.discriminant import fit
from knowledge.embedding.engine import Side, Vectors, normalised
from knowledge.lexical import Lexicon
from knowledge.passages import Passage, sentences_of
from shop.language import Lang

Section = tuple[str, str]  # id of the article, key of the section

_TAKEN = 0.7  # of the mean; best for 6 passages as for 240, and anything from 0.5 to 0.9 is close
_SHARPNESS = 16.0  # of likeness to several asks; endless would be the nearest one alone
_CROWD = 0.5  # how far a section's number of asks is set off: 0 not at all, 1 wholly
_USUAL = 15  # asks of a section
_LONG = 400  # bytes of a text whose sentences have vectors too: some 65 English words


@dataclass(frozen=True, slots=True)
class Entry:
    """One vector to be: a passage's text, a sentence of it, or one way of asking for it."""

    id: str
    text: str
    side: Side


@dataclass(frozen=True, slots=True)
class Entries:
    """The vectors of one passage; sentences only if its text is long."""

    whole: Entry
    sentences: tuple[Entry, ...]
    asks: tuple[Entry, ...]

    def __iter__(self) -> Iterator[Entry]:
        yield self.whole
        yield from self.sentences
        yield from self.asks


def entries_of(passage: Passage) -> Entries:
    """What is embedded of a passage. Ids change with what is embedded, never the other way."""
    name = f"{passage.id}@{passage.digest[:16]}"
    return Entries(
        Entry(f"{name}#0", _under_titles(passage, passage.text), "passage"),
        tuple(_sentence(name, _under_titles(passage, text)) for text in _parts(passage.text)),
        tuple(Entry(f"{name}#{n}", ask, "query") for n, ask in enumerate(passage.asks, start=1)),
    )


def _sentence(name: str, text: str) -> Entry:
    return Entry(f"{name}~{hashlib.sha256(text.encode()).hexdigest()[:16]}", text, "passage")


def _parts(text: str) -> dict[str, None]:
    """The sentences of a long text, each once and in order; of a short one nothing."""
    long = len(text.encode()) > _LONG
    return dict.fromkeys(sentences_of(text)) if long else {}


def _under_titles(passage: Passage, text: str) -> str:
    """What is embedded: a section alone seldom says what it is about, its titles do."""
    return ": ".join(filter(None, (*_titles(passage), text)))


def _titles(passage: Passage) -> tuple[str, str]:
    return passage.article_title, passage.title


@dataclass(frozen=True, slots=True)
class Space:
    """Vectors of one kind in one language, moved by most of a mean; shape (n, dimensions).

    They lie in memory column by column: so all of them are multiplied with one in half the time.
    """

    mean: Vectors
    vectors: Vectors
    axes: Vectors | None = None  # shape (dimensions, fewer)

    def __post_init__(self) -> None:
        object.__setattr__(self, "vectors", np.asfortranarray(self.vectors))

    def moved(self, vectors: Vectors) -> Vectors:
        """These vectors as they are compared in this language: shape (n, dimensions), length 1."""
        return _on(self.axes, normalised(vectors - self.mean))

    def on(self, axes: Vectors) -> Space:
        """This space seen along `axes` only."""
        return Space(self.mean, _on(axes, self.vectors), axes)


def _on(axes: Vectors | None, vectors: Vectors) -> Vectors:
    return vectors if axes is None else normalised(vectors @ axes)


def make_space(vectors: Vectors) -> Space:
    mean = (_TAKEN * vectors.mean(axis=0)).astype(np.float32)
    return Space(mean, normalised(vectors - mean))


@dataclass(frozen=True, slots=True)
class Several:
    """Vectors of which passage `i` owns those from `first[i]` to `first[i + 1]`, often none."""

    space: Space
    first: NDArray[np.int64]
    _owners: NDArray[np.int64] = field(init=False)  # places of the passages that have any
    _crowds: NDArray[np.float64] = field(init=False)  # what evens out the owners' numbers

    def __post_init__(self) -> None:
        counts = self.counts
        owners = np.flatnonzero(counts)
        object.__setattr__(self, "_owners", owners)
        object.__setattr__(self, "_crowds", (counts[owners] / _USUAL) ** -_CROWD)

    @property
    def counts(self) -> NDArray[np.int64]:
        """How many each passage has."""
        return np.diff(self.first)

    def nearest(self, vector: Vectors, otherwise: Vectors) -> Vectors:
        """Cosine of a moved vector to the nearest of each passage's, shape (passages,)."""
        found = otherwise.copy()
        if len(self._owners):
            cosines = self.space.vectors @ vector
            found[self._owners] = np.maximum.reduceat(cosines, self.first[self._owners])
        return found

    def alike(self, vector: Vectors) -> Vectors:
        """How like a moved vector is to each passage's taken together, the nearest counting most;
        shape (passages,), at most 1, 0 for a passage without any.
        """
        found = np.zeros(len(self.first) - 1, np.float32)
        if len(self._owners):
            weights = np.exp(_SHARPNESS * (self.space.vectors @ vector))
            sums = np.add.reduceat(weights, self.first[self._owners])
            found[self._owners] = np.minimum(np.log(sums * self._crowds) / _SHARPNESS, 1)
        return found


@dataclass(frozen=True, slots=True)
class Shelf:
    """Passages of one language and all that is compared with a question."""

    passages: tuple[Passage, ...]
    places: dict[Section, int]
    lexicon: Lexicon  # of titles and texts: what may be matched
    speech: Lexicon  # with the asks: how rare each word is when people speak
    texts: Space
    sentences: Several
    asks: Several

    def to_texts(self, vector: Vectors) -> Vectors:
        """Cosines of a moved vector to the passages' texts, shape (passages,).

        A long text's is the mean of its own and of its nearest sentence's.
        """
        whole: Vectors = self.texts.vectors @ vector
        return (whole + self.sentences.nearest(vector, otherwise=whole)) / np.float32(2)

    def to_asks(self, vector: Vectors) -> Vectors:
        """How like a moved vector is to each passage's asks; 0 without asks."""
        return self.asks.alike(vector)


def section_of(passage: Passage) -> Section:
    """What a passage shares with the same section in the other language."""
    return passage.article, passage.section


def make_shelf(passages: Sequence[Passage], vectors: Mapping[str, Vectors]) -> Shelf | None:
    """A shelf of these passages, all of one language; None when there are none."""
    if not passages:
        return None
    entries = [entries_of(passage) for passage in passages]
    titles = [" ".join(_titles(passage)) for passage in passages]
    texts = make_space(np.stack([vectors[own.whole.id] for own in entries]))
    asks = [vectors[ask.id] for own in entries for ask in own.asks]
    sentences = [vectors[part.id] for own in entries for part in own.sentences]
    moved = texts.moved(np.stack(sentences)) if sentences else texts.vectors[:0]
    return Shelf(
        passages=tuple(passages),
        places={section_of(passage): place for place, passage in enumerate(passages)},
        lexicon=Lexicon([passage.text for passage in passages], titles),
        speech=Lexicon(
            ["\n".join((title, p.text, *p.asks)) for title, p in zip(titles, passages, strict=True)]
        ),
        texts=texts,
        sentences=Several(Space(texts.mean, moved), _firsts([own.sentences for own in entries])),
        asks=Several(
            make_space(np.stack(asks)) if asks else Space(texts.mean, texts.vectors[:0]),
            _firsts([own.asks for own in entries]),
        ),
    )


def told_apart(shelves: Mapping[Lang, Shelf]) -> dict[Lang, Shelf]:
    """These shelves with their asks compared in the directions that tell sections apart."""
    numbers = {section: n for n, section in enumerate(_sections(shelves))}
    asks = [shelf.asks.space.vectors for shelf in shelves.values()]
    owners = [_numbered(shelf, numbers) for shelf in shelves.values()]
    axes = fit(np.concatenate(asks), np.concatenate(owners)) if shelves else None
    if axes is None:
        return dict(shelves)
    return {
        lang: replace(shelf, asks=replace(shelf.asks, space=shelf.asks.space.on(axes)))
        for lang, shelf in shelves.items()
    }


def _sections(shelves: Mapping[Lang, Shelf]) -> dict[Section, None]:
    return dict.fromkeys(section for shelf in shelves.values() for section in shelf.places)


def _numbered(shelf: Shelf, numbers: Mapping[Section, int]) -> NDArray[np.int64]:
    """The number of the section that each ask of a shelf belongs to."""
    own = np.array([numbers[section_of(passage)] for passage in shelf.passages], np.int64)
    return np.repeat(own, shelf.asks.counts)


def _firsts(owned: Sequence[Sequence[Entry]]) -> NDArray[np.int64]:
    return np.cumsum([0, *map(len, owned)], dtype=np.int64)
