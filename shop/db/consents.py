"""What clients agreed to, in the database."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, select

from shop.db.consent_tables import brief_answers, brief_settings


class SqlConsents:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def wants_to_be_asked(self, client_id: str) -> bool:
        query = select(brief_settings.c.ask_first).where(brief_settings.c.client_id == client_id)
        return bool(self._connection.execute(query).scalar_one_or_none())

    def ask_first(self, client_id: str, ask: bool, at: datetime) -> None:
        self._put(brief_settings, {"client_id": client_id}, {"ask_first": ask, "at": at})

    def answer(self, conversation_id: str) -> bool | None:
        of_it = brief_answers.c.conversation_id == conversation_id
        found = self._connection.execute(select(brief_answers.c.agreed).where(of_it))
        answer: bool | None = found.scalar_one_or_none()
        return answer

    def answered(self, conversation_id: str, agreed: bool, at: datetime) -> None:
        key = {"conversation_id": conversation_id}
        self._put(brief_answers, key, {"agreed": agreed, "at": at})

    def _put(self, table: Table, key: dict[str, str], values: dict[str, Any]) -> None:
        """The transaction writes alone, or after locking what the row belongs to."""
        is_it = [table.c[name] == value for name, value in key.items()]
        changed = self._connection.execute(table.update().where(*is_it).values(**values))
        if not changed.rowcount:
            self._connection.execute(table.insert().values(**key, **values))
