"""Returns, exchanges and resizing: what is still possible after so many days."""

from __future__ import annotations

import re
from datetime import timedelta

from agents.recognisers.reading import Reading, Recogniser, days
from shop.dates import months_after
from shop.guarantees import ring_resizing
from shop.returns import NotReturnable, return_eligibility, size_exchange
from shop.rulings import Ruling

_REFUND_TIME = (
    r"how long.{0,20}refund|when.{0,20}refund|多久.{0,6}退款|退款.{0,6}多久|到账|几天.{0,4}到"
)
_STEPS = r"(\d|one|two|three|four|[一两二三四])\s*(?:个)?\s*(?:eu\s*)?(?:sizes?|号|码)"
_SINCE_DELIVERY = (
    r"\b(?:days?|weeks?|months?)\b.{0,12}\b(?:ago|since|after|later|already|past)\b"
    r"|\b(?:after|within)\b.{0,12}\b(?:days?|weeks?|months?)\b"
    r"|\b(?:received|delivered|arrived|got|bought|had|day)\b.{0,20}\d"
    r"|(?:签收|到手|收到|买了|拿到|到货).{0,6}\d|\d+\s*[天周](?:了|前|后|多)|第\s*\d+\s*天"
)
_EXCLUDED: dict[NotReturnable, str] = {
    "engraved": r"engrav|monogram|initials|刻字|刻了|定制字母",
    "made_to_measure": r"made.to.measure|bespoke|量身",
    "pierced_earrings_opened": (
        r"earrings?.{0,30}(?:seal|open|worn)|耳(?:钉|环|针).{0,12}(?:拆|封|戴)"
    ),
    "swimwear_opened": r"(?:swim|bikini).{0,30}(?:seal|open|remov)|泳.{0,12}(?:拆|封|撕)",
    "lingerie_opened": r"(?:lingerie|underwear|bra).{0,30}(?:seal|open)|内衣.{0,12}(?:拆|封|撕)",
    "fragrance_opened": (
        r"(?:perfume|fragrance|scent).{0,30}(?:open|used|spray)|香水.{0,12}(?:开|拆|喷|用)"
    ),
}
_TAG_GONE = (
    r"(?:tag|label).{0,20}(?:cut|remov|off|gone|torn|lost)|(?:cut|remov|took|tore|lost).{0,16}(?:tag|label)"
    r"|(?:吊牌|标签|防盗扣).{0,6}(?:剪|拆|撕|掉|丢|没)|(?:剪|拆|撕|丢).{0,4}(?:吊牌|标签|防盗扣)"
)
_WORN = (
    r"\b(?:worn|wore|used) (?:it|them|once|twice|a|for)|\balready (?:worn|wore)"
    r"|穿过|穿了|戴过|戴了|背过|背了|用过|下过地"
)


def returns(reading: Reading) -> Ruling | None:
    if not reading.said(r"\breturn|\bsend (?:it|them) back|退") or reading.said(r"退税|VAT refund"):
        return None
    if reading.says(_REFUND_TIME):
        return None
    tagged = False if reading.said(_TAG_GONE) else None
    unworn = False if reading.said(_WORN) else None
    since, excluded = _days_since(reading), _not_returnable(reading)
    if tagged is None and unworn is None and since is None and excluded is None:
        return None
    return return_eligibility(since, unworn, tagged, excluded)


def _days_since(reading: Reading) -> int | None:
    """Days since the piece came, if that is what a length of time in the question says."""
    if not reading.said(_SINCE_DELIVERY):
        return None
    return next((days(span) for span in reading.spans()), None)


def _not_returnable(reading: Reading) -> NotReturnable | None:
    kinds = (kind for kind, names in _EXCLUDED.items() if reading.says(names))
    return next(kinds, None)


def exchange(reading: Reading) -> Ruling | None:
    since = next((days(span) for span in reading.spans()), None)
    if not reading.speaks_of("exchange") or since is None:
        return None
    return size_exchange(since)


def resizing(reading: Reading) -> Ruling | None:
    if not (reading.speaks_of("resizing") or reading.said(r"resiz|改圈|改大|改小|改戒")):
        return None
    span = next(iter(reading.spans()), None)
    steps = re.search(_STEPS, reading.text, re.I)
    if span is None and steps is None:
        return None
    today = reading.books.clock().date()
    bought = today - timedelta(days=days(span)) if span else today
    if span and span.unit in ("month", "year"):
        bought = months_after(today, -int(span.count * (12 if span.unit == "year" else 1)))
    return ring_resizing(bought, today, _step(steps[1]) if steps else 1)


def _step(word: str) -> int:
    words = {"one": 1, "一": 1, "two": 2, "两": 2, "二": 2, "three": 3, "三": 3, "four": 4, "四": 4}
    return int(word) if word.isdigit() else words[word.lower()]


RETURNS: tuple[Recogniser, ...] = (
    exchange,
    returns,
    resizing,
)
