"""The rule-books at the desk: filled in with what is known, ruled in the client's language."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, get_args

import pytest
from streamlit.testing.v1 import AppTest

from agents.copilot.forms import Field
from agents.copilot.rule_desk import FORMS
from agents.copilot.size_form import SIZED
from console.parts.desk import rulebooks
from console.parts.desk.rulebook_wording import book_name, choice_name, confidence_name, field_name
from shop.access import Role, Staff
from shop.conversations import Conversation
from shop.rulings import Confidence
from tests.console.conftest import SignIn
from tests.console.pages import labels, open_page, shown
from tests.console.test_copilot import holds


@pytest.fixture
def claire(sign_in: SignIn) -> Staff:
    return sign_in(Role.PERSONAL_SHOPPER)


def panel(conversation: Conversation) -> AppTest:
    """The desk with the panel open, as a press on it makes it."""
    page = open_page("desk", conversation=conversation.id)
    page.session_state[f"rules-{conversation.id}"] = True
    return page.run()


def choose(page: AppTest, label: str, value: str) -> None:
    next(box for box in page.selectbox if box.label == label).set_value(value).run()


def test_size_advice_comes_with_the_clients_known_size_filled_in(
    claire: Staff, staffed: Any
) -> None:
    page = panel(holds(staffed, claire))
    choose(page, "Piece", "TV-S01")
    assert not page.exception
    ruling = shown(page).split('class="mq-ruling"')[1]
    assert "Take EU 38.5 in Cadence" in ruling
    assert "<code>H-L1</code>" in ruling
    assert "Put in the reply" in labels(page)


@pytest.mark.parametrize(
    ("consent", "told"), [("asked", []), ("declined", []), ("agreed", ["24 cm"])]
)
def test_nothing_of_a_talk_is_filled_in_that_she_does_not_want_summed_up(
    consent: Any, told: list[str]
) -> None:
    brief = SimpleNamespace(facts=[SimpleNamespace(key="measurement", value="24 cm")])
    opened: Any = SimpleNamespace(brief=brief, brief_consent=consent, client=None)
    services: Any = SimpleNamespace()
    assert rulebooks._told(services, services, opened) == told


def test_a_ruling_is_said_in_the_clients_language(claire: Staff, staffed: Any) -> None:
    page = panel(holds(staffed, claire, "这双鞋我该穿几码"))
    choose(page, "Piece", "TV-S01")
    assert "Cadence 请选 EU 38.5" in shown(page)


def test_a_question_is_ruled_on_without_a_search(claire: Staff, staffed: Any) -> None:
    page = panel(holds(staffed, claire))
    choose(page, "Rule-book", "question")
    next(i for i in page.text_input if i.label.startswith("Question")).set_value(
        "foot 24.2 cm for the Cadence"
    ).run()
    assert not page.exception
    assert "EU 38.5" in shown(page).split('class="mq-ruling"')[1]


def test_a_figure_that_cannot_be_is_said_and_not_computed(claire: Staff, staffed: Any) -> None:
    page = panel(holds(staffed, claire))
    choose(page, "Piece", "TV-S01")
    next(i for i in page.text_input if i.label == "Size").set_value("thirty").run()
    assert not page.exception
    assert "One of these figures cannot be." in shown(page)
    assert "mq-ruling" not in shown(page)


def test_nothing_of_the_panel_is_there_until_it_is_opened(claire: Staff, staffed: Any) -> None:
    page = open_page("desk", conversation=holds(staffed, claire).id)
    assert not [box for box in page.selectbox if box.label == "Rule-book"]


def every_field(staffed: Any) -> set[Field]:
    pieces = [None, *(p for p in staffed.products.all() if p.category in SIZED)]
    return {field for form in FORMS.values() for piece in pieces for field in form.fields(piece)}


def test_every_book_field_choice_and_certainty_has_words(staffed: Any) -> None:
    assert all(book_name(name) for name in (*FORMS, "question"))
    assert all(field_name(field.name) for field in every_field(staffed))
    assert all(confidence_name(each) for each in get_args(Confidence))
    chosen = [field for field in every_field(staffed) if field.kind == "choice"]
    choices = {each for field in chosen for each in field.choices if each.islower()}
    assert not [each for each in choices if choice_name(each) == each]
