"""The client book: what is known of a client, each line with its source and its date."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.String(32)
SHORT = sa.String(80)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "book_entries",
        sa.Column("id", ID, nullable=False),
        sa.Column("client_id", ID, nullable=False),
        sa.Column("kind", SHORT, nullable=False),
        sa.Column("label", SHORT, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("piece", SHORT, nullable=False),
        sa.Column("day", sa.Date()),
        sa.Column("yearly", sa.Boolean(), nullable=False),
        sa.Column("channel", SHORT, nullable=False),
        sa.Column("said_by", SHORT, nullable=False),
        sa.Column("said_at", MOMENT, nullable=False),
        sa.Column("conversation_id", ID),
        sa.Column("message_id", ID),
        sa.Column("seq", sa.Integer()),
        sa.Column("kept_at", MOMENT, nullable=False),
        sa.Column("kept_by", SHORT, nullable=False),
        sa.Column("corrects", ID),
        sa.Column("ended_at", MOMENT),
        sa.Column("ended_by", SHORT, nullable=False, server_default=""),
        sa.Column("wrote_on", sa.Date()),
        sa.PrimaryKeyConstraint("id", name="pk_book_entries"),
        _hangs_on("client_id", "clients", "CASCADE"),
        _hangs_on("conversation_id", "conversations", "SET NULL"),
        _hangs_on("message_id", "messages", "SET NULL"),
    )
    for column in ("client_id", "conversation_id", "message_id"):
        op.create_index(f"ix_book_entries_{column}", "book_entries", [column])


def _hangs_on(column: str, table: str, gone: str) -> sa.ForeignKeyConstraint:
    name = f"fk_book_entries_{column}_{table}"
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=name, ondelete=gone)


def downgrade() -> None:
    raise NotImplementedError("Restore a copy of the database instead.")
