"""The tiny house, on SQLite only: that both databases keep the rules is tested in tests/shop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest

from knowledge.index import Index
from shop.db import SqlStore
from tests.agents.house import House, build, open_tiny_index
from tests.conftest import FrozenClock


@pytest.fixture(scope="session")
def tiny_index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """One index for all tests; each test's house brings it up to date, which is quick."""
    index = open_tiny_index(tmp_path_factory.mktemp("tiny"))
    yield index
    index.close()


@pytest.fixture
def store(sqlite_template: Path, tmp_path: Path, clock: FrozenClock) -> Iterator[SqlStore]:
    path = copy(sqlite_template, tmp_path / "maroquin.db")
    store = SqlStore(f"sqlite:///{path}", clock)
    yield store
    store.close()


@pytest.fixture
def house(store: SqlStore, clock: FrozenClock, tiny_index: Index) -> House:
    return build(store, clock, tiny_index)
