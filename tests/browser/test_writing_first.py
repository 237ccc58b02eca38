"""A client is written to first: from the client book to the page she has open, and her answer."""

from __future__ import annotations

from bench.chat import SAID
from shop.client_book import ClientBook, Said
from shop.client_entries import Answer, Channel, Draft, EntryKind, Purpose
from shop.clients import Tier
from shop.db import open_store
from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import Shopper, Staff, reads
from tests.browser.test_accessibility import grave_findings
from tests.shop.people import house_tiers
from wiring import utc_now

WRITE, BACK = "Write to this client", "The Sillage is back in the salon."


def agrees_to_letters(house: ServedHouse, name: str) -> None:
    store = open_store(house.settings.database)
    book = ClientBook(store, utc_now, house_tiers())
    with store.read() as work:
        client = next(each for each in work.clients.all() if each.name == name)
        claire = next(each for each in work.staff.all() if each.login == "claire")
    draft = Draft(EntryKind.CONSENT, Answer.GIVEN, Purpose.CONTACT)
    book.keep(claire, client.id, draft, Said(Channel.PHONE, name))
    store.close()


def open_client(staff: Staff, house: ServedHouse, login: str, name: str) -> None:
    staff.sign_in(house, login, "/sign-in?next=/clients")
    staff.page.locator(".st-key-mq-clients-list button").filter(has_text=name).click()
    reads(staff.page.locator(".mq-client-head"), name)


def test_a_client_is_written_to_first_and_answers_on_the_page_she_has_open(
    served: ServedHouse, window: Window
) -> None:
    name = "Ottilie Marchand"
    shopper = Shopper(window("en").new_page())
    claire, marc = Staff(window("en").new_page()), Staff(window("en").new_page())
    shopper.come(served.welcome(name, Tier.GOLD, "en"))
    shopper.say("Can lambskin get wet?")
    shopper.page.locator(SAID).nth(1).wait_for()
    open_client(claire, served, "claire", name)
    claire.page.get_by_role("button", name=WRITE).click()
    reads(claire.page.locator(".st-key-mq-book-right"), "has not agreed that we write first")
    agrees_to_letters(served, name)
    claire.page.get_by_role("button", name=WRITE).click()
    claire.page.get_by_role("link", name="To the conversation").click()
    reads(claire.page.locator(".mq-with"), name)
    assert "lambskin" not in claire.transcript().inner_text()  # that was said to the advisor alone
    claire.reply(BACK)
    reads(shopper.page.locator("body"), "has joined the conversation.", BACK)
    shopper.say("How lovely, please keep it for me.")
    reads(claire.transcript(), BACK, "How lovely, please keep it for me.")
    open_client(marc, served, "marc", name)
    marc.page.get_by_role("button", name=WRITE).click()
    reads(marc.page.locator(".st-key-mq-book-right"), "has this client now.")
    claire.give_back()


def test_a_talk_with_nothing_to_press_in_it_is_scrolled_by_keys(
    served: ServedHouse, window: Window
) -> None:
    name = "Sidonie Varlet"
    shopper, claire = Shopper(window("en").new_page()), Staff(window("en").new_page())
    shopper.come(served.welcome(name, Tier.GOLD, "en"))
    agrees_to_letters(served, name)
    open_client(claire, served, "claire", name)
    claire.page.get_by_role("button", name=WRITE).click()
    claire.page.get_by_role("link", name="To the conversation").click()
    reads(claire.page.locator(".mq-with"), name)
    for word in range(6):
        claire.reply(f"{BACK} {word}")
        reads(claire.transcript(), f"{BACK} {word}")
    assert grave_findings(claire.page) == []
    first = claire.transcript().locator("[tabindex='0']")
    first.focus()
    assert first.evaluate("each => each === document.activeElement")
