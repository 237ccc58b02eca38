"""The brief on the desk, and what the client has to say in it."""

from __future__ import annotations

from typing import Any

import pytest

from agents.brief import KEYS
from console.parts.brief.wording import groups, key_name
from shop.access import Role
from shop.clients import Visitor
from shop.conversations import Conversation
from tests.console.conftest import SignIn
from tests.console.pages import open_page, shown
from tests.console.test_desk_page import wants_a_person

ASKED = "For my sister, she wears EU 38. Budget 12k. We fly on Friday, please hurry"


@pytest.fixture
def handed_over(sign_in: SignIn, staffed: Any) -> Conversation:
    sign_in(Role.PERSONAL_SHOPPER)
    return wants_a_person(staffed, text=ASKED)


def the_client(services: Any, conversation: Conversation) -> Visitor:
    [client] = [c for c in services.client_accounts.all() if c.id == conversation.client_id]
    return Visitor("Lin Yue", client)


def test_every_key_of_a_brief_has_words() -> None:
    assert all(key_name(key) for key in KEYS)
    grouped = {key for _, keys in groups() for key in keys}
    assert grouped == set(KEYS) - {"piece", "language"}  # shown with drawings, and beside her name


def test_the_desk_reads_the_wish_in_her_own_words(handed_over: Conversation) -> None:
    page = shown(open_page("desk", conversation=handed_over.id))
    for words in ("sister", "EU 38", "12k", "Friday", "For whom", "Budget", "Urgency"):
        assert words in page


def test_a_line_of_the_advisor_says_how_it_was_proven(handed_over: Conversation) -> None:
    page = shown(open_page("desk", conversation=handed_over.id))
    assert "Answered by the advisor" in page
    assert "not from the proof step" in page


def test_without_a_feed_stock_is_not_known(handed_over: Conversation) -> None:
    assert "Stock is not known here." in shown(open_page("desk", conversation=handed_over.id))


def test_a_brief_waits_for_the_client_who_wants_to_be_asked(
    handed_over: Conversation, staffed: Any
) -> None:
    visitor = the_client(staffed, handed_over)
    staffed.brief_consent.ask_first(visitor, ask=True)
    page = shown(open_page("desk", conversation=handed_over.id))
    assert "was asked" in page
    assert "For whom" not in page
    staffed.brief_consent.answer(visitor, handed_over.id, agreed=True)
    assert "For whom" in shown(open_page("desk", conversation=handed_over.id))


def test_a_brief_that_she_declined_is_not_shown(handed_over: Conversation, staffed: Any) -> None:
    visitor = the_client(staffed, handed_over)
    staffed.brief_consent.answer(visitor, handed_over.id, agreed=False)
    page = shown(open_page("desk", conversation=handed_over.id))
    assert "does not want a brief" in page
    assert "For whom" not in page
