"""A real Chromium: Debian's, headless, without Playwright's download."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from shop.errors import SettingsError

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]


class BrowserMissing(SettingsError):
    def __init__(self) -> None:
        super().__init__("No Chromium here: sudo apt install chromium fonts-noto-cjk")


def executable_here() -> str:
    """Raises BrowserMissing."""
    executable = next((path for path in map(shutil.which, _NAMES) if path), None)
    if executable is None:
        raise BrowserMissing
    return executable


@contextmanager
def chromium() -> Iterator[Browser]:
    """Raises BrowserMissing."""
    executable = executable_here()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
        try:
            yield browser
        finally:
            browser.close()
