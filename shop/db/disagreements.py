"""Sources that disagree, in the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, exists, select, update

from shop.db.tables import disagreements, messages
from shop.disagreements import Disagreement, OpenDisagreement
from shop.ids import new_id


class SqlDisagreements:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, what: Disagreement, message_id: str, at: datetime) -> bool:
        known = (disagreements.c.said == what.said) & (disagreements.c.unsaid == what.unsaid)
        if self._connection.execute(select(exists().where(known))).scalar():
            return False
        self._connection.execute(
            disagreements.insert().values(
                id=new_id(),
                said=what.said,
                unsaid=what.unsaid,
                said_quote=what.said_quote,
                unsaid_quote=what.unsaid_quote,
                message_id=message_id,
                at=at,
            )
        )
        return True

    def open(self) -> list[OpenDisagreement]:
        query = (
            select(disagreements, messages.c.text.label("question"))
            .outerjoin(messages, messages.c.id == disagreements.c.message_id)
            .where(disagreements.c.settled_at.is_(None))
            .order_by(disagreements.c.at.desc())
        )
        return [
            OpenDisagreement(
                row.id,
                Disagreement(row.said, row.unsaid, row.said_quote, row.unsaid_quote),
                row.at,
                row.question or "",
            )
            for row in self._connection.execute(query)
        ]

    def settle(self, disagreement_id: str, by: str, at: datetime) -> bool:
        waiting = disagreements.c.settled_at.is_(None)
        settled = self._connection.execute(
            update(disagreements)
            .where(disagreements.c.id == disagreement_id, waiting)
            .values(settled_at=at, settled_by=by)
        )
        return settled.rowcount == 1
