"""The client book in the browser: what one writes down, a colleague sees without a reload."""

from __future__ import annotations

from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import Staff, reads

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
