"""The demo house: one member of staff per role and clients of each tier, made at the first run.

All people are invented. Passwords are random and exist in clear only in what is returned here,
to be printed once.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from shop.access import Role, Staff
from shop.client_accounts import ClientAccounts
from shop.clients import Client, Tier
from shop.ids import new_id
from shop.language import Lang
from shop.owners import Owners
from shop.staff_accounts import StaffAccounts

_DEMO = "demo-"  # how the id of a demo client begins


@dataclass(frozen=True, slots=True)
class NewAccount:
    staff: Staff
    password: str


@dataclass(frozen=True, slots=True)
class NewClient:
    client: Client
    link_token: str


@dataclass(frozen=True, slots=True)
class DemoHouse:
    """What was made just now; both empty when the house had people before."""

    accounts: tuple[NewAccount, ...] = ()
    clients: tuple[NewClient, ...] = ()


@dataclass(frozen=True, slots=True)
class _Person:
    name: str
    tier: Tier
    language: Lang
    sizes: Mapping[str, str] = field(default_factory=dict)


_STAFF = (
    ("helene", "Hélène 何岚", Role.MANAGER),
    ("wen", "Wen 文澜", Role.EDITOR),
    ("claire", "Claire 顾清", Role.PERSONAL_SHOPPER),
    ("marc", "Marc 马可", Role.PERSONAL_SHOPPER),
)
_CLIENTS = (
    _Person("林若澜 Lin Ruolan", Tier.BLACK, "zh", {"shoes": "EU 38.5", "ring": "EU 52"}),
    _Person(
        "Olivia Hartwell 韩莉雅", Tier.BLACK, "en", {"shoes": "EU 40", "ready-to-wear": "FR 40"}
    ),
    _Person("周慕言 Zhou Muyan", Tier.GOLD, "zh", {"shoes": "EU 37", "belt": "80 cm"}),
    _Person("Daniel Moreau 莫安", Tier.SILVER, "en", {"shoes": "EU 43", "ready-to-wear": "IT 50"}),
    _Person("沈知微 Shen Zhiwei", Tier.REGISTERED, "zh", {"shoes": "EU 36.5"}),
)
_WHY_CLAIRE: Mapping[Lang, str] = {
    "zh": "黑卡客户有专属私人购物顾问（H-B6）。",
    "en": "Black clients have a personal shopper of their own (H-B6).",
}


def furnish(
    staff_accounts: StaffAccounts, client_accounts: ClientAccounts, owners: Owners | None = None
) -> DemoHouse:
    """Make the demo's people where there are none; what to print, once.

    With `owners`, Claire becomes the personal shopper of the Black clients, and Marc covers her.
    """
    accounts = () if staff_accounts.all() else tuple(_hire(staff_accounts))
    clients = () if client_accounts.all() else tuple(_welcome(client_accounts))
    if owners and accounts and clients:
        _name_owners(owners, accounts, clients)
    return DemoHouse(accounts, clients)


def demo_clients(client_accounts: ClientAccounts) -> list[Client]:
    """Those of the demo, never a client of the house."""
    return [client for client in client_accounts.all() if client.id.startswith(_DEMO)]


def _name_owners(
    owners: Owners, accounts: Iterable[NewAccount], clients: Iterable[NewClient]
) -> None:
    staff = {new.staff.login: new.staff for new in accounts}
    for new in clients:
        if new.client.tier is Tier.BLACK:
            people = (staff["claire"].id, staff["marc"].id)
            owners.name(
                staff["helene"], new.client.id, *people, reason=_WHY_CLAIRE[new.client.language]
            )


def _hire(accounts: StaffAccounts) -> list[NewAccount]:
    made = []
    for login, name, role in _STAFF:
        password = secrets.token_urlsafe(12)
        made.append(NewAccount(accounts.create(login, name, role, password), password))
    return made


def _welcome(accounts: ClientAccounts) -> list[NewClient]:
    made = []
    for person in _CLIENTS:
        client_id = f"{_DEMO}{person.tier}-{new_id()[:12]}"
        client = accounts.create(person.name, person.tier, person.language, person.sizes, client_id)
        made.append(NewClient(client, accounts.link_token(client.id)))
    return made
