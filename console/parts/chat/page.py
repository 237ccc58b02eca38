"""The shopper's page from top to bottom."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from console.i18n import t
from console.live import follow
from console.parts.chat import hers, saying, transcript
from console.session import Here, here
from shop.clients import Visitor
from shop.conversations import Conversation

_STYLE = Path(__file__).parent / "chat.css"
_NAME = 'Ambre <span lang="zh-CN">琥珀</span>'


def show() -> None:
    now = here()
    st.html(_STYLE)
    if now.visitor is None:
        st.html(_note(t("This page needs cookies, to keep your conversation yours.")))
        return
    conversation = _open(now, now.visitor)
    _composer(conversation.id)  # first: an answer that is being given holds up what comes after it
    with st.container(key="chat", gap=None):
        _heading()
        transcript.show(conversation.id)
    follow()


def _open(now: Here, visitor: Visitor) -> Conversation:
    """Her conversation, which begins with the advisor saying what it is."""
    conversation = now.services.chats.open(visitor, now.lang)
    if not now.services.chats.transcript(visitor, conversation.id):
        now.services.advisor.greet(conversation.id, now.lang)
    return conversation


def _heading() -> None:
    what = escape(t("The advisor of Maison Thévrane. Software, not a person."))
    st.html(f'<div class="mq-heading"><h1>{_NAME}</h1><p>{what}</p></div>')


def _composer(conversation_id: str) -> None:
    with st.bottom, st.container(key="composer-row", gap="small"):
        if st.query_params.pop("link", ""):
            st.html(_note(t("This link has expired. Ask the house for a new one.")))
        with st.empty():  # always there, so that it vanishes as soon as everything is sent
            saying.show_unsent(conversation_id)
        with st.container(key="composer-ways", horizontal=True, vertical_alignment="center"):
            st.button(
                t("Talk to a person"),
                key="ask-person",
                type="tertiary",
                icon=":material/person:",
                on_click=saying.send,
                args=(conversation_id, t("I would like to talk to a person.")),
            )
            hers.menu(conversation_id)
        st.chat_input(
            t("Ask about a piece, a material, care, a size…"),
            key=saying.COMPOSER,
            on_submit=saying.send_typed,
            args=(conversation_id,),
        )


def _note(text: str) -> str:
    return f'<p class="mq-trouble" role="alert">{escape(text)}</p>'
