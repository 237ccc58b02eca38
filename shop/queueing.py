"""What becomes of a hand-over: asked for, asked for again, opened, answered, passed on, lost.

Pure: each takes a hand-over and gives the one to keep. Who may do what is `shop.ownership`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from shop.access import Staff
from shop.clients import Tier
from shop.handoffs import Handoff, HandoffState, Reason
from shop.ids import new_id
from shop.promises import promised_by, reply_due, route
from shop.tiers import TierBook


def asked(
    conversation_id: str, reason: Reason, tier: Tier | None, now: datetime, book: TierBook
) -> Handoff:
    """What she is entitled to at this moment."""
    way = route(tier, now, book)
    return Handoff(
        id=new_id(),
        conversation_id=conversation_id,
        lane=way.lane,
        reason=reason,
        state=HandoffState.WAITING,
        created_at=now,
        due=way.due,
        note_only=way.note_only,
        tier=tier,
        queued_at=now,
        owed_since=now,
        first_due=way.due,
    )


def written_first(
    conversation_id: str, tier: Tier | None, by: Staff, now: datetime, book: TierBook
) -> Handoff:
    """Nothing is owed until the client writes, and then an answer, not the first words."""
    return replace(
        asked(conversation_id, Reason.WROTE_FIRST, tier, now, book),
        state=HandoffState.CLAIMED,
        note_only=False,
        due=now,
        first_due=now,
        first_reply_at=now,
        queued_at=None,
        owed_since=None,
        staff_id=by.id,
        staff_name=by.name,
        claimed_at=now,
    )


def better(waiting: Handoff, again: Handoff) -> Handoff:
    """What was promised first stands, unless the same wish is now answered sooner."""
    person_for_note = waiting.note_only and not again.note_only
    if waiting.state is HandoffState.CLAIMED or not (person_for_note or again.due < waiting.due):
        return waiting
    due = min(waiting.due, again.due)
    return replace(
        waiting,
        lane=again.lane,
        tier=again.tier,
        due=due,
        first_due=min(waiting.first_due or due, due),
        note_only=waiting.note_only and again.note_only,
        queued_at=again.queued_at if person_for_note else waiting.queued_at,
        warned_at=None,
        escalated_at=None,
    )


def opened(note: Handoff, now: datetime, book: TierBook) -> Handoff:
    """A note whose hour has come: from the opening its clock runs like any other's."""
    due = reply_due(note.tier, note.due, book)
    return replace(note, note_only=False, queued_at=now, due=due, first_due=due)


def answered(held: Handoff, now: datetime) -> Handoff:
    """She spoke: nothing is owed until the client writes again."""
    return replace(
        held,
        owed_since=None,
        first_reply_at=held.first_reply_at or now,
        warned_at=None,
        escalated_at=None,
    )


def passed_on(held: Handoff, to: Staff, now: datetime) -> Handoff:
    return replace(held, staff_id=to.id, staff_name=to.name, claimed_at=now, warned_at=None)


def lost(held: Handoff, now: datetime, book: TierBook) -> Handoff:
    """Back to the queue with what is owed; while the desk is closed a note for its opening."""
    way = route(held.tier, now, book)
    owed_but_late = held.owed_since is not None and not way.note_only
    return replace(
        held,
        state=HandoffState.WAITING,
        staff_id=None,
        staff_name="",
        claimed_at=None,
        note_only=way.note_only,
        due=promised_by(held, book) if owed_but_late else way.due,
        queued_at=now,
        owed_since=held.owed_since or now,
        warned_at=None,
        escalated_at=None,
    )
