"""Decide: answer, abstain, refuse, ask back, or hand over; and which evidence may be used.

The best passage decides, because sections say how the advisor behaves when they are the answer.
A computed ruling goes before any passage, but never before a refusal or a request for a person.
"""

from __future__ import annotations

from collections.abc import Sequence

from agents import voice
from agents.turn import Evidence, Plan, Question
from knowledge.passages import Hit
from shop.clients import Tier
from shop.conversations import Behaviour
from shop.handoffs import Reason

# Measured on the house's golden questions: docs/architecture.md, 'Knowing when not to answer'.
KNOWN = 0.42
_OUTRANKS_A_RULING = (Behaviour.REFUSE, Behaviour.HANDOFF)
_MOST_CARDS = 3


def decide(
    questions: Sequence[Question],
    hits: Sequence[Sequence[Hit]],
    rulings: Sequence[Sequence[Evidence]],
    tier: Tier | None,
) -> Plan:
    """One plan for the whole message."""
    if not any(character.isalnum() for question in questions for character in question.text):
        return Plan(Behaviour.CLARIFY, fixed=(voice.NOTHING_ASKED.in_(questions[0].lang),))
    plans = [_plan(*each, tier) for each in zip(questions, hits, rulings, strict=True)]
    return _joined(plans, questions)


def _plan(
    question: Question, hits: Sequence[Hit], rulings: Sequence[Evidence], tier: Tier | None
) -> Plan:
    best = hits[0] if hits else None
    known = best is not None and best.score >= KNOWN
    behaviour = best.passage.behaviour if best and known else Behaviour.ABSTAIN
    if rulings and behaviour not in _OUTRANKS_A_RULING:
        return Plan(Behaviour.ANSWER, tuple(rulings))
    if best is None or not known:
        return Plan(Behaviour.ABSTAIN, fixed=(voice.UNKNOWN.in_(question.lang),))
    evidence = (Evidence(best.passage, best.passage.text),)
    if best.passage.reason is Reason.STYLING and tier is not Tier.BLACK:
        return Plan(Behaviour.ANSWER, evidence)  # H-J2 hands only black clients over for this
    return Plan(behaviour, evidence, best.passage.reason)


def _joined(plans: Sequence[Plan], questions: Sequence[Question]) -> Plan:
    """Several questions, one message: what can be answered is; the gravest behaviour names it."""
    gravity = (
        Behaviour.HANDOFF,
        Behaviour.REFUSE,
        Behaviour.ANSWER,
        Behaviour.CLARIFY,
        Behaviour.ABSTAIN,
    )
    first = min(plans, key=lambda plan: gravity.index(plan.behaviour))
    kept = [first] if first.behaviour in (Behaviour.HANDOFF, Behaviour.REFUSE) else list(plans)
    if first.behaviour is Behaviour.ANSWER:
        kept = [plan for plan in plans if plan.behaviour is not Behaviour.CLARIFY]
    evidence = dict.fromkeys(item for plan in kept for item in plan.evidence)
    fixed = dict.fromkeys(line for plan in kept for line in plan.fixed)
    return Plan(first.behaviour, tuple(evidence), first.reason, tuple(fixed), _cards(questions))


def _cards(questions: Sequence[Question]) -> tuple[str, ...]:
    pieces = dict.fromkeys(piece.id for question in questions for piece in question.pieces)
    return tuple(pieces)[:_MOST_CARDS]
