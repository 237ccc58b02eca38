"""What an older house had in its queue goes on waiting, and nobody loses hers by the upgrade."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from alembic import command
from sqlalchemy import text

from shop.chats import Chats
from shop.clients import Tier
from shop.db import SqlStore, migrate
from shop.db.engine import database_url, open_engine, writing
from shop.db.migrating import alembic_config
from shop.ids import new_id
from tests.conftest import FrozenClock
from tests.shop.people import hire, visitor, welcome

_ADD = text(
    "INSERT INTO handoffs (id, conversation_id, lane, reason, state, created_at, due, note_only,"
    " tier, staff_id, claimed_at) VALUES (:id, :conversation, 'dedicated', 'asked', :state, :at,"
    " :at, :no, 'black', :staff, :at)"
)


def test_hand_overs_of_before_keep_their_clocks(empty_database: str, clock: FrozenClock) -> None:
    engine = writing(open_engine(database_url(empty_database)))
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), "0003")
    store = SqlStore(empty_database, clock)
    claire, client = hire(store, clock, "claire"), welcome(store, clock, Tier.BLACK)
    waiting, held = (Chats(store, clock).open(visitor(who), "en").id for who in (None, client))
    at = clock() if engine.dialect.name == "postgresql" else clock().replace(tzinfo=None)
    with engine.begin() as connection:
        for conversation, state, staff in (
            (waiting, "waiting", None),
            (held, "claimed", claire.id),
        ):
            row = {"id": new_id(), "conversation": conversation, "state": state, "staff": staff}
            connection.execute(_ADD, row | {"at": at, "no": False})
    engine.dispose()
    migrate(empty_database)
    with store.read() as work:
        asked, claimed = work.handoffs.open_of(waiting), work.handoffs.open_of(held)
        here = work.presence.since(datetime.now(UTC) - timedelta(minutes=5))
    assert asked
    assert claimed
    assert (asked.queued_at, asked.first_due, asked.owed_since) == (clock(), clock(), clock())
    assert (claimed.owed_since, claimed.first_reply_at) == (None, clock())
    assert here == {claire.id}
    store.close()
