"""Stock, stated only from the house's feed and with the time of that feed (H-A3).

The feed is data that another system writes; `knowledge.stock_feed` reads it. A feed that is older
than `FRESH_FOR`, or says nothing of a piece, is no ground for a statement: there is no ruling
then, and the advisor abstains. Quantities stay in the house: a shopper hears 'in stock' or not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Annotated

from pydantic import AfterValidator, Field

from shop.language import Bilingual
from shop.products import Product
from shop.rulings import Ruling, ruling, same
from shop.typed_data import TypedData

FRESH_FOR = timedelta(hours=1)
_AHEAD = timedelta(minutes=5)  # clocks differ; a feed from later than that is not trusted


def _aware(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("the time needs its offset, as in 2026-11-22T14:05+08:00")
    return at


class StockLine(TypedData):
    """How many of a piece, in one size ('' for a piece without sizes), may be sold now."""

    piece: str = Field(min_length=1)
    size: str = ""
    quantity: int = Field(ge=0)


class StockFeed(TypedData):
    """All lines as they were at one moment."""

    at: Annotated[datetime, AfterValidator(_aware)]
    items: tuple[StockLine, ...]

    def is_fresh(self, now: datetime) -> bool:
        return -_AHEAD <= now - self.at <= FRESH_FOR

    def of(self, piece: Product) -> tuple[StockLine, ...]:
        return tuple(line for line in self.items if line.piece == piece.id)


FeedReader = Callable[[], StockFeed | None]


def no_feed() -> None:
    """The reader of a house without a stock feed."""


def stock_of(
    feed: StockFeed | None, piece: Product, size: str | None, now: datetime, zone: tzinfo
) -> Ruling | None:
    """Whether a piece, or one size of it ('EU 38'), was in stock at the time of the feed.

    None without a fresh feed or where it has no line for what is asked. `values`: as_of (ISO),
    in_stock ('yes' or 'no'), and `sizes` when none was asked.
    """
    if feed is None or not feed.is_fresh(now):
        return None
    lines = feed.of(piece)
    asked = [line for line in lines if size is None or line.size == size]
    if not asked:
        return None
    there = [line for line in asked if line.quantity]
    zh, en = _SAID[bool(there)]
    return ruling(
        f"H-A3 {piece.rule}",
        "house",
        zh,
        en,
        name=same(piece.name),
        which=_which(there or asked, size),
        as_of=feed.at.astimezone(zone).isoformat(timespec="minutes"),
        in_stock="yes" if there else "no",
        sizes=", ".join(line.size for line in there if line.size),
    )


_SAID = {
    True: (
        "截至{as_of:day}，{name}{which}有现货；库存会变动，以下单时为准。",
        "As of {as_of:day}, the {name} is in stock{which}. Stock changes; the checkout decides.",
    ),
    False: (
        "截至{as_of:day}，{name}{which}没有现货；可以请同事为您留意。",
        "As of {as_of:day}, the {name} is not in stock{which}; a colleague can watch it for you.",
    ),
}


def _which(lines: Sequence[StockLine], size: str | None) -> Bilingual:
    sizes = [line.size for line in lines if line.size]
    if not sizes:
        return Bilingual("", "")
    if size is None and len(sizes) > 1:
        return Bilingual(f" {'、'.join(sizes)} ", f" in {', '.join(sizes)}")
    return Bilingual(f" {sizes[0]} ", f" in {sizes[0]}")
