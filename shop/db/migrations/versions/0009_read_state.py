"""Up to which message each side has read a conversation."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("read_by_client", "read_by_house"):
        op.add_column(
            "conversations", sa.Column(name, sa.Integer(), server_default="0", nullable=False)
        )


def downgrade() -> None:
    raise NotImplementedError("Restore a copy of the database instead.")
