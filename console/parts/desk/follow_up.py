"""When to write again: set in the conversation, listed below the queue on its day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.parts.clients.wording import day as day_name
from console.parts.desk import tools
from console.parts.desk.opened import Opened
from console.parts.plain import one_line
from shop.access import Staff
from shop.client_entries import LONGEST_VALUE
from shop.follow_ups import FollowUp, FollowUps

if TYPE_CHECKING:
    from wiring import Services

_TOOL = "follow-up"


def arrange(services: Services, staff: Staff, opened: Opened) -> None:
    """Only for clients: a visitor cannot be written to later."""
    if opened.client is None:
        return
    conversation_id, follow_ups = opened.conversation.id, services.follow_ups
    with tools.popover(_TOOL, t("Follow-up"), conversation_id, ":material/event:") as is_open:
        if not is_open:
            return
        if opened.follow_up:
            _standing(follow_ups, staff, conversation_id, opened.follow_up)
        _form(follow_ups, staff, conversation_id)


def line(follow_up: FollowUp) -> str:
    return t("On {day}: {why}", day=day_name(follow_up.day), why=follow_up.why)


def due(follow_ups: Sequence[FollowUp], chosen: str, pick: Callable[[str], None]) -> None:
    """Below the queue: whom she has to write to today."""
    if not follow_ups:
        return
    title = escape(t("To write to today"))
    st.html(f'<h2 class="mq-label">{title} <span>{len(follow_ups)}</span></h2>')
    for each in follow_ups:
        with st.container(key=f"mq-queue-due-{each.entry_id}", gap=None):
            if each.conversation_id:
                st.button(
                    one_line(each.client.name),
                    key=f"open-due-{each.entry_id}",
                    type="tertiary",
                    on_click=pick,
                    args=(each.conversation_id,),
                )
            else:
                link = f'<a href="/clients?client={each.client.id}" target="_self">'
                st.html(f"{link}{escape(each.client.name)}</a>")
            mark = ' data-chosen="true"' if each.conversation_id == chosen else ""
            st.html(f'<p class="mq-latest"{mark}>{escape(line(each))}</p>')


def _standing(
    follow_ups: FollowUps, staff: Staff, conversation_id: str, standing: FollowUp
) -> None:
    st.html(f"<p>{escape(line(standing))}</p>")
    with st.container(horizontal=True):
        wrote = partial(follow_ups.wrote, staff, standing.client.id, standing.entry_id)
        drop = partial(follow_ups.drop, staff, conversation_id)
        for label, key, act in ((t("Written"), "done", wrote), (t("Not needed"), "drop", drop)):
            st.button(
                label,
                key=f"follow-{key}-{conversation_id}",
                type="tertiary",
                on_click=_do,
                args=(conversation_id, act),
            )


def _form(follow_ups: FollowUps, staff: Staff, conversation_id: str) -> None:
    today = follow_ups.today
    with st.form(f"follow-up-{conversation_id}", border=False):
        st.date_input(
            t("Write again on"),
            value=today + timedelta(days=1),
            min_value=today,
            key=_field(conversation_id, "day"),
            format="YYYY-MM-DD",
        )
        st.text_input(t("About what"), key=_field(conversation_id, "why"), max_chars=LONGEST_VALUE)
        tools.trouble(_TOOL)
        st.form_submit_button(
            t("Set the follow-up"), on_click=_set, args=(follow_ups, staff, conversation_id)
        )


def _set(follow_ups: FollowUps, staff: Staff, conversation_id: str) -> None:
    day = st.session_state.get(_field(conversation_id, "day"))
    why = str(st.session_state.get(_field(conversation_id, "why"), ""))
    if isinstance(day, date):
        _do(conversation_id, partial(follow_ups.set, staff, conversation_id, day, why))


def _do(conversation_id: str, act: Callable[[], object]) -> None:
    if tools.attempt(_TOOL, act, _refusals()):
        tools.close(_TOOL, conversation_id)


def _refusals() -> dict[str, str]:
    return {
        "Say in a few words why.": t("Say in a few words why."),
        "This day is over. Choose another.": t("This day is over. Choose another."),
        "The client does not want us to keep what we are told.": t(
            "The client does not want us to keep what we are told."
        ),
        "Numbers of cards and identity papers are never kept here.": t(
            "Numbers of cards and identity papers are never kept here."
        ),
    }


def _field(conversation_id: str, name: str) -> str:
    return f"follow-up-{name}-{conversation_id}"
