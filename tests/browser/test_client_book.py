"""The client book in the browser: found, written down, named, copied, erased, and live."""

from __future__ import annotations

import json

from shop.clients import Tier
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


def test_what_was_said_in_a_chat_is_kept_from_its_brief_by_one_press(
    served: ServedHouse, window: Window
) -> None:
    name = "冯语棠"
    shopper, claire = Shopper(window("zh").new_page()), Staff(window("en").new_page())
    shopper.come(served.welcome(name, Tier.GOLD, "zh"))
    shopper.ask("我的戒指是 EU 52 码，请帮我转人工。")
    claire.sign_in(served, "claire")
    claire.open(name)
    claire.claim()
    claire.page.locator(".st-key-mq-desk-conversation textarea").wait_for()
    claire.page.goto(f"{served.address}/clients")
    claire.page.locator(".st-key-mq-clients-list button").filter(has_text=name).click()
    claire.page.get_by_role("button", name="Keep from its brief").first.click()
    claire.page.get_by_role("button", name="Keep in the client book").first.click()
    reads(claire.page.locator(".st-key-mq-book-form"), "Kept")
    reads(claire.page.locator(".st-key-mq-book-right"), "in the chat", "Message", "EU 52")


def test_a_manager_finds_names_copies_and_erases_a_client(
    served: ServedHouse, window: Window
) -> None:
    from playwright.sync_api import expect

    name = "Isolde Brandt"
    served.welcome(name, Tier.BLACK, "en")
    helene = Staff(window("en").new_page())
    helene.sign_in(served, "helene", "/sign-in?next=/clients")
    page = helene.page
    page.get_by_role("textbox", name="Search the client book").fill("isolde")
    rows = page.locator(".st-key-mq-clients-list button")
    rows.filter(has_text=name).click()
    right = page.locator(".st-key-mq-book-right")
    reads(right, name, "Nobody is named.")

    page.get_by_role("button", name="Name a personal shopper").click()
    form = page.locator(".st-key-mq-book-form")
    form.get_by_role("combobox").first.click()
    page.get_by_role("option", name="Claire").click()
    form.get_by_role("textbox", name="Why").fill("Speaks German")
    form.get_by_role("button", name="Keep").click()
    reads(right, "Personal shopper: Claire", "named by Hélène", "Speaks German")

    with page.expect_download() as copy:
        page.get_by_role("button", name="Copy of all data").click()
    kept = json.loads(copy.value.path().read_text("utf-8"))
    assert kept["personal_shoppers_named"][0]["reason"] == "Speaks German"

    page.get_by_role("button", name="Erase").click()
    sure = page.get_by_role("textbox", name="The client's name")
    sure.fill(name)
    sure.press("Enter")
    reads(right, "everything kept of this client are erased")
    expect(rows.filter(has_text=name)).to_have_count(0)


@BOTH
def test_the_client_book_has_no_grave_findings(
    scheme: str, served: ServedHouse, window: Window
) -> None:
    helene = Staff(window("zh", color_scheme=scheme).new_page())
    helene.sign_in(served, "helene", "/sign-in?next=/clients")
    helene.page.locator(".st-key-mq-clients-list button").filter(has_text=CLIENT).wait_for()
    assert grave_findings(helene.page) == []
    helene.page.locator(".st-key-mq-clients-list button").filter(has_text=CLIENT).click()
    reads(helene.page.locator(".mq-client-head"), CLIENT)
    helene.page.get_by_role("button", name="指定专属顾问").click()
    helene.page.locator(".st-key-mq-book-form").wait_for()
    assert grave_findings(helene.page) == []
