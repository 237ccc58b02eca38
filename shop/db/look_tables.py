"""Tables of looks and of what clients thought of them; they belong to those of `tables`."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Table, Text

from shop.db.columns import ID, SHORT, Json, UtcDateTime
from shop.db.tables import metadata

looks = Table(
    "looks",
    metadata,
    Column("id", ID, primary_key=True),
    Column("client_id", ID, ForeignKey("clients.id", ondelete="CASCADE"), index=True),
    Column("message_id", ID, ForeignKey("messages.id", ondelete="CASCADE"), unique=True),
    Column("pieces", Json, nullable=False),
    Column("note", Text, nullable=False),
    Column("composed_by", ID, ForeignKey("staff.id"), nullable=False, index=True),
    Column("composed_at", UtcDateTime, nullable=False),
    Column("sent_at", UtcDateTime),
)

look_reactions = Table(
    "look_reactions",
    metadata,
    Column("look_id", ID, ForeignKey("looks.id", ondelete="CASCADE"), primary_key=True),
    Column("piece", SHORT, primary_key=True),  # empty: of the whole look
    Column("verdict", SHORT, nullable=False),
    Column("word", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("entry_id", ID, ForeignKey("book_entries.id", ondelete="SET NULL"), index=True),
)
