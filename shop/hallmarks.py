"""Hallmarks: from which weight the United Kingdom wants one (MAT-43)."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from shop.language import Bilingual
from shop.rulings import Ruling, require_positive, ruling

Marked = Literal["gold", "silver", "platinum", "palladium"]

_ABOVE_G: dict[Marked, tuple[Decimal, Bilingual]] = {
    "gold": (Decimal(1), Bilingual("金", "gold")),
    "silver": (Decimal("7.78"), Bilingual("银", "silver")),
    "platinum": (Decimal("0.5"), Bilingual("铂", "platinum")),
    "palladium": (Decimal(1), Bilingual("钯", "palladium")),
}


def hallmark_due(metal: Marked, grams: Decimal) -> Ruling:
    """Whether a piece of this weight must bear a hallmark to be sold in the UK.

    `values`: grams, above_g, due ('yes' or 'no').
    """
    require_positive(grams, "A weight")
    above, name = _ABOVE_G[metal]
    due = grams > above
    zh = "须有印记：{grams} 克超过 {above_g} 克，英国规定{metal}超过这一重量须打检验印记"
    en = (
        "A hallmark is compulsory at {grams} g: the UK wants one on {metal} above {above_g} g "
        "(Hallmarking Act 1973)."
    )
    if not due:
        zh = "无须印记：{grams} 克未超过 {above_g} 克，英国只要求更重的{metal}打检验印记"
        en = (
            "No hallmark is needed at {grams} g: the UK wants one on {metal} only above {above_g} "
            "g, and below that weight none is compulsory (Hallmarking Act 1973)."
        )
    return ruling(
        "MAT-43",
        "standard",
        zh + "（1973 年印记法）。",
        en,
        metal=name,
        grams=grams,
        above_g=above,
        due="yes" if due else "no",
    )
