"""A manager reads the figures and takes a table along; a client is asked what she thought."""

from __future__ import annotations

from shop.clients import Tier
from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import Shopper, Staff, reads
from tests.browser.test_accessibility import BOTH, grave_findings


def test_figures_come_with_their_tables_to_download(served: ServedHouse, window: Window) -> None:
    shopper = Shopper(window("en").new_page())
    shopper.come(served.welcome("Nora Feld", Tier.GOLD, "en"))
    shopper.ask("Can pearls get wet?")
    helene = Staff(window("en").new_page())
    helene.sign_in(served, "helene", "/sign-in?next=/insights")
    reads(helene.page.locator(".mq-headlines"), "Needed no person", "First replies in time")
    with helene.page.expect_download() as file:
        helene.page.get_by_role("button", name="Download as CSV").first.click()
    lines = file.value.path().read_text("utf-8-sig").splitlines()
    assert len(lines) > 1
    assert "," in lines[0]


def test_after_a_person_has_closed_one_press_says_how_content_she_was(
    served: ServedHouse, window: Window
) -> None:
    name = "Mira Solberg"
    shopper, claire = Shopper(window("en").new_page()), Staff(window("en").new_page())
    shopper.come(served.welcome(name, Tier.GOLD, "en"))
    shopper.ask("Can pearls get wet?")
    shopper.page.locator(".st-key-ask-person button").click()
    claire.sign_in(served, "claire")
    claire.open(name)
    claire.claim()
    claire.page.locator("[class*='st-key-closing-'] button").first.click()
    claire.page.get_by_text("Question answered", exact=True).click()
    claire.page.locator("[class*='st-key-close-'] button:not([disabled])").click()
    shopper.page.get_by_text("How content were you").wait_for()
    shopper.page.get_by_role("button", name="4", exact=True).or_(
        shopper.page.get_by_role("radio", name="4", exact=True)
    ).first.click()
    shopper.page.get_by_text("Thank you. It goes to the people").wait_for()


@BOTH
def test_the_page_has_no_grave_findings(scheme: str, served: ServedHouse, window: Window) -> None:
    helene = Staff(window("zh", color_scheme=scheme).new_page())
    helene.sign_in(served, "helene", "/sign-in?next=/insights")
    helene.page.locator(".mq-insights-head").wait_for()
    assert grave_findings(helene.page) == []
