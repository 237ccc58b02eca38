"""A page's live line without a browser: it listens and asks as `console/assets/live.js` does."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

_OWN_S, _PATIENT_S = 0.4, 4.0


class LiveLine:
    """`rerun` asks for the fragment that hears, which then is `drawn` with a new mark."""

    def __init__(
        self, address: str, headers: Mapping[str, str], rerun: Callable[[], Awaitable[None]]
    ) -> None:
        self._address, self._headers, self._rerun = f"{address}/live", headers, rerun
        self._socket: ClientConnection | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._asking: asyncio.Task[None] | None = None
        self._heard: Sequence[str] = []
        self._wanted = self._mark = ""
        self._acted_at = 0.0

    async def stands(self) -> None:
        """Until it is open."""
        while self._socket is None:
            await asyncio.sleep(0.05)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        if self._socket:
            await self._socket.close()

    def acted(self) -> None:
        """The page has just sent something, whose own ring brings nothing new."""
        self._acted_at = time.monotonic()

    def drawn(self, mark: str, topics: Sequence[str]) -> None:
        """The fragment was drawn with this mark, and wants to hear these topics."""
        self._mark = mark
        if self._asking:
            self._asking.cancel()
        self._asking = None
        if self._wanted:
            self._on_ring(self._wanted)
        if topics and topics != self._heard:
            self._heard = topics
            self._start(self._hear())

    async def _hear(self) -> None:
        frame = json.dumps({"hear": self._heard, "after": self._mark})
        if self._socket is None:
            self._socket = await connect(self._address, additional_headers=self._headers)
            self._start(self._listen(self._socket))
        await self._socket.send(frame)

    async def _listen(self, line: ClientConnection) -> None:
        with suppress(ConnectionClosed):
            async for text in line:
                frame = json.loads(text)
                if "mark" in frame:
                    self._on_ring(frame["mark"])

    def _on_ring(self, mark: str) -> None:
        self._wanted = "" if _covers(self._mark, mark) else mark
        if self._wanted and not self._asking:
            own = time.monotonic() - self._acted_at < _OWN_S
            self._asking = self._start(self._ask_until_drawn(_OWN_S if own else 0.0))

    async def _ask_until_drawn(self, pause_s: float) -> None:
        """Drawn in time, it is cancelled."""
        await asyncio.sleep(pause_s)
        while True:
            await self._rerun()
            await asyncio.sleep(_PATIENT_S)

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def _covers(seen: str, wanted: str) -> bool:
    (one, _, count), (other, _, least) = seen.rpartition("-"), wanted.rpartition("-")
    return one == other and int(count) >= int(least)
