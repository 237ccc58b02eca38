"""Weights of gold and stones, in the units that shops of several countries use (MAT-46)."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from shop.figures import rounded
from shop.language import Bilingual
from shop.rulings import Ruling, require_positive, ruling

WeightUnit = Literal["qian", "liang", "hk_qian", "hk_tael", "carat", "troy_ounce", "gram"]

_WEIGHTS: dict[WeightUnit, tuple[Decimal, Bilingual]] = {  # in grams, MAT-46
    "qian": (Decimal(5), Bilingual("钱（内地）", "mainland qian (钱)")),
    "liang": (Decimal(50), Bilingual("两（内地）", "mainland liang (两)")),
    "hk_qian": (Decimal("3.7429"), Bilingual("钱（香港）", "Hong Kong qian (錢)")),
    "hk_tael": (Decimal("37.429"), Bilingual("两（香港）", "Hong Kong tael (両)")),
    "carat": (Decimal("0.2"), Bilingual("克拉", "ct")),
    "troy_ounce": (Decimal("31.1035"), Bilingual("金衡盎司", "troy oz")),
    "gram": (Decimal(1), Bilingual("克", "g")),
}


def weight_in_grams(value: Decimal, unit: WeightUnit) -> Ruling:
    """A weight of gold or stones in grams. `values`: given, grams."""
    return convert_weight(value, unit, "gram")


def convert_weight(value: Decimal, unit: WeightUnit, to: WeightUnit) -> Ruling:
    """A weight of gold or stones in another unit, to three decimals. `values`: given, found."""
    require_positive(value, "A weight")
    found = rounded(value * _WEIGHTS[unit][0] / _WEIGHTS[to][0], "0.001")
    return ruling(
        "MAT-46",
        "standard",
        "{given} {unit}合 {found} {to}。",
        "{given} {unit} is {found} {to}.",
        unit=_WEIGHTS[unit][1],
        to=_WEIGHTS[to][1],
        given=value,
        found=found,
    )
