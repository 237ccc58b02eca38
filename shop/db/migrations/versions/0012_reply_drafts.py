"""What AI drafted for a personal shopper, and which messages were sent from it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ID = sa.String(32)
SHORT = sa.String(80)
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.add_column("messages", sa.Column("drafted", SHORT, server_default="", nullable=False))
    op.create_table(
        "reply_drafts",
        sa.Column("id", ID, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("kind", SHORT, nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("asked_by", ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("lang", sa.String(2), nullable=False),
        sa.Column("behaviour", SHORT),
        sa.Column("sentences", JSON, nullable=False),
        sa.Column("citations", JSON, nullable=False),
        sa.Column("nearest", JSON, nullable=False),
        sa.Column("ledger", JSON, nullable=False),
        sa.Column("mode", SHORT, nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("message_id", ID),
        sa.PrimaryKeyConstraint("id", name="pk_reply_drafts"),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_reply_drafts_conversation_id_conversations",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["asked_by"], ["staff.id"], name="fk_reply_drafts_asked_by_staff"),
        sa.ForeignKeyConstraint(
            ["message_id"],
            ["messages.id"],
            name="fk_reply_drafts_message_id_messages",
            ondelete="SET NULL",
        ),
    )
    op.create_index("ix_reply_drafts_conversation_id", "reply_drafts", ["conversation_id"])
    op.create_index("ix_reply_drafts_message_id", "reply_drafts", ["message_id"])


def downgrade() -> None:
    raise NotImplementedError("Restore a copy of the database instead.")
