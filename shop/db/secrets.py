"""Secrets of the house, such as the key that signs links, shared by every process."""

from __future__ import annotations

from sqlalchemy import Connection, select

from shop.db.tables import secrets


class SqlSecrets:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get_or_add(self, name: str, value: str) -> str:
        query = select(secrets.c.value).where(secrets.c.name == name)
        found: str | None = self._connection.execute(query).scalar_one_or_none()
        if found is None:
            self._connection.execute(secrets.insert().values(name=name, value=value))
        return found or value
