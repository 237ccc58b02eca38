"""Delivery: from where and how fast, and what the 72 hours leave out."""

from __future__ import annotations

from functools import reduce

from agents.recognisers.reading import Reading, Recogniser
from agents.recognisers.uncovered import uncovered
from agents.recognisers.words import BONDED, EXOTIC
from shop.destinations import Destination
from shop.rulings import Ruling
from shop.shipping import deliver_where, delivery_promise, not_covered

_DELIVERY = (
    r"\b(?:deliver|ship|arriv|parcel|order|reach|warehouse|depot|departs?|feeds?|serves?"
    r"|get (?:it|here|there|to))"
    r"|到货|送到|收到|寄|发货|能到|到.{0,2}$|几天到|送达|快递|配送|仓"
)
_MOST_PLACES = 2
_OTHER_WORK = (
    r"\b(?:clean|refund|resiz|repair|book|wash|appointment|restring|return)"
    r"|清洁|清洗|洗|退款|退货|改圈|维修|预约|保养|重穿"
)
_HOW_FAST = (
    r"how long\W*$|delivery time|how quickly|到货时间|配送时间|how long.{0,24}(?:deliver|ship"
    r"|arriv|take|get|till|until)|how (?:fast|soon"
    r"|many days)"
    r"|when.{0,16}arrive|warehouse|\bdepots?\b|\bhub\b|ship.{0,8}from|72 ?h|from where"
    r"|where.{0,24}(?:depart|leave|ship|sent|come)s? from|\d+ days\W*\?"
    r"|几天|多久|(?:什么|啥|几)时候?.{0,6}(?:到|收)|哪.{0,3}仓|从哪.{0,3}发|多快|72\s*(?:小时|个?钟)"
)
_WHETHER = (
    r"\b(?:do|does|can|could|will|would) (?:you|it|they|we|i (?:get|have) (?:it|one|this))\b.{0,24}"
    r"\b(?:ship|deliver|send|post|sent|shipped|delivered)\b(?!.{0,8}\bback\b)"
    r"|\b(?:shipping|delivery|deliver|ship) to \w+ ?\w*\W*$"
    r"|(?:寄|送|发货|发|邮|配送|到)得?(?:到|去|往|给|不到|得到)?[^，。？?]{0,8}(?:吗|么|不|嘛|不了)\W*$"
)
_NOT_WHETHER = (
    r"\breturn|\bsalons?\b|\bshops?\b|\btry|退|换|店|修|试|tax|dut(?:y|ies)|customs|税|关|\bcash\b|\bcod\b|到付|现金|gift|礼|free|运费|fee|cost|price|insur"
    r"|sign|签收|72|hour|小时|why|为什么|without|无须|身份|\bid\b|crocod|exotic|鳄鱼|珍稀|person|人工"
)
_WHENCE = r"warehouse|\bdepots?\b|哪.{0,3}仓|from where|ship.{0,8}from|从哪.{0,3}发"


def delivery(reading: Reading) -> Ruling | None:
    """From where and how fast to a place, and what the 72 hours leave out."""
    place = reading.place()
    asks = reading.says(_HOW_FAST) or (
        reading.said(_WHENCE) and reading.books.destinations.find(reading.text)
    )
    whether = place is not None and reading.says(_WHETHER) and not reading.says(_NOT_WHETHER)
    if not (asks or whether) or reading.says(_OTHER_WORK) or reading.says(BONDED):
        return None
    if not whether and not reading.said(_DELIVERY) and not reading.says(r"72\s*(?:h|小时|个?钟)"):
        return None
    kind = next(uncovered(reading, reading.piece if place else None), None)
    if kind is not None:
        return not_covered(kind)
    return reduce(Ruling.then, map(delivery_promise, _to(reading, place))) if place else None


def _to(reading: Reading, place: Destination) -> tuple[Destination, ...]:
    """The places that this question names, 'one to Mumbai, one to Bangkok'; else the one before."""
    return reading.books.destinations.find(reading.text)[:_MOST_PLACES] or (place,)


_TO_ME = (
    r"(?:几天|多久|多快|啥时候).{0,4}到我(?:家|这|手)|(?:到|发到|寄到|送到)我(?:这|家|那"
    r"|手)[里儿边]?.{0,6}(?:几天|多久|多长|啥时候|什么时候)"
    r"|\b(?:my|our) delivery (?:time|date|estimate)\b|\bhow (?:long|many days).{0,16}\bto (?:me"
    r"|us|mine)\b"
)


def my_delivery(reading: Reading) -> Ruling | None:
    """'How long to me': the place is missing, and nothing that was said before names it."""
    known = reading.place() or any(map(reading.books.destinations.find, reading.earlier))
    if (
        known
        or not reading.says(_TO_ME)
        or reading.ever_said(r"退|return|refund|\bscan|\btrace\b|扫码|溯源")
        or reading.says(f"{_OTHER_WORK}|{BONDED}|{EXOTIC}")
    ):
        return None
    return deliver_where()


DELIVERY: tuple[Recogniser, ...] = (delivery, my_delivery)
