"""What rang when, as far back as this process remembers, so that nobody looks in vain or too late.

A mark is `ORIGIN-COUNT`: how many rings this process has heard. It says nothing to any other
process, nor to the next one after a restart: there every mark counts as missed.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

REMEMBERED_TOPICS = 10_000


class Marks:
    """Not thread-safe: the bell holds its lock."""

    def __init__(self, origin: str) -> None:
        self._origin = origin
        self._count = 0
        self._forgotten = 0  # whatever rang up to this count is no longer known by topic
        self._last: OrderedDict[str, int] = OrderedDict()

    def now(self) -> str:
        return f"{self._origin}-{self._count}"

    def rang(self, topic: str) -> str:
        self._count += 1
        self._last[topic] = self._count
        self._last.move_to_end(topic)
        if len(self._last) > REMEMBERED_TOPICS:
            _, self._forgotten = self._last.popitem(last=False)
        return self.now()

    def all_rang(self) -> str:
        self._count += 1
        self._forgotten = self._count
        self._last.clear()
        return self.now()

    def rang_since(self, mark: str, topics: Sequence[str]) -> bool:
        origin, _, count = mark.rpartition("-")
        if origin != self._origin or not count.isdecimal():
            return True
        known = int(count)
        return known < self._forgotten or any(self._last.get(t, 0) > known for t in topics)
