"""Tables of the desk's own tools; they belong to those of `tables`."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from shop.db.columns import ID, SHORT, UtcDateTime
from shop.db.tables import metadata

snippets = Table(
    "snippets",
    metadata,
    Column("id", ID, primary_key=True),
    Column("name", SHORT, nullable=False),
    Column("zh", Text, nullable=False),
    Column("en", Text, nullable=False),
    Column("written_at", UtcDateTime, nullable=False),
    Column("written_by", SHORT, nullable=False),
    Column("removed_at", UtcDateTime),
)

notes = Table(
    "notes",
    metadata,
    Column("id", ID, primary_key=True),
    Column(
        "conversation_id",
        ID,
        ForeignKey("conversations.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("after_seq", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("staff_id", ID, ForeignKey("staff.id"), nullable=False),
)
