"""A look in the browser: composed, sent, reacted to, and seen at the desk and in the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shop.clients import Tier
from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import Shopper, Staff, has_value, reads

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

CLIENT = "Su Wan"


def choose(page: Page, *pieces: str) -> None:
    box = page.get_by_role("combobox", name="Pieces")
    for piece in pieces:
        box.fill(piece)
        box.press("Enter")
        reads(page.locator(".mq-look"), piece)
    box.press("Escape")  # while its list is open the rest of the page is out of reach


def card_of(shopper: Shopper) -> Locator:
    return shopper.page.locator("[class*='st-key-look-card-']")


def under(card: Locator, piece: str) -> Locator:
    return card.locator("[class*='st-key-look-piece-']").filter(has_text=piece)


def test_a_look_goes_from_the_desk_to_the_client_and_her_thoughts_come_back(
    served: ServedHouse, window: Window
) -> None:
    wan = Shopper(window("en").new_page())
    wan.come(served.welcome(CLIENT, Tier.BLACK, "en"))
    wan.say("I would like to talk to a person.")
    marc = Staff(window("en").new_page())
    marc.sign_in(served, "marc")
    marc.open(CLIENT)
    marc.claim()
    marc.page.get_by_role("link", name="Compose a look").click()
    choose(marc.page, "Soir", "Cadence")
    marc.page.get_by_role("button", name="Add the Lune").click()
    reads(marc.page.locator(".mq-look").first, "Lune", "Together RMB 34,600")
    marc.page.get_by_role("button", name=f"Send to {CLIENT}").click()
    marc.page.get_by_role("link", name="To the conversation").click()

    card = card_of(wan)
    reads(card, "Soir", "RMB 8,800", "Composed by Marc", "Together RMB 34,600")
    under(card, "Soir").get_by_role("radio", name="Love it").click()
    word = under(card, "Soir").get_by_role("textbox")
    word.fill("that back")
    word.press("Enter")
    under(card, "Lune").get_by_role("radio", name="I have it").click()

    seen = marc.page.locator(".mq-look")
    reads(seen, "Loves it: that back", "Has it already")
    wan.page.reload()
    has_value(under(card_of(wan), "Soir").get_by_role("textbox"), "that back")

    marc.page.get_by_role("link", name="Client book", exact=True).click()
    marc.page.locator(".st-key-mq-clients-list button").filter(has_text=CLIENT).click()
    book = marc.page.locator(".st-key-mq-book-right")
    reads(book, "Look sent · Soir, Cadence and Lune", "Loves it · Soir bias slip dress · that back")
    marc.page.goto(f"{served.address}/desk")
    marc.open(CLIENT)
    marc.give_back()
