"""The trial of owners: small, and whether it would notice what it looks for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from bench.owners.auditor import Auditor
from bench.owners.diary import Diary, Sent, acknowledged, unacknowledged
from settings import ROOT
from shop.chats import Chats
from shop.conversations import Holder
from shop.db import SqlStore
from tests.conftest import FrozenClock
from tests.shop.people import visitor


def test_killed_at_random_the_house_keeps_one_owner_and_every_message() -> None:
    few = ["--steps", "400", "--kills", "4", "--seconds", "60", "--only", "sqlite"]
    command = [sys.executable, "-m", "bench.owners", *few]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)  # noqa: S603  # ours
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["steps"] >= 400
    assert found["kills"] == 4
    assert found["acknowledged"] > 50
    wrong = ("without_one_owner", "lost", "doubled", "out_of_order", "crashed")
    assert [found[key] for key in wrong] == [0] * len(wrong)


def test_what_was_tried_last_and_never_acknowledged_is_sent_again(tmp_path: Path) -> None:
    path = tmp_path / "diary"
    first, second = (Sent("shopper", "1", "c", name) for name in ("r1", "r2"))
    assert unacknowledged(path) is None
    diary = Diary(path)
    diary.tries(first)
    diary.acknowledged(first)
    assert unacknowledged(path) is None
    diary.tries(second)
    assert unacknowledged(path) == second
    assert acknowledged(path, 0) == (["r1"], 3)


def test_a_line_that_was_cut_off_counts_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "diary"
    path.write_text("try\tshopper\t1\tc\tr1\nack\tshopp", encoding="utf-8")
    assert unacknowledged(path) == Sent("shopper", "1", "c", "r1")


def test_the_auditor_finds_what_is_lost_doubled_or_without_an_owner(
    store: SqlStore, clock: FrozenClock, database: str, tmp_path: Path
) -> None:
    chats, shopper = Chats(store, clock), visitor()
    opened = chats.open(shopper, "en")
    diary = Diary(tmp_path / "diary")
    for text in ("kept", "twice", "lost"):
        diary.acknowledged(Sent("shopper", "1", opened.id, text))
    for number, text in enumerate(("kept", "twice", "twice")):
        chats.say(shopper, opened.id, text, f"r{number}")
    with store.begin() as work:
        work.conversations.hold(opened.id, Holder.QUEUE)
    found = Auditor(database, [tmp_path / "diary"]).look_until(lambda: True)
    assert (found.lost, found.doubled) == ({"lost"}, {"twice"})
    assert found.without_one_owner == {opened.id}
    assert found.acknowledged == 3
