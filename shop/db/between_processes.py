"""How the bell rings in every process for what one of them wrote.

Other processes learn of it from the database itself. PostgreSQL carries the topics as a
notification that is sent only if the transaction is kept. On SQLite each process looks at
`PRAGMA data_version` five times a second on one kept connection, which costs microseconds, and
reads the new lines of the journal only when somebody wrote.

PostgreSQL carries whispers to other processes too; on SQLite they stay in their process.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing

import psycopg
from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import SQLAlchemyError

from shop.db.bell import HouseBell

LOOK_EVERY_S = 0.2
_CHANNEL = "maroquin"
_LONGEST_TOPICS = 6_000  # bytes; PostgreSQL takes notifications of less than 8,000
_log = logging.getLogger(__name__)


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
