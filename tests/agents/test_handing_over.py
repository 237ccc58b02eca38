"""Handing over: told once it has happened, to the right lane, and then the advisor is silent."""

from __future__ import annotations

import pytest

from agents import voice
from shop.clients import Tier
from shop.conversations import Author, Behaviour, Holder
from shop.handoffs import Lane
from shop.language import Lang
from shop.turn_events import (
    HandedOver,
    SentenceShown,
    TurnStarted,
)
from tests.agents.house import House, Talk, ended, shown
from tests.agents.house_articles import ASKED, WET
from tests.conftest import FrozenClock


def test_the_shopper_is_told_of_a_hand_over_only_once_it_is_in_the_queue(house: House) -> None:
    talk = Talk(house, "en", Tier.BLACK)
    awaited = []
    events = []
    for event in talk.stream(ASKED["en"][Behaviour.HANDOFF]):
        events.append(event)
        if isinstance(event, SentenceShown) and "passed this" in event.text:
            awaited.append(house.chats.awaited(talk.shopper, talk.id))
    handed = next(event for event in events if isinstance(event, HandedOver))
    assert [handoff.id for handoff in awaited if handoff] == [handed.handoff_id]
    told = [i for i, e in enumerate(events) if isinstance(e, SentenceShown) and "passed" in e.text]
    assert events.index(handed) < told[0]


def test_when_the_hand_over_fails_nobody_says_that_it_happened(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("no queue")

    talk = Talk(house, "en", Tier.BLACK)
    monkeypatch.setattr(house.desk, "request", fails)
    read = talk.read(ASKED["en"][Behaviour.HANDOFF])
    assert "passed this" not in read
    assert voice.FAILED.en in read
    assert house.chats.awaited(talk.shopper, talk.id) is None


@pytest.mark.parametrize(
    ("tier", "lane"),
    [(None, Lane.SERVICE), (Tier.SILVER, Lane.SERVICE), (Tier.GOLD, Lane.SHARED),
     (Tier.BLACK, Lane.DEDICATED)],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_tier_is_handed_to_its_own_lane(
    house: House, tier: Tier | None, lane: Lane, lang: Lang
) -> None:
    talk = Talk(house, lang, tier)
    read = talk.read(ASKED[lang][Behaviour.HANDOFF])
    awaited = house.chats.awaited(talk.shopper, talk.id)
    assert awaited
    assert (awaited.lane, awaited.tier) == (lane, tier)
    assert voice.handed_over(awaited, lang, house.clock()) in read


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_at_night_an_anonymous_shopper_leaves_a_note_and_is_told_until_when(
    house: House, clock: FrozenClock, lang: Lang
) -> None:
    clock.advance(hours=15)  # three in the morning in Beijing
    talk = Talk(house, lang)
    events = talk.ask(ASKED[lang][Behaviour.HANDOFF])
    handed = next(event for event in events if isinstance(event, HandedOver))
    assert handed.note_only
    assert "10:00" in shown(events)
    assert house.chats.get(talk.shopper, talk.id).holder is Holder.ADVISOR


def test_while_a_person_has_the_conversation_the_advisor_is_silent(house: House) -> None:
    talk = Talk(house)
    talk.person_takes_over()
    assert talk.ask(WET) == []
    assert talk.messages()[-1].text == WET


def test_an_answer_that_a_person_overtook_is_discarded(house: House) -> None:
    talk = Talk(house)
    events = []
    for event in talk.stream(WET):
        if isinstance(event, TurnStarted):
            talk.person_takes_over()
        events.append(event)
    assert ended(events).message_id is None
    assert ended(events).behaviour is None
    assert not any(m.author is Author.ADVISOR for m in talk.messages())
