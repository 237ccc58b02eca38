"""Passages by name and by the rule they state, so that what was computed can be cited."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from knowledge.index import Index
from knowledge.lexical import words
from knowledge.passages import Passage
from shop.language import Lang

_ENOUGH = 0.1  # of a ruling's words: less is another subject of the same article


class Sources:
    """Looks in what is published now."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def section(self, name: str, lang: Lang) -> Passage | None:
        """The section 'article/section', if it is published."""
        shelf = self._index.shelves.get(lang)
        article, _, section = name.partition("/")
        place = shelf.places.get((article, section)) if shelf else None
        return shelf.passages[place] if shelf and place is not None else None

    def stating(
        self, rules: Iterable[str], statement: str, lang: Lang, nearest: Iterable[Passage] = ()
    ) -> Passage | None:
        """The passage that says most of what a ruling does, of articles that rest on its rules.

        Those of `nearest`, what was found for the question, are looked at first.
        """
        wanted, said = set(rules), words(statement)
        shelf = self._index.shelves.get(lang)
        for passages in (nearest, shelf.passages if shelf else ()):
            resting = [passage for passage in passages if wanted & set(passage.source)]
            best = max(resting, key=lambda passage: _shared(said, passage), default=None)
            if best is not None and _shared(said, best) >= _ENOUGH:
                return best
        return None


def _shared(said: set[str], passage: Passage) -> float:
    return len(said & _words_of(passage.title, passage.text)) / max(len(said), 1)


@lru_cache(maxsize=4096)
def _words_of(title: str, text: str) -> frozenset[str]:
    return frozenset(words(f"{title} {text}"))
