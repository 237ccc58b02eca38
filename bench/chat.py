"""The chat page in a real browser, as far as benches look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

SAID = "article.mq-advisor:not(.mq-draft)"  # what the advisor has said and the store has kept
_COMPOSER = "[data-testid='stChatInputTextArea']"
PATIENCE_MS = 30_000


def open_chat(page: Page, address: str) -> None:
    """Until the advisor's greeting is on the screen."""
    page.goto(address, wait_until="commit", timeout=PATIENCE_MS)
    page.locator(SAID).first.wait_for(timeout=PATIENCE_MS)


def ask(page: Page, question: str) -> None:
    """Until the whole answer is on the screen."""
    before = page.locator(SAID).count()
    page.locator(_COMPOSER).fill(question)
    page.locator(_COMPOSER).press("Enter")
    page.locator(SAID).nth(before).wait_for(timeout=PATIENCE_MS)
