"""Answers turns in worker threads, apart from any page.

A page that is reloaded, closed or rerun takes nothing with it: it may attach again and read the
events from the start. Turns of one conversation run one after another, in the order submitted.
What a killed process left behind is in the store, and `resume` picks it up.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict, deque
from concurrent.futures import ThreadPoolExecutor

from agents.advisor import Advisor
from shop.turn_events import TurnEnded, TurnEvent
from shop.turns import Turns

_log = logging.getLogger(__name__)

_WORKERS = 4
_REMEMBERED_TURNS = 500


class _Feed:
    """The events of one turn so far."""

    def __init__(self) -> None:
        self.events: list[TurnEvent] = []
        self.news = threading.Condition()

    def add(self, event: TurnEvent) -> None:
        with self.news:
            self.events.append(event)
            self.news.notify_all()

    def after(self, index: int, timeout: float) -> list[TurnEvent]:
        with self.news:
            self.news.wait_for(lambda: len(self.events) > index, timeout)
            return self.events[index:]


class TurnRunner:
    """One for each process; `close` waits for running turns."""

    def __init__(self, advisor: Advisor, turns: Turns) -> None:
        self._advisor, self._turns = advisor, turns
        self._workers = ThreadPoolExecutor(_WORKERS, thread_name_prefix="advisor")
        self._feeds: OrderedDict[str, _Feed] = OrderedDict()
        self._waiting: dict[str, deque[str]] = {}
        self._lock = threading.Lock()

    def submit(self, turn_id: str) -> None:
        """Have a pending turn answered; returns at once. Submitting twice does nothing more."""
        conversation_id = self._turns.conversation_of(turn_id)
        with self._lock:
            if turn_id in self._feeds:
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

    def resume(self) -> int:
        """Submit what an earlier process left unanswered; returns how many turns."""
        unfinished = self._turns.unfinished()
        for turn_id in unfinished:
            self.submit(turn_id)
        return len(unfinished)

    def close(self) -> None:
        """Finish running turns; what only waits stays pending in the store."""
        self._workers.shutdown(wait=True, cancel_futures=True)

    def _remember(self, turn_id: str) -> None:
        self._feeds[turn_id] = _Feed()
        while len(self._feeds) > _REMEMBERED_TURNS:
            self._feeds.popitem(last=False)

    def _work_off(self, conversation_id: str) -> None:
        while turn_id := self._first_waiting(conversation_id):
            self._run(turn_id)
            with self._lock:
                self._waiting[conversation_id].popleft()

    def _first_waiting(self, conversation_id: str) -> str | None:
        with self._lock:
            queue = self._waiting[conversation_id]
            if queue:
                return queue[0]
            del self._waiting[conversation_id]
            return None

    def _run(self, turn_id: str) -> None:
        feed = self._feeds.get(turn_id) or _Feed()
        try:
            for event in self._advisor.answer(turn_id):
                feed.add(event)
        except Exception as error:  # the store itself failed: keep the worker, tell the page
            _log.exception("turn %s could not be kept", turn_id)
            self._turns.fail(turn_id, f"{type(error).__name__}: {error}")
            feed.add(TurnEnded(None, None, 0.0))
