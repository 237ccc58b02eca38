"""Missed promises, told to managers on every page at once: how many, and the way to the first."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from console.i18n import t
from console.live import listen
from console.session import here
from shop.access import Permission, Staff
from shop.ports import ESCALATIONS

_DESK = "desk"


def show(staff: Staff, listed: Sequence[st.Page]) -> None:
    """Nothing for whoever cannot hear of them."""
    desk = next((page for page in listed if page.url_path == _DESK), None)
    if desk is not None and staff.may(Permission.HEAR_ESCALATIONS):
        with st.container(key="masthead-missed", width="content"):
            _missed(desk)


@st.fragment
def _missed(desk: st.Page) -> None:
    now = here()
    if now.staff is None:  # signed out meanwhile; the page itself says so
        return
    listen([ESCALATIONS], key="missed")
    missed = now.services.desk.escalated(now.staff)
    words = in_words(len(missed))
    st.html(f'<span class="mq-aloud" role="status">{escape(words)}</span>')
    if missed:
        st.page_link(
            desk,
            label=words.replace(str(len(missed)), f"**{len(missed)}**"),  # all a phone shows
            icon=":material/notification_important:",
            query_params={"conversation": missed[0].conversation_id},
        )


def in_words(missed: int) -> str:
    if not missed:
        return ""
    return t("1 promise missed") if missed == 1 else t("{number} promises missed", number=missed)
