"""Baskets: how many of which pieces a message wants to buy, and what that comes to."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import numeral
from agents.recognisers.reading import Reading
from shop.products import Product, fold

_MANY = (
    r"(\d{1,3}|[一二两三四五六七八九十]|one|two|three|four|five|six|seven|eight|nine|ten|a dozen)"
)
_BEFORE = re.compile(
    rf"(?<![A-Za-z\d.]){_MANY}\s*[个只块件双条枚副款]?\s*(?:of (?:the|your) |× ?|x )?$", re.I
)
_AFTER = re.compile(
    rf"^\w*\s*(?:要|来|买|订|×|x)?\s*{_MANY}\s*[个只块件双条枚副](?!月|小时|星期|钟头)", re.I
)


def worth(reading: Reading) -> Decimal:
    """What the pieces named come to in RMB, as many of each as said; 0 where none is."""
    pieces = reading.compared
    return sum((piece.price_rmb * _how_many(reading, piece) for piece in pieces), Decimal(0))


def _how_many(reading: Reading, piece: Product) -> int:
    text = fold(reading.text)
    at = text.find(fold(piece.name))
    if at < 0:
        return 1
    before = _BEFORE.search(text[:at])
    after = _AFTER.search(text[at + len(fold(piece.name)) :])
    found = before or after
    said = str(found[1]) if found else "1"
    return 12 if said == "a dozen" else max(int(numeral(said)), 1)
