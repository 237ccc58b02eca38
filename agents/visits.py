"""A wish to visit a salon: 'book me Saturday 3 pm at Jing'an', '想约周六下午三点到静安店'.

What is read becomes a card with free times (`shop.visit_cards`). It is no booking and no promise:
only the shopper's own press on a free time makes an appointment.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from agents.measures.dates import days_named, times_named
from agents.measures.moments import moments_named
from agents.recognisers.books import Books
from agents.turn import Question
from shop.language import Bilingual
from shop.moments import Weekday
from shop.products import fold
from shop.salons import SalonBook
from shop.visit_cards import VisitCard

CHOOSE = Bilingual(
    "您可以在下面自己选一个空闲时间，按下预约后才算预约成功。",
    "Below you can choose a free time yourself; nothing is booked until you press Book.",
)

_FLAGS = re.IGNORECASE
_ASKS = re.compile(
    r"\b(?:book|reserve|schedule|arrange|make|fix|set up|get)\b.{0,30}"
    r"\b(?:appointments?|visits?|slots?|fittings?|try.?ons?|me in)\b"
    r"|\b(?:book|pencil|put|squeeze) (?:me|us)\b"
    r"|\b(?:i(?:'d| would) (?:like|love)|can i|could i|may i|i want) (?:to )?"
    r"(?:book|reserve|come|visit|an? appointment)\b"
    r"|(?:帮我|给我|替我|我想|我要|想要?|麻烦|请).{0,8}(?:预约|预订|约(?!等|多|合|为|束|定俗))"
    r"|预约.{0,6}(?:到店|门店|试穿|试戴)|约个(?:时间|到店)",
    _FLAGS,
)
_NOT_A_WISH = re.compile(
    r"\b(?:cancel|reschedul\w*|call off|change (?:my|the)|how (?:far|early|late|long|many|do)"
    r"|what|which|when|why|do i need|must i|rules?|policy)\b"
    r"|\b(?:hotel|flight|restaurant|table|taxi|courier|pick.?up|clean\w*|repair\w*)\b"
    r"|取消|改期|多久|多长|几天|最早|最晚|怎么|如何|规定|规则|要不要|需要"
    r"|酒店|机票|餐厅|高铁|取件|快递|清洁|保养|维修",
    _FLAGS,
)
_PLACE = re.compile(
    r"\b(?:salon|boutique|store|shop|showroom|appointment|fitting|try.?on)\b"
    r"|店|试穿|试戴|沙龙|预约",
    _FLAGS,
)
_NEXT_WEEK = re.compile(r"\bnext\b|下周|下星期|下礼拜", _FLAGS)
_AHEAD = {  # the longer word first
    "day after tomorrow": 2, "大后天": 3, "后天": 2, "tomorrow": 1, "明天": 1, "明日": 1,
    "today": 0, "tonight": 0, "今天": 0, "今晚": 0,
}  # fmt: skip
_NOON = time(12)


def visit_wish(question: Question, books: Books) -> VisitCard | None:
    """The card for a message that wishes for an appointment; None for any other."""
    text = question.in_full
    if not _ASKS.search(text) or _NOT_A_WISH.search(text):
        return None
    salon = salon_named(text, books.salons)
    if salon is None and not _PLACE.search(text):
        return None
    return VisitCard(salon or "", _wished(text, salon, books))


def salon_named(text: str, salons: SalonBook) -> str | None:
    """The one salon that a text names, by its quarter, its city or its name."""
    plain = fold(text).replace("’", "'")
    found = [
        (plain.find(fold(alias)), salon_id)
        for salon_id, salon in salons.salons.items()
        for alias in salon.aliases
        if fold(alias) in plain
    ]
    return min(found)[1] if found else None


def _wished(text: str, salon: str | None, books: Books) -> datetime | None:
    """The moment said, on the salon's own clock: a day without an hour is its noon."""
    book = books.salons
    zone = book.get(salon).zone if salon else books.zone
    today = books.clock().astimezone(zone).date()
    day, at = _day_and_hour(text, today)
    return datetime.combine(day, at or _NOON, tzinfo=zone) if day else None


def _day_and_hour(text: str, today: date) -> tuple[date | None, time | None]:
    hour = next(iter(times_named(text)), None)
    if ahead := next((word for word in _AHEAD if word in text.lower()), ""):
        return today + timedelta(days=_AHEAD[ahead]), hour
    first = next(iter(moments_named(text, today)), None)
    if isinstance(first, Weekday):
        return _next(today, first.day, bool(_NEXT_WEEK.search(text))), first.at or hour
    named = next(iter(days_named(text, today)), None)
    return (_to_come(named, today) if named else None), hour


def _next(today: date, weekday: int, is_next_week: bool) -> date:
    """That weekday's next day; of the week after this one where that is said."""
    if is_next_week:
        return today + timedelta(days=7 - today.weekday() + weekday)
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _to_come(day: date, today: date) -> date:
    """Dates without a year are read as gone by; an appointment is to come."""
    return day if day >= today else day.replace(year=day.year + 1)
