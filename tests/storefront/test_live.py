"""The live line: who may hear what, and that nothing is missed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import anyio
import pytest
from starlette.applications import Starlette
from starlette.requests import HTTPConnection
from starlette.testclient import TestClient, WebSocketTestSession
from starlette.websockets import WebSocketDisconnect

from console.i18n import translator
from shop.clients import Visitor
from shop.ports import DESK, ESCALATIONS, conversation_topic, desk_topic
from storefront import live
from storefront.cookies import STAFF, CookieJar
from storefront.hearing import give_a_sign, may_hear
from storefront.identity import STAFF_HEADER, VISITOR_HEADER
from storefront.live import LATER, NONSENSE, NOT_YOURS, Live
from storefront.opening import Opening
from storefront.routes import routes
from tests.storefront.conftest import Browser
from tests.storefront.house import PASSWORD

MINE, ANOTHERS = Visitor("a" * 32), Visitor("b" * 32)


@pytest.fixture(autouse=True)
def _beats_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "BEAT_S", 0.3)


def connection_of(**headers: str) -> HTTPConnection:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return HTTPConnection({"type": "websocket", "path": "/live", "headers": raw})


def session_of(house: Any, login: str) -> str:
    token: str = house.staff_accounts.sign_in(login, PASSWORD, "127.0.0.1").token
    return token


def staff_connection(house: Any, login: str) -> HTTPConnection:
    return connection_of(**{STAFF_HEADER: session_of(house, login)})


def test_a_visitor_hears_her_own_conversation_only(house: Any) -> None:
    own = conversation_topic(house.chats.open(MINE, "en").id)
    other = conversation_topic(house.chats.open(ANOTHERS, "en").id)
    me = connection_of(**{VISITOR_HEADER: MINE.id})
    assert may_hear(house, me, [own])
    assert not may_hear(house, me, [other])
    assert not may_hear(house, me, [own, other])


def test_a_visitor_never_hears_the_desk(house: Any) -> None:
    me = connection_of(**{VISITOR_HEADER: MINE.id})
    assert not may_hear(house, me, [DESK])
    assert not may_hear(house, me, [desk_topic("anybody")])


def test_whoever_serves_clients_hears_desk_and_conversations(house: Any) -> None:
    claire = staff_connection(house, "personal_shopper")
    assert may_hear(house, claire, [DESK, "conversation:any"])
    assert not may_hear(house, claire, ["something-else"])


def test_nobody_hears_what_only_a_colleague_sees_at_her_desk(house: Any) -> None:
    token = session_of(house, "personal_shopper")
    claire = connection_of(**{STAFF_HEADER: token})
    her_id = house.staff_accounts.staff_of(token).id
    assert may_hear(house, claire, [desk_topic(her_id)])
    assert not may_hear(house, claire, [desk_topic("another")])


def test_an_editor_hears_no_conversation(house: Any) -> None:
    editor = staff_connection(house, "editor")
    assert not may_hear(house, editor, [DESK])
    assert not may_hear(house, editor, ["conversation:any"])


def test_only_a_manager_hears_of_missed_promises(house: Any) -> None:
    assert may_hear(house, staff_connection(house, "manager"), [ESCALATIONS])
    for login in ("personal_shopper", "editor"):
        assert not may_hear(house, staff_connection(house, login), [ESCALATIONS])
    assert not may_hear(house, connection_of(**{VISITOR_HEADER: MINE.id}), [ESCALATIONS])


def test_to_hear_of_missed_promises_is_not_to_be_at_the_desk(house: Any) -> None:
    manager = staff_connection(house, "manager")
    give_a_sign(house, manager, [ESCALATIONS])
    shopper = next(s for s in house.staff_accounts.all() if s.login == "personal_shopper")
    assert house.desk.colleagues(shopper) == []
    give_a_sign(house, manager, [ESCALATIONS, DESK])
    assert [one.login for one in house.desk.colleagues(shopper)] == ["manager"]


class Tab:
    """A page with its live line."""

    def __init__(self, browser: TestClient) -> None:
        self.browser = browser
        self.visitor = Visitor(browser.get("/").json()[VISITOR_HEADER])
        self._session: WebSocketTestSession = browser.websocket_connect("/live")
        self._line = self._session.__enter__()

    def hear(self, *topics: str, after: str = "") -> None:
        self._line.send_json({"hear": list(topics), "after": after})

    def send(self, text: str) -> None:
        self._line.send_text(text)

    def next(self) -> dict[str, Any]:
        frame: dict[str, Any] = self._line.receive_json()
        return frame

    def news(self) -> dict[str, Any]:
        """The next frame that is not only a beat."""
        while "beat" in (frame := self.next()):
            pass
        return frame

    def closed_with(self) -> int:
        """The code with which it was closed, whatever else was said before."""
        while True:
            try:
                self._line.receive_json()
            except WebSocketDisconnect as end:
                return end.code

    def leave(self) -> None:
        self._session.__exit__(None, None, None)


OpenTab = Callable[..., Tab]


@pytest.fixture
def tab(browser: Browser, house: Any) -> Iterator[OpenTab]:
    """Opens tabs, each in a browser of its own unless one is given; closes them."""
    house.bell.subscribe([]).wait(1.0)  # the first to listen anywhere is told once to look
    opened: list[Tab] = []

    def open_one(own: TestClient | None = None, staff: str = "") -> Tab:
        visiting = own or browser()
        if staff:
            visiting.cookies.set(STAFF, staff)
        opened.append(Tab(visiting))
        return opened[-1]

    yield open_one
    for each in opened:
        each.leave()


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ('{"hear": ["desk"]}', NOT_YOURS),
        ('{"hear": []}', NONSENSE),
        ('{"hear": "desk"}', NONSENSE),
        ('{"hear": [1]}', NONSENSE),
        ('{"hear": [' + ",".join(['"conversation:x"'] * 21) + "]}", NONSENSE),
        ("[]", NONSENSE),
        ("no json", NONSENSE),
        ('{"hear": ["' + "x" * 5000 + '"]}', NONSENSE),
    ],
)
def test_a_line_that_asks_for_what_is_not_to_be_had_is_closed(
    tab: OpenTab, sent: str, code: int
) -> None:
    line = tab()
    line.send(sent)
    assert line.closed_with() == code


def test_no_line_stands_before_the_house_is_open(jar: CookieJar) -> None:
    closed = Opening(lambda: None)  # type: ignore[arg-type,return-value]  # never built
    app = Starlette(routes=routes(closed, Live(closed), jar, translator))
    with (
        TestClient(app).websocket_connect("/live") as line,
        pytest.raises(WebSocketDisconnect) as end,
    ):
        line.receive_text()
    assert end.value.code == LATER


def heard_all(tab: Tab, house: Any) -> str:
    """The topic of a new conversation of hers, once the tab hears it and knows all of it."""
    topic = conversation_topic(house.chats.open(tab.visitor, "en").id)
    tab.hear(topic, after="nobody knows")
    assert "mark" in tab.news()
    return topic


def test_a_line_says_look_again_when_its_topic_rings_and_nothing_more(
    tab: OpenTab, house: Any
) -> None:
    line = tab()
    topic = heard_all(line, house)
    house.chats.say(line.visitor, topic.partition(":")[2], "a secret word", "request-1")
    assert line.news() == {"mark": house.bell.mark(), "rang": [topic]}


def test_what_rang_while_there_was_no_line_is_told_once_there_is(tab: OpenTab, house: Any) -> None:
    line = tab()
    topic = heard_all(line, house)
    seen = house.bell.mark()
    line.leave()
    house.chats.say(line.visitor, topic.partition(":")[2], "Still there?", "request-1")
    again = tab(line.browser)
    again.hear(topic, after=seen)
    assert again.news()["mark"] == house.bell.mark()


def test_a_line_that_missed_nothing_makes_nobody_look(tab: OpenTab, house: Any) -> None:
    line = tab()
    topic = heard_all(line, house)
    seen = house.bell.mark()
    line.leave()
    again = tab(line.browser)
    again.hear(topic, after=seen)
    assert again.next() == {"beat": 1}


def test_one_line_goes_on_with_other_topics(tab: OpenTab, house: Any) -> None:
    line = tab(staff=session_of(house, "personal_shopper"))
    line.hear(DESK, after=house.bell.mark())
    line.next()
    line.hear(DESK, "conversation:other", after=house.bell.mark())
    line.next()
    house.bell.ring("conversation:other")
    assert line.news()["rang"] == ["conversation:other"]


def test_a_line_closes_once_its_session_has_ended(tab: OpenTab, house: Any) -> None:
    token = session_of(house, "personal_shopper")
    line = tab(staff=token)
    line.hear(DESK)
    line.next()
    house.staff_accounts.sign_out(token)
    house.bell.ring(DESK)
    assert line.closed_with() == NOT_YOURS


def test_a_whisper_reaches_those_who_hear_its_topic_and_nobody_else(
    tab: OpenTab, house: Any
) -> None:
    one = tab()
    topic = heard_all(one, house)
    other = tab()
    heard_all(other, house)
    house.bell.whisper(topic, {"kind": "typing"})
    assert one.news() == {"whisper": {"kind": "typing", "topic": topic}}
    assert other.next() == {"beat": 1}


def test_a_visitors_signs_are_heard_in_her_conversation(tab: OpenTab, house: Any) -> None:
    line = tab()
    topic = heard_all(line, house)
    own = topic.partition(":")[2]
    house.chats.say(line.visitor, own, "Hello", "request-1")
    line.news()
    line.send(json.dumps({"typing": own, "side": "client"}))
    assert line.news()["whisper"]["kind"] == "typing"
    line.send(json.dumps({"read": own, "seq": 1, "side": "client"}))
    assert line.news()["whisper"]["seq"] == "1"
    assert house.chats.get(line.visitor, own).read_by_client == 1


def test_a_sign_in_a_conversation_of_somebody_else_is_not_made(tab: OpenTab, house: Any) -> None:
    line = tab()
    own = heard_all(line, house)
    other = house.chats.open(ANOTHERS, "en").id
    heard: list[Any] = []
    house.bell.listen([conversation_topic(other)], heard.append)
    for side in ("client", "house"):
        line.send(json.dumps({"typing": other, "side": side}))
    line.send(json.dumps({"typing": own.partition(":")[2], "side": "client"}))
    assert line.news()["whisper"]["topic"] == own  # the line stands, and took all three
    assert not heard


def test_a_console_that_hears_the_desk_counts_as_somebody_there(tab: OpenTab, house: Any) -> None:
    token = session_of(house, "personal_shopper")
    line = tab(staff=token)
    line.hear(DESK)
    line.next()
    claire = house.staff_accounts.staff_of(token)
    with house.store.read() as work:
        assert work.presence.seen_at(claire.id) is not None


def test_every_line_ends_at_once_when_the_process_stops(opening: Opening) -> None:
    async def stopped() -> None:
        live = Live(opening)
        line = _SilentSocket()
        async with anyio.create_task_group() as group:
            group.start_soon(live.open, line)  # type: ignore[arg-type]  # only these two
            await anyio.sleep(0.1)
            live.close()
            with anyio.fail_after(3):
                while not line.left:
                    await anyio.sleep(0.01)

    anyio.run(stopped)


class _SilentSocket:
    """A browser that never says anything."""

    left = False

    async def accept(self) -> None: ...

    async def receive_text(self) -> str:
        try:
            await anyio.sleep_forever()
        finally:
            self.left = True
        return ""
