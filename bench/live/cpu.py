"""What the server and the browsers take of the processor."""

from __future__ import annotations

import asyncio
import time

import psutil

_SETTLE_S = 5.0
_LONGEST_SETTLING, _QUIET = 24, 0.05  # times; share of a core below which it counts as settled


class Cpu:
    """Shares of one core that processes take."""

    def __init__(self, *pids: int) -> None:
        self._family = [
            one
            for pid in pids
            for one in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
        ]
        self._used, self._at = self._now(), time.perf_counter()

    def share(self) -> float:
        return (self._now() - self._used) / (time.perf_counter() - self._at)

    def _now(self) -> float:
        total = 0.0
        for process in self._family:
            if process.is_running():
                times = process.cpu_times()
                total += times.user + times.system
        return total


async def settle(server: int) -> None:
    """Until the server has read what the house knows and pages have drawn themselves."""
    for _ in range(_LONGEST_SETTLING):
        at_server = Cpu(server)
        await asyncio.sleep(_SETTLE_S)
        if at_server.share() < _QUIET:
            return


def chromiums() -> list[int]:
    """The browsers that we started; their helpers are their children."""
    ours = psutil.Process().children(recursive=True)
    found = [one for one in ours if "chrom" in one.name()]
    return [one.pid for one in found if one.parent() not in found]
