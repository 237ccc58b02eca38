"""The page as Streamlit runs it; what only a browser shows is tested in a browser."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from shop.access import Role, Staff
from shop.clients import Tier
from shop.conversations import Author
from shop.demo import furnish
from shop.turn_events import TurnEnded, TurnEvent
from storefront.identity import CLIENT_HEADER, VISITOR_HEADER
from storefront.opening import Opening, announce
from tests.console.pages import button, shown
from tests.console.shopper import MAIN, ME, answered, transcript
from tests.storefront.house import PASSWORD, QUOTE


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
