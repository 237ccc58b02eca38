"""Passages by name and by the rule they state, so that what was computed can be cited."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.index import Index
from knowledge.passages import Passage
from shop.language import Lang


class Sources:
    """Looks in what is published now."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def section(self, name: str, lang: Lang) -> Passage | None:
        """The section 'article/section', if it is published."""
        shelf = self._index.shelves.get(lang)
        passages = shelf.passages if shelf else ()
        return next((p for p in passages if f"{p.article}/{p.section}" == name), None)

    def stating(
        self, rules: Iterable[str], lang: Lang, nearest: Iterable[Passage] = ()
    ) -> Passage | None:
        """A passage of an article that rests on one of the rules; of `nearest` first."""
        wanted = set(rules)
        shelf = self._index.shelves.get(lang)
        everything = shelf.passages if shelf else ()
        for passages in (nearest, everything):
            for passage in passages:
                if wanted & set(passage.source):
                    return passage
        return None
