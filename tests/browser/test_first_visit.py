"""A first visit in a real browser: a greeting, an answer with its source, and nothing lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from bench.chat import SAID
from shop.language import Lang
from tests.browser.conftest import ServedHouse, Window
from tests.browser.people import Shopper, reads


@pytest.mark.parametrize(
    ("lang", "greeting", "question"),
    [
        ("en", "software, not a person", "How do I clean a lambskin bag?"),
        ("zh", "是软件，不是真人", "羊皮包淋雨了怎么办？"),
    ],
)
def test_she_is_greeted_by_software_reads_a_source_and_finds_it_all_after_a_reload(
    lang: Lang, greeting: str, question: str, served: ServedHouse, window: Window
) -> None:
    shopper = Shopper(window(lang).new_page())
    shopper.come(served.address)
    reads(shopper.page.locator(SAID).first, greeting)

    answer = shopper.ask(question)
    told = answer.inner_text()
    expect(answer).to_have_attribute("lang", lang)
    source = answer.locator("details").first
    source.locator("summary").click()
    quote = source.locator("mark").inner_text()
    assert quote
    assert quote in told

    shopper.come(served.address)
    expect(shopper.page.locator(SAID).nth(1)).to_have_text(told, use_inner_text=True)
