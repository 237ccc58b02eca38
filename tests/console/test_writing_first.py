"""Writing to a client first, as Streamlit runs the pages: the press, and why it may be refused."""

from __future__ import annotations

from typing import Any

import pytest

from shop.access import Role, Staff
from shop.client_book import Said
from shop.client_entries import Channel, Draft, EntryKind
from shop.clients import Client, Tier
from shop.conversations import Conversation, Holder
from tests.console.conftest import SignIn
from tests.console.pages import button, labels, open_page, shown
from tests.console.test_desk_page import wants_a_person

WRITE = "Write to this client"


@pytest.fixture
def claire(sign_in: SignIn) -> Staff:
    return sign_in(Role.PERSONAL_SHOPPER)


@pytest.fixture
def lin(staffed: Any) -> Client:
    client: Client = staffed.client_accounts.create("Lin Yue", Tier.BLACK, "en", {})
    return client


def keep(services: Any, staff: Staff, client_id: str, draft: Draft) -> None:
    services.client_book.keep(staff, client_id, draft, Said(Channel.PHONE, "Lin"))


def agrees(services: Any, staff: Staff, client_id: str) -> None:
    keep(services, staff, client_id, Draft(EntryKind.CONSENT, "given", "contact"))


def test_from_her_file_one_press_opens_her_conversation_and_shows_the_way_to_it(
    claire: Staff, staffed: Any, lin: Client
) -> None:
    agrees(staffed, claire, lin.id)
    page = open_page("clients", client=lin.id)
    button(page, WRITE).click().run()
    assert not page.exception
    [talk] = staffed.desk.active(claire)
    assert talk.client_id == lin.id
    assert f'href="/desk?conversation={talk.id}"' in shown(page)
    assert WRITE not in labels(page)
    desk = open_page("desk", conversation=talk.id)
    assert not desk.exception
    assert "The client has written nothing yet." in shown(desk)


def test_from_whom_to_write_to_today_as_well(claire: Staff, staffed: Any, lin: Client) -> None:
    today = staffed.client_book.today
    keep(staffed, claire, lin.id, Draft(EntryKind.FOLLOW_UP, "did the ring fit?", day=today))
    page = open_page("clients")
    button(page, WRITE).click().run()
    [talk] = staffed.desk.active(claire)
    assert f'href="/desk?conversation={talk.id}"' in shown(page)


def test_who_has_not_agreed_is_not_written_to_and_the_page_says_why(
    claire: Staff, staffed: Any, lin: Client
) -> None:
    page = open_page("clients", client=lin.id)
    button(page, WRITE).click().run()
    assert "The client has not agreed that we write first." in shown(page)
    assert staffed.desk.active(claire) == []


def test_another_ones_client_is_left_to_her_and_the_page_says_whose_she_is(
    claire: Staff, staffed: Any, lin: Client, sign_in: SignIn
) -> None:
    agrees(staffed, claire, lin.id)
    manager = sign_in(Role.MANAGER)
    staffed.owners.name(manager, lin.id, manager.id, reason="Knows her")
    sign_in(Role.PERSONAL_SHOPPER)
    page = open_page("clients", client=lin.id)
    button(page, WRITE).click().run()
    assert "Manager writes to this client. Only a manager may stand in." in shown(page)


def test_one_that_a_colleague_has_stays_hers(claire: Staff, staffed: Any, sign_in: SignIn) -> None:
    talk = wants_a_person(staffed)
    staffed.desk.claim(claire, staffed.desk.queue(claire)[0].id)
    sign_in(Role.MANAGER)
    page = open_page("clients", client=str(talk.client_id))
    button(page, WRITE).click().run()
    assert "Personal_Shopper has this client now." in shown(page)


def closed(services: Any, staff: Staff) -> Conversation:
    talk = wants_a_person(services)
    services.desk.claim(staff, services.desk.queue(staff)[0].id)
    agrees(services, staff, str(talk.client_id))
    services.desk.close(staff, talk.id, "settled")
    return talk


def test_a_closed_conversation_is_written_in_again_from_the_desk(
    claire: Staff, staffed: Any
) -> None:
    talk = closed(staffed, claire)
    page = open_page("desk", conversation=talk.id)
    assert "This conversation is closed." in shown(page)
    button(page, WRITE).click().run()
    assert not page.exception
    held = staffed.desk.conversation(claire, talk.id)
    assert (held.holder, held.staff_id) == (Holder.PERSON, claire.id)
    assert WRITE not in labels(page)
    assert "Draft an answer" in labels(page)


def test_the_desk_says_why_a_client_is_not_written_to(claire: Staff, staffed: Any) -> None:
    talk = closed(staffed, claire)
    keep(staffed, claire, str(talk.client_id), Draft(EntryKind.CONSENT, "withdrawn", "contact"))
    page = open_page("desk", conversation=talk.id)
    button(page, WRITE).click().run()
    assert "The client does not want us to write first." in shown(page)
    assert staffed.desk.conversation(claire, talk.id).holder is Holder.CLOSED
