"""Other languages: sure answers in English, else a polite sentence; never a guess."""

from __future__ import annotations

import pytest

from agents import voice
from agents.other_languages import SURE, in_our_languages
from agents.turn import Evidence, Plan, Question
from knowledge.passages import Hit, Passage, passages_of
from shop.conversations import Behaviour
from tests.agents.house import articles

FRENCH = Question("Peut-on ?", "en", ("Peut-on ?",), foreign="fr")
SAID = voice.OTHER_LANGUAGE.en


def passage() -> Passage:
    return next(iter(passages_of(articles()[0])))


def planned(behaviour: Behaviour) -> Plan:
    return Plan(behaviour, (Evidence(passage(), "Blot it dry."),))


def hits(score: float) -> list[Hit]:
    return [Hit(passage(), score, 0.0, 0.0, 0.0)]


def test_what_is_surely_found_is_answered_and_said_to_be_english() -> None:
    plan = in_our_languages(planned(Behaviour.ANSWER), FRENCH, hits(SURE))
    assert plan.evidence
    assert plan.fixed == (SAID,)


def test_what_is_only_likely_is_not_said() -> None:
    plan = in_our_languages(planned(Behaviour.ANSWER), FRENCH, hits(SURE - 0.01))
    assert plan == Plan(Behaviour.CLARIFY, fixed=(SAID,))


@pytest.mark.parametrize("behaviour", [Behaviour.REFUSE, Behaviour.HANDOFF])
def test_what_is_refused_or_handed_over_stays_so(behaviour: Behaviour) -> None:
    assert in_our_languages(planned(behaviour), FRENCH, hits(0.1)).behaviour is behaviour


def test_chinese_and_english_are_left_alone() -> None:
    plan = planned(Behaviour.ANSWER)
    assert in_our_languages(plan, Question("may it", "en", ("may it",)), hits(0.1)) is plan
