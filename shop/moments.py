"""Moments as people say them: 'Monday, 10:00' or a day of the calendar, and so many hours on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shop.figures import written
from shop.language import Bilingual, Lang

_WEEK = 7
_MINUTES_A_DAY = 24 * 60
WEEKDAYS = (  # Monday first
    ("周一", "Monday"), ("周二", "Tuesday"), ("周三", "Wednesday"), ("周四", "Thursday"),
    ("周五", "Friday"), ("周六", "Saturday"), ("周日", "Sunday"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of some week, Monday being 0; `at` where an hour was said."""

    day: int
    at: time | None = None


Moment = Weekday | datetime | date


def later(moment: Moment, hours: int) -> Moment:
    """So many hours on, or back; without an hour, whole days of 24."""
    if not isinstance(moment, Weekday):
        return moment + timedelta(hours=hours)
    if moment.at is None:
        return Weekday((moment.day + hours // 24) % _WEEK)
    minutes = moment.day * _MINUTES_A_DAY + moment.at.hour * 60 + moment.at.minute + hours * 60
    days, minute = divmod(minutes, _MINUTES_A_DAY)
    return Weekday(days % _WEEK, time(*divmod(minute, 60)))


def named(moment: Moment) -> Bilingual:
    """'周四 10:00' and 'Thursday, 10:00', or the date."""
    if not isinstance(moment, Weekday):
        iso = moment.isoformat()
        return Bilingual(
            written("{day:day}", "zh", {"day": iso}), written("{day:day}", "en", {"day": iso})
        )
    zh, en = WEEKDAYS[moment.day]
    if moment.at is None:
        return Bilingual(zh, en)
    return Bilingual(f"{zh} {moment.at:%H:%M}", f"{en}, {moment.at:%H:%M}")


def clock_time(at: datetime, now: datetime, lang: Lang, zone: ZoneInfo) -> str:
    """An hour as it is said at `now`: '09:00', with its day unless that is today."""
    local, today = at.astimezone(zone), now.astimezone(zone)
    if local.date() == today.date():
        return f"{local:%H:%M}"
    if lang == "zh":
        return f"{local.month} 月 {local.day} 日 {local:%H:%M}"
    return f"{local:%H:%M} on {local.day} {local:%B}"
