"""The house's own clock: warns before a promise is due, escalates after, and takes conversations
back from whoever is silent or gone.

Any number of processes may tick at the same time. What is due is looked for in one read; each
change is made under the conversation's lock, where it is looked at again, so that it happens once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from shop import queueing
from shop.attendance import present
from shop.conversations import Conversation
from shop.errors import MaroquinError
from shop.handoffs import Handoff, HandoffState
from shop.moments import clock_time
from shop.notices import GIVEN_BACK, LOST, LOST_TO_NOTE, notice
from shop.ownership import Verb, locked, move, record
from shop.ports import Clock, Store, Work
from shop.promises import Standing, standing
from shop.tiers import TierBook

Deed = Literal["open", "warn", "escalate", "lose", "lapse"]
RESTS_FOR = timedelta(days=14)  # what she wrote first, before it is the advisor's again
_ACTOR = "watch"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sight:
    """What a decision rests on besides the hand-over itself. `since`: when the watch began."""

    now: datetime
    since: datetime
    present: AbstractSet[str]
    book: TierBook

    @property
    def is_long_enough(self) -> bool:
        """After a start everybody has time to come back before she loses anything."""
        return self.now - self.since >= timedelta(minutes=self.book.offline_after_minutes)


class Watch:
    def __init__(self, store: Store, clock: Clock, tiers: TierBook) -> None:
        self._store = store
        self._clock = clock
        self._tiers = tiers
        self._since = clock()

    def tick(self) -> int:
        """Do what is due at this moment; how many deeds this process did."""
        with self._store.read() as work:
            sight = self._sight(work)
            due = [
                handoff
                for handoff in [*work.handoffs.waiting(), *work.handoffs.claimed()]
                if due_deed(handoff, sight)
            ]
        return sum(self._serve(handoff) for handoff in due)

    def _sight(self, work: Work) -> Sight:
        now = self._clock()
        return Sight(now, self._since, present(work, now, self._tiers), self._tiers)

    def _serve(self, seen: Handoff) -> bool:
        """One that fails, because it is gone or the database is busy, keeps no other waiting."""
        try:
            with self._store.begin() as work:
                conversation = locked(work, seen.conversation_id)
                handoff = work.handoffs.open_of(conversation.id)
                sight = self._sight(work)
                deed = due_deed(handoff, sight) if handoff else None
                if handoff and deed:
                    _DEEDS[deed](work, conversation, handoff, sight)
                return deed is not None
        except MaroquinError as error:
            _log.warning("the watch could not serve a hand-over: %s", error)
            return False


def due_deed(handoff: Handoff, sight: Sight) -> Deed | None:
    """The first thing that has to be done about it now."""
    if handoff.state is HandoffState.CLAIMED:
        return _of_held(handoff, sight)
    if handoff.note_only:
        is_open = sight.book.hours(handoff.tier).are_on(sight.now)
        return "open" if is_open and sight.now >= handoff.due else None
    return _of_waiting(handoff, sight)


def _of_held(handoff: Handoff, sight: Sight) -> Deed | None:
    if handoff.rests:  # a letter is not withdrawn because its writer has gone home
        return "lapse" if _rested(handoff, sight) else None
    stands = standing(handoff, sight.now, sight.book)
    if stands is Standing.LATE or handoff.staff_id not in sight.present:
        return "lose" if sight.is_long_enough else None
    return "warn" if stands is Standing.PRESSING and handoff.warned_at is None else None


def _rested(handoff: Handoff, sight: Sight) -> bool:
    since = handoff.claimed_at or handoff.created_at
    return sight.now - since >= RESTS_FOR and handoff.staff_id not in sight.present


def _of_waiting(handoff: Handoff, sight: Sight) -> Deed | None:
    after = timedelta(minutes=sight.book.terms(handoff.tier).desk.escalate_after_minutes)
    if handoff.escalated_at is None and sight.now >= handoff.due + after:
        return "escalate"
    in_time = standing(handoff, sight.now, sight.book) is Standing.IN_TIME
    done = handoff.warned_at or handoff.escalated_at
    return None if in_time or done else "warn"


def _open(work: Work, conversation: Conversation, note: Handoff, sight: Sight) -> None:
    work.handoffs.keep(queueing.opened(note, sight.now, sight.book))
    move(work, Verb.OPEN, conversation)
    record(work, _ACTOR, "open", conversation)


def _warn(work: Work, conversation: Conversation, handoff: Handoff, sight: Sight) -> None:
    work.handoffs.keep(replace(handoff, warned_at=sight.now))
    record(work, _ACTOR, "warn", conversation)


def _escalate(work: Work, conversation: Conversation, handoff: Handoff, sight: Sight) -> None:
    work.handoffs.keep(replace(handoff, escalated_at=sight.now))
    record(work, _ACTOR, "escalate", conversation)


def _lose(work: Work, conversation: Conversation, held: Handoff, sight: Sight) -> None:
    """Back to the queue with a notice to the client; overnight a note."""
    lost = queueing.lost(held, sight.now, sight.book)
    work.handoffs.keep(lost)
    move(work, Verb.LOSE_TO_NOTE if lost.note_only else Verb.LOSE, conversation)
    opens = clock_time(lost.due, sight.now, conversation.lang, ZoneInfo(sight.book.timezone))
    says = LOST_TO_NOTE if lost.note_only else LOST
    work.messages.append(notice(conversation, says, held.staff_name, sight.now, opens=opens))
    why = "silent" if held.staff_id in sight.present else "away"
    record(work, _ACTOR, "lose", conversation, staff=held.staff_id or "", why=why)


def _lapse(work: Work, conversation: Conversation, held: Handoff, sight: Sight) -> None:
    """Else it would be with people for ever, and never erased."""
    move(work, Verb.LAPSE, conversation)
    work.handoffs.end(held.id, HandoffState.GIVEN_BACK, sight.now)
    work.messages.append(notice(conversation, GIVEN_BACK, held.staff_name, sight.now))
    record(work, _ACTOR, "lapse", conversation, staff=held.staff_id or "")


_DEEDS: dict[Deed, Callable[[Work, Conversation, Handoff, Sight], None]] = {
    "open": _open,
    "warn": _warn,
    "escalate": _escalate,
    "lose": _lose,
    "lapse": _lapse,
}
