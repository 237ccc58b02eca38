"""Looking up trace codes, and keeping that they were scanned.

A scan is kept with its time and which side it came from, never with a person. Of many on one day
from one side, the first is kept, and one for every change of the chain: that is all that a
finding needs, and nobody fills the table by asking again and again.
"""

from __future__ import annotations

from collections.abc import Sequence

from shop.access import Permission, Staff, require
from shop.ports import Clock, Store, Work
from shop.provenance import Record, Registry, Scan, ScannedBy
from shop.trace_findings import Finding, Verdict, examine


class Tracing:
    def __init__(self, store: Store, clock: Clock, registry: Registry) -> None:
        self._store, self._clock, self._registry = store, clock, registry

    def look_up(self, staff: Staff, code: str) -> Finding:
        """As staff see it. That the house looked does not count as a first scan."""
        require(staff, Permission.SERVE_CLIENTS)
        return self._scanned(code, ScannedBy.HOUSE)

    def scanned_by_client(self, code: str) -> Finding:
        """As somebody outside the house scanned or typed it; the scan is kept."""
        return self._scanned(code, ScannedBy.CLIENT)

    def examined(self, code: str) -> Finding:
        """Looked at, with no trace of it: for the terminal."""
        record = self._registry.find(code.strip().upper())
        with self._store.read() as work:
            return examine(code, record, work.trace_scans.of(record.code) if record else ())

    def _scanned(self, code: str, by: ScannedBy) -> Finding:
        """Nothing is kept of a code that the registry does not hold."""
        record = self._registry.find(code.strip().upper())
        if record is None:
            return examine(code, None)
        with self._store.begin() as work:
            work.alone(f"trace:{record.code}")
            return self._kept(work, code, record, by)

    def _kept(self, work: Work, code: str, record: Record, by: ScannedBy) -> Finding:
        before = work.trace_scans.of(record.code)
        scan = self._scan(record, before, by)
        if not any(_says_the_same(scan, earlier) for earlier in before):
            work.trace_scans.add(scan)
            work.record(by.value, "scan", record.code, links=scan.links)
        return examine(code, record, [*before, scan])

    def _scan(self, record: Record, before: Sequence[Scan], by: ScannedBy) -> Scan:
        """A chain that does not hold, by itself or with earlier scans, is not remembered."""
        found = examine(record.code, record, before)
        if found.verdict is Verdict.BROKEN:
            return Scan(record.code, self._clock(), by)
        links, head = len(record.links), record.links[-1].hash
        return Scan(record.code, self._clock(), by, links, head)


def _says_the_same(scan: Scan, earlier: Scan) -> bool:
    return (scan.by, scan.head, scan.at.date()) == (earlier.by, earlier.head, earlier.at.date())
