"""How soon after `make run` on an installed clone a shopper reads the greeting.

    python -m bench.first_page

The clone was started once before: its articles are indexed and its demo people made. Measured from
starting `make run` to the greeting in a real Chromium that is open already. Prints {first_page_s}.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bench.browser import chromium
from bench.chat import open_chat
from bench.figures import report
from bench.house import house_to_measure
from bench.server import free_port, started, wait_until_up
from settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def main() -> None:
    with house_to_measure() as settings, chromium() as browser:
        served = settings.model_copy(update={"port": free_port()})
        seconds_to_greeting(served, browser)
        seconds = seconds_to_greeting(served, browser)
    report(first_page_s=round(seconds, 2))


def seconds_to_greeting(served: Settings, browser: Browser) -> float:
    """Of one start, from `make run` to the greeting; the server is stopped again."""
    page = browser.new_page()
    began = time.perf_counter()
    with started(["make", "run"], served, served.data_dir / "server.log") as process:
        wait_until_up(served, process)
        open_chat(page, served.address)
        seconds = time.perf_counter() - began
        page.close()
    return seconds


if __name__ == "__main__":
    main()
