"""The tables of the first house: people, conversations, knowledge, journal.

A migration that was released never changes; what comes later is a new number. There is no way
back but a copy of the database: dropping a table would lose what people wrote.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.String(32)
SHORT = sa.String(80)
MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(JSONB(), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _articles()
    _clients()
    _failed_sign_ins()
    _journal()
    _secrets()
    _staff()
    _conversations()
    _revisions()
    _staff_sessions()
    _handoffs()
    _messages()
    _turns()


def downgrade() -> None:
    raise NotImplementedError("Restore a copy of the database instead.")


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.String(120), nullable=False),
        sa.Column("topic", SHORT, nullable=False),
        sa.Column("title_zh", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
    )


def _clients() -> None:
    op.create_table(
        "clients",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", SHORT, nullable=False),
        sa.Column("tier", SHORT, nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("sizes", JSON, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_clients"),
    )


def _failed_sign_ins() -> None:
    op.create_table(
        "failed_sign_ins",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("login", SHORT, nullable=False),
        sa.Column("address", SHORT, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_failed_sign_ins"),
    )
    op.create_index("ix_failed_sign_ins_address_at", "failed_sign_ins", ["address", "at"])
    op.create_index("ix_failed_sign_ins_login_at", "failed_sign_ins", ["login", "at"])


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", SHORT, nullable=False),
        sa.Column("verb", SHORT, nullable=False),
        sa.Column("subject", sa.String(120), nullable=False),
        sa.Column("detail", JSON, nullable=False),
        sa.Column("topics", JSON, nullable=False),
        sa.Column("origin", ID, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_journal"),
    )
    op.create_index("ix_journal_subject", "journal", ["subject"])


def _secrets() -> None:
    op.create_table(
        "secrets",
        sa.Column("name", SHORT, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_secrets"),
    )


def _staff() -> None:
    op.create_table(
        "staff",
        sa.Column("id", ID, nullable=False),
        sa.Column("login", SHORT, nullable=False),
        sa.Column("name", SHORT, nullable=False),
        sa.Column("role", SHORT, nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("disabled_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("login", name="uq_staff_login"),
    )


def _conversations() -> None:
    op.create_table(
        "conversations",
        sa.Column("id", ID, nullable=False),
        sa.Column("visitor_id", SHORT, nullable=False),
        sa.Column("client_id", ID),
        sa.Column("lang", sa.String(2), nullable=False),
        sa.Column("holder", SHORT, nullable=False),
        sa.Column("staff_id", ID),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("last_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_conversations"),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name="fk_conversations_client_id_clients"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_conversations_staff_id_staff"),
    )
    op.create_index("ix_conversations_client_id_last_at", "conversations", ["client_id", "last_at"])
    op.create_index("ix_conversations_staff_id", "conversations", ["staff_id"])
    op.create_index(
        "ix_conversations_visitor_id_last_at", "conversations", ["visitor_id", "last_at"]
    )


def _revisions() -> None:
    op.create_table(
        "revisions",
        sa.Column("article_id", sa.String(120), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", SHORT, nullable=False),
        sa.Column("markdown", sa.Text(), nullable=False),
        sa.Column("author", SHORT, nullable=False),
        sa.Column("author_id", SHORT, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("from_house", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "number", name="pk_revisions"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_revisions_article_id_articles"
        ),
    )
    these = sa.text("state = 'published'")
    op.create_index(
        "uq_revisions_one_published",
        "revisions",
        ["article_id"],
        unique=True,
        sqlite_where=these,
        postgresql_where=these,
    )


def _staff_sessions() -> None:
    op.create_table(
        "staff_sessions",
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_staff_sessions"),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name="fk_staff_sessions_staff_id_staff"
        ),
    )
    op.create_index("ix_staff_sessions_expires_at", "staff_sessions", ["expires_at"])
    op.create_index("ix_staff_sessions_staff_id", "staff_sessions", ["staff_id"])


def _handoffs() -> None:
    op.create_table(
        "handoffs",
        sa.Column("id", ID, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("lane", SHORT, nullable=False),
        sa.Column("reason", SHORT, nullable=False),
        sa.Column("state", SHORT, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("due", MOMENT, nullable=False),
        sa.Column("note_only", sa.Boolean(), nullable=False),
        sa.Column("tier", SHORT),
        sa.Column("staff_id", ID),
        sa.Column("claimed_at", MOMENT),
        sa.Column("ended_at", MOMENT),
        sa.Column("outcome", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_handoffs"),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_handoffs_conversation_id_conversations",
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_handoffs_staff_id_staff"),
    )
    op.create_index("ix_handoffs_conversation_id", "handoffs", ["conversation_id"])
    op.create_index("ix_handoffs_state", "handoffs", ["state"])
    these = sa.text("state IN ('waiting', 'claimed')")
    op.create_index(
        "uq_handoffs_one_open",
        "handoffs",
        ["conversation_id"],
        unique=True,
        sqlite_where=these,
        postgresql_where=these,
    )


def _messages() -> None:
    op.create_table(
        "messages",
        sa.Column("id", ID, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("author", SHORT, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("lang", sa.String(2), nullable=False),
        sa.Column("staff_name", SHORT, nullable=False),
        sa.Column("behaviour", SHORT),
        sa.Column("sentences", JSON, nullable=False),
        sa.Column("citations", JSON, nullable=False),
        sa.Column("cards", JSON, nullable=False),
        sa.Column("attachments", JSON, nullable=False),
        sa.Column("mode", SHORT, nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("helpful", sa.Boolean()),
        sa.Column("rating_reason", sa.Text(), server_default="", nullable=False),
        sa.Column("rated_at", MOMENT),
        sa.Column("request_id", SHORT),
        sa.PrimaryKeyConstraint("id", name="pk_messages"),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_messages_conversation_id_conversations",
        ),
        sa.UniqueConstraint(
            "conversation_id",
            "author",
            "request_id",
            name="uq_messages_conversation_id_author_request_id",
        ),
        sa.UniqueConstraint("conversation_id", "seq", name="uq_messages_conversation_id_seq"),
    )


def _turns() -> None:
    op.create_table(
        "turns",
        sa.Column("id", ID, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("message_id", ID, nullable=False),
        sa.Column("answer_id", ID),
        sa.Column("state", SHORT, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("began_at", MOMENT),
        sa.Column("ended_at", MOMENT),
        sa.Column("lease_until", MOMENT),
        sa.Column("runner", sa.Text(), server_default="", nullable=False),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_turns"),
        sa.ForeignKeyConstraint(["answer_id"], ["messages.id"], name="fk_turns_answer_id_messages"),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name="fk_turns_conversation_id_conversations"
        ),
        sa.ForeignKeyConstraint(
            ["message_id"], ["messages.id"], name="fk_turns_message_id_messages"
        ),
        sa.UniqueConstraint("message_id", name="uq_turns_message_id"),
    )
    op.create_index("ix_turns_conversation_id", "turns", ["conversation_id"])
    op.create_index("ix_turns_state_created_at", "turns", ["state", "created_at"])
