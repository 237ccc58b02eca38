"""When trace codes were scanned, and how long their chain was then."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

SHORT = sa.String(80)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "trace_scans",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("code", SHORT, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", SHORT, nullable=False),
        sa.Column("links", sa.Integer(), nullable=False),
        sa.Column("head", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_trace_scans"),
    )
    op.create_index("ix_trace_scans_code", "trace_scans", ["code"])


def downgrade() -> None:
    raise NotImplementedError("Restore a copy of the database instead.")
