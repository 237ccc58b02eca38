"""A conversation's tokens: counted turn by turn, and then the house's own words."""

from __future__ import annotations

import pytest

from shop.conversations import Conversation
from tests.agents.house import House, Talk, shown
from tests.agents.lies import WET_LAMBSKIN as HOUSE_WORDS
from tests.agents.openai_mode import BLOT, NO_DRYER, WET, language, troubles
from tests.agents.scripted_server import Reply, ScriptedServer

PHRASED = f"{BLOT} {NO_DRYER}"


@pytest.fixture
def talk(house: House, server: ScriptedServer) -> Talk:
    """One whose model uses 2,000 tokens a turn, of 6,000 that it may."""
    server.script = lambda reply: reply.answer(f"{BLOT} [1]\n{NO_DRYER} [1]", usage=(1900, 100))
    talk = Talk(house, "en")
    talk.advisor = house.advisor(language(server.url), tokens=6_000)
    return talk


def conversation(talk: Talk) -> Conversation:
    return talk.house.chats.get(talk.shopper, talk.id)


def test_what_a_turn_used_is_kept_with_the_conversation(talk: Talk) -> None:
    talk.ask(WET)
    talk.ask(WET)
    assert (conversation(talk).tokens_in, conversation(talk).tokens_out) == (3800, 200)


def test_past_its_limit_a_conversation_is_answered_offline_and_staff_know_why(
    talk: Talk, server: ScriptedServer
) -> None:
    assert [talk.read(WET) for _ in range(3)][1:] == [PHRASED, PHRASED]
    events = talk.ask(WET)
    assert shown(events) == HOUSE_WORDS
    assert talk.answer.mode == "offline"
    assert "MODEL_TOKENS_PER_CONVERSATION" in talk.answer.remark
    assert "MODEL_TOKENS_PER_CONVERSATION" in troubles(events)
    assert len(server.requests) == 3


def test_another_conversation_has_tokens_of_its_own(talk: Talk, server: ScriptedServer) -> None:
    for _ in range(4):
        talk.ask(WET)
    other = Talk(talk.house, "en")
    other.advisor = talk.advisor
    assert other.read(WET) == PHRASED


def test_without_a_limit_none_is_reached(talk: Talk, server: ScriptedServer) -> None:
    talk.advisor = talk.house.advisor(language(server.url), tokens=0)
    assert [talk.read(WET) for _ in range(4)] == [PHRASED] * 4


def test_an_answer_that_broke_off_is_counted_too(talk: Talk, server: ScriptedServer) -> None:
    def script(reply: Reply) -> None:
        reply.begin()
        reply.say(BLOT)
        reply.cut()

    server.script = script
    talk.ask(WET)
    assert conversation(talk).tokens_in > 100
    assert 0 < conversation(talk).tokens_out < 30
