from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import anyio
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.testclient import TestClient

from console.i18n import translator
from shop.clients import Visitor
from shop.ports import conversation_topic
from storefront.cookies import CookieJar
from storefront.identity import STAFF_HEADER, VISITOR_HEADER
from storefront.live import Live
from storefront.opening import Opening
from storefront.routes import routes
from tests.storefront.conftest import Browser
from tests.storefront.house import PASSWORD

MINE, ANOTHERS = Visitor("a" * 32), Visitor("b" * 32)


def request_of(**headers: str) -> Request:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "GET", "path": "/live", "headers": raw})


def staff_request(house: Any, login: str) -> Request:
    token = house.staff_accounts.sign_in(login, PASSWORD, "127.0.0.1").token
    return request_of(**{STAFF_HEADER: token})


@pytest.fixture
def live(opening: Opening) -> Live:
    return Live(opening)


def may_hear(live: Live, request: Request, *topics: str) -> bool:
    return live.may_hear(request, list(topics))


def test_a_visitor_hears_her_own_conversation_only(live: Live, house: Any) -> None:
    own = conversation_topic(house.chats.open(MINE, "en").id)
    other = conversation_topic(house.chats.open(ANOTHERS, "en").id)
    me = request_of(**{VISITOR_HEADER: MINE.id})
    assert may_hear(live, me, own)
    assert not may_hear(live, me, other)
    assert not may_hear(live, me, own, other)


def test_a_visitor_never_hears_the_desk(live: Live) -> None:
    assert not may_hear(live, request_of(**{VISITOR_HEADER: MINE.id}), "desk")


def test_whoever_serves_clients_hears_desk_and_conversations(live: Live, house: Any) -> None:
    claire = staff_request(house, "personal_shopper")
    assert may_hear(live, claire, "desk", "conversation:any")
    assert not may_hear(live, claire, "something-else")


def test_an_editor_hears_no_conversation(live: Live, house: Any) -> None:
    editor = staff_request(house, "editor")
    assert not may_hear(live, editor, "desk")
    assert not may_hear(live, editor, "conversation:any")


def test_a_refused_line_is_not_opened(browser: Browser) -> None:
    assert browser().get("/live?topics=desk").status_code == 403
    assert browser().get("/live").status_code == 400
    many = ",".join(f"conversation:{n}" for n in range(21))
    assert browser().get(f"/live?topics={many}").status_code == 400


def test_no_line_is_opened_before_the_house_is(jar: CookieJar) -> None:
    closed = Opening(lambda: None)  # type: ignore[arg-type,return-value]  # never built
    app = Starlette(routes=routes(closed, Live(closed), jar, translator))
    assert TestClient(app).get("/live?topics=desk").status_code == 503


def test_a_line_says_look_again_when_its_topic_rings_and_nothing_more(
    live: Live, house: Any
) -> None:
    own = house.chats.open(MINE, "en").id
    me = request_of(**{VISITOR_HEADER: MINE.id})

    async def two_beats() -> list[str]:
        beats: AsyncIterator[str] = live.beats(me, [conversation_topic(own)])
        first = await anext(beats)
        house.chats.say(MINE, own, "a secret word", "request-1")
        with anyio.fail_after(5):
            second = await anext(beats)
        return [first, second]

    first, second = anyio.run(two_beats)
    assert "data: open" in first
    assert second == "data: rang\n\n"


def test_a_line_closes_once_its_session_has_ended(live: Live, house: Any) -> None:
    claire = staff_request(house, "personal_shopper")

    async def beats_after_sign_out() -> list[str]:
        beats = live.beats(claire, ["desk"])
        await anext(beats)
        house.staff_accounts.sign_out(claire.headers[STAFF_HEADER])
        return [beat async for beat in beats]

    assert anyio.run(beats_after_sign_out) == []


def test_a_quiet_line_ends_at_once_when_the_process_stops(live: Live, house: Any) -> None:
    own = conversation_topic(house.chats.open(MINE, "en").id)
    me = request_of(**{VISITOR_HEADER: MINE.id})

    async def stopped() -> list[str]:
        beats = live.beats(me, [own])
        await anext(beats)
        async with anyio.create_task_group() as group:
            group.start_soon(_close_soon, live)
            with anyio.fail_after(3):
                return [beat async for beat in beats]
        raise AssertionError("the task group swallowed the beats")

    assert anyio.run(stopped)[-1:] in ([], [": beat\n\n"])


async def _close_soon(live: Live) -> None:
    await anyio.sleep(0.1)
    live.close()
