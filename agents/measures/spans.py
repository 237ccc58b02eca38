"""Lengths of time: 20 days, 14 months, 两个月."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from agents.measures.spelling import ENGLISH_NUMERALS, NUMERALS, normal

# 'N月' and 'N月N日' are dates and '2026年' is a year: a length is said with 个月.
_SPAN = re.compile(
    r"(?<![\d.月第])(\d{1,4}(?:\.\d{1,2})?|[半一两二三四五六七八九十])\s*"
    r"(个?\s*(?:半\s*)?(?:小时|钟头|星期|月(?<=个月)|月(?<=半月))|天|日(?!本|元)|周(?!年)"
    r"|年(?<!\d{4}年))(半)?"
    r"|(?<![A-Za-z0-9_.])(?<!once )(?<!twice )(?<!times )(?:(\d{1,4}(?:\.\d{1,2})?)[\s-]*"
    rf"|({'|'.join(sorted(ENGLISH_NUMERALS, key=len, reverse=True))})[\s-]+)"
    r"(?:(?:full|more|whole|business|working|calendar)\s+)?"
    r"(hours?|hrs?|h|days?|weeks?|months?|years?)(?![a-z])",
    re.IGNORECASE,
)
_SPAN_UNITS = (
    ("hour", ("小时", "钟头", "h")), ("day", ("天", "日", "d")), ("week", ("周", "星期", "w")),
    ("month", ("月", "m")), ("year", ("年", "y")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time; `unit` is hour, day, week, month or year."""

    count: Decimal
    unit: str


def spans(text: str) -> list[Span]:
    """Lengths of time: '20天', '14 months', '两个月'."""
    return [_span(match) for match in _SPAN.finditer(normal(text))]


def _span(found: re.Match[str]) -> Span:
    chinese, zh_unit, and_half, digits, english, en_unit = found.groups()
    number = chinese or digits or english.lower()
    unit = zh_unit or en_unit
    count = Decimal(NUMERALS.get(number, number))
    half = Decimal("0.5") if and_half or "半" in unit else Decimal(0)
    return Span(count + half, _span_unit(unit))


def _span_unit(word: str) -> str:
    said = word.lower()
    return next(
        unit
        for unit, (*chinese, initial) in _SPAN_UNITS
        if said.startswith(initial) or any(name in said for name in chinese)
    )
