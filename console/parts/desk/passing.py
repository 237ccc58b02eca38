"""Passing a client on: to whom of those who are at the desk, and why."""

from __future__ import annotations

from html import escape

import streamlit as st

from console.i18n import t
from console.parts.desk import actions
from console.parts.labels import told_apart
from shop.access import Staff
from shop.desk import Desk


def show(desk: Desk, staff: Staff, conversation_id: str) -> None:
    """A form of its own, so that what is typed and the click arrive together."""
    names = told_apart({one.id: one.name for one in desk.colleagues(staff)})
    with st.popover(t("Pass on"), key=f"passing-{conversation_id}"):
        if not names:
            st.html(f"<p>{escape(t('No colleague is at the desk just now.'))}</p>")
            return
        with st.form(f"pass-on-{conversation_id}", border=False):
            st.selectbox(
                t("To"),
                list(names),
                format_func=names.__getitem__,
                key=actions.pass_to(conversation_id),
            )
            st.text_input(
                t("Why, for your colleague"), key=actions.pass_why(conversation_id), max_chars=500
            )
            st.form_submit_button(
                t("Pass this client on"),
                on_click=actions.transfer,
                args=(desk, staff, conversation_id),
            )
