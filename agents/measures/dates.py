"""Days and times of day: 2026-11-20, 11月20日, 20 November, yesterday; 14:30, 3 pm, 下午两点半."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from agents.measures.spelling import normal, numeral

_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?:,?\s*(20\d\d))?(?!\d)"
_DAYS = re.compile(
    r"(?<!\d)(?P<y>20\d\d)\s*[-/.年]\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<m2>1[0-2]|[1-9])月(?P<d2>[12]\d|3[01]|[1-9])[日号]"
    rf"|(?<!\d)(?P<d3>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<w3>{_MONTH}){_YEAR}"
    rf"|(?<![A-Za-z])(?P<w4>{_MONTH})\s+(?P<d4>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?{_YEAR}"
    r"|(?P<r>今天|昨天|前天|(?<![A-Za-z])(?:today|yesterday)(?![A-Za-z]))",
    re.IGNORECASE,
)
_RELATIVE = {"今天": 0, "today": 0, "昨天": 1, "yesterday": 1, "前天": 2}
_TIMES = re.compile(
    r"(?<![\d:.])(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)\s*(?P<half>[ap]\.?m|in the (?:afternoon"
    r"|evening))?"
    r"|(?<![\d:.])(?P<h2>1[0-2]|[1-9])\s*(?P<half2>[ap]\.?m\.?)(?![a-z])"
    r"|(?P<part>凌晨|早上|上午|中午|下午|傍晚|晚上|夜里|晚)?\s*(?P<h3>\d{1,2}"
    r"|[一二两三四五六七八九])\s*"
    r"[点點](?P<min3>半|一刻|[0-5]\d分?)?(?![\d钟]?[五六七八九]?码)",
    re.IGNORECASE,
)
_NOON = 12
_LATER = ("下午", "傍晚", "晚上", "夜里", "晚")  # than noon


def days_named(text: str, today: date) -> list[date]:
    """Every day that a text names, in its order. Without a year it is the latest one gone by."""
    found = (_day(match, today) for match in _DAYS.finditer(normal(text)))
    return [day for day in found if day is not None]


def _day(match: re.Match[str], today: date) -> date | None:
    said = match.groupdict()
    if said["r"]:
        return today - timedelta(days=_RELATIVE[said["r"].lower()])
    month = said["m"] or said["m2"]
    word = said["w3"] or said["w4"]
    number = int(month) if month else _MONTHS.index(word[:3].lower()) + 1
    day = int(said["d"] or said["d2"] or said["d3"] or said["d4"])
    year = next((int(n) for n in match.groups() if n and re.fullmatch(r"20\d\d", n)), None)
    return _dated(year, number, day, today)


def _dated(year: int | None, month: int, day: int, today: date) -> date | None:
    try:
        named = date(year or today.year, month, day)
        return named if year or named <= today else date(today.year - 1, month, day)
    except ValueError:  # 31 November
        return None


def times_named(text: str) -> list[time]:
    """Every time of day that a text names, in its order."""
    found = (_time(match) for match in _TIMES.finditer(normal(text)))
    return [at for at in found if at is not None]


def _time(match: re.Match[str]) -> time | None:
    said = match.groupdict()
    word = said["h"] or said["h2"] or said["h3"]
    half = (said["half"] or said["half2"] or "").lower().replace(".", "")
    hour = int(numeral(word))
    if half.startswith(("pm", "in the")) or (said["part"] in _LATER and hour < _NOON):
        hour = hour % _NOON + _NOON
    elif half == "am":
        hour %= _NOON
    minutes = {"半": 30, "一刻": 15, None: 0}
    minute = said["min"] or said["min3"]
    past = minutes[minute] if minute in minutes else int(str(minute).rstrip("分"))
    return time(hour % 24, past) if hour <= 24 else None  # hours of a day
