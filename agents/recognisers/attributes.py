"""Attributes: what is asked of a piece, answered from its card or said not to be on it.

Only a question *about* the piece counts. One that asks to clean, mend, ship, return or buy it
names the same parts ('the lining is stained') and is left to others.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import reduce

from agents.recognisers.reading import Reading, Recogniser
from knowledge.datasheets.facts import fact
from shop.capacity import Thing, fits_inside
from shop.products import Product
from shop.rulings import Ruling

_MOST = 3  # attributes of one question
_THINGS: tuple[tuple[Thing, str], ...] = (
    ("laptop", r"laptop|mac ?book|notebook|笔记本(?!子)|电脑"),
    ("ipad", r"i-?pad|平板"),
    ("a4", r"\ba4\b"),
)
_PUT_IN = (
    r"\bfits?\b|\bhold|\btake|\bput|carry|big enough|room|\binside\b|\bin\b"
    r"|放|装|塞|容纳|够大|带得|能背|行吗|可以吗"
)
_SCREEN = re.compile(
    r"(?<![\d.])(1[0-8](?:\.\d)?)\s*(?:-|\s)?(?:inch(?:es)?|英?寸|\"|''|in\b)?\s*(?:的\s*)?"
    r"(?:mac ?book(?: pro| air)?|laptop|notebook|笔记本|电脑)"
    r"|(?:mac ?book(?: pro| air)?|laptop|notebook|笔记本|电脑)\D{0,6}(1[0-8](?:\.\d)?)(?!\d)",
    re.IGNORECASE,
)


def capacity(reading: Reading) -> Ruling | None:
    """A4, an iPad or a laptop in a bag."""
    if not reading.is_of("bag") or reading.piece is None or not reading.says(_PUT_IN):
        return None
    if reading.says(r"charg|充电|stain|洗|脏"):
        return None
    things = [thing for thing, names in _THINGS if reading.says(names)]
    bag, screen = reading.piece, _screen(reading.text)
    said = [fits_inside(bag, thing, screen if thing == "laptop" else None) for thing in things]
    return _together([one for one in said if one])


def _screen(text: str) -> Decimal | None:
    found = _SCREEN.search(text)
    return Decimal(found[1] or found[2]) if found else None


def attributes(reading: Reading) -> Ruling | None:
    """What one piece's card says, or that it doesn't."""
    if len(reading.pieces) == 1 and reading.piece is not None:
        return _of(reading, reading.piece)
    return _of_each(reading)


def _of_each(reading: Reading) -> Ruling | None:
    """'Which has the leather sole, the pump or the loafer': the same asked of two pieces."""
    if len(reading.compared) != 2:
        return None
    said = [_of(reading, piece) for piece in reading.compared]
    return _together([one for one in said if one]) if all(said) else None


def _of(reading: Reading, piece: Product) -> Ruling | None:
    attributes = reading.books.attributes
    asked = attributes.asked_of(piece, attributes.without_kinds(reading.without_names()))
    return _together([fact(piece, attribute) for attribute in asked[:_MOST]])


def _together(rulings: list[Ruling]) -> Ruling | None:
    """One after the other, each sentence once, the recorded ones first."""
    once = list({ruling.say: ruling for ruling in rulings}.values())
    ordered = sorted(once, key=lambda ruling: ruling.confidence == "unrecorded")
    return reduce(Ruling.then, ordered) if ordered else None


ATTRIBUTES: tuple[Recogniser, ...] = (capacity, attributes)
