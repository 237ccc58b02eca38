"""Naming a client's personal shopper and her cover."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from shop.access import Role
from shop.clients import Tier
from shop.db import SqlStore
from shop.db.tables import journal
from shop.errors import BadInput, NotAllowed, NotFound
from shop.owners import Owners
from shop.ports import OwnerNaming
from tests.conftest import FrozenClock
from tests.shop.people import hire, welcome


def test_a_manager_names_owner_and_cover_and_may_name_others(
    store: SqlStore, clock: FrozenClock
) -> None:
    owners = Owners(store, clock)
    claire, marc = hire(store, clock, "claire"), hire(store, clock, "marc")
    manager = hire(store, clock, "helene", Role.MANAGER)
    first, second = (welcome(store, clock, Tier.BLACK) for _ in range(2))
    named = owners.name(manager, first.id, claire.id, marc.id, reason="Speaks her language")
    assert owners.of(marc, first.id) == named
    clock.advance(minutes=1)
    owners.name(manager, second.id, claire.id, reason="Knows her")
    assert owners.clients_of(claire) == [first.id, second.id]
    owners.name(manager, first.id, marc.id, reason="Claire is on leave")
    assert owners.clients_of(claire) == [second.id]
    owners.release(manager, second.id, reason="She moved to Paris")
    assert owners.of(claire, second.id) is None


def test_each_naming_is_kept_with_its_day_its_reason_and_who_named(
    store: SqlStore, clock: FrozenClock
) -> None:
    owners, client = Owners(store, clock), welcome(store, clock, Tier.BLACK)
    manager, claire = hire(store, clock, "helene", Role.MANAGER), hire(store, clock, "claire")
    marc, began = hire(store, clock, "marc"), clock()
    owners.name(manager, client.id, claire.id, marc.id, reason="Speaks her language")
    clock.advance(days=1)
    owners.release(manager, client.id, reason="She moved to Paris")
    owners.release(manager, client.id, reason="Again")  # nobody is named: nothing to keep
    with store.read() as work:
        kept = work.owners.namings(client.id)
    assert kept == [
        OwnerNaming(client.id, clock(), "", "", "She moved to Paris", "Helene"),
        OwnerNaming(client.id, began, "Claire", "Marc", "Speaks her language", "Helene"),
    ]


def test_nobody_is_named_without_a_reason(store: SqlStore, clock: FrozenClock) -> None:
    owners, client = Owners(store, clock), welcome(store, clock, Tier.BLACK)
    manager, claire = hire(store, clock, "helene", Role.MANAGER), hire(store, clock, "claire")
    for blank in ("", "  \n", "x" * 301):
        with pytest.raises(BadInput, match="why"):
            owners.name(manager, client.id, claire.id, reason=blank)
    assert owners.of(claire, client.id) is None


def test_the_journal_says_who_named_whom_and_not_why(store: SqlStore, clock: FrozenClock) -> None:
    owners, client = Owners(store, clock), welcome(store, clock, Tier.BLACK)
    manager, claire = hire(store, clock, "helene", Role.MANAGER), hire(store, clock, "claire")
    owners.name(manager, client.id, claire.id, reason="Her husband is difficult")
    with store.engine.connect() as connection:
        line = connection.execute(select(journal).where(journal.c.verb == "name owner")).one()
    assert (line.actor, line.subject) == (f"staff:{manager.id}", client.id)
    assert line.detail == {"owner": claire.id, "cover": None}


def test_who_can_be_named_serves_clients_and_still_works_here(
    store: SqlStore, clock: FrozenClock
) -> None:
    manager, claire = hire(store, clock, "helene", Role.MANAGER), hire(store, clock, "claire")
    hire(store, clock, "wen", Role.EDITOR)
    gone = hire(store, clock, "marc")
    with store.begin() as work:
        work.staff.disable(gone.id, clock())
    assert Owners(store, clock).eligible(manager) == [claire, manager]


def test_only_a_manager_names_owners(store: SqlStore, clock: FrozenClock) -> None:
    owners, client = Owners(store, clock), welcome(store, clock, Tier.BLACK)
    for role in (Role.PERSONAL_SHOPPER, Role.EDITOR):
        somebody = hire(store, clock, role.value, role)
        with pytest.raises(NotAllowed):
            owners.name(somebody, client.id, somebody.id, reason="I know her")
        with pytest.raises(NotAllowed):
            owners.release(somebody, client.id, reason="I have too many")
        with pytest.raises(NotAllowed):
            owners.eligible(somebody)


def test_an_owner_serves_clients_and_does_not_cover_herself(
    store: SqlStore, clock: FrozenClock
) -> None:
    owners, client = Owners(store, clock), welcome(store, clock, Tier.BLACK)
    manager, claire = hire(store, clock, "helene", Role.MANAGER), hire(store, clock, "claire")
    editor = hire(store, clock, "wen", Role.EDITOR)
    with pytest.raises(BadInput):
        owners.name(manager, client.id, editor.id, reason="Knows her")
    with pytest.raises(BadInput):
        owners.name(manager, client.id, claire.id, claire.id, reason="Knows her")
    with pytest.raises(NotFound):
        owners.name(manager, "no such client", claire.id, reason="Knows her")


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
