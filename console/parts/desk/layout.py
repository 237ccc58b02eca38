"""The desk as a whole: queue, conversation, client; and how it stays true without a reload.

Everything is one fragment, run again whenever the queue, a conversation of hers or the open one
rings, and twice a minute for the clocks. On a phone the three parts become tabs; which one shows
is decided by the style sheet alone, so that changing it waits for nobody.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.live import listen
from console.parts.desk import actions, client, conversation, follow_up, keys, queue
from console.parts.desk.opened import Opened, open_for
from console.session import staff_here
from shop.access import Permission, Staff
from shop.ports import DESK, conversation_topic, desk_topic, notes_topic

if TYPE_CHECKING:
    from wiring import Services

_CLOCK_S = 30  # what is left of promises is said in minutes
_HERE = Path(__file__).parent
# Sources and drawings look as they do on the shopper's page; the desk's own sheet comes after.
_STYLES = (
    _HERE.parent / "chat" / "chat.css",
    _HERE / "desk.css",
    _HERE / "copilot.css",
    _HERE / "tools.css",
)


def show() -> None:
    for style in _STYLES:
        st.html(style)
    _desk()


def _parts() -> None:
    """Which of the three a phone shows. Opening a conversation begins a new choice.

    The browser sends its choice with every run, also with one that was under way when a
    conversation was opened; setting the old choice from here would lose against that.
    """
    names = {"queue": t("Queue"), "conversation": t("Conversation"), "client": t("Client")}
    with st.container(key="mq-desk-parts"):
        st.radio(
            t("Part of the desk"),
            list(names),
            format_func=names.__getitem__,
            index=1 if actions.chosen() else 0,
            key=f"desk-part-{actions.times_opened()}",
            on_change="ignore",
            horizontal=True,
            label_visibility="collapsed",
        )


@st.fragment(run_every=_CLOCK_S)
def _desk() -> None:
    services, staff = staff_here(Permission.SERVE_CLIENTS)
    now = services.clock()
    chosen = actions.chosen()
    open_one = [conversation_topic(chosen), notes_topic(chosen)] if chosen else []
    listen([DESK, desk_topic(staff.id), *open_one], key="desk")
    services.desk.attend(staff)
    places = services.desk.board(staff)
    opened = open_for(services, staff, chosen, places)
    unseen, waiting = services.desk.unseen(staff), queue.waiting_now(places)
    st.set_page_config(page_title=keys.title(sum(map(len, unseen.values())), len(waiting)))
    _parts()
    left, middle, right = st.columns((4, 8, 5), gap="medium")
    with left, st.container(key="mq-desk-queue", gap=None):
        queue.show(places, chosen, now, actions.open_conversation, unseen=unseen)
        follow_up.due(services.follow_ups.due(staff), chosen, actions.open_conversation)
        keys.show(unseen, waiting)
    with middle, st.container(key="mq-desk-conversation"):
        _conversation(services, staff, opened)
    with right, st.container(key="mq-desk-client"):
        _client(services, opened, now)


def _conversation(services: Services, staff: Staff, opened: Opened | None) -> None:
    if opened is None:
        conversation.nobody()
    else:
        conversation.show(services, staff, opened)


def _client(services: Services, opened: Opened | None, now: datetime) -> None:
    if opened is None:
        client.nobody()
    else:
        client.show(opened, services, now)
