"""The table of the client book; it belongs to those of `tables`."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, Table, Text

from shop.db.columns import ID, SHORT, UtcDateTime
from shop.db.tables import metadata

book_entries = Table(
    "book_entries",
    metadata,
    Column("id", ID, primary_key=True),
    Column(
        "client_id", ID, ForeignKey("clients.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("kind", SHORT, nullable=False),
    Column("label", SHORT, nullable=False),
    Column("value", Text, nullable=False),
    Column("piece", SHORT, nullable=False),
    Column("day", Date),
    Column("yearly", Boolean, nullable=False),
    Column("channel", SHORT, nullable=False),
    Column("said_by", SHORT, nullable=False),
    Column("said_at", UtcDateTime, nullable=False),
    Column("conversation_id", ID, ForeignKey("conversations.id", ondelete="SET NULL"), index=True),
    Column("message_id", ID, ForeignKey("messages.id", ondelete="SET NULL"), index=True),
    Column("seq", Integer),
    Column("kept_at", UtcDateTime, nullable=False),
    Column("kept_by", SHORT, nullable=False),
    Column("corrects", ID),
    Column("ended_at", UtcDateTime),
    Column("ended_by", SHORT, nullable=False, server_default=""),
    Column("wrote_on", Date),
)
