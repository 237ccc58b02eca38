"""The client book in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, exists, func, select, update

from shop.access import Staff
from shop.client_entries import Channel, Draft, Entry, EntryKind, Purpose, Source
from shop.conversations import Holder
from shop.db.client_book_tables import book_entries
from shop.db.owner_tables import client_owners
from shop.db.tables import clients, conversations, handoffs, staff
from shop.ports.client_book import PastTalk

_DRAFT = ("value", "label", "piece", "day", "yearly")
_SOURCE = ("said_by", "said_at", "conversation_id", "message_id", "seq")


class SqlBookEntries:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, entry: Entry) -> None:
        self._connection.execute(
            book_entries.insert().values(
                id=entry.id,
                client_id=entry.client_id,
                kind=entry.kind,
                channel=entry.source.channel,
                kept_at=entry.kept_at,
                kept_by=entry.kept_by,
                corrects=entry.corrects,
                ended_at=entry.ended_at,
                ended_by=entry.ended_by,
                wrote_on=entry.wrote_on,
                **{name: getattr(entry.draft, name) for name in _DRAFT},
                **{name: getattr(entry.source, name) for name in _SOURCE},
            )
        )

    def get(self, entry_id: str) -> Entry | None:
        found = self._all(select(book_entries).where(book_entries.c.id == entry_id))
        return next(iter(found), None)

    def of(self, client_id: str) -> list[Entry]:
        return self._all(_IN_ORDER.where(book_entries.c.client_id == client_id))

    def standing(self) -> list[Entry]:
        return self._all(_IN_ORDER.where(book_entries.c.ended_at.is_(None)))

    def end(self, entry_id: str, by: str, at: datetime) -> bool:
        these = (book_entries.c.id == entry_id) & book_entries.c.ended_at.is_(None)
        ended = update(book_entries).where(these).values(ended_at=at, ended_by=by)
        return bool(self._connection.execute(ended).rowcount)

    def wrote(self, entry_id: str, on: date | None) -> None:
        self._connection.execute(
            update(book_entries).where(book_entries.c.id == entry_id).values(wrote_on=on)
        )

    def follow_up_of(self, conversation_id: str) -> Entry | None:
        of_it = _FOLLOW_UPS.where(book_entries.c.conversation_id == conversation_id)
        return next(iter(self._all(of_it)), None)

    def follow_ups(self, until: date, staff: Staff) -> list[Entry]:
        owner = client_owners.c.owner_id
        hers = (owner == staff.id) | (owner.is_(None) & (book_entries.c.kept_by == staff.name))
        owned = client_owners.c.client_id == book_entries.c.client_id
        due = _FOLLOW_UPS.join(client_owners, owned, isouter=True)
        due = due.where(book_entries.c.day <= until, hers)
        return self._all(due.order_by(book_entries.c.day, book_entries.c.id))

    def consents_to(self, purpose: Purpose, client_ids: Sequence[str]) -> list[Entry]:
        kind, label = book_entries.c.kind == EntryKind.CONSENT, book_entries.c.label == purpose
        standing = select(book_entries).where(kind, label, book_entries.c.ended_at.is_(None))
        return self._all(standing.where(book_entries.c.client_id.in_(client_ids)))

    def followed_up(self, client_id: str, on: date) -> bool:
        these = (*_OPEN, book_entries.c.client_id == client_id)
        due = update(book_entries).where(*these, book_entries.c.day <= on)
        return self._connection.execute(due.values(wrote_on=on)).rowcount > 0

    def remove(self, ids: Sequence[str]) -> None:
        self._connection.execute(delete(book_entries).where(book_entries.c.id.in_(ids)))

    def put_sizes(self, client_id: str, sizes: dict[str, str]) -> None:
        self._connection.execute(
            update(clients).where(clients.c.id == client_id).values(sizes=sizes)
        )

    def talks_of(self, client_id: str) -> list[PastTalk]:
        of_hers = conversations.c.client_id == client_id
        query = _TALKS.where(of_hers).order_by(conversations.c.last_at.desc())
        return [_talk(row) for row in self._connection.execute(query)]

    def last_talks(self) -> dict[str, datetime]:
        table = conversations.c
        query = (
            select(table.client_id, func.max(table.last_at))
            .where(table.client_id.is_not(None))
            .group_by(table.client_id)
        )
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def forget_client(self, client_id: str) -> None:
        self._connection.execute(delete(clients).where(clients.c.id == client_id))

    def _all(self, query: Select[Any]) -> list[Entry]:
        return [_entry(row) for row in self._connection.execute(query)]


_IN_ORDER = select(book_entries).order_by(book_entries.c.kept_at, book_entries.c.id)
_OPEN = (
    book_entries.c.kind == EntryKind.FOLLOW_UP,
    book_entries.c.ended_at.is_(None),
    book_entries.c.wrote_on.is_(None),
)
_FOLLOW_UPS = select(book_entries).where(*_OPEN)
_TALKS = select(
    conversations,
    staff.c.name.label("staff_name"),
    exists().where(handoffs.c.conversation_id == conversations.c.id).label("handed_over"),
).join(staff, staff.c.id == conversations.c.staff_id, isouter=True)


def _entry(row: Row[Any]) -> Entry:
    fields = row._mapping
    return Entry(
        id=row.id,
        client_id=row.client_id,
        draft=Draft(EntryKind(row.kind), **{name: fields[name] for name in _DRAFT}),
        source=Source(Channel(row.channel), **{name: fields[name] for name in _SOURCE}),
        kept_at=row.kept_at,
        kept_by=row.kept_by,
        corrects=row.corrects,
        ended_at=row.ended_at,
        ended_by=row.ended_by,
        wrote_on=row.wrote_on,
    )


def _talk(row: Row[Any]) -> PastTalk:
    return PastTalk(
        id=row.id,
        lang=row.lang,
        holder=Holder(row.holder),
        opened_at=row.opened_at,
        last_at=row.last_at,
        handed_over=bool(row.handed_over),
        staff_name=row.staff_name or "",
    )
