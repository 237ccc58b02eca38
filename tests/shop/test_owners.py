"""Naming a client's personal shopper and her cover."""

from __future__ import annotations

import pytest

from shop.access import Role
from shop.clients import Tier
from shop.db import SqlStore
from shop.errors import BadInput, NotAllowed, NotFound
from shop.owners import Owners
from tests.conftest import FrozenClock
from tests.shop.people import hire, welcome


def test_a_manager_names_owner_and_cover_and_may_name_others(
    store: SqlStore, clock: FrozenClock
) -> None:
    owners = Owners(store, clock)
    claire, marc = hire(store, clock, "claire"), hire(store, clock, "marc")
    manager = hire(store, clock, "helene", Role.MANAGER)
    first, second = (welcome(store, clock, Tier.BLACK) for _ in range(2))
    named = owners.name(manager, first.id, claire.id, marc.id)
    assert owners.of(marc, first.id) == named
    clock.advance(minutes=1)
    owners.name(manager, second.id, claire.id)
    assert owners.clients_of(claire) == [first.id, second.id]
    owners.name(manager, first.id, marc.id)
    assert owners.clients_of(claire) == [second.id]
    owners.release(manager, second.id)
    assert owners.of(claire, second.id) is None


def test_only_a_manager_names_owners(store: SqlStore, clock: FrozenClock) -> None:
    owners, client = Owners(store, clock), welcome(store, clock, Tier.BLACK)
    for role in (Role.PERSONAL_SHOPPER, Role.EDITOR):
        somebody = hire(store, clock, role.value, role)
        with pytest.raises(NotAllowed):
            owners.name(somebody, client.id, somebody.id)
        with pytest.raises(NotAllowed):
            owners.release(somebody, client.id)


def test_an_owner_serves_clients_and_does_not_cover_herself(
    store: SqlStore, clock: FrozenClock
) -> None:
    owners, client = Owners(store, clock), welcome(store, clock, Tier.BLACK)
    manager, claire = hire(store, clock, "helene", Role.MANAGER), hire(store, clock, "claire")
    editor = hire(store, clock, "wen", Role.EDITOR)
    with pytest.raises(BadInput):
        owners.name(manager, client.id, editor.id)
    with pytest.raises(BadInput):
        owners.name(manager, client.id, claire.id, claire.id)
    with pytest.raises(NotFound):
        owners.name(manager, "no such client", claire.id)


def test_who_has_left_the_house_is_no_owner_of_a_waiting_client(
    store: SqlStore, clock: FrozenClock
) -> None:
    from tests.shop.test_watch import Scene

    scene = Scene(store, clock)
    waiting = scene.ask(client=scene.hers())
    assert (waiting.owner_name, waiting.cover_name) == ("Claire", "Marc")
    with store.begin() as work:
        work.staff.disable(scene.claire.id, clock())
    again = scene.handoff(waiting.conversation_id)
    assert (again.owner_id, again.cover_name) == (None, "Marc")
