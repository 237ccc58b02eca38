"""Questions in other languages: answered in English when the search is sure, always politely.

The embedding model knows a hundred languages, the house writes in two. A French question may find
its passage, but its words find nothing, so what is only likely is not said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agents import voice
from agents.turn import Plan, Question
from knowledge.passages import Hit
from shop.conversations import Behaviour

# Of 35 questions in twelve languages, those above it found the right section but for one.
SURE = 0.65
_KEPT = (Behaviour.REFUSE, Behaviour.HANDOFF)


def in_our_languages(plan: Plan, question: Question, hits: Sequence[Hit]) -> Plan:
    """The plan for a question asked in another language; for Chinese and English, the plan itself.

    What is refused or handed over stays so. Pinyin was read as Chinese, so nothing is uncertain.
    """
    if question.foreign is None:
        return plan
    said = voice.OTHER_LANGUAGE.in_(question.lang)
    if plan.behaviour in _KEPT or (_is_sure(plan, hits) and plan.evidence):
        return replace(plan, fixed=(*plan.fixed, said))
    if question.foreign == "pinyin" and plan.behaviour is not Behaviour.ABSTAIN:
        return replace(plan, fixed=(*plan.fixed, said))
    return Plan(Behaviour.CLARIFY, fixed=(said,))


def _is_sure(plan: Plan, hits: Sequence[Hit]) -> bool:
    computed = any(item.rules for item in plan.evidence)
    return computed or bool(hits and hits[0].score >= SURE)
