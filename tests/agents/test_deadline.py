from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from agents.deadline import in_time


def test_what_comes_in_time_comes_whole() -> None:
    assert list(in_time(5, lambda: range(1000))) == list(range(1000))


def test_a_stream_that_goes_on_is_cut_at_the_deadline_and_keeps_what_came() -> None:
    stop = threading.Event()

    def stream() -> Iterator[int]:
        number = 0
        while not stop.wait(0.01):
            yield (number := number + 1)

    taken: list[int] = []
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        taken.extend(in_time(0.1, stream))
    assert time.monotonic() - began < 0.6
    assert taken[:2] == [1, 2]
    stop.set()


def test_a_stream_that_floods_is_cut_at_the_deadline_too() -> None:
    def stream() -> Iterator[int]:
        while True:
            yield 1

    began = time.monotonic()
    with pytest.raises(TimeoutError):
        list(in_time(0.1, stream))
    assert time.monotonic() - began < 1


def test_what_breaks_the_stream_reaches_its_reader() -> None:
    def stream() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    items = in_time(5, stream)
    assert next(items) == 1
    with pytest.raises(ValueError, match="broken"):
        next(items)


def test_a_stream_that_nobody_reads_any_more_is_closed() -> None:
    closed = threading.Event()

    def stream() -> Iterator[int]:
        try:
            while True:
                time.sleep(0.01)
                yield 1
        finally:
            closed.set()

    items = in_time(5, stream)
    next(items)
    items.close()  # type: ignore[attr-defined]  # a generator
    assert closed.wait(2)
