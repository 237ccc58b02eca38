"""Who was named whose personal shopper, when, by whom and why."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ID = sa.String(32)
SHORT = sa.String(80)

# Those of before begin the list; why they were named nobody wrote down.
_OF_BEFORE = sa.text(
    "INSERT INTO owner_namings (id, client_id, at, owner_name, cover_name, reason, named_by)"
    " SELECT named.client_id, named.client_id, named.since, owner.name,"
    " COALESCE(cover.name, ''), '', ''"
    " FROM client_owners AS named JOIN staff AS owner ON owner.id = named.owner_id"
    " LEFT JOIN staff AS cover ON cover.id = named.cover_id"
)


def upgrade() -> None:
    op.create_table(
        "owner_namings",
        sa.Column("id", ID, nullable=False),
        sa.Column("client_id", ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("owner_name", SHORT, nullable=False),
        sa.Column("cover_name", SHORT, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("named_by", SHORT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_owner_namings"),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
            name="fk_owner_namings_client_id_clients",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_owner_namings_client_id", "owner_namings", ["client_id"])
    op.execute(_OF_BEFORE)


def downgrade() -> None:
    raise NotImplementedError("Restore a copy of the database instead.")
