"""Before the first word: what one may ask here."""

from __future__ import annotations

import streamlit as st

from console.i18n import N_, t
from console.parts.chat.saying import send

QUESTIONS = (
    N_("Lambskin or grained calfskin: which is better for every day?"),
    N_("My lambskin bag was caught in the rain. What should I do now?"),
    N_("I wear EU 38.5. Which size of the Cadence pump fits me?"),
    N_("How soon does a parcel reach Shanghai, and who pays the duty?"),
    N_("Can I still return a piece after two weeks?"),
    N_("What do you do if a piece turns out to be counterfeit?"),
)


def examples(conversation_id: str) -> None:
    """Questions to begin with; each is a button that asks it."""
    with st.container(key="examples", gap=None):
        st.html(f'<p class="mq-quiet">{t("Shoppers often ask")}</p>')
        for number, question in enumerate(QUESTIONS):
            st.button(
                t(question),
                key=f"example-{number}",
                type="tertiary",
                width="stretch",
                on_click=send,
                args=(conversation_id, t(question)),
            )
