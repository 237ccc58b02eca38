"""What looking up a trace code finds: one verdict, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shop.provenance import Break, Record, Scan, ScannedBy, break_with_earlier, first_break
from shop.trace_codes import is_complete


class Verdict(StrEnum):
    """In the order in which they are looked for: the first that applies is said."""

    BAD_FORM = "bad_form"
    UNKNOWN = "unknown"
    BROKEN = "broken"
    SCANNED_EARLY = "scanned_early"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True)
class Finding:
    """`first_scan` is the first by anybody outside the house, `delivered` what the record says."""

    code: str
    verdict: Verdict
    record: Record | None = None
    broken: Break | None = None
    first_scan: datetime | None = None

    @property
    def delivered(self) -> datetime | None:
        return self.record.delivered if self.record else None


def examine(code: str, record: Record | None, scans: Sequence[Scan] = ()) -> Finding:
    """`code` as it was typed; `scans` are those that the house itself kept of it."""
    written = code.strip().upper()
    if not is_complete(written):
        return Finding(written, Verdict.BAD_FORM)
    if record is None or record.code != written:
        return Finding(written, Verdict.UNKNOWN)
    first = _first(record, scans)
    if broken := first_break(record) or break_with_earlier(record, scans):
        return Finding(written, Verdict.BROKEN, record, broken, first)
    early = first is not None and (record.delivered is None or first < record.delivered)
    return Finding(
        written, Verdict.SCANNED_EARLY if early else Verdict.VERIFIED, record, None, first
    )


TraceReader = Callable[[str], Finding]


def no_registry(code: str) -> Finding:
    """The reader of a house without a registry."""
    return examine(code, None)


def _first(record: Record, scans: Iterable[Scan]) -> datetime | None:
    known = [datetime.fromisoformat(at) for at in record.scans]
    ours = [scan.at for scan in scans if scan.by is ScannedBy.CLIENT]
    return min([*known, *ours], default=None)
