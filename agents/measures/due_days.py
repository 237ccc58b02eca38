"""The day on which something is needed: 'for Saturday', 'next Friday', '后天', 'in 5 days'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from agents.measures.dates import days_named
from agents.measures.spelling import normal, numeral

_WEEK = 7
_SATURDAY = 5
_EN = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ZH = "一二三四五六日"
_NOW = r"(?:today(?:'?s| is)?|it'?s(?: only| already| now)?|今天?(?:都|已经|才)?(?:是)?)\s*"
_ORDERED = (
    r"(?:(?:order\w*|pay(?:ing)?|paid|buy(?:ing)?|bought)(?: it)?(?: on| this)?"
    r"|付(?:款|钱)|下单|买)\s*"
)
_WEEKDAYS = re.compile(
    rf"(?P<now>{_NOW})?(?P<ordered>{_ORDERED})?(?P<next>next |下个?)?(?:this |coming |on )?"
    r"(?:(?<![A-Za-z])(?P<en>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur|urs)?(?:day)?(?![A-Za-z])"
    r"|(?:周|星期|礼拜)(?P<zh>[一二三四五六日天])(?P<paid>下单|付|买|拍)?)",
    re.IGNORECASE,
)
_DAYS_ON = re.compile(
    r"(?P<tomorrow>明天|明儿|(?<!after )(?<![A-Za-z])tomorrow|(?<![A-Za-z])tmr(?![A-Za-z]))"
    r"|(?P<after>后天|day after tomorrow)"
    r"|(?P<weekend>(?<!下)周末|(?<![A-Za-z])weekend)"
    r"|(?:in|within|only|have)\s+(?P<en>\d{1,2}|a|one|two|three|four|five|six|seven|ten)\s+days?"
    r"|(?P<zh>\d{1,2}|[一两二三四五六七十])\s*天(?:后|以后|之后|内|之内|以内|里)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Due:
    """From which day on the time runs, and on which day it must have come."""

    start: date
    needed: date


def due(text: str, today: date) -> Due | None:
    """When something is needed, as a text says it; None where it names no such day.

    The time runs from today, unless the text says what day it is or when it is ordered.
    """
    plain = normal(text)
    found = list(_WEEKDAYS.finditer(plain))
    begun = next((match for match in found if _begins(match)), None)
    start = today if begun is None else _on(begun, today)
    wanted = next((match for match in found if match is not begun), None)
    needed = _on(wanted, start) if wanted else _day_on(plain, start) or _dated(plain, today)
    return Due(start, needed) if needed and needed >= start else None


def _begins(match: re.Match[str]) -> bool:
    """Whether a weekday is the one it is ordered on, or the one it is today."""
    return bool(match["now"] or match["ordered"] or match["paid"])


def _on(match: re.Match[str], start: date) -> date:
    """The next such weekday, or that of the next calendar week."""
    weekday = _EN.index(match["en"].lower()) if match["en"] else _zh(match["zh"])
    ahead = (weekday - start.weekday()) % _WEEK
    next_week = bool(match["next"]) and start.weekday() + ahead < _WEEK
    return start + timedelta(days=ahead + (_WEEK if next_week else 0))


def _zh(character: str) -> int:
    return _ZH.index(character.replace("天", "日"))


def _day_on(plain: str, start: date) -> date | None:
    match = _DAYS_ON.search(plain)
    if match is None:
        return None
    if match["weekend"]:
        return start + timedelta(days=(_SATURDAY - start.weekday()) % _WEEK)
    if match["tomorrow"] or match["after"]:
        return start + timedelta(days=2 if match["after"] else 1)
    word = match["en"] or match["zh"]
    return start + timedelta(days=1 if word.lower() == "a" else int(numeral(word)))


def _dated(plain: str, today: date) -> date | None:
    """A date of the calendar is one to come."""
    named = next((day for day in days_named(plain, today) if day != today), None)
    if named is None or named > today:
        return named
    return named.replace(year=named.year + 1) if (named.month, named.day) != (2, 29) else None
