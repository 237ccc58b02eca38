"""The catalogue by price: what lies within a budget, and what costs least or most.

The prices are those of the cards, RMB; a budget in another currency is not converted.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from shop.figures import money
from shop.language import Bilingual
from shop.products import Product
from shop.rulings import Ruling, require_not_negative, require_positive, ruling

_MOST = 5  # pieces named in one sentence


def within_budget(
    pieces: Sequence[Product], kind: Bilingual, up_to: Decimal, at_least: Decimal = Decimal(0)
) -> Ruling | None:
    """Which of `pieces` (the season's {kind}) cost from `at_least` to `up_to` RMB.

    `values`: within (names), count. None without pieces.
    """
    require_positive(up_to, "A budget")
    require_not_negative(at_least, "A budget")
    if not pieces:
        return None
    ordered = sorted(pieces, key=lambda piece: piece.price_rmb)
    within = [piece for piece in ordered if at_least <= piece.price_rmb <= up_to]
    said = within[-_MOST:] if within else ordered[:1]
    zh, en = _WITHIN if within else _NONE_WITHIN
    if len(within) > _MOST:
        zh, en = _MANY_WITHIN
    limit = Bilingual(*(_limit(at_least, up_to, lang) for lang in ("zh", "en")))
    return ruling(
        " ".join(piece.rule for piece in said),
        "house",
        zh,
        en,
        limit=limit,
        kind=kind,
        prices=_prices(said),
        within=", ".join(piece.name for piece in within),
        count=len(within),
        up_to=up_to,
    )


_WITHIN = (
    "{limit}的{kind}有：{prices}。",
    "Among our {kind}, {limit} there is: {prices}.",
)
_MANY_WITHIN = (
    "{limit}的{kind}有 {count} 款，其中：{prices}。",
    "Among our {kind}, {count} are {limit}, for instance: {prices}.",
)
_NONE_WITHIN = (
    "本季{kind}没有{limit}的；最低的是 {prices}。",
    "None of our {kind} is {limit} this season; the least expensive is the {prices}.",
)


def by_price(pieces: Sequence[Product], kind: Bilingual, dearest: bool = False) -> Ruling | None:
    """The piece of a kind that costs least (or most). `values`: piece, price. None without any."""
    if not pieces:
        return None
    choose = max if dearest else min
    chosen = choose(pieces, key=lambda piece: piece.price_rmb)
    only = len(pieces) == 1
    zh, en = ("最高", "highest") if dearest else ("最低", "lowest")
    return ruling(
        chosen.rule,
        "house",
        ("本季{kind}只有 {prices}。" if only else f"本季{{kind}}中价格{zh}的是 {{prices}}。"),
        (
            "The only one among our {kind} is the {prices}."
            if only
            else f"Among our {{kind}} the {en} price is the {{prices}}."
        ),
        kind=kind,
        prices=_prices([chosen]),
        piece=chosen.name,
        price=chosen.price_rmb,
    )


def all_of(pieces: Sequence[Product], kind: Bilingual) -> Ruling:
    """Every piece of a kind, the least expensive first. `values`: count."""
    ordered = sorted(pieces, key=lambda piece: piece.price_rmb)
    zh, en = (
        "本季{kind}有 {count} 款：{prices}。",
        "This season's {kind}, {count} in all: {prices}.",
    )
    if len(ordered) == 1:
        zh, en = "本季{kind}有 1 款：{prices}。", "There is one this season: {prices}."
    return ruling(
        " ".join(piece.rule for piece in ordered),
        "house",
        zh,
        en,
        kind=kind,
        count=len(ordered),
        prices=_prices(ordered),
    )


def _limit(at_least: Decimal, up_to: Decimal, lang: str) -> str:
    high = money(up_to, "zh" if lang == "zh" else "en")
    if not at_least:
        return f"{high}以内" if lang == "zh" else f"within {high}"
    low = money(at_least, "zh" if lang == "zh" else "en")
    return f"{low}到 {high}" if lang == "zh" else f"from {low} to {high}"


def _prices(pieces: Sequence[Product]) -> Bilingual:
    return Bilingual(
        "，".join(f"{p.name}（{p.kind.zh}）{money(p.price_rmb, 'zh')}" for p in pieces),
        "; ".join(f"{p.name} ({p.kind.en}), {money(p.price_rmb, 'en')}" for p in pieces),
    )
