"""Decide: answer, abstain, refuse, ask back, or hand over; and which evidence may be used.

The best passage decides, because sections say how the advisor behaves when they are the answer.
A computed ruling goes before any passage, but never before a refusal or a request for a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from agents import voice
from agents.other_languages import in_our_languages
from agents.steps.beside import beside
from agents.steps.opening import with_opening
from agents.steps.verdict import with_verdict
from agents.turn import Evidence, Plan, Question, names_a_subject
from knowledge.lexical import words
from knowledge.passages import Hit, Passage
from shop.clients import Tier
from shop.conversations import Behaviour
from shop.handoffs import Reason
from shop.products import fold

# Measured on the house's golden questions: docs/architecture.md, 'Knowing when not to answer'.
KNOWN = 0.58
_HEEDED = 0.5  # for a section that declines, hands over or asks back
ASKED = 0.45  # a name in common is no likeness of what is asked
_AS_LIKE = 0.01
_NEARLY = 0.8  # of the best score, for a second passage
_ADDS = 0.1  # of the question's words, that only the second passage has
_LOOKED_AT = 4
_FINAL = (Behaviour.REFUSE, Behaviour.HANDOFF)
_MOST_CARDS = 3


def decide(
    questions: Sequence[Question],
    hits: Sequence[Sequence[Hit]],
    rulings: Sequence[Sequence[Evidence]],
    tier: Tier | None,
) -> Plan:
    """One plan for the message: `questions` holds it whole, then its parts if it has several."""
    whole, *parts = questions
    if not any(character.isalnum() for character in whole.text):
        return Plan(Behaviour.CLARIFY, fixed=(voice.NOTHING_ASKED.in_(whole.lang),))
    plan, *others = (_plan(*each, tier) for each in zip(questions, hits, rulings, strict=True))
    if _is_surer_apart(plan, others, whole, hits):
        plan = _joined(_all_unknown(others), others)
    elif plan.behaviour not in _FINAL and parts and not _is_told_unknown(plan, whole, rulings[1:]):
        plan = beside(plan, others, parts) if parts[0].side_name else _joined(plan, others)
    plan = with_verdict(in_our_languages(with_opening(plan, whole), whole, hits[0]), whole)
    return replace(plan, cards=_cards(whole, plan))


def _plan(
    question: Question, hits: Sequence[Hit], rulings: Sequence[Evidence], tier: Tier | None
) -> Plan:
    hits = _of_more_than_a_name(hits)
    best = hits[0] if hits else None
    known = best is not None and _is_known(best)
    behaviour = best.passage.behaviour if best and known else Behaviour.ABSTAIN
    over_cue = not question.cue or any(ruling.over_cue for ruling in rulings)
    declined = behaviour in _FINAL and not _is_faint(hits)
    if rulings and not declined and over_cue:
        return Plan(_behaviour_of(rulings), tuple(rulings))
    if best is None or not known:
        return Plan(Behaviour.ABSTAIN, fixed=(voice.UNKNOWN.in_(question.lang),))
    if best.passage.reason is Reason.STYLING and not (tier is Tier.BLACK or question.cue):
        behaviour = Behaviour.ANSWER  # H-J2 hands only black clients over for this
    chosen = [best, *_complement(question, best, hits)] if behaviour is Behaviour.ANSWER else [best]
    evidence = tuple(Evidence(hit.passage, hit.passage.text) for hit in chosen)
    return Plan(behaviour, evidence, best.passage.reason)


def _of_more_than_a_name(hits: Sequence[Hit]) -> Sequence[Hit]:
    """From the first hit on that is asked for, and does not only share a name."""
    first = next((at for at, hit in enumerate(hits[:_LOOKED_AT]) if _is_known(hit)), 0)
    return hits[first:] if hits and hits[0].score >= KNOWN else hits


def _is_faint(hits: Sequence[Hit]) -> bool:
    """Hardly like what is to be declined, and as like something that isn't."""
    other = next((hit.score for hit in hits if hit.passage.behaviour not in _FINAL), 0.0)
    return hits[0].score < KNOWN and other >= hits[0].score - _AS_LIKE


def _is_known(hit: Hit) -> bool:
    """Near enough to answer with; what the house declines or hands over needs no such nearness."""
    if hit.passage.behaviour is not Behaviour.ANSWER:
        return hit.score >= _HEEDED
    return hit.score >= KNOWN and hit.asked >= ASKED


