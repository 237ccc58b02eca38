"""The engine: which driver, and how a connection behaves.

SQLite: write-ahead log, foreign keys on, every write transaction takes the write lock at its
beginning (BEGIN IMMEDIATE), so writers queue instead of failing half-way; readers wait for none.
What is written survives a power cut (synchronous=FULL), unless the writer can do without that.
PostgreSQL: psycopg 3, connections checked before use, UTC sessions.
"""

from __future__ import annotations

from pathlib import Path
from sqlite3 import OperationalError
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from shop.errors import SettingsError

BUSY_TIMEOUT_S = 10.0
_WRITES, _LASTS = "maroquin_writes", "maroquin_lasts"
_POSTGRES_NAMES = {"postgres", "postgresql", "postgresql+psycopg"}


def database_url(given: str) -> URL:
    """The URL with its driver. Raises SettingsError for what isn't SQLite or PostgreSQL."""
    try:
        url = make_url(given)
    except (ArgumentError, ValueError) as error:  # ValueError: its port is no number
        raise SettingsError("DATABASE_URL is not a database URL. See .env.example.") from error
    if url.drivername in _POSTGRES_NAMES:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername in {"sqlite", "sqlite+pysqlite"} and url.database not in {
        None,
        "",
        ":memory:",
    }:
        return url
    raise SettingsError(
        f"DATABASE_URL starts with {url.drivername}://; use a sqlite:/// file or postgresql://."
    )


def open_engine(url: URL) -> Engine:
    """An engine whose `writing(engine)` transactions are BEGIN IMMEDIATE on SQLite."""
    try:
        return _sqlite(url) if url.drivername.startswith("sqlite") else _postgres(url)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise SettingsError(f"DATABASE_URL needs a driver that is missing: {error}") from error


def writing(engine: Engine, lasting: bool = True) -> Engine:
    """The same engine and pool, for transactions that write.

    What is not `lasting` survives a killed process, but on SQLite a power cut may undo it.
    """
    return engine.execution_options(**{_WRITES: True, _LASTS: lasting})


def _postgres(url: URL) -> Engine:
    return create_engine(
        url,
        pool_size=10,
        max_overflow=20,
        pool_pre_ping=True,
        connect_args={"connect_timeout": 10, "options": "-c timezone=UTC"},
    )


def _sqlite(url: URL) -> Engine:
    _make_private(Path(str(url.database)))
    engine = create_engine(
        url, pool_size=10, max_overflow=20, connect_args={"timeout": BUSY_TIMEOUT_S}
    )
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _make_private(path: Path) -> None:
    """Conversations and password hashes are nobody else's to read."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise SettingsError(
            f"The database {path} can't be written: {error.strerror}. Set DATA_DIR elsewhere."
        ) from error


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver must not begin transactions by itself
    connection.execute(f"PRAGMA busy_timeout = {int(BUSY_TIMEOUT_S * 1000)}")
    connection.execute("PRAGMA foreign_keys = ON")
    _use_write_ahead_log(connection)


def _use_write_ahead_log(connection: Any) -> None:
    """SQLite does not wait by itself when two connections turn a new file to WAL at once."""
    until = monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except OperationalError:
            if monotonic() > until:
                raise
            sleep(0.02)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get(_WRITES, False):
        connection.exec_driver_sql("BEGIN")
        return
    kept = "FULL" if options.get(_LASTS, True) else "NORMAL"
    connection.exec_driver_sql(f"PRAGMA synchronous = {kept}")  # each time: the pool mixes both
    connection.exec_driver_sql("BEGIN IMMEDIATE")
