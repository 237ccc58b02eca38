from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.errors import BadInput
from shop.sizing.body_labels import dress_from_chinese, dress_from_japanese, hao_xing
from shop.sizing.clothing import (
    DressSystem,
    Measure,
    dress_from_body,
    dress_from_label,
    eu_dress,
)
from shop.sizing.knitwear import knitwear_from_bust, knitwear_letter
from shop.sizing.pieces import Piece
from tests.shop.house_books import SOIR, charts


def body(piece: Piece | None = None, **cm: str) -> dict[str, Any]:
    measures: dict[Measure, Decimal] = {name: Decimal(value) for name, value in cm.items()}  # type: ignore[misc]  # the keywords are measures
    return dict(dress_from_body(charts(), measures, piece).values)


@pytest.mark.parametrize("system", ["it", "fr", "de", "uk", "us"])
def test_every_number_of_the_house_table_leads_to_its_row(system: DressSystem) -> None:
    for row in charts().womens_rtw:
        found = dress_from_label(charts(), system, Decimal(getattr(row, system)))
        assert found.values["it"] == row.it
        assert found.confidence == "house"


def test_the_measurement_that_asks_for_the_largest_size_decides() -> None:
    found = body(bust="84", waist="66", hip="94")
    assert (found["it"], found["decided_by"]) == (44, "hip")


def test_a_body_between_two_sizes_takes_the_larger() -> None:
    assert body(bust="82")["it"] == 42


def test_a_cut_with_ease_names_the_closer_size_too() -> None:
    found = body(SOIR, bust="85", waist="67", hip="90")
    assert (found["it"], found["also_it"]) == (44, 42)
    assert "also_it" not in body(SOIR, bust="84")


def test_ease_may_bring_a_body_back_into_the_chart() -> None:
    assert body(SOIR, bust="94")["also_it"] == 46


@pytest.mark.parametrize("found", [body(bust="100"), body(hip="70")])
def test_a_body_outside_the_chart_is_said_so(found: dict[str, Any]) -> None:
    assert "it" not in found
    assert (found["smallest"], found["largest"]) == (38, 46)


def test_a_number_outside_the_chart_is_the_trades_and_says_so() -> None:
    answer = dress_from_label(charts(), "us", Decimal(12))
    assert answer.confidence == "trade"
    assert (answer.values["it"], answer.values["fr"], answer.values["uk"]) == (48, 44, 16)
    assert "outside our chart" in answer.say.en


def test_eu_38_names_three_sizes_and_asks_which() -> None:
    answer = eu_dress(Decimal(38))
    assert [answer.values[f"it_if_{c}"] for c in ("de", "fr", "it")] == [44, 42, 38]
    assert answer.say.en.endswith("which is yours?")


def test_a_chinese_label_goes_through_the_table_by_its_bust() -> None:
    assert dress_from_chinese(charts(), "165/88A").values["it"] == 44


def test_a_japanese_number_is_its_bust() -> None:
    found = dress_from_japanese(charts(), "9AR").values
    assert (found["jp_bust_cm"], found["height_cm"], found["it"]) == (83, 158, 42)


def test_a_chinese_label_says_height_girth_and_build() -> None:
    women = hao_xing("160/84A", "women").values
    assert (women["height_cm"], women["girth_cm"]) == (160, 84)
    assert (women["drop_from_cm"], women["drop_to_cm"]) == (14, 18)
    assert hao_xing("170/88A", "men").values["drop_from_cm"] == 12
    assert "waist of 74" in hao_xing("170/74A", "men", "bottom").say.en


@pytest.mark.parametrize("label", ["84", "160-84", "160/84Q", ""])
def test_what_is_no_chinese_size_is_bad_input(label: str) -> None:
    with pytest.raises(BadInput):
        hao_xing(label, "women")


def test_no_measurement_is_bad_input() -> None:
    with pytest.raises(BadInput):
        dress_from_body(charts(), {})


@pytest.mark.parametrize(
    ("bust", "letter"), [("78", "XS"), ("85", "S"), ("90", "M"), ("97", "L"), ("103", "XL")]
)
def test_knitwear_goes_by_bust(bust: str, letter: str) -> None:
    assert knitwear_from_bust(charts(), Decimal(bust)).values["letter"] == letter


def test_knitwear_between_two_letters_takes_the_larger() -> None:
    found = knitwear_from_bust(charts(), Decimal("87.5")).values
    assert (found["smaller"], found["letter"]) == ("S", "M")


def test_a_bust_beyond_the_knitwear_chart_gets_no_letter() -> None:
    assert "letter" not in knitwear_from_bust(charts(), Decimal(110)).values


def test_a_letter_of_another_maker_has_no_fixed_size() -> None:
    assert knitwear_letter(charts(), "m").values["from_cm"] == 88
    assert knitwear_letter(charts(), "XXL").confidence == "none"


@given(st.integers(min_value=73, max_value=91))
def test_a_larger_bust_never_gets_a_smaller_dress(bust: int) -> None:
    assert body(bust=str(bust + 1))["it"] >= body(bust=str(bust))["it"]


@given(st.decimals(min_value=78, max_value=103, places=1))
def test_the_knit_letter_taken_is_never_too_small(bust: Decimal) -> None:
    assert int(knitwear_from_bust(charts(), bust).values["to_cm"]) >= bust
