"""Compose: the plan's evidence becomes drafted sentences, by whichever language is in charge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agents.language import Language
from agents.meter import Meter
from agents.turn import Drafted, Plan, Question
from shop.conversations import Behaviour, Message


def compose(
    plan: Plan,
    questions: Sequence[Question],
    history: Sequence[Message],
    language: Language,
    offline: Language,
    *,
    meter: Meter | None = None,
) -> Iterator[Drafted]:
    """Drafted sentences, lazily: each can be checked and shown before the next exists."""
    return drafter(plan, language, offline).compose(questions, plan.evidence, history, meter)


def drafter(plan: Plan, language: Language, offline: Language) -> Language:
    """Who phrases it: refusals, hand-overs and the like are the house's own words as they stand."""
    return language if plan.behaviour is Behaviour.ANSWER else offline
