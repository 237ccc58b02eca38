"""The content team's list of sources that disagree, and taking one off it."""

from __future__ import annotations

from shop.access import Permission, Staff, require
from shop.disagreements import OpenDisagreement
from shop.errors import NotFound
from shop.ports import KNOWLEDGE, Clock, Store


class Disagreements:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def open(self, staff: Staff) -> list[OpenDisagreement]:
        """Those that nobody has settled, newest first."""
        require(staff, Permission.READ_KNOWLEDGE)
        with self._store.read() as work:
            return work.disagreements.open()

    def settle(self, staff: Staff, disagreement_id: str) -> None:
        """Take it off the list. Raises NotFound when it is not, or no longer, on it."""
        require(staff, Permission.EDIT_KNOWLEDGE)
        with self._store.begin() as work:
            if not work.disagreements.settle(disagreement_id, staff.name, self._clock()):
                raise NotFound("There is no such disagreement, or it is settled.")
            work.record(staff.actor, "settle", disagreement_id, (KNOWLEDGE,))
