"""The thread that makes the house keep its promises while it runs.

Every few seconds: the watch over promises, turns whose process died, reminders of appointments.
Every hour: what the house has promised to forget. Each process has one; what they do is done once
(`shop.watch`).
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from time import monotonic

from agents.turn_runner import TurnRunner
from shop.reminders import Reminders
from shop.retention import Retention
from shop.watch import Watch

LOOK_EVERY_S = 5.0
SWEEP_EVERY_S = 3600.0
_log = logging.getLogger(__name__)


class Watchman:
    """`start` once the house answers; `close` waits for a round that is under way."""

    def __init__(
        self,
        watch: Watch,
        runner: TurnRunner,
        retention: Retention,
        look_every_s: float = LOOK_EVERY_S,
        reminders: Reminders | None = None,
    ) -> None:
        self._watch, self._runner, self._retention = watch, runner, retention
        self._reminders = reminders
        self._look_every_s = look_every_s
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._rounds, name="watchman", daemon=True)
        self._next_sweep = 0.0

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join()

    def _rounds(self) -> None:
        while not self._stopped.wait(self._look_every_s):
            self._quietly(self._watch.tick)
            self._quietly(self._runner.take_over)
            if self._reminders:
                self._quietly(self._reminders.tick)
            if monotonic() >= self._next_sweep:
                self._next_sweep = monotonic() + SWEEP_EVERY_S
                self._quietly(self._sweep)

    def _sweep(self) -> None:
        while self._retention.sweep() and not self._stopped.is_set():
            pass

    def _quietly(self, act: Callable[[], object]) -> None:
        """Whatever fails now is tried again at the next round; the thread must outlive it."""
        try:
            act()
        except Exception as error:
            _log.warning("the watchman could not finish a round: %s", error)
