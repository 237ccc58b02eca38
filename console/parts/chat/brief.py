"""What a person would read of her: shown to the client on request, and agreed to where she asks.

She sees the same lines as the desk. Whether she is asked first is her own setting.
"""

from __future__ import annotations

from html import escape

import streamlit as st

from console.i18n import t
from console.parts.brief.drawing import as_html
from console.session import Here, here
from shop.clients import Visitor
from shop.conversations import Author
from shop.errors import MaroquinError

_SETTING = "ask-before-brief"


def show(conversation_id: str) -> None:
    """A quiet way to read it, as soon as she has written."""
    now = here()
    if now.visitor is None:
        return
    messages = now.services.chats.transcript(now.visitor, conversation_id)
    if not any(message.author is Author.SHOPPER for message in messages):
        return
    with st.popover(t("What is passed on"), type="tertiary", key="brief-popover"):
        lead = t("When you ask for a person, this is what she reads of your conversation.")
        st.html(f'<p class="mq-account">{escape(lead)}</p>')
        st.html(as_html(now.services.briefs.of(messages), linked=False))
        _setting(now, now.visitor)


def ask(now: Here, visitor: Visitor, conversation_id: str) -> None:
    """Before it is passed on, where she wants to be asked: once, under the conversation."""
    waits = now.services.chats.awaited(visitor, conversation_id)
    if not waits or now.services.brief_consent.for_visitor(visitor, conversation_id) != "asked":
        return
    messages = now.services.chats.transcript(visitor, conversation_id)
    with st.container(key="brief-consent", border=True):
        words = t("May this be passed on to the person who answers you?")
        st.html(f'<p class="mq-account">{escape(words)}</p>')
        with st.expander(t("Read it")):
            st.html(as_html(now.services.briefs.of(messages), linked=False))
        with st.container(horizontal=True):
            for said, agreed in ((t("Pass it on"), True), (t("Don't pass it on"), False)):
                st.button(
                    said,
                    key=f"brief-{agreed}",
                    type="primary" if agreed else "secondary",
                    on_click=_answer,
                    args=(conversation_id, agreed),
                )


def _setting(now: Here, visitor: Visitor) -> None:
    if visitor.client is None:
        return
    st.toggle(
        t("Ask me before it is passed on"),
        value=now.services.brief_consent.asks_first(visitor),
        key=_SETTING,
        on_change=_set,
    )


def _set() -> None:
    now = here()
    if now.visitor is None:
        return
    try:
        now.services.brief_consent.ask_first(now.visitor, bool(st.session_state[_SETTING]))
    except MaroquinError:
        st.toast(t("This could not be kept. Please try again."))


def _answer(conversation_id: str, agreed: bool) -> None:
    now = here()
    if now.visitor is None:
        return
    try:
        now.services.brief_consent.answer(now.visitor, conversation_id, agreed)
    except MaroquinError:
        st.toast(t("This could not be kept. Please try again."))
