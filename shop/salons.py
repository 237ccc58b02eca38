"""The salons: where they are, what is done in each, and when appointments are offered there.

Typed data, read from `knowledge/house/salons.yaml` (H-H1, H-H3, H-H4). Slots are computed on the
salon's own clock, so a change to summer time moves nobody's appointment.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, Self, get_args
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from shop.errors import BadInput
from shop.hours import MIDNIGHT, WEEK, ClosingTime, Weekday
from shop.language import Bilingual
from shop.tiers import ZoneName
from shop.typed_data import TypedData

Purpose = Literal["try_on", "collect", "return", "exchange", "care", "ring", "strap"]  # H-H3
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
SLOT = timedelta(minutes=45)  # H-H2
_COLLECTED: frozenset[Purpose] = frozenset({"collect"})


class Salon(TypedData):
    """One salon. `closes` 00:00 is midnight at the end of the day; `closed` are days without."""

    name: Bilingual
    timezone: ZoneName
    opens: time
    closes: ClosingTime
    places: int = Field(gt=0, le=20)
    weekdays: tuple[Weekday, ...] = Field(default=WEEK, min_length=1)
    closed: tuple[date, ...] = ()
    bonded: bool = False
    aliases: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _has_room(self) -> Self:
        if _minutes(self.closes) - self.opens.hour * 60 - self.opens.minute < SLOT.seconds // 60:
            raise ValueError("between opening and closing there is no room for one appointment")
        return self

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def purposes(self) -> tuple[Purpose, ...]:
        """What may be done there: bonded goods cannot be collected (H-H4)."""
        return tuple(each for each in PURPOSES if not (self.bonded and each in _COLLECTED))

    def day_of(self, at: datetime) -> date:
        """The salon's own day at an aware instant."""
        return at.astimezone(self.zone).date()

    def starts(self, day: date, every_minutes: int) -> list[datetime]:
        """When appointments begin on one of its days, aware UTC, none that would end after it."""
        if WEEK[day.weekday()] not in self.weekdays or day in self.closed:
            return []
        first, last = self.opens.hour * 60 + self.opens.minute, _minutes(self.closes)
        begins = range(first, last - SLOT.seconds // 60 + 1, every_minutes)
        return [self._instant(day, minute) for minute in begins]

    def _instant(self, day: date, minute: int) -> datetime:
        at = time(*divmod(minute, 60))
        return datetime.combine(day, at, tzinfo=self.zone).astimezone(UTC)


class SalonBook(TypedData):
    """All salons by id, and the house's own choices about appointments."""

    every_minutes: int = Field(ge=SLOT.seconds // 60)
    remind_before_hours: int = Field(gt=4)  # while it may still be changed
    open_per_client: int = Field(gt=0)
    salons: dict[str, Salon] = Field(min_length=1)

    def get(self, salon_id: str) -> Salon:
        """Raises BadInput for a salon the house doesn't have."""
        try:
            return self.salons[salon_id]
        except KeyError:
            raise BadInput(f"There is no salon {salon_id!r}.") from None

    def starts(self, salon_id: str, day: date) -> list[datetime]:
        return self.get(salon_id).starts(day, self.every_minutes)

    @property
    def remind_before(self) -> timedelta:
        return timedelta(hours=self.remind_before_hours)


def _minutes(closes: time) -> int:
    return 24 * 60 if closes == MIDNIGHT else closes.hour * 60 + closes.minute
