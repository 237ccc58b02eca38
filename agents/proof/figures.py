# ruff: noqa: E501  # word lists are cut where they end; a Chinese letter counts twice
"""The figures of a text with their units, however written: 1,500; ３０ 天; 38½; 五万元.

A unit is part of a figure: 3 working days are not 3 calendar days, RMB 340 is not EUR 340. Weeks
become days and years months; nothing else is converted. A figure may carry a bound: within, at
most, at least, about. 'from RMB 3,800' said as 'RMB 3,800' is another statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from agents.proof.numerals import plain_numbers

Bound = Literal["", "within", "most", "least", "over", "under"]

_NUMBER = r"\d+(?:\.\d+)?"
_UNITS: dict[str, str] = {
    "working day": r"(?:working|business|week) ?days?|个?工作日",
    "calendar day": r"calendar days?|个?自然日",
    "day": r"[- ]?days?\b|天|日(?![元本])",
    "week": r"[- ]?weeks?\b|周|个?星期|个?礼拜",
    "month": r"[- ]?months?\b|[- ]?monthly|[- ]?instal?lments?\b|个月|期(?![间限])|月(?!\s?\d)",
    "year": r"[- ]?years?\b|年(?!\s?\d)",
    "hour": r"[- ]?hours?\b|h\b|个?小时|个?钟头",
    "minute": r"[- ]?min(?:ute)?s?\b|分钟",
    "%": r"%|per ?cent\b|percent\b",
    "CNY": r"(?:RMB|CNY|yuan|renminbi)\b|元|块钱?|人民币",
    "EUR": r"(?:EUR|euros?)\b|€|欧元",
    "GBP": r"(?:GBP|pounds?)\b|£|英镑",
    "USD": r"(?:USD|dollars?)\b|\$|美元|美金",
    "AED": r"AED\b|dirhams?|迪拉姆",
    "HKD": r"HKD\b|港币|港元",
    "JPY": r"JPY\b|yen\b|日元",
    "°C": r"°\s?C\b|℃|degrees? (?:celsius|C)\b|摄氏度|°(?!F)|degrees?\b(?! F)|度",
    "°F": r"°\s?F\b|degrees? F\w*",
    "mm": r"mm\b|millimet\w+|毫米",
    "cm": r"cm\b|centimet\w+|厘米|公分",
    "m": r"m\b(?!²)|met(?:re|er)s?\b|米(?!色)",
    "km": r"km\b|kilomet\w+|公里|千米",
    "inch": r"inch(?:es)?\b|in\.|英寸|寸",
    "g/m²": r"g/m²|g/m2|grams? per square\w*|克每平方米",
    "µg/cm²": r"µg/cm²|μg/cm²|μg/cm2",
    "kg": r"kg\b|kilo\w*|公斤|千克",
    "jin": r"jin\b|斤",
    "mg": r"mg\b|milligrams?|毫克",
    "g": r"g\b|grams?\b|克(?!拉)",
    "carat": r"ct\b|carats?\b|克拉",
    "karat": r"K\b|karats?\b|k金|K金",
    "micron": r"microns?\b|µm|μm|微米",
    "momme": r"momme\b|姆米",
    "bar": r"bars?\b|ATM\b|巴",
    "fold": r"倍|-?fold\b",
    "times": r"times\b|次|回(?!答)",
    "piece": r"pieces?\b|件|items?\b|条|款",
    "nm": r"nm\b|纳米",
    "A/m": r"A/m",
    "seconds": r"seconds?\b|秒",
    "km/h": r"km/h",
}  # fmt: skip
_BEFORE: dict[str, str] = {
    "CNY": r"(?:RMB|CNY|¥|￥|人民币)", "EUR": r"(?:EUR|€)", "GBP": r"(?:GBP|£)",
    "USD": r"(?:USD|US\$|\$)", "AED": r"AED", "HKD": r"(?:HKD|HK\$)", "JPY": r"JPY",
    "EU": r"EU", "UK": r"UK", "US": r"US", "FR": r"FR", "IT": r"IT", "CN": r"CN", "JP": r"JP",
    "DE": r"DE", "Mohs": r"(?:Mohs|莫氏(?:硬度)?)", "category": r"(?:category|类别)",
    "UV": r"UV", "pH": r"pH", "link": r"(?:link|第)",
}  # fmt: skip
_AFTER = {name: re.compile(rf"\s?(?:{pattern})", re.IGNORECASE) for name, pattern in _UNITS.items()}
_AHEAD = {name: re.compile(rf"(?<![A-Za-z]){pattern}\s?$") for name, pattern in _BEFORE.items()}
_FIGURE = re.compile(rf"(?<![\d.])(?:\d{{1,2}}:\d\d|{_NUMBER})(?!\d)")
_JOINED = re.compile(r"\s?(?:-|~|至|到|to|or|and|或|和|、|,|/|rather than|而非)\s?$")
# Units of what is measured; a number without one may be a name: category 3, EU 38, 1 line.
MEASURED = frozenset(("day", "working day", "calendar day", "month", "hour", "minute", "%")) | {
    "CNY", "EUR", "AED", "°C",
}  # fmt: skip
_CONVERTED = {"week": ("day", 7), "year": ("month", 12)}
_BOUNDS: tuple[tuple[Bound, str, str], ...] = (
    ("most", r"(?:at most|up to|no more than|not more than|maximum(?: of)?|at a maximum"
        r"|not exceeding"
             r"|to a maximum of|no hotter than|最多|至多|最高|最长|不超过|不高于|上限(?:为|是)?)\s?(?:about |约)?",
     r"\s?(?:at most|maximum|or less|or below|or lower|or under|封顶|及以下|或以下|以下|为限|为上限)"),
    ("least", r"(?:at least|no less than|not less than|no fewer than|minimum(?: of)?|from"
              r"|starts? at|starting at|至少|最少|不低于|不少于|满)"
              r"\s?(?:about |约)?",
     r"\s?(?:or more|or above|or over|upwards|and up|\+|以上|起(?!\w*算)|及以上|或以上)"),
    ("over", r"(?:over|above|more than|exceed\w*|beyond|after|past|later than|(?<!不)超过|高于|多于|过了"
        r"|过)\s?(?:about |约)?",
     r"\s?(?:later|之后|以后|后|以外|之外)"),
    ("under", r"(?:under|below|less than|fewer than|低于|少于|不足|不到|before)\s?(?:about |约)?", r"(?!)"),
    ("within", r"(?:within|inside|in under|by)\s?(?:about |约)?",
     r"\s?(?:以内|之内|内)"),
)  # fmt: skip
_BOUND_BEFORE = tuple(
    (
        name,
        re.compile(
            rf"{before}(?:\S{{0,4}}\s)?(?:RMB|AED|EUR|¥|€|£|\$|EU|人民币)?\s?$", re.IGNORECASE
        ),
    )
    for name, before, _ in _BOUNDS
)
_BOUND_AFTER = tuple((name, re.compile(after, re.IGNORECASE)) for name, _, after in _BOUNDS)
_RANGE_GOES_ON = re.compile(
    r"\s?(?:元|小时|天)?\s?(?:-|~|to|and|至|到)\s?(?:RMB|AED|EUR)?\s?\d", re.IGNORECASE
)
_RANGE_BEGAN = re.compile(
    r"\d\s?(?:元|小时|天)?\s?(?:-|~|to|至|到)\s?(?:RMB|AED|EUR)?\s?$", re.IGNORECASE
)
_REACH = 28  # characters before a figure in which its bound stands


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in its plainest form, its unit ('' when none is known), its bound, its place."""

    value: str
    unit: str
    bound: Bound
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.value} {self.unit}".strip()


