"""Conversations in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Select,
    bindparam,
    case,
    delete,
    exists,
    or_,
    select,
    update,
)

from shop.cases import CaseState
from shop.conversations import Author, Conversation, Holder, TurnState
from shop.db.casework_tables import cases
from shop.db.tables import conversations, handoffs, messages, staff, turns
from shop.handoffs import HandoffState
from shop.language import Lang

_OPEN = (HandoffState.WAITING, HandoffState.CLAIMED)
_UNANSWERED = (TurnState.PENDING, TurnState.RUNNING)


class SqlConversations:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, conversation: Conversation) -> None:
        self._connection.execute(
            conversations.insert().values(
                id=conversation.id,
                visitor_id=conversation.visitor_id,
                client_id=conversation.client_id,
                lang=conversation.lang,
                holder=conversation.holder,
                staff_id=conversation.staff_id,
                last_seq=0,
                opened_at=conversation.opened_at,
                last_at=conversation.opened_at,
            )
        )

    def get(self, conversation_id: str) -> Conversation | None:
        return self._one(_BY_ID, conversation=conversation_id)

    def lock(self, conversation_id: str) -> Conversation | None:
        return self._one(_LOCKED, conversation=conversation_id)

    def current(
        self, visitor_id: str, client_id: str | None, closed_after: datetime
    ) -> Conversation | None:
        table = conversations.c
        owned = (
            table.client_id == client_id
            if client_id
            else (table.visitor_id == visitor_id) & table.client_id.is_(None)
        )
        shown = or_(table.holder != Holder.CLOSED, table.last_at > closed_after)
        with_people = case((table.holder.in_((Holder.PERSON, Holder.QUEUE)), 0), else_=1)
        return self._one(
            _query().where(owned, shown).order_by(with_people, table.last_at.desc()).limit(1)
        )

    def hold(self, conversation_id: str, holder: Holder, staff_id: str | None = None) -> None:
        self._connection.execute(
            update(conversations)
            .where(conversations.c.id == conversation_id)
            .values(holder=holder, staff_id=staff_id)
        )

    def speak(self, conversation_id: str, lang: Lang) -> None:
        self._connection.execute(
            update(conversations).where(conversations.c.id == conversation_id).values(lang=lang)
        )

    def spend(self, conversation_id: str, tokens_in: int, tokens_out: int) -> None:
        if not tokens_in and not tokens_out:
            return
        table = conversations.c
        self._connection.execute(
            update(conversations)
            .where(table.id == conversation_id)
            .values(
                tokens_in=table.tokens_in + tokens_in,
                tokens_out=table.tokens_out + tokens_out,
            )
        )

    def read(self, conversation_id: str, by_client: bool, seq: int) -> bool:
        table = conversations.c
        column = table.read_by_client if by_client else table.read_by_house
        forward = update(conversations).where(
            table.id == conversation_id, column < seq, table.last_seq >= seq
        )
        return self._connection.execute(forward.values({column: seq})).rowcount > 0

    def adopt(self, visitor_id: str, client_id: str) -> list[str]:
        spoke = exists().where(
            messages.c.conversation_id == conversations.c.id,
            messages.c.author == Author.SHOPPER,
        )
        adopted = self._connection.execute(
            update(conversations)
            .where(
                conversations.c.visitor_id == visitor_id,
                conversations.c.client_id.is_(None),
                spoke,
            )
            .values(client_id=client_id)
            .returning(conversations.c.id)
        )
        return list(adopted.scalars())

    def held_by(self, staff_id: str) -> list[Conversation]:
        held = _query().where(
            conversations.c.staff_id == staff_id, conversations.c.holder == Holder.PERSON
        )
        return self._all(held.order_by(conversations.c.opened_at))

    def over(self, before: datetime, limit: int) -> list[str]:
        old = _over(before).order_by(conversations.c.last_at).limit(limit)
        return list(self._connection.execute(old).scalars())

    def is_over(self, conversation_id: str, before: datetime) -> bool:
        query = _over(before).where(conversations.c.id == conversation_id)
        return self._connection.execute(query).first() is not None

    def erase(self, conversation_id: str) -> None:
        for table in (turns, handoffs, messages):  # proofs go with their messages
            gone = delete(table).where(table.c.conversation_id == conversation_id)
            self._connection.execute(gone)
        gone = delete(conversations).where(conversations.c.id == conversation_id)
        self._connection.execute(gone)

    def _one(self, query: Select[Any], **asked: str) -> Conversation | None:
        return next(iter(self._all(query, **asked)), None)

    def _all(self, query: Select[Any], **asked: str) -> list[Conversation]:
        rows = self._connection.execute(query, asked).all()
        unanswered = self._unanswered([row.id for row in rows])
        return [_conversation(row, unanswered.get(row.id, ())) for row in rows]

    def _unanswered(self, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        if not ids:
            return found
        for conversation_id, turn_id in self._connection.execute(_WAITING, {"ids": ids}):
            found[conversation_id] = (*found.get(conversation_id, ()), turn_id)
        return found


def _query() -> Select[Any]:
    return select(conversations, staff.c.name.label("staff_name")).join(
        staff, staff.c.id == conversations.c.staff_id, isouter=True
    )


def _over(before: datetime) -> Select[Any]:
    with_people = exists().where(
        handoffs.c.conversation_id == conversations.c.id, handoffs.c.state.in_(_OPEN)
    )
    in_a_case = exists().where(
        cases.c.conversation_id == conversations.c.id, cases.c.state != CaseState.CLOSED
    )
    return select(conversations.c.id).where(
        conversations.c.last_at < before,
        conversations.c.holder.in_((Holder.ADVISOR, Holder.CLOSED)),
        ~with_people,
        ~in_a_case,
    )


# Every turn asks these: to build a statement costs more than to run it.
_BY_ID = _query().where(conversations.c.id == bindparam("conversation"))
_LOCKED = _BY_ID.with_for_update(of=conversations)
_WAITING = (
    select(turns.c.conversation_id, turns.c.id)
    .where(
        turns.c.conversation_id.in_(bindparam("ids", expanding=True)),
        turns.c.state.in_(_UNANSWERED),
    )
    .order_by(turns.c.created_at, turns.c.id)
)


def _conversation(row: Row[Any], pending: tuple[str, ...]) -> Conversation:
    lang: Lang = row.lang
    return Conversation(
        id=row.id,
        visitor_id=row.visitor_id,
        client_id=row.client_id,
        lang=lang,
        holder=Holder(row.holder),
        opened_at=row.opened_at,
        staff_id=row.staff_id,
        staff_name=row.staff_name or "",
        pending_turns=pending,
        tokens_in=row.tokens_in,
        tokens_out=row.tokens_out,
        read_by_client=row.read_by_client,
        read_by_house=row.read_by_house,
    )
