"""What models have used for each conversation, so that it may have a limit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("tokens_in", "tokens_out"):
        op.add_column(
            "conversations", sa.Column(name, sa.Integer(), server_default="0", nullable=False)
        )


def downgrade() -> None:
    raise NotImplementedError("Restore a copy of the database instead.")
