"""One owner at every instant: the table, connections that race, and the audit of it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, Event

import pytest

from shop.conversations import Conversation, Holder
from shop.db import SqlStore
from shop.db.auditing import Audit
from shop.errors import Conflict, NotAllowed
from shop.ids import new_id
from shop.ownership import MOVES, Verb, Who, locked, require_move
from tests.conftest import FrozenClock
from tests.shop.owned_house import House


def held_by(holder: Holder, staff_id: str | None = None) -> Conversation:
    return Conversation("c", "v", None, "en", holder, FrozenClock()(), staff_id)


def test_no_verb_has_two_ends_from_one_owner() -> None:
    starts = [(move.verb, move.start) for move in MOVES]
    assert len(starts) == len(set(starts))


def test_every_owner_can_be_reached_and_left() -> None:
    assert {move.end for move in MOVES} >= set(Holder)
    for holder in Holder:
        assert any(move.start is holder and move.end is not holder for move in MOVES)


def test_only_she_whose_it_is_may_use_an_owners_verb() -> None:
    hers = held_by(Holder.PERSON, "claire")
    for move in MOVES:
        if move.who is Who.OWNER:
            assert require_move(move.verb, hers, "claire") is move
            for other in ("marc", None):
                with pytest.raises(Conflict):
                    require_move(move.verb, hers, other)


@pytest.mark.parametrize("verb", Verb)
@pytest.mark.parametrize("holder", Holder)
def test_what_the_table_does_not_list_is_a_conflict(verb: Verb, holder: Holder) -> None:
    if any((move.verb, move.start) == (verb, holder) for move in MOVES):
        return
    with pytest.raises(Conflict):
        require_move(verb, held_by(holder, "claire"), "claire")


def test_connections_that_race_leave_one_owner(
    open_store: Callable[[], SqlStore], clock: FrozenClock, database: str
) -> None:
    opened = House(open_store(), clock).furnish()
    houses = [House(open_store(), clock) for _ in range(2)]
    together, audit = Barrier(len(houses)), Audit(database)

    def at_random(seed: int) -> int:
        house, chance, done = houses[seed], random.Random(seed), 0  # noqa: S311  # a test's own
        for step in range(80):
            shopper, id_ = opened[step // 40]  # both at the same one, in two tabs of whoever has it
            staff, to = house.speaker(id_), chance.choice(house.staff)
            house.desk.attend(to)
            acts: tuple[Callable[[], object], ...] = (
                lambda: house.chats.say(shopper, id_, "Hello?", new_id()),  # noqa: B023  # used now
                lambda: house.ask_and_claim(to, id_),  # noqa: B023
                lambda: house.ask_and_claim(staff, id_),  # noqa: B023
                lambda: house.write_first(to, shopper),  # noqa: B023
                lambda: house.desk.reply(staff, id_, "Yes", new_id()),  # noqa: B023
                lambda: house.desk.reply(staff, id_, "Yes", new_id()),  # noqa: B023
                lambda: house.desk.transfer(staff, id_, to.id, "hers"),  # noqa: B023
                lambda: house.desk.give_back(staff, id_),  # noqa: B023
                lambda: house.desk.close(staff, id_, "done"),  # noqa: B023
                house.watch.tick,
            )
            together.wait(timeout=30)
            with suppress(Conflict, NotAllowed):
                chance.choice(acts)()
                done += 1
        return done

    with ThreadPoolExecutor(len(houses)) as pool:
        done = list(pool.map(at_random, range(len(houses))))
    assert sum(done) > 40
    assert (audit.without_one_owner(), audit.out_of_order()) == ([], [])
    audit.close()


def test_nobody_else_looks_at_a_locked_conversation_before_the_move_is_made(
    open_store: Callable[[], SqlStore], clock: FrozenClock
) -> None:
    first, second = open_store(), open_store()
    _, id_ = House(first, clock).furnish()[0]
    holds = Event()

    def move_slowly() -> None:
        with first.begin() as work:
            locked(work, id_)
            holds.set()
            time.sleep(0.2)
            work.conversations.hold(id_, Holder.CLOSED)

    with ThreadPoolExecutor(1) as pool:
        moved = pool.submit(move_slowly)
        assert holds.wait(10)
        with second.begin() as work:
            assert locked(work, id_).holder is Holder.CLOSED
        moved.result()


def test_the_audit_finds_what_it_looks_for(
    store: SqlStore, clock: FrozenClock, database: str
) -> None:
    house = House(store, clock)
    (shopper, id_), _ = house.furnish()
    house.chats.say(shopper, id_, "Hello?", "r1")
    audit = Audit(database)
    assert (audit.without_one_owner(), audit.out_of_order()) == ([], [])
    with store.begin() as work:
        work.conversations.hold(id_, Holder.PERSON, house.staff[0].id)
    assert audit.without_one_owner() == [id_]
    with store.begin() as work:
        work.conversations.hold(id_, Holder.QUEUE)
    assert audit.without_one_owner() == [id_]
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE messages SET seq = 7")
    assert audit.out_of_order() == [id_]
    assert audit.times_kept(["Hello?", "Nobody said this"]) == {"Hello?": 1}
    audit.close()
