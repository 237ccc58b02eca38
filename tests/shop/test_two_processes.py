"""Two processes on one database: each sees within two seconds what is said in the other."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from shop.chats import Chats
from shop.db import SqlStore
from shop.ports import conversation_topic
from tests.conftest import FrozenClock
from tests.shop.another_process import SHE
from tests.test_architecture import ROOT

SOON_S = 2.0


class Here:
    """This process, and the other one."""

    def __init__(self, store: SqlStore, database: str, clock: FrozenClock) -> None:
        self.chats = Chats(store, clock)
        self.conversation = self.chats.open(SHE, "en").id
        self.watching = store.bell.subscribe([conversation_topic(self.conversation)])
        self.there = subprocess.Popen(  # noqa: S603  # our own module
            [sys.executable, "-m", "tests.shop.another_process", database, self.conversation],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        )  # fmt: skip

    def say(self, text: str) -> None:
        self.chats.say(SHE, self.conversation, text, f"request {text}")

    def read_there(self) -> str:
        assert self.there.stdout
        return self.there.stdout.readline().strip()

    def say_there(self, text: str) -> None:
        assert self.there.stdin
        self.there.stdin.write(f"{text}\n")
        self.there.stdin.flush()

    def last_read_here(self) -> str:
        assert self.watching.wait(SOON_S)
        return self.chats.transcript(SHE, self.conversation)[-1].text


@pytest.fixture
def here(store: SqlStore, database: str, clock: FrozenClock) -> Iterator[Here]:
    both = Here(store, database, clock)
    both.say("Are you there?")
    assert both.read_there() == "Are you there?"  # it runs, and listens
    while both.watching.wait(1.0):
        pass
    yield both
    both.there.kill()
    both.there.communicate()


def test_what_is_said_in_one_process_is_read_in_the_other_within_two_seconds(here: Here) -> None:
    for n in range(3):
        began = time.perf_counter()
        here.say(f"Message {n}")
        assert here.read_there() == f"Message {n}"
        assert time.perf_counter() - began < SOON_S


def test_and_the_other_way_round(here: Here) -> None:
    for n in range(3):
        here.say_there(f"Answer {n}")
        assert here.last_read_here() == f"Answer {n}"
