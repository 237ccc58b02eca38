"""Trace codes in a shopper's words: when the record is looked up, and when it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agents.recognisers.reading import read
from agents.steps.consult import rule
from knowledge.trace_registry import TraceFile
from shop.rulings import Ruling
from shop.trace_findings import Finding, examine
from tests.agents.asked import NOON, questions
from tests.agents.house import books
from tests.shop.house_books import HOUSE

REGISTRY = TraceFile(HOUSE / "provenance.yaml")


def traced(code: str) -> Finding:
    return examine(code, REGISTRY.find(code.upper()))


def ruled(text: str) -> Ruling | None:
    known = replace(books(lambda: NOON), traces=traced)
    return rule(read(questions(text)[0], None, known))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("TV-KLMN-20260417", "verified"),
        ("tv-klmn-20260417", "verified"),
        ("帮我查一下 TV-KLMN-20260417", "verified"),
        ("扫出来是TV-JPLO-20260228，记录怎么样", "broken"),
        ("Could you look up TV-JPLO-20260228 for me?", "broken"),
        ("what does the record of TV-CXUV-20260722 show", "scanned_early"),
        ("TV-ZZZZ-20260417", "unknown"),
        ("查下 TV-ZZZZ-20260417 的溯源记录", "unknown"),
    ],
)
def test_a_code_alone_or_to_be_looked_up_is_answered_from_the_record(
    text: str, verdict: str
) -> None:
    ruling = ruled(text)
    assert ruling is not None
    assert ruling.values["verdict"] == verdict
    assert "appraisal" in ruling.say.en


@pytest.mark.parametrize(
    "text",
    [
        "TV-KLMN-20260417 was scanned before I got it, should I worry?",
        "我扫 TV-KLMN-20260417 显示的不是我的包",
        "who owned TV-KLMN-20260417 before me",
        "TV-KLMN-20260417 的价格是多少",
        "make me a copy of TV-KLMN-20260417",
        "is TV-ZZZZ-20260417 genuine, can you check",
        "My bag TV-B01 got wet, check it",
    ],
)
def test_a_question_that_only_names_a_code_is_left_to_its_article(text: str) -> None:
    ruling = ruled(text)
    assert ruling is None or "verdict" not in ruling.values


def test_a_question_about_the_form_of_a_code_is_answered_by_its_form() -> None:
    ruling = ruled("is TV-KLMN-2026041 complete")
    assert ruling is not None
    assert ruling.values["complete"] == "no"
