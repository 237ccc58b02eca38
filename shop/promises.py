"""What each tier was promised: which people answer, in which hours, and by when.

Pure: the hours and minutes are data (`shop.tiers.TierBook`). While the lane is open, a person is
due after the promised first reply, or after the queue's own target where no minute was promised.
While it is closed the advisor takes a note, due at the next opening (H-J1).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shop.clients import Tier
from shop.handoffs import Lane
from shop.tiers import DeskTerms, TierBook

_MIDNIGHT = time(0, 0)


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
        closes = "24:00" if self.closes == _MIDNIGHT else f"{self.closes:%H:%M}"
        return f"{self.opens:%H:%M}–{closes}"


def route(tier: Tier | None, now: datetime, book: TierBook) -> Route:
    """The lane of a tier (None: not signed in) at an aware `now`."""
    desk = book.terms(tier).desk
    local = now.astimezone(ZoneInfo(book.timezone))
    on_duty = _is_open(desk, local.time())
    due = now + _first_reply(desk) if on_duty else _next_opening(desk, local)
    return Route(
        lane=desk.lane,
        note_only=not on_duty,
        due=due.astimezone(UTC),
        opens=desk.opens,
        closes=desk.closes,
        promised_minutes=desk.first_reply_minutes,
    )


def _is_open(desk: DeskTerms, at: time) -> bool:
    return desk.opens <= at and (desk.closes == _MIDNIGHT or at < desk.closes)


def _first_reply(desk: DeskTerms) -> timedelta:
    return timedelta(minutes=desk.first_reply_minutes or desk.queue_target_minutes)


def _next_opening(desk: DeskTerms, local: datetime) -> datetime:
    opening = datetime.combine(local.date(), desk.opens, tzinfo=local.tzinfo)
    return opening if local < opening else opening + timedelta(days=1)
