"""Two runs of the same cases: what counts as worse, and what as better."""

from __future__ import annotations

from typing import Any

import pytest

from agents.assessment.comparison import Comparison, compare
from tests.agents.graded import case, result

RIGHT, WRONG = result("zh-1"), result("zh-1", "wrong")


def compared(before: dict[str, Any], after: dict[str, Any]) -> Comparison:
    return compare([case("zh-1")], {"zh-1": before}, {"zh-1": after})


@pytest.mark.parametrize(
    ("good", "bad", "what"),
    [
        (RIGHT, WRONG, "content"),
        (RIGHT, result("zh-1", behaviour="abstain"), "behaviour"),
        (WRONG, result("zh-1", "wrong and forbidden"), "forbidden"),
    ],
)
def test_a_loss_is_worse_and_the_same_gain_is_better(
    good: dict[str, Any], bad: dict[str, Any], what: str
) -> None:
    lost, gained = compared(good, bad), compared(bad, good)
    assert [change.worse for change in lost.worse] == [(what,)]
    assert [change.better for change in gained.better] == [(what,)]
    assert lost.better == gained.worse == ()


def test_another_wording_is_no_change() -> None:
    found = compared(RIGHT, result("zh-1", "That is right.", latency_ms=900.0))
    assert (found.worse, found.better) == ((), ())


def test_a_case_may_get_better_in_one_way_and_worse_in_another() -> None:
    found = compared(WRONG, result("zh-1", "right", "abstain"))
    assert found.worse == found.better
    assert (found.worse[0].worse, found.worse[0].better) == (("behaviour",), ("content",))


def test_what_only_one_run_answered_is_named_and_not_counted() -> None:
    cases = [case("zh-1"), case("zh-2"), case("zh-3")]
    found = compare(cases, {"zh-1": RIGHT, "zh-2": result("zh-2")}, {"zh-1": RIGHT})
    assert (found.left_out, found.cases, found.worse) == (("zh-2",), 1, ())


def test_groups_hold_the_scores_before_and_after() -> None:
    before, after = compared(RIGHT, WRONG).groups["lang:zh"]
    assert (before.content, after.content) == (1.0, 0.0)


def test_runs_with_nothing_in_common_compare_nothing() -> None:
    found = compare([case("zh-1"), case("zh-2")], {"zh-1": RIGHT}, {"zh-2": result("zh-2")})
    assert (found.cases, found.worse, found.left_out) == (0, (), ("zh-1", "zh-2"))
