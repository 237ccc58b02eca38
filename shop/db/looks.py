"""Looks in the database, each read with its reactions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, delete, or_, select, update

from shop.db.look_tables import look_reactions, looks
from shop.db.tables import conversations, messages, staff
from shop.looks import Look, Reaction, Verdict


class SqlLooks:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, look: Look) -> None:
        self._connection.execute(
            looks.insert().values(
                id=look.id,
                client_id=look.client_id,
                message_id=look.message_id,
                pieces=list(look.pieces),
                note=look.note,
                composed_by=look.composed_by,
                composed_at=look.composed_at,
                sent_at=look.sent_at,
            )
        )

    def get(self, look_id: str) -> Look | None:
        return next(iter(self._all(_LOOKS.where(looks.c.id == look_id))), None)

    def lock(self, look_id: str) -> Look | None:
        self._connection.execute(select(looks.c.id).where(looks.c.id == look_id).with_for_update())
        return self.get(look_id)

    def unsent(self, newest: int, client_id: str | None) -> list[Look]:
        unsent = looks.c.message_id.is_(None)
        order = (looks.c.composed_at.desc(), looks.c.id)
        latest = select(looks.c.id).where(unsent).order_by(*order).limit(newest)
        wanted: ColumnElement[bool] = looks.c.id.in_(latest)
        if client_id is not None:
            wanted = or_(wanted, looks.c.client_id == client_id)
        return self._all(_NEWEST.where(unsent, wanted))

    def of_client(self, client_id: str) -> list[Look]:
        hers = or_(looks.c.client_id == client_id, conversations.c.client_id == client_id)
        return self._all(_NEWEST.where(hers))

    def in_conversation(self, conversation_id: str) -> list[Look]:
        return self._all(_NEWEST.where(messages.c.conversation_id == conversation_id))

    def change(self, look: Look) -> None:
        self._set(
            look.id,
            pieces=list(look.pieces),
            note=look.note,
            client_id=look.client_id,
            composed_at=look.composed_at,
        )

    def sent(self, look_id: str, message_id: str, client_id: str | None, at: datetime) -> None:
        self._set(look_id, message_id=message_id, client_id=client_id, sent_at=at)

    def discard(self, look_id: str) -> None:
        self._connection.execute(delete(looks).where(looks.c.id == look_id))

    def react(self, look_id: str, reaction: Reaction) -> None:
        self.take_back(look_id, reaction.piece)
        self._connection.execute(
            look_reactions.insert().values(
                look_id=look_id,
                piece=reaction.piece,
                verdict=reaction.verdict,
                word=reaction.word,
                at=reaction.at,
                entry_id=reaction.entry_id,
            )
        )

    def take_back(self, look_id: str, piece: str) -> None:
        this = (look_reactions.c.look_id == look_id) & (look_reactions.c.piece == piece)
        self._connection.execute(delete(look_reactions).where(this))

    def _set(self, look_id: str, **values: Any) -> None:
        self._connection.execute(update(looks).where(looks.c.id == look_id).values(**values))

    def _all(self, query: Select[Any]) -> list[Look]:
        rows = self._connection.execute(query).all()
        reactions = self._reactions([row.id for row in rows])
        return [_look(row, tuple(reactions.get(row.id, ()))) for row in rows]

    def _reactions(self, ids: Sequence[str]) -> dict[str, list[Reaction]]:
        found: dict[str, list[Reaction]] = {}
        if not ids:
            return found
        query = select(look_reactions).where(look_reactions.c.look_id.in_(ids))
        for row in self._connection.execute(query.order_by(look_reactions.c.at)):
            found.setdefault(row.look_id, []).append(_reaction(row))
        return found


_LOOKS = (
    select(looks, staff.c.name.label("composer"), messages.c.conversation_id)
    .join(staff, staff.c.id == looks.c.composed_by)
    .join(messages, messages.c.id == looks.c.message_id, isouter=True)
    .join(conversations, conversations.c.id == messages.c.conversation_id, isouter=True)
)
_NEWEST = _LOOKS.order_by(looks.c.composed_at.desc(), looks.c.id)


def _look(row: Row[Any], reactions: tuple[Reaction, ...]) -> Look:
    return Look(
        id=row.id,
        pieces=tuple(row.pieces),
        note=row.note,
        composed_by=row.composed_by,
        composer=row.composer,
        composed_at=row.composed_at,
        client_id=row.client_id,
        message_id=row.message_id,
        conversation_id=row.conversation_id,
        sent_at=row.sent_at,
        reactions=reactions,
    )


def _reaction(row: Row[Any]) -> Reaction:
    return Reaction(row.piece, Verdict(row.verdict), row.at, row.word, row.entry_id)
