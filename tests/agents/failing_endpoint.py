"""Every way in which a model's endpoint is known to fail, as scripts of `ScriptedServer`."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.agents.openai_mode import DEADLINE_S, KEY
from tests.agents.scripted_server import Reply, Script, saying


@contextmanager
def in_time(spare_s: float = 1.0) -> Iterator[None]:
    """What is done meanwhile must be through this soon after a model's deadline."""
    began = time.monotonic()
    yield
    assert time.monotonic() - began < DEADLINE_S + spare_s


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


# with what staff read of it, or a part of that
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
