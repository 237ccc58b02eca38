"""Scans of trace codes, as the store keeps them. Who scanned is not kept, only from which side."""

from __future__ import annotations

from typing import Protocol

from shop.provenance import Scan


class TraceScans(Protocol):
    def add(self, scan: Scan) -> None: ...

    def of(self, code: str) -> list[Scan]:
        """Oldest first."""
