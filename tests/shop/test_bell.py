"""A write wakes whoever watches it, in its own process and in every other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shop.chats import Chats
from shop.db import SqlStore
from shop.ports import Subscription, conversation_topic
from tests.conftest import FrozenClock
from tests.shop.people import visitor

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
