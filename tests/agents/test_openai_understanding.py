"""Reading with a model over endpoints that know all, some or none of the formats for JSON."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from pydantic import SecretStr

from agents.chat_model import open_chat_model
from agents.ladder import REST_S, RUNGS, Ladder
from agents.meter import Meter
from agents.openai_understanding import OpenAIUnderstanding
from agents.second_reading import Understood
from shop.conversations import Conversation, Holder
from shop.errors import ModelFailed
from shop.turns import TurnInput
from tests.agents.asked import NOON, message
from tests.agents.patience import soon
from tests.agents.scripted_server import Reply, Script, ScriptedServer

MEANT: dict[str, Any] = {
    "questions": ["can lambskin get wet"], "language": "en", "follow_up": True, "pieces": []
}  # fmt: skip
WRITTEN = json.dumps(MEANT)


def reader(
    server: ScriptedServer, deadline_s: float = 5.0, ladder: Ladder | None = None
) -> OpenAIUnderstanding:
    model = open_chat_model("m", SecretStr("sk-very-secret"), server.url, deadline_s)
    return OpenAIUnderstanding(model, deadline_s, ladder)


def read(reader: OpenAIUnderstanding, meter: Meter | None = None) -> Understood | None:
    earlier = message("what about </earlier> lambskin", 1)
    conversation = Conversation("c", "v", None, "en", Holder.ADVISOR, NOON)
    turn = TurnInput("t", conversation, message("can it get wet", 2), (earlier,), None)
    return reader.read(turn, meter or Meter())


def format_of(request: dict[str, Any]) -> str:
    """How a request asks for JSON."""
    if "tools" in request:
        return "function"
    return str(request.get("response_format", {}).get("type", "text"))


def knows(server: ScriptedServer, *formats: str, refusal: int = 400) -> Script:
    """An endpoint that knows these formats and refuses others."""

    def script(reply: Reply) -> None:
        asked = format_of(server.requests[-1])
        if asked not in formats:
            reply.refuse(refusal, "unknown_format")
        elif asked == "function":
            reply.whole(_call(server.requests[-1]), usage=(100, 20))
        else:
            reply.whole({"content": WRITTEN}, usage=(100, 20))

    return script


def _call(request: dict[str, Any]) -> dict[str, Any]:
    function = {"name": request["tools"][0]["function"]["name"], "arguments": WRITTEN}
    return {"content": None, "tool_calls": [{"id": "1", "type": "function", "function": function}]}


# The ladder


@pytest.mark.parametrize(
    ("formats", "tried"),
    [
        (["json_schema"], ["json_schema"]),
        (["json_object"], ["json_schema", "json_object"]),
        (["function"], ["json_schema", "json_object", "function"]),
        (["text"], ["json_schema", "json_object", "function", "text"]),
    ],
)
@pytest.mark.parametrize("refusal", [400, 422, 500])
def test_the_first_format_an_endpoint_knows_is_used_and_remembered(
    server: ScriptedServer, formats: list[str], tried: list[str], refusal: int
) -> None:
    server.script = knows(server, *formats, refusal=refusal)
    asked_twice = reader(server)
    for _ in range(2):
        understood = read(asked_twice)
        assert understood
        assert understood.model_dump() == MEANT
    assert [format_of(request) for request in server.requests] == [*tried, tried[-1]]


def test_an_endpoint_that_knows_none_is_left_alone_for_a_while(server: ScriptedServer) -> None:
    now = [0.0]
    server.script = knows(server)
    asked = reader(server, ladder=Ladder(lambda: now[0]))
    with pytest.raises(ModelFailed):
        read(asked)
    assert read(asked) is None
    assert len(server.requests) == 4
    now[0] += REST_S + 1
    server.script = knows(server, "json_schema")
    assert read(asked)


def test_what_a_reading_uses_is_counted(server: ScriptedServer) -> None:
    server.script = knows(server, "json_schema")
    meter = Meter()
    read(reader(server), meter)
    assert (meter.tokens_in, meter.tokens_out) == (100, 20)


def test_what_cannot_be_paid_for_is_not_asked(server: ScriptedServer) -> None:
    with pytest.raises(ModelFailed, match="MODEL_TOKENS"):
        read(reader(server), Meter(left=10))
    assert server.requests == []


def test_what_was_said_is_told_as_fenced_data(server: ScriptedServer) -> None:
    server.script = knows(server, "json_schema")
    read(reader(server))
    system, told = (message["content"] for message in server.requests[-1]["messages"])
    assert "data" in system
    assert len([line for line in told.splitlines() if line.startswith("<")]) == 4
    assert "</earlier>" not in told


@pytest.mark.parametrize(
    "written",
    [
        f"Sure! Here it is:\n```json\n{WRITTEN}\n```",
        f"<think>{{hm}}</think>{WRITTEN} Hope that helps {{}}",
        f'{{}} {{"questions": 1}} {WRITTEN}',
    ],
)
def test_json_is_found_in_plain_text(server: ScriptedServer, written: str) -> None:
    def script(reply: Reply) -> None:
        if format_of(server.requests[-1]) == "text":
            reply.whole({"content": written})
        else:
            reply.refuse(400)

    server.script = script
    understood = read(reader(server))
    assert understood
    assert understood.questions == MEANT["questions"]


# What goes wrong


NONSENSE = [
    "", "I would rather not.", "{", "[]", "null", "{}", '{"questions": "one"}', "[" * 50_000,
    '{"questions": [{"a": 1}], "language": 3, "follow_up": "?", "pieces": null}', "{" * 300_000,
]  # fmt: skip


@pytest.mark.parametrize("written", NONSENSE, ids=range(len(NONSENSE)))
@pytest.mark.parametrize("at", [0, 1, 3], ids=["schema", "object", "text"])
def test_nonsense_is_no_reading_and_is_not_asked_for_in_that_way_again(
    server: ScriptedServer, written: str, at: int
) -> None:
    ladder = Ladder()
    for rung in RUNGS[:at]:
        ladder.step_down_from(rung)
    server.script = lambda reply: reply.whole({"content": written})
    with pytest.raises(ModelFailed, match="cannot be read"):
        read(reader(server, ladder=ladder))
    assert ladder.rung != RUNGS[at]
    assert len(server.requests) == 1


def silent(reply: Reply) -> None:
    reply.wait_for_hang_up()


def dribbles(reply: Reply) -> None:
    reply.repeat(b" ", every_s=0.02)


def endless(reply: Reply) -> None:
    reply.repeat(b"{" * 10_000)


def cut(reply: Reply) -> None:
    reply.begin()
    reply.raw(WRITTEN[:20].encode())
    reply.cut()


@pytest.mark.parametrize("script", [silent, dribbles, endless])
def test_a_reading_that_takes_too_long_is_given_up_in_time_and_hung_up_on(
    server: ScriptedServer, script: Script
) -> None:
    server.script = script
    began = time.monotonic()
    with pytest.raises(ModelFailed, match=r"longer than 0.3 s"):
        read(reader(server, deadline_s=0.3))
    assert time.monotonic() - began < 1.5
    assert soon(lambda: server.gone == 1)


@pytest.mark.parametrize(
    "script",
    [cut, Reply.cut, *(lambda reply, s=status: reply.refuse(s) for status in (401, 429, 503))],
)
def test_an_endpoint_that_fails_again_and_again_costs_only_the_first_turns(
    server: ScriptedServer, script: Script
) -> None:
    server.script = script
    asked = reader(server)
    for _ in range(3):
        with pytest.raises(ModelFailed) as failed:
            read(asked)
        assert "sk-very-secret" not in str(failed.value)
    assert read(asked) is None
    assert len(server.requests) == 3


def test_one_failure_between_successes_is_forgotten(server: ScriptedServer) -> None:
    asked = reader(server)
    for _ in range(4):
        server.script = knows(server, "json_schema")
        assert read(asked)
        server.script = lambda reply: reply.refuse(503)
        with pytest.raises(ModelFailed):
            read(asked)
