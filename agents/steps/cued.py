"""Cued: the section that a question's words ask for by themselves, before any likeness counts."""

from __future__ import annotations

from dataclasses import replace

from agents.recognisers.books import Books
from agents.recognisers.intents import declined_first, section_meant
from agents.recognisers.reading import read
from agents.steps.retrieve import LOOSE_CUES
from agents.steps.shown import rule_on_shown
from agents.turn import Question
from knowledge.cues import Cues
from shop.clients import Tier

_DECLINE = (  # as they are; what only answers, or hands over, may yet be declined
    "boundary-actions", "boundary-advice", "boundary-authenticity", "boundary-customs",
    "boundary-discounts", "boundary-others-data",
)  # fmt: skip


def cued(question: Question, cues: Cues, books: Books, tier: Tier | None) -> Question:
    """The question with its cue, if its words have one; with `sure_cue` where no innocent question
    says the like.
    """
    if question.hearsay:  # what is wrong in words that she only shows is not hers
        return replace(question, cue=rule_on_shown(question))
    said = dict.fromkeys((question.text, question.in_full))
    section = next((found for text in said if (found := cues.section_of(text))), None)
    reading = read(question, tier, books)
    yields = section is None or not section.startswith(_DECLINE)
    if yields and (first := declined_first(reading)):
        return replace(question, cue=first, sure_cue=True)
    if section is None or section.startswith(LOOSE_CUES):
        section = section_meant(reading) or section
    return replace(question, cue=section or rule_on_shown(question))
