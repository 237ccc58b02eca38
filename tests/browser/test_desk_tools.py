"""The desk's tools in real browsers: cards reach the client, notes never do, keys and the badge."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from shop.clients import Tier
from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import Shopper, Staff, has_value, reads, until

if TYPE_CHECKING:
    from playwright.sync_api import Page

SECRET = "Her sister pays; never mention it"
_REPLY = ".st-key-mq-desk-conversation textarea"
_DIALOG = "dialog[open]"
GREETING = re.compile(r"^Good day, Bea Snippet\. This is Marc")


def claimed(
    served: ServedHouse, window: Window, name: str, login: str = "claire"
) -> tuple[Shopper, Staff]:
    """A client nobody has met, who asked for a person, and whoever took her."""
    shopper, staff = Shopper(window("en").new_page()), Staff(window("en").new_page())
    shopper.come(served.welcome(name, Tier.BLACK, "en"))
    shopper.say("I would like to talk to a person.")
    staff.sign_in(served, login)
    staff.open(name)
    staff.claim()
    staff.page.locator(_REPLY).wait_for()
    return shopper, staff


def tool(page: Page, name: str) -> None:
    page.locator(f"[class*='st-key-tool-{name}-'] button").first.click()


def has_title(page: Page, begins: str) -> None:
    expect(page).to_have_title(re.compile(rf"^{begins}"))


def focused(page: Page) -> str:
    return str(
        page.evaluate("(document.activeElement.shadowRoot ?? document).activeElement.tagName")
    )


def test_a_card_she_sends_is_seen_by_the_client_and_a_note_never_is(
    served: ServedHouse, window: Window
) -> None:
    shopper, claire = claimed(served, window, "Ada Cards")
    page = claire.page
    tool(page, "pieces")
    page.locator("[class*='st-key-pieces-words'] input").fill("cashmere")
    piece = page.locator("[class*='st-key-mq-piece-']").filter(has_text="Nuage")
    piece.get_by_role("button", name="Attach").click()
    page.locator(".st-key-mq-attached").get_by_text("Nuage").wait_for()
    page.keyboard.press("Escape")
    tool(page, "notes")
    page.locator("[class*='st-key-note-text'] textarea").fill(SECRET)
    page.get_by_role("button", name="Keep the note").click()
    reads(claire.transcript(), SECRET, "Internal note, seen by staff only")
    claire.reply("This one is soft.")
    reads(shopper.page.locator(".mq-cards").last, "Nuage", "RMB 5,600")
    reads(shopper.page.locator("body"), "This one is soft.")
    page.locator(".st-key-mq-attached").wait_for(state="detached")
    for where in (shopper.page, Shopper(shopper.page.context.new_page()).page):
        where.goto(served.address)
        reads(where.locator("body"), "This one is soft.")
        assert SECRET not in where.content()
    claire.give_back()


def test_a_snippet_and_pieces_wait_in_the_field_over_a_reload(
    served: ServedHouse, window: Window
) -> None:
    shopper, marc = claimed(served, window, "Bea Snippet", "marc")
    page = marc.page
    tool(page, "pieces")
    page.get_by_role("button", name="Attach").first.click()
    page.locator(".st-key-mq-attached button").first.wait_for()
    page.keyboard.press("Escape")
    tool(page, "snippets")
    page.locator(".st-key-snippet-house-greeting button").click()
    has_value(page.locator(_REPLY), GREETING)
    page.reload()
    has_value(page.locator(_REPLY), GREETING)
    page.locator(".st-key-mq-attached button").first.wait_for()
    page.locator(_REPLY).press("Control+Enter")
    reads(shopper.page.locator("body"), "Good day, Bea Snippet.")
    shopper.page.locator(".mq-cards").last.wait_for()
    marc.give_back()


def test_keys_work_where_nobody_types_and_only_there(served: ServedHouse, window: Window) -> None:
    _, claire = claimed(served, window, "Cleo Keys")
    page = claire.page
    page.locator(_REPLY).fill("")
    page.locator(_REPLY).press_sequentially("j?sxm")
    has_value(page.locator(_REPLY), "j?sxm")
    expect(page.locator(_DIALOG)).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.locator(_REPLY).press("Escape")
    page.keyboard.press("?")
    reads(page.locator(_DIALOG), "Keyboard shortcuts", "Next client in the queue")
    page.keyboard.press("r")  # nothing works behind the list
    page.keyboard.press("Escape")
    page.locator(_DIALOG).wait_for(state="detached")
    assert focused(page) != "TEXTAREA"
    page.keyboard.press("r")
    until(page, lambda: focused(page) == "TEXTAREA")
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.locator(".st-key-mq-snippets").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    page.get_by_text("What came of it").wait_for()
    page.keyboard.press("Escape")
    claire.give_back()


def test_the_badge_counts_what_she_has_not_seen_and_goes_when_she_looks(
    served: ServedHouse, window: Window
) -> None:
    shopper, claire = claimed(served, window, "Dora Badge")
    page = claire.page
    page.evaluate("""() => {
        window.chimes = 0;
        document.addEventListener("maroquin-chimed", () => window.chimes++);
    }""")
    has_title(page, r"Maroquin")
    _look_away(page)
    shopper.say("Are you there?")
    has_title(page, r"\(1\) Maroquin")
    assert page.evaluate("window.chimes") == 0  # sound is off until she turns it on
    page.get_by_role("switch").click()
    expect(page.get_by_role("switch")).to_be_checked()
    before = page.evaluate("window.chimes")
    shopper.say("Hello again")
    has_title(page, r"\(2\) Maroquin")
    page.wait_for_function("before => window.chimes > before", arg=before)
    _look_back(page)
    has_title(page, r"Maroquin")
    claire.give_back()


def _look_away(page: Page) -> None:
    """As if she had gone to another window."""
    page.evaluate("document.hasFocus = () => false")


def _look_back(page: Page) -> None:
    page.evaluate("delete document.hasFocus; window.dispatchEvent(new Event('focus'))")


def _above(claire: Staff, upper: str, lower: str) -> bool:
    """A row that is being drawn anew has no place for a moment."""
    places = [claire.in_queue(name).bounding_box() for name in (upper, lower)]
    return bool(places[0] and places[1] and places[0]["y"] < places[1]["y"])


def test_a_row_keeps_its_place_under_the_pointer(served: ServedHouse, window: Window) -> None:
    claire = Staff(window("en").new_page())
    claire.sign_in(served, "claire")
    first, later = Shopper(window("en").new_page()), Shopper(window("en").new_page())
    first.come(served.welcome("Fay First", Tier.REGISTERED, "en"))
    first.say("I would like to talk to a person.")
    row = claire.in_queue("Fay First")
    row.hover()
    later.come(served.welcome("Gia Pressing", Tier.BLACK, "en"))
    later.say("I would like to talk to a person.")
    # Her promise is sooner. Rows of other tests may leave the queue meanwhile, above these two.
    until(claire.page, lambda: _above(claire, "Fay First", "Gia Pressing"))
    claire.page.mouse.move(900, 400)
    until(claire.page, lambda: _above(claire, "Gia Pressing", "Fay First"))
    for name in ("Gia Pressing", "Fay First"):
        claire.open(name)
        claire.claim()
        claire.page.locator(_REPLY).wait_for()
        claire.give_back()
        claire.page.locator(_REPLY).wait_for(state="detached")
