"""The desk's tools, a look and the client book: no serious finding of axe on either paper or width.

What opens over the page stands beside it in the document, so each is looked at while it is open.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from bench.chat import PATIENCE_MS, SAID
from shop.clients import Tier
from tests.browser.conftest import ServedHouse
from tests.browser.people import Shopper, Staff, reads
from tests.browser.test_accessibility import grave_findings

if TYPE_CHECKING:
    from playwright.sync_api import Page

_REPLY = ".st-key-mq-desk-conversation textarea"
_OPEN = "[data-testid='stPopoverBody']"
_WIDE, _PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# What a tool's button stands in, and what is pressed once it is open.
TOOLS = (
    ("tool-snippets-", ".st-key-snippet-new button"),
    ("tool-pieces-", ""),
    ("tool-notes-", ""),
    ("tool-follow-up-", ""),
    ("visit-talk-", ""),
    ("case-talk-", ""),
    ("passing-", ""),
    ("giving-", ""),
    ("closing-", ""),
)
LOOKS_OF_A_PAGE = [(scheme, size) for scheme in ("light", "dark") for size in ("wide", "phone")]
EACH = pytest.mark.parametrize(("scheme", "size"), LOOKS_OF_A_PAGE)


def dressed(page: Page, scheme: str, size: str) -> None:
    page.set_viewport_size(_PHONE if size == "phone" else _WIDE)  # type: ignore[arg-type]
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.wait_for_timeout(400)


@pytest.fixture(scope="module")
def claire(served: ServedHouse, chromium: object) -> Iterator[Staff]:
    """With a client of hers open, who has asked for a size."""
    windows = [chromium.new_context(locale="en-GB", viewport=_WIDE) for _ in range(2)]  # type: ignore[attr-defined]
    shopper, staff = (
        Shopper(windows[0].new_page()),
        Staff(windows[1].new_page()),
    )
    for each in windows:
        each.set_default_timeout(PATIENCE_MS)
    shopper.come(served.welcome("Axelle Marchand", Tier.BLACK, "en"))
    shopper.say("I would like to talk to a person.")
    shopper.page.locator(SAID).nth(1).wait_for()
    staff.sign_in(served, "claire")
    staff.open("Axelle Marchand")
    staff.claim()
    staff.page.locator(_REPLY).wait_for()
    shopper.say("My foot is 24.2 cm, which size of the Cadence?")
    reads(staff.transcript(), "24.2 cm")
    yield staff
    for each in windows:
        each.close()


@EACH
def test_the_copilots_draft(scheme: str, size: str, claire: Staff) -> None:
    page = claire.page
    dressed(page, scheme, size)
    if not page.locator(".mq-draft-words").count():
        page.locator("[class*='st-key-draft-'] button").first.click()
    reads(page.locator(".mq-draft-words"), "not sent")
    assert grave_findings(page) == []


@EACH
def test_the_rule_books(scheme: str, size: str, claire: Staff) -> None:
    page = claire.page
    dressed(page, scheme, size)
    page.get_by_role("button", name="Rule-books").click()
    form = page.locator(".st-key-mq-rulebook")
    form.get_by_role("combobox").nth(1).click()
    page.get_by_role("option").filter(has_text="Cadence").click()
    reads(form.locator(".mq-ruling"), "Cadence")
    assert grave_findings(page) == []
    page.keyboard.press("Escape")
    form.wait_for(state="detached")


@EACH
@pytest.mark.parametrize(("tool", "then"), TOOLS)
def test_a_tool_of_the_desk(tool: str, then: str, scheme: str, size: str, claire: Staff) -> None:
    page = claire.page
    dressed(page, scheme, size)
    page.locator(f"[class*='st-key-{tool}'] button").first.click()
    page.locator(_OPEN).wait_for()
    if then and page.locator(then).count():
        page.locator(then).click()
    page.wait_for_timeout(500)
    assert grave_findings(page) == []
    page.keyboard.press("Escape")
    page.locator(_OPEN).wait_for(state="detached")


@EACH
def test_a_look_being_composed(scheme: str, size: str, claire: Staff, served: ServedHouse) -> None:
    page = claire.page.context.new_page()
    page.goto(f"{served.address}/looks")
    dressed(page, scheme, size)
    pieces = page.get_by_role("combobox", name="Pieces")
    for piece in ("Soir", "Cadence"):
        pieces.fill(piece)
        pieces.press("Enter")
        reads(page.locator(".mq-look"), piece)
    pieces.press("Escape")
    page.locator(".mq-suggested").first.wait_for()
    assert grave_findings(page) == []
    page.close()


@EACH
def test_a_client_in_the_book(scheme: str, size: str, claire: Staff, served: ServedHouse) -> None:
    page = claire.page.context.new_page()
    page.goto(f"{served.address}/clients")
    dressed(page, scheme, size)
    row = page.locator(".st-key-mq-clients-list button").filter(has_text="Olivia Hartwell")
    row.wait_for()
    assert grave_findings(page) == []
    row.click()
    page.locator(".mq-client-head").wait_for()
    page.get_by_role("button", name="Write something down").click()
    page.locator(".st-key-mq-book-form").wait_for()
    assert grave_findings(page) == []
    page.close()
