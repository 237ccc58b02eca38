"""Nobody sees what is not hers: not in a menu, not by an address, not on the wire."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from bench.chat import SAID
from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import Shopper, Staff, until

NOT_YOURS = 4403
_HEAR = """frame => new Promise(closed => {
    const line = new WebSocket(location.origin.replace("http", "ws") + "/live");
    line.onopen = () => line.send(frame);
    line.onclose = ({ code }) => closed(code);
})"""


def _hears(frame: str | bytes) -> bool:
    return isinstance(frame, str) and '"hear"' in frame


@pytest.mark.parametrize("page", ["desk", "knowledge"])
def test_a_page_for_staff_leads_a_shopper_to_the_sign_in(
    page: str, served: ServedHouse, window: Window
) -> None:
    shopper = Shopper(window("en").new_page())
    shopper.come(served.address)
    assert shopper.page.locator(".st-key-masthead a").count() == 0
    shopper.page.goto(f"{served.address}/{page}")
    expect(shopper.page).to_have_url(re.compile(rf"/sign-in\?next=/{page}$"))


def test_an_editor_neither_sees_nor_reaches_the_desk(served: ServedHouse, window: Window) -> None:
    wen = Staff(window("en").new_page())
    wen.sign_in(served, "wen")
    links = wen.page.locator(".st-key-masthead a")
    expect(links).to_have_text(["Advisor", "Knowledge"], use_inner_text=True)
    wen.page.goto(f"{served.address}/desk")
    expect(wen.page).to_have_url(re.compile("/sign-in"))


def test_a_personal_shopper_reads_articles_but_cannot_open_the_editor_by_its_address(
    served: ServedHouse, window: Window
) -> None:
    claire = Staff(window("en").new_page())
    claire.sign_in(served, "claire")
    where = f"{served.address}/knowledge?article=care-lambskin"
    claire.page.goto(where)
    claire.page.locator(".mq-article-facts").wait_for()
    assert claire.page.get_by_role("button", name="Edit").count() == 0
    claire.page.goto(f"{where}&view=edit")
    claire.page.get_by_text("Your role reads articles but does not change them.").wait_for()
    assert claire.page.get_by_label("The article's file").count() == 0


def test_a_session_that_was_ended_elsewhere_shows_nothing_more(
    served: ServedHouse, window: Window
) -> None:
    marc = Staff(window("en").new_page())
    marc.sign_in(served, "marc")
    marc.page.locator(".mq-empty").first.wait_for()
    marc.page.request.post(f"{served.address}/sign-out")
    shopper = Shopper(window("en").new_page())
    shopper.come(served.address)
    shopper.ask("I would like to talk to a person.")  # the desk hears of it, but not he
    marc.page.get_by_text("Your session has ended.").wait_for()
    expect(marc.page.locator("[class*='st-key-mq-queue-']")).to_have_count(0)


def test_a_shopper_never_meets_the_conversation_of_another(
    served: ServedHouse, window: Window
) -> None:
    one, other = Shopper(window("en").new_page()), Shopper(window("en").new_page())
    sent: list[str | bytes] = []

    def note(frame: str | bytes) -> None:
        sent.append(frame)

    one.page.on("websocket", lambda socket: socket.on("framesent", note))
    one.come(served.address)
    one.ask("My secret wish is a pearl necklace")
    other.come(served.address)
    expect(other.page.locator(SAID)).to_have_count(1)
    assert "secret wish" not in other.page.content()
    until(one.page, lambda: any(map(_hears, sent)))
    heard = next(filter(_hears, sent))
    assert other.page.evaluate(_HEAR, heard) == NOT_YOURS
