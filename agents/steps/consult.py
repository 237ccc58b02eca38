"""Consult: ask the rule-books, so that sizes, money and dates are computed and never guessed.

A recogniser reads what a question says and asks one rule-book; what the rule-book rules becomes
evidence, resting on the passage of the knowledge that states the rule.
"""

from __future__ import annotations

from collections.abc import Sequence

from agents.recognisers.books import Books
from agents.recognisers.every import RECOGNISERS
from agents.recognisers.intents import OPEN_CUES
from agents.recognisers.reading import Reading, read
from agents.steps.attached import quoted_reviews
from agents.steps.labels import signs_read
from agents.turn import Evidence, Question
from knowledge.passages import Hit, Passage
from knowledge.sources import Sources
from shop.clients import Tier
from shop.conversations import Behaviour
from shop.errors import BadInput
from shop.rulings import Ruling


def consult(
    question: Question, hits: Sequence[Hit], tier: Tier | None, books: Books, sources: Sources
) -> list[Evidence]:
    """What the rule-books rule on a question: nothing, or one computed statement."""
    if reviews := quoted_reviews(question):
        return reviews
    if signs := signs_read(question, sources):
        return signs
    ruling = rule(read(question, tier, books))
    if ruling is None:
        return []
    said = ruling.say.in_(question.lang)
    found = [hit.passage for hit in hits if _may_rest_on(ruling, hit.passage)]
    passage = sources.stating(ruling.rule, said, question.lang, found)
    if passage is None:
        return []
    return [
        Evidence(
            passage,
            said,
            ruling.rule,
            asks_back=ruling.confidence == "none",
            unrecorded=ruling.confidence == "unrecorded",
            over_cue="as_of" in ruling.values or question.cue in OPEN_CUES,
        )
    ]


def _may_rest_on(ruling: Ruling, passage: Passage) -> bool:
    """What is ruled does not rest on a section that says that the notes don't tell."""
    return ruling.confidence == "unrecorded" or passage.behaviour is not Behaviour.ABSTAIN


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
