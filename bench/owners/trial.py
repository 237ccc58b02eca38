"""One trial on one database: several processes act, some are killed, another looks on.

The processes are forked from one that never opened the database: SQLite's locks must not be
inherited. Each is killed with SIGKILL, wherever it stands; a new one takes its place.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import random
import signal
import time
from dataclasses import dataclass, field
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any

from bench.owners.auditor import Auditor
from bench.owners.people import ShortDays, furnish
from bench.owners.worker import Worker
from knowledge.house_data import load_yaml
from shop.tiers import TierBook
from wiring.house import HOUSE

PROCESSES = 3
_fork = multiprocessing.get_context("fork")
_chance = random.Random()  # noqa: S311  # moments of death need no secrecy


@dataclass(frozen=True, slots=True)
class Aim:
    steps: int
    kills: int
    seconds: float


@dataclass
class Trial:
    url: str
    folder: Path
    aim: Aim
    kills: int = 0
    crashed: int = 0
    workers: list[ForkProcess] = field(default_factory=list)

    def run(self) -> dict[str, int]:
        """What was done and found."""
        self._clock = ShortDays(time.monotonic())
        self._tiers = load_yaml(HOUSE / "tiers.yaml", TierBook)
        self._done: Any = _fork.RawArray(ctypes.c_long, PROCESSES)
        self._over: Any = _fork.RawValue(ctypes.c_bool, False)
        self._settled: Any = _fork.RawValue(ctypes.c_bool, False)
        self._in_a_process(furnish, self.url, self._clock).join()
        told, tells = _fork.Pipe(duplex=False)
        auditor = self._in_a_process(self._look_on, tells)
        tells.close()
        self.workers = [self._worker(slot) for slot in range(PROCESSES)]
        self._kill_at_random()
        self._over.value = True
        self._join()
        self._settled.value = True
        found: dict[str, int] = told.recv()
        auditor.join()
        return {"steps": self.steps, "kills": self.kills, "crashed": self.crashed, **found}

    @property
    def steps(self) -> int:
        return sum(self._done)

    def _kill_at_random(self) -> None:
        while not self._is_done():
            self._wait_for_next()
            if self.kills < self.aim.kills:
                self._kill(_chance.randrange(PROCESSES))

    def _is_done(self) -> bool:
        whole = self.steps >= self.aim.steps and self.kills >= self.aim.kills
        return whole or self._clock.elapsed > self.aim.seconds

    def _wait_for_next(self) -> None:
        """Kills are spread over the steps; each falls somewhere within the next ones."""
        apart = self.aim.steps / max(self.aim.kills, 1)
        until = apart * self.kills + _chance.uniform(0.2, 1.0) * apart
        while self.steps < until and self._clock.elapsed <= self.aim.seconds:
            time.sleep(0.002)
            self._replace_crashed()
        time.sleep(_chance.uniform(0, 0.01))

    def _kill(self, slot: int) -> None:
        victim = self.workers[slot]
        os.kill(victim.pid or 0, signal.SIGKILL)
        victim.join()
        self.kills += 1
        self.workers[slot] = self._worker(slot)

    def _replace_crashed(self) -> None:
        for slot, worker in enumerate(self.workers):
            if not worker.is_alive():
                self.crashed += 1
                self.workers[slot] = self._worker(slot)

    def _join(self) -> None:
        for worker in self.workers:
            worker.join()
            self.crashed += worker.exitcode != 0

    def _worker(self, slot: int) -> ForkProcess:
        return self._in_a_process(self._work, slot)

    def _work(self, slot: int) -> None:
        worker = Worker(self.url, self._clock, self._tiers, self._diary(slot))
        before = self._done[slot]
        worker.send_again()
        while not self._over.value:
            worker.act()
            self._done[slot] = before + worker.steps

    def _look_on(self, tells: Any) -> None:
        auditor = Auditor(self.url, [self._diary(slot) for slot in range(PROCESSES)])
        found = auditor.look_until(lambda: bool(self._settled.value))
        tells.send(found.counts())

    def _diary(self, slot: int) -> Path:
        return self.folder / f"diary-{slot}"

    def _in_a_process(self, act: Any, *given: Any) -> ForkProcess:
        process = _fork.Process(target=act, args=given)
        process.start()
        return process
