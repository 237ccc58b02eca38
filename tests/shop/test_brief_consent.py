from __future__ import annotations

import pytest
from sqlalchemy import select

from shop.access import Role, Staff
from shop.brief_consent import BriefConsent
from shop.chats import Chats
from shop.clients import Tier, Visitor
from shop.conversations import Conversation
from shop.db import SqlStore
from shop.db.tables import journal
from shop.desk import Desk
from shop.errors import NotAllowed, NotFound
from shop.handoffs import Reason
from tests.conftest import FrozenClock
from tests.shop.people import hire, house_tiers, visitor, welcome


class House:
    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        self.consent = BriefConsent(store, clock)
        self.chats, self.desk = Chats(store, clock), Desk(store, clock, house_tiers())
        self.client = welcome(store, clock, Tier.BLACK)
        self.visitor = Visitor("v1", self.client)
        self.staff = hire(store, clock, "claire")

    def handed_over(self) -> Conversation:
        conversation = self.chats.open(self.visitor, "en")
        self.chats.say(self.visitor, conversation.id, "a person please", "r1")
        self.desk.request(conversation.id, Reason.ASKED)
        return conversation


@pytest.fixture
def house(store: SqlStore, clock: FrozenClock) -> House:
    return House(store, clock)


def test_without_a_setting_a_brief_is_passed_on_freely(house: House) -> None:
    conversation = house.handed_over()
    assert not house.consent.asks_first(house.visitor)
    assert house.consent.for_staff(house.staff, conversation.id) == "free"


def test_where_she_asks_first_nobody_reads_it_before_she_agreed(house: House) -> None:
    conversation = house.handed_over()
    house.consent.ask_first(house.visitor, ask=True)
    assert house.consent.for_staff(house.staff, conversation.id) == "asked"
    house.consent.answer(house.visitor, conversation.id, agreed=True)
    assert house.consent.for_staff(house.staff, conversation.id) == "agreed"


def test_she_may_decline_and_change_her_mind(house: House) -> None:
    conversation = house.handed_over()
    house.consent.ask_first(house.visitor, ask=True)
    house.consent.answer(house.visitor, conversation.id, agreed=False)
    assert house.consent.for_visitor(house.visitor, conversation.id) == "declined"
    house.consent.answer(house.visitor, conversation.id, agreed=True)
    assert house.consent.for_visitor(house.visitor, conversation.id) == "agreed"


def test_the_setting_can_be_taken_back(house: House) -> None:
    house.consent.ask_first(house.visitor, ask=True)
    house.consent.ask_first(house.visitor, ask=False)
    assert not house.consent.asks_first(house.visitor)


def test_nobody_answers_for_another(house: House) -> None:
    conversation = house.handed_over()
    with pytest.raises(NotFound):
        house.consent.answer(visitor(), conversation.id, agreed=True)
    with pytest.raises(NotFound):
        house.consent.for_visitor(visitor(), conversation.id)


def test_a_visitor_without_an_account_has_no_setting(house: House) -> None:
    assert not house.consent.asks_first(visitor())
    with pytest.raises(NotFound):
        house.consent.ask_first(visitor(), ask=True)


def test_staff_see_only_what_was_handed_over_and_serve_clients(house: House) -> None:
    conversation = house.chats.open(house.visitor, "en")
    with pytest.raises(NotFound):
        house.consent.for_staff(house.staff, conversation.id)
    editor = Staff("s9", "wen", "Wen", Role.EDITOR)
    with pytest.raises(NotAllowed):
        house.consent.for_staff(editor, conversation.id)


def test_the_journal_says_which_client_answered_in_her_own_conversation(
    house: House, store: SqlStore
) -> None:
    conversation = house.handed_over()
    house.consent.answer(house.visitor, conversation.id, agreed=True)
    assert who_answered(store) == [f"client:{house.client.id}"]


def test_the_journal_says_which_client_answered_before_the_conversation_became_hers(
    house: House, store: SqlStore
) -> None:
    conversation = house.chats.open(Visitor(house.visitor.id), "en")
    house.consent.answer(house.visitor, conversation.id, agreed=True)
    assert who_answered(store) == [f"client:{house.client.id}"]


def test_the_journal_never_holds_the_secret_of_the_browser_that_answered(
    house: House, store: SqlStore
) -> None:
    conversation = house.chats.open(Visitor("v2"), "en")
    house.consent.answer(Visitor("v2"), conversation.id, agreed=False)
    assert who_answered(store) == ["visitor"]


def who_answered(store: SqlStore) -> list[str]:
    answered = select(journal.c.actor).where(journal.c.verb == "answer about brief")
    with store.engine.connect() as connection:
        return list(connection.scalars(answered))
