"""What the 72 hours leave out, as a question or its piece tells (H-C3)."""

from __future__ import annotations

from collections.abc import Iterator

from agents.recognisers.reading import Reading
from agents.recognisers.words import ENGRAVED, EXOTIC, MADE_TO_ORDER
from shop.products import Product
from shop.shipping import Uncovered

_NO_ID = (
    r"\b(?:forgot\w*|missing|without|incomplete|no|lacked|late with)\b.{0,16}\b(?:id"
    r"|passport)\b"
    r"|\bid\b.{0,16}\b(?:missing|forgot\w*|forgotten|late|incomplete|wrong)\b"
    r"|(?:身份证|证件|身份信息|实名)[^，。]{0,8}(?:没|忘|漏|缺|晚|错)|(?:没|忘|漏"
    r"|缺)[^，。]{0,6}(?:身份证|证件|身份信息|实名)"
)
_OUR_NAMES = (
    r"\b(?:initials|names?|date) (?:cut|carved|put|engraved|written)\b|[刻印].{0,4}(?:名|字|缩写)"
)
_SAID: dict[Uncovered, str] = {
    "missing_id": _NO_ID,
    "engraved": rf"{ENGRAVED}|{_OUR_NAMES}",
    "made_to_order": MADE_TO_ORDER,
    "exotic": EXOTIC,
}


def uncovered(reading: Reading, piece: Product | None = None) -> Iterator[Uncovered]:
    """Each kind that the question or `piece` is of, in the order in which the house lists them."""
    for kind, words in _SAID.items():
        if reading.says(words) or (piece is not None and _is(piece, kind)):
            yield kind


def _is(piece: Product, kind: Uncovered) -> bool:
    match kind:
        case "made_to_order":
            return piece.made_to_order
        case "exotic":
            return piece.exotic is not None
        case _:
            return False
