"""What must be there: found, or refused in the same words wherever it is looked for."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from shop.clients import Client
from shop.errors import NotFound
from shop.ports import Work

_Found = TypeVar("_Found")


def existing(found: _Found | None, kind: str) -> _Found:
    """What a repository gave. Raises NotFound where it gave none: there is no such `kind`."""
    if found is None:
        raise NotFound(f"There is no such {kind}.")
    return found


def existing_client(work: Work, client_id: str) -> Client:
    """Raises NotFound."""
    return existing(work.clients.get(client_id), "client")


def client_since(work: Work, client_id: str) -> tuple[Client, datetime]:
    """The client, and since when she is one. Raises NotFound."""
    return existing_client(work, client_id), existing(work.clients.since(client_id), "client")


def locked_client(work: Work, client_id: str) -> Client:
    """The client, whose book and owners nobody else changes until this work ends.

    Raises NotFound.
    """
    work.alone(f"client:{client_id}")
    return existing_client(work, client_id)
