"""Worked examples: sizes, and units of length and weight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from scripts.rule_book_examples.worked import Example, example
from shop.products import Product
from shop.sizing.accessories import (
    belt_from_cm,
    bracelet,
    gloves_from_hand,
    hat,
    strap_fits,
    strap_on_lugs,
    wrist_fits,
)
from shop.sizing.agreement import (
    clothes_labels_differ,
    compare_labels,
    ring_labels_differ,
    shoe_claim,
    shoe_labels_differ,
    us_ring_claim,
)
from shop.sizing.body_labels import (
    build_of_body,
    dress_from_chinese,
    dress_from_japanese,
    hao_xing,
)
from shop.sizing.clothing import dress_from_body, dress_from_label, eu_dress
from shop.sizing.frames import frame_code
from shop.sizing.knitwear import between_letters, knitwear_from_bust
from shop.sizing.lasts import eu_of_last, labels_of_foot, old_chinese_to_mm, uk_of_last
from shop.sizing.rings import ring_between, ring_size, unnamed_ring
from shop.sizing.shoes import between_sizes, shoe_size
from shop.sizing.statures import size_needs
from shop.sizing.tailoring import (
    collar_from_inches,
    jacket_from_chest,
    jacket_from_label,
    trousers_from_inches,
)
from shop.sizing.underwear import band, bra_from_label, bra_from_measures, cups_of_difference
from shop.sizing.units import chi_to_cm, convert_body_weight, cun_to_cm, height_to_cm
from shop.sizing.unnamed import (
    compare_eu_numbers,
    hong_kong_ring,
    which_clothes,
    which_number,
    which_ring,
    which_shop_number,
)
from shop.sizing_charts import SizeCharts


def _rings(charts: SizeCharts) -> Iterable[Example]:
    yield example(ring_size, charts, "diameter_mm", Decimal("16.6"))
    yield example(hong_kong_ring, Decimal(12))
    yield example(hong_kong_ring, Decimal(15), asked_mm=True)
    yield example(which_shop_number, Decimal(14))
    yield example(us_ring_claim, Decimal(7), Decimal("18.08"))
    yield example(ring_labels_differ)


def sizes(charts: SizeCharts, pieces: Mapping[str, Product]) -> Iterable[Example]:
    yield example(shoe_size, charts, "women", "us", Decimal("7.5"))
    yield example(shoe_size, charts, "women", "foot_cm", Decimal("24.2"), piece=pieces["Cadence"])
    yield example(shoe_size, charts, "men", "eu", Decimal(42), piece=pieces["Halte"])
    yield example(shoe_size, charts, "men", "old_cn", Decimal(43))
    yield example(shoe_size, charts, "women", "eu", Decimal(43))
    body = {"bust": Decimal(84), "waist": Decimal(68), "hip": Decimal(90)}
    yield example(dress_from_body, charts, body, piece=pieces["Soir"])
    yield example(dress_from_label, charts, "us", Decimal(6))
    yield example(dress_from_chinese, charts, "160/84A")
    yield example(eu_dress, Decimal(38))
    yield from _rings(charts)
    yield example(compare_labels, "it", Decimal(38), "de", Decimal(38))
    yield example(clothes_labels_differ)
    yield example(ring_between, charts, Decimal(52), Decimal(54))
    yield example(unnamed_ring, charts, Decimal(7))
    yield example(between_sizes, charts, "women", Decimal(38), Decimal("38.5"))
    yield example(old_chinese_to_mm, Decimal(39))
    yield example(eu_of_last, Decimal(26))
    yield example(uk_of_last, Decimal(12))
    yield example(labels_of_foot, Decimal(265))
    yield example(shoe_labels_differ)
    yield example(shoe_claim, charts, "women", Decimal("37.5"), "uk", Decimal(5))
    yield example(size_needs, "womens_rtw", Decimal(165), Decimal(45))
    yield example(knitwear_from_bust, charts, Decimal("87.5"))
    yield example(between_letters, charts, "S", "M")
    yield example(dress_from_japanese, charts, "9AR")
    yield example(hao_xing, "170/74A", "men", "bottom")
    yield example(jacket_from_chest, Decimal(101))
    yield example(jacket_from_label, "uk_us", Decimal(42), "R")
    yield example(collar_from_inches, Decimal("15.5"))
    yield example(trousers_from_inches, Decimal(32))
    yield example(belt_from_cm, Decimal(95))
    yield example(bra_from_measures, Decimal(75), Decimal(90))
    yield example(bra_from_label, "fr", Decimal(90), "B")
    yield example(bra_from_label, "uk", Decimal(34), "DD")
    yield example(band, "it", Decimal(5))
    yield example(hat, "cm", Decimal(58))
    yield example(gloves_from_hand, Decimal(19))
    yield example(wrist_fits, pieces["Méridien"], Decimal(150))
    yield example(strap_fits, pieces["Méridien"], Decimal(22))
    yield example(strap_on_lugs, Decimal(20), Decimal(21))
    yield example(frame_code, 50, 21, 150)
    yield example(bracelet, Decimal(16))
    yield example(chi_to_cm, Decimal(2), Decimal(4))
    yield example(cun_to_cm, Decimal(5))
    yield example(convert_body_weight, Decimal(104), "jin", "kg")
    yield example(height_to_cm, Decimal(5), Decimal(6))


def said_otherwise(charts: SizeCharts) -> Iterable[Example]:
    """Numbers without their country, and measures that name a letter."""
    yield example(compare_eu_numbers, Decimal(38))
    yield example(which_number, charts, Decimal(40))
    yield example(which_clothes, charts, Decimal(38))
    yield example(build_of_body, Decimal(92), Decimal(70), "women")
    yield example(which_ring, charts, Decimal(8))
    yield example(cups_of_difference, Decimal(15))
