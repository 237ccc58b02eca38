"""The page as Streamlit runs it; what only a browser shows is tested in a browser."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copy
from time import monotonic, sleep
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from console import session
from shop.access import Role, Staff
from shop.clients import Tier, Visitor
from shop.conversations import Author, Message
from shop.db import SqlStore
from shop.demo import furnish
from shop.errors import StoreBusy
from shop.turn_events import TurnEnded, TurnEvent
from storefront.identity import CLIENT_HEADER, STAFF_HEADER, VISITOR_HEADER
from storefront.opening import Opening, announce
from tests.conftest import FrozenClock
from tests.storefront.house import PASSWORD, QUOTE, small_house

MAIN = Path(__file__).parents[2] / "console" / "entry" / "main.py"
ME = Visitor("a" * 32)


@pytest.fixture
def house(sqlite_template: Path, tmp_path: Path, clock: FrozenClock) -> Iterator[Any]:
    store = SqlStore(f"sqlite:///{copy(sqlite_template, tmp_path / 'maroquin.db')}", clock)
    services = small_house(store, clock, tmp_path)
    opening = announce(Opening(lambda: services))
    opening.start()
    opening.services(wait=10)
    yield services
    services.runner.close()
    store.close()


@pytest.fixture
def headers(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the identity middleware would have said of this browser."""
    known = {VISITOR_HEADER: ME.id, CLIENT_HEADER: "", STAFF_HEADER: ""}
    monkeypatch.setattr(session, "identity_headers", lambda: known)
    return known


@pytest.fixture
def page(house: Any, headers: dict[str, str]) -> AppTest:
    return AppTest.from_file(str(MAIN), default_timeout=20)


def transcript(house: Any, visitor: Visitor = ME) -> list[Message]:
    conversation = house.chats.open(visitor, "en")
    messages: list[Message] = house.chats.transcript(visitor, conversation.id)
    return messages


def answered(house: Any) -> list[Message]:
    """The transcript once no answer is outstanding."""
    until = monotonic() + 10
    while monotonic() < until:
        if not house.chats.open(ME, "en").pending_turns:
            return transcript(house)
        sleep(0.02)
    raise AssertionError("the advisor never answered")


def shown(page: AppTest) -> str:
    return "".join(str(getattr(block, "body", "")) for block in page.get("html"))


def button(page: AppTest, label: str) -> Any:
    return next(each for each in page.button if each.label == label)


def test_the_first_message_says_that_the_advisor_is_software(page: AppTest, house: Any) -> None:
    page.run()
    assert not page.exception
    assert "I am software" in shown(page)
    assert [m.author for m in transcript(house)] == [Author.ADVISOR]


def test_no_page_can_be_run_around_the_script_that_lists_them() -> None:
    assert not (MAIN.parent / "pages").exists()


def test_before_the_house_is_open_the_page_says_so_and_shows_no_other(
    headers: dict[str, str],
) -> None:
    announce(Opening(lambda: None))  # type: ignore[arg-type,return-value]  # never started
    page = AppTest.from_file(str(MAIN), default_timeout=20).run()
    assert not page.exception
    assert "Opening the house" in shown(page)
    assert not page.chat_input


def test_a_reload_greets_nobody_twice(page: AppTest, house: Any) -> None:
    page.run()
    AppTest.from_file(str(MAIN), default_timeout=20).run()
    assert len(transcript(house)) == 1


def test_what_she_types_is_kept_answered_and_shown(page: AppTest, house: Any) -> None:
    page.run()
    page.chat_input[0].set_value("My bag got wet").run()
    answered(house)
    page.run()
    assert not page.exception
    assert "My bag got wet" in shown(page)
    assert QUOTE in shown(page)
    assert "Then let it dry." in shown(page)  # the rest of the section, in its place
    assert "Sillage" in shown(page)


def test_an_example_question_asks_itself_and_makes_way(page: AppTest, house: Any) -> None:
    page.run()
    button(page, "Can I still return a piece after two weeks?").click().run()
    answered(house)
    page.run()
    assert transcript(house)[1].text == "Can I still return a piece after two weeks?"
    assert not [b for b in page.button if b.key and b.key.startswith("example-")]


