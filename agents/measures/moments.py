"""Moments in a message: days of the week or of the calendar, each with the hour said beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time

from agents.measures.dates import days_named, times_named
from agents.measures.spelling import normal
from shop.moments import Moment, Weekday

_WEEKDAYS = re.compile(
    r"(?<![A-Za-z])(?P<en>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur|urs)?(?:day)?(?![A-Za-z])"
    r"|(?:周|星期|礼拜)(?P<zh>[一二三四五六日天])",
    re.IGNORECASE,
)
_EN = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ZH = "一二三四五六日"
_NOON = re.compile(r"(?<![A-Za-z])(?:noon|midday)(?![A-Za-z])|正午|中午(?!\s*\d)", re.IGNORECASE)


def moments_named(text: str, today: date) -> list[Moment]:
    """Every moment that a text names, in its order.

    An hour belongs to the day before it, or to the only day; a further hour is on the same day.
    """
    plain = normal(text)
    weekdays = list(_WEEKDAYS.finditer(plain))
    if not weekdays:
        return [_at(day, at) for day in days_named(plain, today) for at in _times(plain) or [None]]
    ends = [*(match.start() for match in weekdays[1:]), len(plain)]
    found: list[Moment] = []
    for match, end in zip(weekdays, ends, strict=True):
        hours = _times(plain[match.end() : end])
        if not hours and len(weekdays) == 1:
            hours = _times(plain[: match.start()])
        found += [Weekday(_number(match), at) for at in hours or [None]]
    return found


def latest(moments: list[Moment]) -> Moment | None:
    """The last to come, days of the week being counted on from the first one said."""
    if not moments:
        return None
    first = moments[0]
    if isinstance(first, Weekday):
        return max(
            (moment for moment in moments if isinstance(moment, Weekday)),
            key=lambda moment: ((moment.day - first.day) % 7, moment.at or time.min),
        )
    return max(moments, key=lambda moment: moment.isoformat() if isinstance(moment, date) else "")


def _number(match: re.Match[str]) -> int:
    if match["en"]:
        return _EN.index(match["en"].lower())
    return _ZH.index(match["zh"].replace("天", "日"))


def _times(text: str) -> Sequence[time | None]:
    """Hours of the day; noon by its name is one."""
    return times_named(text) or ([time(12)] if _NOON.search(text) else [])


def _at(day: date, at: time | None) -> Moment:
    return datetime.combine(day, at) if at else day
