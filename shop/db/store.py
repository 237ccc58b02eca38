"""The store: transactions on one database, and the bell they ring."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Lock

from sqlalchemy import Connection, Engine

from shop.db.bell import HouseBell
from shop.db.between_processes import announce, open_bell
from shop.db.engine import BUSY_TIMEOUT_S, database_url, open_engine, writing
from shop.db.failures import translated
from shop.db.work import SqlWork
from shop.errors import StoreBusy
from shop.ids import new_id
from shop.ports import Clock, Work


def utc_now() -> datetime:
    return datetime.now(UTC)


class SqlStore:
    """Implements `shop.ports.Store`. Thread-safe; close it at the end of the process."""

    def __init__(self, url: str, clock: Clock = utc_now) -> None:
        self.url = database_url(url)
        self.engine: Engine = open_engine(self.url)
        self._writing = {lasting: writing(self.engine, lasting) for lasting in (True, False)}
        self._clock = clock
        self._origin = new_id()
        # SQLite's writers wait by sleeping, which is unfair; those of one process queue here.
        self._turnstile = Lock() if self.engine.dialect.name == "sqlite" else None
        self.bell: HouseBell = open_bell(self.engine, self._origin)

    @contextmanager
    def begin(self, lasting: bool = True) -> Iterator[Work]:
        with self._queue(), translated(), self._writing[lasting].begin() as connection:
            work = self._work(connection)
            yield work
            announce(connection, self._origin, work.rung)
        for topic in work.rung:
            self.bell.ring(topic)

    @contextmanager
    def read(self) -> Iterator[Work]:
        with translated(), self.engine.begin() as connection:
            yield self._work(connection)

    def close(self) -> None:
        self.bell.close()
        self.engine.dispose()

    def _work(self, connection: Connection) -> SqlWork:
        return SqlWork(connection, self._clock, self._origin)

    @contextmanager
    def _queue(self) -> Iterator[None]:
        if self._turnstile is None:
            yield
            return
        if not self._turnstile.acquire(timeout=BUSY_TIMEOUT_S):
            raise StoreBusy("Too many writes are waiting for the database. Try again in a moment.")
        try:
            yield
        finally:
            self._turnstile.release()
