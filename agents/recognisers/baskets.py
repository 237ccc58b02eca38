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


_THAT_MANY = re.compile(
    rf"(?:要|来|买|订|拿)\s*{_MANY}\s*[个只块件双条枚副]"
    rf"|\b(?:take|want|need|get|buy|order|like)\s+{_MANY}\b"
    r"(?=\s*(?:$|[,.;!?]|of\b|for\b|please|in\b))",
    re.I,
)


def worth(reading: Reading) -> Decimal:
    """What the pieces named, now or just before, come to in RMB, as many of each as said; 0 where
    none is.
    """
    pieces = reading.compared or _spoken_of(reading)
    return sum((piece.price_rmb * _how_many(reading, piece) for piece in pieces), Decimal(0))


def _spoken_of(reading: Reading) -> tuple[Product, ...]:
    """'I'll take two' after the price of one piece."""
    if not _THAT_MANY.search(reading.text) or not reading.earlier:
        return ()
    return reading.books.catalogue.find(reading.earlier[0])


def _how_many(reading: Reading, piece: Product) -> int:
    text = fold(reading.text)
    at = text.find(fold(piece.name))
    if at < 0:
        return _count(_THAT_MANY.search(reading.text))
    before = _BEFORE.search(text[:at])
    after = _AFTER.search(text[at + len(fold(piece.name)) :])
    return _count(before or after)


def _count(found: re.Match[str] | None) -> int:
    said = next(filter(None, found.groups())) if found else "1"
    return 12 if said == "a dozen" else max(int(numeral(said)), 1)
