"""Answers turns in worker threads, apart from any page.

A page that is reloaded, closed or rerun takes nothing with it: it may attach again and read the
events from the start. Turns of one conversation run one after another, in the order submitted.
What a killed process left behind is in the store, and `resume` picks it up. Whatever happens to
a turn, its events end with TurnEnded and the worker goes on to the next.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict, deque
from concurrent.futures import ThreadPoolExecutor
from time import monotonic

from agents.advisor import Advisor
from shop.errors import Conflict, NotFound
from shop.turn_events import TurnEnded, TurnEvent
from shop.turns import Turns

_log = logging.getLogger(__name__)

_WORKERS = 4
_REMEMBERED_TURNS = 500
LEFT_AFTER_S = 5.0  # a page looks several times a second; one that is reloaded is back by then


class _Feed:
    """The events of one turn so far, and whether anybody waits for more."""

    def __init__(self, left_after_s: float) -> None:
        self.events: list[TurnEvent] = []
        self.news = threading.Condition()
        self._left_after_s = left_after_s
        self.looked_at = monotonic()
        self.hurried = False

    def has_left(self) -> bool:
        """Whether whoever asked no longer waits: she said so, or no page looks any more."""
        return self.hurried or monotonic() - self.looked_at > self._left_after_s

    @property
    def is_over(self) -> bool:
        return bool(self.events) and isinstance(self.events[-1], TurnEnded)

    def add(self, event: TurnEvent) -> None:
        with self.news:
            self.events.append(event)
            self.news.notify_all()

    def end(self) -> None:
        """End it, unless it ended by itself: nobody may wait for ever."""
        if not self.is_over:
            self.add(TurnEnded(None, None, 0.0))

    def after(self, index: int, timeout: float) -> list[TurnEvent]:
        with self.news:
            self.looked_at = monotonic()
            self.news.wait_for(lambda: len(self.events) > index or self.is_over, timeout)
            self.looked_at = monotonic()
            return self.events[index:]


class TurnRunner:
    """One for each process; `close` waits for running turns.

    A turn that nobody has looked at for `left_after_s` is one whose shopper has left: the model
    is let go, and the answer, finished in the house's own words, waits for her in the store.
    """

    def __init__(self, advisor: Advisor, turns: Turns, left_after_s: float = LEFT_AFTER_S) -> None:
        self._advisor, self._turns, self._left_after_s = advisor, turns, left_after_s
        self._workers = ThreadPoolExecutor(_WORKERS, thread_name_prefix="advisor")
        self._feeds: OrderedDict[str, _Feed] = OrderedDict()
        self._waiting: dict[str, deque[str]] = {}
        self._lock = threading.Lock()
        self._closing = False
        self._may_answer = threading.Event()
        self._may_answer.set()

    def submit(self, turn_id: str) -> None:
        """Have a pending turn answered; returns at once. One under way is not begun twice.

        Harmless for a turn that is over or runs elsewhere; raises NotFound for an unknown one.
        After `close` the turn stays pending in the store, for the next process.
        """
        conversation_id = self._turns.conversation_of(turn_id)
        with self._lock:
            known = self._feeds.get(turn_id)
            if self._closing or (known and not known.is_over):
                return
            self._remember(turn_id)
            queue = self._waiting.setdefault(conversation_id, deque())
            queue.append(turn_id)
            if len(queue) == 1:
                self._workers.submit(self._work_off, conversation_id)

    def events(self, turn_id: str, after: int = 0, timeout: float = 0.5) -> list[TurnEvent] | None:
        """Events from index `after`, waiting up to `timeout` seconds for news.

        None when this process knows nothing of the turn: then the store has the answer.
        """
        feed = self._feeds.get(turn_id)
        return feed.after(after, timeout) if feed else None

    def hurry(self, turn_id: str) -> None:
        """Wait for no model any more: what is not said yet is said in the house's own words.

        Nothing is lost or cut short; harmless for a turn that is over or runs elsewhere.
        """
        if feed := self._feeds.get(turn_id):
            feed.hurried = True

    def resume(self, alone: bool = False) -> int:
        """Submit what an earlier process left unanswered; returns how many turns.

        `alone`, which is only for the start and before any `submit`, says that no other process
        works on this store: then every turn said to be running was interrupted.
        """
        unfinished = self._turns.unfinished(at_start=alone)
        for turn_id in unfinished:
            self.submit(turn_id)
        return len(unfinished)

    def take_over(self) -> int:
        """Submit what nobody is at, because its process died; how many turns. For now and then."""
        neglected = self._turns.neglected()
        for turn_id in neglected:
            self.submit(turn_id)
        return len(neglected)

    def hold(self) -> None:
        """Take turns but answer none until `go_on`: what the house knows is still being read."""
        self._may_answer.clear()

    def go_on(self) -> None:
        self._may_answer.set()

    def close(self) -> None:
        """Finish running turns; what only waits stays pending in the store."""
        with self._lock:
            self._closing = True
        self._may_answer.set()
        self._workers.shutdown(wait=True, cancel_futures=True)

    def _remember(self, turn_id: str) -> None:
        self._feeds[turn_id] = _Feed(self._left_after_s)
        over = [known for known, feed in self._feeds.items() if feed.is_over]
        for known in over[: max(0, len(self._feeds) - _REMEMBERED_TURNS)]:
            del self._feeds[known]

    def _work_off(self, conversation_id: str) -> None:
        self._may_answer.wait()
        while turn_id := self._first_waiting(conversation_id):
            self._run(turn_id, self._feeds[turn_id])
            with self._lock:
                self._waiting[conversation_id].popleft()

    def _first_waiting(self, conversation_id: str) -> str | None:
        with self._lock:
            queue = self._waiting[conversation_id]
            if queue and not self._closing:
                return queue[0]
            del self._waiting[conversation_id]
            return None

    def _run(self, turn_id: str, feed: _Feed) -> None:
        try:
            feed.looked_at = monotonic()  # she may have waited long for its beginning
            for event in self._advisor.answer(turn_id, has_left=feed.has_left):
                feed.add(event)
        except (Conflict, NotFound):  # over, withdrawn or erased, or at work in another process
            _log.info("turn %s is not ours to answer", turn_id)
        except Exception as error:  # the store itself failed: keep the worker, tell the page
            _log.exception("turn %s could not be kept", turn_id)
            self._give_up(turn_id, error)
        feed.end()

    def _give_up(self, turn_id: str, error: Exception) -> None:
        """Say so in the store; where that fails too, the next process takes the turn up again."""
        try:
            self._turns.fail(turn_id, f"{type(error).__name__}: {error}")
        except Exception:
            _log.exception("turn %s could not be given up", turn_id)
