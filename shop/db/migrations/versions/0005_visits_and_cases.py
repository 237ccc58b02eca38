"""Appointments in the salons, and cases with their evidence."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.String(32)
SHORT = sa.String(80)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    _appointments()
    _cases()
    _case_evidence()


def downgrade() -> None:
    raise NotImplementedError("Restore a copy of the database instead.")


def _appointments() -> None:
    op.create_table(
        "appointments",
        sa.Column("id", ID, nullable=False),
        sa.Column("salon", SHORT, nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("state", SHORT, nullable=False),
        sa.Column("purpose", SHORT, nullable=False),
        sa.Column("pieces", JSON, nullable=False),
        sa.Column("wish", sa.Text(), nullable=False),
        sa.Column("client_id", ID),
        sa.Column("guest", SHORT, nullable=False),
        sa.Column("conversation_id", ID),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("made_by", SHORT, nullable=False),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.Column("reminded_at", MOMENT),
        sa.Column("ended_at", MOMENT),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_appointments"),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
            name="fk_appointments_client_id_clients",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_appointments_conversation_id_conversations",
            ondelete="SET NULL",
        ),
    )
    op.create_index("ix_appointments_client_id", "appointments", ["client_id"])
    op.create_index("ix_appointments_conversation_id", "appointments", ["conversation_id"])
    op.create_index("ix_appointments_starts_at", "appointments", ["starts_at"])
    _only_one("appointments", "place", ["salon", "starts_at", "place"])
    _only_one("appointments", "client", ["client_id", "starts_at"])


def _only_one(table: str, of: str, columns: list[str]) -> None:
    """Of the appointments that stand, one in a place and one of a client at a time."""
    these = sa.text("state = 'booked'")
    op.create_index(
        f"uq_{table}_one_{of}",
        table,
        columns,
        unique=True,
        sqlite_where=these,
        postgresql_where=these,
    )


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", SHORT, nullable=False),
        sa.Column("state", SHORT, nullable=False),
        sa.Column("facts", JSON, nullable=False),
        sa.Column("entitlement", JSON, nullable=False),
        sa.Column("client_id", ID),
        sa.Column("conversation_id", ID),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("opened_by", SHORT, nullable=False),
        sa.Column("due", MOMENT),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("verdict", SHORT, nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("decided_at", MOMENT),
        sa.Column("decided_by", SHORT, nullable=False),
        sa.Column("closed_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name="fk_cases_client_id_clients", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_cases_conversation_id_conversations",
            ondelete="SET NULL",
        ),
    )
    op.create_index("ix_cases_client_id", "cases", ["client_id"])
    op.create_index("ix_cases_conversation_id", "cases", ["conversation_id"])
    op.create_index("ix_cases_state_due", "cases", ["state", "due"])


def _case_evidence() -> None:
    op.create_table(
        "case_evidence",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by", SHORT, nullable=False),
        sa.Column("kind", SHORT, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("message_id", ID),
        sa.PrimaryKeyConstraint("id", name="pk_case_evidence"),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name="fk_case_evidence_case_id_cases", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["message_id"],
            ["messages.id"],
            name="fk_case_evidence_message_id_messages",
            ondelete="SET NULL",
        ),
    )
    op.create_index("ix_case_evidence_case_id", "case_evidence", ["case_id"])
    op.create_index("ix_case_evidence_message_id", "case_evidence", ["message_id"])