class Watching:
    """A runner whose turn goes on for a few looks."""

    def __init__(self) -> None:
        self.hurried: list[str] = []
        self.looks = 0

    def events(self, turn_id: str, after: int = 0, timeout: float = 0.5) -> list[TurnEvent] | None:
        self.looks += 1
        return [TurnEnded(None, None, 0.0)] if self.looks > 3 else []

    def hurry(self, turn_id: str) -> None:
        self.hurried.append(turn_id)


def test_who_does_not_want_to_wait_for_a_model_says_so_with_one_button() -> None:
    def offer(runner):  # type: ignore[no-untyped-def]  # run without our imports
        import streamlit as st

        from console.parts.chat import answering

        answering.offer_to_hurry(st.empty(), runner, "t1")

    runner = Watching()
    page = AppTest.from_function(offer, args=(runner,)).run()
    button(page, "Answer at once").click().run()
    assert runner.hurried == ["t1"]


def test_nothing_can_be_hurried_once_the_answer_is_there() -> None:
    def watch(runner):  # type: ignore[no-untyped-def]  # run without our imports
        from console.parts.chat import answering

        answering.watch(runner, "t1", lambda _: None, may_hurry=True)

    runner = Watching()
    page = AppTest.from_function(watch, args=(runner,)).run()
    assert runner.looks == 4
    assert not page.button


def test_a_person_is_one_button_away(page: AppTest, house: Any) -> None:
    page.run()
    button(page, "Talk to a person").click().run()
    assert answered(house)[1].text == "I would like to talk to a person."


def test_html_that_she_typed_is_text_on_the_page(page: AppTest, house: Any) -> None:
    page.run()
    page.chat_input[0].set_value("<script>x()</script> **bold**").run()
    answered(house)
    page.run()
    assert "&lt;script&gt;x()&lt;/script&gt; **bold**" in shown(page)
    assert "<script" not in shown(page)
    assert not [m for m in page.markdown if "bold" in m.value]


def test_a_message_that_cannot_be_taken_stays_on_the_screen(page: AppTest, house: Any) -> None:
    page.run()
    invisible = "\u200b\u200b"  # nothing that anybody could read
    page.chat_input[0].set_value(invisible).run()
    assert not page.exception
    assert len(transcript(house)) == 1
    assert page.text_area[0].value == invisible
    assert "nothing in it that can be read" in shown(page)


def test_a_message_that_is_too_long_is_kept_to_be_shortened(page: AppTest, house: Any) -> None:
    page.run()
    page.chat_input[0].set_value("long " * 2000).run()
    assert "This message has 9,999 characters, and one may have 4,000." in shown(page)
    assert len(transcript(house)) == 1
    page.text_area[0].set_value("short")
    button(page, "Send again").click().run()
    assert answered(house)[1].text == "short"
    page.run()
    assert not page.text_area


