"""The client book in the browser: written down, seen by a colleague without a reload, kept from a
chat, and free of serious findings of axe."""

from __future__ import annotations

from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import Shopper, Staff, reads
from tests.browser.test_accessibility import BOTH, grave_findings

CLIENT = "周慕言"


def open_book(staff: Staff, house: ServedHouse, login: str) -> None:
    staff.sign_in(house, login)
    staff.page.goto(f"{house.address}/clients")
    row = staff.page.locator(".st-key-mq-clients-list button").filter(has_text=CLIENT)
    row.click()
    reads(staff.page.locator(".mq-client-head"), CLIENT)


def write_down(staff: Staff, words: str) -> None:
    staff.page.get_by_role("button", name="Write something down").click()
    form = staff.page.locator(".st-key-mq-book-form")
    form.get_by_role("textbox", name="In words").fill(words)
    form.get_by_role("button", name="Keep").click()


def test_what_one_writes_down_a_colleague_reads_without_a_reload(
    served: ServedHouse, window: Window
) -> None:
    claire, marc = Staff(window("en").new_page()), Staff(window("zh").new_page())
    open_book(claire, served, "claire")
    open_book(marc, served, "marc")
    write_down(claire, "EU 37.5")
    for page in (claire.page, marc.page):
        reads(page.locator(".st-key-mq-book-right"), "EU 37.5")
    reads(claire.page.locator(".st-key-mq-book-right"), "in the salon", "kept by Claire")
    reads(marc.page.locator(".st-key-mq-book-right"), "门店", "Claire 顾清 记")


def test_what_was_said_in_a_chat_is_kept_by_one_press(served: ServedHouse, window: Window) -> None:
    shopper, claire = Shopper(window("zh").new_page()), Staff(window("en").new_page())
    shopper.come(served.link_of(CLIENT))
    shopper.ask("我的戒指是 EU 52 码，预算两万。请帮我转人工。")
    claire.sign_in(served, "claire")
    claire.open(CLIENT)
    claire.claim()
    claire.page.locator(".st-key-mq-desk-conversation textarea").wait_for()
    claire.page.goto(f"{served.address}/clients")
    claire.page.locator(".st-key-mq-clients-list button").filter(has_text=CLIENT).click()
    claire.page.get_by_role("button", name="Keep from its brief").first.click()
    claire.page.get_by_role("button", name="Keep in the client book").first.click()
    reads(claire.page.locator(".st-key-mq-book-form"), "Kept")
    reads(claire.page.locator(".st-key-mq-book-right"), "in the chat", "Message")
    claire.page.goto(f"{served.address}/desk")
    claire.open(CLIENT)
    claire.give_back()


@BOTH
def test_the_client_book_is_free_of_serious_findings(
    scheme: str, served: ServedHouse, window: Window
) -> None:
    claire = Staff(window("en", color_scheme=scheme).new_page())
    claire.sign_in(served, "claire")
    claire.page.goto(f"{served.address}/clients")
    claire.page.locator(".st-key-mq-clients-list button").first.wait_for()
    assert grave_findings(claire.page) == []
    claire.page.locator(".st-key-mq-clients-list button").first.click()
    claire.page.locator(".mq-client-head .mq-facts").wait_for()
    claire.page.get_by_role("button", name="Write something down").click()
    claire.page.locator(".st-key-mq-book-form").wait_for()
    assert grave_findings(claire.page) == []
