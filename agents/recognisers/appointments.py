"""Salon appointments: for a time ahead ('three weeks from Thursday', '两周后能约吗'), and until
when one can be called off.
"""

from __future__ import annotations

import re
from datetime import time

from agents.measures import Span, numeral, times_named
from agents.recognisers.reading import Reading, Recogniser, days
from shop.appointments import appointment_in, change_until, changeable_in
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


_IS_BOOKED = (
    r"(?<!大)(?<!合)约(?:了|好|的|在)|预约|预订了?.{0,6}(?:门店|到店)|\bbooked\b"
    r"|\bappointments?\b|\bslot\b|\bbooking\b"
)
_CALLED_OFF = (
    r"取消|退掉|退约|退了|改(?:期|时间|到|天|约|个)|(?:去|来|到|过)不(?:了|成)|不(?:去|来)了"
    r"|推掉|推迟|延后|挪"
    r"|\bcancel|\breschedul|\bcall (?:it |that )?off\b|\b(?:move|change|shift|push|postpone"
    r"|pull out|back out|drop)\b"
    r"|\bcan'?t (?:make|come)\b|\bskip\b"
)
_UNTIL_WHEN = (
    r"最晚|最迟|什么时候|啥时候|几点|多久|来得及|还能|还可以|能不能|可以吗|提前|之前"
    r"|\b(?:latest|by when|until|till|how (?:late|long|far|soon)|still|deadline|cut.?off|when"
    r"|what time|last (?:moment|chance|minute|possible)|too late)\b"
)
_NO_APPOINTMENT_HERE = (
    r"\b(?:hotel|flight|restaurant|order|parcel|courier|pick.?up|delivery|doctor|hair\w*|instal\w+"
    r"|home try|black)\b|酒店|机票|餐厅|高铁|订单|快递|取件|送货|医院|理发|分期|上门|黑卡"
)
_EARLIEST = 8  # '3 o'clock' is in the afternoon


def calling_off(reading: Reading) -> Ruling | None:
    """Until when an appointment whose hour is said can be changed."""
    asks = reading.says(_CALLED_OFF) and reading.says(_UNTIL_WHEN)
    if not asks or not reading.ever_said(_IS_BOOKED) or reading.ever_said(_NO_APPOINTMENT_HERE):
        return None
    said = [at for text in (reading.text, *reading.earlier) for at in times_named(text)]
    return change_until(_of_the_day(said[0])) if len(set(said)) == 1 else None


def _of_the_day(at: time) -> time:
    return at.replace(hour=at.hour + 12) if at.hour < _EARLIEST else at


_BEGINS_IN = re.compile(
    r"(?<![\d.])(\d{1,3}|[一二两三四五六七八九十半]|an|one|two|three|four|five|six"
    r"|half an)\s*个?半?"
    r"(?:小时|钟头|hours?\b)",
    re.IGNORECASE,
)


def called_off(reading: Reading) -> Ruling | None:
    """Whether an appointment that begins in so many hours may still be changed or cancelled."""
    begins = _BEGINS_IN.search(reading.text)
    if begins is None or not reading.ever_said(_IS_BOOKED) or not reading.said(_CALLED_OFF):
        return None
    if reading.ever_said(_NO_APPOINTMENT_HERE):
        return None
    half = "half" in begins[1] or begins[1] == "半"
    word = {"an": "1"}.get(begins[1].lower(), begins[1])
    return changeable_in(0 if half else int(numeral(word)))


APPOINTMENTS: tuple[Recogniser, ...] = (calling_off, appointments, called_off)
