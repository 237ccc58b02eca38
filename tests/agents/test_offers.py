"""An offer is made where it helps, and not again soon."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agents.offers import offer
from agents.turn import Evidence, Question
from shop.conversations import Author
from tests.agents.asked import message
from tests.knowledge.conftest import passage

SIZING = Evidence(replace(passage("sizes", "Sizes are on our chart."), topic="sizing"), "…")
CARE = Evidence(replace(passage("care", "Blot it."), topic="care"), "…")
WHICH = Question("which size should i take", "en", ())


def test_who_asks_for_a_size_without_a_measure_is_offered_to_have_it_checked() -> None:
    assert "measurements" in offer(WHICH, [SIZING], ())[0]
    assert "尺寸" in offer(Question("我该选几码", "zh", ()), [SIZING], ())[0]


@pytest.mark.parametrize("text", ["how do japanese ring sizes work", "日本戒指号怎么算的"])
def test_who_asks_how_sizes_work_is_offered_nothing(text: str) -> None:
    assert offer(replace(WHICH, text=text), [SIZING], ()) == ()


def test_nothing_is_offered_where_the_answer_was_computed_or_is_not_about_sizes() -> None:
    assert offer(WHICH, [replace(SIZING, rules=("H-L1",))], ()) == ()
    assert offer(WHICH, [CARE], ()) == ()
    assert offer(WHICH, [], ()) == ()


def test_an_offer_is_not_made_again_soon() -> None:
    (said,) = offer(WHICH, [SIZING], ())
    answer = message(f"Sizes are on our chart. {said}", 2, Author.ADVISOR)
    later = tuple(message("and this?", seq) for seq in range(3, 12))
    assert offer(WHICH, [SIZING], (answer,)) == ()
    assert offer(WHICH, [SIZING], (answer, *later)) == (said,)
