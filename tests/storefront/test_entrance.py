from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from shop.clients import Client, Tier, Visitor
from shop.errors import StoreBusy
from storefront.identity import CLIENT_HEADER, VISITOR_HEADER
from storefront.visitors import visitor_in
from tests.storefront.conftest import Browser


@pytest.fixture
def lin(house: Any) -> Client:
    client: Client = house.client_accounts.create("林悦", Tier.BLACK)
    return client


def enter(house: Any, one: TestClient, client: Client, followed_on_our_page: bool = False) -> str:
    site = {"sec-fetch-site": "same-origin"} if followed_on_our_page else {}
    token = house.client_accounts.link_token(client.id)
    answer = one.get(f"/enter?token={token}", headers=site)
    return str(answer.headers["location"])


def test_a_signed_link_makes_the_browser_the_clients(
    browser: Browser, house: Any, lin: Client
) -> None:
    one = browser()
    assert enter(house, one, lin) == "/"
    seen = one.get("/").json()
    visitor = house.client_accounts.visitor_of_link(seen[CLIENT_HEADER], seen[VISITOR_HEADER])
    assert visitor.client == lin


def test_what_she_said_before_entering_comes_with_her(
    browser: Browser, house: Any, lin: Client
) -> None:
    one = browser()
    stranger = Visitor(one.get("/").json()[VISITOR_HEADER])
    begun = house.chats.open(stranger, "en")
    house.chats.say(stranger, begun.id, "Is lambskin delicate?", "request-1")
    enter(house, one, lin, followed_on_our_page=True)
    assert house.chats.open(Visitor("another browser", lin), "en").id == begun.id


def test_a_link_sent_by_somebody_hands_over_nothing_that_was_said_before(
    browser: Browser, house: Any, lin: Client
) -> None:
    one = browser()
    before = one.get("/").json()[VISITOR_HEADER]
    begun = house.chats.open(Visitor(before), "en")
    house.chats.say(Visitor(before), begun.id, "Is lambskin delicate?", "request-1")
    enter(house, one, lin)
    assert house.chats.open(Visitor("another browser", lin), "en").id != begun.id
    assert one.get("/").json()[VISITOR_HEADER] != before


def test_a_forged_link_lets_nobody_in_and_says_so(browser: Browser) -> None:
    one = browser()
    assert one.get("/enter?token=forged").headers["location"] == "/?link=expired"
    assert CLIENT_HEADER not in one.get("/").json()


def test_leaving_makes_the_browser_a_strangers(browser: Browser, house: Any, lin: Client) -> None:
    one = browser()
    enter(house, one, lin)
    before = one.get("/").json()
    one.get("/leave")
    after = one.get("/").json()
    assert CLIENT_HEADER not in after
    assert after[VISITOR_HEADER] != before[VISITOR_HEADER]


def test_the_next_client_on_the_same_screen_gets_nothing_of_the_last(
    browser: Browser, house: Any, lin: Client
) -> None:
    sofia = house.client_accounts.create("Sofia", Tier.GOLD, "en")
    one = browser()
    enter(house, one, lin)
    before = one.get("/").json()[VISITOR_HEADER]
    enter(house, one, sofia)
    assert one.get("/").json()[VISITOR_HEADER] != before


def test_a_client_is_no_stranger_while_the_database_does_not_answer(
    house: Any, lin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    headers = {VISITOR_HEADER: "a" * 32, CLIENT_HEADER: house.client_accounts.link_token(lin.id)}

    def busy(_client_id: str) -> Client:
        raise StoreBusy("The database is held by another process.")

    monkeypatch.setattr(house.client_accounts, "get", busy)
    with pytest.raises(StoreBusy):
        visitor_in(house, headers)
