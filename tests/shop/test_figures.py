from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.figures import eighths, rounded, to_nearest, written
from shop.language import Bilingual


@pytest.mark.parametrize(
    ("size", "text"),
    [("7.25", "7 1/4"), ("7", "7"), ("7.27", "7 1/4"), ("6.875", "6 7/8"), ("7.5", "7 1/2")],
)
def test_hat_sizes_are_written_in_eighths(size: str, text: str) -> None:
    assert eighths(Decimal(size)) == text


def test_halves_are_rounded_up() -> None:
    assert rounded(Decimal("2.5")) == 3
    assert rounded(Decimal("0.005"), "0.01") == Decimal("0.01")


def test_money_is_written_in_the_manner_of_each_language() -> None:
    figures: dict[str, str | Decimal | int | Bilingual] = {
        "price": Decimal(16800),
        "name": Bilingual("单肩包", "shoulder bag"),
    }
    assert written("{name}{price:rmb}", "zh", figures) == "单肩包 16,800 元"
    assert written("{name}, {price:rmb}", "en", figures) == "shoulder bag, RMB 16,800"


def test_chinese_and_figures_are_set_apart_by_one_space() -> None:
    assert written("取 EU {eu}码，{cm}厘米", "zh", {"eu": 38, "cm": 24}) == "取 EU 38 码，24 厘米"


def test_a_figure_that_is_not_given_is_an_error() -> None:
    with pytest.raises(KeyError):
        written("{price}", "en", {})


@given(st.decimals(min_value=1, max_value=100, places=3))
def test_rounding_to_a_step_moves_by_at_most_half_of_it(value: Decimal) -> None:
    step = Decimal("0.125")
    assert abs(to_nearest(value, step) - value) <= step / 2
