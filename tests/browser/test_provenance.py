"""A shopper sends her code, a personal shopper looks codes up: both read the record."""

from __future__ import annotations

import pytest

from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import Shopper, Staff, reads
from tests.browser.test_accessibility import grave_findings


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_broken_record_is_shown_where_it_breaks(
    scheme: str, served: ServedHouse, window: Window
) -> None:
    claire = Staff(window("zh", color_scheme=scheme).new_page())
    claire.sign_in(served, "claire")
    claire.page.goto(f"{served.address}/provenance?code=TV-JPLO-20260228")
    reads(claire.page.locator(".mq-verdict"), "在第 4 环节断开")
    reads(claire.page.locator(".mq-link-broken"), "质检", "在此断开")
    reads(claire.page.locator(".mq-proves"), "这不等于鉴定。")
    assert grave_findings(claire.page) == []


def test_a_code_scanned_before_its_delivery_is_a_warning_to_both(
    served: ServedHouse, window: Window
) -> None:
    shopper = Shopper(window("en").new_page())
    shopper.come(served.address)
    answer = shopper.ask("TV-NBFG-20261109")
    reads(answer, "its record shows no delivery yet", "This is not an appraisal.")

    claire = Staff(window("en").new_page())
    claire.sign_in(served, "claire", "/sign-in?next=/provenance")
    code = claire.page.get_by_label("Trace code")
    code.fill("TV-NBFG-20261109")
    code.press("Enter")
    reads(claire.page.locator(".mq-verdict"), "First scanned before delivery", "Cadence")
    reads(claire.page.locator(".mq-links"), "Transport scans", "not reached yet")


def test_a_record_that_holds_shows_its_eight_links(served: ServedHouse, window: Window) -> None:
    marc = Staff(window("en").new_page())
    marc.sign_in(served, "marc")
    marc.page.goto(f"{served.address}/provenance?code=TV-KLMN-20260417")
    reads(marc.page.locator(".mq-verdict"), "The record holds", "Rivage")
    reads(marc.page.locator(".mq-links"), "Material lot", "Import customs record", "holds")
    assert marc.page.locator(".mq-link-broken").count() == 0


def test_a_code_that_is_not_in_the_register_has_no_links(
    served: ServedHouse, window: Window
) -> None:
    claire = Staff(window("en").new_page())
    claire.sign_in(served, "claire")
    claire.page.goto(f"{served.address}/provenance?code=TV-AAAA-20260101")
    claire.page.locator(".mq-verdict").wait_for()
    assert claire.page.locator(".mq-links").count() == 0
