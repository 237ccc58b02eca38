"""Tables of what clients agreed to; they belong to those of `tables`."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Table

from shop.db.columns import ID, UtcDateTime
from shop.db.tables import metadata

brief_settings = Table(
    "brief_settings",
    metadata,
    Column("client_id", ID, ForeignKey("clients.id", ondelete="CASCADE"), primary_key=True),
    Column("ask_first", Boolean, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

brief_answers = Table(
    "brief_answers",
    metadata,
    Column(
        "conversation_id",
        ID,
        ForeignKey("conversations.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("agreed", Boolean, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)
