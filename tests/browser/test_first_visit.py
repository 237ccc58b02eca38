"""A first visit in a real browser: a greeting, an answer with its source, and nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.chat import SAID, ask, open_chat
from tests.browser.conftest import ServedHouse

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext


def test_the_advisor_greets_and_says_that_it_is_software(
    served: ServedHouse, visitor: BrowserContext
) -> None:
    page = visitor.new_page()
    open_chat(page, served.address)
    assert "software" in page.locator(SAID).first.inner_text()


@pytest.mark.parametrize(
    ("question", "lang"),
    [("How do I clean a lambskin bag?", "en"), ("羊皮包淋雨了怎么办？", "zh")],
)
def test_an_answer_comes_in_her_language_with_a_source_that_opens(
    question: str, lang: str, served: ServedHouse, visitor: BrowserContext
) -> None:
    page = visitor.new_page()
    open_chat(page, served.address)
    ask(page, question)
    answer = page.locator(SAID).last
    assert answer.get_attribute("lang") == lang
    source = answer.locator("details").first
    source.locator("summary").click()
    assert source.locator("mark").inner_text() != ""


def test_a_reload_keeps_the_conversation(served: ServedHouse, visitor: BrowserContext) -> None:
    page = visitor.new_page()
    open_chat(page, served.address)
    ask(page, "Can pearls get wet?")
    told = page.locator(SAID).last.inner_text()
    open_chat(page, served.address)
    page.locator(SAID).nth(1).wait_for()
    assert page.locator(SAID).last.inner_text() == told
