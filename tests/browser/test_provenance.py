"""A personal shopper looks a trace code up and reads the record."""

from __future__ import annotations

import pytest

from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import Staff, reads
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
