"""The page of looks, the card in the chat and at the desk, as Streamlit runs them."""

from __future__ import annotations

from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from console.parts import presses
from console.parts.looks import composition
from console.parts.looks.wording import explained_to_her
from shop.access import Role, Staff
from shop.client_book import Said
from shop.client_entries import Channel, Draft, EntryKind
from shop.clients import Visitor
from shop.conversations import Conversation
from shop.errors import Conflict
from shop.handoffs import Reason
from shop.looks import WHOLE, Look, Verdict
from shop.products import Catalogue
from shop.stock import StockFeed
from storefront.identity import CLIENT_HEADER, STAFF_HEADER, VISITOR_HEADER
from tests.console.conftest import SignIn
from tests.console.pages import button, labels, open_page, shown
from tests.console.test_desk_page import open_desk, wants_a_person

SILLAGE, SOIR, CADENCE, LUNE = "TV-B01", "TV-D01", "TV-S01", "TV-J02"


@pytest.fixture
def claire(sign_in: SignIn) -> Staff:
    return sign_in(Role.PERSONAL_SHOPPER)


@pytest.fixture
def talk(staffed: Any, claire: Staff) -> Conversation:
    """A conversation with a client that she holds."""
    conversation = wants_a_person(staffed, text="Something for a dinner?")
    staffed.desk.attend(claire)
    staffed.desk.claim(claire, staffed.desk.queue(claire)[0].id)
    return conversation


def send(services: Any, staff: Staff, talk: Conversation, note: str = "") -> Look:
    look = services.looks.compose(staff, [SOIR, CADENCE], note)
    services.looks.send(staff, look.id, talk.id, "r-look")
    found: Look = services.looks.get(staff, look.id)
    return found


def choose(page: AppTest, *pieces: str) -> None:
    page.multiselect(key="look-pieces").set_value(list(pieces)).run()


def test_an_editor_composes_no_looks(sign_in: SignIn, staffed: Any) -> None:
    sign_in(Role.EDITOR)
    assert not open_page("looks").multiselect


def test_a_look_is_composed_and_sent_from_the_page(
    staffed: Any, claire: Staff, talk: Conversation
) -> None:
    page = open_page("looks", conversation=talk.id)
    assert not page.exception
    choose(page, SOIR)
    assert button(page, "Keep for later").disabled
    choose(page, SOIR, CADENCE)
    page.text_area(key="look-note").input("For <Saturday>").run()
    assert "For &lt;Saturday&gt;" in shown(page)
    assert "Together RMB 15,700" in shown(page)
    button(page, "Send to Lin Yue").click().run()
    assert not page.exception
    assert "The look is sent." in shown(page)
    assert page.multiselect(key="look-pieces").value == []
    [sent] = staffed.looks.in_conversation(claire, talk.id).values()
    assert (sent.pieces, sent.note) == ((SOIR, CADENCE), "For <Saturday>")


def test_what_cannot_be_sent_is_kept_and_said(
    staffed: Any, claire: Staff, talk: Conversation
) -> None:
    page = open_page("looks", conversation=talk.id)
    choose(page, SOIR, CADENCE)
    send_it = button(page, "Send to Lin Yue")
    staffed.desk.give_back(claire, talk.id)
    send_it.click().run()
    assert "The look is kept and can be sent later." in shown(page)
    assert [each.pieces for each in staffed.looks.unsent(claire)] == [(SOIR, CADENCE)]


def test_a_second_click_after_sending_failed_keeps_no_second_look(
    staffed: Any, claire: Staff, talk: Conversation
) -> None:
    page = open_page("looks", conversation=talk.id)
    choose(page, SOIR, CADENCE)
    staffed.desk.give_back(claire, talk.id)
    press = button(page, "Send to Lin Yue").click()
    press.run()
    page.query_params.pop("look")  # the browser's page of before: it does not know the look yet
    press.run()
    assert len(staffed.looks.unsent(claire)) == 1


def test_a_look_is_kept_for_later_and_gone_on_with(staffed: Any, claire: Staff) -> None:
    page = open_page("looks")
    choose(page, SOIR, CADENCE)
    button(page, "Keep for later").click().run()
    assert "Nobody was sent it yet." in shown(page)
    [waiting] = staffed.looks.unsent(claire)
    button(page, "Go on with it").click().run()
    assert page.multiselect(key="look-pieces").value == [SOIR, CADENCE]
    choose(page, SOIR, CADENCE, SILLAGE)
    button(page, "Keep for later").click().run()
    assert [each.pieces for each in staffed.looks.unsent(claire)] == [(SOIR, CADENCE, SILLAGE)]
    again = open_page("looks", look=waiting.id)
    button(again, "Discard").click().run()
    assert staffed.looks.unsent(claire) == []


