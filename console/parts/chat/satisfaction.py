"""How content she was, asked under the conversation once a person has closed it: one press."""

from __future__ import annotations

from html import escape

import streamlit as st

from console.i18n import t
from console.session import Here, here
from shop.clients import Visitor
from shop.errors import MaroquinError
from shop.insights import SCORES


def ask(now: Here, visitor: Visitor, conversation_id: str) -> None:
    asked = now.services.satisfaction.of(visitor, conversation_id)
    if asked is None:
        return
    key = f"score-{asked.handoff_id}"
    st.pills(
        t("How content were you with our personal shopper? 1: not at all, 5: very."),
        SCORES,
        default=asked.score,
        key=key,
        on_change=_keep,
        args=(conversation_id, key),
    )
    if asked.score is not None:
        words = t("Thank you. It goes to the people who look after the desk.")
        st.html(f'<p class="mq-thanks" role="status">{escape(words)}</p>')


def _keep(conversation_id: str, key: str) -> None:
    now, score = here(), st.session_state.get(key)
    if now.visitor is None or score is None:  # pressed again: the score stands
        return
    try:
        now.services.satisfaction.say(now.visitor, conversation_id, score)
    except MaroquinError:
        st.toast(t("This could not be kept. Please try again."))
