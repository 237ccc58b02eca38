"""Word matching: how much of what was asked stands in a passage, in words.

Vectors know what a text is about but confuse names, codes and numbers; words don't. The measure is
the share of the question's words found in a passage, each word weighed by how rare it is (inverse
document frequency). Unlike BM25 it lies in 0..1 and can be added to a cosine.

Latin words lose case, accents and the endings that English puts on them (bags, bag's, washing,
washed: Snowball's stemmer); Chinese is cut into pairs of characters, which did as well as a
dictionary. A word that stands only in the titles counts for a little less, since all sections of
an article share it. A word's weight always comes from the language that was asked in: an English
'the' is rare in Chinese passages, but it is not worth more for it.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from snowballstemmer import stemmer

TITLE = 0.8  # what a word in the titles counts for, beside 1 in the text; 0.7 to 0.9 is as good
_COMMON = 16  # a word is common that stands in more than one of so many texts

_RUN = re.compile(r"([a-z0-9]+)(?:['’]s\b)?|[\u3400-\u9fff\uf900-\ufaff]+")


def words(text: str) -> set[str]:
    """The words of a text as they are compared."""
    runs = (found[1] or found[0] for found in _RUN.finditer(_folded(text)))
    return {word for run in runs for word in _cut(run)}


def _folded(text: str) -> str:
    """Lower case, full-width forms made plain, accents taken off."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).lower()
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _cut(run: str) -> Iterator[str]:
    if run.isascii():
        yield _stem(run)
    elif len(run) == 1:
        yield run
    else:
        yield from (run[at : at + 2] for at in range(len(run) - 1))


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    stem: str = stemmer("english").stemWord(word)  # a new one: two threads cannot share one
    return stem


class Lexicon:
    """The words of some texts and where they stand. Never changes: safe to read from any thread.

    `titles`, as many as texts or none, hold words that count for TITLE.
    """

    def __init__(self, texts: Sequence[str], titles: Sequence[str] = ()) -> None:
        self._size = len(texts)
        places: defaultdict[str, list[int]] = defaultdict(list)
        shares: defaultdict[str, list[float]] = defaultdict(list)
        for place, text in enumerate(texts):
            own = words(text)
            above = words(titles[place]) if titles else set()
            for word in own | above:
                places[word].append(place)
                shares[word].append(1.0 if word in own else TITLE)
        self._places = {word: np.array(found, np.int32) for word, found in places.items()}
        self._shares = {word: np.array(found, np.float32) for word, found in shares.items()}
        self._common = {word: self._everywhere(word) for word in places if self._is_common(word)}

    def weigh(self, question: str) -> dict[str, float]:
        """Each word of the question with its rarity here; a word never seen weighs most."""
        return {word: self._rarity(word) for word in words(question)}

    def coverage(self, weights: Mapping[str, float]) -> NDArray[np.float32]:
        """For each text, the weighed share of these words that stands in it: 0..1."""
        shares = np.zeros(self._size, np.float32)
        total = sum(weights.values())
        for word, weight in weights.items():
            if word in self._common:
                shares += self._common[word] * (weight / total)
            elif word in self._places:
                shares[self._places[word]] += self._shares[word] * (weight / total)
        return shares

    def _is_common(self, word: str) -> bool:
        return len(self._places[word]) * _COMMON > self._size

    def _everywhere(self, word: str) -> NDArray[np.float32]:
        """A word's share in every text: of a common one that is quicker than counting places."""
        shares = np.zeros(self._size, np.float32)
        shares[self._places[word]] = self._shares[word]
        return shares

    def _rarity(self, word: str) -> float:
        seen = len(self._places.get(word, ()))
        return math.log(1 + (self._size - seen + 0.5) / (seen + 0.5))
