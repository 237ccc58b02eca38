"""Offers are made where they help, and not again soon."""

from __future__ import annotations

from dataclasses import replace

from agents.offers import offer
from agents.turn import Evidence
from shop.conversations import Author
from tests.agents.asked import message
from tests.knowledge.conftest import passage

SIZING = Evidence(replace(passage("sizes", "Sizes are on our chart."), topic="sizing"), "…")
CARE = Evidence(replace(passage("care", "Blot it."), topic="care"), "…")


def test_after_a_quoted_size_rule_the_shoppers_own_size_is_offered_to_be_checked() -> None:
    assert "measurements" in offer([SIZING], (), "en")[0]
    assert "尺寸" in offer([SIZING], (), "zh")[0]


def test_nothing_is_offered_where_the_answer_was_computed_already() -> None:
    assert offer([replace(SIZING, rules=("H-L1",))], (), "en") == ()


def test_nothing_is_offered_after_an_answer_that_needs_no_figures() -> None:
    assert offer([CARE], (), "en") == ()
    assert offer([SIZING, CARE], (), "en") == ()
    assert offer([], (), "en") == ()


def test_an_offer_is_not_made_again_soon() -> None:
    (said,) = offer([SIZING], (), "en")
    answer = message(f"Sizes are on our chart. {said}", 2, Author.ADVISOR)
    later = tuple(message("and this?", seq) for seq in range(3, 12))
    assert offer([SIZING], (answer,), "en") == ()
    assert offer([SIZING], (answer, *later), "en") == (said,)
