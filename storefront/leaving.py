"""Stopping in time: open event streams end when the process is told to stop.

The server waits for every response to end before it shuts down, and a live line never ends by
itself. So the signals that stop the server first reach us, then the server's own handler.
"""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable
from types import FrameType

_STOPPING = (signal.SIGINT, signal.SIGTERM)


def before_stopping(act: Callable[[], None]) -> None:
    """Have `act` run on the current event loop as soon as the process is told to stop.

    Does nothing outside the main thread, where no signal handler can be set.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    loop = asyncio.get_running_loop()
    for number in _STOPPING:
        _put_before(number, lambda: loop.call_soon_threadsafe(act))


def _put_before(number: signal.Signals, act: Callable[[], object]) -> None:
    earlier = signal.getsignal(number)

    def handle(received: int, frame: FrameType | None) -> None:
        act()
        if callable(earlier):
            earlier(received, frame)

    signal.signal(number, handle)
