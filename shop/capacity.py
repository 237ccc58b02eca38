"""What goes into a bag (H-M1 to H-M4): A4, an iPad, a laptop, by what its card records."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from shop.figures import by
from shop.language import Bilingual
from shop.products import Product
from shop.rulings import Ruling, phrase, require_positive, ruling, same
from shop.sizing.units import CM_PER_INCH

Thing = Literal["a4", "ipad", "laptop"]

_A4_DIAGONAL = Decimal("36.37")  # cm, of 21.0 by 29.7
_WHAT: dict[Thing, Bilingual] = {
    "a4": same("A4"),
    "ipad": Bilingual("iPad", "an iPad"),
    "laptop": Bilingual("笔记本电脑", "a laptop"),
}


def fits_inside(bag: Product, thing: Thing, inch: Decimal | None = None) -> Ruling | None:
    """Whether a thing fits a bag; `inch` is a laptop's screen, None when it wasn't said.

    `values`: fits ('yes', 'no', 'unknown'). None for a piece whose card records no measurements.
    """
    if inch is not None:
        require_positive(inch, "A screen")
    if bag.dimensions_cm is None or bag.category != "bag":
        return None
    fits = _fits(bag, thing, inch)
    template = {"yes": _YES, "no": _NO, "unknown": _UNKNOWN}[fits]
    if fits == "unknown" and _is_too_long(bag, thing, inch):
        fits, template = "no", _TOO_LONG
    return ruling(
        bag.rule,
        "unrecorded" if fits == "unknown" else "house",
        *template,
        name=same(bag.name),
        what=_what(thing, inch),
        size=by(bag.dimensions_cm),
        holds=_recorded(bag),
        fits=fits,
    )


def which_take(bags: Sequence[Product], thing: Thing, inch: Decimal | None = None) -> Ruling:
    """The bags whose cards say that they take a thing, and those whose cards don't tell.

    `values`: found (names between commas), count.
    """
    taking = [bag for bag in bags if _fits(bag, thing, inch) == "yes"]
    untold = [
        bag
        for bag in bags
        if _fits(bag, thing, inch) == "unknown" and not _is_too_long(bag, thing, inch)
    ]
    zh, en = _TAKEN_BY if taking else _TAKEN_BY_NONE
    rest_zh, rest_en = _UNTOLD if untold else ("", "")
    return ruling(
        " ".join(dict.fromkeys(bag.rule for bag in taking + untold)) or bags[0].rule,
        "house",
        zh + rest_zh,
        en + rest_en,
        what=_what(thing, inch),
        taking=Bilingual(
            "、".join(f"{bag.name}（{_recorded(bag).zh}）" for bag in taking),
            " and the ".join(f"{bag.name} ({_recorded(bag).en})" for bag in taking),
        ),
        untold=_names(untold),
        found=", ".join(bag.name for bag in taking),
        count=len(taking),
    )


def _names(bags: Sequence[Product]) -> Bilingual:
    return Bilingual("、".join(b.name for b in bags), " and the ".join(b.name for b in bags))


def _what(thing: Thing, inch: Decimal | None) -> Bilingual:
    if thing == "laptop" and inch is not None:
        return phrase("{inch} 寸笔记本电脑", "a {inch}-inch laptop", inch=inch)
    return _WHAT[thing]


def _fits(bag: Product, thing: Thing, inch: Decimal | None) -> str:
    holds = bag.holds
    if holds is None:
        return "unknown"
    if thing == "a4":
        return "yes" if holds.a4 else "no"
    largest = holds.laptop_inch or 0
    if thing == "ipad":
        return "no" if holds.ipad is False else "yes"  # one that takes a laptop takes an iPad
    if inch is None:
        return "yes" if largest else "no"
    return "yes" if inch <= largest else "no"


def _is_too_long(bag: Product, thing: Thing, inch: Decimal | None) -> bool:
    across = _across(thing, inch)
    return across is not None and across > _diagonal(bag)


def _across(thing: Thing, inch: Decimal | None) -> Decimal | None:
    """The longest line on a stiff flat thing in cm: a screen's inches, A4's diagonal."""
    if thing == "laptop":
        return inch * CM_PER_INCH if inch is not None else None
    return _A4_DIAGONAL if thing == "a4" else None


def _diagonal(bag: Product) -> Decimal:
    """The longest line in a box of the bag's outer measurements, in cm."""
    return sum((side * side for side in bag.dimensions_cm or ()), Decimal(0)).sqrt()


def _recorded(bag: Product) -> Bilingual:
    holds = bag.holds
    if holds is None or not holds.a4:
        return Bilingual("放不下 iPad 或 A4", "it takes neither an iPad nor A4")
    return phrase(
        "可放 A4 和最大 {inch} 寸电脑",
        "it takes A4 and a laptop of up to {inch} inches",
        inch=holds.laptop_inch or 0,
    )


_TAKEN_BY = (
    "按商品卡，放得下{what}的包是 {taking}。",
    "By our product cards, {what} fits into the {taking}.",
)
_TAKEN_BY_NONE = (
    "按商品卡，本季没有一款包注明放得下{what}。",
    "None of this season's bags takes {what} by its product card.",
)
_UNTOLD = (
    "{untold} 的商品卡没有注明，可以请同事核实。",
    " The card of the {untold} does not say; a colleague can find out.",
)
_YES = (
    "可以，{name} 放得下{what}：商品卡写明{holds}，尺寸 {size} cm。",
    "Yes, the {name} takes {what}: by its card {holds}; it measures {size} cm.",
)
_NO = (
    "不行，{name} 放不下{what}：商品卡写明{holds}，尺寸 {size} cm。",
    "No, the {name} does not take {what}: by its card {holds}; it measures {size} cm.",
)
_TOO_LONG = (
    "{name} 平放不下{what}：它的外部尺寸只有 {size} cm。",
    "No, the {name} does not take {what} flat: it measures only {size} cm outside.",
)
_UNKNOWN = (
    "{name} 的商品卡没有注明能否放下{what}，只有外部尺寸 {size} cm，"
    "我无法确认；可以请同事为您核实。",
    "Our product card does not say whether the {name} takes {what}; it only gives the outside, "
    "{size} cm, so I can't confirm it. A colleague can find out.",
)
