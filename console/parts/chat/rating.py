"""Whether an answer helped, and if not, why: one tap, then a reason if she likes."""

from __future__ import annotations

from html import escape

import streamlit as st

from console.i18n import N_, t
from console.session import here
from shop.chats import LONGEST_REASON
from shop.conversations import Message
from shop.errors import MaroquinError

REASONS = (
    N_("It did not answer my question"),
    N_("I think it is wrong"),
    N_("It was hard to understand"),
    N_("Something is missing"),
)


def ask(message: Message) -> None:
    """Thumbs below an answer; a thumb down asks for the reason in place."""
    with st.container(key=f"rate-{message.id}", gap="small"):
        st.feedback(
            "thumbs",
            key=f"thumb-{message.id}",
            default=None if message.helpful is None else int(message.helpful),
            on_change=_keep,
            args=(message.id, message.helpful),
        )
        if st.session_state.get(_asking(message.id)):
            _ask_why(message.id)
        # Callbacks draw nothing: what they would draw replaces what stands at the page's top.
        said = st.session_state.get(_said(message.id), "")
        st.html(f'<p class="mq-thanks" role="status">{escape(said)}</p>')


def _ask_why(message_id: str) -> None:
    st.pills(
        t("What was it?"),
        REASONS,
        format_func=t,
        key=f"reason-{message_id}",
        on_change=_keep_reason,
        args=(message_id,),
    )
    st.text_input(
        t("In your own words"),
        key=f"words-{message_id}",
        max_chars=LONGEST_REASON,
        on_change=_keep_reason,
        args=(message_id,),
    )


def _keep(message_id: str, before: bool | None) -> None:
    """`before` is the rating that stands: given once more, it must not take its reason away."""
    thumb = st.session_state.get(f"thumb-{message_id}")
    if thumb is None:
        return
    st.session_state[_asking(message_id)] = thumb == 0
    if bool(thumb) is not before:
        _rate(message_id, helpful=bool(thumb))


def _keep_reason(message_id: str) -> None:
    kept = _rate(message_id, helpful=False, reason=_reason(message_id))
    if kept and _own_words(message_id):
        st.session_state[_asking(message_id)] = False


def _reason(message_id: str) -> str:
    chosen = st.session_state.get(f"reason-{message_id}") or ""
    return ". ".join(part for part in (chosen, _own_words(message_id)) if part)[:LONGEST_REASON]


def _own_words(message_id: str) -> str:
    return (st.session_state.get(f"words-{message_id}") or "").strip()


def _rate(message_id: str, *, helpful: bool, reason: str = "") -> bool:
    now = here()
    if now.visitor is None:
        return False
    try:
        now.services.chats.rate(now.visitor, message_id, helpful, reason)
    except MaroquinError:
        _say(message_id, t("Your rating could not be kept. Please try again."))
        return False
    # Of a reason it says so: what stood there already would not tell her that this is kept too.
    thanks = (
        t("Thank you. Your reason goes to the people who keep our notes.")
        if reason
        else t("Thank you. It goes to the people who keep our notes.")
    )
    _say(message_id, thanks)
    return True


def _say(message_id: str, words: str) -> None:
    st.session_state[_said(message_id)] = words


def _said(message_id: str) -> str:
    return f"said-of-rating-{message_id}"


def _asking(message_id: str) -> str:
    return f"asking-why-{message_id}"
