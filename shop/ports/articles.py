"""What is kept of the knowledge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from shop.revisions import ArticleLabel, ArticleSummary, Revision, RevisionState


class Articles(Protocol):
    def all(self, words: Sequence[str] = (), topic: str = "") -> list[ArticleSummary]:
        """By topic, then id; those whose newest revision has all the words, in any case."""

    def label(self, label: ArticleLabel) -> None:
        """Add or rename the article's line in the list."""

    def add(self, revision: Revision, markdown: str) -> None: ...

    def set_state(self, article_id: str, number: int, state: RevisionState) -> None: ...

    def revisions(self, article_id: str) -> list[Revision]:
        """Newest first; empty when there is no such article."""

    def text(self, article_id: str, number: int) -> str | None: ...

    def published(self) -> list[tuple[str, int, str]]:
        """(article id, revision number, markdown) of every published revision, by id."""

    def edited(self) -> set[str]:
        """Ids of the articles of which a person wrote a revision."""
