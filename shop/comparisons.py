"""Pieces beside each other, and whether a piece is made in a size: from their typed facts only."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import prod

from shop.figures import by, money, number
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
    """Which weighs least (or most). `values`: piece; 'unrecorded' where a card gives no weight."""
    if len(pieces) < 2:
        return None
    known = [piece for piece in pieces if piece.weight_g is not None]
    if len(known) < 2 or len(known) < len(pieces) == 2:
        return _weights_missing(pieces)
    if len(known) < len(pieces):
        said = lightest(known, heaviest)
        return said.then(_no_weight(pieces)) if said else None
    ordered = sorted(pieces, key=lambda piece: piece.weight_g or 0, reverse=heaviest)
    word = Bilingual("最重", "heaviest") if heaviest else Bilingual("最轻", "lightest")
    weights = Bilingual(
        "，".join(f"{piece.name} {piece.weight_g} g" for piece in ordered),
        ", ".join(f"{piece.name} {piece.weight_g} g" for piece in ordered),
    )
    zh, en = "{piece}{word}：{weights}。", "The {piece} is the {word}: {weights}."
    apart = abs((ordered[-1].weight_g or 0) - (ordered[0].weight_g or 0))
    if len(ordered) == 2:  # a pair
        word = Bilingual("更重", "heavier") if heaviest else Bilingual("更轻", "lighter")
        zh = "{piece} {word}，相差 {apart_g} g：{weights}。"
        en = "The {piece} is {word} by {apart_g} g: {weights}."
    return ruling(
        " ".join(piece.rule for piece in ordered),
        "house",
        zh,
        en,
        piece=same(ordered[0].name),
        word=word,
        weights=weights,
        apart_g=apart,
    )


def _no_weight(pieces: Sequence[Product]) -> Ruling:
    """Which cards are silent, said beside what the others weigh."""
    silent = [piece for piece in pieces if piece.weight_g is None]
    return ruling(
        " ".join(piece.rule for piece in silent),
        "house",
        "{zh} 的商品卡没有记载重量，未列入比较。",
        "The card of the {en} gives no weight, so it is left out.",
        zh=same("、".join(piece.name for piece in silent)),
        en=same(" and the ".join(piece.name for piece in silent)),
    )


def _weights_missing(pieces: Sequence[Product]) -> Ruling:
    """Said of the pieces whose cards are silent, and what the others weigh."""
    silent = [piece.name for piece in pieces if piece.weight_g is None]
    known = [f"{piece.name} {piece.weight_g} g" for piece in pieces if piece.weight_g is not None]
    zh, en = "{silent_zh} 的商品卡没有记载重量，无法比较", "no weight for the {silent_en}"
    return ruling(
        " ".join(piece.rule for piece in pieces),
        "unrecorded",
        zh + ("；{known_zh}。" if known else "，可以请同事为您核实。"),
        "Our product cards give "
        + en
        + ", so I cannot compare them"
        + ("; {known_en}." if known else "; a colleague can find out."),
        silent_zh=same("、".join(silent)),
        silent_en=same(" or the ".join(silent)),
        known_zh=same("，".join(known)),
        known_en=same(", ".join(known)),
    )


def largest(pieces: Sequence[Product], smallest: bool = False) -> Ruling | None:
    """Which bag takes most room by its outer measurements. `values`: piece.

    None unless every piece is a bag whose card gives them.
    """
    sized = [(piece, piece.dimensions_cm) for piece in pieces if piece.dimensions_cm]
    if len(pieces) < 2 or len(sized) < len(pieces):
        return None
    ordered = sorted(sized, key=lambda pair: prod(pair[1]), reverse=not smallest)
    sizes = [f"{piece.name} {by(measures)} cm" for piece, measures in ordered]
    zh, en = ("更小", "smaller") if smallest else ("更大", "larger")
    if len(ordered) > 2:  # more than a pair
        zh, en = ("最小", "smallest") if smallest else ("最大", "largest")
    return ruling(
        " ".join(piece.rule for piece, _ in ordered),
        "house",
        "{piece} " + zh + "：{zh}。",
        "The {piece} is " + en + ": {en}.",
        piece=same(ordered[0][0].name),
        zh=same("，".join(sizes)),
        en=same(", ".join(sizes)),
    )


def cheapest(
    pieces: Sequence[Product], budget: Decimal | None = None, dearer: bool = False
) -> Ruling | None:
    """Prices side by side and, with a budget in RMB, what lies within it. `values`: within.

    `dearer`: it was asked which costs more, so that one is named first.
    """
    if len(pieces) < 2:
        return None
    ordered = sorted(pieces, key=lambda piece: piece.price_rmb, reverse=dearer)
    return _within(ordered, budget) if budget is not None else _first_of(ordered, dearer)


def _prices(ordered: Sequence[Product]) -> Bilingual:
    return Bilingual(
        "，".join(f"{p.name} {money(p.price_rmb, 'zh')}" for p in ordered),
        ", ".join(f"{p.name} {money(p.price_rmb, 'en')}" for p in ordered),
    )


def _first_of(ordered: Sequence[Product], dearer: bool) -> Ruling:
    """Which costs least, or most; of two, by how much."""
    (zh, least), (en, less) = _APART[dearer]
    if len(ordered) == 2:
        zh = f"{{first}}{least} {{apart:rmb}}：{{prices}}。"
        en = f"The {{first}} costs {{apart:rmb}} {less}: {{prices}}."
    return ruling(
        " ".join(piece.rule for piece in ordered),
        "house",
        zh,
        en,
        first=same(ordered[0].name),
        prices=_prices(ordered),
        apart=abs(ordered[-1].price_rmb - ordered[0].price_rmb),
    )


def _within(ordered: Sequence[Product], budget: Decimal) -> Ruling:
    within = [piece.name for piece in ordered if piece.price_rmb <= budget]
    zh, en = (
        "{budget:rmb}以内的是 {within}：{prices}。",
        "Within {budget:rmb} there is the {within}: {prices}.",
    )
    figures: dict[str, Decimal | Bilingual] = {"budget": budget}
    if within:
        figures["within"] = Bilingual("、".join(within), ", the ".join(within))
    else:
        zh = "这几件都超出 {budget:rmb}：{prices}。"
        en = "None of these is within {budget:rmb}: {prices}."
    rules = " ".join(piece.rule for piece in ordered)
    return ruling(rules, "house", zh, en, **figures, prices=_prices(ordered))


_APART = {  # whether the dearer one is asked for
    False: (
        ("{first}价格最低：{prices}。", "便宜"),
        ("The {first} costs least: {prices}.", "less"),
    ),
    True: (
        ("{first}价格最高：{prices}。", "贵"),
        ("The {first} costs most: {prices}.", "more"),
    ),
}


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
