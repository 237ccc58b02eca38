from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from shop import db
from shop.client_accounts import ClientAccounts
from shop.clients import Tier
from shop.db import SqlStore
from shop.errors import BadInput, NotFound
from tests.conftest import FrozenClock


@pytest.fixture
def accounts(store: SqlStore, clock: FrozenClock) -> ClientAccounts:
    return ClientAccounts(store, clock)


def test_a_client_is_kept_as_she_was_described(accounts: ClientAccounts) -> None:
    client = accounts.create("林若澜", Tier.BLACK, "zh", {"shoes": "EU 38.5"})
    assert accounts.get(client.id) == client
    assert accounts.all() == [client]


def test_a_link_recognises_its_client_in_any_browser(accounts: ClientAccounts) -> None:
    client = accounts.create("林若澜", Tier.BLACK)
    visitor = accounts.visitor_of_link(accounts.link_token(client.id), "browser")
    assert (visitor.id, visitor.client) == ("browser", client)


def test_a_link_is_good_in_every_process(
    accounts: ClientAccounts, open_store: Callable[[], SqlStore], clock: FrozenClock
) -> None:
    client = accounts.create("林若澜", Tier.BLACK)
    token = accounts.link_token(client.id)
    elsewhere = ClientAccounts(open_store(), clock)
    assert elsewhere.visitor_of_link(token, "browser").client == client


def test_a_link_runs_out_after_thirty_days(accounts: ClientAccounts, clock: FrozenClock) -> None:
    token = accounts.link_token(accounts.create("林若澜", Tier.BLACK).id)
    clock.advance(days=29)
    assert accounts.visitor_of_link(token, "browser")
    clock.advance(days=1)
    with pytest.raises(BadInput):
        accounts.visitor_of_link(token, "browser")


def test_an_altered_link_is_refused(accounts: ClientAccounts) -> None:
    token = accounts.link_token(accounts.create("林若澜", Tier.BLACK).id)
    for altered in ("", "x", token[:-1], token + "x", token.replace(".", "", 1), "é" + token):
        with pytest.raises(BadInput):
            accounts.visitor_of_link(altered, "browser")


def test_a_link_of_another_house_is_refused(
    accounts: ClientAccounts, clock: FrozenClock, tmp_path: Path
) -> None:
    other = db.open_store(f"sqlite:///{tmp_path}/other.db")
    try:
        strange = ClientAccounts(other, clock)
        token = strange.link_token(strange.create("林若澜", Tier.BLACK).id)
    finally:
        other.close()
    with pytest.raises(BadInput):
        accounts.visitor_of_link(token, "browser")


def test_there_is_no_link_for_an_unknown_client(accounts: ClientAccounts) -> None:
    with pytest.raises(NotFound):
        accounts.link_token("nobody")
