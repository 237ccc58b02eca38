"""Accessories: hats, gloves, watches, frames and bracelets."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import BodyMeasure, centimetres, millimetres
from agents.recognisers.reading import Reading, Recogniser
from shop.products import Product
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

_EIGHTHS = re.compile(r"(?<![\d.])([5-8])\s*(?:\s|又|and|-|点)\s*([1357])/([248])(?!\d)")


def hats(reading: Reading) -> Ruling | None:
    head = reading.body().get("head")
    if head:
        return hat("cm", centimetres(head))
    if not reading.speaks_of("hat"):
        return None
    if fraction := _eighths(reading.text):
        return hat("uk" if _is_british(reading) else "us", fraction)
    for size in reading.sizes():
        if size.system in ("US", "UK") and size.value < 10:
            return hat("us" if size.system == "US" else "uk", size.value)
        if 50 <= size.value <= 66:
            return hat("cm", size.value)
    around = [m for m in reading.lengths() if 50 <= centimetres(m) <= 66]
    return hat("cm", centimetres(around[0])) if around else None


_AMERICAN_HAT = (
    r"(?:(?-i:\bUS)|american|美码|美国码?|美式)\D{0,12}[5-8]\b|/[248]\s*(?-i:US\b)"
    r"|/[248]\s*american"
)
_BRITISH_HAT = (
    r"(?:\buk|british|english|英码|英国码?|英式)(?:\s|的|是|为|帽子?|sizes?|hats?|label|is|an?)*[5-8]\b"
    r"|/[248]\s*(?:british|english)|/[248]\s*UK\b|\blondon\b|伦敦|\b(?:british"
    r"|english) (?:hat|label|maker|hatter|cap)"
    r"|英国(?:的|产|买|货|老|帽|牌|制|店)"
)


def _is_british(reading: Reading) -> bool:
    """Whether the number was printed in Britain; 'in UK?' behind it asks for the British one."""
    return reading.says(_BRITISH_HAT) and not reading.says(_AMERICAN_HAT)


def _eighths(text: str) -> Decimal | None:
    """A hat size with its fraction: '7 1/4'."""
    found = _EIGHTHS.search(text)
    return Decimal(found[1]) + Decimal(found[2]) / Decimal(found[3]) if found else None


def gloves(reading: Reading) -> Ruling | None:
    hand = reading.body().get("hand")
    if hand and (_of_a_bracelet(reading) or reading.says(_WATCH)):
        return None  # 手围 is also said of a wrist
    if hand:
        return gloves_from_hand(centimetres(hand))
    if not reading.speaks_of("glove"):
        return None
    said = [*(size.value for size in reading.sizes()), *reading.numbers()]
    number = next((value for value in said if 5 <= value <= 12), None)
    return gloves_from_number(number) if number else None


def wrists(reading: Reading) -> Ruling | None:
    body = reading.body()
    watch = _watch(reading)
    if watch is not None:
        around = body.get("wrist") or body.get("hand") or _wrist_of_its_own(reading)
        if around:
            return wrist_fits(watch, millimetres(around, bare_from=60))
        if (strap := _strap_widths(reading)) and reading.says(_STRAP):
            return strap_fits(watch, strap[0])
    around = body.get("wrist") or body.get("hand")
    if around and _of_a_bracelet(reading):
        return bracelet(centimetres(around, in_mm_from=60))
    return _strap_and_lugs(reading)


def _wrist_of_its_own(reading: Reading) -> BodyMeasure | None:
    """'What wrist does it fit? Mine is 14 cm'."""
    if not reading.says(r"\bwrists?\b|手?腕"):
        return None
    least, most = _WRISTS
    around = (m for m in reading.lengths() if least <= centimetres(m) <= most)
    return next(around, None)


_WRISTS = (Decimal(11), Decimal(26))  # cm; less is a strap's width, more no wrist


_WATCH = (
    r"手表|腕表|戴表|[这那][只块枚]?个?表|[你您]们?家.{0,3}表|机械表|\bwatch(?:es)?\b"
    r"|\b(?:3\d|4\d) ?mm\b"
    r"|(?<!\d)(?:3\d|4\d)毫米的?(?:表|腕表)?"
)


def _watch(reading: Reading) -> Product | None:
    """The watch spoken of; of a wrist and 'a watch' or its 38 mm it is the season's only one."""
    named = next((piece for piece in reading.compared if piece.category == "watch"), None)
    if named is not None or reading.pieces or _of_a_bracelet(reading):
        return named
    around = {"wrist", "hand"} & set(reading.body())
    own = [piece for piece in reading.books.catalogue.all() if piece.category == "watch"]
    return own[0] if around and len(own) == 1 and reading.says(_WATCH) else None


def _of_a_bracelet(reading: Reading) -> bool:
    return reading.speaks_of("bracelet") or reading.says(
        r"手镯|手链|手环|镯|\bbracelets?\b|\bbangles?\b"
    )


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
)
