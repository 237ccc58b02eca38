"""The OpenAI language over an endpoint that fails in every way known: the shopper is answered."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable

import pytest

from tests.agents.house import House, Talk, shown
from tests.agents.lies import WET_LAMBSKIN as HOUSE_WORDS
from tests.agents.lies import WET_LAMBSKIN_ZH as HOUSE_WORDS_ZH
from tests.agents.openai_mode import (
    DEADLINE_S,
    KEY,
    NO_DRYER,
    ONE_DAY,
    WET,
    WET_ZH,
    language,
    troubles,
)
from tests.agents.patience import soon
from tests.agents.scripted_server import Reply, Script, ScriptedServer, saying


@pytest.fixture
def talk(house: House, server: ScriptedServer) -> Talk:
    return Talk(house, "en", language=language(server.url))


def never_a_byte(reply: Reply) -> None:
    reply.wait(5)


def stalls(reply: Reply) -> None:
    reply.begin()
    reply.say("Blot it w")
    reply.wait(5)


def dribbles_comments(reply: Reply) -> None:
    reply.repeat(b": still here\n\n", every_s=0.05)


def dribbles_letters(reply: Reply) -> None:
    reply.repeat(saying("very "), every_s=0.05)


def never_ends(reply: Reply) -> None:
    reply.flood("Lambskin is a kind of leather and leather is a kind of skin. [1]\n")


def one_line_without_end(reply: Reply) -> None:
    reply.flood("and more " * 50)


def cut_off(reply: Reply) -> None:
    reply.begin()
    reply.say("Use a hair-dr")
    reply.cut()


def ends_without_an_end(reply: Reply) -> None:
    reply.begin(chunked=False)
    reply.say("Use a hair-dryer")


def not_json(reply: Reply) -> None:
    reply.begin()
    reply.raw(b"data: {what is this\n\n")
    reply.end()


def odd_json(reply: Reply) -> None:
    reply.begin()
    reply.raw(b'data: {"choices": [{"delta": null}]}\n\n')
    reply.raw(b'data: ["not", "an", "object"]\n\n')
    reply.end()


def a_web_page(reply: Reply) -> None:
    reply.begin()
    reply.raw(b"<html><body>Welcome to our proxy</body></html>")
    reply.raw(b"")


def error_in_the_stream(reply: Reply) -> None:
    reply.begin()
    reply.raw(b'data: {"error": {"message": "overloaded sk-very-secret", "code": "busy"}}\n\n')
    reply.end()


def empty(reply: Reply) -> None:
    reply.answer("")


def no_space_left(reply: Reply) -> None:
    reply.begin()
    reply.say("Use a hair")
    reply.end("length")


BAD: list[tuple[Script, str]] = [
    (never_a_byte, "longer than 0.5 s"),
    (stalls, "longer than 0.5 s"),
    (dribbles_comments, "longer than 0.5 s"),
    (dribbles_letters, "longer than 0.5 s"),
    (never_ends, ""),
    (one_line_without_end, ""),
    (cut_off, "broke off"),
    (ends_without_an_end, "broke off"),
    (not_json, "cannot be read"),
    (odd_json, ""),
    (a_web_page, ""),
    (error_in_the_stream, ""),
    (empty, "empty"),
    (no_space_left, "broke off (length)"),
    (lambda reply: reply.refuse(401, "invalid_api_key"), "refused the key (401)"),
    (lambda reply: reply.refuse(403), "(403)"),
    (lambda reply: reply.refuse(404, "model_not_found"), "does not know this model (404)"),
    (lambda reply: reply.refuse(429, "insufficient_quota"), "(429): insufficient_quota"),
    (lambda reply: reply.refuse(429, retry_after="30"), "over its limit (429)"),
    (lambda reply: reply.refuse(500), "answered 500"),
    (lambda reply: reply.refuse(503), "answered 503"),
    (lambda reply: reply.refuse(400, KEY), "(400)"),
]


@pytest.mark.parametrize(("script", "why"), BAD)
def test_whatever_the_endpoint_does_the_shopper_is_answered_in_time_and_staff_know_why(
    talk: Talk, server: ScriptedServer, script: Script, why: str
) -> None:
    server.script = script
    asked = time.monotonic()
    events = talk.ask(WET)
    assert time.monotonic() - asked < DEADLINE_S + 1
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
