"""Counts of a run, by worked examples."""

from __future__ import annotations

import pytest

from agents.assessment.assessment import assess
from agents.assessment.figures import confusion, proofs, spread, step_times, words_in
from tests.agents.graded import case, graded, result


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Blot it, don't rub.", 4),
        ("用软布轻拭", 2.5),
        ("腰围 82 cm 选 85", 4.5),
        ("6,900 yuan, 38.5", 3),
        ("——。", 0),
    ],
)
def test_two_chinese_characters_and_one_figure_count_as_a_word(text: str, words: float) -> None:
    assert words_in(text) == words


def test_a_behaviour_is_counted_by_what_was_wanted_and_shown() -> None:
    cases = [
        graded(case("zh-1")),
        graded(case("zh-2"), behaviour="abstain"),
        graded(case("zh-3", "abstain")),
        graded(case("zh-4"), behaviour=""),
    ]
    assert confusion(cases) == {
        ("answer", "answer"): 1,
        ("answer", "abstain"): 1,
        ("abstain", "answer"): 1,
        ("answer", "none"): 1,
    }


def test_proofs_are_added_up_by_outcome() -> None:
    cases = [
        graded(case("zh-1"), proof={"supported": 2, "unknown": 1}),
        graded(case("zh-2"), proof={"supported": 1, "contradicted": 1}),
        graded(case("zh-3")),
    ]
    assert proofs(cases) == {"supported": 3, "contradicted": 1, "unknown": 1}


def test_what_the_steps_leave_of_a_turn_is_the_stores() -> None:
    taken = step_times(
        [graded(case("zh-1"), latency_ms=30.0, took_ms={"understand": 5.0, "check": 5.0})]
    )
    assert taken == {"understand": [5.0], "check": [5.0], "store": [20.0]}


def test_the_spread_of_one_value_is_that_value() -> None:
    assert (spread([7.0]).median, spread([7.0]).p95, spread([]).count) == (7.0, 7.0, 0)


def test_a_missing_result_is_a_miss_and_has_no_length() -> None:
    found = assess([case("zh-1"), case("zh-2")], {"zh-1": result("zh-1")})
    assert [one.case.id for one in found.misses] == ["zh-2"]
    assert found.words.count == 1


def test_a_message_the_shop_did_not_take_has_no_time_of_a_turn() -> None:
    rows = {"zh-1": result("zh-1", latency_ms=40.0), "zh-2": result("zh-2", problem="too long")}
    assert assess([case("zh-1"), case("zh-2")], rows).times.count == 1
