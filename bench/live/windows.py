"""Real pages in Chromium: what is typed there, and when a text can be read there."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bench.browser import QUIET, executable_here
from bench.live.people import Seat
from settings import Settings

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

PATIENCE_MS = 30_000
_OPENS_MS = 120_000  # while everybody else opens hers
_COMPOSER = "[data-testid='stChatInputTextArea']"
_STANDS = "[class*='st-key-message-'], [class*='st-key-mq-queue-']"


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Raises BrowserMissing."""
    executable = executable_here()
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable, args=QUIET)
        try:
            yield browser
        finally:
            await browser.close()


class Window:
    """One page in a browser of its own, which `cookies` say whose it is."""

    def __init__(self, browser: Browser, settings: Settings, cookies: str) -> None:
        self._browser, self._settings, self._cookies = browser, settings, cookies
        self._page: Page | None = None

    @property
    def page(self) -> Page:
        assert self._page
        return self._page

    async def open(self, path: str = "") -> None:
        """Until the page stands there."""
        context = await self._browser.new_context(locale="en-GB")
        pairs = [pair.partition("=") for pair in self._cookies.split("; ")]
        await context.add_cookies(
            [{"name": n, "value": v, "url": self._settings.address} for n, _, v in pairs]
        )
        self._page = await context.new_page()
        self._page.set_default_timeout(_OPENS_MS)
        await self._page.goto(f"{self._settings.address}/{path}")
        await self._page.locator(_STANDS).first.wait_for()

    async def close(self) -> None:
        await self.page.context.close()

    def expect(self, text: str) -> Awaitable[float]:
        """When it can be read, as a time of `time.perf_counter`."""
        return asyncio.create_task(self._reads(text))

    async def say(self, text: str) -> float:
        """In the shopper's chat; the time of pressing Enter."""
        return await self._send(_COMPOSER, text, "Enter")

    async def reply(self, seat: Seat, text: str) -> float:
        """At the desk; the time of pressing Ctrl and Enter."""
        if seat.conversation not in self.page.url:
            await self.page.locator(f".st-key-open-{seat.handoff} button").click()
            await self.page.locator(f".st-key-reply-{seat.conversation} textarea").wait_for()
        return await self._send(
            f".st-key-reply-{seat.conversation} textarea", text, "Control+Enter"
        )

    async def _send(self, box: str, text: str, key: str) -> float:
        await self.page.locator(box).fill(text)
        began = time.perf_counter()
        await self.page.locator(box).press(key)
        return began

    async def _reads(self, text: str) -> float:
        await self.page.get_by_text(text).first.wait_for(timeout=PATIENCE_MS)
        return time.perf_counter()
