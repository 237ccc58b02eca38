"""Hand-overs in the database, read together with whom and what they are about."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    FromClause,
    Row,
    Select,
    and_,
    bindparam,
    case,
    select,
    update,
)

from shop.clients import Tier
from shop.conversations import Author
from shop.db.owner_tables import client_owners
from shop.db.tables import clients, conversations, handoffs, messages, staff
from shop.handoffs import Handoff, HandoffState, Lane, Reason

_OWNER, _COVER = staff.alias("owner"), staff.alias("cover")
_LANES = case({lane.value: at for at, lane in enumerate(Lane)}, value=handoffs.c.lane)


class SqlHandoffs:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, handoff: Handoff) -> None:
        self._connection.execute(
            handoffs.insert().values(
                id=handoff.id,
                conversation_id=handoff.conversation_id,
                reason=handoff.reason,
                created_at=handoff.created_at,
                **_standing(handoff),
            )
        )

    def get(self, handoff_id: str) -> Handoff | None:
        return self._one(_BY_ID, handoff=handoff_id)

    def open_of(self, conversation_id: str) -> Handoff | None:
        return self._one(_OPEN_OF, conversation=conversation_id)

    def ever_of(self, conversation_id: str) -> bool:
        found = select(handoffs.c.id).where(handoffs.c.conversation_id == conversation_id)
        return self._connection.execute(found.limit(1)).first() is not None

    def waiting(self) -> list[Handoff]:
        return self._all(_WAITING)

    def held_by(self, staff_id: str) -> list[Handoff]:
        return self._all(_HELD_BY, staff=staff_id)

    def claimed(self) -> list[Handoff]:
        return self._all(_CLAIMED)

    def claim(self, handoff_id: str, staff_id: str, at: datetime) -> bool:
        claimed = self._connection.execute(
            update(handoffs)
            .where(handoffs.c.id == handoff_id, handoffs.c.state == HandoffState.WAITING)
            .values(state=HandoffState.CLAIMED, staff_id=staff_id, claimed_at=at, note_only=False)
        )
        return claimed.rowcount == 1

    def keep(self, handoff: Handoff) -> None:
        self._connection.execute(_KEEP, {"handoff": handoff.id, **_standing(handoff)})

    def owe(self, conversation_id: str, since: datetime) -> None:
        self._connection.execute(
            update(handoffs)
            .where(
                handoffs.c.conversation_id == conversation_id,
                handoffs.c.state == HandoffState.CLAIMED,
                handoffs.c.owed_since.is_(None),
            )
            .values(owed_since=since)
        )

    def end(self, handoff_id: str, state: HandoffState, at: datetime, outcome: str = "") -> None:
        self._connection.execute(
            update(handoffs)
            .where(handoffs.c.id == handoff_id)
            .values(state=state, ended_at=at, outcome=outcome)
        )

    def _one(self, query: Select[Any], **asked: str) -> Handoff | None:
        row = self._connection.execute(query, asked).first()
        return _handoff(row) if row else None

    def _all(self, query: Select[Any], **asked: str) -> list[Handoff]:
        return [_handoff(row) for row in self._connection.execute(query, asked)]


def _query() -> Select[Any]:
    last = (
        select(messages.c.text)
        .where(
            messages.c.conversation_id == handoffs.c.conversation_id,
            messages.c.author == Author.SHOPPER,
        )
        .order_by(messages.c.seq.desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(
            handoffs,
            clients.c.name.label("client_name"),
            staff.c.name.label("staff_name"),
            _OWNER.c.id.label("owner_id"),
            _OWNER.c.name.label("owner_name"),
            _COVER.c.id.label("cover_id"),
            _COVER.c.name.label("cover_name"),
            last.label("last_message"),
        )
        .join(conversations, conversations.c.id == handoffs.c.conversation_id)
        .join(clients, clients.c.id == conversations.c.client_id, isouter=True)
        .join(staff, staff.c.id == handoffs.c.staff_id, isouter=True)
        .join(client_owners, client_owners.c.client_id == clients.c.id, isouter=True)
        .join(_OWNER, _works(_OWNER, client_owners.c.owner_id), isouter=True)
        .join(_COVER, _works(_COVER, client_owners.c.cover_id), isouter=True)
    )


def _works(person: FromClause, id_: Column[Any]) -> ColumnElement[bool]:
    """Somebody who has left is no owner and no cover."""
    return and_(person.c.id == id_, person.c.disabled_at.is_(None))


# To build these statements costs more than to run them.
_BY_ID = _query().where(handoffs.c.id == bindparam("handoff"))
_OPEN_OF = _query().where(
    handoffs.c.conversation_id == bindparam("conversation"),
    handoffs.c.state.in_((HandoffState.WAITING, HandoffState.CLAIMED)),
)
_WAITING = (
    _query()
    .where(handoffs.c.state == HandoffState.WAITING)
    .order_by(handoffs.c.due, _LANES, handoffs.c.created_at, handoffs.c.id)
)
_CLAIMED = (
    _query().where(handoffs.c.state == HandoffState.CLAIMED).order_by(handoffs.c.due, handoffs.c.id)
)
_HELD_BY = _CLAIMED.where(handoffs.c.staff_id == bindparam("staff"))
_KEEP = update(handoffs).where(handoffs.c.id == bindparam("handoff"))


def _standing(handoff: Handoff) -> dict[str, Any]:
    """What may change of a hand-over."""
    return {
        "lane": handoff.lane,
        "tier": handoff.tier,
        "state": handoff.state,
        "due": handoff.due,
        "note_only": handoff.note_only,
        "staff_id": handoff.staff_id,
        "queued_at": handoff.queued_at,
        "claimed_at": handoff.claimed_at,
        "owed_since": handoff.owed_since,
        "first_due": handoff.first_due,
        "first_reply_at": handoff.first_reply_at,
        "warned_at": handoff.warned_at,
        "escalated_at": handoff.escalated_at,
    }


def _handoff(row: Row[Any]) -> Handoff:
    return Handoff(
        id=row.id,
        conversation_id=row.conversation_id,
        lane=Lane(row.lane),
        reason=Reason(row.reason),
        state=HandoffState(row.state),
        created_at=row.created_at,
        due=row.due,
        note_only=row.note_only,
        tier=Tier(row.tier) if row.tier else None,
        client_name=row.client_name or "",
        staff_id=row.staff_id,
        staff_name=row.staff_name or "",
        last_message=row.last_message or "",
        queued_at=row.queued_at,
        claimed_at=row.claimed_at,
        owed_since=row.owed_since,
        first_due=row.first_due,
        first_reply_at=row.first_reply_at,
        warned_at=row.warned_at,
        escalated_at=row.escalated_at,
        owner_id=row.owner_id,
        owner_name=row.owner_name or "",
        cover_id=row.cover_id,
        cover_name=row.cover_name or "",
    )
