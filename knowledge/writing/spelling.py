"""Misspelt names in Latin letters: 'Cadance', 'cashmire', 'insallments'.

A word is put right only when it is nearly a name of the house and is no word that people use:
`ordinary` lists the look-alikes ('village' beside Sillage, 'patient' beside patent). difflib is
enough for a few hundred names, and loads in no time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

from knowledge.writing.chinese import HAN
from shop.products import fold

_LATIN = "A-Za-z\u00c0-\u024f"
_WORD = re.compile(rf"(?<![{_LATIN}-])[{_LATIN}]+(?![{_LATIN}-])")
_LONG = 6  # letters: shorter words have too many neighbours
_SHORTEST_NAME = 4
_NEAR = 0.83  # one slip in six letters, two in twelve
_NEAR_NAME = 0.79  # one slip in five


class Spelling:
    """`pieces` are proper names, written as given; `names` what else the house calls things."""

    def __init__(
        self, pieces: Iterable[str], names: Iterable[str], ordinary: Iterable[str]
    ) -> None:
        self._pieces = {fold(name): name for name in pieces}
        words = {word for name in names for word in _words(name)}
        self._known = words | set(self._pieces) | {fold(word) for word in ordinary}
        self._by_first: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(words | set(self._pieces)):
            if word.isascii() and len(word) >= _LONG:
                self._by_first[word[0]].append(word)

    def corrected(self, text: str) -> str:
        """The text with slips in names put right, everything else as it was."""
        chinese = HAN.search(text) is not None
        return _WORD.sub(lambda found: self._right(found, text, chinese), text)

    def _right(self, found: re.Match[str], text: str, chinese: bool) -> str:
        written = found.group()
        word = fold(written)
        if not word.isascii() or self._is_known(word):
            return written
        stands_as_name = chinese or (written[0].isupper() and not _begins(text, found.start()))
        if stands_as_name and (near := self._near_piece(word)):
            return self._pieces[near]
        near = self._near_word(word)
        return self._pieces.get(near, near) if near else written

    def _is_known(self, word: str) -> bool:
        return bool({word, word.removesuffix("s"), word.removesuffix("es")} & self._known)

    def _near_word(self, word: str) -> str | None:
        if len(word) < _LONG:
            return None
        return _nearest(word, self._by_first[word[0]], _NEAR)

    def _near_piece(self, word: str) -> str | None:
        """A short name is only taken for misspelt where a name stands: 'the Nuge', 'Graine包'."""
        if len(word) < _SHORTEST_NAME:
            return None
        return _nearest(word, [p for p in self._pieces if p[0] == word[0]], _NEAR_NAME)


def _nearest(word: str, names: Iterable[str], nearness: float) -> str | None:
    alike = [name for name in names if abs(len(name) - len(word)) <= 2]
    return next(iter(get_close_matches(word, alike, n=1, cutoff=nearness)), None)


def _words(name: str) -> list[str]:
    return [fold(word) for word in re.findall(r"[^\W\d_]+", name)]


def _begins(text: str, place: int) -> bool:
    """Whether a word begins a sentence, where anything has a capital."""
    before = text[:place].rstrip(" \"'“”‘’(")
    return not before or before[-1] in ".!?\n:;"
