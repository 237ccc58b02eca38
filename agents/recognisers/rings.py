"""Rings: a label of any country, a finger's girth or an inner diameter."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import Body, NamedSize, millimetres, wanted_systems
from agents.measures.spelling import OTHER
from agents.recognisers.reading import Reading, Recogniser
from shop.rulings import Ruling
from shop.sizing.rings import (
    RingSystem,
    ring_between,
    ring_size,
    unnamed_ring,
)
from shop.sizing.unnamed import hong_kong_ring, which_ring, which_shop_number

_UK_RING = re.compile(r"\bUK\s*(?:ring\s*)?(?:size\s*)?([A-Z](?:\s?½|\s?1/2)?)(?![A-Za-z0-9])")
_UK_LETTER = re.compile(r"(?<![A-Za-z])(?:size\s+)?([J-Z](?:\s?½|\s?1/2)?)(?![A-Za-z0-9'])")
_EU_RING = re.compile(
    r"(?:\bring(?: finger)?s?|戒指|戒圈|指圈|圈口)\s*(?:size\s*|号\s*)?(?:is\s+|是\s*)?(?:an?\s+)?"
    r"(4[4-9]|5\d|6[0-4])(?![\d.]*\d)(?!\s*(?:mm|cm|毫米|厘米|%))"
    r"|(?<![\d.])(4[4-9]|5\d|6[0-4])\s*(?:ring\b|的?(?:戒指|戒圈|圈口))",
    re.IGNORECASE,
)
_RESIZED = r"\bre-?siz|改圈|改大|改小|改到|\bfree\b"
_BETWEEN_RINGS = re.compile(
    r"(?<!\d)(4[89]|5[0-8])\D{0,5}(?:and|or|和|与|还是|或|到)\D{0,5}(4[89]|5[0-8])(?!\d)",
    re.IGNORECASE,
)
_A_DAY = r"\d\s*号\s*(?:过?去|过来|来|到店|前|之前|上午|下午|晚上|早上|有空|方便)"
_MINUS_FORTY = (  # they print the circumference − 40
    r"意大利|意码|italy|italian|swiss|switzerland|spanish|dutch|瑞士|西班牙|荷兰"
)
_AND_A_HALF = re.compile(r"(?<=\b[A-Z])(?: and a half\b|半)", re.ASCII)
_LEAST_EU, _MOST_US, _MOST_RING_NUMBER = 40, 13, 27
_WIDEST_MM, _NARROWEST_MM = 30, 30
_RING_PARTS: tuple[tuple[Body, RingSystem], ...] = (
    ("diameter", "diameter_mm"), ("finger", "circumference_mm"),
)  # fmt: skip
_RING_SYSTEMS: dict[str, RingSystem] = {
    "EU": "eu", "FR": "eu", "US": "us", "JP": "jp", "IT": "it", "": "eu",
}  # fmt: skip


_HONG_KONG = (
    r"hong ?kong|\bHK\b|causeway bay|mong ?kok|tsim sha tsui|香港|港[码号版]|铜锣湾|旺角|尖沙咀"
)
_IN_MM = r"\bmm\b|millimet|diameter|circumference|毫米|内径|直径|周长"
_SHOP_NUMBER = re.compile(
    r"(?:戒指|指环|写着?|印着?|标着?|刻着?|戴|是|\brings?|\bsize|\bnumber|\bno\.?|\bsays|\breads|\bmarked|#|\bHK)\s*"
    r"(?:is |an? |number |no\.? |size |marked |says |#|的?是)*(\d{1,2}(?:\.5)?)(?![\d.]*\d)"
    rf"(?!\s*(?:mm|cm|毫米|厘米|k\b|ct|克|{OTHER}))",
    re.IGNORECASE,
)


def rings(reading: Reading) -> Ruling | None:
    body = reading.body()
    if not (is_of_a_ring(reading) or "finger" in body) or _of_a_wide_band(reading):
        return None
    charts = reading.books.charts
    for part, system in _RING_PARTS:
        mm = millimetres(body[part], bare_from=10) if part in body else None
        if mm is not None and _plausible(part, mm):
            return ring_size(charts, system, mm)
    if between := _BETWEEN_RINGS.search(reading.text):
        return ring_between(charts, *sorted((Decimal(between[1]), Decimal(between[2]))))
    return _ring_by_label(reading) or _ring_by_length(reading)


def _of_a_wide_band(reading: Reading) -> bool:
    """A wide band feels tighter than its number: what is asked is not what the number is."""
    wide = reading.says(
        r"\b(?:wide|broad|thick|chunky)\b.{0,12}\b(?:band|ring)|宽(?:戒|版|面|圈|边)|戒(?:指|圈).{0,4}宽"
    )
    return wide and not wanted_systems(reading.text)


def is_of_a_ring(reading: Reading) -> bool:
    if reading.is_of("ring") or reading.speaks_of("ring", "ring-size"):
        return True
    if reading.says(r"港码|内圈") or _only_a_letter(reading.question.text):
        return True
    return reading.said(r"\brings?\b|戒指|指环|指圈|戒圈")


def _only_a_letter(text: str) -> bool:
    """'UK N': no other thing's size is so called."""
    return (
        re.fullmatch(rf"\W*(?:i'?m |i am |she'?s |my |an? )*{_UK_RING.pattern}\W*", text)
        is not None
    )


