"""Looks that staff compose, and what clients thought of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ID = sa.String(32)
SHORT = sa.String(80)
AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "looks",
        sa.Column("id", ID, nullable=False),
        sa.Column("client_id", ID),
        sa.Column("message_id", ID),
        sa.Column("pieces", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("composed_by", ID, nullable=False),
        sa.Column("composed_at", AT, nullable=False),
        sa.Column("sent_at", AT),
        sa.PrimaryKeyConstraint("id", name="pk_looks"),
        sa.UniqueConstraint("message_id", name="uq_looks_message_id"),
        _goes_with("looks", "client_id", "clients"),
        _goes_with("looks", "message_id", "messages"),
        sa.ForeignKeyConstraint(["composed_by"], ["staff.id"], name="fk_looks_composed_by_staff"),
    )
    op.create_index("ix_looks_client_id", "looks", ["client_id"])
    op.create_index("ix_looks_composed_by", "looks", ["composed_by"])
    op.create_table(
        "look_reactions",
        sa.Column("look_id", ID, nullable=False),
        sa.Column("piece", SHORT, nullable=False),
        sa.Column("verdict", SHORT, nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.Column("entry_id", ID),
        sa.PrimaryKeyConstraint("look_id", "piece", name="pk_look_reactions"),
        _goes_with("look_reactions", "look_id", "looks"),
        _goes_with("look_reactions", "entry_id", "book_entries", "SET NULL"),
    )
    op.create_index("ix_look_reactions_entry_id", "look_reactions", ["entry_id"])


def _goes_with(
    table: str, column: str, other: str, ondelete: str = "CASCADE"
) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}", ondelete=ondelete
    )


def downgrade() -> None:
    raise NotImplementedError("Restore a copy of the database instead.")
