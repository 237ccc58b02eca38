"""Deadlines: what is due when, from a weekday or a date that the question names."""

from __future__ import annotations

from agents.measures.moments import latest, moments_named
from agents.recognisers.reading import Reading, Recogniser
from agents.recognisers.words import BONDED, ENGRAVED, EXOTIC, MADE_TO_ORDER
from shop.deadlines import arrives_by, preview_from, refunded_by
from shop.moments import Moment, Weekday
from shop.rulings import Ruling

_WHEN = (
    r"\bwhen\b|by when|what (?:time|day)|which day|latest|deadline|at worst|worst case"
    r"|什么时候|啥时候|何时|几点|几[号日]|周几|星期几|哪天|最晚|最迟|最慢|截止"
)
_PAID = r"\bpaid\b|\bpay(?:ment|ing)?\b|付的?(?:款|钱|清|了)|付完|下的?单|结的?账|买单"
_NOT_ARRIVAL = (
    r"发货|发出|\bdispatch|\bleaves?\b|ship(?:ped)? out|return|refund|退|分期|instal|late pay"
    r"|慢就赔"
    rf"|{BONDED}|{ENGRAVED}|{MADE_TO_ORDER}|{EXOTIC}"
)
_CAME_BACK = (
    r"(?:reach|arriv|got|get|deliver|back|receiv|landed)\w*|到(?:了|达|你们|仓|区域|服务台)"
    r"|寄到|送到|签收|收到"
)
_RETURNED = r"return|refund|sent (?:it )?back|退"
_MONEY = r"refund|\bmoney\b|\bpaid back\b|退款|退钱|到账|钱"
_LAUNCH = (
    r"\bdrops?\b|goes? live|\blaunch|new.arrivals?|\breleas|\bopens?\b|on sale|preview|early"
    r"|上新|新品|发售|开售|上架|开抢|首发"
)


def _moments(reading: Reading) -> list[Moment]:
    return moments_named(reading.text, reading.books.today)


def delivery_by(reading: Reading) -> Ruling | None:
    """The last moment of the 72 hours, from when it was paid and the ID complete."""
    if not reading.says(_PAID) or not reading.says(_WHEN) or reading.says(_NOT_ARRIVAL):
        return None
    if reading.piece is not None and reading.piece.made_to_order:
        return None
    start = latest(_moments(reading))
    return arrives_by(start, reading.place()) if start else None


def refund_by(reading: Reading) -> Ruling | None:
    """The last moment for a refund, from the weekday on which the piece came back.

    For a date see `promises.refunds`.
    """
    if not reading.says(_RETURNED) or not reading.says(_MONEY) or not reading.says(_WHEN):
        return None
    arrived = next(iter(_moments(reading)), None)
    named = isinstance(arrived, Weekday) and reading.says(_CAME_BACK)
    return refunded_by(arrived) if arrived and named else None


def preview_by(reading: Reading) -> Ruling | None:
    """From when a tier may buy what everybody may buy at a moment."""
    tier, opens = reading.tier_said(), next(iter(_moments(reading)), None)
    if tier is None or opens is None or not reading.says(_LAUNCH) or not reading.says(_WHEN):
        return None
    return preview_from(reading.books.tiers, tier, opens)


DEADLINES: tuple[Recogniser, ...] = (refund_by, delivery_by, preview_by)
