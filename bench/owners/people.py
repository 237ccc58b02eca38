"""The people of a trial: who works at the desk, who shops, and a clock on which a day is short."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from knowledge.house_data import load_yaml
from shop.access import Role, Staff
from shop.client_book import ClientBook, Said
from shop.client_entries import Answer, Channel, Draft, EntryKind, Purpose
from shop.clients import Client, Tier, Visitor
from shop.db import SqlStore, open_store
from shop.owners import Owners
from shop.ports import Clock
from shop.tiers import TierBook
from wiring.house import HOUSE

LOGINS = ("claire", "marc", "olga", "wei")
CLIENTS = 40
SPEED = 1200  # a minute of the house in 50 ms: silence, absence and closing time all happen
SHOPPERS_AT_ONCE = 8
SECONDS_A_SHOPPER = 0.7  # then the eldest leaves and a new one comes, so that no chat grows endless
_TIERS = (Tier.BLACK, Tier.GOLD, Tier.REGISTERED, Tier.BLACK)
_MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # 8:30 in Beijing


@dataclass(frozen=True, slots=True)
class ShortDays:
    """The same instant in every process of this machine."""

    began: float

    def __call__(self) -> datetime:
        return _MORNING + timedelta(seconds=self.elapsed * SPEED)

    @property
    def elapsed(self) -> float:
        """Real seconds since the trial began."""
        return time.monotonic() - self.began


def furnish(url: str, clock: Clock) -> None:
    """Tables, staff, and clients of several tiers, who agreed to be written to; the Black ones with
    an owner and a cover."""
    store = open_store(url)
    manager = Staff("helene", "helene", "Hélène", Role.MANAGER)
    staff = [manager, *map(_shopper, LOGINS)]
    with store.begin() as work:
        for one in staff:
            work.staff.add(one, "no password", clock())
        for client in map(_client, range(CLIENTS)):
            work.clients.add(client, clock())
    _name_owners(store, clock, manager)
    _agree(store, clock, manager)
    store.close()


def staff_of(login: str) -> Staff:
    return _shopper(login)


def shopper_of(number: int) -> Visitor:
    """Every other one is signed in."""
    client = _client(number // 2 % CLIENTS) if number % 2 else None
    return Visitor(f"visitor-{number}", client)


def _name_owners(store: SqlStore, clock: Clock, manager: Staff) -> None:
    owners = Owners(store, clock)
    for number in range(CLIENTS):
        client = _client(number)
        if client.tier is Tier.BLACK:
            owner, cover = LOGINS[number % 4], LOGINS[(number + 1) % 4]
            owners.name(manager, client.id, owner, cover, reason="made for this run")


def _agree(store: SqlStore, clock: Clock, manager: Staff) -> None:
    """To letters: so that she is also written to first."""
    book = ClientBook(store, clock, load_yaml(HOUSE / "tiers.yaml", TierBook))
    agreed = Draft(EntryKind.CONSENT, Answer.GIVEN, Purpose.CONTACT)
    for client in map(_client, range(CLIENTS)):
        book.keep(manager, client.id, agreed, Said(Channel.PHONE, client.name))


def _shopper(login: str) -> Staff:
    return Staff(login, login, login.title(), Role.PERSONAL_SHOPPER)


def _client(number: int) -> Client:
    return Client(f"client-{number}", f"Client {number}", _TIERS[number % len(_TIERS)])
