"""Looking codes up over a real store: which scans are kept, and what they count for."""

from __future__ import annotations

import pytest

from knowledge.trace_registry import TraceFile
from shop.access import Role
from shop.db import SqlStore
from shop.errors import NotAllowed
from shop.provenance import Record, ScannedBy
from shop.trace_findings import Verdict
from shop.tracing import Tracing
from tests.conftest import FrozenClock
from tests.shop.house_books import HOUSE
from tests.shop.people import hire

HOLDS, UNDER_WAY, BROKEN = "TV-QAHE-20260903", "TV-NBFG-20261109", "TV-JPLO-20260228"


class Shelf:
    """A registry whose records a test may exchange."""

    def __init__(self) -> None:
        house = TraceFile(HOUSE / "provenance.yaml")
        self.records = {code: house.find(code) for code in house.codes()}

    def find(self, code: str) -> Record | None:
        return self.records.get(code)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def tracing(store: SqlStore, clock: FrozenClock, shelf: Shelf) -> Tracing:
    return Tracing(store, clock, shelf)


def kept(store: SqlStore, code: str) -> list[tuple[ScannedBy, int]]:
    with store.read() as work:
        return [(scan.by, scan.links) for scan in work.trace_scans.of(code)]


def test_a_scan_is_kept_with_its_time_and_its_side_once_a_day(
    tracing: Tracing, store: SqlStore, clock: FrozenClock
) -> None:
    staff = hire(store, clock, "claire")
    for _ in range(3):
        tracing.scanned_by_client(HOLDS)
        tracing.look_up(staff, HOLDS)
    assert kept(store, HOLDS) == [(ScannedBy.CLIENT, 9), (ScannedBy.HOUSE, 9)]
    clock.advance(days=1)
    tracing.scanned_by_client(HOLDS)
    assert len(kept(store, HOLDS)) == 3


def test_a_client_who_scans_before_delivery_makes_it_a_warning_and_staff_do_not(
    tracing: Tracing, store: SqlStore, clock: FrozenClock
) -> None:
    staff = hire(store, clock, "claire")
    assert tracing.look_up(staff, UNDER_WAY).verdict is Verdict.VERIFIED
    assert tracing.scanned_by_client(UNDER_WAY).verdict is Verdict.SCANNED_EARLY
    assert tracing.look_up(staff, UNDER_WAY).first_scan == clock()


def test_nothing_is_kept_of_a_code_that_nobody_registered(
    tracing: Tracing, store: SqlStore
) -> None:
    assert tracing.scanned_by_client("TV-ZZZZ-20260417").verdict is Verdict.UNKNOWN
    assert tracing.scanned_by_client("x' OR 1=1").verdict is Verdict.BAD_FORM
    assert kept(store, "TV-ZZZZ-20260417") == []


def test_a_record_rewritten_as_a_whole_is_found_by_the_scan_before(
    tracing: Tracing, shelf: Shelf
) -> None:
    assert tracing.scanned_by_client(HOLDS).verdict is Verdict.VERIFIED
    record = shelf.records[HOLDS]
    assert record
    shelf.records[HOLDS] = record.model_copy(update={"links": record.links[:-1]})
    assert tracing.scanned_by_client(HOLDS).verdict is Verdict.BROKEN
    assert tracing.scanned_by_client(HOLDS).verdict is Verdict.BROKEN
    shelf.records[HOLDS] = record
    assert tracing.scanned_by_client(HOLDS).verdict is Verdict.VERIFIED


def test_a_broken_chain_is_never_remembered_as_the_right_one(
    tracing: Tracing, store: SqlStore
) -> None:
    tracing.scanned_by_client(BROKEN)
    assert kept(store, BROKEN) == [(ScannedBy.CLIENT, 0)]


def test_the_terminal_leaves_no_trace(tracing: Tracing, store: SqlStore) -> None:
    assert tracing.examined(HOLDS.lower()).verdict is Verdict.VERIFIED
    assert kept(store, HOLDS) == []


def test_editors_look_no_codes_up(tracing: Tracing, store: SqlStore, clock: FrozenClock) -> None:
    with pytest.raises(NotAllowed):
        tracing.look_up(hire(store, clock, "edith", Role.EDITOR), HOLDS)
