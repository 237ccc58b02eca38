"""A deadline for a whole stream, whatever the other end does.

A read timeout bounds one read only: a server that sends a byte now and then, or nothing at all
while it keeps the line open, would hold a shopper for as long as it likes. Here the stream is a
task of an event loop of its own, and whoever waits for it waits until the deadline, or until the
shopper has left, and no longer. The task is then cancelled wherever it stands, also in the middle
of connecting or reading, which closes its connection: no server writes on for nobody. Nor does it
read far ahead: a server that writes faster than its words are read would only take this machine's
time from those who read them.
"""

from __future__ import annotations

import asyncio
import contextvars
import queue
import threading
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from concurrent.futures import Future
from contextlib import aclosing
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar, cast

from agents.meter import nobody_left

T = TypeVar("T")

_LOOK_S = 0.05  # how often whoever waits looks whether the shopper is still there
_AHEAD = 64  # items that may wait to be read
_LULL_S = 0.005  # how often a stream that is ahead looks whether they were


class Abandoned(Exception):
    """Nobody waits for this any more."""


@dataclass(frozen=True, slots=True)
class _Item(Generic[T]):
    value: T


_Read = _Item[T] | BaseException | None  # an item, what broke the stream, or its end


def in_time(
    seconds: float,
    stream: Callable[[], AsyncIterator[T]],
    has_left: Callable[[], bool] = nobody_left,
) -> Iterator[T]:
    """The items of `stream()` as they come, within `seconds` of the first one asked for.

    Raises TimeoutError then, Abandoned once `has_left` says so, and before that whatever the
    stream raises. However it ends, the stream is closed: at the deadline also when nobody reads on.
    """
    until = time.monotonic() + seconds
    items: queue.SimpleQueue[_Read[T]] = queue.SimpleQueue()
    task = _started(_pour(seconds, stream, items))
    try:
        yield from _until(until, items, has_left)
    finally:
        task.cancel()


def one_in_time(
    seconds: float,
    answer: Callable[[], Awaitable[T]],
    has_left: Callable[[], bool] = nobody_left,
) -> T:
    """What `answer()` comes to, within `seconds`. Raises what `in_time` raises."""

    async def alone() -> AsyncIterator[T]:
        yield await answer()

    return next(in_time(seconds, alone, has_left))


def _until(
    until: float, items: queue.SimpleQueue[_Read[T]], has_left: Callable[[], bool]
) -> Iterator[T]:
    while (left := until - time.monotonic()) > 0:
        if has_left():
            raise Abandoned
        try:
            item = items.get(timeout=min(left, _LOOK_S))
        except queue.Empty:
            continue
        if item is None:
            return
        if isinstance(item, BaseException):
            raise item
        yield item.value
    raise TimeoutError


async def _pour(
    seconds: float, stream: Callable[[], AsyncIterator[T]], items: queue.SimpleQueue[_Read[T]]
) -> None:
    try:
        async with (
            asyncio.timeout(seconds),
            aclosing(cast(AsyncGenerator[T, None], stream())) as values,
        ):
            async for value in values:
                items.put(_Item(value))
                await _give_way(items)
        items.put(None)
    except Exception as error:  # raised again where the items are read
        items.put(error)


async def _give_way(items: queue.SimpleQueue[_Read[T]]) -> None:
    """To the other streams, and to a reader who is behind: a flood must keep neither waiting."""
    await asyncio.sleep(0)
    while items.qsize() >= _AHEAD:
        await asyncio.sleep(_LULL_S)


def _started(work: Coroutine[Any, Any, None]) -> Future[None]:
    """Run it on the loop, in a context of its own: it is no part of the turn's graph."""
    return contextvars.Context().run(asyncio.run_coroutine_threadsafe, work, _loop())


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """One loop for all streams, so that they may share connections; it ends with the process."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="model-streams", daemon=True).start()
    return loop
