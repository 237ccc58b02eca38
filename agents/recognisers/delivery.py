"""Delivery: from where and how fast, and what the 72 hours leave out."""

from __future__ import annotations

from agents.recognisers.reading import Reading, Recogniser
from agents.recognisers.words import BONDED, ENGRAVED, EXOTIC, MADE_TO_ORDER
from shop.rulings import Ruling
from shop.shipping import Uncovered, delivery_promise, not_covered

_DELIVERY = (
    r"\b(?:deliver|ship|arriv|parcel|order|reach|warehouse|get (?:it|here|there|to))"
    r"|到货|送到|收到|寄|发货|能到|到.{0,2}$|几天到|送达|快递|配送|仓"
)
_OTHER_WORK = (
    r"\b(?:clean|refund|resiz|repair|book|wash|appointment|restring|return)"
    r"|清洁|清洗|洗|退款|退货|改圈|维修|预约|保养|重穿"
)
_HOW_FAST = (
    r"how long\W*$|how long.{0,24}(?:deliver|ship|arriv|take|get|till|until)|how (?:fast|soon"
    r"|many days)"
    r"|when.{0,16}arrive|warehouse|\bhub\b|ship.{0,8}from|72 ?h"
    r"|几天|多久|什么时候.{0,4}到|哪.{0,3}仓|从哪.{0,3}发|多快|72小时"
)
_LEFT_OUT: dict[Uncovered, str] = {
    "engraved": ENGRAVED,
    "made_to_order": MADE_TO_ORDER,
    "exotic": EXOTIC,
}


def delivery(reading: Reading) -> Ruling | None:
    """From where and how fast to a place, and what the 72 hours leave out."""
    place = reading.place()
    if not reading.says(_HOW_FAST) or reading.says(_OTHER_WORK) or reading.says(BONDED):
        return None
    if not reading.says(_DELIVERY) and not reading.says(r"72\s*(?:h|小时)"):
        return None
    uncovered = next((kind for kind, names in _LEFT_OUT.items() if reading.says(names)), None)
    if uncovered is not None:
        return not_covered(uncovered)
    if place is None:
        return None
    exotic = reading.piece is not None and reading.piece.exotic is not None
    return delivery_promise(place, "exotic" if exotic else None)


DELIVERY: tuple[Recogniser, ...] = (delivery,)
