"""Scores in the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select, update

from shop.db.score_tables import scores
from shop.db.tables import handoffs
from shop.handoffs import HandoffState


class SqlScores:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def closed_last(self, conversation_id: str) -> str | None:
        query = (
            select(handoffs.c.id)
            .where(
                handoffs.c.conversation_id == conversation_id,
                handoffs.c.state == HandoffState.CLOSED,
            )
            .order_by(handoffs.c.ended_at.desc())
            .limit(1)
        )
        found: str | None = self._connection.execute(query).scalar_one_or_none()
        return found

    def of(self, handoff_id: str) -> int | None:
        query = select(scores.c.score).where(scores.c.handoff_id == handoff_id)
        found: int | None = self._connection.execute(query).scalar_one_or_none()
        return found

    def put(self, handoff_id: str, score: int, at: datetime) -> None:
        changed = self._connection.execute(
            update(scores).where(scores.c.handoff_id == handoff_id).values(score=score, at=at)
        )
        if not changed.rowcount:
            given = {"handoff_id": handoff_id, "score": score, "at": at}
            self._connection.execute(scores.insert().values(**given))
