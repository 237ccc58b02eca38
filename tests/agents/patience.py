"""Waiting for what other threads do."""

from __future__ import annotations

import time
from collections.abc import Callable


def soon(holds: Callable[[], bool], within_s: float = 3.0) -> bool:
    """Whether it holds before long."""
    until = time.monotonic() + within_s
    while not holds() and time.monotonic() < until:
        time.sleep(0.01)
    return holds()
