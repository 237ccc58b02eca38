"""Calibration, by worked examples: what relevance said, and whether that was so."""

from __future__ import annotations

import pytest

from agents.assessment.calibration import (
    Known,
    at_floor,
    calibration,
    expected_error,
    known_of,
    reliability,
)
from tests.agents.graded import case, graded


def known(relevance: float, *, good: bool = True, answered: bool = True) -> Known:
    return Known(relevance, wanted=True, answered=answered, good=good)


def test_what_a_cue_or_a_ruling_decided_says_nothing_of_relevance() -> None:
    cases = [
        graded(case(f"zh-{decided}"), relevance=0.9, decided_by=decided)
        for decided in ("cue", "ruling", "likeness")
    ]
    assert len(known_of(cases)) == 1


def test_only_what_wants_an_answer_or_none_is_looked_at() -> None:
    cases = [
        graded(case(f"zh-{wanted}", wanted), relevance=0.9, decided_by="likeness")
        for wanted in ("answer", "abstain", "refuse", "handoff", "clarify")
    ]
    assert [one.wanted for one in known_of(cases)] == [True, False]


def test_bins_hold_as_many_cases_each_from_the_farthest_to_the_nearest() -> None:
    bins = reliability([known(0.9), known(0.5, good=False), known(0.8), known(0.6)], bins=2)
    assert [(round(b.relevance, 2), b.cases, b.good) for b in bins] == [
        (0.55, 2, 0.5),
        (0.85, 2, 1),
    ]


def test_a_higher_floor_gives_fewer_answers_and_surer_ones() -> None:
    cases = [known(0.9), known(0.7), known(0.5, good=False), known(0.4, good=False, answered=False)]
    low, high = at_floor(cases, 0.4), at_floor(cases, 0.8)
    assert (low.answered, low.recall) == (3, 0.5)
    assert low.precision == pytest.approx(2 / 3)
    assert (high.answered, high.precision, high.recall) == (1, 1.0, 0.25)


def test_the_expected_error_is_zero_when_relevance_is_the_chance_of_being_right() -> None:
    sure = [known(1.0), known(1.0)]
    half = [known(0.5), known(0.5, good=False)]
    assert expected_error(reliability([*sure, *half], bins=2), 4) == 0
    assert expected_error(reliability(half, bins=1), 2) == 0
    assert expected_error(reliability([known(1.2, good=False)], bins=1), 1) == 1


def test_a_run_without_relevance_has_no_calibration() -> None:
    found = calibration([graded(case("zh-1"))])
    assert (found.cases, found.bins, found.expected_error) == (0, (), 0)
