"""The ledger of each answer, and sources of the knowledge that disagree."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.String(32)
SHORT = sa.String(80)
MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    _proofs()
    _disagreements()


def downgrade() -> None:
    raise NotImplementedError("Restore a copy of the database instead.")


def _proofs() -> None:
    op.create_table(
        "proofs",
        sa.Column("message_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("mode", SHORT, nullable=False),
        sa.Column("outcome", SHORT, nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("why", SHORT, nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("evidence", JSON, nullable=False),
        sa.Column("claims", JSON, nullable=False),
        sa.PrimaryKeyConstraint("message_id", "position", name="pk_proofs"),
        sa.ForeignKeyConstraint(
            ["message_id"],
            ["messages.id"],
            name="fk_proofs_message_id_messages",
            ondelete="CASCADE",
        ),
    )


def _disagreements() -> None:
    op.create_table(
        "disagreements",
        sa.Column("id", ID, nullable=False),
        sa.Column("said", sa.String(255), nullable=False),
        sa.Column("unsaid", sa.String(255), nullable=False),
        sa.Column("said_quote", sa.Text(), nullable=False),
        sa.Column("unsaid_quote", sa.Text(), nullable=False),
        sa.Column("message_id", ID),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("settled_at", MOMENT),
        sa.Column("settled_by", SHORT, server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_disagreements"),
        sa.ForeignKeyConstraint(
            ["message_id"],
            ["messages.id"],
            name="fk_disagreements_message_id_messages",
            ondelete="SET NULL",
        ),
        sa.UniqueConstraint("said", "unsaid", name="uq_disagreements_said_unsaid"),
    )
