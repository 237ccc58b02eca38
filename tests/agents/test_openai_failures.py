"""The OpenAI language over an endpoint that fails in every way known: the shopper is answered."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest

from tests.agents.failing_endpoint import BAD, dribbles_comments, in_time
from tests.agents.house import House, Talk, shown
from tests.agents.lies import WET_LAMBSKIN as HOUSE_WORDS
from tests.agents.lies import WET_LAMBSKIN_ZH as HOUSE_WORDS_ZH
from tests.agents.openai_mode import (
    KEY,
    NO_DRYER,
    ONE_DAY,
    WET,
    WET_ZH,
    language,
    troubles,
)
from tests.agents.patience import soon
from tests.agents.scripted_server import Reply, Script, ScriptedServer


@pytest.fixture
def talk(house: House, server: ScriptedServer) -> Talk:
    return Talk(house, "en", language=language(server.url))


@pytest.mark.parametrize(("script", "why"), BAD)
def test_whatever_the_endpoint_does_the_shopper_is_answered_in_time_and_staff_know_why(
    talk: Talk, server: ScriptedServer, script: Script, why: str
) -> None:
    server.script = script
    with in_time():
        events = talk.ask(WET)
    assert shown(events) == HOUSE_WORDS
    assert why in troubles(events)
    assert talk.answer.text == HOUSE_WORDS
    assert talk.answer.mode == "offline"
    assert talk.answer.remark
    assert talk.answer.remark.startswith(troubles(events)[:20]) or not why
    assert KEY not in talk.answer.remark + troubles(events)
    assert len(server.requests) <= 2


def test_an_endpoint_that_is_not_there_is_named_to_staff(house: House) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
    talk = Talk(house, "zh", language=language(nobody))
    events = talk.ask(WET_ZH)
    assert shown(events).replace(" ", "") == HOUSE_WORDS_ZH.replace(" ", "")
    assert "cannot be reached" in troubles(events)
    assert "cannot be reached" in talk.answer.remark


def test_a_shopper_never_reads_what_staff_read(talk: Talk, server: ScriptedServer) -> None:
    talk.ask(WET)
    transcript = talk.house.chats.transcript(talk.shopper, talk.id)
    assert [message.remark for message in transcript] == ["", ""]


def test_a_connection_that_dribbles_is_let_go_soon_after_the_deadline(
    talk: Talk, server: ScriptedServer
) -> None:
    server.script = dribbles_comments
    talk.ask(WET)
    assert soon(lambda: server.gone == 1)


@pytest.mark.parametrize("end", [lambda reply: reply.wait(5), Reply.cut])
def test_what_was_shown_before_the_model_failed_stands_and_is_not_said_twice(
    talk: Talk, server: ScriptedServer, end: Callable[[Reply], None]
) -> None:
    def script(reply: Reply) -> None:
        reply.begin()
        reply.say("Use a soft cloth to blot the wet lambskin dry. [1]\nLet it dry for 2")
        end(reply)

    server.script = script
    assert talk.read(WET) == f"Use a soft cloth to blot the wet lambskin dry. {NO_DRYER} {ONE_DAY}"
    assert (
        talk.answer.text == f"Use a soft cloth to blot the wet lambskin dry. {NO_DRYER} {ONE_DAY}"
    )
