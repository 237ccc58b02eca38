"""Whose personal shopper is whose: the owner named for a client, and her cover.

The house promises Black clients a dedicated one-to-one shopper (H-B6). A manager names her; her
client's conversations are offered to her first (`shop.offers`). Each naming is kept with its day
and its reason, which goes with the client and is told to her on request; the journal has ids only.
"""

from __future__ import annotations

from shop.access import Permission, Staff, require
from shop.errors import BadInput
from shop.existing import locked_client
from shop.ports import CLIENTS, DESK, Clock, NamedOwner, OwnerNaming, Store, Work
from shop.writings import written

LONGEST_REASON = 300  # characters
_SHOWN_AT = (CLIENTS, DESK)


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

    def eligible(self, manager: Staff) -> list[Staff]:
        """Who can be named: everybody who serves clients, by login."""
        require(manager, Permission.NAME_OWNERS)
        with self._store.read() as work:
            return _serving(work)

    def name(
        self,
        manager: Staff,
        client_id: str,
        owner_id: str,
        cover_id: str | None = None,
        *,
        reason: str,
    ) -> NamedOwner:
        """Name a client's personal shopper and her cover, in the place of any before.

        Raises NotAllowed, NotFound for an unknown client, BadInput for a blank reason, for
        somebody who serves no clients, or who would cover herself.
        """
        require(manager, Permission.NAME_OWNERS)
        why = _reason(reason)
        if owner_id == cover_id:
            raise BadInput("Nobody covers herself. Choose a colleague.")
        with self._store.begin() as work:
            locked_client(work, client_id)
            names = _names(work, owner_id, cover_id)
            named = NamedOwner(client_id, owner_id, cover_id, self._clock())
            work.owners.put(named)
            work.owners.note(OwnerNaming(client_id, named.since, *names, why, manager.name))
            _record(work, manager, "name owner", client_id, owner=owner_id, cover=cover_id)
        return named

    def release(self, manager: Staff, client_id: str, *, reason: str) -> None:
        """Nobody is named for the client any more; harmless when nobody was.

        Raises NotAllowed, NotFound for an unknown client, BadInput for a blank reason.
        """
        require(manager, Permission.NAME_OWNERS)
        why = _reason(reason)
        with self._store.begin() as work:
            locked_client(work, client_id)
            if work.owners.of(client_id) is None:
                return
            work.owners.remove(client_id)
            work.owners.note(OwnerNaming(client_id, self._clock(), "", "", why, manager.name))
            _record(work, manager, "release owner", client_id)


def _reason(text: str) -> str:
    try:
        return written(text, LONGEST_REASON)
    except BadInput as error:
        raise BadInput("Say in a few words why.") from error


def _serving(work: Work) -> list[Staff]:
    return [one for one in work.staff.all() if one.may(Permission.SERVE_CLIENTS)]


def _names(work: Work, owner_id: str, cover_id: str | None) -> tuple[str, str]:
    """Of owner and cover. BadInput unless both serve clients."""
    serving = {one.id: one.name for one in _serving(work)}
    if owner_id not in serving or (cover_id and cover_id not in serving):
        raise BadInput("Only somebody who serves clients can own or cover one.")
    return serving[owner_id], serving[cover_id] if cover_id else ""


def _record(work: Work, manager: Staff, verb: str, client_id: str, **detail: str | None) -> None:
    work.record(manager.actor, verb, client_id, _SHOWN_AT, **detail)
