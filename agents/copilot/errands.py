"""Errands: work that is begun by a press and waited for by no page.

A page asks what became of an errand whenever it is drawn; when one ends, the bell rings at the desk
of whoever sent it, so that the page is drawn again. Threads begin with the first errand: a copilot
that nobody asks costs nothing.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")

_log = logging.getLogger(__name__)
_WORKERS = 2
_REMEMBERED = 300


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """How an errand stands: under way, failed, or done with its result."""

    under_way: bool = False
    failed: bool = False
    result: T | None = None


class Errands(Generic[T]):
    """Each has a key; the same key is not begun twice while it is under way."""

    def __init__(self, ring: Callable[[str], None]) -> None:
        self._ring = ring
        self._lock = Lock()
        self._sent: OrderedDict[str, Future[T]] = OrderedDict()
        self._workers = ThreadPoolExecutor(_WORKERS, "copilot")

    def begin(self, key: str, work: Callable[[], T], topic: str) -> None:
        """Do `work` in the background; `topic` rings when it is done or has failed."""
        with self._lock:
            earlier = self._sent.pop(key, None)
            if earlier and not earlier.done():
                self._sent[key] = earlier
                return
            future = self._workers.submit(work)
            self._sent[key] = future
            while len(self._sent) > _REMEMBERED:
                self._sent.popitem(last=False)
        future.add_done_callback(lambda ended: self._ended(key, ended, topic))

    def outcome(self, key: str) -> Outcome[T] | None:
        """None for an errand that nobody sent, or that ended long ago."""
        with self._lock:
            sent = self._sent.get(key)
        if sent is None:
            return None
        if not sent.done():
            return Outcome(under_way=True)
        if sent.cancelled() or sent.exception():
            return Outcome(failed=True)
        return Outcome(result=sent.result())

    def close(self) -> None:
        self._workers.shutdown(wait=False, cancel_futures=True)

    def _ended(self, key: str, ended: Future[T], topic: str) -> None:
        error = None if ended.cancelled() else ended.exception()
        if error:
            _log.warning("errand %s failed", key, exc_info=error)
        self._ring(topic)
