"""The chat page in a real browser, as far as benches look at it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

SAID = "article.mq-advisor:not(.mq-draft)"  # what the advisor has said and the store has kept
_COMPOSER = "[data-testid='stChatInputTextArea']"
PATIENCE_MS = 60_000

# The number in its conversation of the last message that holds such an element; 0: none.
_LAST = """kind => Math.max(0, ...Array.from(
    document.querySelectorAll("[class*='st-key-message-']"),
    message => message.querySelector(kind)
        ? Number(message.className.match(/st-key-message-([0-9]+)/)[1]) : 0))"""


def open_chat(page: Page, address: str, patience_ms: int = PATIENCE_MS) -> None:
    """Until the advisor's greeting is on the screen."""
    page.goto(address, wait_until="commit", timeout=patience_ms)
    page.locator(SAID).first.wait_for(timeout=patience_ms)


def ask(page: Page, question: str, patience_ms: int = PATIENCE_MS) -> None:
    """Until the whole answer is on the screen. Raises AssertionError where it never comes."""
    before = page.evaluate(_LAST, "article")
    page.locator(_COMPOSER).fill(question)
    page.locator(_COMPOSER).press("Enter")
    until = time.monotonic() + patience_ms / 1000
    while page.evaluate(_LAST, SAID) <= before:
        if time.monotonic() > until:
            raise AssertionError(f"no answer is shown to: {question}")
        page.wait_for_timeout(50)
