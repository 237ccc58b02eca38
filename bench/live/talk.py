"""Everybody talking: who writes to whom, how often, and how long it takes to be read."""

from __future__ import annotations

import asyncio
import random
import sys
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bench.figures import percentile
from bench.live.page import Page
from bench.live.people import Seat
from bench.live.windows import Window

MEASURED_S = 90.0
REPLIES_EVERY_S, WORDS_EVERY_S = 8.0, 48.0


class ClientScreen(Protocol):
    def expect(self, text: str) -> Awaitable[float]: ...
    async def say(self, text: str) -> float: ...


class DeskScreen(Protocol):
    def expect(self, text: str) -> Awaitable[float]: ...
    async def reply(self, seat: Seat, text: str) -> float: ...


@dataclass
class Times:
    """Seconds from sending to reading, by where it was read."""

    pages: list[float] = field(default_factory=list)
    windows: list[float] = field(default_factory=list)
    lost: int = 0
    sent: int = 0

    async def measure(self, sending: Awaitable[float], read: Awaitable[float], at: object) -> None:
        self.sent += 1
        began = await sending
        try:
            seconds = await read - began
        except Exception as error:
            self.lost += 1
            print(f"never read: {error!r}", file=sys.stderr)
            return
        (self.windows if isinstance(at, Window) else self.pages).append(seconds)

    def figures(self) -> dict[str, float]:
        every = [*self.pages, *self.windows]
        return {
            "message_p95_s": round(percentile(every, 95), 3),
            "message_p50_s": round(percentile(every, 50), 3),
            "window_p95_s": round(percentile(self.windows, 95), 3),
            "messages": len(every),
            "lost": self.lost,
        }


class Talk:
    """All of them talking, until told to stop."""

    def __init__(self) -> None:
        self.times = Times()
        self._said = 0
        self._random = random.Random(7)  # noqa: S311  # to be the same each time
        self._stopped = asyncio.Event()

    def stop(self) -> None:
        self._stopped.set()

    async def of_shopper(
        self, desk: DeskScreen, seats: Sequence[Seat], clients: Sequence[ClientScreen]
    ) -> None:
        while await self._goes_on(REPLIES_EVERY_S):
            n = self._random.randrange(len(seats))
            text = self._words("reply")
            read = clients[n].expect(text)
            await self.times.measure(desk.reply(seats[n], text), read, clients[n])

    async def of_client(self, client: ClientScreen, desk: DeskScreen) -> None:
        while await self._goes_on(WORDS_EVERY_S):
            text = self._words("words")
            await self.times.measure(client.say(text), desk.expect(text), desk)

    async def _goes_on(self, every_s: float) -> bool:
        pause = self._random.expovariate(1 / every_s)
        try:
            await asyncio.wait_for(self._stopped.wait(), pause)
        except TimeoutError:
            return True
        return False

    def _words(self, kind: str) -> str:
        self._said += 1
        return f"{kind} {self._said:05}: would the strap be long enough to wear it across?"


@dataclass(frozen=True)
class Cast:
    """The screens of a shopper and of her clients."""

    desk: Page | Window
    seats: Sequence[Seat]
    clients: Sequence[Page | Window]


async def talk(casts: Sequence[Cast]) -> Times:
    everybody = Talk()
    tasks = [
        asyncio.create_task(everybody.of_shopper(cast.desk, cast.seats, cast.clients))
        for cast in casts
    ]
    tasks += [
        asyncio.create_task(everybody.of_client(client, cast.desk))
        for cast in casts
        for client in cast.clients
    ]
    await asyncio.sleep(MEASURED_S)
    everybody.stop()
    await asyncio.gather(*tasks)
    return everybody.times
