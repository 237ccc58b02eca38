"""After 90 days a chat goes with all that hangs on it, unless it is with people (H-K2)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from shop.chats import Chats
from shop.clients import Tier
from shop.db import SqlStore
from shop.db.tables import metadata
from shop.desk import Desk
from shop.errors import NotFound
from shop.handoffs import Reason
from shop.proofs import SentenceProof
from shop.retention import Retention
from shop.turns import Turns
from tests.conftest import FrozenClock
from tests.shop.people import answer, hire, house_tiers, visitor, welcome

SWEPT = {"conversations", "messages", "turns", "handoffs", "proofs"}


def rows(store: SqlStore) -> dict[str, int]:
    with store.engine.connect() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in metadata.tables.items()
            if name in SWEPT
        }


def test_a_chat_of_more_than_90_days_goes_with_all_that_hangs_on_it(
    store: SqlStore, clock: FrozenClock
) -> None:
    chats, turns, desk = Chats(store, clock), Turns(store, clock), Desk(store, clock, house_tiers())
    shopper, claire = visitor(welcome(store, clock, Tier.GOLD)), hire(store, clock, "claire")
    opened = chats.open(shopper, "en")
    _, turn = chats.say(shopper, opened.id, "My bag got wet", "r1")
    assert turn
    turns.begin(turn)
    kept = turns.finish(turn, answer())
    assert kept
    with store.begin() as work:
        work.proofs.add(kept.id, [SentenceProof("Blot it.", "offline", "supported", True)])
    desk.claim(claire, desk.request(opened.id, Reason.ASKED).id)
    desk.close(claire, opened.id, "settled")
    assert all(rows(store).values())
    retention = Retention(store, clock)
    clock.advance(days=90)
    assert retention.sweep() == 0
    clock.advance(seconds=1)
    assert retention.sweep() == 1
    assert rows(store) == dict.fromkeys(SWEPT, 0)
    with pytest.raises(NotFound):
        chats.get(shopper, opened.id)
    assert retention.sweep() == 0


def test_a_chat_that_is_with_people_or_waits_for_them_stays(
    store: SqlStore, clock: FrozenClock
) -> None:
    chats, desk = Chats(store, clock), Desk(store, clock, house_tiers())
    claire = hire(store, clock, "claire")
    held, waiting = (chats.open(visitor(), "en").id for _ in range(2))
    desk.claim(claire, desk.request(held, Reason.ASKED).id)
    desk.request(waiting, Reason.ASKED)
    clock.advance(hours=9)  # in the evening a note is kept instead
    noted = chats.open(visitor(), "en").id
    assert desk.request(noted, Reason.ASKED).note_only
    forgotten = chats.open(visitor(), "en").id
    clock.advance(days=91)
    assert Retention(store, clock).sweep() == 1
    with store.read() as work:
        stays = [bool(work.conversations.get(id_)) for id_ in (held, waiting, noted, forgotten)]
    assert stays == [True, True, True, False]


def test_who_writes_again_keeps_her_chat(store: SqlStore, clock: FrozenClock) -> None:
    chats, shopper = Chats(store, clock), visitor()
    opened = chats.open(shopper, "en")
    chats.say(shopper, opened.id, "My bag got wet", "r1")
    clock.advance(days=60)
    chats.say(shopper, opened.id, "It is dry now", "r2")
    clock.advance(days=60)
    assert Retention(store, clock).sweep() == 0
    assert len(chats.transcript(shopper, opened.id)) == 2


def test_two_processes_erase_each_chat_once(
    open_store: Callable[[], SqlStore], clock: FrozenClock
) -> None:
    first, second = (Retention(open_store(), clock) for _ in range(2))
    store = open_store()
    for _ in range(3):
        Chats(store, clock).open(visitor(), "en")
    clock.advance(days=91)
    assert (first.sweep(), second.sweep()) == (3, 0)


def test_nothing_that_hangs_on_a_chat_can_keep_it_from_going() -> None:
    """A new table that names a chat or a message must go with it, or let it go."""
    gone = {"conversations", "messages"}
    holding = [
        f"{table.name}.{key.parent.name}"
        for table in metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name in gone and not key.ondelete and table.name not in SWEPT
    ]
    assert holding == []
