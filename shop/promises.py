"""What each tier was promised: which people answer, in which hours, and by when.

Pure: hours and minutes are data (`shop.tiers.TierBook`). While the lane is open, a person is due
after the promised first reply; where no minute was promised, after the queue's own target, which
counts only while the desk is open. While it is closed the advisor takes a note, due at the next
opening (H-J1); from then on its clock runs like any other's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from shop.clients import Tier
from shop.handoffs import Handoff, HandoffState, Lane
from shop.hours import MIDNIGHT
from shop.tiers import TierBook


@dataclass(frozen=True, slots=True)
class Route:
    """Where a hand-over goes. `due` is aware UTC; `opens` and `closes` are the desk's local time.

    `closes` 00:00 is midnight at the end of the day. `promised_minutes` may be said to the
    client; None means that no minute was promised and `due` only orders the queue.
    """

    lane: Lane
    note_only: bool
    due: datetime
    opens: time
    closes: time
    promised_minutes: int | None = None

    @property
    def hours(self) -> str:
        """As it is written for people: 09:00–24:00."""
        closes = "24:00" if self.closes == MIDNIGHT else f"{self.closes:%H:%M}"
        return f"{self.opens:%H:%M}–{closes}"


def route(tier: Tier | None, now: datetime, book: TierBook) -> Route:
    """The lane of a tier (None: not signed in) at an aware `now`."""
    desk, hours = book.terms(tier).desk, book.hours(tier)
    on_duty = hours.are_on(now)
    return Route(
        lane=desk.lane,
        note_only=not on_duty,
        due=reply_due(tier, now, book) if on_duty else hours.next_opening(now),
        opens=desk.opens,
        closes=desk.closes,
        promised_minutes=desk.first_reply_minutes,
    )


def reply_due(tier: Tier | None, since: datetime, book: TierBook) -> datetime:
    """By when a person speaks to whoever waits since then; aware UTC.

    What was promised in minutes is kept past closing time; a target waits for the next opening.
    """
    desk, hours = book.terms(tier).desk, book.hours(tier)
    if desk.first_reply_minutes is None:
        return hours.counted(since, desk.minutes)
    begins = since if hours.are_on(since) else hours.next_opening(since)
    return begins.astimezone(UTC) + timedelta(minutes=desk.first_reply_minutes)


class Standing(StrEnum):
    """How a promise stands at a moment."""

    FREE = "free"  # the client waits for nobody's words
    IN_TIME = "in time"
    PRESSING = "pressing"  # little time is left
    LATE = "late"


def reply_by(handoff: Handoff, book: TierBook) -> datetime | None:
    """By when a person must speak; None while nothing is owed.

    The first words are due as promised when the client asked, each later answer within the same
    time. Whoever claims late has a few minutes all the same.
    """
    if handoff.state is HandoffState.WAITING:
        return handoff.due
    if handoff.owed_since is None or handoff.claimed_at is None:
        return None
    grace = handoff.claimed_at + timedelta(minutes=book.claim_grace_minutes)
    return max(promised_by(handoff, book), grace)


def promised_by(handoff: Handoff, book: TierBook) -> datetime:
    """By when a person was to speak: first words as promised, later ones from her message."""
    if handoff.first_reply_at is None or handoff.owed_since is None:
        return handoff.due
    return reply_due(handoff.tier, handoff.owed_since, book)


def standing(handoff: Handoff, now: datetime, book: TierBook) -> Standing:
    by = reply_by(handoff, book)
    if by is None:
        return Standing.FREE
    if now >= by:
        return Standing.LATE
    warn = timedelta(minutes=book.terms(handoff.tier).desk.warn_before_minutes)
    pressing = not handoff.note_only and now >= by - warn
    return Standing.PRESSING if pressing else Standing.IN_TIME
