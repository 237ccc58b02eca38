"""The OpenAI protocol as a real model server speaks it; see docs/operations.md, 'A real model'.

The model may be tiny and write nonsense: what is tested is that the protocol works, and that the
shopper is answered rightly whatever the model makes of it.
"""

from __future__ import annotations

import os
import threading
import time

import pytest
from langchain_core.messages import HumanMessage
from pydantic import SecretStr

from agents.chat_model import open_chat_model
from agents.ladder import Ladder
from agents.meter import Meter
from agents.model_line import ModelLine
from agents.openai_language import OpenAILanguage
from agents.openai_understanding import OpenAIUnderstanding
from shop.conversations import Behaviour
from shop.errors import ModelFailed
from tests.agents.house import House, Talk
from tests.agents.openai_mode import WET, WET_ZH, troubles
from tests.needs import skip_or_fail

PATIENCE_S = 200.0
pytestmark = [pytest.mark.model, pytest.mark.timeout(3 * PATIENCE_S)]


@pytest.fixture(scope="module")
def url() -> str:
    url = os.environ.get("OPENAI_BASE_URL_TEST", "")
    if not url:
        skip_or_fail("model", "set OPENAI_BASE_URL_TEST to a model server on this machine")
    return url


def line(url: str) -> ModelLine:
    return ModelLine(open_chat_model("local", SecretStr(""), url, PATIENCE_S), PATIENCE_S)


def language(url: str) -> OpenAILanguage:
    return OpenAILanguage(open_chat_model("local", SecretStr(""), url, PATIENCE_S), PATIENCE_S)


def test_an_answer_is_streamed_to_a_proper_end_and_counted(url: str) -> None:
    meter = Meter()
    asked = [HumanMessage("Say the word lambskin and nothing else.")]
    chunks = list(line(url).stream(asked, meter))
    assert "".join(chunk.text for chunk in chunks)
    assert chunks[-1].response_metadata.get("finish_reason") or any(
        chunk.response_metadata.get("finish_reason") for chunk in chunks
    )
    assert meter.tokens_in > 5
    assert meter.tokens_out > 0


@pytest.mark.parametrize(("lang", "asked"), [("en", WET), ("zh", WET_ZH)])
def test_a_turn_is_answered_from_its_evidence_whatever_the_model_writes(
    house: House, url: str, lang: str, asked: str
) -> None:
    talk = Talk(house, "zh" if lang == "zh" else "en")
    talk.advisor = house.advisor(language(url), tokens=60_000)
    began = time.monotonic()
    events = talk.ask(asked)
    assert talk.answer.behaviour is Behaviour.ANSWER
    assert {citation.section for citation in talk.answer.citations} == {"rain"}
    assert all(sentence.cites for sentence in talk.answer.sentences)
    assert house.chats.get(talk.shopper, talk.id).tokens > 100
    print(f"\n{lang}: {time.monotonic() - began:.1f} s, {talk.answer.mode}: {talk.answer.text}")
    print(f"    for staff: {talk.answer.remark or troubles(events) or 'nothing'}")


def test_a_reading_is_had_or_failed_and_the_format_is_remembered(house: House, url: str) -> None:
    ladder = Ladder()
    model = open_chat_model("local", SecretStr(""), url, PATIENCE_S)
    talk = Talk(house, "en")
    talk.advisor = house.advisor(reader=OpenAIUnderstanding(model, PATIENCE_S, ladder))
    talk.ask("can I clean lambskin with alcohol")
    read = talk.read("and when it got wet in the rain?")
    assert "Blot" in read
    print(f"\nasked by {ladder.rung}: {talk.answer.remark or 'read'}")


def test_a_model_that_is_let_go_is_free_for_the_next(url: str) -> None:
    left = threading.Event()
    asked = [HumanMessage("Tell me a very long story about a bag.")]
    chunks = line(url).stream(asked, Meter(has_left=left.is_set))
    assert next(chunk for chunk in chunks if chunk.text)
    left.set()
    with pytest.raises(ModelFailed, match="did not wait"):
        list(chunks)
    began = time.monotonic()
    assert list(line(url).stream([HumanMessage("Say yes.")], Meter()))
    assert time.monotonic() - began < PATIENCE_S
