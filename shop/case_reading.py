"""What staff see of cases. Every method checks the role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shop.access import Permission, Staff, require
from shop.cases import Case, Evidence
from shop.existing import existing
from shop.ports import Clock, Store
from shop.tiers import TierBook


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case with what it rests on and what happened to it, oldest first."""

    case: Case
    evidence: Sequence[Evidence]


class CaseReading:
    def __init__(self, store: Store, clock: Clock, tiers: TierBook) -> None:
        self._store, self._clock, self._tiers = store, clock, tiers

    def by_clock(self, staff: Staff, over: bool = False) -> list[Case]:
        """Those that are not closed, soonest due first; `over`: the closed ones, newest first."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            return work.cases.by_clock(over)

    def get(self, staff: Staff, case_id: str) -> CaseFile:
        """Raises NotFound."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            case = existing(work.cases.get(case_id), "case")
            return CaseFile(case, work.cases.evidence(case_id))

    def of_client(self, staff: Staff, client_id: str) -> list[Case]:
        """Newest first."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            return work.cases.of_client(client_id)

    def of_conversation(self, staff: Staff, conversation_id: str) -> list[Case]:
        """Those opened from it, newest first."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            return work.cases.of_conversation(conversation_id)
