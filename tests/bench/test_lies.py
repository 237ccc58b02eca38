from __future__ import annotations

import random
from functools import cache

import pytest

from bench.lies.__main__ import Told, written
from bench.lies.lying import LIARS, lies_from
from knowledge.passages import Passage, passages_of
from shop.conversations import Behaviour
from wiring import house_articles


@cache
def passages() -> tuple[Passage, ...]:
    return tuple(
        passage
        for article in house_articles()
        for passage in passages_of(article)
        if passage.behaviour is Behaviour.ANSWER and passage.topic != "advisor"
    )


@pytest.mark.parametrize("kind", LIARS)
def test_no_lie_of_any_kind_is_shown(kind: str) -> None:
    chance = random.Random(8)  # noqa: S311  # the same lies every time
    lies = [lie for lie in lies_from(passages(), 8, chance) if lie.kind == kind]
    assert lies
    assert not [lie.text for lie in lies if Told(kind, lie.passage, lie.text).misleads]


def test_no_lie_writtenby_hand_is_shown() -> None:
    lies = list(written("lies.jsonl"))
    assert len(lies) >= 120
    assert not [told.text for told in lies if told.misleads]


def test_most_faithful_paraphrases_are_kept() -> None:
    told = list(written("truths.jsonl"))
    assert len(told) >= 200
    assert sum(each.kept for each in told) / len(told) >= 0.75


def test_every_sentence_of_the_house_is_kept_word_for_word() -> None:
    lost = [
        sentence
        for passage in passages()
        for sentence in passage.text.splitlines()
        if not Told("verbatim", passage, sentence).kept
    ]
    assert len(lost) <= 0.01 * len(passages())
