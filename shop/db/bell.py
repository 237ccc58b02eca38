"""The bell: wakes whoever watches a conversation or the desk, in every process.

Within the process that wrote, a kept transaction rings directly. Other processes learn of it
from the database itself. PostgreSQL carries the topics as a notification that is sent only if
the transaction is kept. On SQLite each process looks at `PRAGMA data_version` five times a
second on one kept connection, which costs microseconds, and reads the new lines of the journal
only when somebody wrote. After a lost connection everybody is woken once: looking in vain is
harmless, missing news is not.

Whispers are what nobody keeps ('she is typing'). PostgreSQL carries them to other processes too;
on SQLite they stay in their process.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from threading import Condition, Event, Lock, Thread

import psycopg
from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import SQLAlchemyError

from shop.db.marks import Marks
from shop.ports import Hear, Sound

LOOK_EVERY_S = 0.2
RECONNECT_AFTER_S = 1.0
_CHANNEL = "maroquin"
_LONGEST_TOPICS = 6_000  # bytes; PostgreSQL takes notifications of less than 8,000
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


class SqliteBell(HouseBell):
    """Keeps a connection of its own in autocommit, so that no transaction holds back the log."""

    def __init__(self, engine: Engine, origin: str) -> None:
        super().__init__(origin)
        self._path = str(engine.url.database)

    def hear_others(self) -> None:
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
        super().__init__(origin)
        self._engine = engine
        self._address = engine.url.set(drivername="postgresql")

    def whisper(self, topic: str, words: Mapping[str, str]) -> None:
        super().whisper(topic, words)
        try:
            with self._engine.begin() as connection:
                _notify(connection, [self._origin, [topic], dict(words)])
        except SQLAlchemyError as error:
            _log.warning("a whisper reached this process only: %s", error)

    def hear_others(self) -> None:
        address = self._address.render_as_string(hide_password=False)
        with psycopg.connect(
            address,
            autocommit=True,
            connect_timeout=10,
            keepalives_idle=10,  # an end that vanished without a word is noticed in half a minute
            keepalives_interval=5,
            keepalives_count=3,
        ) as connection:
            connection.execute(f"LISTEN {_CHANNEL}")
            self.ring_all()  # what was written while nobody listened
            while not self._stopped.is_set():
                for news in connection.notifies(timeout=0.5):
                    self._hear(news.payload)

    def _hear(self, payload: str) -> None:
        origin, topics, words = json.loads(payload)
        if origin == self._origin:
            return
        for topic in topics:
            if words is None:
                self.ring(topic)
            else:
                self._murmur(topic, words)


def open_bell(engine: Engine, origin: str) -> HouseBell:
    """The bell for this database; `origin` names the store whose own writes ring directly."""
    kind = SqliteBell if engine.dialect.name == "sqlite" else PostgresBell
    return kind(engine, origin)


def announce(connection: Connection, origin: str, topics: Sequence[str]) -> None:
    """Tell other processes, if this transaction is kept. On SQLite the journal already does."""
    if connection.dialect.name == "postgresql":
        for some in _in_parts(topics):
            _notify(connection, [origin, some, None])


def _notify(connection: Connection, payload: list[object]) -> None:
    connection.execute(select(func.pg_notify(_CHANNEL, json.dumps(payload))))


def _in_parts(topics: Sequence[str]) -> Iterator[list[str]]:
    """Parts that each fit into one notification; nothing for no topics."""
    part: list[str] = []
    for topic in topics:
        if part and len(json.dumps([*part, topic])) > _LONGEST_TOPICS:
            yield part
            part = []
        part.append(topic)
    if part:
        yield part


def _data_version(connection: sqlite3.Connection) -> int:
    """Changes whenever another connection has written."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _last_line(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT max(id) FROM journal").fetchone()[0] or 0)
