"""Why a piece is suggested, in words that a personal shopper reads, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from shop.language import Bilingual
from shop.products import Product
from shop.rulings import phrase, same


class Why(StrEnum):
    PAIR = "pair"
    OCCASION = "occasion"
    METAL = "metal"
    COLOUR = "colour"
    WISH = "wish"
    LOVED = "loved"
    LIKED = "liked"  # by other clients
    SAME_KIND = "same_kind"
    PRICE = "price"
    STOCK = "stock"


@dataclass(frozen=True, slots=True)
class Because:
    why: Why
    says: Bilingual


COLOURS = Because(Why.COLOUR, Bilingual("按搭配规则颜色相衬", "Colours that go together"))
WISHED = Because(Why.WISH, Bilingual("在心愿单上", "On the wish-list"))
LOVED = Because(Why.LOVED, Bilingual("顾客说过喜欢这一件", "The client said she loves it"))


def occasion(name: Bilingual) -> Because:
    return Because(Why.OCCASION, phrase("都适合{name}", "All of it suits {name}", name=name))


def metal(tone: Bilingual) -> Because:
    return Because(Why.METAL, phrase("同为{tone}", "The same {tone}", tone=tone))


def liked_with(count: int, chosen: Sequence[Product]) -> Because:
    """`count` clients like this and one of the chosen as well."""
    zh, en = "、".join(p.name for p in chosen), " or ".join(p.name for p in chosen)
    says = phrase(
        "喜欢 {names} 的顾客中有 {count} 位也喜欢这一件",
        "{count} clients who like {names} like it too",
        count=count,
        names=Bilingual(zh, en),
    )
    return Because(Why.LIKED, says)


def liked_alike(count: int) -> Because:
    says = phrase(
        "与这位顾客喜好相近的 {count} 位顾客也喜欢",
        "{count} clients who share a liking with this one like it",
        count=count,
    )
    return Because(Why.LIKED, says)


def same_kind(other: Product) -> Because:
    says = phrase("同类：{kind}", "The same kind of piece: {kind}", kind=other.kind)
    return Because(Why.SAME_KIND, says)


def price_beside(piece: Product, other: Product) -> Because:
    gap = other.price_rmb - piece.price_rmb
    if not gap:
        return Because(
            Why.PRICE,
            phrase("价格与 {name} 相同", "The price of the {name}", name=same(piece.name)),
        )
    zh, en = (
        ("比 {name} 高 {gap:rmb}", "{gap:rmb} more than the {name}")
        if gap > 0
        else ("比 {name} 低 {gap:rmb}", "{gap:rmb} less than the {name}")
    )
    return Because(Why.PRICE, phrase(zh, en, gap=abs(gap), name=same(piece.name)))
