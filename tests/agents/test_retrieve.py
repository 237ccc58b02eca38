"""A cue names its section first; loose words yield to a question that the house knows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from agents.steps.retrieve import heard, rank, retrieve
from agents.turn import Question
from knowledge.passages import Hit, Passage
from shop.conversations import Behaviour
from tests.knowledge.conftest import passage

PEARLS = passage("pearls", "Put pearls on last, after perfume.")
ASKED = Question("how to crack the riddle: perfume or pearls first", "en", ("…",), cue="x/y")


def limit(article: str) -> Passage:
    made = passage(article, "I can't help with that.")
    return replace(made, article=article, topic="boundary", behaviour=Behaviour.REFUSE)


class Found:
    """Search and sources in one: the pearls, as near as told, and the cue's section."""

    def __init__(self, nearness: float, cued: Passage) -> None:
        self._hit, self._cued = Hit(PEARLS, 0.0, nearness, nearness, 0.0), cued

    def find(self, *_: object, **__: object) -> list[Hit]:
        return [self._hit]

    def section(self, *_: object) -> Passage:
        return self._cued


def first(nearness: float, article: str) -> tuple[str, bool]:
    """The article that comes first, and whether the cue was heeded."""
    found = cast(Any, Found(nearness, limit(article)))
    hits = retrieve(ASKED, found, found)
    return hits[0].passage.article, heard(ASKED, hits).cue is not None


@pytest.mark.parametrize("article", ["boundary-misuse", "boundary-discounts"])
def test_a_cue_goes_before_what_is_only_like_the_question(article: str) -> None:
    assert first(0.6, article) == (article, True)


def test_loose_words_yield_to_a_question_that_the_house_knows() -> None:
    assert first(0.95, "boundary-misuse") == (PEARLS.article, False)
    assert first(0.95, "boundary-instructions") == (PEARLS.article, False)


def test_a_request_for_a_discount_yields_to_nothing() -> None:
    assert first(0.95, "boundary-discounts") == ("boundary-discounts", True)


@pytest.mark.parametrize("behaviour", [Behaviour.REFUSE, Behaviour.HANDOFF])
def test_what_was_spoken_of_before_does_not_outweigh_a_request_to_decline_or_hand_over(
    behaviour: Behaviour,
) -> None:
    firm = replace(limit("boundary-handoff"), behaviour=behaviour)
    bare, before = Hit(firm, 0.0, 0.7, 0.7, 0.0), Hit(PEARLS, 0.0, 0.74, 0.74, 0.0)
    assert rank(ASKED, [(0, bare), (1, before)])[0].passage is firm
    much_nearer = replace(before, asked=0.9, dense=0.9)
    assert rank(ASKED, [(0, bare), (1, much_nearer)])[0].passage is PEARLS


def test_an_act_is_declined_whatever_piece_it_names() -> None:
    asked = replace(
        ASKED, queries=("a third off the Lune", "a third off it"), nameless="a third off it"
    )
    firm, sheet = limit("boundary-discounts"), replace(PEARLS, topic="care")
    named = Hit(sheet, 0.0, 0.95, 0.95, 0.0)
    act, other = Hit(firm, 0.0, 0.7, 0.7, 0.0), Hit(sheet, 0.0, 0.5, 0.5, 0.0)
    assert rank(asked, [(0, named), (1, act), (1, other)])[0].passage is firm
    as_likely = replace(other, asked=0.7, dense=0.7)
    assert rank(asked, [(0, named), (1, act), (1, as_likely)])[0].passage is sheet


def test_asked_together_with_her_message_before_what_answered_that_one_counts_less() -> None:
    washing = replace(PEARLS, section="wash")
    hanging = replace(PEARLS, section="hang")
    told = frozenset({(washing.article, washing.section)})
    both = "how do I wash it and may it hang"
    asked = replace(ASKED, queries=("and may it hang", both), leaning=both, told=told)
    again, other = Hit(washing, 0.0, 0.8, 0.8, 0.0), Hit(hanging, 0.0, 0.78, 0.78, 0.0)
    assert rank(asked, [(1, again), (1, other)])[0].passage is hanging
    assert rank(asked, [(0, again), (0, other)])[0].passage is washing
    assert rank(replace(asked, told=frozenset()), [(1, again), (1, other)])[0].passage is washing
