"""The tables of people, conversations and the journal; those of one matter stand in `*_tables`.

A change in any of them needs a new, numbered migration: a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from shop.db.columns import ID, SHORT, Json, Number, UtcDateTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

staff = Table(
    "staff",
    metadata,
    Column("id", ID, primary_key=True),
    Column("login", SHORT, nullable=False, unique=True),
    Column("name", SHORT, nullable=False),
    Column("role", SHORT, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("disabled_at", UtcDateTime),
)

staff_sessions = Table(
    "staff_sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("staff_id", ID, ForeignKey("staff.id"), nullable=False, index=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
)

failed_sign_ins = Table(
    "failed_sign_ins",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("login", SHORT, nullable=False),
    Column("address", SHORT, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "login", "at"),
    Index(None, "address", "at"),
)

clients = Table(
    "clients",
    metadata,
    Column("id", ID, primary_key=True),
    Column("name", SHORT, nullable=False),
    Column("tier", SHORT, nullable=False),
    Column("language", String(2), nullable=False),
    Column("sizes", Json, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

presence = Table(
    "presence",
    metadata,
    Column("staff_id", ID, ForeignKey("staff.id"), primary_key=True),
    Column("seen_at", UtcDateTime, nullable=False),
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", ID, primary_key=True),
    Column("visitor_id", SHORT, nullable=False),
    Column("client_id", ID, ForeignKey("clients.id")),
    Column("lang", String(2), nullable=False),
    Column("holder", SHORT, nullable=False),
    Column("staff_id", ID, ForeignKey("staff.id")),
    Column("last_seq", Integer, nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("last_at", UtcDateTime, nullable=False),
    Column("tokens_in", Integer, nullable=False, server_default="0"),
    Column("tokens_out", Integer, nullable=False, server_default="0"),
    Column("read_by_client", Integer, nullable=False, server_default="0"),
    Column("read_by_house", Integer, nullable=False, server_default="0"),
    Index(None, "visitor_id", "last_at"),
    Index(None, "client_id", "last_at"),
    Index(None, "staff_id"),
)

messages = Table(
    "messages",
    metadata,
    Column("id", ID, primary_key=True),
    Column("conversation_id", ID, ForeignKey("conversations.id"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("author", SHORT, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("lang", String(2), nullable=False),
    Column("staff_name", SHORT, nullable=False),
    Column("behaviour", SHORT),
    Column("sentences", Json, nullable=False),
    Column("citations", Json, nullable=False),
    Column("cards", Json, nullable=False),
    Column("attachments", Json, nullable=False),
    Column("mode", SHORT, nullable=False),
    Column("remark", Text, nullable=False),
    Column("helpful", Boolean),
    Column("rating_reason", Text, nullable=False, server_default=""),
    Column("rated_at", UtcDateTime),
    Column("request_id", SHORT),
    Column("drafted", SHORT, nullable=False, server_default=""),
    UniqueConstraint("conversation_id", "seq"),
    UniqueConstraint("conversation_id", "author", "request_id"),
    Index(None, "at"),
)

turns = Table(
    "turns",
    metadata,
    Column("id", ID, primary_key=True),
    Column("conversation_id", ID, ForeignKey("conversations.id"), nullable=False, index=True),
    Column("message_id", ID, ForeignKey("messages.id"), nullable=False, unique=True),
    Column("answer_id", ID, ForeignKey("messages.id")),
    Column("state", SHORT, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("began_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Column("lease_until", UtcDateTime),
    Column("runner", Text, nullable=False, server_default=""),
    Column("why", Text, nullable=False, server_default=""),
    Index(None, "state", "created_at"),
)

_IS_OPEN = text("state IN ('waiting', 'claimed')")

handoffs = Table(
    "handoffs",
    metadata,
    Column("id", ID, primary_key=True),
    Column("conversation_id", ID, ForeignKey("conversations.id"), nullable=False, index=True),
    Column("lane", SHORT, nullable=False),
    Column("reason", SHORT, nullable=False),
    Column("state", SHORT, nullable=False, index=True),
    Column("created_at", UtcDateTime, nullable=False, index=True),
    Column("due", UtcDateTime, nullable=False),
    Column("note_only", Boolean, nullable=False),
    Column("tier", SHORT),
    Column("staff_id", ID, ForeignKey("staff.id")),
    Column("claimed_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Column("outcome", Text, nullable=False, server_default=""),
    Column("queued_at", UtcDateTime),
    Column("owed_since", UtcDateTime),
    Column("first_due", UtcDateTime),
    Column("first_reply_at", UtcDateTime),
    Column("warned_at", UtcDateTime),
    Column("escalated_at", UtcDateTime),
    Index(
        "uq_handoffs_one_open",
        "conversation_id",
        unique=True,
        sqlite_where=_IS_OPEN,
        postgresql_where=_IS_OPEN,
    ),
)

secrets = Table(
    "secrets",
    metadata,
    Column("name", SHORT, primary_key=True),
    Column("value", Text, nullable=False),
)

journal = Table(
    "journal",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", SHORT, nullable=False),
    Column("verb", SHORT, nullable=False),
    Column("subject", String(120), nullable=False, index=True),
    Column("detail", Json, nullable=False),
    Column("topics", Json, nullable=False),
    Column("origin", ID, nullable=False),  # the store instance that wrote: it has rung already
)
