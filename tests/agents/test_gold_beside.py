"""Gold of hers beside ours, by its mark or its karat."""

from __future__ import annotations

import pytest

from tests.agents.asked import ruled


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("mine is stamped 585. more or less gold in it than your ring", "ours"),
        ("我那个印着585 和你们戒指比含金多还是少", "ours"),
        ("my grandma's ring says 916, is yours purer than that", "yours"),
        ("my band is 14k, has the Orbe more gold", "ours"),
        ("我的是22K的，Orbe含金比它高吗", "yours"),
        ("mine says 375. less than the Orbe?", "ours"),
        ("is the Orbe's gold the same as my 750 bracelet", "same"),
        ("我的是750的 跟Orbe一样吗", "same"),
    ],
)
def test_her_mark_is_laid_beside_our_ring(text: str, more: str) -> None:
    ruling = ruled(text)
    assert ruling
    assert ruling.values["more"] == more


@pytest.mark.parametrize("text", ["is 585 better than 750", "the Orbe is 750, right?"])
def test_marks_without_a_piece_or_a_comparison_are_laid_beside_nothing(text: str) -> None:
    ruling = ruled(text)
    assert ruling is None or "more" not in ruling.values
