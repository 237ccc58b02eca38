"""Translation on the desk's page: marked where it is shown, and harmless where it fails."""

from __future__ import annotations

import time
from typing import Any

import pytest

from agents.copilot.interpreter import Interpreter, Translation
from agents.meter import Meter
from console.parts.desk import actions, translation
from shop.access import Role, Staff
from shop.conversations import Conversation
from shop.draft_keeping import DraftKeeping
from shop.errors import ModelFailed
from shop.language import Lang
from tests.console.conftest import SignIn
from tests.console.pages import button, labels, open_page, shown
from tests.console.test_copilot import holds

WET_ZH = "我的包昨天淋了雨，怎么办？"
OWN = "Keep it from rain."
FAILED = "No translation could be made just now."


@pytest.fixture
def claire(sign_in: SignIn) -> Staff:
    return sign_in(Role.PERSONAL_SHOPPER)


def says(text: str, same_figures: bool = True) -> Any:
    return lambda _, to, meter: Translation(text, to, same_figures)


def fails(text: str, to: Lang, meter: Meter) -> Translation:
    raise ModelFailed("the model's translation broke off")


def with_a_model(services: Any, translate: Any) -> None:
    keeping, clock = DraftKeeping(services.store), services.desk._clock
    services.interpreter = Interpreter(keeping, clock, services.bell.ring, lambda: translate)


def read(services: Any, staff: Staff, conversation: Conversation) -> Any:
    """The desk after a press on 'Translate', once that has come to its end."""
    page = open_page("desk", conversation=conversation.id)
    button(page, "Translate").click().run()
    message = services.desk.transcript(staff, conversation.id)[-1]
    until = time.monotonic() + 10
    while services.interpreter.reading(message, "en").under_way and time.monotonic() < until:
        time.sleep(0.01)
    return page.run()


def test_offline_no_translation_is_offered(claire: Staff, staffed: Any) -> None:
    page = open_page("desk", conversation=holds(staffed, claire, WET_ZH).id)
    assert WET_ZH in shown(page)
    assert "Translate" not in labels(page)


def test_a_translation_is_shown_as_a_machines_beside_the_clients_own_words(
    claire: Staff, staffed: Any
) -> None:
    conversation = holds(staffed, claire, WET_ZH)
    with_a_model(staffed, says("My bag got wet. <b>What now?</b>"))
    page = read(staffed, claire, conversation)
    assert WET_ZH in shown(page)
    assert "Machine translation, for staff" in shown(page)
    assert "&lt;b&gt;What now?" in shown(page)
    assert "Its figures are not those" not in shown(page)


def test_a_translation_with_other_figures_is_shown_with_a_warning(
    claire: Staff, staffed: Any
) -> None:
    conversation = holds(staffed, claire, WET_ZH)
    with_a_model(staffed, says("It got wet 3 days ago.", same_figures=False))
    assert "Its figures are not those of the original" in shown(read(staffed, claire, conversation))


def test_a_translation_that_failed_leaves_the_clients_words_and_may_be_asked_for_again(
    claire: Staff, staffed: Any
) -> None:
    conversation = holds(staffed, claire, WET_ZH)
    with_a_model(staffed, fails)
    page = read(staffed, claire, conversation)
    assert not page.exception
    assert WET_ZH in shown(page)
    assert FAILED in shown(page)
    assert "Translate" in labels(page)


def writing(services: Any, staff: Staff, conversation: Conversation) -> Any:
    """The desk once what she had translated has come to its end."""
    services.interpreter.write(staff, conversation.id, OWN, "zh", "press")
    until = time.monotonic() + 10
    while services.interpreter.writing("press").under_way and time.monotonic() < until:
        time.sleep(0.01)
    page = open_page("desk", conversation=conversation.id)
    page.session_state[translation._WRITING] = (conversation.id, "press", OWN)
    return page.run()


def test_a_reply_whose_translation_fails_stays_in_the_field_as_she_wrote_it(
    claire: Staff, staffed: Any
) -> None:
    conversation = holds(staffed, claire, WET_ZH)
    with_a_model(staffed, fails)
    page = writing(staffed, claire, conversation)
    assert not page.exception
    assert "Your words are as they were." in shown(page)
    assert actions._PUT not in page.session_state


def test_a_reply_that_was_translated_keeps_her_own_words_in_sight(
    claire: Staff, staffed: Any
) -> None:
    conversation = holds(staffed, claire, WET_ZH)
    with_a_model(staffed, says("请避免淋雨。"))
    page = writing(staffed, claire, conversation)
    put = page.session_state[actions._PUT]
    assert (put.text, put.instead_of) == ("请避免淋雨。", OWN)
    assert f"Translated by a machine. Your words were: {OWN}" in shown(page)
    assert "Put my own words back" in labels(page)
