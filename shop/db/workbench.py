"""Snippets and internal notes in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, select, update

from shop.db.tables import staff
from shop.db.workbench_tables import notes, snippets
from shop.language import Bilingual
from shop.notes import Note
from shop.snippets import Snippet


class SqlSnippets:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Snippet]:
        return self._found(_STANDING.order_by(snippets.c.name, snippets.c.id))

    def get(self, snippet_id: str) -> Snippet | None:
        return next(iter(self._found(_STANDING.where(snippets.c.id == snippet_id))), None)

    def known(self) -> Sequence[str]:
        return self._connection.execute(select(snippets.c.id)).scalars().all()

    def put(self, snippet: Snippet) -> None:
        values = {
            "name": snippet.name,
            "zh": snippet.text.zh,
            "en": snippet.text.en,
            "written_at": snippet.at,
            "written_by": snippet.by,
            "removed_at": None,
        }
        this = snippets.c.id == snippet.id
        if not self._connection.execute(update(snippets).where(this).values(**values)).rowcount:
            self._connection.execute(snippets.insert().values(id=snippet.id, **values))

    def remove(self, snippet_id: str, at: datetime) -> None:
        this = update(snippets).where(snippets.c.id == snippet_id)
        self._connection.execute(this.values(removed_at=at))

    def _found(self, query: Select[Any]) -> list[Snippet]:
        return [_snippet(row) for row in self._connection.execute(query)]


class SqlNotes:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, note: Note) -> None:
        self._connection.execute(
            notes.insert().values(
                id=note.id,
                conversation_id=note.conversation_id,
                after_seq=note.after_seq,
                text=note.text,
                at=note.at,
                staff_id=note.staff_id,
            )
        )

    def get(self, note_id: str) -> Note | None:
        return next(iter(self._found(_NOTES.where(notes.c.id == note_id))), None)

    def of(self, conversation_id: str) -> list[Note]:
        theirs = _NOTES.where(notes.c.conversation_id == conversation_id)
        return self._found(theirs.order_by(notes.c.at, notes.c.id))

    def remove(self, note_id: str) -> None:
        self._connection.execute(delete(notes).where(notes.c.id == note_id))

    def _found(self, query: Select[Any]) -> list[Note]:
        return [_note(row) for row in self._connection.execute(query)]


_STANDING = select(snippets).where(snippets.c.removed_at.is_(None))
_NOTES = select(notes, staff.c.name.label("staff_name")).join(staff, staff.c.id == notes.c.staff_id)


def _snippet(row: Row[Any]) -> Snippet:
    return Snippet(row.id, row.name, Bilingual(row.zh, row.en), row.written_at, row.written_by)


def _note(row: Row[Any]) -> Note:
    return Note(
        row.id, row.conversation_id, row.after_seq, row.text, row.at, row.staff_id, row.staff_name
    )
