"""What becomes of a conversation in which a client was written to first."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from shop.conversations import Author, Holder
from shop.db import SqlStore
from shop.db.auditing import Audit
from shop.errors import AlreadyClaimed
from shop.handoffs import HandoffState, Reason
from shop.insight_rows import Period
from shop.insights import reasons, service
from shop.retention import Retention
from shop.turns import Turns
from shop.watch import RESTS_FOR
from shop.writing_first import WritingFirst
from tests.conftest import FrozenClock
from tests.shop.people import answer, house_tiers, visitor
from tests.shop.writing_scene import Scene


@pytest.fixture
def scene(store: SqlStore, clock: FrozenClock) -> Scene:
    return Scene(store, clock)


def test_it_is_recorded_and_has_one_owner(scene: Scene, database: str) -> None:
    begun, audit = scene.begin(), Audit(database)
    assert scene.verbs(begun.id) == ["write first"]
    assert (audit.without_one_owner(), audit.out_of_order()) == ([], [])
    audit.close()


def test_nothing_is_owed_until_she_answers_and_then_an_answer_within_its_time(
    scene: Scene,
) -> None:
    begun = scene.begin()
    scene.desk.reply(scene.claire, begun.id, "The Sillage is back.", "w1")
    scene.clock.advance(days=1)
    [place] = scene.desk.board(scene.claire)
    assert (place.by, place.handoff.reason) == (None, Reason.WROTE_FIRST)
    scene.chats.say(visitor(scene.client), begun.id, "How lovely!", "r7")
    [place] = scene.desk.board(scene.claire)
    assert place.by
    assert place.by > scene.clock()


def test_she_keeps_it_when_she_goes_home_and_the_answer_finds_a_colleague(scene: Scene) -> None:
    begun = scene.begin()
    scene.desk.reply(scene.claire, begun.id, "The Sillage is back.", "w1")
    scene.clock.advance(days=1)
    scene.desk.attend(scene.marc)
    scene.watch.tick()
    assert scene.desk.conversation(scene.claire, begun.id).staff_id == scene.claire.id
    scene.chats.say(visitor(scene.client), begun.id, "How lovely!", "r7")
    scene.watch.tick()
    assert scene.desk.conversation(scene.claire, begun.id).holder is Holder.QUEUE
    assert [p.handoff.conversation_id for p in scene.desk.board(scene.marc)] == [begun.id]


def test_it_is_the_advisors_again_when_nobody_wrote_for_long_and_then_its_time_is_over(
    scene: Scene,
) -> None:
    begun = scene.begin()
    scene.clock.advance(days=RESTS_FOR.days - 1)
    scene.watch.tick()
    assert scene.desk.conversation(scene.claire, begun.id).holder is Holder.PERSON
    scene.clock.advance(days=2)
    scene.watch.tick()
    assert scene.desk.conversation(scene.claire, begun.id).holder is Holder.ADVISOR
    assert scene.verbs(begun.id)[-1] == "lapse"
    scene.clock.advance(days=91)
    assert Retention(scene.store, scene.clock).sweep() == 1


def test_who_is_at_her_desk_keeps_it_however_long(scene: Scene) -> None:
    begun = scene.begin()
    scene.clock.advance(days=RESTS_FOR.days + 1)
    scene.desk.attend(scene.claire)
    scene.watch.tick()
    assert scene.desk.conversation(scene.claire, begun.id).holder is Holder.PERSON


def test_she_closes_and_gives_it_back_like_any_other(scene: Scene) -> None:
    begun = scene.begin()
    scene.desk.close(scene.claire, begun.id, "told her")
    again = scene.begin()
    assert again.id == begun.id
    scene.desk.give_back(scene.claire, begun.id)
    _, turn_id = scene.chats.say(visitor(scene.client), begun.id, "Is it soft?", "r7")
    assert turn_id
    turns = Turns(scene.store, scene.clock)
    turns.begin(turn_id)
    assert turns.finish(turn_id, answer())


def test_no_figure_counts_it_as_a_wish_for_a_person(scene: Scene) -> None:
    begun = scene.begin()
    scene.desk.reply(scene.claire, begun.id, "The Sillage is back.", "w1")
    now = scene.clock()
    with scene.store.read() as work:
        rows = work.history.handovers(Period(now - timedelta(days=1), now + timedelta(days=1)))
    assert [(row.reason, row.state) for row in rows] == [(Reason.WROTE_FIRST, HandoffState.CLAIMED)]
    assert service(rows, now, house_tiers()) == []
    assert reasons(rows, []) == []


def test_of_two_who_write_at_once_one_has_her(
    open_store: Callable[[], SqlStore], clock: FrozenClock, database: str
) -> None:
    scene = Scene(open_store(), clock)
    houses = [
        WritingFirst(s, clock, house_tiers(), scene.desk) for s in (open_store(), open_store())
    ]
    together, audit = Barrier(2), Audit(database)

    def write(at: int) -> str:
        together.wait(timeout=30)
        try:
            return houses[at].begin((scene.claire, scene.marc)[at], scene.client.id).staff_id or ""
        except AlreadyClaimed as error:
            return error.by

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(write, range(2)))
    with scene.store.read() as work:
        [talk] = work.book.talks_of(scene.client.id)
    assert talk.holder is Holder.PERSON
    assert {"Claire": scene.claire.id, "Marc": scene.marc.id}[talk.staff_name] in found
    assert talk.staff_name in found
    assert audit.without_one_owner() == []
    audit.close()


def test_she_who_opens_her_page_at_that_moment_has_one_conversation_with_her(
    scene: Scene,
) -> None:
    begun = scene.begin()
    assert scene.chats.open(visitor(scene.client), "en").id == begun.id
    said = scene.desk.transcript(scene.claire, begun.id)
    assert [message.author for message in said] == [Author.NOTICE]
