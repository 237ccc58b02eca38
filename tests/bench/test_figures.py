"""Figures that benches print."""

from __future__ import annotations

import json

import pytest

from bench.figures import percentile, report
from bench.questions import QUESTIONS
from shop.language import language_of


@pytest.mark.parametrize(("percent", "value"), [(50, 50), (95, 95), (100, 100), (1, 1)])
def test_a_percentile_is_a_value_that_was_measured(percent: int, value: int) -> None:
    assert percentile(list(range(100, 0, -1)), percent) == value


def test_a_single_value_is_every_percentile() -> None:
    assert percentile([7.0], 50) == percentile([7.0], 95) == 7.0


def test_figures_are_one_json_object(capsys: pytest.CaptureFixture[str]) -> None:
    report(p50_ms=1.5, n=3)
    assert json.loads(capsys.readouterr().out) == {"p50_ms": 1.5, "n": 3}


def test_questions_are_of_both_languages_and_all_different() -> None:
    assert len(QUESTIONS) >= 60
    assert len({text for text, _ in QUESTIONS}) == len(QUESTIONS)
    assert all(language_of(text) == lang for text, lang in QUESTIONS)
