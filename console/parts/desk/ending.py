"""Leaving a conversation: given back to the advisor with a reason, or closed with its outcome.

Both stand in the transcript for staff, with who did it and when.
"""

from __future__ import annotations

from html import escape

import streamlit as st

from console.i18n import t
from console.parts.desk import actions
from console.parts.desk.wording import OUTCOMES, outcome_name
from shop.access import Staff
from shop.desk import LONGEST_OUTCOME, Desk


def give_back(desk: Desk, staff: Staff, conversation_id: str) -> None:
    """A form, so that the reason and the click arrive together."""
    with (
        st.popover(t("Give back"), key=f"giving-{conversation_id}"),
        st.form(f"give-{conversation_id}", border=False),
    ):
        st.html(f"<p>{escape(t('The advisor answers again, and you leave the conversation.'))}</p>")
        st.text_input(
            t("Why, for your colleagues"),
            key=actions.back_why(conversation_id),
            max_chars=LONGEST_OUTCOME,
        )
        st.form_submit_button(
            t("Give back to the advisor"),
            key=f"give-back-{conversation_id}",
            on_click=actions.give_back,
            args=(desk, staff, conversation_id),
        )


def close(desk: Desk, staff: Staff, conversation_id: str) -> None:
    with st.popover(t("Close"), key=f"closing-{conversation_id}"):
        outcome = st.radio(
            t("What came of it"),
            OUTCOMES,
            format_func=outcome_name,
            index=None,
            key=f"outcome-{conversation_id}",
        )
        st.button(
            t("Close the conversation"),
            key=f"close-{conversation_id}",
            disabled=outcome is None,
            on_click=actions.close,
            args=(desk, staff, conversation_id, outcome),
        )
