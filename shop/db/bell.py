"""The bell: wakes whoever watches a conversation or the desk, in this process.

A kept transaction of this process rings directly; for those of other processes rings
`shop.db.between_processes`. After a lost connection everybody is woken once: looking in vain is
harmless, missing news is not. Whispers are what nobody keeps ('she is typing').
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Mapping, Sequence
from threading import Condition, Event, Lock, Thread

import psycopg

from shop.db.marks import Marks
from shop.ports import Hear, Sound

RECONNECT_AFTER_S = 1.0
_log = logging.getLogger(__name__)


class Listener:
    """Somebody who hears topics until closed."""

    def __init__(self, bell: HouseBell, topics: Sequence[str], hear: Hear) -> None:
        self._bell = bell
        self.topics = frozenset(topics)
        self.hear = hear

    def close(self) -> None:
        self._bell.forget(self)


class Watch:
    """A subscription to topics; `rang` stays set until somebody waits for it."""

    def __init__(self) -> None:
        self._rang = False
        self._news = Condition()
        self.listener: Listener | None = None

    def hear(self, sound: Sound) -> None:
        if sound.words is None:
            self._wake()

    def wait(self, timeout: float) -> bool:
        with self._news:
            rang = self._news.wait_for(lambda: self._rang, timeout)
            self._rang = False
            return rang

    def close(self) -> None:
        if self.listener:
            self.listener.close()
        self._wake()  # whoever still waits in a thread is let go

    def _wake(self) -> None:
        with self._news:
            self._rang = True
            self._news.notify_all()


class HouseBell:
    """Rings in this process. What hears other processes starts with the first listener."""

    def __init__(self, origin: str) -> None:
        self._origin = origin
        self._listeners: set[Listener] = set()
        self._marks = Marks(origin)
        self._lock = Lock()
        self._stopped = Event()
        self._hearing: Thread | None = None

    def ring(self, topic: str) -> None:
        with self._lock:
            mark = self._marks.rang(topic)
            listeners = [one for one in self._listeners if topic in one.topics]
        for listener in listeners:
            listener.hear(Sound(topic, mark))

    def ring_all(self) -> None:
        with self._lock:
            mark = self._marks.all_rang()
            listeners = list(self._listeners)
        for listener in listeners:
            listener.hear(Sound("", mark))

    def whisper(self, topic: str, words: Mapping[str, str]) -> None:
        self._murmur(topic, words)

    def subscribe(self, topics: Sequence[str]) -> Watch:
        watch = Watch()
        watch.listener = self.listen(topics, watch.hear)
        return watch

    def listen(self, topics: Sequence[str], hear: Hear) -> Listener:
        listener = Listener(self, topics, hear)
        with self._lock:
            self._listeners.add(listener)
            self._start_hearing()
        return listener

    def forget(self, listener: Listener) -> None:
        with self._lock:
            self._listeners.discard(listener)

    def mark(self) -> str:
        with self._lock:
            return self._marks.now()

    def rang_since(self, mark: str, topics: Sequence[str]) -> bool:
        with self._lock:
            return self._marks.rang_since(mark, topics)

    def close(self) -> None:
        self._stopped.set()
        if self._hearing:
            self._hearing.join(timeout=5)

    def hear_others(self) -> None:
        """Ring for what other processes write, until stopped. Overridden per database."""
        raise NotImplementedError

    def _murmur(self, topic: str, words: Mapping[str, str]) -> None:
        with self._lock:
            mark = self._marks.now()
            listeners = [one for one in self._listeners if topic in one.topics]
        for listener in listeners:
            listener.hear(Sound(topic, mark, words))

    def _start_hearing(self) -> None:
        if self._hearing is None and not self._stopped.is_set():
            self._hearing = Thread(target=self._keep_hearing, name="bell", daemon=True)
            self._hearing.start()

    def _keep_hearing(self) -> None:
        while not self._stopped.is_set():
            try:
                self.hear_others()
            except (sqlite3.Error, psycopg.Error, OSError) as error:
                _log.warning("the bell lost its database and tries again: %s", error)
                self._stopped.wait(RECONNECT_AFTER_S)
                self.ring_all()
