"""A model shortens the lines of a brief, over a scripted endpoint; it never changes a fact."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from agents.brief import Brief, Fact
from agents.brief.briefs import Briefs
from agents.brief.phrasing import Phrasing
from agents.chat_model import open_chat_model
from agents.meter import Meter
from shop.errors import ModelFailed
from tests.agents.asked import message
from tests.agents.brief.talks import known
from tests.agents.openai_mode import KEY, words_of
from tests.agents.scripted_server import Script, ScriptedServer

PATIENCE_S = 5.0  # of a model that answers at once, on a machine that is busy
LONG = Fact("dislike", "please, nothing too flashy for her, she is not one for 5 cm heels", (1,))
SHORT = Fact("budget", "12k", (3,))


def phrased(server: ScriptedServer, script: Script) -> tuple[Fact, ...]:
    server.script = script
    model = open_chat_model("scripted", SecretStr(KEY), server.url, PATIENCE_S)
    return Phrasing(model, PATIENCE_S)(Brief((LONG, SHORT)), Meter()).facts


def test_a_shorter_wording_with_the_same_facts_is_taken(server: ScriptedServer) -> None:
    said = words_of("not one for 5 cm heels, nothing flashy [1]")
    first, second = phrased(server, said)
    assert first.value == "not one for 5 cm heels, nothing flashy"
    assert first.rests_on == LONG.rests_on
    assert second == SHORT


@pytest.mark.parametrize(
    "line",
    [
        "nothing flashy, 6 cm heels [1]",  # another figure
        "nothing flashy [1]",  # a figure lost
        "not one for 5 cm heels, adores emeralds from Colombia [1]",  # new words
        "not one for 5 cm heels [1, 2]",  # two lines in one
        "no number at all",
        "not one for 5 cm heels [7]",
    ],
)
def test_a_wording_that_says_anything_else_is_left(server: ScriptedServer, line: str) -> None:
    assert phrased(server, words_of(line)) == (LONG, SHORT)


def test_a_model_that_fails_leaves_the_brief_as_it_was(server: ScriptedServer) -> None:
    with pytest.raises(ModelFailed):
        phrased(server, lambda reply: reply.refuse(401))


def test_pages_read_what_code_built_until_the_model_is_done() -> None:
    def fails(built: Brief, meter: Meter) -> Brief:
        raise ModelFailed("away")

    briefs = Briefs(known, lambda: fails)
    said = [message("nothing too flashy", 1)]
    assert briefs.of(said).of("dislike")
    briefs.close()
    assert briefs.of(said).of("dislike")
