"""The report of an evaluation: whole in itself, safe to open, and naming what was missed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from agents.assessment.assessment import Assessment, assess
from agents.assessment.comparison import compare
from operations.reporting.page import as_html, write
from shop.errors import BadInput
from tests.agents.graded import case, result

CASES = [
    case("zh-1", category="care", turns=["先问一句", "雨淋了怎么办？"]),
    case("en-1", category="care", turns=["<script>alert(1)</script>"]),
    case("en-2", "abstain", category="unanswerable"),
]
NOTES: dict[str, Any] = {
    "relevance": 0.8, "decided_by": "likeness", "mode": "offline", "latency_ms": 20.0,
    "took_ms": {"retrieve": 9.0, "hand_over": 1.0}, "proof": {"supported": 1},
}  # fmt: skip
RUN = {
    "zh-1": result("zh-1", **NOTES),
    "en-1": result("en-1", "It's wrong & <b>bold</b>.", **NOTES),
    "en-2": result("en-2", behaviour="abstain", **NOTES),
}
LEAVES_THE_PAGE = re.compile(r"(?:src|href)=\"(?!data:)|<script|@import|url\(", re.IGNORECASE)


@pytest.fixture(scope="module")
def found() -> Assessment:
    return assess(CASES, RUN)


@pytest.fixture(scope="module")
def page(found: Assessment) -> str:
    return as_html("care.jsonl", found)


def test_the_page_loads_nothing_and_runs_nothing(page: str) -> None:
    assert LEAVES_THE_PAGE.findall(page.replace("xlink:href", "")) == []


def test_what_was_asked_and_answered_is_shown_letter_for_letter(page: str) -> None:
    assert "&lt;script&gt;alert(1)" in page
    assert "It&#39;s wrong &amp; &lt;b&gt;bold" in page


def test_a_miss_stands_there_with_its_question_answer_and_expectation(page: str) -> None:
    missed = page[page.index("What was missed") :]
    assert "en-1" in missed
    assert "lacks right" in missed
    assert "雨淋了" not in missed


def test_a_pair_that_is_served_differently_is_named(page: str) -> None:
    assert "zh-1 / en-1" in page
    assert "1 of 1 pairs about the same fact were served differently." in page


def test_every_plot_takes_its_colours_from_the_page(page: str) -> None:
    drawings = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    assert len(drawings) == 5
    painted = {c for d in drawings for c in re.findall(r'(?:fill|stroke)="(#[^"]+)"', d)}
    assert painted <= {"#000"}  # of what is never painted: the hidden groups of an axis


def test_a_run_without_notes_is_reported_too() -> None:
    bare = {"zh-1": result("zh-1")}
    assert "Right in content" in as_html("few.jsonl", assess(CASES[:1], bare))


def test_what_changed_stands_first(found: Assessment) -> None:
    before = RUN | {"zh-1": result("zh-1", "wrong", "abstain")}
    page = as_html("care.jsonl", found, compare(CASES, before, RUN))
    assert "0 worse and 1 better" in page
    assert page.index("What changed") < page.index("By kind and language")


def test_a_page_that_cannot_be_written_is_one_line(found: Assessment, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be written"):
        write(tmp_path / "no" / "report.html", "care.jsonl", found)
