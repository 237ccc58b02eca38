"""A question for yes or no begins with 'No' only where the answer denies just that."""

from __future__ import annotations

import pytest

from agents.steps.opening import with_opening
from agents.turn import Evidence, Plan, Question
from knowledge.passages import Passage
from shop.conversations import Behaviour
from shop.language import Lang

ENGRAVED = "Unless faulty, engraved or monogrammed pieces cannot be returned."
ENGRAVED_ZH = "除非有瑕疵，刻字或烙印的商品不可退货。"


def opening(said: str, asked: str, lang: Lang) -> str:
    passage = Passage(
        article="policy-returns", revision=1, section="how", lang=lang, article_title="Returns",
        title="Returns", text=said, asks=(), about=(), source=("H-E1",), topic="policy",
        behaviour=Behaviour.ANSWER, reason=None,
    )  # fmt: skip
    plan = Plan(Behaviour.ANSWER, (Evidence(passage, said),))
    return with_opening(plan, Question(asked, lang, (asked,))).evidence[0].statement


@pytest.mark.parametrize(
    ("said", "asked", "lang", "begins"),
    [
        (ENGRAVED, "is engraving returnable", "en", "No, unless faulty"),
        (ENGRAVED, "can engraved pieces be returned?", "en", "No, unless faulty"),
        ("Suede cannot be ironed.", "can I iron suede", "en", ""),
        ("Cadence is not waterproof.", "is Cadence waterproof", "en", "No: Cadence"),
        (ENGRAVED_ZH, "刻字能退吗", "zh", "不可以，除非"),
        (ENGRAVED_ZH, "刻字的可以退货吗？", "zh", "不可以，除非"),
    ],
)
def test_what_is_denied_begins_with_no(said: str, asked: str, lang: Lang, begins: str) -> None:
    assert opening(said, asked, lang).startswith(begins)
    assert opening(said, asked, lang).lower().endswith(said[1:].lower())


@pytest.mark.parametrize(
    ("said", "asked", "lang"),
    [
        (ENGRAVED, "can I return my bag", "en"),
        (ENGRAVED, "can it be returned", "en"),
        (ENGRAVED, "can't engraved pieces be returned", "en"),
        (ENGRAVED, "why can engraved pieces not be returned", "en"),
        ("Suede is washed by hand.", "is suede washed by hand", "en"),
        ("It cannot be returned, but exchanged.", "can an exchanged piece be returned", "en"),
        (ENGRAVED_ZH, "能退吗", "zh"),
        (ENGRAVED_ZH, "刻字为什么不能退", "zh"),
        (ENGRAVED_ZH, "刻字的包不能退吗", "zh"),
    ],
)
def test_anything_less_sure_is_left_as_written(said: str, asked: str, lang: Lang) -> None:
    assert opening(said, asked, lang) == said
