from __future__ import annotations

import pytest

from shop.language import Lang, language_of

CODES = ["TV-NBFG-20261109", "EU38", "EU38.5?", "38.5", "H-F6 H-M5", "1.2w", "🙂"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("text", CODES)
def test_a_code_is_in_no_language_and_stays_in_that_of_the_talk(text: str, lang: Lang) -> None:
    assert language_of(text, lang) == lang


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("TV-NBFG-20261109 please", "en"),
        ("size EU38", "en"),
        ("Merci", "en"),
        ("TV-NBFG-20261109 是真的吗", "zh"),
        ("EU38 码", "zh"),
    ],
)
def test_one_word_is_enough(text: str, lang: Lang) -> None:
    other: Lang = "en" if lang == "zh" else "zh"
    assert language_of(text, other) == lang
