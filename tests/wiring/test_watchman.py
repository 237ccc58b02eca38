"""The thread that keeps promises outlives whatever fails in one of its rounds."""

from __future__ import annotations

import threading
from collections import Counter
from typing import Any

import pytest

from shop.errors import StoreBusy
from tests.agents.patience import soon
from wiring.watchman import Watchman

SOON_S = 0.005


class Doing:
    """Stands for the watch, the runner and retention; counts, and fails when told to."""

    def __init__(self) -> None:
        self.done: Counter[str] = Counter()
        self.failing: Exception | None = None
        self.left_to_erase = 2

    def tick(self) -> int:
        self.done["tick"] += 1
        if self.failing:
            raise self.failing
        return 0

    def take_over(self) -> int:
        self.done["take over"] += 1
        return 0

    def sweep(self) -> int:
        self.done["sweep"] += 1
        self.left_to_erase -= 1
        return max(self.left_to_erase, 0)


def watchman(doing: Any) -> Watchman:
    return Watchman(doing, doing, doing, look_every_s=SOON_S)


def test_every_round_looks_and_an_hour_is_swept_once_until_nothing_is_left() -> None:
    doing = Doing()
    man = watchman(doing)
    man.start()
    assert soon(lambda: doing.done["tick"] > 3)
    man.close()
    assert doing.done["take over"] >= 3
    assert doing.done["sweep"] == 2


@pytest.mark.parametrize("error", [StoreBusy("held by another process"), ZeroDivisionError()])
def test_a_round_that_fails_is_followed_by_another(error: Exception) -> None:
    doing = Doing()
    doing.failing = error
    man = watchman(doing)
    man.start()
    assert soon(lambda: doing.done["tick"] > 3 and doing.done["take over"] > 3)
    man.close()


def test_closing_one_that_never_began_or_closing_twice_is_harmless() -> None:
    man = watchman(Doing())
    man.close()
    man.start()
    man.close()
    man.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "watchman"]
