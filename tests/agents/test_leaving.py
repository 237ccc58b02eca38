"""Whoever leaves or is in a hurry keeps no model writing, and finds a whole answer all the same."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from agents.turn_runner import TurnRunner
from shop.turn_events import TurnEnded, TurnEvent
from tests.agents.house import House, Talk, shown
from tests.agents.lies import WET_LAMBSKIN as HOUSE_WORDS
from tests.agents.openai_mode import BLOT, NO_DRYER, ONE_DAY, WET, language, troubles
from tests.agents.patience import soon
from tests.agents.scripted_server import Reply, ScriptedServer

LEFT_AFTER_S = 0.3
PHRASED = "Use a soft cloth to blot the wet lambskin dry."


@pytest.fixture
def runner(house: House, server: ScriptedServer) -> Iterator[TurnRunner]:
    runner = house.runner(language(server.url, deadline_s=60), LEFT_AFTER_S)
    yield runner
    runner.close()


@pytest.fixture
def talk(house: House) -> Talk:
    return Talk(house, "en")


def silent(reply: Reply) -> None:
    reply.wait_for_hang_up()


def one_sentence_and_silent(reply: Reply) -> None:
    reply.begin()
    reply.say(f"{PHRASED} [1]\nDo n")
    reply.wait_for_hang_up()


def submitted(runner: TurnRunner, talk: Talk) -> str:
    turn_id = talk.say(WET)
    runner.submit(turn_id)
    return turn_id


def watched(runner: TurnRunner, turn_id: str, until: Callable[[list[TurnEvent]], bool]) -> None:
    """Look as a page does, until what was seen is enough."""
    end, events = time.monotonic() + 5, list[TurnEvent]()
    while not until(events):
        assert time.monotonic() < end, events
        events += runner.events(turn_id, len(events), 0.05) or []


def is_over(events: list[TurnEvent]) -> bool:
    return any(isinstance(event, TurnEnded) for event in events)


def test_a_page_that_was_closed_lets_the_model_go_and_leaves_a_whole_answer(
    runner: TurnRunner, talk: Talk, server: ScriptedServer
) -> None:
    server.script = one_sentence_and_silent
    turn_id = submitted(runner, talk)
    watched(runner, turn_id, lambda events: PHRASED in shown(events))
    assert soon(lambda: server.gone == 1)
    assert soon(lambda: len(talk.messages()) == 2)
    assert talk.answer.text == f"{PHRASED} {NO_DRYER} {ONE_DAY}"
    assert "did not wait" in talk.answer.remark


def test_nobody_ever_looking_is_the_same(
    runner: TurnRunner, talk: Talk, server: ScriptedServer
) -> None:
    server.script = silent
    submitted(runner, talk)
    assert soon(lambda: len(talk.messages()) == 2)
    assert talk.answer.text == HOUSE_WORDS
    assert soon(lambda: server.gone == 1)


def test_a_page_that_goes_on_looking_is_waited_for(
    runner: TurnRunner, talk: Talk, server: ScriptedServer
) -> None:
    def script(reply: Reply) -> None:
        reply.begin()
        reply.wait(3 * LEFT_AFTER_S)
        reply.say(f"{PHRASED} [1]\n{NO_DRYER} [1]")
        reply.end()

    server.script = script
    turn_id = submitted(runner, talk)
    watched(runner, turn_id, is_over)
    assert talk.answer.text == f"{PHRASED} {NO_DRYER}"
    assert talk.answer.mode == "openai"


def test_in_a_hurry_she_has_the_rest_at_once_in_the_house_s_own_words(
    runner: TurnRunner, talk: Talk, server: ScriptedServer
) -> None:
    server.script = one_sentence_and_silent
    turn_id = submitted(runner, talk)
    watched(runner, turn_id, lambda events: PHRASED in shown(events))
    runner.hurry(turn_id)
    watched(runner, turn_id, is_over)
    assert talk.answer.text == f"{PHRASED} {NO_DRYER} {ONE_DAY}"
    assert soon(lambda: server.gone == 1)
    events = runner.events(turn_id)
    assert events
    assert "did not wait" in troubles(events)


def test_hurrying_what_is_over_or_unknown_does_no_harm(
    runner: TurnRunner, talk: Talk, server: ScriptedServer
) -> None:
    server.script = lambda reply: reply.answer(f"{BLOT} [1]")
    turn_id = submitted(runner, talk)
    watched(runner, turn_id, is_over)
    said = talk.answer
    runner.hurry(turn_id)
    runner.hurry("no such turn")
    assert talk.answer == said
