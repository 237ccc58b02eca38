"""How soon a message is on the other's screen while 60 clients and 10 personal shoppers are at it.

    python -m bench.live

One server process and everything that is measured with share this machine (the figures asked for
are those of two cores). Each shopper has six clients, each conversation 13 messages at the start.
For 90 s every shopper replies to one of her clients about every 8 s, opening the
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
from collections.abc import Sequence
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from bench.figures import report
from bench.house import house_to_measure
from bench.live import windows
from bench.live.cpu import Cpu, chromiums, settle
from bench.live.page import Page
from bench.live.people import Shopper, enter, furnish, sign_in
from bench.live.talk import Cast, talk
from bench.live.windows import Window
from bench.server import free_port, running
from settings import Settings

if TYPE_CHECKING:
    from playwright.async_api import Browser

CLIENTS, SHOPPERS = 60, 10
WINDOWS = 2  # of each side in Chromium
IDLE_S = 30.0


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


async def idle(settings: Settings, server: int, login: str) -> tuple[float, float]:
    """Shares of the server and of Chromium while one console page stands there."""
    async with windows.chromium() as browser:
        window = Window(browser, settings, await sign_in(settings, login))
        await window.open("desk")
        await settle(server)
        at_server, in_browser = Cpu(server), Cpu(*chromiums())
        await asyncio.sleep(IDLE_S)
        return at_server.share(), in_browser.share()


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
            **times.figures(),
            "server_cpu": round(busy.share(), 2),
            "idle_cpu": round(at_server + in_browser, 4),
            "idle_server_cpu": round(at_server, 4),
            "idle_browser_cpu": round(in_browser, 4),
            "crowd_idle_cpu": round(crowd, 4),
            "load_meanwhile": round(os.getloadavg()[0], 2),
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
