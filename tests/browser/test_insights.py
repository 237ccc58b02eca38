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


@BOTH
def test_the_page_has_no_grave_findings(scheme: str, served: ServedHouse, window: Window) -> None:
    helene = Staff(window("zh", color_scheme=scheme).new_page())
    helene.sign_in(served, "helene", "/sign-in?next=/insights")
    helene.page.locator(".mq-insights-head").wait_for()
    assert grave_findings(helene.page) == []
