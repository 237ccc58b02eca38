"""The copilot's drafts phrased by a model: proven like an answer, and never waited for in vain."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from agents.chat_model import open_chat_model
from agents.copilot.copilot import Copilot
from agents.copilot.drafting import Drafting
from agents.graph import build_graph
from agents.openai_understanding import OpenAIUnderstanding
from settings import Settings
from shop.conversations import Behaviour, DraftKind
from shop.draft_keeping import DraftKeeping
from tests.agents.failing_endpoint import BAD, in_time
from tests.agents.her_desk import AtHerDesk
from tests.agents.house import House, catalogue
from tests.agents.lies import KINDS, KINDS_ZH, LIES, LIES_ZH, WET_LAMBSKIN, WET_LAMBSKIN_ZH
from tests.agents.openai_mode import (
    BLOT,
    DEADLINE_S,
    KEY,
    NO_DRYER,
    WET,
    WET_ZH,
    language,
    words_of,
)
from tests.agents.scripted_server import Reply, Script, ScriptedServer
from wiring.copilot import open_interpreter
from wiring.expertise import _language, _reader

PHRASED = "Use a soft cloth to blot the wet lambskin dry."


def at_her_desk(house: House, server: ScriptedServer, deadline_s: float = 5.0) -> AtHerDesk:
    return AtHerDesk(house, language(server.url, deadline_s=deadline_s))


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_a_draft_that_a_model_phrased_is_proven_sentence_by_sentence(
    house: House, server: ScriptedServer
) -> None:
    server.script = words_of(f"{PHRASED} [1]\n{NO_DRYER} [1]")
    desk = at_her_desk(house, server)
    desk.says(WET)
    draft = desk.drafted().draft
    assert draft
    assert draft.text == f"{PHRASED} {NO_DRYER}"
    assert (draft.mode, draft.behaviour) == ("openai", Behaviour.ANSWER)
    assert [sentence.text for sentence in draft.sentences] == [PHRASED, NO_DRYER]
    assert all(sentence.cites for sentence in draft.sentences)
    proven = [(proof.text, proof.mode, proof.outcome, proof.shown) for proof in draft.ledger]
    assert proven == [
        (PHRASED, "openai", "supported", True),
        (NO_DRYER, "openai", "supported", True),
    ]


def test_of_a_draft_only_the_sentence_that_is_not_proven_is_left_out(
    house: House, server: ScriptedServer
) -> None:
    lie = "Let it dry for 48 hours at room temperature."
    server.script = words_of(f"{PHRASED} [1]\n{lie} [1]")
    desk = at_her_desk(house, server)
    desk.says(WET)
    draft = desk.drafted().draft
    assert draft
    assert PHRASED in draft.text
    assert "48" not in draft.text
    assert "24 hours" in draft.text
    rejected = [proof for proof in draft.ledger if not proof.shown]
    assert [proof.text for proof in rejected] == [lie]
    assert rejected[0].outcome != "supported"
    assert draft.remark


@pytest.mark.parametrize("lies", [LIES, *KINDS.values()], ids=["all", *KINDS])
def test_no_lie_of_a_model_stands_in_a_draft(
    house: House, server: ScriptedServer, lies: list[str]
) -> None:
    desk = at_her_desk(house, server)
    desk.says(WET)
    for lie in lies:
        server.script = words_of(f"{lie} [1]")
        draft = desk.drafted().draft
        assert draft
        assert draft.text == WET_LAMBSKIN, lie
        house.clock.advance(seconds=1)
    assert len(server.requests) == len(lies)


@pytest.mark.parametrize("lies", [LIES_ZH, *KINDS_ZH.values()], ids=["all", *KINDS_ZH])
def test_no_lie_of_a_model_stands_in_a_chinese_draft(
    house: House, server: ScriptedServer, lies: list[str]
) -> None:
    desk = at_her_desk(house, server)
    desk.says(WET_ZH)
    for lie in lies:
        server.script = words_of(f"{lie}[1]")
        draft = desk.drafted().draft
        assert draft
        assert squeezed(draft.text) == squeezed(WET_LAMBSKIN_ZH), lie
        house.clock.advance(seconds=1)
    assert len(server.requests) == len(lies)


@pytest.mark.parametrize(("script", "why"), BAD)
def test_a_model_that_fails_in_any_way_leaves_the_draft_that_offline_makes(
    house: House, server: ScriptedServer, script: Script, why: str
) -> None:
    server.script = script
    desk = at_her_desk(house, server, DEADLINE_S)
    desk.says(WET)
    with in_time(spare_s=2):
        state = desk.drafted()
    assert not state.failed
    assert state.draft
    assert state.draft.text == WET_LAMBSKIN
    assert state.draft.mode == "offline"
    assert why in state.draft.remark
    assert KEY not in state.draft.remark


def test_while_a_model_hangs_she_replies_and_its_draft_comes_too_late_to_be_shown(
    house: House, server: ScriptedServer
) -> None:
    server.script = Reply.wait_for_hang_up
    desk = at_her_desk(house, server, 3.0)
    desk.says(WET)
    desk.copilot.draft(desk.claire, desk.talk.id)
    said = house.desk.reply(desk.claire, desk.talk.id, "One moment, I look it up.", "r")
    assert said.drafted is None
    (errand,) = desk.copilot._errands._sent.values()
    assert not errand.done()
    errand.result(timeout=10)
    state = desk.copilot.state(desk.claire, desk.talk.id)
    assert (state.answers, state.draft) == (0, None)


@pytest.mark.parametrize("broken", ["{broken", "[]", '{"questions": 7}', "null"])
def test_a_second_reading_that_cannot_be_read_changes_no_draft(
    house: House, server: ScriptedServer, broken: str
) -> None:
    server.script = lambda reply: reply.whole({"content": broken})
    desk = AtHerDesk(house)
    desk.says("what about lambskin", "and when it got wet in the rain, what do I do then?")
    offline = desk.drafted().draft
    model = open_chat_model("m", SecretStr(KEY), server.url, 1.0)
    reads = replace(house.tools, reader=OpenAIUnderstanding(model, 1.0))
    graph = build_graph(reads, for_staff=True)
    desk.copilot._drafting = Drafting(lambda: graph)
    house.clock.advance(seconds=1)
    state = desk.drafted()
    assert server.requests
    assert offline
    assert offline.text
    assert state.draft
    assert state.draft.id != offline.id
    assert (state.failed, state.draft.text) == (False, offline.text)


@pytest.mark.parametrize(
    ("sent", "label"),
    [
        (f"{PHRASED} {NO_DRYER}", DraftKind.ANSWER),
        (f"Dear Ms Lin, {PHRASED[0].lower()}{PHRASED[1:]}", DraftKind.ANSWER),
        ("I will ask our atelier and write to you tonight.", None),
    ],
)
def test_what_a_model_phrased_is_labelled_and_her_own_words_are_hers(
    house: House, server: ScriptedServer, sent: str, label: DraftKind | None
) -> None:
    server.script = words_of(f"{PHRASED} [1]\n{NO_DRYER} [1]")
    desk = at_her_desk(house, server)
    desk.says(WET)
    assert desk.drafted().draft
    assert house.desk.reply(desk.claire, desk.talk.id, sent, "r").drafted is label


def test_past_the_limit_of_the_conversation_no_model_is_asked_for_a_draft(
    house: House, server: ScriptedServer
) -> None:
    server.script = lambda reply: reply.answer(f"{BLOT} [1]", usage=(1900, 100))
    desk = at_her_desk(house, server)
    keeping, drafting = DraftKeeping(house.store), desk.copilot._drafting
    desk.copilot = Copilot(keeping, drafting, house.clock, desk.rung.append, tokens=4_000)
    desk.says(WET)
    for _ in range(4):
        state = desk.drafted()
        house.clock.advance(seconds=1)
    assert len(server.requests) == 2
    assert house.desk.conversation(desk.claire, desk.talk.id).tokens == 4_000
    assert state.draft
    assert state.draft.text == WET_LAMBSKIN
    assert "MODEL_TOKENS_PER_CONVERSATION" in state.draft.remark


def test_offline_no_model_is_asked_though_one_could_be_reached(
    house: House, server: ScriptedServer, tmp_path: Path
) -> None:
    settings = Settings.defaults(
        data_dir=tmp_path, language_mode="offline", openai_base_url=server.url
    )
    assert not open_interpreter(settings, house.store, house.clock, catalogue()).is_there
    tools = replace(house.tools, language=_language(settings), reader=_reader(settings))
    graph = build_graph(tools, for_staff=True)
    desk = AtHerDesk(house)
    desk.copilot._drafting = Drafting(lambda: graph)
    desk.says(WET)
    assert desk.drafted().draft
    assert server.requests == []
