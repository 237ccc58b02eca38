"""Accessories: rings, hats, gloves, watches and bracelets."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import Body, NamedSize, centimetres, millimetres
from agents.recognisers.reading import Reading, Recogniser
from shop.rulings import Ruling
from shop.sizing.accessories import (
    bracelet,
    gloves_from_hand,
    gloves_from_number,
    hat,
    strap_fits,
    strap_on_lugs,
    wrist_fits,
)
from shop.sizing.frames import frame_code
from shop.sizing.rings import (
    RingSystem,
    hong_kong_ring,
    ring_between,
    ring_size,
    unnamed_ring,
)
from shop.sizing.unnamed import which_ring

_UK_RING = re.compile(r"\bUK\s*(?:ring\s*)?(?:size\s*)?([A-Z](?:\s?½|\s?1/2)?)(?![A-Za-z0-9])")
_UK_LETTER = re.compile(r"(?<![A-Za-z])(?:size\s+)?([J-Z](?:\s?½|\s?1/2)?)(?![A-Za-z0-9'])")
_EIGHTHS = re.compile(r"(?<![\d.])([5-8])\s*(?:\s|又|and|-|点)\s*([1357])/([248])(?!\d)")
_BETWEEN_RINGS = re.compile(
    r"(?<!\d)(4[89]|5[0-8])\D{0,5}(?:and|or|和|与|还是|或|到)\D{0,5}(4[89]|5[0-8])(?!\d)",
    re.IGNORECASE,
)
_MINUS_FORTY = (  # they print the circumference − 40
    r"意大利|意码|italy|italian|swiss|switzerland|spanish|dutch|瑞士|西班牙|荷兰"
)
_LEAST_EU, _MOST_US, _MOST_RING_NUMBER = 40, 13, 27
_WIDEST_MM, _NARROWEST_MM = 30, 30
_RING_PARTS: tuple[tuple[Body, RingSystem], ...] = (
    ("diameter", "diameter_mm"), ("finger", "circumference_mm"),
)  # fmt: skip
_RING_SYSTEMS: dict[str, RingSystem] = {
    "EU": "eu", "FR": "eu", "US": "us", "JP": "jp", "IT": "it", "": "eu",
}  # fmt: skip


def rings(reading: Reading) -> Ruling | None:
    body = reading.body()
    if not (is_of_a_ring(reading) or "finger" in body):
        return None
    charts = reading.books.charts
    for part, system in _RING_PARTS:
        mm = millimetres(body[part], bare_from=10) if part in body else None
        if mm is not None and _plausible(part, mm):
            return ring_size(charts, system, mm)
    if between := _BETWEEN_RINGS.search(reading.text):
        return ring_between(charts, *sorted((Decimal(between[1]), Decimal(between[2]))))
    return _ring_by_label(reading) or _ring_by_length(reading)


def is_of_a_ring(reading: Reading) -> bool:
    if reading.is_of("ring") or reading.speaks_of("ring", "ring-size"):
        return True
    return reading.said(r"\brings?\b|戒指|指环|指圈") or reading.says(r"港码|内圈")


def _plausible(part: Body, mm: Decimal) -> bool:
    """'The inner diameter of an EU 51' names a size, not a diameter."""
    return mm <= _WIDEST_MM if part == "diameter" else mm >= _NARROWEST_MM


def _ring_by_label(reading: Reading) -> Ruling | None:
    charts = reading.books.charts
    british = _UK_RING.search(reading.question.text)
    if british is None and reading.says(r"\bUK\b|英国|英码|ring size [j-z]\b"):
        british = _UK_LETTER.search(reading.question.text)
    if british:
        return ring_size(charts, "uk", british[1])
    named = (_ring_named(reading, size) for size in reading.sizes())
    return next((ruling for ruling in named if ruling), None) or _ring_unlabelled(reading)


def _ring_unlabelled(reading: Reading) -> Ruling | None:
    """A number whose country is said elsewhere in the message, or nowhere."""
    numbers = [n for n in reading.numbers() if n <= _MOST_RING_NUMBER]
    if len(numbers) == 1 and reading.says(r"日本|\bjapan") and not reading.lengths():
        return ring_size(reading.books.charts, "jp", numbers[0])
    return _small_number(reading)


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
        return hong_kong_ring(size.value)
    if size.system or size.value >= _LEAST_EU:
        known = _RING_SYSTEMS.get(size.system)
        return ring_size(charts, known, size.value) if known else None
    if reading.says(_MINUS_FORTY):
        return ring_size(charts, "it", size.value)
    if reading.question.lang == "en" and size.value <= _MOST_US:
        return unnamed_ring(charts, size.value)
    return hong_kong_ring(size.value)  # a shop's own number: it asks for millimetres


def _ring_by_length(reading: Reading) -> Ruling | None:
    for length in reading.lengths():
        around = millimetres(length, bare_from=10)
        if 40 <= around <= 75:
            return ring_size(reading.books.charts, "circumference_mm", around)
        if 13 <= around <= 23:
            return ring_size(reading.books.charts, "diameter_mm", around)
    return None


def hats(reading: Reading) -> Ruling | None:
    head = reading.body().get("head")
    if head:
        return hat("cm", centimetres(head))
    if not reading.speaks_of("hat"):
        return None
    if fraction := _eighths(reading.text):
        british = reading.says(r"\bUK\b|英") and not reading.says(r"in UK|英码")
        return hat("uk" if british else "us", fraction)
    for size in reading.sizes():
        if size.system in ("US", "UK") and size.value < 10:
            return hat("us" if size.system == "US" else "uk", size.value)
        if 50 <= size.value <= 66:
            return hat("cm", size.value)
    around = [m for m in reading.lengths() if 50 <= centimetres(m) <= 66]
    return hat("cm", centimetres(around[0])) if around else None


def _eighths(text: str) -> Decimal | None:
    """A hat size with its fraction: '7 1/4'."""
    found = _EIGHTHS.search(text)
    return Decimal(found[1]) + Decimal(found[2]) / Decimal(found[3]) if found else None


def gloves(reading: Reading) -> Ruling | None:
    hand = reading.body().get("hand")
    if hand:
        return gloves_from_hand(centimetres(hand))
    if not reading.speaks_of("glove"):
        return None
    said = [*(size.value for size in reading.sizes()), *reading.numbers()]
    number = next((value for value in said if 5 <= value <= 12), None)
    return gloves_from_number(number) if number else None


def wrists(reading: Reading) -> Ruling | None:
    body = reading.body()
    watch = next((piece for piece in reading.compared if piece.category == "watch"), None)
    if watch is not None:
        around = body.get("wrist") or body.get("hand")  # 手围 is said of both
        if around:
            return wrist_fits(watch, millimetres(around, bare_from=60))
        if (strap := _strap_widths(reading)) and reading.says(_STRAP):
            return strap_fits(watch, strap[0])
    if "wrist" in body and reading.speaks_of("bracelet"):
        return bracelet(centimetres(body["wrist"], in_mm_from=60))
    return _strap_and_lugs(reading)


_STRAP = r"strap|band|lug|表带|表耳"


def _strap_widths(reading: Reading) -> list[Decimal]:
    return [m.value for m in reading.lengths() if m.unit == "mm" and m.value <= 30]


def _strap_and_lugs(reading: Reading) -> Ruling | None:
    """A strap's width beside the lugs' of any watch."""
    widths = _strap_widths(reading)
    named = reading.says(r"strap|watch ?band|表带") and reading.says(
        r"\blugs?\b|表耳|耳距|表.{0,3}口"
    )
    return strap_on_lugs(widths[0], widths[1]) if named and len(widths) > 1 else None


_FRAME = re.compile(
    r"(?<!\d)([3-6]\d)\s*([□口-]|[-–/x×]|\s)\s*([12]\d)\s*[-–/\s]\s*(1[1-6]\d)(?!\d)"
)


def frames(reading: Reading) -> Ruling | None:
    """The code inside a spectacle frame."""
    code = _FRAME.search(reading.text)
    about = reading.speaks_of("sunglasses") or reading.says(
        r"frame|glasses|spectacle|temple|bridge|lens|镜|鼻梁"
    )
    if code is None or not (about or code[2] in "□口"):
        return None
    return frame_code(int(code[1]), int(code[3]), int(code[4]))


ACCESSORIES: tuple[Recogniser, ...] = (
    frames,
    wrists,
    hats,
    gloves,
    rings,
)
