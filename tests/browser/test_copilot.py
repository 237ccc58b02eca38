"""A draft by the copilot, from the press to the label that both sides read."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from bench.chat import SAID
from shop.clients import Tier
from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import Shopper, Staff, has_value, reads

_DRAFT = ".mq-draft-words"
_FIELD = ".st-key-mq-desk-conversation textarea"


def test_a_draft_is_edited_sent_and_labelled_on_both_sides(
    served: ServedHouse, window: Window
) -> None:
    shopper, claire = with_a_client(served, window, "Noor Vasseur")
    shopper.say("Can lambskin get wet?")
    reads(claire.transcript(), "Can lambskin get wet?")
    claire.page.get_by_role("button", name="Draft an answer").click()
    draft = claire.page.locator(_DRAFT)
    reads(draft, "Proof:", "not sent")
    words = draft.locator(".mq-text").inner_text()
    draft.locator(".mq-source").first.wait_for()
    assert shopper.page.locator("article.mq-person").count() == 0
    claire.page.get_by_role("button", name="Put in the reply").click()
    field = claire.page.locator(_FIELD)
    has_value(field, re.compile(re.escape(words.split()[0])))
    field.press("End")
    field.type(" Do write if the stain stays.")
    field.press("Control+Enter")
    reads(claire.transcript(), "AI-drafted, sent by", "Do write if the stain stays.")
    said = shopper.page.locator("article.mq-person").filter(has_text="Do write if the stain stays.")
    reads(said, "AI-drafted, sent by a person")
    expect(draft).to_have_count(0)
    claire.reply("I have put one aside for you until Friday evening.")
    own = shopper.page.locator("article.mq-person").filter(has_text="until Friday evening")
    reads(own, "Personal shopper")
    claire.give_back()


def test_a_ruling_goes_into_the_reply_with_one_press(served: ServedHouse, window: Window) -> None:
    shopper, claire = with_a_client(served, window, "Ines Aubry")
    shopper.say("My foot is 24.2 cm, which size of the Cadence?")
    reads(claire.transcript(), "My foot is 24.2 cm")
    page = claire.page
    page.get_by_role("button", name="Rule-books").click()
    page.locator(".st-key-mq-rulebook").get_by_role("combobox").nth(1).click()
    page.get_by_role("option").filter(has_text="Cadence").click()
    reads(page.locator(".mq-ruling"), "Take EU 38.5 in Cadence", "H-L1")
    page.locator(".st-key-mq-rulebook").get_by_role("button", name="Put in the reply").click()
    page.keyboard.press("Escape")
    has_value(page.locator(_FIELD), re.compile("Take EU 38.5"))
    claire.give_back()


def with_a_client(served: ServedHouse, window: Window, name: str) -> tuple[Shopper, Staff]:
    """A client who asked for a person, and Claire who has her."""
    shopper, claire = Shopper(window("en").new_page()), Staff(window("en").new_page())
    shopper.come(served.welcome(name, Tier.BLACK, "en"))
    shopper.say("I would like to talk to a person.")
    shopper.page.locator(SAID).nth(1).wait_for()
    claire.sign_in(served, "claire")
    claire.open(name)
    claire.claim()
    claire.page.locator(_FIELD).wait_for()
    return shopper, claire
