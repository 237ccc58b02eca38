"""Looks that were composed before: those nobody was sent yet, and those of one client."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.parts import say
from console.parts.clock import exact
from console.parts.looks import card, composition
from console.parts.looks.composition import NOBODY, WHOM, People
from shop.access import Staff
from shop.looks import Look

if TYPE_CHECKING:
    from wiring import Services


def show(services: Services, staff: Staff, known: People, look: Look | None) -> None:
    client = known.client_of(st.session_state.get(WHOM, NOBODY))
    unsent = services.looks.unsent(staff, client.id if client else None)
    waiting = [each for each in unsent if look is None or each.id != look.id]
    say.heading(t("Not sent yet"))
    if not waiting:
        say.remark(t("Looks that are kept for later wait here."))
    for each in waiting:
        _look(services, staff, known, each)
    if client is None:
        return
    say.heading(t("Sent to {name}", name=client.name))
    sent = [each for each in services.looks.of_client(staff, client.id) if each.is_sent]
    if not sent:
        say.remark(t("Looks that were sent appear here with what the client thought of them."))
    for each in sent:
        _look(services, staff, known, each)


def _look(services: Services, staff: Staff, known: People, look: Look) -> None:
    at = look.sent_at or look.composed_at
    whose = next((c.name for c in known.clients if c.id == look.client_id), t("Nobody yet"))
    head = escape(t("{when}, for {name}", when=exact(at), name=whose))
    with st.container(key=f"mq-look-kept-{look.id}"):
        st.html(f'<p class="mq-remark">{head}</p>')
        st.html(card.as_html(look, services.products, with_thoughts=look.is_sent))
        if not look.is_sent and look.composed_by == staff.id:
            st.button(
                t("Go on with it"),
                key=f"look-open-{look.id}",
                type="tertiary",
                on_click=composition.open_kept,
                args=(look.id,),
            )
        else:
            st.button(
                t("Compose it anew"),
                key=f"look-again-{look.id}",
                type="tertiary",
                on_click=composition.use_again,
                args=(look,),
            )
