"""What every test stands on: no network but loopback, and a store on each database."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING, Any

import pytest
from xdist.scheduler import LoadScopeScheduling

from operations.prepare import copy_house
from settings import Settings
from shop.db import SqlStore, migrate
from tests.needs import skip_or_fail
from tests.postgres import PostgresMissing, clear, fresh_database, running_postgres
from tests.prepared_house import prepared_house

if TYPE_CHECKING:
    from wiring import Services

_BROWSER = "tests/browser/"
_LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0")  # noqa: S104  # compared, never bound


class _ByFixtures(LoadScopeScheduling):  # type: ignore[misc]  # xdist ships no types
    """What shares costly fixtures stays with one worker: the browser's tests, and each file's."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return _BROWSER if file.startswith(_BROWSER) else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _ByFixtures:
    return _ByFixtures(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not item.nodeid.startswith(_BROWSER))  # the longest begins first


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that reaches out of this machine fails where it does so."""
    connect = socket.socket.connect
    connect_ex = socket.socket.connect_ex

    def refuse(address: Any) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(_LOOPBACK):
            raise AssertionError(f"a test tried to reach {address[0]}")

    def guarded(self: socket.socket, address: Any) -> None:
        refuse(address)
        connect(self, address)

    def guarded_ex(self: socket.socket, address: Any) -> int:
        refuse(address)
        return connect_ex(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_ex)


class FrozenClock:
    """A clock that stands still until a test moves it. Starts at noon in Beijing."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server for this run; skips with the reason where there is none."""
    try:
        with running_postgres() as url:
            yield url
    except PostgresMissing as missing:
        skip_or_fail("postgres", str(missing))


@pytest.fixture(scope="session")
def whole_house(request: pytest.FixtureRequest) -> Path:
    """The data folder of the sample house, prepared and closed: copy it, never open it."""
    return prepared_house(request.config.cache)


@pytest.fixture(scope="session")
def house_settings(whole_house: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a copy of the whole house that this process may open, in one place at a time."""
    return Settings.defaults(data_dir=copy_house(whole_house, tmp_path_factory.mktemp("house")))


@pytest.fixture(scope="session")
def house(house_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """All services over the whole house, with a database of this run for conversations."""
    import wiring  # heavy, and most tests need nothing of it

    talks = tmp_path_factory.mktemp("talks") / "talks.db"
    with closing(wiring.open_house(house_settings, talks=f"sqlite:///{talks}")) as services:
        yield services


SQLITE_AND_POSTGRES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(params=SQLITE_AND_POSTGRES)
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without tables, SQLite and PostgreSQL in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'maroquin.db'}"
        return
    with fresh_database(request.getfixturevalue("postgres")) as url:
        yield url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "maroquin.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_house(postgres: str) -> Iterator[str]:
    with fresh_database(postgres) as url:
        migrate(url)
        yield url


@pytest.fixture(params=SQLITE_AND_POSTGRES)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a migrated database in which there is nothing yet."""
    if request.param == "sqlite":
        copied = copy(request.getfixturevalue("sqlite_template"), tmp_path / "maroquin.db")
        return f"sqlite:///{copied}"
    url: str = request.getfixturevalue("postgres_house")
    clear(url)
    return url


@pytest.fixture
def open_store(database: str, clock: FrozenClock) -> Iterator[Callable[[], SqlStore]]:
    """Opens one more store on the same database, as another process would."""
    opened: list[SqlStore] = []

    def open_one() -> SqlStore:
        opened.append(SqlStore(database, clock))
        return opened[-1]

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: Callable[[], SqlStore]) -> SqlStore:
    return open_store()
