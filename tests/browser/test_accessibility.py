"""Every page is free of serious and critical findings of axe, in the light and in the dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import Shopper, Staff

if TYPE_CHECKING:
    from playwright.sync_api import Page

_LOOKS, _BETWEEN_MS = 5, 600
BOTH = pytest.mark.parametrize("scheme", ["light", "dark"])


def grave_findings(page: Page) -> list[str]:
    """What axe still finds serious or critical once the page has been built."""
    for _ in range(_LOOKS):
        if not (findings := _findings(page)):
            break
        page.wait_for_timeout(_BETWEEN_MS)
    return findings


def _findings(page: Page) -> list[str]:
    """One line each: the rule and where."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {[node['html'][:160] for node in each['nodes']]}"
        for each in found
        if each["impact"] in {"serious", "critical"}
    ]


@BOTH
def test_the_chat(scheme: str, served: ServedHouse, window: Window) -> None:
    shopper = Shopper(window("en", color_scheme=scheme).new_page())
    shopper.come(served.address)
    assert grave_findings(shopper.page) == []
    answer = shopper.ask("I wear EU 38.5. Which size of the Cadence pump fits me?")
    answer.locator("summary").first.click()
    shopper.thumb_down()
    assert grave_findings(shopper.page) == []


@BOTH
def test_the_desk(scheme: str, served: ServedHouse, window: Window) -> None:
    shopper = Shopper(window("en").new_page())
    shopper.come(served.link_of("Daniel Moreau"))
    shopper.ask("How do I wash a cashmere sweater?")
    shopper.ask("I would like to talk to a person.")
    marc = Staff(window("en", color_scheme=scheme).new_page())
    marc.sign_in(served, "marc")
    marc.open("Daniel Moreau")
    assert grave_findings(marc.page) == []
    marc.claim()
    marc.page.locator(".st-key-mq-desk-conversation textarea").wait_for()
    assert grave_findings(marc.page) == []
    marc.give_back()
    shopper.page.locator(".mq-notice").nth(1).wait_for()


@BOTH
def test_the_knowledge_page(scheme: str, served: ServedHouse, window: Window) -> None:
    wen = Staff(window("en", color_scheme=scheme).new_page())
    wen.sign_in(served, "wen")
    wen.page.locator(".st-key-mq-shelf button").first.wait_for()
    assert grave_findings(wen.page) == []
    wen.page.goto(f"{served.address}/knowledge?article=care-lambskin")
    wen.page.locator(".mq-article-facts").wait_for()
    assert grave_findings(wen.page) == []
    wen.page.goto(f"{served.address}/knowledge?article=care-lambskin&view=edit")
    wen.page.get_by_label("The article's file").wait_for()
    assert grave_findings(wen.page) == []


@BOTH
def test_the_sign_in(scheme: str, served: ServedHouse, window: Window) -> None:
    page = window("en", color_scheme=scheme).new_page()
    page.goto(f"{served.address}/sign-in")
    assert grave_findings(page) == []
