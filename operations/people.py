"""The people of the demo house, shown to the operator once, and new ways in for who lost hers."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console

from settings import Settings
from shop.client_accounts import ClientAccounts
from shop.clients import Client
from shop.db import open_store
from shop.db.store import utc_now
from shop.demo import DemoHouse, NewAccount
from shop.staff_accounts import StaffAccounts


def announce(house: DemoHouse, address: str, out: Console) -> None:
    """Print what was made just now; nothing when nobody was."""
    if house.accounts:
        out.print(f"\nStaff sign in at {address}/sign-in with (shown only now):", soft_wrap=True)
        out.print("\n".join(map(_account, house.accounts)), markup=False, soft_wrap=True)
    if house.clients:
        out.print("\nDemo clients come in by their link:")
        links = ((new.client, new.link_token) for new in house.clients)
        out.print("\n".join(_link(c, t, address) for c, t in links), markup=False, soft_wrap=True)


@contextmanager
def accounts(settings: Settings) -> Iterator[tuple[StaffAccounts, ClientAccounts]]:
    """The people of the house without its knowledge: works beside a running server."""
    store = open_store(settings.database)
    try:
        yield StaffAccounts(store, utc_now, settings.session_hours), ClientAccounts(store, utc_now)
    finally:
        store.close()


def new_password(login: str, staff: StaffAccounts) -> str:
    """Give a member of staff a random password; her sessions end. Raises NotFound."""
    password = secrets.token_urlsafe(12)
    staff.change_password(login, password)
    return password


def links(clients: ClientAccounts, address: str) -> Iterable[str]:
    """A line for each client with a new signed link; earlier ones stay good until they run out."""
    return (_link(c, clients.link_token(c.id), address) for c in clients.all())


def _account(new: NewAccount) -> str:
    role = new.staff.role.replace("_", " ")
    return f"  {new.staff.login:<8} {new.password}   {role}, {new.staff.name}"


def _link(client: Client, token: str, address: str) -> str:
    return f"  {client.tier:<11}{client.name}\n    {address}/enter?token={token}"
