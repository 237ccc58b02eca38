"""Internal notes: staff read them, the client and whatever reads messages never does."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from sqlalchemy import select

from shop.clients import Tier
from shop.db import SqlStore
from shop.db.tables import journal
from shop.db.workbench_tables import notes
from shop.errors import BadInput, NotAllowed, NotFound
from shop.ports import conversation_topic, notes_topic
from tests.conftest import FrozenClock
from tests.shop.people import visitor, welcome
from tests.shop.workbench import Workbench

SECRET = "Her husband must not learn of the ring"


@pytest.fixture
def bench(store: SqlStore, clock: FrozenClock) -> Workbench:
    return Workbench(store, clock)


def test_a_note_says_who_wrote_it_when_and_after_which_message(bench: Workbench) -> None:
    talk = bench.talk()
    bench.notes.write(bench.marc, talk, SECRET)
    [note] = bench.notes.of(bench.claire, talk)
    assert (note.text, note.staff_name, note.at) == (SECRET, "Marc", bench.clock())
    assert note.after_seq == len(bench.desk.transcript(bench.claire, talk))


def test_nothing_that_reads_messages_comes_upon_a_note(bench: Workbench) -> None:
    talk = bench.talk()
    bench.notes.write(bench.claire, talk, SECRET)
    messages = bench.desk.transcript(bench.claire, talk)
    hers = bench.chats.transcript(bench.shopper, talk)
    assert SECRET not in str([asdict(message) for message in (*messages, *hers)])


def test_a_note_rings_at_desks_and_not_in_the_conversation(bench: Workbench) -> None:
    talk = bench.talk()
    hers = bench.store.bell.subscribe([conversation_topic(talk)])
    desks = bench.store.bell.subscribe([notes_topic(talk)])
    while hers.wait(0.3) or desks.wait(0.1):
        pass  # what rang before
    bench.notes.write(bench.claire, talk, SECRET)
    assert desks.wait(1)
    assert not hers.wait(0.3)


def test_the_journal_does_not_hold_its_words(bench: Workbench) -> None:
    note = bench.notes.write(bench.claire, bench.talk(), SECRET)
    bench.notes.remove(bench.claire, note.id)
    with bench.store.engine.connect() as connection:
        lines = connection.execute(select(journal)).all()
    assert "write note" in {line.verb for line in lines}
    assert SECRET not in str(lines)


def test_her_own_copy_holds_the_notes_about_her_without_who_wrote_them(bench: Workbench) -> None:
    bench.notes.write(bench.marc, bench.talk(), SECRET)
    copy = bench.rights.export(bench.helene, bench.client.id)
    [talk] = copy["conversations"]
    [note] = talk["notes"]
    assert note == {"text": SECRET, "at": "2026-11-23T04:00:00Z"}


def test_another_clients_copy_holds_none_of_them(bench: Workbench) -> None:
    other = welcome(bench.store, bench.clock, Tier.GOLD, "Anna")
    bench.talk(other)
    bench.notes.write(bench.claire, bench.talk(), SECRET)
    assert SECRET not in str(bench.rights.export(bench.helene, other.id))


def test_notes_go_with_the_client(bench: Workbench) -> None:
    talk = bench.talk()
    bench.notes.write(bench.claire, talk, SECRET)
    bench.desk.close(bench.claire, talk, "answered")
    bench.rights.erase(bench.helene, bench.client.id)
    with bench.store.engine.connect() as connection:
        assert connection.execute(select(notes)).all() == []


def test_only_who_wrote_it_or_a_manager_removes_a_note(bench: Workbench) -> None:
    talk = bench.talk()
    note = bench.notes.write(bench.claire, talk, SECRET)
    with pytest.raises(NotAllowed):
        bench.notes.remove(bench.marc, note.id)
    bench.notes.remove(bench.helene, note.id)
    assert bench.notes.of(bench.claire, talk) == []
    with pytest.raises(NotFound):
        bench.notes.remove(bench.helene, note.id)


def test_a_conversation_that_was_never_handed_over_takes_no_note(bench: Workbench) -> None:
    private = bench.chats.open(visitor(), "en")
    with pytest.raises(NotFound):
        bench.notes.write(bench.claire, private.id, SECRET)
    with pytest.raises(NotAllowed):
        bench.notes.of(bench.wen, private.id)


def test_an_empty_note_is_none(bench: Workbench) -> None:
    with pytest.raises(BadInput):
        bench.notes.write(bench.claire, bench.talk(), "  ")
