"""Saying something: kept in the store first, then handed to the advisor.

What was typed is remembered in the session until the store has it, so that a failure of any kind
leaves it on the screen with a button to send it again.
"""

from __future__ import annotations

from uuid import uuid4

import streamlit as st

from console.i18n import t
from console.session import here
from shop.errors import BadInput, MaroquinError

COMPOSER = "composer"
_UNSENT = "unsent"


def send(conversation_id: str, text: str) -> None:
    """Say it in her conversation and have it answered; returns at once."""
    request_id = uuid4().hex
    st.session_state[_UNSENT] = (text, t("This has not been sent yet. Your text is kept here."))
    now = here()
    if now.visitor is None or not text.strip():
        return
    try:
        _, turn_id = now.services.chats.say(now.visitor, conversation_id, text, request_id)
    except BadInput:
        _explain(text, t("A message has between 1 and 4,000 characters."))
        return
    except MaroquinError:
        _explain(text, t("This could not be sent just now. Your text is kept here."))
        return
    del st.session_state[_UNSENT]
    if turn_id is not None:
        now.services.runner.submit(turn_id)


def send_typed(conversation_id: str) -> None:
    send(conversation_id, st.session_state[COMPOSER])


def show_unsent(conversation_id: str) -> None:
    """What could not be sent, and the two things to do about it."""
    if _UNSENT not in st.session_state:
        return
    text, why = st.session_state[_UNSENT]
    with st.container(key="unsent", border=True):
        st.text(why)
        st.code(text, language=None, wrap_lines=True)
        with st.container(horizontal=True):
            st.button(t("Send again"), on_click=send, args=(conversation_id, text), type="primary")
            st.button(t("Discard"), on_click=_discard)


def _explain(text: str, why: str) -> None:
    st.session_state[_UNSENT] = (text, why)


def _discard() -> None:
    st.session_state.pop(_UNSENT, None)
