"""The only SQL of the project: tables, migrations, and the store that the services use."""

from __future__ import annotations

from shop.db.inspecting import Standing, inspect
from shop.db.migrating import migrate
from shop.db.store import SqlStore

__all__ = ["SqlStore", "Standing", "inspect", "migrate", "open_store"]


def open_store(url: str) -> SqlStore:
    """The store at `url` (sqlite:///FILE or postgresql://…), its tables brought up to date."""
    migrate(url)
    return SqlStore(url)
