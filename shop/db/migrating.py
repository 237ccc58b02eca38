"""Brings a database's tables up to date, from the program itself: no alembic.ini, no shell."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, func, select

from shop.db.engine import database_url, open_engine, writing
from shop.db.failures import translated

_SCRIPTS = Path(__file__).parent / "migrations"


def migrate(url: str) -> None:
    """Run what is missing of `migrations/versions`, all or nothing.

    Several processes may start at once: one migrates, the others wait. Raises StoreBusy,
    SettingsError.
    """
    engine = writing(open_engine(database_url(url)))
    try:
        with translated(), engine.begin() as connection:
            _alone(connection)
            command.upgrade(alembic_config(connection), "head")
    finally:
        engine.dispose()


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic's configuration; `migrations/env.py` reads the open connection from it."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _alone(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        lock = func.pg_advisory_xact_lock(func.hashtextextended("migrate", 0))
        connection.execute(select(lock))
