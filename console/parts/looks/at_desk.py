"""Looks at the desk: the way to compose one, and under its message what the client thinks."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.parts.looks import card
from shop.access import Staff
from shop.conversations import Message
from shop.looks import look_in

if TYPE_CHECKING:
    from wiring import Services


def compose(conversation_id: str) -> None:
    """The way to the page on which a look for this conversation is composed."""
    _link(f"conversation={conversation_id}")


def compose_for(client_id: str) -> None:
    """The same for a client, from her file in the client book."""
    _link(f"client={client_id}")


def _link(whom: str) -> None:
    words = escape(t("Compose a look"))
    st.html(f'<a class="mq-link" href="/looks?{escape(whom)}">{words}</a>', width="content")


def show(services: Services, staff: Staff, message: Message) -> None:
    """The card of a message that carries one, with what the client thinks."""
    if look_in(message.cards) is None:
        return
    look = services.looks.in_conversation(staff, message.conversation_id).get(message.id)
    if look is not None:
        card.style()
        without_note = replace(look, note="")  # it stands in the message above
        st.html(card.as_html(without_note, services.products, with_thoughts=True))
