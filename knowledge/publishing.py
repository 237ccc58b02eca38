"""Publishing: the article store says what is known, the index follows, nothing else happens.

The article store comes first. Should the index fail, the revision is published all the same, and
the next `refresh` (at every start of the house, too) brings the index up to date.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock
from typing import Protocol
from zoneinfo import ZoneInfo

from knowledge.article_store import ArticleStore
from knowledge.index import IndexReport
from knowledge.passages import Passage, passages_of
from shop.access import Staff
from shop.ports import Clock
from shop.revisions import Revision

Progress = Callable[[int, int], None]


class FollowsTheArticles(Protocol):
    """As much of the index as publishing needs."""

    def update(
        self, passages: Sequence[Passage], progress: Progress | None = None
    ) -> IndexReport: ...


class Publishing:
    """`market` and `timezone` say for whom, and on which day, an article is valid."""

    def __init__(
        self,
        article_store: ArticleStore,
        index: FollowsTheArticles,
        clock: Clock,
        market: str | None = None,
        timezone: str = "Asia/Shanghai",
    ) -> None:
        self._article_store = article_store
        self._index = index
        self._clock = clock
        self._market = market
        self._zone = ZoneInfo(timezone)
        self._one_at_a_time = Lock()

    def publish(self, staff: Staff, article_id: str, revision: int) -> Revision:
        """Publish a revision and index what it changed: the next answer uses it."""
        published = self._article_store.publish(staff, article_id, revision)
        self.refresh()
        return published

    def refresh(self, progress: Progress | None = None) -> IndexReport:
        """Index what is published and valid today; `progress(done, total)` counts vectors."""
        with self._one_at_a_time:  # what is read first must not be indexed last
            return self._index.update(self._passages(), progress)

    def _passages(self) -> list[Passage]:
        today = self._clock().astimezone(self._zone).date()
        articles = self._article_store.published(today, self._market)
        return [passage for article in articles for passage in passages_of(article)]
