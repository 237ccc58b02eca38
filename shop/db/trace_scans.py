"""Scans of trace codes in the database."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import Connection, select

from shop.db.trace_tables import trace_scans
from shop.provenance import Scan, ScannedBy


class SqlTraceScans:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, scan: Scan) -> None:
        self._connection.execute(trace_scans.insert().values(**asdict(scan)))

    def of(self, code: str) -> list[Scan]:
        query = select(trace_scans).where(trace_scans.c.code == code)
        rows = self._connection.execute(query.order_by(trace_scans.c.at, trace_scans.c.id))
        return [Scan(row.code, row.at, ScannedBy(row.by), row.links, row.head) for row in rows]
