"""The store itself: transactions, the journal, and what it says when it can't."""

from __future__ import annotations

import sqlite3
import stat
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select

from shop.chats import Chats
from shop.clients import Client, Tier
from shop.db import SqlStore, migrate
from shop.db.engine import database_url
from shop.db.tables import journal, metadata
from shop.db.work import SqlWork
from shop.errors import SettingsError, StoreBusy
from shop.ids import new_id
from tests.conftest import FrozenClock
from tests.shop.people import visitor


def test_migrations_and_tables_agree(empty_database: str) -> None:
    migrate(empty_database)
    store = SqlStore(empty_database)
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert set(metadata.tables) <= set(inspect(connection).get_table_names())
    store.close()


def test_several_processes_may_migrate_at_once(empty_database: str) -> None:
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(migrate, [empty_database] * 3))
    migrate(empty_database)


def test_what_fails_half_way_leaves_nothing_behind(store: SqlStore, clock: FrozenClock) -> None:
    def fail_half_way() -> None:
        with store.begin() as work:
            work.clients.add(Client(new_id(), "林若澜", Tier.BLACK), clock())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    with store.read() as work:
        assert work.clients.all() == []


def test_times_come_back_as_the_same_instant_in_utc(store: SqlStore) -> None:
    shanghai = datetime(2026, 11, 23, 12, 0, 0, 123456, tzinfo=timezone(timedelta(hours=8)))
    with store.begin() as work:
        work.sign_ins.add_failure("claire", "10.0.0.1", shanghai)
    with store.read() as work:
        [kept] = work.sign_ins.failures_of_login("claire", shanghai - timedelta(seconds=1))
    assert kept == shanghai
    assert kept.utcoffset() == timedelta(0)


def test_every_write_leaves_a_line_in_the_journal_without_the_visitors_secret(
    store: SqlStore, clock: FrozenClock
) -> None:
    chats, shopper = Chats(store, clock), visitor()
    conversation = chats.open(shopper, "en")
    message, _ = chats.say(shopper, conversation.id, "My secret wish", "r1")
    with store.engine.connect() as connection:
        lines = connection.execute(select(journal).order_by(journal.c.id)).all()
    assert [(line.actor, line.verb, line.subject) for line in lines] == [
        ("visitor", "open", conversation.id),
        ("visitor", "say", message.id),
    ]
    assert shopper.id not in str(lines)
    assert "My secret wish" not in str(lines)


def test_many_writers_queue_instead_of_failing(
    open_store: Callable[[], SqlStore], clock: FrozenClock
) -> None:
    stores = [open_store() for _ in range(3)]

    def write(n: int) -> None:
        with stores[n % 3].begin() as work:
            work.clients.add(Client(new_id(), f"client {n}", Tier.GOLD), clock())

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(write, range(30)))
    with stores[0].read() as work:
        assert len(work.clients.all()) == 30


def test_alone_makes_others_wait_for_the_same_key(
    open_store: Callable[[], SqlStore],
) -> None:
    stores = [open_store(), open_store()]
    inside, most = 0, 0
    count = threading.Lock()

    def enter(store: SqlStore) -> None:
        nonlocal inside, most
        with store.begin() as work:
            work.alone("the fitting room")
            with count:
                inside += 1
                most = max(most, inside)
            time.sleep(0.05)
            with count:
                inside -= 1

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(enter, stores))
    assert most == 1


@pytest.mark.parametrize(
    "given", ["postgres://h/d", "postgresql://h/d", "postgresql+psycopg://h/d"]
)
def test_every_way_to_write_a_postgres_url_means_psycopg(given: str) -> None:
    assert database_url(given).drivername == "postgresql+psycopg"


@pytest.mark.parametrize(
    "given",
    ["", "nonsense", "mysql://h/d", "sqlite://", "sqlite:///:memory:", "postgresql://u:p@h:port/d"],
)
def test_a_database_we_cannot_use_is_refused_in_one_line(given: str) -> None:
    with pytest.raises(SettingsError) as refused:
        SqlStore(given)
    assert "\n" not in str(refused.value)


def test_a_password_never_stands_in_an_error() -> None:
    store = SqlStore("postgresql://me:hush-hush@127.0.0.1:1/none")
    with pytest.raises(StoreBusy) as refused, store.read() as work:
        work.clients.all()
    assert "hush-hush" not in str(refused.value)
    store.close()


def test_a_locked_database_says_so_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shop.db.engine.BUSY_TIMEOUT_S", 0.1)
    url = f"sqlite:///{tmp_path / 'maroquin.db'}"
    migrate(url)
    store = SqlStore(url)
    other = sqlite3.connect(tmp_path / "maroquin.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusy, match="held by another process"), store.begin():
        pass
    other.close()
    store.close()


def test_readers_do_not_wait_for_a_writer(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'maroquin.db'}"
    migrate(url)
    store = SqlStore(url)
    with store.begin(), store.read() as work:
        assert work.clients.all() == []
    store.close()


def overfill(store: SqlStore, clock: FrozenClock) -> None:
    """SQLite's own limit of pages behaves as a full disk does."""
    with store.begin() as work:
        assert isinstance(work, SqlWork)
        pages = work.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        work.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        work.clients.add(Client(new_id(), "x" * 10**6, Tier.GOLD), clock())


def test_a_full_disk_says_so_and_loses_nothing(tmp_path: Path, clock: FrozenClock) -> None:
    url = f"sqlite:///{tmp_path / 'maroquin.db'}"
    migrate(url)
    store = SqlStore(url)
    kept = Client(new_id(), "kept", Tier.GOLD)
    with store.begin() as work:
        work.clients.add(kept, clock())
    with pytest.raises(StoreBusy, match="disk is full"):
        overfill(store, clock)
    with store.read() as work:
        assert work.clients.all() == [kept]
    store.close()


def test_a_file_that_is_no_database_says_so(tmp_path: Path) -> None:
    path = tmp_path / "maroquin.db"
    path.write_bytes(b"not a database at all, but long enough to be looked at" * 100)
    with pytest.raises(StoreBusy, match="damaged"):
        migrate(f"sqlite:///{path}")


def test_a_folder_that_cannot_be_made_is_a_setting_to_change(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SettingsError, match="DATA_DIR"):
        SqlStore(f"sqlite:///{tmp_path / 'file' / 'maroquin.db'}")


def test_the_database_file_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "data" / "maroquin.db"
    migrate(f"sqlite:///{path}")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_sqlite_keeps_its_promises(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'maroquin.db'}"
    migrate(url)
    store = SqlStore(url)
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one() >= 5000
    store.close()


def test_on_sqlite_only_what_may_be_lost_is_not_synced(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'maroquin.db'}"
    migrate(url)
    store = SqlStore(url)
    for lasting, level in ((True, 2), (False, 1), (True, 2)):  # FULL, NORMAL, FULL
        with store.begin(lasting) as work:
            assert isinstance(work, SqlWork)
            found = work.connection.exec_driver_sql("PRAGMA synchronous").scalar_one()
            assert found == level
    store.close()
