"""The way to write to a client first: a press, and from then on the way to that conversation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import N_, t
from console.parts import clock
from shop.access import Staff
from shop.errors import AlreadyClaimed, AnothersClient, MaroquinError, OfferedToAnother

if TYPE_CHECKING:
    from wiring import Services

Held = Mapping[str, str]  # the conversations that she has, by the client's id

_SAID = (
    N_("The client does not want us to write first."),
    N_("The client has not agreed that we write first."),
)


def held(services: Services, staff: Staff) -> Held:
    return {talk.client_id: talk.id for talk in services.desk.active(staff) if talk.client_id}


def way(client_id: str, of_hers: Held, write: Callable[[str], None], where: str) -> None:
    """A button that begins it by `write`; where she has the client already, the way to her."""
    if conversation_id := of_hers.get(client_id):
        words = escape(t("To the conversation"))
        at = f"/desk?conversation={escape(conversation_id)}"
        st.html(f'<a class="mq-link" href="{at}">{words}</a>', width="content")
        return
    st.button(
        t("Write to this client"),
        key=f"begin-{where}-{client_id}",
        icon=":material/chat:",
        on_click=write,
        args=(client_id,),
    )


def refusal(error: MaroquinError) -> str:
    """Why she may not write, in our words; empty where it is nothing of this."""
    if isinstance(error, AnothersClient):
        return t("{name} writes to this client. Only a manager may stand in.", name=error.to)
    if isinstance(error, AlreadyClaimed):
        return t("{name} has this client now.", name=error.by)
    if isinstance(error, OfferedToAnother):
        until = clock.hour(error.until)
        return t("This client waits for {name} until {time}.", name=error.to, time=until)
    return t(str(error)) if str(error) in _SAID else ""
