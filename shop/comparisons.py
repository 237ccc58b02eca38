"""Pieces beside each other, and whether a piece is made in a size: from their typed facts only."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from shop.figures import money, number
from shop.language import Bilingual
from shop.products import Product
from shop.rulings import Ruling, ruling, same
from shop.sizing.pieces import numbers_of

_MADE = (
    "{name}有 {size} 码，是否有现货请以商品页为准。",
    "The {name} is made in {size}; whether it is in stock now, the product page shows.",
)
_NOT_MADE = (
    "{name}没有 {size} 码，只有 {zh} 码。",
    "No, the {name} is not made in {size}, only in {en}.",
)


def lightest(pieces: Sequence[Product], heaviest: bool = False) -> Ruling | None:
    """Which weighs least (or most). None when a weight is not on every sheet. `values`: piece."""
    if len(pieces) < 2 or any(piece.weight_g is None for piece in pieces):
        return None
    ordered = sorted(pieces, key=lambda piece: piece.weight_g or 0, reverse=heaviest)
    word = Bilingual("最重", "heaviest") if heaviest else Bilingual("最轻", "lightest")
    weights = Bilingual(
        "，".join(f"{piece.name} {piece.weight_g} g" for piece in ordered),
        ", ".join(f"{piece.name} {piece.weight_g} g" for piece in ordered),
    )
    return ruling(
        " ".join(piece.rule for piece in ordered),
        "house",
        "{piece}{word}：{weights}。",
        "The {piece} is the {word}: {weights}.",
        piece=same(ordered[0].name),
        word=word,
        weights=weights,
    )


def cheapest(pieces: Sequence[Product], budget: Decimal | None = None) -> Ruling | None:
    """Prices side by side and, with a budget in RMB, what lies within it. `values`: within."""
    if len(pieces) < 2:
        return None
    ordered = sorted(pieces, key=lambda piece: piece.price_rmb)
    prices = Bilingual(
        "，".join(f"{p.name} {money(p.price_rmb, 'zh')}" for p in ordered),
        ", ".join(f"{p.name} {money(p.price_rmb, 'en')}" for p in ordered),
    )
    rules = " ".join(piece.rule for piece in ordered)
    if budget is None:
        zh, en = "{first}价格较低：{prices}。", "The {first} costs less: {prices}."
        return ruling(rules, "house", zh, en, first=same(ordered[0].name), prices=prices)
    within = [piece.name for piece in ordered if piece.price_rmb <= budget]
    if not within:
        zh = "这几件都超出 {budget:rmb}：{prices}。"
        en = "None of these is within {budget:rmb}: {prices}."
        return ruling(rules, "house", zh, en, budget=budget, prices=prices)
    return ruling(
        rules,
        "house",
        "{budget:rmb}以内的是 {within}：{prices}。",
        "Within {budget:rmb} there is the {within}: {prices}.",
        budget=budget,
        within=Bilingual("、".join(within), ", the ".join(within)),
        prices=prices,
    )


def sturdier(pieces: Sequence[Product]) -> Ruling | None:
    """Which is the everyday choice by the sheets' own words; None where they name none."""
    chosen = [piece for piece in pieces if piece.everyday == "first_choice"]
    delicate = [piece for piece in pieces if piece.everyday == "delicate"]
    if len(pieces) < 2 or len(chosen) != 1 or not delicate:
        return None
    return ruling(
        " ".join(piece.rule for piece in (*chosen, *delicate)),
        "house",
        "日常使用请选 {piece}，更耐刮；{other} 较娇嫩，容易刮花。",
        "For everyday use take the {piece}, which resists scratches better; the {other} is "
        "delicate and marks easily.",
        piece=same(chosen[0].name),
        other=same(", ".join(piece.name for piece in delicate)),
    )


def made_in(piece: Product, size: Decimal) -> Ruling | None:
    """Whether a piece is made in a size; it says nothing of stock. `values`: size, made."""
    sizes = numbers_of(piece)
    if not sizes:
        return None
    made = size in sizes
    listed = "、".join(number(each) for each in sizes)
    zh, en = _MADE if made else _NOT_MADE
    return ruling(
        piece.rule,
        "house",
        zh,
        en,
        name=same(piece.name),
        size=size,
        zh=same(listed),
        en=same(listed.replace("、", ", ")),
        made="yes" if made else "no",
    )
