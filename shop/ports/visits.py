"""What is kept of appointments, and of cases with their evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shop.appointments import Appointment
from shop.cases import Case, Evidence


class Appointments(Protocol):
    def add(self, appointment: Appointment) -> None:
        """Raises Conflict, with the transaction, when its place or her time is taken."""

    def get(self, appointment_id: str) -> Appointment | None: ...

    def keep(self, appointment: Appointment) -> None:
        """Keep all of it that may change; a taken place is a Conflict as for `add`."""

    def taken(self, salon: str, starts_at: datetime) -> frozenset[int]:
        """The places in which an appointment stands at that start."""

    def between(self, salon: str, first: datetime, end: datetime) -> list[Appointment]:
        """Those that begin from `first` until before `end`, in order, whatever became of them."""

    def of_client(self, client_id: str, since: datetime) -> list[Appointment]:
        """Those that begin after `since`, the soonest first."""

    def to_remind(self, now: datetime, until: datetime) -> list[Appointment]:
        """Standing, not reminded of, and beginning after `now` but not after `until`."""


@dataclass(frozen=True, slots=True)
class Cleaning:
    """Bags that a client had cleaned, or booked for it."""

    client_id: str
    at: datetime
    bags: int


class Cases(Protocol):
    def add(self, case: Case) -> None: ...

    def get(self, case_id: str) -> Case | None: ...

    def lock(self, case_id: str) -> Case | None:
        """Like get, and nobody else changes it until this work ends."""

    def keep(self, case: Case) -> None:
        """Keep all of it that may change. Only under its lock."""

    def by_clock(self, over: bool = False) -> list[Case]:
        """Those that are not closed, soonest due first; with `over` the closed ones, newest first,
        at most 100."""

    def of_client(self, client_id: str) -> list[Case]:
        """Newest first."""

    def of_visitor(self, visitor_id: str) -> list[Case]:
        """Those opened in conversations of a browser that is no client's, newest first."""

    def of_conversation(self, conversation_id: str) -> list[Case]: ...

    def cleanings(self, client_id: str, since: datetime, until: datetime, but: str = "") -> int:
        """How many cleanings she booked in that time, both ends included.

        Those called off, and the case `but`, are left out.
        """

    def all_cleanings(self, since: datetime) -> list[Cleaning]:
        """Those of all clients since then, without those called off."""

    def add_evidence(self, case_id: str, evidence: Evidence) -> None: ...

    def evidence(self, case_id: str) -> Sequence[Evidence]:
        """Oldest first."""
