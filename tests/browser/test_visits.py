"""Appointments and cases as people live them: the client in her chat, staff on their pages."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import TimeoutError as TooLate
from playwright.sync_api import expect

from shop.clients import Tier
from shop.language import Lang
from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import Shopper, Staff, reads
from tests.browser.test_accessibility import grave_findings

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

_TRIES, _SOON_MS = 10, 6000


@dataclass(frozen=True, slots=True)
class Wish:
    lang: Lang
    client: str
    says: str
    salon: str
    booked: str
    listed: str
    cancelled: str


ZH = Wish(
    "zh",
    "苏婉清",
    "帮我约下周三下午三点到静安店",
    "上海静安",
    "已为您预约上海静安",
    "已预约",
    "已取消",
)
EN = Wish(
    "en",
    "Iris Langford",
    "Book me next Wednesday 3 pm at Jing'an, please",
    "Shanghai Jing'an",
    "Your appointment is booked: Shanghai Jing'an",
    "Booked",
    "is cancelled",
)


def appointments(house: ServedHouse, state: str) -> int:
    with closing(sqlite3.connect(house.settings.data_dir / "maroquin.db")) as store:
        query = "select count(*) from appointments where state = ?"
        return int(store.execute(query, (state,)).fetchone()[0])


def press(place: Locator) -> None:
    place.locator("button").first.click()


def a_day_later(page: Page) -> None:
    """A second press meets a page that shows the day the first one led to."""
    day = page.locator("[class*='st-key-visit-day-'] input").first
    shown = day.input_value()
    press(page.locator(".st-key-visit-after"))
    expect(day).not_to_have_value(shown)


def choose(page: Page, key: str, option: str) -> None:
    """An option of a select box, found by typing; a rerun in between closes the list again."""
    field = page.locator(f"[class*='st-key-{key}'] input").first
    for _ in range(_TRIES):
        field.click()
        field.fill(option)
        with suppress(TooLate):
            found = page.get_by_role("option").filter(has_text=option).first
            found.click(timeout=_SOON_MS)
            return
    raise AssertionError(f"{option} cannot be chosen")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["appointments", "cases?case=new"])
def test_the_pages_have_no_grave_findings(
    path: str, scheme: str, served: ServedHouse, window: Window
) -> None:
    marc = Staff(window("en", color_scheme=scheme).new_page())
    marc.sign_in(served, "marc")
    marc.page.goto(f"{served.address}/{path}")
    marc.page.locator(".mq-title").wait_for()
    assert grave_findings(marc.page) == []


@pytest.mark.parametrize("path", ["appointments", "cases"])
def test_the_pages_are_closed_to_whoever_is_not_staff(
    path: str, served: ServedHouse, window: Window
) -> None:
    page = window("en").new_page()
    page.goto(f"{served.address}/{path}")
    expect(page).to_have_url(re.compile("/sign-in"))


def test_who_is_not_signed_in_sees_the_times_and_cannot_book(
    served: ServedHouse, window: Window
) -> None:
    shopper = Shopper(window("en").new_page())
    shopper.come(served.address)
    shopper.ask(EN.says)
    offer = shopper.page.locator("[class*='st-key-visit-offer-']").last
    reads(offer, "come in by your own link")
    assert offer.locator("[class*='st-key-visit-book-']").count() == 0


@pytest.mark.parametrize("wish", [ZH, EN], ids=["zh", "en"])
def test_the_advisor_offers_free_times_and_only_her_own_press_books(
    wish: Wish, served: ServedHouse, window: Window
) -> None:
    shopper = Shopper(window(wish.lang).new_page())
    shopper.come(served.welcome(wish.client, Tier.GOLD, wish.lang))
    before = appointments(served, "booked")
    shopper.ask(wish.says)
    offer = shopper.page.locator("[class*='st-key-visit-offer-']").last
    offer.locator(f'input[value*="{wish.salon}"]').first.wait_for()
    times = offer.locator("[class*='st-key-visit-at-'] button")
    times.first.wait_for()
    assert appointments(served, "booked") == before  # what she said booked nothing

    times.first.click()
    book = offer.locator("[class*='st-key-visit-book-'] button:not([disabled])")
    book.click()
    shopper.page.locator(".mq-notice").filter(has_text=wish.booked).wait_for()
    assert appointments(served, "booked") == before + 1

    hers = shopper.page.locator(".st-key-hers")
    press(hers)
    listed = shopper.page.locator(".mq-hers").first
    reads(listed, wish.salon, wish.listed)
    with shopper.page.expect_download() as file:
        shopper.page.locator("[class*='st-key-hers-calendar-'] button").first.click()
    assert "BEGIN:VEVENT" in file.value.path().read_text("utf-8")
    shopper.page.locator("[class*='st-key-hers-ask-cancel-'] button").first.click()
    shopper.page.locator("[class*='st-key-hers-cancel-'] button").first.click()
    shopper.page.locator(".mq-notice").filter(has_text=wish.cancelled).wait_for()
    assert appointments(served, "booked") == before


def test_staff_book_a_free_time_and_the_client_reads_of_it_at_once(
    served: ServedHouse, window: Window
) -> None:
    shopper, claire = Shopper(window("en").new_page()), Staff(window("en").new_page())
    shopper.come(served.link_of("Olivia Hartwell"))
    shopper.ask("Can pearls get wet?")
    claire.sign_in(served, "claire", "/sign-in?next=/appointments")
    claire.page.goto(f"{served.address}/appointments?salon=dubai")
    page = claire.page
    page.locator(".mq-visit-day").wait_for()
    a_day_later(page)  # tomorrow is less than 24 hours ahead in part
    a_day_later(page)
    page.locator("[class*='st-key-visit-free-'] button").nth(2).click()
    reads(page.locator(".mq-visit-head"), "Book an appointment", "Dubai")
    choose(page, "client-", "Olivia")
    page.locator("[class*='st-key-book-'] button:not([disabled])").click()
    reads(page.locator(".mq-visit-head"), "Olivia Hartwell")
    shopper.page.locator(".mq-notice").filter(has_text="Dubai").wait_for()

    press(page.locator("[class*='st-key-cancelling-']"))
    page.locator("[class*='st-key-cancel-'] button").last.click()
    shopper.page.locator(".mq-notice").filter(has_text="is cancelled").wait_for()
    reads(page.locator(".st-key-mq-visit-detail"), "Cancelled")


def test_a_case_is_decided_by_a_manager_and_the_client_sees_its_state(
    served: ServedHouse, window: Window
) -> None:
    shopper = Shopper(window("en").new_page())
    shopper.come(served.link_of("Daniel Moreau"))
    shopper.ask("Can pearls get wet?")
    claire, helene = Staff(window("en").new_page()), Staff(window("en").new_page())
    claire.sign_in(served, "claire")
    claire.page.goto(f"{served.address}/cases?case=new")
    page = claire.page
    choose(page, "case-client", "Daniel")
    choose(page, "case-kind-new", "Dispute")
    about = page.get_by_label("What the dispute is about")
    about.fill("The clasp broke on the first day.")
    about.press("Control+Enter")
    page.wait_for_timeout(500)
    press(page.locator(".st-key-case-begin"))
    detail = page.locator(".st-key-mq-case-detail")
    reads(detail, "Daniel Moreau", "decided within 48 hours", "A manager decides this case.")
    assert page.locator("[class*='st-key-deciding-']").count() == 0
    expect(page).to_have_url(re.compile("case=(?!new)"))
    address = page.url

    helene.sign_in(served, "helene")
    helene.page.goto(address)
    press(helene.page.locator("[class*='st-key-deciding-']"))
    helene.page.get_by_text("In the client's favour", exact=True).click()
    reason = helene.page.get_by_label("Reason, which the client reads")
    reason.fill("We repair the clasp and pay the pickup.")
    reason.press("Control+Enter")
    helene.page.locator("[class*='st-key-decide-'] button:not([disabled])").last.click()
    reads(helene.page.locator(".st-key-mq-case-detail"), "We repair the clasp", "Decided")
    shopper.page.locator(".mq-notice").filter(has_text="decided in your favour").wait_for()
    press(shopper.page.locator(".st-key-hers"))
    case = shopper.page.locator(".mq-hers").filter(has_text="Dispute").first
    reads(case, "Decided", "in the client's favour")
    reads(detail, "Decided")  # on the page that stood open all the while


def test_a_case_is_opened_from_a_conversation_with_its_messages(
    served: ServedHouse, window: Window
) -> None:
    shopper, claire = Shopper(window("en").new_page()), Staff(window("en").new_page())
    shopper.come(served.link_of("沈知微"))
    shopper.ask("Can pearls get wet?")
    press(shopper.page.locator(".st-key-ask-person"))
    claire.sign_in(served, "claire")
    claire.open("沈知微")
    claire.claim()
    page = claire.page
    press(page.locator("[class*='st-key-case-talk-']"))
    choose(page, "case-kind-talk-", "Return")
    choose(page, "evidence-talk-", "Can pearls get wet?")
    page.keyboard.press("Tab")
    page.locator("[class*='st-key-open-talk-'] button").click()
    reads(page.locator(".st-key-mq-transcript"), "已为您立案", "退货")
    press(shopper.page.locator(".st-key-hers"))
    reads(shopper.page.locator(".mq-hers").first, "退货", "处理中")
