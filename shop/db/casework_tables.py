"""Tables of appointments, and of cases with their evidence; they belong to those of `tables`."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, text

from shop.db.columns import ID, SHORT, Json, Number, UtcDateTime
from shop.db.tables import metadata

_STANDS = text("state = 'booked'")

appointments = Table(
    "appointments",
    metadata,
    Column("id", ID, primary_key=True),
    Column("salon", SHORT, nullable=False),
    Column("starts_at", UtcDateTime, nullable=False, index=True),
    Column("place", Integer, nullable=False),
    Column("state", SHORT, nullable=False),
    Column("purpose", SHORT, nullable=False),
    Column("pieces", Json, nullable=False),
    Column("wish", Text, nullable=False),
    Column("client_id", ID, ForeignKey("clients.id", ondelete="CASCADE"), index=True),
    Column("guest", SHORT, nullable=False),
    Column("conversation_id", ID, ForeignKey("conversations.id", ondelete="SET NULL"), index=True),
    Column("made_at", UtcDateTime, nullable=False),
    Column("made_by", SHORT, nullable=False),
    Column("changes", Integer, nullable=False),
    Column("reminded_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Column("outcome", Text, nullable=False),
    Index(
        "uq_appointments_one_place",
        "salon",
        "starts_at",
        "place",
        unique=True,
        sqlite_where=_STANDS,
        postgresql_where=_STANDS,
    ),
    Index(
        "uq_appointments_one_client",
        "client_id",
        "starts_at",
        unique=True,
        sqlite_where=_STANDS,
        postgresql_where=_STANDS,
    ),
)

cases = Table(
    "cases",
    metadata,
    Column("id", ID, primary_key=True),
    Column("kind", SHORT, nullable=False),
    Column("state", SHORT, nullable=False),
    Column("facts", Json, nullable=False),
    Column("entitlement", Json, nullable=False),
    Column("client_id", ID, ForeignKey("clients.id", ondelete="CASCADE"), index=True),
    Column("conversation_id", ID, ForeignKey("conversations.id", ondelete="SET NULL"), index=True),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("opened_by", SHORT, nullable=False),
    Column("due", UtcDateTime),
    Column("asked", Text, nullable=False),
    Column("verdict", SHORT, nullable=False),
    Column("decision", Text, nullable=False),
    Column("decided_at", UtcDateTime),
    Column("decided_by", SHORT, nullable=False),
    Column("closed_at", UtcDateTime),
    Index(None, "state", "due"),
)

case_evidence = Table(
    "case_evidence",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("case_id", ID, ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("by", SHORT, nullable=False),
    Column("kind", SHORT, nullable=False),
    Column("note", Text, nullable=False),
    Column("message_id", ID, ForeignKey("messages.id", ondelete="SET NULL"), index=True),
)
