"""The conversation in the middle: the messages, then what can be done now.

The list of messages has a height of its own, so that it sticks to its end and keeps its place
when scrolled up. What stands under it depends on who holds the conversation.
"""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from agents.copilot.copilot import DraftState
from console.i18n import t
from console.parts import say, signs, write_first
from console.parts.appointments import from_conversation as visits_from_talk
from console.parts.cases import from_conversation as cases_from_talk
from console.parts.chat.sources import passage_of
from console.parts.desk import (
    actions,
    drafts,
    ending,
    follow_up,
    message,
    notes,
    passing,
    pieces,
    promise,
    reply,
    rulebooks,
    snippets,
    translation,
)
from console.parts.desk.opened import Opened
from console.parts.looks import at_desk as looks
from shop.access import Staff
from shop.board import Place
from shop.conversations import Author, Conversation, Holder
from shop.desk import Desk
from shop.handoffs import HandoffState
from shop.signs import Side

if TYPE_CHECKING:
    from wiring import Services

_HEIGHT = 560  # px where the style sheet, which knows the window, is not there


def show(services: Services, staff: Staff, opened: Opened) -> None:
    desk, conversation = services.desk, opened.conversation
    hers = conversation.holder is Holder.PERSON and conversation.staff_id == staff.id
    _head(desk, staff, opened, hers)
    with st.container(key="mq-transcript", height=_HEIGHT, autoscroll=True):
        _said(services, staff, opened, hers)
    _trouble(conversation.id)
    with st.container(key="mq-tools", horizontal=True, gap="small"):
        drafted = _tools(services, staff, opened) if hers else None
        notes.write(services.notes, staff, opened)
        follow_up.arrange(services, staff, opened)
    if drafted is not None:
        drafts.show(services, drafted)
        signs.show(conversation, opened.messages, Side.HOUSE, "st-key-mq-desk-conversation")
        pieces.chips(services.products, conversation.id)
        reply.box(services, staff, opened)
    elif opened.place is not None and opened.place.handoff.state is HandoffState.WAITING:
        _claim(desk, staff, opened.place)
    else:
        _held_elsewhere(conversation)
        _write_first(services, staff, opened)


def nobody() -> None:
    words = t("Choose a client in the queue to read the conversation here.")
    st.html(f'<div class="mq-empty"><p>{escape(words)}</p></div>')


def _said(services: Services, staff: Staff, opened: Opened, hers: bool) -> None:
    """The messages, with the notes of staff where they were written."""
    source = partial(passage_of, services.article_store)
    for each in opened.messages:
        first = each is opened.messages[0]
        message.show(each, source, opened.ledger.get(each.id, ()), first=first)
        if hers:
            translation.of_message(services.interpreter, staff, each)
        shown = each.cards if each.author is Author.PERSON else ()
        if cards := pieces.strip(services.products, shown):
            st.html(cards)
        looks.show(services, staff, each)
        for note in opened.notes:
            if note.after_seq == each.seq:
                st.html(notes.as_html(note))


def _tools(services: Services, staff: Staff, opened: Opened) -> DraftState:
    """What only who has the client may use; how the copilot's draft stands."""
    conversation_id = opened.conversation.id
    drafted = drafts.press(services, staff, conversation_id)
    snippets.show(services, staff, opened)
    pieces.search(services, conversation_id, services.clock())
    rulebooks.show(services, staff, opened)
    looks.compose(conversation_id)
    visits_from_talk.book(services, staff, conversation_id, opened.client)
    cases_from_talk.open_case(services, staff, conversation_id, opened.messages)
    return drafted


def _head(desk: Desk, staff: Staff, opened: Opened, hers: bool) -> None:
    name = opened.client.name if opened.client else t("Visitor")
    with st.container(key="mq-head", horizontal=True, vertical_alignment="bottom"):
        st.html(f'<h2 class="mq-with">{escape(name)}</h2>')
        if hers:
            passing.show(desk, staff, opened.conversation.id)
            ending.give_back(desk, staff, opened.conversation.id)
            ending.close(desk, staff, opened.conversation.id)


def _trouble(conversation_id: str) -> None:
    if words := actions.trouble(conversation_id):
        say.wrong(words)


def _claim(desk: Desk, staff: Staff, place: Place) -> None:
    with st.container(key="mq-claim", horizontal=True, vertical_alignment="center"):
        st.button(
            t("Claim"),
            key=f"claim-{place.handoff.id}",
            type="primary",
            disabled=not place.may_claim,
            on_click=actions.claim,
            args=(desk, staff, place.handoff),
        )
        say.remark(_before_claiming(place))


def _before_claiming(place: Place) -> str:
    if not place.may_claim:
        return t("This client waits {offered}.", offered=promise.offered(place))
    if place.handoff.note_only:
        return t(
            "A note left out of hours. Claim it, and your reply waits for the client's return."
        )
    return t("The advisor goes on answering until somebody claims this client.")


def _held_elsewhere(conversation: Conversation) -> None:
    words = {
        Holder.ADVISOR: t("The advisor has this conversation."),
        Holder.QUEUE: t("This client waits in the queue."),
        Holder.PERSON: t("{name} has this client now.", name=conversation.staff_name),
        Holder.CLOSED: t(
            "This conversation is closed. A new message from the client opens it again."
        ),
    }[conversation.holder]
    say.remark(words)


def _write_first(services: Services, staff: Staff, opened: Opened) -> None:
    """Where nobody has her and she waits for nobody: to keep a promise, or a follow-up."""
    nobodys = opened.conversation.holder in (Holder.ADVISOR, Holder.CLOSED)
    if opened.client is None or not nobodys:
        return
    begin = partial(actions.write_first_to, services.writing_first, staff, opened.conversation.id)
    write_first.way(opened.client.id, {}, begin, "desk")