def _behaviour_of(rulings: Sequence[Evidence]) -> Behaviour:
    if any(ruling.asks_back for ruling in rulings):
        return Behaviour.CLARIFY
    return Behaviour.ABSTAIN if all(r.unrecorded for r in rulings) else Behaviour.ANSWER


def _complement(question: Question, best: Hit, hits: Sequence[Hit]) -> list[Hit]:
    """A second passage, if it is nearly as good and speaks of what the best one leaves out."""
    asked = words(question.text)
    left_out = asked - _words_of(best.passage)
    for hit in hits[1:_LOOKED_AT]:
        near = hit.score >= max(KNOWN, best.score * _NEARLY)
        adds = len(left_out & _words_of(hit.passage)) >= max(1, _ADDS * len(asked))
        fits = near and adds and hit.passage.behaviour is Behaviour.ANSWER
        if fits and _of_what_is_asked(question, hit.passage):
            return [hit]
    return []


def _of_what_is_asked(question: Question, passage: Passage) -> bool:
    """What saffiano stands is no second answer to what lambskin does."""
    named = {term for term in question.terms if names_a_subject((term,))}
    of_a_piece = passage.topic == "product" and bool(question.pieces)
    return not named or not passage.about or of_a_piece or bool(named & set(passage.about))


@lru_cache(maxsize=4096)
def _words_of(passage: Passage) -> frozenset[str]:
    """What a section speaks of: its title, its text, and how shoppers ask for it."""
    return frozenset(words(" ".join((passage.title, passage.text, *passage.asks))))


def _is_surer_apart(
    plan: Plan, others: Sequence[Plan], whole: Question, hits: Sequence[Sequence[Hit]]
) -> bool:
    """'Where is the salon, and may I come on Saturday to see bags' is like no one thing; where it
    is only likeness that declines the whole, and each of its questions is likelier something
    else, those count.
    """
    if plan.behaviour is not Behaviour.REFUSE or whole.cue or not others:
        return False
    if any(other.behaviour in _FINAL for other in others):
        return False
    return all(found and found[0].score > hits[0][0].score for found in hits[1:])


def _is_told_unknown(plan: Plan, whole: Question, of_parts: Sequence[Sequence[Evidence]]) -> bool:
    """Its words say what is asked, and that isn't in the notes: its parts are no likelier it."""
    unknown = plan.behaviour is Behaviour.ABSTAIN and bool(plan.evidence)
    return unknown and bool(whole.cue) and not any(of_parts)


def _all_unknown(plans: Sequence[Plan]) -> Plan:
    """That none of it is in the notes, each as it is written."""
    evidence = dict.fromkeys(item for plan in plans for item in plan.evidence)
    fixed = () if evidence else plans[0].fixed
    return Plan(Behaviour.ABSTAIN, tuple(evidence), fixed=fixed)


def _joined(whole: Plan, parts: Sequence[Plan]) -> Plan:
    """The parts' answers if each part has one; else the whole message's."""
    if any(part.behaviour in _FINAL for part in parts):
        return next(part for part in parts if part.behaviour in _FINAL)
    answered = [part for part in parts if _says_something(part)]
    if all(part.behaviour is Behaviour.ABSTAIN for part in answered):
        return whole
    if len(answered) < len(parts) and whole.behaviour is Behaviour.ANSWER:
        answered = [whole, *answered]
    evidence = dict.fromkeys(item for plan in answered for item in plan.evidence)
    return Plan(Behaviour.ANSWER, tuple(_not_said_twice(list(evidence))))


def _not_said_twice(evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """Without the sections that a ruling has answered from."""
    ruled = {item.passage.id for item in evidence if item.rules}
    return (item for item in evidence if item.rules or item.passage.id not in ruled)


def _says_something(plan: Plan) -> bool:
    """It answers, or a rule-book says that the house's notes don't: that is said beside answers."""
    unrecorded = all(item.unrecorded for item in plan.evidence) and bool(plan.evidence)
    return plan.behaviour is Behaviour.ANSWER or (
        plan.behaviour is Behaviour.ABSTAIN and unrecorded
    )


def _cards(question: Question, plan: Plan) -> tuple[str, ...]:
    """The pieces that she names, or that the answer is of; a hand-over shows nothing to buy."""
    if plan.behaviour in _FINAL:
        return ()
    told = {item.passage.article for item in plan.evidence}
    shown = (
        piece.id
        for piece in question.pieces
        if f"product-{fold(piece.name)}" in told or fold(piece.name) in fold(question.text)
    )
    return tuple(dict.fromkeys(shown))[:_MOST_CARDS]
