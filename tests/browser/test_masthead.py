"""The head of every page: missed promises for managers, and the menu of a phone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from shop.clients import Tier
from shop.language import Lang
from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import Shopper, Staff, reads, until
from tests.browser.test_accessibility import BOTH, grave_findings

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PHONE = {"width": 390, "height": 844}
_MISSED = ".st-key-masthead-missed a"
_LONG_AGO = """
    UPDATE handoffs SET due = '2026-01-05 09:00:00.000000', note_only = 0
    WHERE state = 'waiting' AND conversation_id IN (
        SELECT conversations.id FROM conversations JOIN clients ON clients.id = client_id
        WHERE clients.name = ?
    )
"""
# As if whoever else waits in this house, left behind by other tests, had all the time in the world.
_NO_HURRY = """
    UPDATE handoffs SET due = '2099-01-05 09:00:00.000000', escalated_at = NULL
    WHERE state = 'waiting'
"""
_IN_QUEUE = """
    UPDATE conversations SET holder = 'queue'
    WHERE client_id IN (SELECT id FROM clients WHERE name = ?)
"""


def nobody_is_late(house: ServedHouse) -> None:
    with closing(sqlite3.connect(house.settings.data_dir / "maroquin.db", timeout=20)) as store:
        store.execute(_NO_HURRY)
        store.commit()


def miss_the_promise_to(client: str, house: ServedHouse) -> None:
    """As if she had been waiting for a long time."""
    with closing(sqlite3.connect(house.settings.data_dir / "maroquin.db", timeout=20)) as store:
        store.execute(_IN_QUEUE, (client,))
        store.execute(_LONG_AGO, (client,))
        store.commit()


def seen_missed(page: Page, number: int) -> None:
    marker = page.locator(_MISSED)
    if number:
        expect(marker).to_contain_text(str(number))
    else:
        expect(marker).to_have_count(0)


def test_a_manager_reads_of_a_missed_promise_at_once_wherever_she_is(
    served: ServedHouse, window: Window
) -> None:
    nobody_is_late(served)
    shopper = Shopper(window("en").new_page())
    shopper.come(served.welcome("Vera Lindqvist", Tier.BLACK, "en"))
    shopper.ask("Can pearls get wet?")
    shopper.page.locator(".st-key-ask-person button").click()
    helene, claire = Staff(window("en").new_page()), Staff(window("en").new_page())
    helene.sign_in(served, "helene", "/sign-in?next=/insights")
    claire.sign_in(served, "claire")
    claire.in_queue("Vera Lindqvist")
    helene.page.locator(".mq-insights-head").wait_for()
    helene.page.evaluate("window.notReloaded = true")
    miss_the_promise_to("Vera Lindqvist", served)
    seen_missed(helene.page, 1)
    assert helene.page.evaluate("window.notReloaded")
    expect(claire.page.locator(_MISSED)).to_have_count(0)
    reads(claire.in_queue("Vera Lindqvist"), "Escalated")

    helene.page.locator(_MISSED).click()
    reads(helene.page.locator(".mq-with"), "Vera Lindqvist")
    reads(helene.in_queue("Vera Lindqvist"), "Escalated")
    helene.claim()
    seen_missed(helene.page, 0)


def on_one_line(page: Page) -> bool:
    tops = page.locator(".st-key-masthead").evaluate(
        """head => [...head.querySelectorAll('.mq-house, a, button, summary')]
            .filter(one => one.checkVisibility())
            .map(one => one.getBoundingClientRect())
            .map(box => box.top + box.height / 2)"""
    )
    return len(tops) > 1 and max(tops) - min(tops) < 8


@pytest.mark.parametrize(
    ("lang", "book"), [("en", "Client book"), ("zh", "客户簿")], ids=["en", "zh"]
)
def test_on_a_phone_the_pages_of_a_manager_are_behind_one_menu(
    lang: Lang, book: str, served: ServedHouse, window: Window
) -> None:
    helene = Staff(window(lang, viewport=PHONE).new_page())
    helene.sign_in(served, "helene", "/sign-in?next=/insights")
    page = helene.page
    page.locator(".mq-insights-head").wait_for()
    until(page, lambda: on_one_line(page))
    pages = page.locator(".st-key-masthead-row")
    expect(pages).to_be_hidden()
    page.locator(".mq-menu summary").focus()
    page.keyboard.press("Enter")
    link = pages.get_by_role("link", name=book)
    link.wait_for()
    tab_to(link)
    page.keyboard.press("Enter")
    page.locator(".st-key-mq-clients-narrow").wait_for()
    pages.wait_for(state="hidden")
    until(page, lambda: on_one_line(page))


def tab_to(wanted: Locator) -> None:
    """By the keyboard alone."""
    for _ in range(12):
        wanted.page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError("Tab does not lead there")


@BOTH
def test_the_open_menu_has_no_grave_findings(
    scheme: str, served: ServedHouse, window: Window
) -> None:
    helene = Staff(window("zh", viewport=PHONE, color_scheme=scheme).new_page())
    helene.sign_in(served, "helene")
    helene.page.locator(".mq-menu summary").click()
    helene.page.locator(".st-key-masthead-row a").first.wait_for()
    assert grave_findings(helene.page) == []


def test_escape_closes_a_menu_and_leads_back_to_what_opened_it(
    served: ServedHouse, window: Window
) -> None:
    helene = Staff(window("en", viewport=PHONE).new_page())
    helene.sign_in(served, "helene", "/sign-in?next=/insights")
    page = helene.page
    page.locator(".mq-insights-head").wait_for()
    menu, account = page.locator(".mq-menu summary"), page.locator(".mq-account-menu summary")
    menu.click()
    account.click()
    way_out = page.get_by_role("button", name="Sign out")
    way_out.wait_for()
    page.keyboard.press("Escape")
    expect(way_out).to_be_hidden()
    expect(account).to_be_focused()
    page.keyboard.press("Escape")
    expect(account).to_be_hidden()
    expect(menu).to_be_focused()
