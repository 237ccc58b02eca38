"""Table of the scores that clients give after a close; it belongs to those of `tables`."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Table

from shop.db.columns import ID, UtcDateTime
from shop.db.tables import metadata

scores = Table(
    "scores",
    metadata,
    Column("handoff_id", ID, ForeignKey("handoffs.id", ondelete="CASCADE"), primary_key=True),
    Column("score", Integer, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)
