"""When a desk is open: its hours on each day of the week, in its own time zone, and holidays.

Everything is computed on the desk's wall clock, so a change to summer time moves nobody's opening.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, model_validator

from shop.errors import BadInput
from shop.handoffs import Lane
from shop.language import Bilingual
from shop.typed_data import TypedData

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEK: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MIDNIGHT = time(0, 0)
_FARTHEST = 800  # days: whatever is closed for longer has no next opening


def _clock_time(value: object) -> object:
    """People write 24:00 for the end of a day; Python's clock has only 00:00."""
    return MIDNIGHT if value == "24:00" else value


ClosingTime = Annotated[time, BeforeValidator(_clock_time)]


class Holiday(TypedData):
    """Days with hours of their own, both ends included; without hours the desk is closed.

    `lanes` empty: every desk. Dates are those of each desk's own time zone.
    """

    name: Bilingual
    first: date
    last: date
    lanes: tuple[Lane, ...] = ()
    opens: time | None = None
    closes: ClosingTime | None = None

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.last < self.first:
            raise ValueError("a holiday ends on or after its first day")
        if (self.opens is None) != (self.closes is None):
            raise ValueError("a holiday has both hours or neither")
        return self

    def is_on(self, day: date, lane: Lane) -> bool:
        return self.first <= day <= self.last and (not self.lanes or lane in self.lanes)


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """One desk's. `closes` 00:00 is midnight at the end of the day."""

    lane: Lane
    opens: time
    closes: time
    zone: ZoneInfo
    weekdays: tuple[Weekday, ...] = WEEK
    holidays: tuple[Holiday, ...] = ()

    def are_on(self, at: datetime) -> bool:
        """Whether somebody is on duty at an aware instant."""
        span = self._span(at.astimezone(self.zone).date())
        return span is not None and span[0] <= at < span[1]

    def next_opening(self, after: datetime) -> datetime:
        """The next instant (UTC) at which the desk opens. Raises BadInput if it never does."""
        for opens, _ in self._spans(after):
            if opens > after:
                return opens
        raise BadInput(f"The {self.lane} desk has no opening within {_FARTHEST} days.")

    def counted(self, start: datetime, minutes: int) -> datetime:
        """So many minutes on, counting only while the desk is open; aware UTC."""
        left = timedelta(minutes=minutes)
        for opens, closes in self._spans(start):
            begins = max(opens, start)
            if begins + left <= closes:
                return begins.astimezone(UTC) + left
            left -= max(closes - begins, timedelta())
        raise BadInput(f"The {self.lane} desk has no opening within {_FARTHEST} days.")

    def _spans(self, since: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Openings with their closings, from the day of `since`, those over left out."""
        today = since.astimezone(self.zone).date()
        for later in range(_FARTHEST):
            span = self._span(today + timedelta(days=later))
            if span is not None and span[1] > since:
                yield span

    def _span(self, day: date) -> tuple[datetime, datetime] | None:
        hours = self._hours(day)
        if hours is None:
            return None
        opens, closes = hours
        ends = day + timedelta(days=1) if closes == MIDNIGHT else day
        return self._instant(day, opens), self._instant(ends, closes)

    def _hours(self, day: date) -> tuple[time, time] | None:
        for holiday in self.holidays:
            if holiday.is_on(day, self.lane):
                if holiday.opens is None or holiday.closes is None:
                    return None
                return holiday.opens, holiday.closes
        is_workday = WEEK[day.weekday()] in self.weekdays
        return (self.opens, self.closes) if is_workday else None

    def _instant(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, tzinfo=self.zone).astimezone(UTC)