def test_a_suggestion_says_why_and_is_added_by_one_press(staffed: Any, claire: Staff) -> None:
    page = open_page("looks")
    choose(page, SOIR)
    assert "A dress shows a necklace" in shown(page)
    assert "Without a fresh stock feed no alternatives are shown." in shown(page)
    button(page, "Add the Lune").click().run()
    assert page.multiselect(key="look-pieces").value == [SOIR, LUNE]


def test_an_allergy_in_the_book_holds_suggestions_back(
    staffed: Any, claire: Staff, talk: Conversation
) -> None:
    said = Said(Channel.PHONE, "Lin")
    for draft in (
        Draft(EntryKind.CONSENT, "given", "health"),
        Draft(EntryKind.ALLERGY, "<i>odd dyes</i>"),
    ):
        staffed.client_book.keep(claire, str(talk.client_id), draft, said)
    page = open_page("looks", client=str(talk.client_id))
    choose(page, SOIR)
    assert "Nothing is suggested" in shown(page)
    assert "&lt;i&gt;odd dyes&lt;/i&gt;" in shown(page)
    assert not [label for label in labels(page) if label.startswith("Add the")]


def test_the_desk_leads_to_the_page_and_shows_what_the_client_thinks(
    staffed: Any, claire: Staff, talk: Conversation
) -> None:
    look = send(staffed, claire, talk, "<b>no</b>")
    hers = Visitor("c" * 32, staffed.client_accounts.get(talk.client_id))
    staffed.look_reactions.react(hers, look.id, SOIR, Verdict.LOVES, "<u>that back</u>")
    staffed.look_reactions.react(hers, look.id, WHOLE, Verdict.NOT_FOR_ME)
    page = open_desk(talk)
    assert not page.exception
    assert f'href="/looks?conversation={talk.id}"' in shown(page)
    assert "Loves it: &lt;u&gt;that back&lt;/u&gt;" in shown(page)
    assert "Nothing said yet" in shown(page)
    assert "The whole look: Not for the client" in shown(page)
    assert "<b>no</b>" not in shown(page)


def test_the_book_reads_what_was_sent_and_thought(
    staffed: Any, claire: Staff, talk: Conversation
) -> None:
    look = send(staffed, claire, talk)
    hers = Visitor("c" * 32, staffed.client_accounts.get(talk.client_id))
    staffed.look_reactions.react(hers, look.id, SOIR, Verdict.LOVES, "that back")
    page = open_page("clients", client=str(talk.client_id))
    assert "Look sent · Soir and Cadence" in shown(page)
    assert "Loves it · Soir bias slip dress · that back" in shown(page)
    assert f'href="/looks?client={talk.client_id}"' in shown(page)


