from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.errors import BadInput
from shop.sizing.rings import RingSystem, ring_size
from shop.sizing.unnamed import hong_kong_ring
from tests.shop.house_books import charts


def ring(system: RingSystem, size: str | int) -> dict[str, Any]:
    return dict(ring_size(charts(), system, str(size)).values)


@pytest.mark.parametrize("system", ["eu", "diameter_mm", "us", "uk", "jp"])
def test_every_label_of_the_house_table_leads_to_its_row(system: RingSystem) -> None:
    for row in charts().rings:
        found = ring(system, getattr(row, system))
        assert found["eu"] == row.eu
        assert "lower_eu" not in found


@pytest.mark.parametrize(
    ("system", "size", "around"),
    [("us", "5", "49.3"), ("us", "8", "57.0"), ("jp", "13", "53.4"), ("uk", "M", "52.5")],
)
def test_a_label_the_table_does_not_print_goes_by_its_formula(
    system: RingSystem, size: str, around: str
) -> None:
    assert ring(system, size)["circumference_mm"] == Decimal(around)


def test_a_finger_between_two_sizes_takes_the_larger_and_may_be_resized_free() -> None:
    answer = ring_size(charts(), "circumference_mm", Decimal(53))
    assert (answer.values["lower_eu"], answer.values["eu"]) == (52, 54)
    assert "H-I3" in answer.rule
    assert "12 个月内可免费改圈" in answer.say.zh


def test_the_italian_number_is_the_circumference_less_40() -> None:
    assert ring("it", 14)["eu"] == 54
    assert ring("eu", 54)["it"] == 14


@pytest.mark.parametrize(("system", "size"), [("eu", "60"), ("us", "12"), ("eu", "46")])
def test_outside_the_house_sizes_the_formula_is_given_and_said_so(
    system: RingSystem, size: str
) -> None:
    answer = ring_size(charts(), system, size)
    assert "eu" not in answer.values
    assert "EU 48–58" in answer.say.en


@pytest.mark.parametrize("label", ["L 1/2", "l½", "L.5"])
def test_half_letters_are_read_however_written(label: str) -> None:
    assert ring("uk", label)["eu"] == 52


def test_a_hong_kong_number_is_never_converted() -> None:
    asked_back, unknown = (hong_kong_ring(Decimal(12), asked_mm=mm) for mm in (False, True))
    assert (asked_back.confidence, unknown.confidence) == ("none", "unrecorded")
    assert set(asked_back.values) == set(unknown.values) == {"number"}


@pytest.mark.parametrize(("system", "size"), [("uk", "54"), ("uk", ""), ("eu", "-3")])
def test_what_is_no_ring_size_is_bad_input(system: RingSystem, size: str) -> None:
    with pytest.raises(BadInput):
        ring(system, size)


@given(st.decimals(min_value="47", max_value="58", places=1))
def test_the_ring_taken_always_goes_over_the_finger(around: Decimal) -> None:
    assert ring("circumference_mm", str(around))["eu"] >= around


@given(st.integers(min_value=47, max_value=57))
def test_a_larger_finger_never_gets_a_smaller_ring(around: int) -> None:
    larger = ring("circumference_mm", around + 1)["eu"]
    assert larger >= ring("circumference_mm", around)["eu"]
