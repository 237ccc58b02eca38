"""Who comes in, and by what: clients, staff, their sign-ins, and the secrets that sign links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shop.access import Staff
from shop.clients import Client


class Clients(Protocol):
    def add(self, client: Client, at: datetime) -> None: ...

    def get(self, client_id: str) -> Client | None: ...

    def all(self) -> list[Client]: ...

    def among(self, ids: Sequence[str]) -> list[Client]:
        """Those of these that there are, in no order."""

    def since(self, client_id: str) -> datetime | None:
        """When her account was opened."""

    def with_since(self) -> list[tuple[Client, datetime]]:
        """All clients, each with the same, the longest-standing first."""


@dataclass(frozen=True, slots=True)
class Credentials:
    staff: Staff
    password_hash: str
    disabled: bool


class StaffDirectory(Protocol):
    def add(self, staff: Staff, password_hash: str, at: datetime) -> None: ...

    def by_login(self, login: str) -> Credentials | None: ...

    def all(self) -> list[Staff]: ...

    def set_password(self, staff_id: str, password_hash: str) -> None: ...

    def disable(self, staff_id: str, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class NamedOwner:
    """A client's own personal shopper since a day, and who stands in for her (None: nobody)."""

    client_id: str
    owner_id: str
    cover_id: str | None
    since: datetime


@dataclass(frozen=True, slots=True)
class OwnerNaming:
    """That somebody was named for a client, or nobody any more (no `owner_name`), and why.

    Names are those of the day. `reason` and `named_by` are empty for what is older than this list.
    """

    client_id: str
    at: datetime
    owner_name: str
    cover_name: str
    reason: str
    named_by: str


class ClientOwners(Protocol):
    def of(self, client_id: str) -> NamedOwner | None: ...

    def all(self) -> list[NamedOwner]: ...

    def clients_of(self, staff_id: str) -> list[str]:
        """Ids of the clients she was named for, the longest-standing first."""

    def put(self, named: NamedOwner) -> None:
        """Name her, in the place of whoever was named before."""

    def remove(self, client_id: str) -> None: ...

    def note(self, naming: OwnerNaming) -> None:
        """Add it to the client's list."""

    def namings(self, client_id: str) -> list[OwnerNaming]:
        """Her list, newest first."""


class Presence(Protocol):
    """When each member of staff was last seen at her desk."""

    def seen_at(self, staff_id: str) -> datetime | None: ...

    def see(self, staff_id: str, at: datetime) -> None: ...

    def since(self, at: datetime) -> frozenset[str]:
        """Ids of those seen after `at` who still work here."""


class SignIns(Protocol):
    """Sessions of staff, kept by the hash of their token, and attempts that failed."""

    def add(self, token_hash: str, staff_id: str, at: datetime, expires_at: datetime) -> None: ...

    def staff_of(self, token_hash: str, at: datetime) -> Staff | None:
        """None when unknown, expired, or the account is disabled."""

    def end(self, token_hash: str) -> None: ...

    def end_all_of(self, staff_id: str) -> None: ...

    def add_failure(self, login: str, address: str, at: datetime) -> None: ...

    def failures_of_login(self, login: str, since: datetime) -> list[datetime]:
        """Times, oldest first."""

    def failures_of_address(self, address: str, since: datetime) -> list[datetime]: ...

    def forget_failures(self, login: str, address: str) -> None:
        """Those of this login from this address."""

    def sweep(self, before: datetime) -> None:
        """Drop sessions expired and failures older than `before`."""


class Secrets(Protocol):
    def get_or_add(self, name: str, value: str) -> str:
        """The secret of that name; `value` becomes it if there is none yet."""
