"""How figures are written, in one place, so that they read alike wherever they stand."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from datetime import datetime
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from shop.language import Bilingual, Lang

# where a Chinese character meets a latin letter, a digit or a sign of percent, unspaced
_SEAM = re.compile(r"(?<=[\u3400-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9½%°])(?=[\u3400-\u9fff])")

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def money(amount: Decimal, lang: Lang) -> str:
    """An amount in RMB: 'RMB 16,800' in English, '16,800 元' in Chinese."""
    written = f"{amount:,.2f}".removesuffix(".00")
    return f"{written} 元" if lang == "zh" else f"RMB {written}"


def number(value: Decimal | int) -> str:
    """A measure without needless zeros: 24, 36.5, 1,200."""
    written = f"{value:,f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def by(values: tuple[Decimal, ...]) -> str:
    """Measures of a body: '24 × 15 × 7'."""
    return " × ".join(number(value) for value in values)


def between(low: Decimal | int, high: Decimal | int) -> str:
    """A range: '95–120'."""
    return f"{number(low)}–{number(high)}"


def rounded(value: Decimal, places: str = "1") -> Decimal:
    """`value` to the places of `places` ('1', '0.1', '0.01'), halves away from zero."""
    return value.quantize(Decimal(places), ROUND_HALF_UP)


def to_nearest(value: Decimal, step: Decimal) -> Decimal:
    """The multiple of `step` nearest to `value`; halfway goes up."""
    return rounded(value / step) * step


def up_to_step(value: Decimal, step: Decimal = Decimal(1)) -> Decimal:
    """The smallest multiple of `step` that is not below `value`."""
    return (value / step).quantize(Decimal(1), ROUND_CEILING) * step


def eighths(value: Decimal) -> str:
    """A hat size as hatters write it: 7.25 is '7 1/4', 7 is '7'. Rounded to the nearest 1/8."""
    parts = Fraction(to_nearest(value, Decimal("0.125")))
    whole, rest = divmod(parts, 1)
    return f"{whole} {rest}" if rest else str(whole)


def written(
    template: str, lang: Lang, figures: Mapping[str, str | Decimal | int | Bilingual]
) -> str:
    """`template` with each {name} written for its language.

    {name} is a plain number or text, {name:rmb} an amount of money, {name:eighths} a hat size,
    {name:.1f} fixed places, {name:day} an ISO date or moment. In Chinese a space stands between
    characters and latin letters or digits. Raises KeyError for a figure that is not given.
    """
    text = _Pen(lang).vformat(template, (), figures)
    return _SEAM.sub(" ", text) if lang == "zh" else text


def _moment(iso: str, lang: Lang) -> str:
    """'2026 年 11 月 23 日' or '23 November 2026', with the time of day where there is one."""
    at = datetime.fromisoformat(iso)
    time = f"{at:%H:%M}" if "T" in iso else ""
    if lang == "zh":
        return f"{at.year} 年 {at.month} 月 {at.day} 日 {time}".strip()
    day = f"{at.day} {_MONTHS[at.month - 1]} {at.year}"
    return f"{day}, {time}" if time else day


class _Pen(string.Formatter):
    """Writes the fields of a template in one language."""

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Bilingual):
            return value.in_(self._lang)
        if isinstance(value, str):
            return _moment(value, self._lang) if format_spec == "day" else value
        match format_spec:
            case "rmb":
                return money(Decimal(value), self._lang)
            case "eighths":
                return eighths(Decimal(value))
            case "":
                return number(value)
        return format(value, format_spec)
