"""A client's rights from the terminal: a copy of everything kept of her, and erasure."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from knowledge.house_data import load_yaml
from settings import Settings
from shop.access import Role, Staff
from shop.client_rights import ClientRights
from shop.clients import Client
from shop.db import SqlStore, open_store
from shop.db.store import utc_now
from shop.errors import BadInput, NotFound
from shop.tiers import TierBook
from wiring import HOUSE

# Whoever has this machine may do what a manager may; the journal says that it was done here.
_TERMINAL = Staff("terminal", "terminal", "Terminal", Role.MANAGER)


def name_of(settings: Settings, client: str) -> str:
    """The name of the client with this id or name. Raises NotFound, BadInput for several."""
    with _opened(settings) as (store, _):
        return _one(store, client).name


def export(settings: Settings, client: str, to: Path | None, out: Console) -> None:
    """Everything kept of her as JSON: into the file `to`, else printed.

    Raises NotFound, BadInput.
    """
    with _opened(settings) as (store, rights):
        kept = rights.export(_TERMINAL, _one(store, client).id)
    text = json.dumps(kept, ensure_ascii=False, indent=2)
    if to is None:
        print(text)
        return
    _write(to, text)
    out.print(f"Everything kept of {client} is in {to}", markup=False, soft_wrap=True)


def erase(settings: Settings, client: str) -> None:
    """Raises Conflict while a conversation of hers is with people or a case open."""
    with _opened(settings) as (store, rights):
        rights.erase(_TERMINAL, _one(store, client).id)


def _write(path: Path, text: str) -> None:
    """A file for its owner's eyes only. Raises BadInput where it can't be written."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(text)
    except OSError as error:
        raise BadInput(f"{path} can't be written: {error.strerror}.") from error


def _one(store: SqlStore, client: str) -> Client:
    with store.read() as work:
        by_id = work.clients.get(client)
        found = [by_id] if by_id else [each for each in work.clients.all() if each.name == client]
    if not found:
        raise NotFound(f"There is no client {client!r}: give an id, or the whole name.")
    if len(found) > 1:
        ids = ", ".join(each.id for each in found)
        raise BadInput(f"Several clients have this name. Give one of their ids: {ids}")
    return found[0]


@contextmanager
def _opened(settings: Settings) -> Iterator[tuple[SqlStore, ClientRights]]:
    """Works beside a running server."""
    store = open_store(settings.database)
    try:
        yield store, ClientRights(store, utc_now, load_yaml(HOUSE / "tiers.yaml", TierBook))
    finally:
        store.close()