@lru_cache(maxsize=4096)
def figures_of(text: str) -> tuple[Figure, ...]:
    """Every figure of a text, in order. Places are those in `plain_numbers(text)`."""
    return tuple(_figures(plain_numbers(text)))


def same_figure(one: Figure, other: Figure) -> bool:
    return (one.value, one.unit) == (other.value, other.unit)


def _figures(text: str) -> Iterator[Figure]:
    found = list(_FIGURE.finditer(text))
    units = [_unit(text, match) for match in found]
    for at, match in enumerate(found):
        unit, end = units[at] if units[at][0] else _shared(text, found, units, at)
        value = match.group() if ":" in match.group() else shortest(match.group())
        times = 1
        if unit in _CONVERTED:
            unit, times = _CONVERTED[unit]
        if times > 1:
            value = shortest(str(Decimal(value) * times))
        yield Figure(value, unit, _bound(text, match.start(), end), match.start(), end)


def shortest(number: str) -> str:
    whole, _, fraction = number.partition(".")
    fraction = fraction.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{fraction}" if fraction else "")


def _unit(text: str, match: re.Match[str]) -> tuple[str, int]:
    if ":" in match.group():
        return "o'clock", match.end()
    before = text[max(0, match.start() - 8) : match.start()]
    for name, pattern in _AHEAD.items():
        if pattern.search(before):
            return name, match.end()
    for name, pattern in _AFTER.items():
        if after := pattern.match(text, match.end()):
            return name, after.end()
    return "", match.end()


def _shared(
    text: str, found: Sequence[re.Match[str]], units: Sequence[tuple[str, int]], at: int
) -> tuple[str, int]:
    """'18-22 °C', '3, 6 or 12 months', 'RMB 3,000 to 100,000': a unit said once for several."""
    end = found[at].end()
    for later in range(at + 1, len(found)):
        if not _JOINED.fullmatch(text[found[later - 1].end() : found[later].start()]):
            break
        if units[later][0]:
            return units[later][0], end
    for earlier in range(at - 1, -1, -1):
        if not _JOINED.fullmatch(text[found[earlier].end() : found[earlier + 1].start()]):
            break
        if units[earlier][0]:
            return units[earlier][0], end
    return "", end


def _bound(text: str, start: int, end: int) -> Bound:
    if _RANGE_GOES_ON.match(text, end) or _RANGE_BEGAN.search(text[max(0, start - _REACH) : start]):
        return ""
    before = text[max(0, start - _REACH) : start]
    for name, pattern in _BOUND_BEFORE:
        if pattern.search(before):
            return name
    for name, pattern in _BOUND_AFTER:
        if pattern.match(text, end):
            return name
    return ""
