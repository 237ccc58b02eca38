"""Salon appointments for a time ahead: 'three weeks from Thursday', '两周后能约吗'."""

from __future__ import annotations

import re

from agents.measures import Span
from agents.recognisers.reading import Reading, Recogniser, days
from shop.appointments import appointment_in
from shop.language import Bilingual
from shop.rulings import Ruling

_BOOKED = (
    r"appointment|\bbook(?:ed|ing)?\b(?!let)|put (?:my|our) names? down|reserve a (?:slot|time)"
    r"|预约|预订.{0,4}(?:门店|到店)|约(?!等|多|合|为|\d).{0,8}(?:门店|店|时间|位|试)|[能可]以?约"
    r"|先约"
)
_IN_A_SALON = (
    r"salons?\b|boutique|\bstore\b|\bshop\b|appointment|try.?on|门店|店|预约|试穿|试戴|沙龙"
)
_FROM_NOW = re.compile(
    r"(?:\bin|after|within)\s+(?:about\s+)?(?:\d|a |an |one|two|three|four|five|six)"
    r"|(?:days?|weeks?|months?)\s+(?:from|ahead|time|hence|away|later|in advance|out)\b"
    r"|(?:天|周|星期|月)\s*(?:后|以后|之后|前|以前)|提前|再过",
    re.IGNORECASE,
)
_OTHER = (
    r"hotel|flight|restaurant|a table|酒店|机票|餐厅|高铁|clean|repair|resiz|cancel|取消|改期|洗"
    r"|维修|退|迟到|late\b"
)
_UNITS = {"day": ("天", "day"), "week": ("周", "week"), "month": ("个月", "month")}


def appointments(reading: Reading) -> Ruling | None:
    """Whether a salon may be booked now for a day that far ahead."""
    if not reading.says(_BOOKED) or not reading.says(_IN_A_SALON) or reading.says(_OTHER):
        return None
    ahead = next((span for span in reading.spans() if span.unit in _UNITS), None)
    if ahead is not None and _FROM_NOW.search(reading.text):
        return appointment_in(days(ahead), _in_words(ahead))
    return None


def _in_words(ahead: Span) -> Bilingual:
    zh, en = _UNITS[ahead.unit]
    plural = "" if ahead.count == 1 else "s"
    return Bilingual(f"{ahead.count} {zh}后", f"{ahead.count} {en}{plural} ahead")


APPOINTMENTS: tuple[Recogniser, ...] = (appointments,)
