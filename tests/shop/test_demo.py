from __future__ import annotations

from argon2 import PasswordHasher

from shop.access import Role
from shop.client_accounts import ClientAccounts
from shop.clients import Tier
from shop.db import SqlStore
from shop.demo import DemoHouse, demo_clients, furnish
from shop.owners import Owners
from shop.staff_accounts import StaffAccounts
from tests.conftest import FrozenClock

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def test_the_demo_house_has_every_role_and_every_tier(store: SqlStore, clock: FrozenClock) -> None:
    staff, clients = StaffAccounts(store, clock, hasher=QUICK), ClientAccounts(store, clock)
    made = furnish(staff, clients)
    assert {account.staff.role for account in made.accounts} == set(Role)
    assert {new.client.tier for new in made.clients} == set(Tier)
    for account in made.accounts:
        assert staff.sign_in(account.staff.login, account.password, "10.0.0.1").token
    for new in made.clients:
        assert clients.visitor_of_link(new.link_token, "browser").client == new.client


def test_passwords_are_different_in_every_house(store: SqlStore, clock: FrozenClock) -> None:
    staff, clients = StaffAccounts(store, clock, hasher=QUICK), ClientAccounts(store, clock)
    passwords = {account.password for account in furnish(staff, clients).accounts}
    assert len(passwords) == 4


def test_black_clients_of_the_demo_have_a_personal_shopper_and_her_cover(
    store: SqlStore, clock: FrozenClock
) -> None:
    staff, clients = StaffAccounts(store, clock, hasher=QUICK), ClientAccounts(store, clock)
    owners = Owners(store, clock)
    made = furnish(staff, clients, owners)
    known = {account.staff.login: account.staff for account in made.accounts}
    named = {new.client.id: owners.of(known["helene"], new.client.id) for new in made.clients}
    for new in made.clients:
        owner = named[new.client.id]
        assert (owner is not None) == (new.client.tier is Tier.BLACK)
        if owner:
            assert (owner.owner_id, owner.cover_id) == (known["claire"].id, known["marc"].id)


def test_a_house_that_has_people_is_left_alone(store: SqlStore, clock: FrozenClock) -> None:
    staff, clients = StaffAccounts(store, clock, hasher=QUICK), ClientAccounts(store, clock)
    furnish(staff, clients)
    assert furnish(staff, clients) == DemoHouse()


def test_the_demos_clients_are_told_from_those_of_the_house(
    store: SqlStore, clock: FrozenClock
) -> None:
    clients = ClientAccounts(store, clock)
    furnish(StaffAccounts(store, clock), clients)
    real = clients.create("A client of the house", Tier.GOLD)
    offered = demo_clients(clients)
    assert {client.tier for client in offered} == set(Tier)
    assert real.id not in {client.id for client in offered}