def _plausible(part: Body, mm: Decimal) -> bool:
    """'The inner diameter of an EU 51' names a size, not a diameter."""
    return mm <= _WIDEST_MM if part == "diameter" else mm >= _NARROWEST_MM


def _ring_by_label(reading: Reading) -> Ruling | None:
    charts = reading.books.charts
    written = _AND_A_HALF.sub("½", reading.question.text)
    british = _UK_RING.search(written)
    if british is None and reading.says(r"\bUK\b|英国|英码|ring size [j-z]\b"):
        british = _UK_LETTER.search(written)
    if british:
        return ring_size(charts, "uk", british[1])
    named = (_ring_named(reading, size) for size in reading.sizes())
    return next((ruling for ruling in named if ruling), None) or _ring_unlabelled(reading)


def _ring_unlabelled(reading: Reading) -> Ruling | None:
    """A number whose country is said elsewhere in the message, or nowhere."""
    if local := _of_hong_kong(reading):
        return local
    numbers = [n for n in reading.numbers() if n <= _MOST_RING_NUMBER]
    if len(numbers) == 1 and reading.says(r"日本|\bjapan") and not reading.lengths():
        return ring_size(reading.books.charts, "jp", numbers[0])
    if len(numbers) == 1 and reading.says(_MINUS_FORTY) and not reading.lengths():
        return ring_size(reading.books.charts, "it", numbers[0])
    return _small_number(reading) or _european(reading)


def _european(reading: Reading) -> Ruling | None:
    """'A 55 ring': no other country's numbers are so large."""
    found = _EU_RING.findall(reading.text)
    if len(found) != 1 or reading.says(_RESIZED) or reading.amounts():
        return None
    return ring_size(reading.books.charts, "eu", Decimal(found[0][0] or found[0][1]))


def _of_hong_kong(reading: Reading) -> Ruling | None:
    """A number that a shop in Hong Kong gave the ring."""
    found = _SHOP_NUMBER.search(reading.text) if reading.says(_HONG_KONG) else None
    number = Decimal(found[1]) if found else None
    if number is None or number > _MOST_RING_NUMBER:
        return None
    return hong_kong_ring(number, asked_mm=reading.says(_IN_MM))


_MY_RING_IS = re.compile(
    r"\brings?\b(?: finger)?\s*(?:size\s*)?(?:is|=|:|says|reads|marked)\s*(?:an?\s+)?(?:size\s+)?"
    r"(\d{1,2}(?:\.5)?)(?![\d.]*\d)(?!\s*(?:mm|cm|k\b|ct|carat|gram|g\b|years?|months?"
    r"|days?|in\b))"
    r"|(?:i'?m|i am|i wear|i take)\s+(?:an?\s+)?(?:size\s+)?(\d{1,2}(?:\.5)?)(?![\d.]*\d)"
    r"\W.{0,30}\bring",
    re.IGNORECASE,
)


def _small_number(reading: Reading) -> Ruling | None:
    """'My ring is an 8': the house asks whose 8 it is."""
    found = _MY_RING_IS.search(reading.text)
    number = Decimal(found[1] or found[2]) if found else None
    small = number is not None and number <= _MOST_RING_NUMBER
    return which_ring(reading.books.charts, number) if number and small else None


def _ring_named(reading: Reading, size: NamedSize) -> Ruling | None:
    """A number with its country, or without: then the house asks, or says what it assumes."""
    charts = reading.books.charts
    if size.system == "HK":
        return hong_kong_ring(size.value, asked_mm=reading.says(_IN_MM))
    if size.system or size.value >= _LEAST_EU:
        known = _RING_SYSTEMS.get(size.system)
        return ring_size(charts, known, size.value) if known else None
    if reading.says(_MINUS_FORTY):
        return ring_size(charts, "it", size.value)
    if reading.question.lang == "en" and size.value <= _MOST_US:
        return unnamed_ring(charts, size.value)
    if reading.says(_A_DAY):
        return None
    return _of_hong_kong(reading) or which_shop_number(size.value)


def _ring_by_length(reading: Reading) -> Ruling | None:
    for length in reading.lengths():
        around = millimetres(length, bare_from=10)
        if 40 <= around <= 75:
            return ring_size(reading.books.charts, "circumference_mm", around)
        if 13 <= around <= 23:
            return ring_size(reading.books.charts, "diameter_mm", around)
    return None


RINGS: tuple[Recogniser, ...] = (rings,)
