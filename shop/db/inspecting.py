"""Looks at a database without changing it, and without making one that is not there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from shop.db.engine import database_url, open_engine
from shop.db.failures import translated
from shop.db.migrating import alembic_config


@dataclass(frozen=True, slots=True)
class Standing:
    """`address` has no password. `revision` is empty where there are no tables yet."""

    address: str
    revision: str
    newest: str

    @property
    def is_at_head(self) -> bool:
        return self.revision == self.newest


def inspect(url: str) -> Standing:
    """How far the migrations of a database are. Raises StoreBusy, SettingsError."""
    parsed = database_url(url)
    address = parsed.render_as_string(hide_password=True)
    if parsed.drivername.startswith("sqlite") and not Path(str(parsed.database)).is_file():
        return Standing(address, "", _newest())
    engine = open_engine(parsed)
    try:
        with translated(), engine.connect() as connection:
            revision = MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()
    return Standing(address, revision or "", _newest())


def _newest() -> str:
    scripts = ScriptDirectory.from_config(alembic_config())
    return scripts.get_current_head() or ""
