from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from agents.proof.conflicts import disagree, settled
from agents.turn import Evidence, Plan
from knowledge.passages import Hit, Passage, passages_of
from shop.conversations import Behaviour
from tests.agents.house import articles

WINDOW = next(p for a in articles() for p in passages_of(a) if p.id == "policy-returns/window/en")


def passage(name: str, text: str, source: str = "MAT-1", since: int = 2026) -> Passage:
    article, section = name.split("/")
    changed = replace(WINDOW, article=article, section=section, text=text, source=(source,))
    return replace(changed, valid_from=date(since, 1, 1))


THIRTY = passage("returns/window", "Unworn pieces may be returned within 30 days of delivery.")
FOURTEEN = passage("returns/old", "Unworn pieces may be returned within 14 days of delivery.")
NEVER = passage("returns/never", "Unworn pieces may not be returned within 30 days of delivery.")


def plan(*chosen: Passage) -> Plan:
    return Plan(Behaviour.ANSWER, tuple(Evidence(p, p.text) for p in chosen))


def hits(*found: Passage) -> list[list[Hit]]:
    return [[Hit(p, 0.9, 0.9, 0.9, 0.9) for p in found]]


def said(plan: Plan) -> list[str]:
    return [item.statement for item in plan.evidence]


@pytest.mark.parametrize("other", [FOURTEEN, NEVER])
def test_the_same_statement_with_another_figure_or_a_no_disagrees(other: Passage) -> None:
    assert disagree(THIRTY, other) == (THIRTY.text, other.text)


@pytest.mark.parametrize(
    "text",
    [
        "Unworn pieces may be returned within 30 days of delivery, free of charge.",
        "Unworn pieces may be exchanged in a salon within 14 days.",
        "In the EU unworn pieces may be returned within 14 days of delivery.",
        "A refund takes 14 days.",
        "未使用的商品可在签收后 14 天内退货。",
    ],
)
def test_another_statement_does_not_disagree(text: str) -> None:
    other = passage("returns/other", text)
    assert disagree(THIRTY, replace(other, lang="zh") if "未" in text else other) is None


def test_the_house_rule_is_said_and_not_the_newer_source() -> None:
    rule = replace(THIRTY, source=("H-E1",), valid_from=date(2020, 1, 1))
    settled_plan, [found] = settled(plan(FOURTEEN), hits(FOURTEEN, rule))
    assert said(settled_plan) == [rule.text]
    assert (found.said, found.unsaid) == (f"{rule.id}@{rule.revision}", f"{FOURTEEN.id}@1")


def test_of_two_sources_the_newer_is_said() -> None:
    newer = replace(FOURTEEN, valid_from=date(2027, 1, 1))
    settled_plan, _ = settled(plan(THIRTY, newer), hits(THIRTY, newer))
    assert said(settled_plan) == [newer.text]


def test_only_the_losing_sentence_is_left_out() -> None:
    rule = replace(THIRTY, source=("H-E1",))
    longer = replace(FOURTEEN, text=f"{FOURTEEN.text} Keep the box.")
    settled_plan, _ = settled(plan(rule, longer), hits(rule, longer))
    assert said(settled_plan) == [rule.text, "Keep the box."]


def test_a_passage_that_is_far_from_the_question_disagrees_with_nothing() -> None:
    near, far = hits(THIRTY)[0], hits(FOURTEEN)[0]
    found = [*near, replace(far[0], score=0.5)]
    assert settled(plan(THIRTY), [found]) == (plan(THIRTY), ())
