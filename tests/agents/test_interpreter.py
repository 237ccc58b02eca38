"""Translation for staff: only with a model, and labelled when it is sent."""

from __future__ import annotations

import pytest

from agents.copilot.interpreter import Interpreter, Translation
from agents.meter import Meter
from shop.conversations import DraftKind
from shop.draft_keeping import DraftKeeping
from shop.errors import ModelFailed
from shop.language import Lang
from tests.agents.her_desk import AtHerDesk, ended
from tests.agents.house import House

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
    found = ended(lambda: interpreter.writing("press"))
    assert found.result == Translation(SAID, "zh", same_figures=True)
    own = "我问过工坊再回复。"
    sent = house.desk.reply(desk.claire, desk.talk.id, own if changed else SAID, "r")
    assert sent.drafted is (None if changed else DraftKind.TRANSLATION)
    assert house.desk.conversation(desk.claire, desk.talk.id).tokens == 7


def test_a_draft_that_is_translated_stays_ai_drafted(house: House) -> None:
    desk = AtHerDesk(house)
    desk.says("my lambskin bag got wet")
    draft = desk.drafted().draft
    assert draft
    keeping = DraftKeeping(house.store)
    interpreter = Interpreter(keeping, house.clock, desk.rung.append, lambda: in_chinese)
    house.clock.advance(seconds=1)
    interpreter.write(desk.claire, desk.talk.id, f"Dear Ms Lin, {draft.text}", "zh", "press")
    assert ended(lambda: interpreter.writing("press")).result
    assert desk.copilot.state(desk.claire, desk.talk.id).draft == draft
    sent = house.desk.reply(desk.claire, desk.talk.id, SAID, "r")
    assert sent.drafted is DraftKind.ANSWER
    assert desk.copilot.state(desk.claire, desk.talk.id).draft is None


def test_a_translation_that_fails_is_paid_for_all_the_same(house: House) -> None:
    def broken_off(text: str, to: Lang, meter: Meter) -> Translation:
        meter.count(4, 3)
        raise ModelFailed("it broke off")

    desk = AtHerDesk(house)
    desk.says("我的包淋了雨")
    keeping = DraftKeeping(house.store)
    interpreter = Interpreter(keeping, house.clock, desk.rung.append, lambda: broken_off)
    interpreter.write(desk.claire, desk.talk.id, "Keep your bag from rain.", "zh", "press")
    assert ended(lambda: interpreter.writing("press")).failed
    message = desk.talk.messages()[-1]
    interpreter.read(desk.claire, message, "en")
    assert ended(lambda: interpreter.reading(message, "en")).failed
    assert house.desk.conversation(desk.claire, desk.talk.id).tokens == 14
