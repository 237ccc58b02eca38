"""Clients, staff, and sessions of staff in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, select, update

from shop.access import Role, Staff
from shop.clients import Client, Tier
from shop.db.tables import clients, failed_sign_ins, staff, staff_sessions
from shop.ports import Credentials


class SqlClients:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, client: Client, at: datetime) -> None:
        self._connection.execute(
            clients.insert().values(
                id=client.id,
                name=client.name,
                tier=client.tier,
                language=client.language,
                sizes=client.sizes,
                created_at=at,
            )
        )

    def get(self, client_id: str) -> Client | None:
        row = self._connection.execute(select(clients).where(clients.c.id == client_id)).first()
        return _client(row) if row else None

    def all(self) -> list[Client]:
        return [_client(row) for row in self._connection.execute(_LONGEST_STANDING)]

    def among(self, ids: Sequence[str]) -> list[Client]:
        query = select(clients).where(clients.c.id.in_(ids))
        return [_client(row) for row in self._connection.execute(query)]

    def since(self, client_id: str) -> datetime | None:
        query = select(clients.c.created_at).where(clients.c.id == client_id)
        at: datetime | None = self._connection.execute(query).scalar_one_or_none()
        return at

    def with_since(self) -> list[tuple[Client, datetime]]:
        rows = self._connection.execute(_LONGEST_STANDING)
        return [(_client(row), row.created_at) for row in rows]


class SqlStaff:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, member: Staff, password_hash: str, at: datetime) -> None:
        self._connection.execute(
            staff.insert().values(
                id=member.id,
                login=member.login,
                name=member.name,
                role=member.role,
                password_hash=password_hash,
                created_at=at,
            )
        )

    def by_login(self, login: str) -> Credentials | None:
        row = self._connection.execute(select(staff).where(staff.c.login == login)).first()
        if row is None:
            return None
        return Credentials(_member(row), row.password_hash, row.disabled_at is not None)

    def all(self) -> list[Staff]:
        query = select(staff).where(staff.c.disabled_at.is_(None))
        return [_member(row) for row in self._connection.execute(query.order_by(staff.c.login))]

    def set_password(self, staff_id: str, password_hash: str) -> None:
        self._connection.execute(
            update(staff).where(staff.c.id == staff_id).values(password_hash=password_hash)
        )

    def disable(self, staff_id: str, at: datetime) -> None:
        self._connection.execute(update(staff).where(staff.c.id == staff_id).values(disabled_at=at))


class SqlSignIns:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, token_hash: str, staff_id: str, at: datetime, expires_at: datetime) -> None:
        self._connection.execute(
            staff_sessions.insert().values(
                token_hash=token_hash, staff_id=staff_id, created_at=at, expires_at=expires_at
            )
        )

    def staff_of(self, token_hash: str, at: datetime) -> Staff | None:
        row = self._connection.execute(
            select(staff)
            .join(staff_sessions, staff_sessions.c.staff_id == staff.c.id)
            .where(
                staff_sessions.c.token_hash == token_hash,
                staff_sessions.c.expires_at > at,
                staff.c.disabled_at.is_(None),
            )
        ).first()
        return _member(row) if row else None

    def end(self, token_hash: str) -> None:
        self._delete(staff_sessions.c.token_hash == token_hash)

    def end_all_of(self, staff_id: str) -> None:
        self._delete(staff_sessions.c.staff_id == staff_id)

    def add_failure(self, login: str, address: str, at: datetime) -> None:
        self._connection.execute(
            failed_sign_ins.insert().values(login=login, address=address, at=at)
        )

    def failures_of_login(self, login: str, since: datetime) -> list[datetime]:
        return self._failures(failed_sign_ins.c.login == login, since)

    def failures_of_address(self, address: str, since: datetime) -> list[datetime]:
        return self._failures(failed_sign_ins.c.address == address, since)

    def forget_failures(self, login: str, address: str) -> None:
        self._connection.execute(
            delete(failed_sign_ins).where(
                failed_sign_ins.c.login == login, failed_sign_ins.c.address == address
            )
        )

    def sweep(self, before: datetime) -> None:
        self._delete(staff_sessions.c.expires_at < before)
        self._connection.execute(delete(failed_sign_ins).where(failed_sign_ins.c.at < before))

    def _delete(self, which: ColumnElement[bool]) -> None:
        self._connection.execute(delete(staff_sessions).where(which))

    def _failures(self, whose: ColumnElement[bool], since: datetime) -> list[datetime]:
        query = select(failed_sign_ins.c.at).where(whose, failed_sign_ins.c.at > since)
        return list(self._connection.execute(query.order_by(failed_sign_ins.c.at)).scalars())


_LONGEST_STANDING = select(clients).order_by(clients.c.created_at, clients.c.name)


def _client(row: Row[Any]) -> Client:
    return Client(row.id, row.name, Tier(row.tier), row.language, dict(row.sizes))


def _member(row: Row[Any]) -> Staff:
    return Staff(row.id, row.login, row.name, Role(row.role))
