"""A client passed from one personal shopper to another, and what the queue says of her wait."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import Shopper, Staff, reads

CLIENT = "沈知微"


def test_a_client_is_passed_on_to_a_colleague_who_is_there(
    served: ServedHouse, window: Window
) -> None:
    shopper = Shopper(window("zh").new_page())
    claire, marc = Staff(window("en").new_page()), Staff(window("zh").new_page())
    for person, login in ((claire, "claire"), (marc, "marc")):
        person.sign_in(served, login)
        person.page.locator(".st-key-mq-desk-queue").wait_for()
    shopper.come(served.link_of(CLIENT))
    shopper.ask("请帮我转人工。")
    claire.open(CLIENT)
    claire.claim()
    claire.pass_on("Marc", "he knows her size")
    reads(claire.transcript(), "已将对话转给", "(he knows her size)")
    reads(shopper.page.locator("body"), "已将对话转给 Marc")
    assert "he knows her size" not in shopper.page.locator("body").inner_text()
    marc.open(CLIENT)
    marc.reply("您好，我是 Marc。")
    reads(shopper.page.locator("body"), "您好，我是 Marc。")
    row = marc.in_queue(CLIENT)
    reads(row, "由您接待")
    expect(claire.page.locator(".st-key-mq-desk-conversation textarea")).to_have_count(0)
    marc.give_back()


def test_the_queue_says_how_much_time_is_left(served: ServedHouse, window: Window) -> None:
    shopper, claire = Shopper(window("zh").new_page()), Staff(window("en").new_page())
    shopper.come(served.link_of(CLIENT))
    shopper.ask("请帮我转人工。")
    claire.sign_in(served, "claire")
    due = claire.in_queue(CLIENT).locator("time.mq-due")
    expect(due).to_have_text(re.compile(r"left|opens in"))
    claire.open(CLIENT)
    claire.claim()
    claire.give_back()
