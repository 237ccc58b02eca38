"""How soon after `make run` on an installed, indexed clone a shopper reads the greeting.

    python -m bench.first_page

From starting `make run` to the greeting in a real Chromium, which stands open already. Prints
{first_page_s}.
"""

from __future__ import annotations

import time
from pathlib import Path

from bench.browser import chromium
from bench.chat import open_chat
from bench.figures import report
from bench.house import house_to_measure
from bench.server import free_port, started, wait_until_up


def main() -> None:
    with house_to_measure() as settings, chromium() as browser:
        served = settings.model_copy(update={"port": free_port()})
        page = browser.new_page()
        began = time.perf_counter()
        log = Path(settings.data_dir) / "server.log"
        with started(["make", "run"], served, log) as process:
            wait_until_up(served, process)
            open_chat(page, served.address)
            seconds = time.perf_counter() - began
    report(first_page_s=round(seconds, 2))


if __name__ == "__main__":
    main()
