"""Hand-overs in the database, read together with whom and what they are about."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, case, select, update

from shop.clients import Tier
from shop.conversations import Author
from shop.db.tables import clients, conversations, handoffs, messages, staff
from shop.handoffs import Handoff, HandoffState, Lane, Reason

_LANES = case({lane.value: at for at, lane in enumerate(Lane)}, value=handoffs.c.lane)


class SqlHandoffs:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, handoff: Handoff) -> None:
        self._connection.execute(
            handoffs.insert().values(
                id=handoff.id,
                conversation_id=handoff.conversation_id,
                lane=handoff.lane,
                reason=handoff.reason,
                state=handoff.state,
                created_at=handoff.created_at,
                due=handoff.due,
                note_only=handoff.note_only,
                tier=handoff.tier,
            )
        )

    def get(self, handoff_id: str) -> Handoff | None:
        return self._one(_query().where(handoffs.c.id == handoff_id))

    def open_of(self, conversation_id: str) -> Handoff | None:
        is_open = handoffs.c.state.in_((HandoffState.WAITING, HandoffState.CLAIMED))
        return self._one(_query().where(handoffs.c.conversation_id == conversation_id, is_open))

    def ever_of(self, conversation_id: str) -> bool:
        found = select(handoffs.c.id).where(handoffs.c.conversation_id == conversation_id)
        return self._connection.execute(found.limit(1)).first() is not None

    def waiting(self) -> list[Handoff]:
        return self._all(
            _query()
            .where(handoffs.c.state == HandoffState.WAITING)
            .order_by(handoffs.c.due, _LANES, handoffs.c.created_at, handoffs.c.id)
        )

    def held_by(self, staff_id: str) -> list[Handoff]:
        held = _query().where(
            handoffs.c.state == HandoffState.CLAIMED, handoffs.c.staff_id == staff_id
        )
        return self._all(held.order_by(handoffs.c.due, handoffs.c.id))

    def claim(self, handoff_id: str, staff_id: str, at: datetime) -> bool:
        claimed = self._connection.execute(
            update(handoffs)
            .where(handoffs.c.id == handoff_id, handoffs.c.state == HandoffState.WAITING)
            .values(state=HandoffState.CLAIMED, staff_id=staff_id, claimed_at=at)
        )
        return claimed.rowcount == 1

    def reroute(self, handoff: Handoff) -> None:
        self._connection.execute(
            update(handoffs)
            .where(handoffs.c.id == handoff.id)
            .values(
                lane=handoff.lane,
                due=handoff.due,
                note_only=handoff.note_only,
                tier=handoff.tier,
            )
        )

    def end(self, handoff_id: str, state: HandoffState, at: datetime, outcome: str = "") -> None:
        self._connection.execute(
            update(handoffs)
            .where(handoffs.c.id == handoff_id)
            .values(state=state, ended_at=at, outcome=outcome)
        )

    def _one(self, query: Select[Any]) -> Handoff | None:
        row = self._connection.execute(query).first()
        return _handoff(row) if row else None

    def _all(self, query: Select[Any]) -> list[Handoff]:
        return [_handoff(row) for row in self._connection.execute(query)]


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
            last.label("last_message"),
        )
        .join(conversations, conversations.c.id == handoffs.c.conversation_id)
        .join(clients, clients.c.id == conversations.c.client_id, isouter=True)
        .join(staff, staff.c.id == handoffs.c.staff_id, isouter=True)
    )


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
    )
