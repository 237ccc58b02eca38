from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.errors import BadInput
from shop.fibres import cashmere_fineness, super_number
from shop.gems import compare_hardness, hardness
from shop.materials import (
    fineness_of_karat,
    meaning_of_fineness,
    silk_weight,
    sunglass_category,
    water_resistance,
)
from shop.weights import convert_weight, weight_in_grams


@pytest.mark.parametrize(
    ("karat", "fineness", "percent"),
    [(24, 999, "99.9"), (22, 916, "91.6"), (18, 750, "75"), (14, 585, "58.5"), (9, 375, "37.5")],
)
def test_karat_and_fineness_are_one_thing(karat: int, fineness: int, percent: str) -> None:
    found = fineness_of_karat(Decimal(karat)).values
    assert (found["fineness"], found["percent"]) == (fineness, Decimal(percent))


def test_a_mark_names_its_grade_and_never_one_it_is_not() -> None:
    assert "18 K gold" in meaning_of_fineness("gold", 750).say.en
    assert "sterling" in meaning_of_fineness("silver", 925).say.en
    assert meaning_of_fineness("gold", 990).say.en.endswith("99 % pure.")


@pytest.mark.parametrize("karat", [0, 25])
def test_impossible_karats_are_bad_input(karat: int) -> None:
    with pytest.raises(BadInput):
        fineness_of_karat(Decimal(karat))


@pytest.mark.parametrize(("momme", "west", "cn"), [(19, 82, 82), (22, 95, 95), (30, 130, 129)])
def test_momme_has_two_factors(momme: int, west: int, cn: int) -> None:
    found = silk_weight(Decimal(momme)).values
    assert (found["gsm"], found["gsm_cn"]) == (west, cn)


@pytest.mark.parametrize(("number", "um"), [(80, "19.75"), (150, "16.25"), (210, "13.25")])
def test_a_super_number_is_a_largest_diameter(number: int, um: str) -> None:
    assert super_number(number).values["max_um"] == Decimal(um)


@pytest.mark.parametrize("number", [70, 155, 220])
def test_a_number_outside_the_code_is_bad_input(number: int) -> None:
    with pytest.raises(BadInput):
        super_number(number)


def test_cashmere_above_19_micron_is_above_the_limit() -> None:
    assert "within" in cashmere_fineness(Decimal("15.5")).say.en
    assert "above" in cashmere_fineness(Decimal("19.1")).say.en


def test_hardness_is_a_rank_and_not_toughness() -> None:
    found = compare_hardness("sapphire", "diamond")
    assert found.values["harder"] == "diamond"
    assert "not tough" in found.say.en
    assert compare_hardness("ruby", "sapphire").values["harder"] == "neither"
    assert "slightly" in compare_hardness("jadeite", "nephrite").say.en


def test_what_dust_dulls_is_not_to_be_wiped_dry() -> None:
    assert "never wipe it dry" in hardness("pearl").say.en
    assert "dust" not in hardness("sapphire").say.en.lower()


@given(st.permutations(["diamond", "pearl", "opal", "emerald", "quartz", "amber"]))
def test_which_gem_is_harder_does_not_depend_on_the_order(gems: list[str]) -> None:
    one, other = gems[:2]
    assert (
        compare_hardness(one, other).values["harder"]  # type: ignore[arg-type]  # names of gems
        == compare_hardness(other, one).values["harder"]  # type: ignore[arg-type]  # as above
    )


def test_category_4_is_never_for_driving() -> None:
    assert sunglass_category(4).values["driving"] == "no"
    assert "not at dusk or night" in sunglass_category(3).say.en
    with pytest.raises(BadInput):
        sunglass_category(5)


def test_bar_is_a_test_pressure_and_not_a_depth() -> None:
    found = water_resistance(5)
    assert found.values["metres"] == 50
    assert "not a depth to dive to" in found.say.en
    assert "hot showers" in found.say.en


@pytest.mark.parametrize(
    ("value", "unit", "grams"),
    [("1", "qian", "5"), ("1", "hk_tael", "37.429"), ("0.3", "carat", "0.06"),
     ("1", "troy_ounce", "31.104")],
)  # fmt: skip
def test_weights_of_gold_and_stones_in_grams(value: str, unit: str, grams: str) -> None:
    found = weight_in_grams(Decimal(value), unit)  # type: ignore[arg-type]  # a unit by name
    assert found.values["found"] == Decimal(grams)


def test_a_mainland_qian_is_not_a_hong_kong_qian() -> None:
    assert convert_weight(Decimal(1), "hk_tael", "qian").values["found"] == Decimal("7.486")
