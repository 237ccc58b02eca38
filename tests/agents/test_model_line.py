"""One request to a model: how often it is tried, what it used, and that it can be let go."""

from __future__ import annotations

import threading
import time

import pytest
from langchain_core.messages import HumanMessage
from pydantic import SecretStr

from agents.chat_model import open_chat_model
from agents.meter import Meter, estimated
from agents.model_line import ModelLine
from shop.errors import ModelFailed
from tests.agents.patience import soon
from tests.agents.scripted_server import Reply, Script, ScriptedServer

ASKED = [HumanMessage("how do I dry it")]
SAID = "Blot it dry. [1]"


def line(server: ScriptedServer, deadline_s: float = 5.0) -> ModelLine:
    return ModelLine(open_chat_model("m", SecretStr(""), server.url, deadline_s), deadline_s)


def heard(line: ModelLine, meter: Meter | None = None) -> str:
    return "".join(chunk.text for chunk in line.stream(ASKED, meter or Meter()))


def first_then(first: Script, then: Script) -> Script:
    """A script that is another one from the second request on."""
    scripts = iter([first])

    def script(reply: Reply) -> None:
        next(scripts, then)(reply)

    return script


def answers(reply: Reply) -> None:
    reply.answer(SAID)


def hangs_up(reply: Reply) -> None:
    reply.cut()


def begins_and_hangs_up(reply: Reply) -> None:
    reply.begin()
    reply.say("")
    reply.cut()


# Once more


@pytest.mark.parametrize(
    "first",
    [
        lambda reply: reply.refuse(429),
        lambda reply: reply.refuse(429, retry_after="0.05"),
        lambda reply: reply.refuse(500),
        lambda reply: reply.refuse(503, "overloaded"),
        hangs_up,
        begins_and_hangs_up,
    ],
)
def test_what_may_pass_is_tried_once_more(server: ScriptedServer, first: Script) -> None:
    server.script = first_then(first, answers)
    assert heard(line(server)) == SAID
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    "refusal",
    [
        lambda reply: reply.refuse(401),
        lambda reply: reply.refuse(404),
        lambda reply: reply.refuse(429, "insufficient_quota"),
        lambda reply: reply.refuse(429, retry_after="30"),
        lambda reply: reply.refuse(503, retry_after="Wed, 21 Oct 2026 07:28:00 GMT"),
    ],
)
def test_what_does_not_pass_in_time_is_not_tried_again(
    server: ScriptedServer, refusal: Script
) -> None:
    server.script = refusal
    began = time.monotonic()
    with pytest.raises(ModelFailed):
        heard(line(server))
    assert len(server.requests) == 1
    assert time.monotonic() - began < 2


def test_it_is_tried_no_third_time(server: ScriptedServer) -> None:
    server.script = lambda reply: reply.refuse(500)
    with pytest.raises(ModelFailed, match="500"):
        heard(line(server))
    assert len(server.requests) == 2


def test_nothing_is_tried_again_once_a_word_has_come(server: ScriptedServer) -> None:
    def script(reply: Reply) -> None:
        reply.begin()
        reply.say("Blot")
        reply.cut()

    server.script = script
    chunks, read = line(server).stream(ASKED, Meter()), []
    with pytest.raises(ModelFailed, match="broke off"):
        read += [chunk.text for chunk in chunks]
    assert len(server.requests) == 1


def test_nothing_is_tried_again_when_half_of_the_time_is_gone(server: ScriptedServer) -> None:
    def script(reply: Reply) -> None:
        reply.wait(0.3)
        reply.refuse(500)

    server.script = script
    with pytest.raises(ModelFailed, match="500"):
        heard(line(server, deadline_s=0.5))
    assert len(server.requests) == 1


# What it used


def test_the_endpoint_s_own_count_is_kept(server: ScriptedServer) -> None:
    server.script = lambda reply: reply.answer(SAID, usage=(321, 12))
    meter = Meter()
    heard(line(server), meter)
    assert (meter.tokens_in, meter.tokens_out) == (321, 12)


@pytest.mark.parametrize("break_off", [False, True])
def test_where_no_endpoint_counts_it_is_estimated(server: ScriptedServer, break_off: bool) -> None:
    def script(reply: Reply) -> None:
        reply.begin()
        reply.say("小羊皮淋湿后")
        reply.cut() if break_off else reply.end()

    server.script = script
    meter = Meter()
    try:
        heard(line(server), meter)
    except ModelFailed:
        assert break_off
    assert meter.tokens_out == 6
    assert meter.tokens_in >= estimated(ASKED[0].text) > 0


def test_a_refused_request_costs_nothing(server: ScriptedServer) -> None:
    server.script = lambda reply: reply.refuse(401)
    meter = Meter()
    with pytest.raises(ModelFailed):
        heard(line(server), meter)
    assert (meter.tokens_in, meter.tokens_out) == (0, 0)


def test_an_endpoint_that_refuses_to_count_is_not_asked_to_again(server: ScriptedServer) -> None:
    def script(reply: Reply) -> None:
        if "stream_options" in server.requests[-1]:
            reply.refuse(422, "extra_forbidden")
        else:
            reply.answer(SAID)

    server.script = script
    asked_twice = line(server)
    assert heard(asked_twice) == heard(asked_twice) == SAID
    assert ["stream_options" in request for request in server.requests] == [True, False, False]


def test_what_the_conversation_cannot_pay_for_is_not_asked(server: ScriptedServer) -> None:
    server.script = answers
    with pytest.raises(ModelFailed, match="MODEL_TOKENS_PER_CONVERSATION"):
        heard(line(server), Meter(left=5))
    assert server.requests == []


# Nobody waits


def silent_before_its_headers(reply: Reply) -> None:
    reply.wait_for_hang_up()


def silent_after_a_word(reply: Reply) -> None:
    reply.begin()
    reply.say("Blot")
    reply.wait_for_hang_up()


def dribbles(reply: Reply) -> None:
    reply.repeat(b": still here\n\n", every_s=0.02)


@pytest.mark.parametrize("script", [silent_before_its_headers, silent_after_a_word, dribbles])
@pytest.mark.parametrize("why", ["left", "late"])
def test_whoever_is_not_waited_for_is_hung_up_on_at_once(
    server: ScriptedServer, script: Script, why: str
) -> None:
    server.script = script
    left = threading.Event()
    threading.Timer(0.2, left.set).start()
    wait_s = 60.0 if why == "left" else 0.2
    meter = Meter(has_left=left.is_set if why == "left" else lambda: False)
    with pytest.raises(ModelFailed, match="did not wait" if why == "left" else "longer than"):
        heard(line(server, wait_s), meter)
    assert soon(lambda: server.gone == 1)
