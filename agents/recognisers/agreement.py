"""Whether labels agree: 'is US 8 always IT 44', 'is an Italian 38 as big as a German 38'."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import NamedSize, millimetres, named_sizes
from agents.recognisers.clothes import DRESS_SYSTEMS
from agents.recognisers.reading import Reading, Recogniser, gender
from agents.recognisers.rings import is_of_a_ring
from shop.rulings import Ruling
from shop.sizing.agreement import (
    ShoeColumn,
    clothes_labels_differ,
    compare_labels,
    ring_labels_differ,
    shoe_claim,
    shoe_labels_differ,
    us_ring_claim,
)
from shop.sizing.clothing import dress_from_label
from shop.sizing.rings import ring_size

_WITHOUT_EXCEPTION = (
    r"\balways\b|\beverywhere\b|\bexactly\b|\bprecisely\b|no ifs|\bevery (?:brand|shop|country"
    r"|maker|house)|all brands|\bidentical\b|一定(?:是|等于|就)|完全(?:等于|一样|相同|对应)"
    r"|总是|永远|到处都|都等于|都是[^，,。]{0,12}[吗么嘛]|精确(?:等于|对应)|就一定|必然"
)
_AS_BIG = (
    r"as (?:big|large|small) as|same (?:size|thing) as|(?:is|are).{0,30}\bthe same\b|equals?\b"
    r"|(?:bigger|larger|smaller) than|一样大|一样吗|同一个码|一回事"
    r"|(?:大|小)还是|哪个(?:大|小)|比.{0,12}[大小]"
)
_FRENCH = re.compile("法码")  # of shoes it is the European size, of clothes the French
_RING_LETTER = r"\bUK\b.{0,8}(?-i:\b[A-Z](?:½)?)(?![A-Za-z])|英码?.{0,4}(?-i:[A-Z])(?![A-Za-z])"


def rings_agree(reading: Reading) -> Ruling | None:
    """Ring labels beside each other, or a US size beside an inner diameter."""
    us = next((size for size in reading.sizes() if size.system == "US"), None)
    inner = _inner_mm(reading)
    if not is_of_a_ring(reading) and not (us and inner and not reading.pieces):
        return None
    if us is not None and inner is not None:
        return us_ring_claim(us.value, inner)
    labels = len(reading.sizes()) + reading.says(_RING_LETTER)
    if labels < 2 or not reading.says(_WITHOUT_EXCEPTION):
        return None
    denial = ring_labels_differ()
    return denial.then(ring_size(reading.books.charts, "us", us.value)) if us else denial


def _inner_mm(reading: Reading) -> Decimal | None:
    """An inner diameter in this message, before or behind the word for it."""
    if not reading.says(r"diameter|across|inner|inside|内径|直径|内圈"):
        return None
    said = [*reading.body().values(), *reading.lengths()]
    mm = (millimetres(m, bare_from=10) for m in said if m.part in ("diameter", "foot"))
    return next((length for length in mm if 13 <= length <= 24), None)


_ASKS_WHETHER = (
    r"\bis (?:it|that|this|he|she|they)\b|\bis (?:an?|my|your|the|EU)\b.{0,40}\?|\bright\b"
    r"|correct|\btrue\b|\bagree|\bswears?\b|\binsists?\b"
    r"|对吗|对么|对不对|对吧|是吗|是么|是不是|没错吧|准吗|说得对|真的"
)
_EU_SHOE = re.compile(r"(?<![\d.])(3[4-9](?:\.5)?|4[0-7](?:\.5)?)(?![\d.]*\d)(?!\s*(?:cm|mm|厘米))")
_COLUMNS: dict[str, ShoeColumn] = {"UK": "uk", "US": "us", "CN": "cn_mm"}


def shoe_labels_claimed(reading: Reading) -> Ruling | None:
    """'Gran swears a 37.5 in your heels is a UK 5, is it?'"""
    of_shoes = reading.is_of("shoe") or reading.speaks_of("shoe", "eu-shoe")
    if not (of_shoes or reading.says(r"鞋|shoe|heels|loafer")) or not reading.says(_ASKS_WHETHER):
        return None
    others = [size for size in named_sizes(reading.text) if size.system in _COLUMNS]
    european = set(_EU_SHOE.findall(reading.text))
    if len(others) != 1 or len(european) != 1 or reading.says(_WITHOUT_EXCEPTION):
        return None
    eu, other = Decimal(european.pop()), others[0]
    if other.value == eu:
        return None
    charts, column = reading.books.charts, _COLUMNS[other.system]
    return shoe_claim(charts, gender(reading), eu, column, other.value)


def clothes_and_shoes_agree(reading: Reading) -> Ruling | None:
    """Two labels of different countries, on clothes or shoes."""
    labels = [size for size in named_sizes(_FRENCH.sub("法国码", reading.text)) if size.system]
    if len({size.system for size in labels}) < 2 or is_of_a_ring(reading):
        return None
    if reading.is_of("shoe") or reading.speaks_of("shoe", "eu-shoe") or reading.says(r"鞋|shoe"):
        return shoe_labels_differ() if reading.says(_WITHOUT_EXCEPTION) else None
    if reading.speaks_of("bra", "hat", "glove", "jacket"):
        return None
    return _clothes(reading, labels)


def _clothes(reading: Reading, labels: list[NamedSize]) -> Ruling | None:
    known = [
        (DRESS_SYSTEMS[size.system], size.value) for size in labels if size.system in DRESS_SYSTEMS
    ]
    if reading.says(_WITHOUT_EXCEPTION):
        denial = clothes_labels_differ()
        return denial.then(dress_from_label(reading.books.charts, *known[0])) if known else denial
    if len(known) < 2 or not reading.says(_AS_BIG):
        return None
    return compare_labels(*known[0], *known[1])


AGREEMENT: tuple[Recogniser, ...] = (rings_agree, shoe_labels_claimed, clothes_and_shoes_agree)
