"""Beside: what is compared is answered for both sides, or it is said which one isn't known.

A ruling or a section that speaks of both sides is the answer as it stands. Where it speaks of one
only, each side's own answer is given, one after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from agents import voice
from agents.turn import Evidence, Plan, Question
from knowledge.lexical import words
from shop.conversations import Behaviour


def beside(whole: Plan, plans: Sequence[Plan], sides: Sequence[Question]) -> Plan:
    """The plan for a comparison: `plans` answer its `sides`, each asked by itself."""
    if whole.behaviour is Behaviour.ABSTAIN and not whole.evidence:
        return _both(plans, sides) or whole
    if any(_of_two_pieces(item) for item in whole.evidence):
        return whole
    spoken_of = [_speaks_of(whole.evidence, side) for side in sides]
    if whole.behaviour is not Behaviour.ANSWER or spoken_of.count(True) != 1:
        return whole
    return _both(plans, sides) or _with_unknown(whole, plans, sides)


def _of_two_pieces(evidence: Evidence) -> bool:
    """A rule-book set two pieces beside each other, by whatever names they were called, or one
    beside what a standard says of something else.
    """
    of_pieces = sum(rule.startswith("H-M") for rule in evidence.rules)
    of_standards = sum(rule.startswith("MAT-") for rule in evidence.rules)
    return of_pieces > 1 or (of_pieces == 1 and of_standards > 0)


def _both(plans: Sequence[Plan], sides: Sequence[Question]) -> Plan | None:
    """Each side's first statement, where both are answered and each of itself."""
    others = reversed(sides)
    found = [_of(*of) for of in zip(plans, sides, others, strict=True)]
    evidence = tuple(dict.fromkeys(one for one in found if one))
    return Plan(Behaviour.ANSWER, evidence) if all(found) else None


def _of(plan: Plan, side: Question, other: Question) -> Evidence | None:
    """What names this side; else what at least doesn't name the other one."""
    if plan.behaviour is not Behaviour.ANSWER:
        return None
    named = (item for item in plan.evidence if _speaks_of([item], side))
    open_to = (item for item in plan.evidence if not _speaks_of([item], other))
    return next(chain(named, open_to), None)


def _speaks_of(evidence: Sequence[Evidence], side: Question) -> bool:
    """Whether it names this side, in the words that are not the other side's too."""
    return any(words(_named_by(item)) & side.side for item in evidence)


def _named_by(item: Evidence) -> str:
    return f"{item.passage.article_title} {item.passage.title} {item.statement}"


def _with_unknown(whole: Plan, plans: Sequence[Plan], sides: Sequence[Question]) -> Plan:
    """What is known of one side, and that the notes don't hold the other."""
    unknown = [
        side
        for plan, side in zip(plans, sides, strict=True)
        if plan.behaviour is Behaviour.ABSTAIN and not plan.evidence
    ]
    said = tuple(voice.SIDE_UNKNOWN.in_(s.lang).format(name=s.side_name) for s in unknown)
    return replace(whole, fixed=(*whole.fixed, *said))
