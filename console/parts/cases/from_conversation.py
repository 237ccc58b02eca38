"""Opening a case from a conversation: a popover that the conversation's view may place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.parts.cases import chosen, facts_form
from console.parts.cases.wording import kind_name, state_name
from shop.access import Staff
from shop.conversations import Author, Message

if TYPE_CHECKING:
    from wiring import Services

_LONGEST = 60  # characters of a message in the list


def open_case(
    services: Services, staff: Staff, conversation_id: str, messages: Sequence[Message]
) -> None:
    """The facts, and which messages are evidence; the cases that it opened before stand above."""
    key = f"talk-{conversation_id}"
    popover = st.popover(t("Open a case"), key=f"case-{key}", on_change="rerun")
    if not popover.open:
        return
    with popover:
        for case in services.casework.of_conversation(staff, conversation_id):
            said = f"{kind_name(case.kind)} · {state_name(case.state)} · {case.reference}"
            link = f"/cases?case={case.id}"
            st.html(f'<a class="mq-link" href="{link}" target="_self">{escape(said)}</a>')
        facts = facts_form.ask(services, key)
        evidence = _evidence(messages, key)
        facts_form.say_trouble()
        opens = partial(services.casework.open, staff, facts, conversation_id, messages=evidence)
        st.button(
            t("Open the case"),
            key=f"open-{key}",
            type="primary",
            on_click=chosen.attempt,
            args=(opens,),
        )


def _evidence(messages: Sequence[Message], key: str) -> list[str]:
    """Ids of the messages she chose."""
    said = {each.id: each for each in messages if each.author is not Author.NOTICE}
    return st.multiselect(
        t("Messages it rests on"),
        list(said),
        format_func=lambda each: f"{said[each].seq} · {said[each].text[:_LONGEST]}",
        key=f"evidence-{key}",
        placeholder=t("None"),
    )
