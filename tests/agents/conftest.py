"""The tiny house, on SQLite only: that both databases keep the rules is tested in tests/shop."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest

from knowledge.index import Index
from shop.db import SqlStore
from tests.agents.house import House, build, open_tiny_index, seed
from tests.agents.scripted_server import ScriptedServer
from tests.conftest import FrozenClock


@pytest.fixture(scope="session")
def tiny_index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """One index for all tests that only read it."""
    index = open_tiny_index(tmp_path_factory.mktemp("tiny"))
    yield index
    index.close()


@pytest.fixture(scope="session")
def seeded(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that holds the tiny house's articles."""
    path = Path(copy(sqlite_template, tmp_path_factory.mktemp("seeded") / "maroquin.db"))
    store = SqlStore(f"sqlite:///{path}", FrozenClock())
    seed(store, FrozenClock())
    store.close()
    return path


@pytest.fixture
def store(seeded: Path, tmp_path: Path, clock: FrozenClock) -> Iterator[SqlStore]:
    path = copy(seeded, tmp_path / "maroquin.db")
    store = SqlStore(f"sqlite:///{path}", clock)
    yield store
    store.close()


@pytest.fixture
def house(store: SqlStore, clock: FrozenClock, tiny_index: Index) -> House:
    return build(store, clock, tiny_index)


@pytest.fixture
def house_to_edit(store: SqlStore, clock: FrozenClock, tmp_path: Path) -> Iterator[House]:
    """A house with an index of its own, for tests that publish."""
    index = open_tiny_index(tmp_path)
    yield build(store, clock, index)
    index.close()


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    server = ScriptedServer()
    yield server
    server.close()


@pytest.fixture(scope="session", autouse=True)
def _one_certificate_store() -> Iterator[None]:
    """Reading the certificates takes longer than a test; none are needed on loopback."""
    store = ssl.create_default_context()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ssl, "create_default_context", lambda *_, **__: store)
        yield
