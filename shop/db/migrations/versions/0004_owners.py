"""Named owners of clients, who is at the desk, and the clocks of a hand-over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.String(32)
MOMENT = sa.DateTime(timezone=True)
CLOCKS = ("queued_at", "owed_since", "first_due", "first_reply_at", "warned_at", "escalated_at")


def upgrade() -> None:
    _client_owners()
    _presence()
    _clocks()


def downgrade() -> None:
    raise NotImplementedError("Restore a copy of the database instead.")


def _client_owners() -> None:
    op.create_table(
        "client_owners",
        sa.Column("client_id", ID, nullable=False),
        sa.Column("owner_id", ID, nullable=False),
        sa.Column("cover_id", ID),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("client_id", name="pk_client_owners"),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
            name="fk_client_owners_client_id_clients",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["staff.id"], name="fk_client_owners_owner_id_staff"),
        sa.ForeignKeyConstraint(["cover_id"], ["staff.id"], name="fk_client_owners_cover_id_staff"),
    )
    op.create_index("ix_client_owners_owner_id", "client_owners", ["owner_id"])


def _presence() -> None:
    op.create_table(
        "presence",
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("staff_id", name="pk_presence"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_presence_staff_id_staff"),
    )


def _clocks() -> None:
    """What waits or is held goes on waiting from when it was asked; nothing is owed of the rest.

    Who holds a conversation counts as seen just now: nobody loses hers by an upgrade.
    """
    for name in CLOCKS:
        op.add_column("handoffs", sa.Column(name, MOMENT))
    op.execute("UPDATE handoffs SET queued_at = created_at, first_due = due")
    op.execute("UPDATE handoffs SET owed_since = created_at WHERE state = 'waiting'")
    op.execute("UPDATE handoffs SET first_reply_at = claimed_at WHERE state <> 'waiting'")
    op.execute(
        "INSERT INTO presence (staff_id, seen_at) SELECT DISTINCT staff_id, CURRENT_TIMESTAMP "
        "FROM handoffs WHERE state = 'claimed'"
    )
