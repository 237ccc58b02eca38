"""Turns in the database. Each step is one conditional update: only one process can take it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, Update, bindparam, exists, or_, select, update

from shop.conversations import Turn, TurnState
from shop.db.tables import turns

# Every turn asks these: to build a statement costs more than to run it.
_BY_ID = select(turns).where(turns.c.id == bindparam("turn_id"))
_ADD = turns.insert()


class SqlTurns:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, turn: Turn) -> None:
        values = {
            "id": turn.id,
            "conversation_id": turn.conversation_id,
            "message_id": turn.message_id,
            "state": turn.state,
            "created_at": turn.created_at,
        }
        self._connection.execute(_ADD, values)

    def get(self, turn_id: str) -> Turn | None:
        row = self._connection.execute(_BY_ID, {"turn_id": turn_id}).first()
        return _turn(row) if row else None

    def of_message(self, message_id: str) -> Turn | None:
        return self._one(select(turns).where(turns.c.message_id == message_id))

    def in_state(self, *states: TurnState) -> list[Turn]:
        wanted = select(turns).where(turns.c.state.in_(states))
        rows = self._connection.execute(wanted.order_by(turns.c.created_at, turns.c.id))
        return [_turn(row) for row in rows]

    def neglected(self, before: datetime) -> list[str]:
        """The first pending one of each conversation, in the order in which they were asked."""
        earlier = turns.alias("earlier")
        is_first = ~exists().where(
            earlier.c.conversation_id == turns.c.conversation_id,
            earlier.c.state.in_((TurnState.PENDING, TurnState.RUNNING)),
            earlier.c.id != turns.c.id,
            or_(earlier.c.state == TurnState.RUNNING, earlier.c.created_at < turns.c.created_at),
        )
        query = select(turns.c.id).where(
            turns.c.state == TurnState.PENDING, turns.c.created_at < before, is_first
        )
        return list(self._connection.execute(query.order_by(turns.c.created_at)).scalars())

    def start(self, turn_id: str, runner: str, at: datetime, lease_until: datetime) -> bool:
        return self._changed(
            update(turns)
            .where(turns.c.id == turn_id, turns.c.state == TurnState.PENDING)
            .values(state=TurnState.RUNNING, runner=runner, began_at=at, lease_until=lease_until)
        )

    def put_back(self, turn_id: str, runner: str) -> bool:
        return self._changed(
            update(turns)
            .where(
                turns.c.id == turn_id,
                turns.c.state == TurnState.RUNNING,
                turns.c.runner == runner,
            )
            .values(state=TurnState.PENDING, runner="", lease_until=None)
        )

    def end(
        self,
        turn_id: str,
        state: TurnState,
        at: datetime,
        answer_id: str | None = None,
        why: str = "",
    ) -> None:
        self._connection.execute(
            update(turns)
            .where(turns.c.id == turn_id)
            .values(state=state, ended_at=at, answer_id=answer_id, why=why)
        )

    def withdraw_pending(self, conversation_id: str, at: datetime) -> int:
        withdrawn = self._connection.execute(
            update(turns)
            .where(turns.c.conversation_id == conversation_id, turns.c.state == TurnState.PENDING)
            .values(state=TurnState.WITHDRAWN, ended_at=at)
        )
        return withdrawn.rowcount

    def _one(self, query: Select[Any]) -> Turn | None:
        row = self._connection.execute(query).first()
        return _turn(row) if row else None

    def _changed(self, change: Update) -> bool:
        return self._connection.execute(change).rowcount == 1


def _turn(row: Row[Any]) -> Turn:
    return Turn(
        id=row.id,
        conversation_id=row.conversation_id,
        message_id=row.message_id,
        state=TurnState(row.state),
        created_at=row.created_at,
        runner=row.runner,
        lease_until=row.lease_until,
        answer_id=row.answer_id,
    )
