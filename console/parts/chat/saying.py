"""Saying something: kept in the store first, then handed to the advisor.

What was typed is remembered in the session until the store has it, so that a failure of any kind
leaves it on the screen with a button to send it again.
"""

from __future__ import annotations

from html import escape
from uuid import uuid4

import streamlit as st

from console.i18n import t
from console.session import here
from shop.errors import BadInput, MaroquinError

COMPOSER = "composer"
LONGEST = 4000  # characters, as `Chats.say` takes them
_UNSENT, _KEPT = "unsent", "unsent-text"


def send(conversation_id: str, text: str) -> None:
    """Say it in her conversation and have it answered; returns at once."""
    if not text.strip():
        return
    request_id = uuid4().hex
    _keep(text, t("This has not been sent yet. Your text is kept here."))
    now = here()
    if now.visitor is None:
        return
    try:
        _, turn_id = now.services.chats.say(now.visitor, conversation_id, text, request_id)
    except BadInput:
        _keep(text, _refusal(text))
        return
    except MaroquinError:
        _keep(text, t("This could not be sent just now. Your text is kept here."))
        return
    st.session_state.pop(_UNSENT, None)
    if turn_id is not None:
        now.services.runner.submit(turn_id)


def send_typed(conversation_id: str) -> None:
    send(conversation_id, st.session_state[COMPOSER])


def show_unsent(conversation_id: str) -> None:
    """What could not be sent, and the two things to do about it."""
    if _UNSENT not in st.session_state:
        return
    text, why = st.session_state[_UNSENT]
    st.session_state.setdefault(_KEPT, text)
    with st.container(key="unsent"):
        st.html(f'<p class="mq-trouble" role="alert">{escape(why)}</p>')
        st.text_area(t("Your message"), key=_KEPT, height=120, label_visibility="collapsed")
        with st.container(horizontal=True):
            again = t("Send again")
            st.button(again, on_click=_send_kept, args=(conversation_id,), type="primary")
            st.button(t("Discard"), on_click=_discard)


def _send_kept(conversation_id: str) -> None:
    send(conversation_id, st.session_state[_KEPT])


def _refusal(text: str) -> str:
    length = len(text.strip())
    if length <= LONGEST:
        return t("This text has nothing in it that can be read. It is kept here.")
    return t(
        "This message has {length} characters, and one may have {most}. It is kept here: "
        "shorten it, then send it again.",
        length=f"{length:,}",
        most=f"{LONGEST:,}",
    )


def _keep(text: str, why: str) -> None:
    st.session_state[_UNSENT] = (text, why)
    st.session_state[_KEPT] = text


def _discard() -> None:
    st.session_state.pop(_UNSENT, None)
