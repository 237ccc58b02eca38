"""Chats are kept 90 days (H-K2): what was said longer ago goes, with all that hangs on it.

A conversation that is with people, or whose note still waits for them, is never swept away.
"""

from __future__ import annotations

from datetime import timedelta

from shop.ownership import Verb, require_move
from shop.ports import Clock, Store

KEPT_FOR = timedelta(days=90)  # H-K2, since the last message
_AT_ONCE = 100  # conversations a sweep, each in a transaction of its own


class Retention:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def sweep(self) -> int:
        """Erase the oldest of those whose time is over; how many. Call again while it is not 0."""
        with self._store.read() as work:
            over = work.conversations.over(self._clock() - KEPT_FOR, _AT_ONCE)
        return sum(self._erase(conversation_id) for conversation_id in over)

    def _erase(self, conversation_id: str) -> bool:
        with self._store.begin() as work:
            before = self._clock() - KEPT_FOR
            conversation = work.conversations.lock(conversation_id)
            if conversation is None or not work.conversations.is_over(conversation_id, before):
                return False  # another process was first, or she wrote again
            require_move(Verb.ERASE, conversation)
            work.conversations.erase(conversation_id)
            work.record("house", "erase", conversation_id)
            return True
