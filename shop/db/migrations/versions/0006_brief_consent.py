"""Whether a client wants to agree before a brief is passed on, and what she answered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.String(32)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "brief_settings",
        sa.Column("client_id", ID, nullable=False),
        sa.Column("ask_first", sa.Boolean(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("client_id", name="pk_brief_settings"),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
            name="fk_brief_settings_client_id_clients",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "brief_answers",
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", name="pk_brief_answers"),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_brief_answers_conversation_id_conversations",
            ondelete="CASCADE",
        ),
    )


def downgrade() -> None:
    raise NotImplementedError("Restore a copy of the database instead.")
