"""How much memory the server holds after it answered 20 questions asked in a real browser.

    python -m bench.memory

Resident megabytes of the server and whatever it started, 1 MB = 10^6 bytes. Prints {rss_mb, n}.
"""

from __future__ import annotations

import psutil

from bench.browser import chromium
from bench.chat import ask, open_chat
from bench.figures import report
from bench.house import house_to_measure
from bench.questions import QUESTIONS
from bench.server import free_port, running

_ASKED = QUESTIONS[:20]


def main() -> None:
    with house_to_measure() as settings, chromium() as browser:
        served = settings.model_copy(update={"port": free_port()})
        with running(served, settings.data_dir / "server.log") as process:
            page = browser.new_page()
            open_chat(page, served.address)
            for question, _ in _ASKED:
                ask(page, question)
            resident = rss_mb(process.pid)
    report(rss_mb=round(resident), n=len(_ASKED))


def rss_mb(pid: int) -> float:
    family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    return float(sum(process.memory_info().rss for process in family)) / 1e6


if __name__ == "__main__":
    main()
