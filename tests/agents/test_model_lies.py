"""A model that lies, in whole turns: nothing of it is read, and the right answer still is."""

from __future__ import annotations

import pytest

from shop.conversations import Holder
from tests.agents.house import House, Talk
from tests.agents.lies import KINDS, KINDS_ZH, WET_LAMBSKIN, WET_LAMBSKIN_ZH
from tests.agents.openai_mode import BLOT, WET, WET_ZH, language, words_of
from tests.agents.scripted_server import ScriptedServer


@pytest.mark.parametrize("kind", KINDS)
def test_a_lie_is_not_read_and_the_right_answer_is(
    house: House, server: ScriptedServer, kind: str
) -> None:
    talk = Talk(house, "en", language=language(server.url, deadline_s=5))
    for lie in KINDS[kind]:
        server.script = words_of(f"{lie} [1]")
        assert talk.read(WET) == WET_LAMBSKIN, lie
    assert house.chats.get(talk.shopper, talk.id).holder is Holder.ADVISOR


@pytest.mark.parametrize("kind", KINDS_ZH)
def test_a_lie_in_chinese_is_not_read_and_the_right_answer_is(
    house: House, server: ScriptedServer, kind: str
) -> None:
    talk = Talk(house, "zh", language=language(server.url, deadline_s=5))
    for lie in KINDS_ZH[kind]:
        server.script = words_of(f"{lie}[1]")
        assert "".join(talk.read(WET_ZH).split()) == "".join(WET_LAMBSKIN_ZH.split()), lie


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "language"])
def test_a_lie_joined_to_a_truth_is_not_read_either(
    house: House, server: ScriptedServer, kind: str
) -> None:
    talk = Talk(house, "en", language=language(server.url, deadline_s=5))
    for lie in KINDS[kind]:
        joined = f"{BLOT[:-1]}, and {lie[0].lower()}{lie[1:]}"
        server.script = words_of(f"{joined} [1]")
        assert talk.read(WET) == WET_LAMBSKIN, joined
