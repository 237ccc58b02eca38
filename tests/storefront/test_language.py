from __future__ import annotations

import pytest

from storefront.language import language_wanted


@pytest.mark.parametrize(
    ("wishes", "lang"),
    [
        (("zh-CN",), "zh"),
        ((None, "zh_TW"), "zh"),
        (("en-GB", "zh"), "en"),
        (("fr-FR", "zh-HK"), "zh"),
        (("fr-FR",), "en"),
        ((None, ""), "en"),
    ],
)
def test_the_first_wish_that_we_can_grant_decides(
    wishes: tuple[str | None, ...], lang: str
) -> None:
    assert language_wanted(*wishes) == lang
