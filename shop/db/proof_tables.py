"""Tables of what answers rest on: the ledger of their proof, and sources that disagree.

They belong to those of `tables`.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from shop.db.columns import ID, SHORT, Json, UtcDateTime
from shop.db.tables import metadata

proofs = Table(
    "proofs",
    metadata,
    Column("message_id", ID, ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    Column("mode", SHORT, nullable=False),
    Column("outcome", SHORT, nullable=False),
    Column("shown", Boolean, nullable=False),
    Column("why", SHORT, nullable=False),
    Column("detail", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("evidence", Json, nullable=False),
    Column("claims", Json, nullable=False),
)

disagreements = Table(
    "disagreements",
    metadata,
    Column("id", ID, primary_key=True),
    Column("said", String(255), nullable=False),
    Column("unsaid", String(255), nullable=False),
    Column("said_quote", Text, nullable=False),
    Column("unsaid_quote", Text, nullable=False),
    Column("message_id", ID, ForeignKey("messages.id", ondelete="SET NULL")),
    Column("at", UtcDateTime, nullable=False),
    Column("settled_at", UtcDateTime),
    Column("settled_by", SHORT, nullable=False, server_default=""),
    UniqueConstraint("said", "unsaid"),
)
