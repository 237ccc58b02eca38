"""Saying something: kept in the store first, then handed to the advisor.

What was typed is remembered in the session until the store has it, so that a failure of any kind
leaves it on the screen with a button to send it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from uuid import uuid4

import streamlit as st

from console.i18n import t
from console.session import here
from shop.errors import BadInput, MaroquinError
from shop.writings import LONGEST_MESSAGE

COMPOSER = "composer"
_UNSENT, _KEPT = "unsent", "unsent-text"


@dataclass(frozen=True, slots=True)
class Unsent:
    """What the store may not have yet: sent again as it is, it is the same request."""

    text: str
    why: str
    request_id: str


def send(conversation_id: str, text: str) -> None:
    """Say it in her conversation and have it answered; returns at once.

    What could not be sent before stays on the screen, and this with it if it cannot be sent either.
    """
    if text.strip():
        _try(conversation_id, text, uuid4().hex, beside=_unsent())


def _try(conversation_id: str, text: str, request_id: str, beside: Unsent | None = None) -> None:
    whole = text if beside is None else f"{beside.text}\n\n{text}"
    again = request_id if beside is None else uuid4().hex
    _keep(Unsent(whole, t("This has not been sent yet. Your text is kept here."), again))
    now = here()
    if now.visitor is None:
        return
    try:
        _, turn_id = now.services.chats.say(now.visitor, conversation_id, text, request_id)
    except BadInput:
        _keep(Unsent(whole, _refusal(whole), again))
        return
    except MaroquinError:
        _keep(Unsent(whole, t("This could not be sent just now. Your text is kept here."), again))
        return
    _keep(beside)
    if turn_id is not None:
        now.services.runner.submit(turn_id)


def send_typed(conversation_id: str) -> None:
    send(conversation_id, st.session_state[COMPOSER])


def show_unsent(conversation_id: str) -> None:
    """What could not be sent, and the two things to do about it."""
    unsent: Unsent | None = st.session_state.get(_UNSENT)
    if unsent is None:
        return
    st.session_state.setdefault(_KEPT, unsent.text)
    with st.container(key="unsent"):
        st.html(f'<p class="mq-trouble" role="alert">{escape(unsent.why)}</p>')
        st.text_area(t("Your message"), key=_KEPT, height=120, label_visibility="collapsed")
        with st.container(horizontal=True):
            again = t("Send again")
            st.button(again, on_click=_send_kept, args=(conversation_id,), type="primary")
            st.button(t("Discard"), on_click=_discard)


def _send_kept(conversation_id: str) -> None:
    """Once: the button stays in sight until the page is drawn anew, and may be pressed again."""
    if (unsent := _unsent()) is not None:
        _try(conversation_id, unsent.text, unsent.request_id)


def _unsent() -> Unsent | None:
    """As it stands on the screen now: changed, it is another request; emptied, none."""
    unsent: Unsent | None = st.session_state.get(_UNSENT)
    if unsent is None:
        return None
    text: str = st.session_state.get(_KEPT, unsent.text)
    if text == unsent.text:
        return unsent
    return Unsent(text, unsent.why, uuid4().hex) if text.strip() else None


def _refusal(text: str) -> str:
    length = len(text.strip())
    if length <= LONGEST_MESSAGE:
        return t("This text has nothing in it that can be read. It is kept here.")
    return t(
        "This message has {length} characters, and one may have {most}. It is kept here: "
        "shorten it, then send it again.",
        length=f"{length:,}",
        most=f"{LONGEST_MESSAGE:,}",
    )


def _keep(unsent: Unsent | None) -> None:
    """None: the store has everything."""
    if unsent is None:
        _discard()
        return
    st.session_state[_UNSENT] = unsent
    st.session_state[_KEPT] = unsent.text


def _discard() -> None:
    st.session_state.pop(_UNSENT, None)
