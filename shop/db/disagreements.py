"""Sources that disagree, in the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from shop.db.proof_tables import disagreements
from shop.db.tables import messages
from shop.disagreements import Disagreement, OpenDisagreement
from shop.ids import new_id


class SqlDisagreements:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, what: Disagreement, message_id: str, at: datetime) -> bool:
        """One statement: two answers at once may find the same pair, and both must be kept."""
        on_postgres = self._connection.dialect.name == "postgresql"
        insert = postgresql.insert if on_postgres else sqlite.insert
        added = self._connection.execute(
            insert(disagreements)
            .values(
                id=new_id(),
                said=what.said,
                unsaid=what.unsaid,
                said_quote=what.said_quote,
                unsaid_quote=what.unsaid_quote,
                message_id=message_id,
                at=at,
            )
            .on_conflict_do_nothing(index_elements=["said", "unsaid"])
        )
        return added.rowcount == 1

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
