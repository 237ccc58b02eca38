"""Worked examples: materials in figures."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from scripts.rule_book_examples.worked import Example, example
from shop.fibres import beside_super, super_number
from shop.gems import compare_hardness
from shop.hallmarks import hallmark_due
from shop.materials import (
    fineness_of_karat,
    meaning_of_fineness,
    silk_weight,
    sunglass_category,
    water_resistance,
)
from shop.weights import weight_in_grams


def materials() -> Iterable[Example]:
    yield example(compare_hardness, "sapphire", "diamond")
    yield example(fineness_of_karat, Decimal(18))
    yield example(meaning_of_fineness, "silver", 925)
    yield example(silk_weight, Decimal(19))
    yield example(super_number, 150)
    yield example(beside_super, "Nuage", "TV-K01", Decimal("15.5"), 160)
    yield example(hallmark_due, "silver", Decimal(6))
    yield example(sunglass_category, 4)
    yield example(water_resistance, 5)
    yield example(weight_in_grams, Decimal(2), "qian")
