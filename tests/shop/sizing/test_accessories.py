from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.errors import BadInput
from shop.sizing.accessories import (
    belt_from_cm,
    belt_from_trousers,
    bracelet,
    gloves_from_hand,
    gloves_from_number,
    hat,
    strap_fits,
    wrist_fits,
)
from shop.sizing.tailoring import (
    collar_from_cm,
    collar_from_inches,
    jacket_from_chest,
    jacket_from_label,
    trousers_from_cm,
    trousers_from_inches,
)
from shop.sizing.underwear import band, bra_from_label, bra_from_measures
from shop.sizing.units import chi_to_cm, convert_body_weight, convert_length, height_to_cm
from tests.shop.house_books import piece


@pytest.mark.parametrize(
    ("cm", "us", "uk"),
    [(58, "7 1/4", "7 1/8"), (57, "7 1/8", "7"), (60, "7 1/2", "7 3/8")],
)
def test_hats_are_written_in_eighths(cm: int, us: str, uk: str) -> None:
    assert f"US {us}, UK {uk}." in hat("cm", Decimal(cm)).say.en


@given(st.integers(min_value=53, max_value=63))
def test_a_hat_comes_back_from_its_us_size(cm: int) -> None:
    us = hat("cm", Decimal(cm)).values["us"]
    assert abs(int(hat("us", Decimal(us)).values["cm"]) - cm) <= 1


def test_gloves_have_two_inches_and_both_are_named() -> None:
    found = gloves_from_number(Decimal(7))
    assert (found.values["french_cm"], found.values["english_cm"]) == (
        Decimal("18.95"),
        Decimal("17.8"),
    )
    assert found.say.en.endswith("whose size is it?")
    hand = gloves_from_hand(Decimal(19)).values
    assert (hand["french"], hand["english"]) == (7, Decimal("7.5"))


def test_a_strap_fits_only_its_own_lug_width() -> None:
    watch = piece("TV-W01")
    assert strap_fits(watch, Decimal(20)).values["fits"] == "yes"
    assert strap_fits(watch, Decimal(19)).values["fits"] == "no"


def test_a_wrist_outside_the_range_does_not_fit() -> None:
    watch = piece("TV-W01")
    fits = [wrist_fits(watch, Decimal(mm)).values["fits"] for mm in (144, 145, 195, 196)]
    assert fits == ["no", "yes", "yes", "no"]


def test_a_bag_has_no_strap_of_a_watch() -> None:
    assert strap_fits(piece("TV-B01"), Decimal(20)).confidence == "none"


def test_belts_and_bracelets_say_that_we_have_none() -> None:
    for answer in (
        belt_from_trousers(Decimal(34)),
        belt_from_cm(Decimal(90)),
        bracelet(Decimal(16)),
    ):
        assert "H-L6" in answer.rule
        assert "本季商品中没有腰带和手镯" in answer.say.zh
    assert belt_from_trousers(Decimal(34)).values["eu"] == 90


def test_bra_bands_of_every_country() -> None:
    found = band("uk_us", Decimal(34)).values
    assert (found["eu"], found["fr"], found["it"]) == (75, 90, 3)
    with pytest.raises(BadInput):
        band("eu", Decimal(73))


@pytest.mark.parametrize(
    ("label", "eu", "us"), [("DD", "75E", "34DD"), ("E", "75F", "34DDD (F)"), ("D", "75D", "34D")]
)
def test_uk_cups_in_the_eu_and_the_us(label: str, eu: str, us: str) -> None:
    found = bra_from_label("uk", Decimal(34), label).values
    assert (found["eu"], found["us"]) == (eu, us)


@pytest.mark.parametrize("label", ["F", "DDD"])
def test_us_f_and_ddd_are_one_cup(label: str) -> None:
    assert bra_from_label("us", Decimal(34), label).values["uk"] == "34E"


def test_a_cup_beyond_the_table_is_not_converted() -> None:
    assert bra_from_label("us", Decimal(34), "H").confidence == "none"


@pytest.mark.parametrize(
    ("difference", "en", "jp"), [(15, "B", "C"), (10, "—", "A"), (12, "A", "B"), (19, "D", "E")]
)
def test_cups_differ_between_en_and_japan(difference: int, en: str, jp: str) -> None:
    found = bra_from_measures(Decimal(75), Decimal(75 + difference)).values
    assert (found["en_cup"], found["jp_cn_cup"]) == (en, jp)


def test_a_jacket_is_half_the_chest_in_even_sizes() -> None:
    assert jacket_from_chest(Decimal(100)).values["eu"] == 50
    assert jacket_from_chest(Decimal(97)).values["eu"] == 50
    assert jacket_from_label("uk_us", Decimal(40)).values["eu"] == 50


@pytest.mark.parametrize("cm", range(36, 47))
def test_collars_come_back_from_inches(cm: int) -> None:
    inch = collar_from_cm(Decimal(cm)).values["inch"]
    assert abs(int(collar_from_inches(Decimal(inch)).values["cm"]) - cm) <= (0 if cm < 44 else 1)


def test_a_collar_of_15_and_a_half_inches_is_sold_as_39() -> None:
    found = collar_from_inches(Decimal("15.5")).values
    assert (found["exact_cm"], found["cm"]) == (Decimal("39.4"), 39)


def test_trousers_in_inches_and_cm() -> None:
    assert trousers_from_inches(Decimal(32)).values["cm"] == Decimal("81.3")
    assert trousers_from_cm(Decimal(80)).values["inch"] == 32


@pytest.mark.parametrize(("chi", "cun", "cm"), [(2, 1, 70), (2, 4, 80), (1, 0, "33.3")])
def test_chi_and_cun_in_centimetres(chi: int, cun: int, cm: int | str) -> None:
    assert chi_to_cm(Decimal(chi), Decimal(cun)).values["cm"] == Decimal(cm)


def test_a_jin_is_half_a_kilogram() -> None:
    assert convert_body_weight(Decimal(100), "jin", "kg").values["found"] == 50


def test_lengths_say_about_only_where_they_round() -> None:
    assert convert_length(Decimal(10), "inch", "cm").say.en == "10 in is 25.4 cm."
    assert convert_length(Decimal(10), "cm", "inch").say.en == "10 cm is about 3.9 in."
    assert height_to_cm(Decimal(5), Decimal(4)).values["cm"] == 163
