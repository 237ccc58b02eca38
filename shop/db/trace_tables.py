"""The table of scans of trace codes; it belongs to those of `tables`."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table

from shop.db.columns import SHORT, Number, UtcDateTime
from shop.db.tables import metadata

trace_scans = Table(
    "trace_scans",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("code", SHORT, nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("by", SHORT, nullable=False),
    Column("links", Integer, nullable=False),
    Column("head", String(64), nullable=False),
)
