"""The desk's tools as Streamlit runs them; keys, sound and the title are tested in a browser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from console.parts import presses
from console.parts.desk import keys, notes
from shop.access import Role, Staff
from shop.clients import Tier
from shop.conversations import Author, Conversation
from shop.handoffs import Reason
from shop.language import Bilingual
from tests.console.conftest import SignIn
from tests.console.pages import button, labels, open_page, shown
from tests.console.test_desk_page import open_desk, wants_a_person
from tests.shop.people import visitor

KEYS_JS = Path(keys.__file__).with_suffix(".js").read_text("utf-8")


@pytest.fixture
def claire(sign_in: SignIn) -> Staff:
    return sign_in(Role.PERSONAL_SHOPPER)


@pytest.fixture
def talk(claire: Staff, staffed: Any) -> Conversation:
    """With a client who is hers."""
    conversation = wants_a_person(staffed)
    staffed.desk.claim(claire, staffed.desk.queue(claire)[0].id)
    return conversation


def opened(talk: Conversation, tool: str) -> AppTest:
    page = open_desk(talk)
    page.session_state[f"tool-{tool}-{talk.id}"] = True
    return page.run()


def test_a_note_stands_where_it_was_written_and_can_be_removed(
    talk: Conversation, claire: Staff, staffed: Any
) -> None:
    page = opened(talk, "notes")
    page.text_area(f"note-text-{talk.id}").set_value("Never <b>call</b> her")
    button(page, "Keep the note").click().run()
    assert not page.exception
    staffed.desk.reply(claire, talk.id, "Good afternoon", "r")
    words = shown(page.run())
    assert "Internal note, seen by staff only" in words
    assert words.index("Never &lt;b&gt;call&lt;/b&gt; her") < words.index("Good afternoon")
    page.session_state[f"tool-notes-{talk.id}"] = True
    button(page.run(), "Remove").click().run()
    assert "Never &lt;b&gt;" not in shown(page)


def test_a_note_pressed_twice_is_one_note(
    talk: Conversation, claire: Staff, staffed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = f"note-text-{talk.id}"
    state: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", state)
    once = presses.pass_for(field)
    for _ in range(2):
        state[field] = "She prefers mornings"
        notes._write(staffed.notes, claire, talk.id, once)
    assert len(staffed.notes.of(claire, talk.id)) == 1
    assert state[field] == ""


def test_a_snippet_is_put_into_the_reply_with_its_values(
    talk: Conversation, claire: Staff, staffed: Any
) -> None:
    staffed.snippets.save(claire, "Greeting", Bilingual("{client}您好", "Dear {client}"))
    page = opened(talk, "snippets")
    button(page, "Greeting").click().run()
    assert not page.exception
    put = page.session_state["desk-put"]
    assert (put.conversation_id, put.text) == (talk.id, "Dear Lin Yue")
    assert "Greeting" not in labels(page)  # done: it is closed


def test_an_unknown_variable_is_told_and_what_was_typed_stays(
    talk: Conversation, claire: Staff, staffed: Any
) -> None:
    page = opened(talk, "snippets")
    button(page, "Write a snippet").click().run()
    page.text_input("snippet-field-name").set_value("Hello")
    page.text_area("snippet-field-zh").set_value("{clinet}您好")
    page.text_area("snippet-field-en").set_value("Dear {clinet}")
    button(page, "Save the snippet").click().run()
    assert "There is no variable “clinet”." in shown(page)
    assert page.text_area("snippet-field-en").value == "Dear {clinet}"
    page.text_area("snippet-field-zh").set_value("{client}您好")
    page.text_area("snippet-field-en").set_value("Dear {client}")
    button(page, "Save the snippet").click().run()
    assert [each.name for each in staffed.snippets.all(claire)] == ["Hello"]
    assert "Hello" in labels(page)


def test_three_pieces_are_attached_and_no_fourth(talk: Conversation, staffed: Any) -> None:
    page = opened(talk, "pieces")
    assert "Stock is not known here." in shown(page)
    for _ in range(3):
        button(page, "Attach").click().run()
    assert "3 of 3 attached." in shown(page)
    assert button(page, "Attach").disabled
    button(page, "Attached").click().run()
    assert "2 of 3 attached." in shown(page)
    assert len(page.query_params["pieces"].split(".")) == 2


def test_words_narrow_the_pieces(talk: Conversation) -> None:
    page = opened(talk, "pieces")
    page.text_input(f"pieces-words-{talk.id}").set_value("cashmere").run()
    assert 0 < labels(page).count("Attach") < 4
    page.text_input(f"pieces-words-{talk.id}").set_value("no such thing").run()
    assert "No piece has all of these words." in shown(page)


def test_pieces_attached_before_a_reload_are_there_after_it(
    talk: Conversation, staffed: Any
) -> None:
    piece = staffed.products.all()[0]
    page = open_page("desk", conversation=talk.id, pieces=piece.id)
    assert piece.name in labels(page)


def test_staff_see_the_cards_they_sent(talk: Conversation, claire: Staff, staffed: Any) -> None:
    piece = staffed.products.all()[0]
    staffed.desk.reply(claire, talk.id, "This one", "r", [piece.id])
    assert 'class="mq-strip"' in shown(open_desk(talk))


def test_a_follow_up_is_shown_and_listed_on_its_day(
    talk: Conversation, claire: Staff, staffed: Any
) -> None:
    page = opened(talk, "follow-up")
    page.text_input(f"follow-up-why-{talk.id}").set_value("the fitting")
    button(page, "Set the follow-up").click().run()
    assert not page.exception
    assert "On 24 Nov 2026: the fitting" in shown(page)
    assert "To write to today" not in shown(page)
    staffed.follow_ups.set(claire, talk.id, staffed.follow_ups.today, "the fitting")
    assert "To write to today" in shown(page.run())
    staffed.desk.reply(claire, talk.id, "The fitting is at four", "r")
    assert "To write to today" not in shown(page.run())


def test_a_visitor_has_no_follow_up(claire: Staff, staffed: Any) -> None:
    shopper = visitor()
    conversation = staffed.chats.open(shopper, "en")
    staffed.desk.request(conversation.id, Reason.ASKED)
    page = open_desk(conversation)
    keys_of = [popover.key for popover in page.get("popover") if hasattr(popover, "key")]
    assert not [key for key in keys_of if key and key.startswith("tool-follow-up")]


def test_who_moved_it_and_why_stands_in_the_transcript_for_staff_alone(
    talk: Conversation, claire: Staff, staffed: Any
) -> None:
    page = open_desk(talk)
    why = next(each for each in page.text_input if each.key == f"back-why-{talk.id}")
    why.set_value("only a question of care")
    button(page, "Give back to the advisor").click().run()
    assert f"{claire.name} has left the conversation." in shown(page)
    assert "(only a question of care)" in shown(page)


def test_a_close_says_its_outcome_in_the_readers_words(
    talk: Conversation, claire: Staff, staffed: Any
) -> None:
    staffed.desk.close(claire, talk.id, "appointment")
    assert "(Appointment agreed)" in shown(open_desk(talk))


def test_a_reply_with_a_hole_is_told(talk: Conversation, claire: Staff, staffed: Any) -> None:
    page = AppTest.from_function(_send_a_hole, args=(talk.id,)).run()
    assert not page.exception
    assert page.session_state["seen"] == "Fill in {piece} first. Nothing was sent."
    messages = staffed.desk.transcript(claire, talk.id)
    assert not [message for message in messages if message.author is Author.PERSON]


def _send_a_hole(conversation_id: str) -> None:
    import streamlit as st

    from console.parts.desk import actions
    from console.session import staff_here
    from shop.access import Permission

    services, staff = staff_here(Permission.SERVE_CLIENTS)
    actions.reply(services.desk, staff, conversation_id, "The {piece}", "one")
    st.session_state["seen"] = actions.trouble(conversation_id)


def test_what_a_client_said_elsewhere_is_counted_in_her_row_and_in_the_title(
    talk: Conversation, claire: Staff, staffed: Any
) -> None:
    assert "1 new" in shown(open_page("desk"))
    assert "1 new" not in shown(open_desk(talk))
    assert staffed.desk.unseen(claire) == {talk.id: [1]}
    with staffed.store.begin() as work:
        work.conversations.read(talk.id, False, 1)
    assert staffed.desk.unseen(claire) == {}


@pytest.mark.parametrize(
    ("unseen", "waiting", "title"),
    [(0, 0, "Maroquin"), (2, 0, "(2) Maroquin"), (1, 3, "(1) Maroquin · 3 waiting")],
)
def test_the_title_counts_what_she_has_not_seen(unseen: int, waiting: int, title: str) -> None:
    assert keys.title(unseen, waiting) == title


def test_every_key_of_the_page_is_in_its_list() -> None:
    table = KEYS_JS[
        KEYS_JS.index("const KEYS = {") : KEYS_JS.index("};", KEYS_JS.index("const KEYS"))
    ]
    pressed = set(re.findall(r"^  (\w):", table, re.M)) | {"m", "?"}
    listed = {key for key, _ in keys._shortcuts()}
    assert pressed == listed - {"Ctrl ↵", "Esc"}


def test_two_clients_are_counted_apart(claire: Staff, staffed: Any) -> None:
    one, other = wants_a_person(staffed, "Anna", Tier.GOLD), wants_a_person(staffed, "Lin")
    for handoff in staffed.desk.queue(claire):
        staffed.desk.claim(claire, handoff.id)
    assert set(staffed.desk.unseen(claire)) == {one.id, other.id}
