"""Attributes: what is asked of a piece, answered from its card or said not to be on it.

Only a question *about* the piece counts. One that asks to clean, mend, ship, return or buy it
names the same parts ('the lining is stained') and is left to others.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import reduce

from agents.recognisers.reading import Reading, Recogniser
from agents.recognisers.words import THINGS
from knowledge.attributes import Attribute, Attributes, Entry
from knowledge.datasheets.facts import fact
from knowledge.parts import Pair
from shop.capacity import fits_inside, which_take
from shop.language import Bilingual
from shop.products import Product
from shop.rulings import Ruling

_MOST = 3  # attributes of one question
_IN_PASSING = 5  # words of a clause beside those that ask
_LENGTH = "length"
_DRESS_SIZES = range(34, 61)
_PUT_IN = (
    r"\bfits?\b|\bhold|\btake|\bput|carry|big enough|room|\binside\b|\bin\b"
    r"|放|装|塞|容纳|够大|带得|能背|行吗|可以吗"
)
_THE_SAME = (
    r"[=＝≠]|等于|等同|一回事|同一个?(?:意思|东西)|\bthe same thing\b|\bequals?\b"
    r"|\bdoes \w+ mean\b|\bmean the same\b"
)
_SCREEN = re.compile(
    r"(?<![\d.])(1[0-8](?:\.\d)?)\s*(?:-|\s)?(?:inch(?:es)?|英?寸|\"|''|in\b)?\s*(?:的\s*)?"
    r"(?:mac ?book(?: pro| air)?|laptop|notebook|笔记本|电脑)"
    r"|(?:mac ?book(?: pro| air)?|laptop|notebook|笔记本|电脑)\D{0,6}(1[0-8](?:\.\d)?)(?!\d)",
    re.IGNORECASE,
)


def capacity(reading: Reading) -> Ruling | None:
    """A4, an iPad or a laptop in a bag, or in each of those compared."""
    if not reading.pieces and reading.says(_WHICH_BAG):
        return _of_all_bags(reading)
    bags = [piece for piece in reading.compared if piece.category == "bag"] or reading.pieces[:1]
    if not reading.is_of("bag") or not (len(bags) > 1 or reading.says(_PUT_IN)):
        return None
    if reading.says(r"charg|充电|stain|洗|脏"):
        return None
    things = [thing for thing, names in THINGS.items() if reading.says(names)]
    screen = _screen(reading.text)
    said = [
        fits_inside(bag, thing, screen if thing == "laptop" else None)
        for bag in bags
        for thing in things
    ]
    return _together([one for one in said if one])


_WHICH_BAG = (
    r"\b(?:which|what|any|a|one)\b.{0,24}\bbags?\b|\bbags? (?:that|which|to|for|big enough)\b"
    r"|(?:哪|什么|有没有|推荐|想要|求).{0,10}(?<!钱)包|(?:装|放|塞|容).{0,12}的包"
)


def _of_all_bags(reading: Reading) -> Ruling | None:
    """'Which bag takes a laptop': every bag of the season looked at."""
    things = [thing for thing, names in THINGS.items() if reading.says(names)]
    if not things or not reading.says(_PUT_IN) or reading.says(r"charg|充电|stain|洗|脏"):
        return None
    bags = [piece for piece in reading.books.catalogue.all() if piece.category == "bag"]
    screen = _screen(reading.text)
    return _together([which_take(bags, t, screen if t == "laptop" else None) for t in things])


def _screen(text: str) -> Decimal | None:
    found = _SCREEN.search(text)
    return Decimal(found[1] or found[2]) if found else None


def of_parts(reading: Reading) -> Ruling | None:
    """Measures of parts of one piece: from the card, or said not to be on it."""
    piece, book = reading.piece, reading.books.attributes
    if piece is None or len(reading.pieces) != 1:
        return None
    text = book.without_kinds(reading.without_names())  # the '吊带' of '吊带裙' is no strap
    pairs = reading.books.parts.asked_of(piece, text, book.asks_for_service)
    if all(pair.held for pair in pairs) and len(book.asked_of(piece, text)) > 1:
        return None  # the card answers more of what is asked than the parts
    return _together([fact(piece, _entry(pair, book)) for pair in pairs])


def _entry(pair: Pair, book: Attributes) -> Entry:
    return book.of_id(pair.held) if pair.held else pair.unlisted()


def length_in_size(reading: Reading) -> Ruling | None:
    """A length that the card states for one size only, asked for this or for another one."""
    piece, book = reading.piece, reading.books.attributes
    if piece is None or piece.length_at_size is None or reading.body():
        return None
    asked = next(
        (a for a in book.asked_of(piece, reading.without_names()) if a.id == _LENGTH), None
    )
    size = next((n for n in (*_named(reading), *reading.numbers()) if n in _DRESS_SIZES), None)
    if asked is None or size is None:
        return None
    stated, wanted = piece.length_at_size, f"{piece.length_at_size.split()[0]} {size}"
    if wanted == stated:
        return fact(piece, asked)
    name = Bilingual(f"{wanted} 码的{asked.name.zh}", f"{asked.name.en} in {wanted}")
    return fact(piece, Entry(id="length-in-size", name=name))


def _named(reading: Reading) -> list[Decimal]:
    return [size.value for size in reading.sizes() if size.system in ("", "IT")]


def attributes(reading: Reading) -> Ruling | None:
    """What one piece's card says, or that it doesn't."""
    if reading.says(_THE_SAME):
        return None  # 'does polarised mean UV-proof' asks of all, not of this piece
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
    text = attributes.without_kinds(reading.without_names())
    asked = attributes.asked_of(piece, text)[:_MOST]
    said = [(attribute, fact(piece, attribute)) for attribute in asked]
    return _together([one for entry, one in said if not _in_passing(reading, entry, one, text)])


def _in_passing(reading: Reading, attribute: Attribute, said: Ruling, text: str) -> bool:
    """A word in a story is no question for what the card lacks: 'the initials I had put in it
    before we fell out'.
    """
    found = attribute.found_in(text)
    if said.confidence != "unrecorded" or found is None:
        return False
    return reading.books.parts.left_beside(found.start(), found.end(), text) > _IN_PASSING


def _together(rulings: list[Ruling]) -> Ruling | None:
    """One after the other, each sentence once, the recorded ones first."""
    once = list({ruling.say: ruling for ruling in rulings}.values())
    ordered = sorted(once, key=lambda ruling: ruling.confidence == "unrecorded")
    return reduce(Ruling.then, ordered) if ordered else None


PARTS: tuple[Recogniser, ...] = (of_parts, length_in_size)
ATTRIBUTES: tuple[Recogniser, ...] = (capacity, attributes)
