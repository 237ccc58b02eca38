from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.errors import BadInput
from shop.products import Gender
from shop.sizing.lasts import last_length, mm_to_old_chinese, old_chinese_to_mm
from shop.sizing.shoes import ShoeSystem, shoe_size
from tests.shop.house_books import CADENCE, HALTE, charts, piece


def size(gender: Gender, system: ShoeSystem, value: str, **more: Any) -> dict[str, Any]:
    return dict(shoe_size(charts(), gender, system, Decimal(value), **more).values)


@pytest.mark.parametrize("column", ["eu", "uk", "us"])
@pytest.mark.parametrize("gender", ["women", "men"])
def test_every_label_of_the_house_table_leads_to_its_row(gender: Gender, column: Any) -> None:
    rows = charts().womens_shoes if gender == "women" else charts().mens_shoes
    for row in rows:
        assert size(gender, column, str(getattr(row, column)))["eu"] == row.eu


@pytest.mark.parametrize(
    ("gender", "system", "value", "eu"),
    [
        ("women", "us", "7.5", "38"),
        ("women", "cn_mm", "240", "38"),
        ("women", "jp_cm", "24", "38"),
        ("women", "kr_mm", "250", "39.5"),
        ("women", "old_cn", "38", "38"),
        ("women", "foot_cm", "24.0", "38"),
        ("men", "uk", "8", "42"),
        ("men", "us", "9", "42"),
        ("men", "cn_mm", "265", "42"),
        ("men", "old_cn", "43", "42"),
    ],
)
def test_any_scale_leads_to_the_house_size(
    gender: Gender, system: ShoeSystem, value: str, eu: str
) -> None:
    assert size(gender, system, value)["eu"] == Decimal(eu)


@pytest.mark.parametrize(("foot", "lower", "eu"), [("24.2", "38", "38.5"), ("25.6", "40", "41")])
def test_a_foot_between_two_sizes_takes_the_larger(foot: str, lower: str, eu: str) -> None:
    found = size("women", "foot_cm", foot)
    assert (found["lower_eu"], found["eu"]) == (Decimal(lower), Decimal(eu))


def test_a_chinese_size_printed_on_two_rows_takes_the_larger() -> None:
    assert size("women", "cn_mm", "245")["lower_eu"] == Decimal("38.5")
    assert size("women", "cn_mm", "245")["eu"] == 39


def test_a_piece_that_runs_large_is_taken_one_size_down() -> None:
    answer = shoe_size(charts(), "men", "eu", Decimal(43), HALTE)
    assert answer.values["recommended"] == 42
    assert answer.say.en.startswith("Take EU 42 in Halte: it runs large, so one size down from")
    assert answer.say.zh.startswith("Halte 请选 EU 42：这款偏大")
    assert answer.rule == ("H-M6", "H-L2")


def test_a_foot_between_sizes_goes_up_on_the_chart_before_the_fit_note() -> None:
    assert size("men", "foot_cm", "27.0", piece=HALTE)["recommended"] == 42


def test_a_half_size_goes_up_in_a_piece_made_in_whole_sizes() -> None:
    assert size("men", "eu", "42.5", piece=HALTE)["recommended"] == 42


def test_a_size_that_the_piece_is_not_made_in_is_said_so() -> None:
    answer = shoe_size(charts(), "men", "eu", Decimal(40), HALTE)
    assert answer.values["wanted"] == 39
    assert "recommended" not in answer.values
    assert "EU 40–46" in answer.say.en


def test_a_piece_true_to_size_is_taken_as_the_chart_says() -> None:
    assert size("women", "us", "7", piece=CADENCE)["recommended"] == Decimal("37.5")


@pytest.mark.parametrize(("system", "value"), [("eu", "42"), ("foot_cm", "21"), ("uk", "9")])
def test_outside_the_chart_is_said_and_never_called_the_house_s(
    system: ShoeSystem, value: str
) -> None:
    answer = shoe_size(charts(), "women", system, Decimal(value))
    assert answer.confidence == "trade"
    assert "eu" not in answer.values
    assert "EU 35–41" in answer.say.zh


def test_the_last_is_two_thirds_of_the_size() -> None:
    assert last_length(Decimal(38)).values["last_cm"] == Decimal("25.33")
    assert last_length(Decimal(42)).values["last_cm"] == Decimal("28.00")


def test_a_size_below_zero_is_bad_input() -> None:
    with pytest.raises(BadInput, match="more than 0"):
        size("women", "eu", "-1")


@given(st.decimals(min_value=22, max_value=26, places=1))
def test_a_longer_foot_never_gets_a_smaller_shoe(foot: Decimal) -> None:
    longer = min(foot + Decimal("0.1"), Decimal(26))
    assert size("women", "foot_cm", str(longer))["eu"] >= size("women", "foot_cm", str(foot))["eu"]


@given(st.decimals(min_value="25.3", max_value="29.3", places=2))
def test_the_size_taken_is_never_shorter_than_the_foot(foot: Decimal) -> None:
    assert size("men", "foot_cm", str(foot))["foot_cm"] >= foot - Decimal("0.05")


@given(st.integers(min_value=30, max_value=50))
def test_old_chinese_numbers_come_back_from_millimetres(number: int) -> None:
    mm = old_chinese_to_mm(Decimal(number)).values["mm"]
    assert isinstance(mm, Decimal)
    assert mm_to_old_chinese(mm).values["old_cn"] == number


def test_the_catalogues_own_pieces_are_sized_by_their_fit_notes() -> None:
    halte, cadence = piece("TV-S02"), piece("TV-S01")
    assert shoe_size(charts(), "men", "uk", Decimal(8), halte).values["recommended"] == 41
    answer = shoe_size(charts(), "women", "cn_mm", Decimal(240), cadence)
    assert answer.values["recommended"] == 38
    assert answer.rule[0] == cadence.rule
