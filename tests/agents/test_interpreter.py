"""Translation for staff: only with a model, and labelled when it is sent."""

from __future__ import annotations

import time

import pytest

from agents.copilot.interpreter import Interpreter, Translation
from agents.meter import Meter
from shop.conversations import DraftKind
from shop.draft_keeping import DraftKeeping
from shop.language import Lang
from tests.agents.house import House
from tests.agents.test_copilot import AtHerDesk

SAID = "您的包请避免淋雨，并放在阴凉处。"


def in_chinese(text: str, to: Lang, meter: Meter) -> Translation:
    meter.count(4, 3)
    return Translation(SAID, to, same_figures=True)


def test_offline_there_is_no_translation(house: House) -> None:
    assert not Interpreter(DraftKeeping(house.store), house.clock, print).is_there


@pytest.mark.parametrize("changed", [False, True])
def test_a_translation_that_is_sent_is_labelled_and_paid_for(house: House, changed: bool) -> None:
    desk = AtHerDesk(house)
    keeping = DraftKeeping(house.store)
    interpreter = Interpreter(keeping, house.clock, desk.rung.append, lambda: in_chinese)
    interpreter.write(desk.claire, desk.talk.id, "Keep your bag from rain.", "zh", "press")
    until = time.monotonic() + 10
    while (found := interpreter.writing("press")) and found.under_way:
        assert time.monotonic() < until
        time.sleep(0.005)
    assert found
    assert found.result == Translation(SAID, "zh", same_figures=True)
    own = "我问过工坊再回复。"
    sent = house.desk.reply(desk.claire, desk.talk.id, own if changed else SAID, "r")
    assert sent.drafted is (None if changed else DraftKind.TRANSLATION)
    assert house.desk.conversation(desk.claire, desk.talk.id).tokens == 7
