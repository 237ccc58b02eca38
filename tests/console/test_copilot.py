"""The copilot at the desk as Streamlit runs it; the reply field itself is tested in a browser."""

from __future__ import annotations

import time
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from agents.copilot.copilot import DraftState
from console.parts.chat.words import as_html as as_shopper_reads
from console.parts.desk import drafts
from shop.access import Role, Staff
from shop.clients import Visitor
from shop.conversations import Author, Conversation, Holder, Message
from tests.console.conftest import SignIn
from tests.console.pages import button, labels, open_page, shown
from tests.console.test_desk_page import wants_a_person
from tests.storefront.drafting import NOTHING, SAID

DRAFT = "Draft an answer"


@pytest.fixture
def claire(sign_in: SignIn) -> Staff:
    return sign_in(Role.PERSONAL_SHOPPER)


def holds(services: Any, staff: Staff, text: str = "and when it rains?") -> Conversation:
    """A conversation of hers in which the client waits for an answer."""
    conversation = wants_a_person(services)
    services.desk.claim(staff, services.desk.queue(staff)[0].id)
    client = services.desk.client_of(staff, conversation.id)
    services.chats.say(Visitor("v", client), conversation.id, text, "later")
    return conversation


def drafted(services: Any, staff: Staff, conversation: Conversation) -> AppTest:
    """The desk once the draft that she asked for is there."""
    page = open_page("desk", conversation=conversation.id)
    button(page, DRAFT).click().run()
    until = time.monotonic() + 10
    while services.copilot.state(staff, conversation.id).under_way and time.monotonic() < until:
        time.sleep(0.01)
    return page.run()


def test_nothing_is_drafted_unless_she_asks(claire: Staff, staffed: Any) -> None:
    conversation = holds(staffed, claire)
    page = open_page("desk", conversation=conversation.id)
    page.run()
    assert not page.exception
    assert staffed.copilot._drafting.asked == 0
    assert "mq-draft-words" not in shown(page)


def test_a_draft_is_shown_with_its_sources_and_the_verdict_on_each_sentence(
    claire: Staff, staffed: Any
) -> None:
    page = drafted(staffed, claire, holds(staffed, claire))
    assert not page.exception
    card = shown(page).split('class="mq-draft-words"')[1]
    assert SAID in card
    assert 'class="mq-source"' in card
    assert "Proof: 1 of 1 sentences supported" in card
    assert "Put in the reply" in labels(page)


def test_a_draft_tells_the_client_nothing_and_moves_nothing(claire: Staff, staffed: Any) -> None:
    conversation = holds(staffed, claire)
    before = staffed.desk.transcript(claire, conversation.id)
    drafted(staffed, claire, conversation)
    assert staffed.desk.transcript(claire, conversation.id) == before
    assert staffed.desk.conversation(claire, conversation.id).holder is Holder.PERSON


def test_what_the_copilot_does_not_know_it_says_with_the_nearest_passages(
    claire: Staff, staffed: Any
) -> None:
    page = drafted(staffed, claire, holds(staffed, claire, f"something {NOTHING}"))
    assert "The copilot does not know this" in shown(page)
    assert 'class="mq-nearest"' in shown(page)
    assert "Put in the reply" not in labels(page)


def test_a_draft_is_gone_once_the_client_was_answered(claire: Staff, staffed: Any) -> None:
    conversation = holds(staffed, claire)
    page = drafted(staffed, claire, conversation)
    staffed.desk.reply(claire, conversation.id, "I will look it up.", "r")
    page.run()
    assert "mq-draft-words" not in shown(page)
    assert button(page, DRAFT).disabled


def test_who_loses_the_client_while_the_page_is_drawn_sees_no_draft_and_no_failure(
    claire: Staff, staffed: Any
) -> None:
    conversation = holds(staffed, claire)
    staffed.desk.give_back(claire, conversation.id)
    assert drafts.press(staffed, claire, conversation.id) == DraftState(0)


def test_a_draft_that_is_put_away_stays_away(claire: Staff, staffed: Any) -> None:
    page = drafted(staffed, claire, holds(staffed, claire))
    button(page, "Put away").click().run()
    assert "mq-draft-words" not in shown(page.run())


@pytest.mark.parametrize(
    ("sent", "for_staff", "for_her"),
    [
        (SAID, "AI-drafted, sent by ", "AI-drafted, sent by a person"),
        ("I will ask our atelier and write to you tonight.", "<b>", "Personal shopper"),
    ],
)
def test_a_sent_draft_is_labelled_on_both_sides_and_her_own_words_are_hers(
    claire: Staff, staffed: Any, sent: str, for_staff: str, for_her: str
) -> None:
    conversation = holds(staffed, claire)
    page = drafted(staffed, claire, conversation)
    staffed.desk.reply(claire, conversation.id, sent, "r")
    assert f"{for_staff}{claire.name}</b>" in shown(page.run())
    assert for_her in as_shopper_reads(last_of_a_person(staffed, claire, conversation), no_source)


def last_of_a_person(services: Any, staff: Staff, conversation: Conversation) -> Message:
    said: list[Message] = services.desk.transcript(staff, conversation.id)
    return [message for message in said if message.author is Author.PERSON][-1]


def no_source(citation: object) -> None:
    return None
