from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator

import pytest

from agents.deadline import Abandoned, in_time, one_in_time


async def numbers(pause_s: float = 0.0) -> AsyncIterator[int]:
    number = 0
    while True:
        if pause_s:
            await asyncio.sleep(pause_s)
        yield (number := number + 1)


def test_what_comes_in_time_comes_whole() -> None:
    async def stream() -> AsyncIterator[int]:
        for number in range(1000):
            yield number

    assert list(in_time(5, stream)) == list(range(1000))


@pytest.mark.parametrize("pause_s", [0.01, 0.0])
def test_a_stream_that_goes_on_is_cut_at_the_deadline_and_keeps_what_came(pause_s: float) -> None:
    taken: list[int] = []
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        taken.extend(in_time(0.3, lambda: numbers(pause_s)))
    assert time.monotonic() - began < 1
    assert taken[:2] == [1, 2]


def test_a_flood_keeps_no_other_stream_waiting() -> None:
    flood = in_time(5, numbers)
    next(flood)
    assert next(in_time(2, lambda: numbers(0.01))) == 1
    flood.close()  # type: ignore[attr-defined]  # a generator


def test_a_flood_is_read_no_further_ahead_than_its_reader_needs() -> None:
    poured: list[int] = []

    async def stream() -> AsyncIterator[int]:
        async for number in numbers():
            poured.append(number)
            yield number

    flood = in_time(5, stream)
    assert next(flood) == 1
    time.sleep(0.2)
    assert len(poured) < 100
    assert [next(flood) for _ in range(500)] == list(range(2, 502))
    flood.close()  # type: ignore[attr-defined]  # a generator


@pytest.mark.parametrize("pause_s", [60, 0.0])
def test_a_stream_that_nobody_reads_on_is_closed_at_the_deadline(pause_s: float) -> None:
    closed = threading.Event()

    async def stream() -> AsyncIterator[int]:
        try:
            yield 0
            async for number in numbers(pause_s):
                yield number
        finally:
            closed.set()

    items = in_time(0.2, stream)
    assert next(items) == 0
    assert closed.wait(2)
    with pytest.raises(TimeoutError):
        next(items)


def test_what_breaks_the_stream_reaches_its_reader() -> None:
    async def stream() -> AsyncIterator[int]:
        yield 1
        raise ValueError("broken")

    items = in_time(5, stream)
    assert next(items) == 1
    with pytest.raises(ValueError, match="broken"):
        next(items)


@pytest.mark.parametrize("end", ["unread", "left", "late"])
def test_a_stream_that_nobody_waits_for_is_closed_at_once_also_while_it_is_silent(
    end: str,
) -> None:
    closed, left = threading.Event(), threading.Event()

    async def stream() -> AsyncIterator[int]:
        try:
            yield 1
            await asyncio.sleep(60)
        finally:
            closed.set()

    items = in_time(0.3 if end == "late" else 60, stream, left.is_set)
    assert next(items) == 1
    if end == "unread":
        items.close()  # type: ignore[attr-defined]  # a generator
    else:
        left.set() if end == "left" else None
        with pytest.raises(Abandoned if end == "left" else TimeoutError):
            next(items)
    assert closed.wait(2)


def test_one_answer_has_a_deadline_too() -> None:
    async def answer() -> int:
        await asyncio.sleep(0.01)
        return 7

    assert one_in_time(2, answer) == 7
    with pytest.raises(TimeoutError):
        one_in_time(0.001, answer)
