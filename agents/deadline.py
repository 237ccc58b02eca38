"""A deadline for a whole stream, whatever the other end does.

A read timeout bounds one read only: a server that sends a byte now and then, or nothing at all
while it keeps the line open, would hold a shopper for as long as it likes. Here another thread
reads, and whoever waits for it waits until the deadline and no longer.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Item(Generic[T]):
    value: T


_Read = _Item[T] | BaseException | None  # an item, what broke the stream, or its end


def in_time(seconds: float, stream: Callable[[], Iterable[T]]) -> Iterator[T]:
    """The items of `stream()` as they come, within `seconds` of the first one asked for.

    Raises TimeoutError then, and before that whatever the stream raises. A stream that is given
    up is closed by its own thread as soon as that thread wakes.
    """
    until = time.monotonic() + seconds
    items: queue.SimpleQueue[_Read[T]] = queue.SimpleQueue()
    given_up = threading.Event()
    reader = threading.Thread(target=_read, args=(stream, items, given_up), daemon=True)
    reader.start()
    try:
        yield from _until(until, items)
    finally:
        given_up.set()


def _until(until: float, items: queue.SimpleQueue[_Read[T]]) -> Iterator[T]:
    while (left := until - time.monotonic()) > 0:
        try:
            item = items.get(timeout=left)
        except queue.Empty:
            break
        if item is None:
            return
        if isinstance(item, BaseException):
            raise item
        yield item.value
    raise TimeoutError


def _read(
    stream: Callable[[], Iterable[T]],
    items: queue.SimpleQueue[_Read[T]],
    given_up: threading.Event,
) -> None:
    try:
        for value in stream():
            if given_up.is_set():
                return
            items.put(_Item(value))
        items.put(None)
    except BaseException as error:  # raised again where the items are read
        items.put(error)
