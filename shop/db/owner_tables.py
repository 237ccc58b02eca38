"""Tables of who is whose personal shopper, and was; they belong to those of `tables`."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Table, Text

from shop.db.columns import ID, SHORT, UtcDateTime
from shop.db.tables import metadata

client_owners = Table(
    "client_owners",
    metadata,
    Column("client_id", ID, ForeignKey("clients.id", ondelete="CASCADE"), primary_key=True),
    Column("owner_id", ID, ForeignKey("staff.id"), nullable=False, index=True),
    Column("cover_id", ID, ForeignKey("staff.id")),
    Column("since", UtcDateTime, nullable=False),
)

owner_namings = Table(
    "owner_namings",
    metadata,
    Column("id", ID, primary_key=True),
    Column(
        "client_id", ID, ForeignKey("clients.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("at", UtcDateTime, nullable=False),
    Column("owner_name", SHORT, nullable=False),
    Column("cover_name", SHORT, nullable=False),
    Column("reason", Text, nullable=False),
    Column("named_by", SHORT, nullable=False),
)
