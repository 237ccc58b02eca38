"""How soon a message is on the other's screen while 60 clients and 10 personal shoppers are at it.

    python -m bench.live

One server process and everything that is measured with share this machine (the figures asked for
are those of two cores). Each shopper has six clients, each conversation 13 messages at the start.
For MEASURED_S every shopper replies to one of her clients about every 8 s, opening the
conversation first, and every client writes about every 48 s.

Two of the clients and two of the shoppers sit at Chromium. What they send is measured from pressing
Enter, what they read until the words are visible. The others are pages without a browser
(`bench.live.page`): they speak Streamlit's protocol on the page's WebSocket and listen on the live
line, so the server does all that it does for a browser; there it is measured until the words arrive
to be drawn. So a message's time holds the sender's page, the store, the bell, the receiver's live
line and the rerun of her page.

Prints {message_p95_s, message_p50_s, window_p95_s (messages read in Chromium), messages, lost,
server_cpu (share of one core meanwhile), idle_cpu, idle_server_cpu, idle_browser_cpu,
crowd_idle_cpu, load, load_meanwhile}. Idle: one console page in Chromium with its six clients,
nobody doing anything; `idle_cpu` is the server's process and the whole of Chromium together, as a
share of one core. `crowd_idle_cpu` is the server's with all 70 pages open and quiet. `load`: of
the machine when it began, without us, and `load_meanwhile` at the end of the talk, of which about
1.5 is ours: on a machine that is busy with other things the times say more about those.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
import time
from collections.abc import Awaitable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import psutil

from bench.figures import percentile, report
from bench.house import house_to_measure
from bench.live import windows
from bench.live.page import Page
from bench.live.people import Seat, Shopper, enter, furnish, sign_in
from bench.live.windows import Window
from bench.server import free_port, running
from settings import Settings

if TYPE_CHECKING:
    from playwright.async_api import Browser

CLIENTS, SHOPPERS = 60, 10
WINDOWS = 2  # of each side in Chromium
MEASURED_S = 90.0
REPLIES_EVERY_S, WORDS_EVERY_S = 8.0, 48.0
IDLE_S = 30.0
_SETTLE_S = 5.0
_LONGEST_SETTLING, _QUIET = 24, 0.05  # times; share of a core below which it counts as settled


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


async def take_places(
    stack: AsyncExitStack, settings: Settings, browser: Browser, house: Sequence[Shopper]
) -> list[Cast]:
    """Everybody opens her page, a few at a time."""
    casts = []
    for n, shopper in enumerate(house):
        at_window = n < WINDOWS
        cookies = await sign_in(settings, shopper.login)
        desk = Window(browser, settings, cookies) if at_window else Page(settings, cookies)
        clients = [
            Window(browser, settings, await enter(settings, seat))
            if at_window and seat is shopper.clients[-1]
            else Page(settings, await enter(settings, seat))
            for seat in shopper.clients
        ]
        await desk.open("desk")
        stack.push_async_callback(desk.close)
        await asyncio.gather(*(client.open() for client in clients))
        for client in clients:
            stack.push_async_callback(client.close)
        casts.append(Cast(desk, shopper.clients, clients))
    return casts


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


async def idle(settings: Settings, server: int, login: str) -> tuple[float, float]:
    """Shares of the server and of Chromium while one console page stands there."""
    async with windows.chromium() as browser:
        window = Window(browser, settings, await sign_in(settings, login))
        await window.open("desk")
        await settle(server)
        at_server, in_browser = Cpu(server), Cpu(*_chromiums())
        await asyncio.sleep(IDLE_S)
        return at_server.share(), in_browser.share()


def _chromiums() -> list[int]:
    """The browsers that we started; their helpers are their children."""
    ours = psutil.Process().children(recursive=True)
    found = [one for one in ours if "chrom" in one.name()]
    return [one.pid for one in found if one.parent() not in found]


async def measure(settings: Settings, house: Sequence[Shopper], server: int) -> dict[str, float]:
    at_server, in_browser = await idle(settings, server, house[0].login)
    async with windows.chromium() as browser, AsyncExitStack() as stack:
        casts = await take_places(stack, settings, browser, house)
        await settle(server)
        quiet = Cpu(server)
        await asyncio.sleep(IDLE_S)
        crowd = quiet.share()
        busy = Cpu(server)
        times = await talk(casts)
        return {
            **_figures(times),
            "server_cpu": round(busy.share(), 2),
            "idle_cpu": round(at_server + in_browser, 4),
            "idle_server_cpu": round(at_server, 4),
            "idle_browser_cpu": round(in_browser, 4),
            "crowd_idle_cpu": round(crowd, 4),
            "load_meanwhile": round(os.getloadavg()[0], 2),
        }


def _figures(times: Times) -> dict[str, float]:
    every = [*times.pages, *times.windows]
    return {
        "message_p95_s": round(percentile(every, 95), 3),
        "message_p50_s": round(percentile(every, 50), 3),
        "window_p95_s": round(percentile(times.windows, 95), 3),
        "messages": len(every),
        "lost": times.lost,
    }


def main() -> None:
    load = os.getloadavg()[0]
    with house_to_measure() as settings:
        served = settings.model_copy(update={"port": free_port()})
        house = furnish(served, CLIENTS, SHOPPERS)
        with running(served, settings.data_dir / "server.log") as process:
            figures = asyncio.run(measure(served, house, process.pid))
    report(**figures, load=round(load, 2))


if __name__ == "__main__":
    main()