def her_page(staffed: Any, talk: Conversation, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    from console import session

    link = staffed.client_accounts.link_token(str(talk.client_id))
    known = {VISITOR_HEADER: "c" * 32, CLIENT_HEADER: link, STAFF_HEADER: ""}
    monkeypatch.setattr(session, "identity_headers", lambda: known)
    return open_page("chat")


def test_she_says_what_she_thinks_under_each_piece_of_the_card(
    staffed: Any, claire: Staff, talk: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = send(staffed, claire, talk, "For Saturday")
    page = her_page(staffed, talk, monkeypatch)
    assert not page.exception
    assert "For Saturday" in shown(page)
    assert "RMB 8,800" in shown(page)
    pills = next(each for each in page.button_group if each.key == f"look-says-{look.id}-{SOIR}")
    pills.set_value(Verdict.LOVES).run()
    assert not page.exception
    reaction = staffed.looks.get(claire, look.id).thought_of(SOIR)
    assert reaction.verdict is Verdict.LOVES
    word = next(each for each in page.text_input if SOIR in str(each.key))
    word.input("that back").run()
    assert staffed.looks.get(claire, look.id).thought_of(SOIR).word == "that back"
    word.input("6222 0212 3456 7890").run()
    assert "Numbers of cards and identity papers are never kept here." in shown(page)
    assert staffed.looks.get(claire, look.id).thought_of(SOIR).word == "that back"


def test_of_two_visitors_a_look_goes_to_the_one_that_was_chosen(
    staffed: Any, claire: Staff
) -> None:
    talks = []
    for name in "de":
        nobody = Visitor(name * 32)
        talk = staffed.chats.open(nobody, "en")
        staffed.chats.say(nobody, talk.id, "A person, please", "r1")
        staffed.desk.attend(claire)
        staffed.desk.claim(claire, staffed.desk.request(talk.id, Reason.ASKED).id)
        talks.append(talk)
    page = open_page("looks")
    options = page.selectbox(key="look-for").options
    assert len(options) == len(set(options))
    for talk in talks:
        page.selectbox(key="look-for").set_value(f"talk:{talk.id}").run()
        choose(page, SOIR, CADENCE)
        button(page, "Send to Visitor").click().run()
        assert len(staffed.looks.in_conversation(claire, talk.id)) == 1


@pytest.mark.parametrize("label", ["Send to Lin Yue", "Keep for later"])
def test_a_second_click_with_the_pieces_of_the_first_does_nothing_more(
    staffed: Any, claire: Staff, talk: Conversation, label: str
) -> None:
    page = open_page("looks", conversation=talk.id)
    choose(page, SOIR, CADENCE)
    page.multiselect(key="look-pieces").set_value([SOIR, CADENCE])
    press = button(page, label).click()
    press.run()
    press.run()  # the browser's page of before, clicked again
    assert not page.exception
    sent = staffed.looks.in_conversation(claire, talk.id)
    assert len([*sent.values(), *staffed.looks.unsent(claire)]) == 1


def test_a_press_that_was_done_is_done_no_more(
    staffed: Any, claire: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = {composition.PIECES: [SOIR, CADENCE]}
    monkeypatch.setattr(st, "session_state", state)
    monkeypatch.setattr(st, "query_params", {})
    nobody = composition.People([], [], {})
    once = presses.pass_for(composition.PRESS)
    composition.keep(staffed, claire, nobody, once)
    state[composition.PIECES] = [SOIR, CADENCE]
    composition.keep(staffed, claire, nobody, once)
    assert len(staffed.looks.unsent(claire)) == 1
    assert state[composition.PIECES] == []
    assert presses.pass_for(composition.PRESS) != once


def test_a_piece_that_left_the_catalogue_is_left_out_of_what_is_gone_on_with(
    staffed: Any, claire: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = staffed.looks.compose(claire, [SOIR, CADENCE, SILLAGE])
    fewer = Catalogue(each for each in staffed.products.all() if each.id != CADENCE)
    for holder in (staffed, staffed.look_suggestions):
        name = "products" if holder is staffed else "_catalogue"
        object.__setattr__(holder, name, fewer)
    page = open_page("looks", look=look.id)
    assert not page.exception
    assert page.multiselect(key="look-pieces").value == [SOIR, SILLAGE]


def test_a_corrected_line_of_a_look_still_says_what_she_thinks(
    staffed: Any, claire: Staff, talk: Conversation
) -> None:
    look = send(staffed, claire, talk)
    client = str(talk.client_id)
    hers = Visitor("c" * 32, staffed.client_accounts.get(client))
    staffed.look_reactions.react(hers, look.id, SOIR, Verdict.NOT_FOR_ME, "too long")
    lines = staffed.client_book.file(claire, client).of(EntryKind.LOOK)
    line = next(each for each in lines if each.draft.piece == SOIR)
    page = open_page("clients", client=client)
    page.button(key=f"correct-{line.id}").click().run()
    next(each for each in page.text_input if each.label == "In words").input("too long by far")
    button(page, "Keep").click().run()
    assert not page.exception
    lines = staffed.client_book.file(claire, client).of(EntryKind.LOOK)
    [now] = [each.draft for each in lines if each.draft.piece == SOIR]
    assert (now.label, now.value) == (Verdict.NOT_FOR_ME, "too long by far")


def test_nothing_is_said_of_stock_while_an_allergy_is_unread(
    claire: Staff, talk: Conversation, staffed: Any
) -> None:
    said = Said(Channel.PHONE, "Lin")
    for draft in (Draft(EntryKind.CONSENT, "given", "health"), Draft(EntryKind.ALLERGY, "dyes")):
        staffed.client_book.keep(claire, str(talk.client_id), draft, said)
    at = staffed.look_suggestions._clock().isoformat()
    feed = StockFeed.model_validate({"at": at, "items": []})
    staffed.look_suggestions._stock = lambda: feed
    page = open_page("looks", client=str(talk.client_id))
    choose(page, SILLAGE)
    assert "Nothing is suggested" in shown(page)
    assert "in stock at" not in shown(page)
    page.selectbox(key="look-for").set_value("").run()
    assert "Nothing else of this kind that suits and is in stock at" in shown(page)


def test_a_client_reads_of_no_desk_when_her_word_could_not_be_kept() -> None:
    words = explained_to_her(Conflict("busy"))
    assert words == "What you think could not be kept just now. Please try again."
