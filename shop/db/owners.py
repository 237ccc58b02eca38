"""Named owners of clients, and who is at the desk, in the database."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select
from sqlalchemy.dialects import postgresql, sqlite

from shop.db.owner_tables import client_owners, owner_namings
from shop.db.tables import presence, staff
from shop.ids import new_id
from shop.ports.people import NamedOwner, OwnerNaming


class SqlClientOwners:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, client_id: str) -> NamedOwner | None:
        query = select(client_owners).where(client_owners.c.client_id == client_id)
        row = self._connection.execute(query).first()
        return _named(row) if row else None

    def all(self) -> list[NamedOwner]:
        return [_named(row) for row in self._connection.execute(select(client_owners))]

    def clients_of(self, staff_id: str) -> list[str]:
        query = select(client_owners.c.client_id).where(client_owners.c.owner_id == staff_id)
        return list(self._connection.execute(query.order_by(client_owners.c.since)).scalars())

    def put(self, named: NamedOwner) -> None:
        values = {"owner_id": named.owner_id, "cover_id": named.cover_id, "since": named.since}
        insert = _insert(self._connection)(client_owners).values(
            client_id=named.client_id, **values
        )
        self._connection.execute(
            insert.on_conflict_do_update(index_elements=["client_id"], set_=values)
        )

    def remove(self, client_id: str) -> None:
        gone = client_owners.delete().where(client_owners.c.client_id == client_id)
        self._connection.execute(gone)

    def note(self, naming: OwnerNaming) -> None:
        self._connection.execute(owner_namings.insert().values(id=new_id(), **asdict(naming)))

    def namings(self, client_id: str) -> list[OwnerNaming]:
        table = owner_namings.c
        query = select(*(table[field.name] for field in fields(OwnerNaming)))
        newest_first = query.where(table.client_id == client_id).order_by(table.at.desc(), table.id)
        return [OwnerNaming(*row) for row in self._connection.execute(newest_first)]


class SqlPresence:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def seen_at(self, staff_id: str) -> datetime | None:
        query = select(presence.c.seen_at).where(presence.c.staff_id == staff_id)
        at: datetime | None = self._connection.execute(query).scalar_one_or_none()
        return at

    def see(self, staff_id: str, at: datetime) -> None:
        insert = _insert(self._connection)(presence).values(staff_id=staff_id, seen_at=at)
        self._connection.execute(
            insert.on_conflict_do_update(index_elements=["staff_id"], set_={"seen_at": at})
        )

    def since(self, at: datetime) -> frozenset[str]:
        query = (
            select(presence.c.staff_id)
            .join(staff, staff.c.id == presence.c.staff_id)
            .where(presence.c.seen_at > at, staff.c.disabled_at.is_(None))
        )
        return frozenset(self._connection.execute(query).scalars())


def _named(row: Row[Any]) -> NamedOwner:
    return NamedOwner(row.client_id, row.owner_id, row.cover_id, row.since)


def _insert(connection: Connection) -> type[postgresql.Insert] | type[sqlite.Insert]:
    return postgresql.Insert if connection.dialect.name == "postgresql" else sqlite.Insert
