"""Whose personal shopper is whose: the owner named for a client, and her cover.

The house promises Black clients a dedicated one-to-one shopper (H-B6). A manager names her; her
client's conversations are offered to her first (`shop.offers`).
"""

from __future__ import annotations

from shop.access import Permission, Staff, require
from shop.errors import BadInput, NotFound
from shop.ports import DESK, Clock, NamedOwner, Store, Work


class Owners:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of(self, staff: Staff, client_id: str) -> NamedOwner | None:
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            return work.owners.of(client_id)

    def clients_of(self, staff: Staff) -> list[str]:
        """Ids of the clients who are hers."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            return work.owners.clients_of(staff.id)

    def name(
        self, manager: Staff, client_id: str, owner_id: str, cover_id: str | None = None
    ) -> NamedOwner:
        """Name a client's personal shopper and her cover, in the place of any before.

        Raises NotAllowed, NotFound for an unknown client, BadInput for somebody who serves no
        clients, or who would cover herself.
        """
        require(manager, Permission.NAME_OWNERS)
        if owner_id == cover_id:
            raise BadInput("Nobody covers herself; choose a colleague.")
        with self._store.begin() as work:
            if work.clients.get(client_id) is None:
                raise NotFound("There is no such client.")
            _require_serving(work, *(id_ for id_ in (owner_id, cover_id) if id_))
            named = NamedOwner(client_id, owner_id, cover_id, self._clock())
            work.owners.put(named)
            work.record(f"staff:{manager.id}", "name owner", client_id, (DESK,), owner=owner_id)
        return named

    def release(self, manager: Staff, client_id: str) -> None:
        """Nobody is named for the client any more; harmless when nobody was."""
        require(manager, Permission.NAME_OWNERS)
        with self._store.begin() as work:
            work.owners.remove(client_id)
            work.record(f"staff:{manager.id}", "release owner", client_id, (DESK,))


def _require_serving(work: Work, *ids: str) -> None:
    serving = {one.id for one in work.staff.all() if one.may(Permission.SERVE_CLIENTS)}
    if not set(ids) <= serving:
        raise BadInput("Only somebody who serves clients can own or cover one.")
