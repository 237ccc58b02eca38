"""What an older house had in its queue goes on waiting, and nobody loses hers by the upgrade."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from alembic import command
from sqlalchemy import text

from shop.db import SqlStore, migrate
from shop.db.engine import database_url, open_engine, writing
from shop.db.migrating import alembic_config
from shop.ids import new_id
from shop.ports import OwnerNaming
from tests.conftest import FrozenClock

_HIRE = text(
    "INSERT INTO staff (id, login, name, role, password_hash, created_at)"
    " VALUES (:id, 'claire', 'Claire', 'personal_shopper', '', :at)"
)
_OPEN = text(
    "INSERT INTO conversations (id, visitor_id, lang, holder, staff_id, last_seq, opened_at,"
    " last_at) VALUES (:id, :id, 'en', :holder, :staff, 0, :at, :at)"
)
_ADD = text(
    "INSERT INTO handoffs (id, conversation_id, lane, reason, state, created_at, due, note_only,"
    " tier, staff_id, claimed_at) VALUES (:id, :conversation, 'dedicated', 'asked', :state, :at,"
    " :at, :no, 'black', :staff, :at)"
)


def test_hand_overs_of_before_keep_their_clocks(empty_database: str, clock: FrozenClock) -> None:
    engine = writing(open_engine(database_url(empty_database)))
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), "0003")
    claire, waiting, held = new_id(), new_id(), new_id()
    at = clock() if engine.dialect.name == "postgresql" else clock().replace(tzinfo=None)
    with engine.begin() as connection:
        connection.execute(_HIRE, {"id": claire, "at": at})
        for conversation, state, staff in ((waiting, "waiting", None), (held, "claimed", claire)):
            holder = "person" if staff else "queue"
            talk = {"id": conversation, "holder": holder, "staff": staff, "at": at}
            connection.execute(_OPEN, talk)
            row = {"id": new_id(), "conversation": conversation, "state": state, "staff": staff}
            connection.execute(_ADD, row | {"at": at, "no": False})
    engine.dispose()
    migrate(empty_database)
    store = SqlStore(empty_database, clock)
    with store.read() as work:
        asked, claimed = work.handoffs.open_of(waiting), work.handoffs.open_of(held)
        here = work.presence.since(datetime.now(UTC) - timedelta(minutes=5))
    assert asked
    assert claimed
    assert (asked.queued_at, asked.first_due, asked.owed_since) == (clock(), clock(), clock())
    assert (claimed.owed_since, claimed.first_reply_at) == (None, clock())
    assert here == {claire}
    store.close()


_WELCOME = text(
    "INSERT INTO clients (id, name, tier, language, sizes, created_at)"
    " VALUES (:id, 'Lin', 'black', 'en', '{}', :at)"
)
_NAME = text("INSERT INTO client_owners (client_id, owner_id, since) VALUES (:id, :owner, :at)")


def test_owners_named_before_begin_the_list_of_namings(
    empty_database: str, clock: FrozenClock
) -> None:
    engine = writing(open_engine(database_url(empty_database)))
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), "0010")
    client, claire = new_id(), new_id()
    at = clock() if engine.dialect.name == "postgresql" else clock().replace(tzinfo=None)
    with engine.begin() as connection:
        connection.execute(_HIRE, {"id": claire, "at": at})
        connection.execute(_WELCOME, {"id": client, "at": at})
        connection.execute(_NAME, {"id": client, "owner": claire, "at": at})
    engine.dispose()
    migrate(empty_database)
    store = SqlStore(empty_database, clock)
    with store.read() as work:
        assert work.owners.namings(client) == [
            OwnerNaming(client, clock(), "Claire", "", reason="", named_by="")
        ]
    store.close()
