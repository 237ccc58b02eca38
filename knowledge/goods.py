"""Goods that a house does not sell, by the words shoppers use for them (`other_goods.yaml`)."""

from __future__ import annotations

from knowledge.patterns import AsciiPattern
from shop.language import Bilingual
from shop.typed_data import TypedData


class Goods(TypedData):
    """One kind of goods; `name` completes 'this season's catalogue has no …'."""

    name: Bilingual
    words: AsciiPattern