def test_a_store_that_fails_loses_no_words(
    page: AppTest, house: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.run()

    def broken(*_: object, **__: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as broke:
        broke.setattr(type(house.chats), "say", broken)
        page.chat_input[0].set_value("My words").run()
    page.run()
    assert page.text_area[0].value == "My words"
    button(page, "Send again").click().run()
    assert answered(house)[1].text == "My words"
    page.run()
    assert not page.text_area


def test_what_could_not_be_sent_outlives_what_is_sent_after_it(
    page: AppTest, house: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.run()

    def busy(*_: object, **__: object) -> None:
        raise StoreBusy("The database is busy.")

    with monkeypatch.context() as broke:
        broke.setattr(type(house.chats), "say", busy)
        page.chat_input[0].set_value("First").run()
        page.chat_input[0].set_value("Second").run()
        assert page.text_area[0].value == "First\n\nSecond"
    page.text_area[0].set_value("First")
    page.chat_input[0].set_value("Third").run()
    assert page.text_area[0].value == "First"
    button(page, "Send again").click().run()
    assert [m.text for m in answered(house) if m.author is Author.SHOPPER] == ["Third", "First"]
    page.run()
    assert not page.text_area


def test_what_was_stored_after_all_is_not_said_twice_when_sent_again(
    page: AppTest, house: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.run()
    say = type(house.chats).say

    def stored_but_unheard(*given: Any) -> None:
        say(*given)
        raise StoreBusy("The connection broke after the last word.")

    with monkeypatch.context() as broke:
        broke.setattr(type(house.chats), "say", stored_but_unheard)
        page.chat_input[0].set_value("My words").run()
    button(page, "Send again").click().run()
    assert [m.text for m in answered(house) if m.author is Author.SHOPPER] == ["My words"]


def test_nobody_sees_the_conversation_of_another_browser(
    page: AppTest, house: Any, headers: dict[str, str]
) -> None:
    page.run()
    page.chat_input[0].set_value("my secret wish").run()
    answered(house)
    headers[VISITOR_HEADER] = "b" * 32
    other = AppTest.from_file(str(MAIN), default_timeout=20).run()
    assert "my secret wish" not in shown(other)


def test_without_cookies_the_page_says_what_it_needs(
    page: AppTest, headers: dict[str, str]
) -> None:
    headers[VISITOR_HEADER] = ""
    page.run()
    assert "needs cookies" in shown(page)
    assert not page.chat_input


def test_the_interface_changes_language_at_a_button(page: AppTest) -> None:
    page.run()
    button(page, "中文").click().run()
    assert button(page, "联系真人顾问")


def test_a_browser_that_prefers_chinese_is_met_in_chinese(page: AppTest) -> None:
    page.context["locale"] = "zh-CN"
    page.run()
    assert button(page, "联系真人顾问")


def test_a_client_sees_her_name_and_the_way_out(
    page: AppTest, house: Any, headers: dict[str, str]
) -> None:
    lin = house.client_accounts.create("林悦", Tier.BLACK)
    headers[CLIENT_HEADER] = house.client_accounts.link_token(lin.id)
    page.run()
    assert "林悦 · 黑卡" in shown(page)  # her account speaks Chinese, so the page does
    assert "/leave" in shown(page)


def test_a_demo_offers_its_own_clients_by_signed_link(page: AppTest, house: Any) -> None:
    furnish(house.staff_accounts, house.client_accounts)
    house.client_accounts.create("Sofia", Tier.GOLD, "en")
    page.run()
    assert shown(page).count("/enter?token=") == 5
    assert "Sofia" not in shown(page)


def test_outside_a_demo_nobody_is_offered(page: AppTest, house: Any) -> None:
    furnish(house.staff_accounts, house.client_accounts)
    house.settings.demo = False
    page.run()
    assert "/enter?token=" not in shown(page)


def test_a_person_who_takes_over_is_named(page: AppTest, house: Any) -> None:
    page.run()
    page.chat_input[0].set_value("hello").run()
    answered(house)
    claire = claim(house)
    house.desk.reply(claire, house.chats.open(ME, "en").id, "Good afternoon.", "request-9")
    page.run()
    assert f"{claire.name} has the conversation." in shown(page)
    assert "Good afternoon." in shown(page)


def claim(house: Any) -> Staff:
    from shop.handoffs import Reason

    claire: Staff = house.staff_accounts.sign_in(
        Role.PERSONAL_SHOPPER.value, PASSWORD, "127.0.0.1"
    ).staff
    handoff = house.desk.request(house.chats.open(ME, "en").id, Reason.ASKED)
    house.desk.claim(claire, handoff.id)
    return claire


def test_a_rating_is_kept_with_its_reason(page: AppTest, house: Any) -> None:
    page.run()
    page.chat_input[0].set_value("hello").run()
    answer = answered(house)[2]
    page.run()
    page.feedback(key=f"thumb-{answer.id}").set_value(0).run()
    assert transcript(house)[2].helpful is False
    page.text_input(key=f"words-{answer.id}").set_value("wrong colour").run()
    assert not page.exception
    assert "Your reason goes to the people" in shown(page)
    assert reasons(house) == ["wrong colour"]


def test_a_thumb_taken_back_and_given_again_keeps_its_reason(page: AppTest, house: Any) -> None:
    page.run()
    page.chat_input[0].set_value("hello").run()
    answer = answered(house)[2]
    page.run()
    thumb = f"thumb-{answer.id}"
    page.feedback(key=thumb).set_value(0).run()
    page.text_input(key=f"words-{answer.id}").set_value("wrong colour").run()
    page.feedback(key=thumb).set_value(None).run()
    page.feedback(key=thumb).set_value(0).run()
    assert reasons(house) == ["wrong colour"]
    page.feedback(key=thumb).set_value(1).run()
    assert reasons(house) == [""]


def reasons(house: Any) -> list[str]:
    """Why answers were rated as they were, as the house's people will read it."""
    with closing(sqlite3.connect(house.settings.data_dir / "maroquin.db")) as store:
        asked = "select rating_reason from messages where helpful is not null"
        return [reason for (reason,) in store.execute(asked)]
