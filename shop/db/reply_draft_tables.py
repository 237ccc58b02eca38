"""The table of what AI drafted for staff to send; it belongs to those of `tables`."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from shop.db.columns import ID, SHORT, Json, UtcDateTime
from shop.db.tables import metadata

reply_drafts = Table(
    "reply_drafts",
    metadata,
    Column("id", ID, primary_key=True),
    Column(
        "conversation_id",
        ID,
        ForeignKey("conversations.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("kind", SHORT, nullable=False),
    Column("answers", Integer, nullable=False),
    Column("asked_by", ID, ForeignKey("staff.id"), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("text", Text, nullable=False),
    Column("lang", String(2), nullable=False),
    Column("behaviour", SHORT),
    Column("sentences", Json, nullable=False),
    Column("citations", Json, nullable=False),
    Column("nearest", Json, nullable=False),
    Column("ledger", Json, nullable=False),
    Column("mode", SHORT, nullable=False),
    Column("remark", Text, nullable=False),
    Column("message_id", ID, ForeignKey("messages.id", ondelete="SET NULL"), index=True),
)
