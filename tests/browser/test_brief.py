"""The brief in the browser: the client reads it, agrees to it, and only then the desk has it."""

from __future__ import annotations

import os
from pathlib import Path

from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import Shopper, Staff, reads

CLIENT = "Daniel Moreau"
WISH = "The Cadence for my sister, she wears EU 38. Budget 12k, we fly on Friday"


def _picture(page: object, name: str) -> None:
    """For whoever wants to look: BRIEF_PICTURES names a folder."""
    if folder := os.environ.get("BRIEF_PICTURES"):
        page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)  # type: ignore[attr-defined]


def test_the_desk_has_the_brief_only_after_she_agreed(served: ServedHouse, window: Window) -> None:
    shopper, claire = Shopper(window("en").new_page()), Staff(window("en").new_page())
    shopper.page.goto(served.link_of(CLIENT))
    shopper.come(served.address)
    shopper.say(WISH)
    shopper.page.get_by_role("button", name="What is passed on").click()
    read = shopper.page.get_by_test_id("stPopoverBody")
    reads(read, "sister", "EU 38", "12k", "Friday")
    _picture(shopper.page, "chat-brief")
    read.get_by_text("Ask me before it is passed on").click()
    shopper.page.keyboard.press("Escape")
    shopper.say("I would like to talk to a person.")
    claire.sign_in(served, "claire")
    claire.open(CLIENT)
    reads(claire.brief(), "was asked")
    shopper.page.get_by_role("button", name="Pass it on", exact=True).click()
    reads(claire.brief(), "For whom", "sister", "12k", "Urgency")
    claire.page.locator(".mq-discussed").first.scroll_into_view_if_needed()
    _picture(claire.page, "desk-brief")
