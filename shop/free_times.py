"""When an appointment may be booked: a salon's days, and on each the starts with room left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from shop.appointments import LEAST_AHEAD, MOST_AHEAD
from shop.ports import Work
from shop.salons import SLOT, Salon


@dataclass(frozen=True, slots=True)
class Slot:
    """A start with room for so many more. `starts_at` is aware UTC."""

    starts_at: datetime
    left: int


def free_slots(
    work: Work, salon_id: str, salon: Salon, starts: Sequence[datetime], now: datetime
) -> list[Slot]:
    """Of these starts those that may be booked now."""
    if not starts:
        return []
    booked = work.appointments.between(salon_id, starts[0], starts[-1] + SLOT)
    slots = []
    for at in starts:
        taken = sum(each.stands() and each.starts_at == at for each in booked)
        if taken < salon.places and now + LEAST_AHEAD <= at <= now + MOST_AHEAD:
            slots.append(Slot(at, salon.places - taken))
    return slots


def bookable_days(salon: Salon, now: datetime) -> list[date]:
    """The salon's days that the window touches."""
    first, last = salon.day_of(now + LEAST_AHEAD), salon.day_of(now + MOST_AHEAD)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def day_bounds(salon: Salon, first: date, days: int) -> tuple[datetime, datetime]:
    """From the beginning of a salon's day until that of the day after so many, aware UTC."""

    def midnight(day: date) -> datetime:
        return datetime.combine(day, time(), tzinfo=salon.zone).astimezone(UTC)

    return midnight(first), midnight(first + timedelta(days=days))
