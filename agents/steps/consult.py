"""Consult: ask the rule-books, so that sizes, money and dates are computed and never guessed.

A recogniser reads what a question says and asks one rule-book; what the rule-book rules becomes
evidence, resting on the passage of the knowledge that states the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from agents.recognisers.reading import Books, Reading, read
from agents.recognisers.sizes import SIZES
from agents.turn import Evidence, Question
from knowledge.passages import Hit, Passage
from knowledge.search import Search
from shop.clients import Tier
from shop.errors import BadInput
from shop.rulings import Ruling

RECOGNISERS = SIZES


def consult(
    question: Question, hits: Sequence[Hit], tier: Tier | None, books: Books, search: Search
) -> list[Evidence]:
    """What the rule-books rule on a question: nothing, or one computed statement."""
    ruling = rule(read(question, tier, books))
    if ruling is None:
        return []
    nearest = chain((hit.passage for hit in hits), search.passages(question.lang))
    passage = _stating(ruling, nearest)
    return [Evidence(passage, ruling.say.in_(question.lang), ruling.rule)] if passage else []


def rule(reading: Reading) -> Ruling | None:
    """The first ruling. A measure that no rule-book can take is no ruling, not an error."""
    for recognise in RECOGNISERS:
        try:
            ruling = recognise(reading)
        except BadInput:
            continue
        if ruling is not None:
            return ruling
    return None


def _stating(ruling: Ruling, passages: Iterable[Passage]) -> Passage | None:
    """The first of the passages whose article states one of the ruling's rules."""
    return next((p for p in passages if set(p.source) & set(ruling.rule)), None)
