"""The bell: wakes whoever watches a conversation or the desk, in every process.

Within the process that wrote, a kept transaction rings directly. Other processes learn of it
from the database itself. PostgreSQL carries the topics as a notification that is sent only if
the transaction is kept. On SQLite each process looks at `PRAGMA data_version` five times a
second on one kept connection, which costs microseconds, and reads the new lines of the journal
only when somebody wrote. After a lost connection everybody is woken once: looking in vain is
harmless, missing news is not.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from threading import Condition, Event, Lock, Thread

import psycopg
from sqlalchemy import Connection, Engine, func, select

LOOK_EVERY_S = 0.2
RECONNECT_AFTER_S = 1.0
_CHANNEL = "maroquin"
_log = logging.getLogger(__name__)


class Watch:
    """A subscription to topics; `rang` stays set until somebody waits for it."""

    def __init__(self, bell: HouseBell, topics: Sequence[str]) -> None:
        self._bell = bell
        self.topics = frozenset(topics)
        self._rang = False
        self._news = Condition()

    def wake(self) -> None:
        with self._news:
            self._rang = True
            self._news.notify_all()

    def wait(self, timeout: float) -> bool:
        with self._news:
            rang = self._news.wait_for(lambda: self._rang, timeout)
            self._rang = False
            return rang

    def close(self) -> None:
        self._bell.forget(self)
        self.wake()  # whoever still waits in a thread is let go


class HouseBell:
    """Rings in this process. Its listener starts with the first subscription."""

    def __init__(self) -> None:
        self._watches: set[Watch] = set()
        self._lock = Lock()
        self._stopped = Event()
        self._listener: Thread | None = None

    def ring(self, topic: str) -> None:
        for watch in self._all():
            if topic in watch.topics:
                watch.wake()

    def ring_all(self) -> None:
        for watch in self._all():
            watch.wake()

    def subscribe(self, topics: Sequence[str]) -> Watch:
        watch = Watch(self, topics)
        with self._lock:
            self._watches.add(watch)
            self._start_listener()
        return watch

    def forget(self, watch: Watch) -> None:
        with self._lock:
            self._watches.discard(watch)

    def close(self) -> None:
        self._stopped.set()
        if self._listener:
            self._listener.join(timeout=5)

    def listen(self) -> None:
        """Ring for what other processes write, until stopped. Overridden per database."""
        raise NotImplementedError

    def _all(self) -> list[Watch]:
        with self._lock:
            return list(self._watches)

    def _start_listener(self) -> None:
        if self._listener is None and not self._stopped.is_set():
            self._listener = Thread(target=self._keep_listening, name="bell", daemon=True)
            self._listener.start()

    def _keep_listening(self) -> None:
        while not self._stopped.is_set():
            try:
                self.listen()
            except (sqlite3.Error, psycopg.Error, OSError) as error:
                _log.warning("the bell lost its database and tries again: %s", error)
                self._stopped.wait(RECONNECT_AFTER_S)
                self.ring_all()


class SqliteBell(HouseBell):
    """Keeps a connection of its own in autocommit, so that no transaction holds back the log."""

    def __init__(self, engine: Engine, origin: str) -> None:
        super().__init__()
        self._path = str(engine.url.database)
        self._origin = origin

    def listen(self) -> None:
        with closing(sqlite3.connect(self._path, isolation_level=None)) as connection:
            version, seen = _data_version(connection), _last_line(connection)
            self.ring_all()  # what was written while nobody listened
            while not self._stopped.wait(LOOK_EVERY_S):
                latest = _data_version(connection)
                if latest != version:
                    version, seen = latest, self._ring_since(connection, seen)

    def _ring_since(self, connection: sqlite3.Connection, seen: int) -> int:
        query = "SELECT id, topics, origin FROM journal WHERE id > ? ORDER BY id"
        for line, topics, origin in connection.execute(query, (seen,)).fetchall():
            seen = line
            if origin != self._origin:
                for topic in json.loads(topics):
                    self.ring(topic)
        return seen


class PostgresBell(HouseBell):
    def __init__(self, engine: Engine, origin: str) -> None:
        super().__init__()
        self._address = engine.url.set(drivername="postgresql")
        self._origin = origin

    def listen(self) -> None:
        address = self._address.render_as_string(hide_password=False)
        with psycopg.connect(address, autocommit=True, connect_timeout=10) as connection:
            connection.execute(f"LISTEN {_CHANNEL}")
            self.ring_all()  # what was written while nobody listened
            while not self._stopped.is_set():
                for news in connection.notifies(timeout=0.5):
                    self._hear(news.payload)

    def _hear(self, payload: str) -> None:
        origin, topics = json.loads(payload)
        if origin != self._origin:
            for topic in topics:
                self.ring(topic)


def open_bell(engine: Engine, origin: str) -> HouseBell:
    """The bell for this database; `origin` names the store whose own writes ring directly."""
    kind = SqliteBell if engine.dialect.name == "sqlite" else PostgresBell
    return kind(engine, origin)


def announce(connection: Connection, origin: str, topics: Sequence[str]) -> None:
    """Tell other processes, if this transaction is kept. On SQLite the journal already does."""
    if topics and connection.dialect.name == "postgresql":
        payload = json.dumps([origin, list(topics)])
        connection.execute(select(func.pg_notify(_CHANNEL, payload)))


def _data_version(connection: sqlite3.Connection) -> int:
    """Changes whenever another connection has written."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _last_line(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT max(id) FROM journal").fetchone()[0] or 0)
