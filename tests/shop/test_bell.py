"""A write wakes whoever watches it, in its own process and in every other."""

from __future__ import annotations

from collections.abc import Callable
from queue import Queue

import pytest

from shop.chats import Chats
from shop.db import SqlStore
from shop.db.marks import Marks
from shop.desk import Desk
from shop.handoffs import Reason
from shop.ports import DESK, Sound, Subscription, conversation_topic, desk_topic
from tests.conftest import FrozenClock
from tests.shop.people import hire, house_tiers, visitor

SOON = 2.0  # seconds: what the product promises for a message to appear


def test_a_write_wakes_who_watches_it_and_nobody_else(store: SqlStore, clock: FrozenClock) -> None:
    chats, shopper = Chats(store, clock), visitor()
    conversation = chats.open(shopper, "en")
    watching = store.bell.subscribe([conversation_topic(conversation.id)])
    elsewhere = store.bell.subscribe([conversation_topic("another")])
    settle(watching)
    settle(elsewhere)
    chats.say(shopper, conversation.id, "Hello", "r1")
    assert watching.wait(SOON)
    assert not watching.wait(0)
    assert not elsewhere.wait(0.5)


def test_a_write_of_another_process_wakes_who_watches_it(
    open_store: Callable[[], SqlStore], clock: FrozenClock
) -> None:
    here, there = open_store(), open_store()
    shopper = visitor()
    conversation = Chats(here, clock).open(shopper, "en")
    watching = here.bell.subscribe([conversation_topic(conversation.id)])
    elsewhere = here.bell.subscribe([conversation_topic("another")])
    settle(watching)
    settle(elsewhere)
    Chats(there, clock).say(shopper, conversation.id, "Hello", "r1")
    assert watching.wait(SOON)
    assert not elsewhere.wait(0)


def test_a_write_that_is_undone_wakes_nobody(store: SqlStore) -> None:
    def fail_half_way() -> None:
        with store.begin() as work:
            work.record("house", "try", "nothing", ["desk"])
            raise ZeroDivisionError

    watching = store.bell.subscribe(["desk"])
    settle(watching)
    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert not watching.wait(0.5)


def test_a_ring_before_the_wait_is_not_missed(store: SqlStore) -> None:
    watching = store.bell.subscribe(["desk"])
    settle(watching)
    store.bell.ring("desk")
    assert watching.wait(0)


def test_a_closed_subscription_hears_nothing(store: SqlStore) -> None:
    watching = store.bell.subscribe(["desk"])
    settle(watching)
    watching.close()
    assert watching.wait(0)  # whoever waits in a thread is let go, once
    store.bell.ring("desk")
    assert not watching.wait(0)


def test_a_mark_tells_whether_something_was_missed_since(store: SqlStore) -> None:
    settle(store.bell.subscribe([]))
    mark = store.bell.mark()
    store.bell.ring("desk")
    assert store.bell.rang_since(mark, ["desk"])
    assert not store.bell.rang_since(mark, ["conversation:another"])
    assert not store.bell.rang_since(store.bell.mark(), ["desk"])


@pytest.mark.parametrize("mark", ["", "nonsense", "another-0", "-1", "x-y"])
def test_with_a_mark_that_this_process_does_not_know_something_may_be_missed(
    store: SqlStore, mark: str
) -> None:
    assert store.bell.rang_since(mark, ["desk"])


def test_what_rang_too_long_ago_to_be_remembered_counts_as_missed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("shop.db.marks.REMEMBERED_TOPICS", 2)
    marks = Marks("here")
    before = marks.now()
    for topic in ("one", "two", "three"):
        marks.rang(topic)
    assert marks.rang_since(before, ["one"])
    assert not marks.rang_since(marks.now(), ["one", "two", "three"])


def test_a_transaction_may_ring_any_number_of_topics(
    open_store: Callable[[], SqlStore],
) -> None:
    here, there = open_store(), open_store()
    last = here.bell.subscribe([conversation_topic("499")])
    settle(last)
    with there.begin() as work:
        for n in range(500):
            work.record("house", "try", str(n), [conversation_topic(str(n))])
    assert last.wait(SOON)


def test_a_whisper_wakes_nobody_and_is_heard_by_who_listens(store: SqlStore) -> None:
    heard: list[Sound] = []
    settle(store.bell.subscribe([]))
    watching = store.bell.subscribe(["desk"])
    store.bell.listen(["desk"], heard.append)
    store.bell.whisper("desk", {"kind": "typing"})
    assert [sound.words for sound in heard] == [{"kind": "typing"}]
    assert not watching.wait(0)


@pytest.mark.postgres
def test_on_postgres_a_whisper_is_heard_in_every_process(
    postgres_house: str, clock: FrozenClock
) -> None:
    here, there = SqlStore(postgres_house, clock), SqlStore(postgres_house, clock)
    heard: Queue[Sound] = Queue()
    try:
        settle(here.bell.subscribe([]))
        here.bell.listen(["desk"], heard.put)
        there.bell.whisper("desk", {"kind": "typing"})
        assert heard.get(timeout=SOON).words == {"kind": "typing"}
    finally:
        here.close()
        there.close()


def test_words_to_a_personal_shopper_wake_her_desk_and_no_colleagues(
    store: SqlStore, clock: FrozenClock
) -> None:
    chats, desk, shopper = Chats(store, clock), Desk(store, clock, house_tiers()), visitor()
    claire, marc = hire(store, clock, "claire"), hire(store, clock, "marc")
    conversation = chats.open(shopper, "en").id
    desk.claim(claire, desk.request(conversation, Reason.ASKED).id)
    hers = store.bell.subscribe([desk_topic(claire.id)])
    everybodys = store.bell.subscribe([DESK, desk_topic(marc.id)])
    settle(hers)
    settle(everybodys)
    chats.say(shopper, conversation, "Hello Claire", "r1")
    assert hers.wait(SOON)
    assert not everybodys.wait(0)


@pytest.mark.postgres
def test_after_a_lost_connection_the_bell_rings_again(
    postgres_house: str, clock: FrozenClock
) -> None:
    here, there = SqlStore(postgres_house, clock), SqlStore(postgres_house, clock)
    try:
        watching = here.bell.subscribe(["desk"])
        settle(watching)
        with there.engine.begin() as connection:
            connection.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%%'"
            )
        assert watching.wait(5)  # woken once, in case something was missed
        settle(watching)
        with there.begin() as work:
            work.record("house", "try", "something", ["desk"])
        assert watching.wait(SOON)
    finally:
        here.close()
        there.close()


def settle(watching: Subscription) -> None:
    """Let the first ring pass, which tells a new listener to look once."""
    watching.wait(1.0)
